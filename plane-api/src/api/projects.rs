//! Projects: what a workspace divides its work into.
//!
//! ```no_run
//! use plane_api::{Client, projects::CreateProject};
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! let project = CreateProject::new("my-workspace", "Rocket", "ROC")
//!     .description("To the moon")
//!     .cycle_view(true)
//!     .send(&client)
//!     .await?;
//! println!("{}", project.id);
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Ref,
    common::{AssetId, EstimateId, LogoProps, StateId, User, UserId, Workspace, expanded},
    endpoint,
};

/// Lists the projects of a workspace, archived ones among them. Needs the scope `projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjects {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// The system that `external_id` belongs to. Only Plane's Python SDK knows of it; the Community Edition does not.
    pub external_source: Option<String>,
    /// Id of the project in another system. Only Plane's Python SDK knows of it; the Community Edition does not.
    pub external_id: Option<String>,
}

/// Creates a project. Needs the scope `projects:write`.
///
/// A name that another project of the workspace has is refused with 409.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/" -> Project)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProject {
    pub workspace_slug: String,
    /// Name of the project, 255 characters at most. Characters such as `&` are refused.
    pub name: String,
    /// What the numbers of its work items begin with, 12 characters at most. The server turns it into upper case. One
    /// with a slash is accepted, and its work items can then not be addressed by number.
    pub identifier: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML. Only releases of Plane's Python SDK know of it.
    pub description_html: Option<String>,
    /// Who leads the project; becomes one of its admins.
    pub project_lead: Option<UserId>,
    /// Who gets work items that are assigned to nobody.
    pub default_assignee: Option<UserId>,
    /// Icon, in an older form than `logo_props`.
    pub icon_prop: Option<Value>,
    /// Code point of an emoji, in decimal, in an older form than `logo_props`.
    pub emoji: Option<String>,
    /// Emoji or icon of the project. Only Plane's Python SDK knows of it.
    pub logo_props: Option<LogoProps>,
    /// URL of a cover picture.
    pub cover_image: Option<String>,
    /// Whether it has modules.
    pub module_view: Option<bool>,
    /// Whether it has cycles.
    pub cycle_view: Option<bool>,
    /// Whether it has views.
    pub issue_views_view: Option<bool>,
    /// Whether it has pages.
    pub page_view: Option<bool>,
    /// Whether it has an intake.
    pub intake_view: Option<bool>,
    /// Whether guests see all of its work items.
    pub guest_view_all_features: Option<bool>,
    /// Months after which completed work items are archived; 0 for never.
    pub archive_in: Option<i64>,
    /// Months after which untouched work items are closed; 0 for never.
    pub close_in: Option<i64>,
    /// Time zone, such as `Europe/Berlin`; `UTC` if unset.
    pub timezone: Option<String>,
    /// Whether its work items have types.
    pub is_issue_type_enabled: Option<bool>,
    /// Whether time is tracked.
    pub is_time_tracking_enabled: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the project in another system.
    pub external_id: Option<String>,
}

/// Gets a project. Needs the scope `projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProject {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Id of a [`Project`].
pub type ProjectId = Id<Project>;

/// What a workspace divides its work into.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Project {
    /// Id of the project.
    pub id: ProjectId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the project.
    pub name: Option<String>,
    /// What the numbers of its work items begin with.
    pub identifier: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_text: Option<Value>,
    /// Description, as HTML or a document of it.
    pub description_html: Option<Value>,
    /// Who sees it: 0 its members, 2 everybody in the workspace.
    pub network: Option<i64>,
    /// Number of its members.
    pub total_members: Option<i64>,
    /// Number of its cycles.
    pub total_cycles: Option<i64>,
    /// Number of its modules.
    pub total_modules: Option<i64>,
    /// Whether the key's user is one of its members.
    pub is_member: Option<bool>,
    /// Role of the key's user in it: 20 admin, 15 member, 5 guest.
    pub member_role: Option<i64>,
    /// Whether it is published.
    pub is_deployed: Option<bool>,
    /// Place in the list of the key's user. Answers to [`CreateProject`] and [`GetProject`] lack it.
    pub sort_order: Option<f64>,
    /// Emoji or icon.
    pub logo_props: Option<LogoProps>,
    /// Code point of an emoji, in decimal, in an older form than `logo_props`.
    pub emoji: Option<String>,
    /// Icon, in an older form than `logo_props`.
    pub icon_prop: Option<Value>,
    /// URL of the cover picture, if it was not uploaded.
    pub cover_image: Option<String>,
    /// URL of the cover picture, uploaded or not.
    pub cover_image_url: Option<String>,
    /// Uploaded cover picture.
    pub cover_image_asset: Option<AssetId>,
    /// Whether it has modules.
    pub module_view: Option<bool>,
    /// Whether it has cycles.
    pub cycle_view: Option<bool>,
    /// Whether it has views.
    pub issue_views_view: Option<bool>,
    /// Whether it has pages.
    pub page_view: Option<bool>,
    /// Whether it has an intake.
    pub intake_view: Option<bool>,
    /// Whether it has an intake, as the documentation calls it.
    pub inbox_view: Option<bool>,
    /// Whether time is tracked.
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether its work items have types.
    pub is_issue_type_enabled: Option<bool>,
    /// Whether guests see all of its work items.
    pub guest_view_all_features: Option<bool>,
    /// Months after which completed work items are archived; 0 for never.
    pub archive_in: Option<i64>,
    /// Months after which untouched work items are closed; 0 for never.
    pub close_in: Option<i64>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Time zone.
    pub timezone: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// Who gets work items that are assigned to nobody.
    #[serde(default, deserialize_with = "expanded")]
    pub default_assignee: Option<Ref<User>>,
    /// Who leads it.
    #[serde(default, deserialize_with = "expanded")]
    pub project_lead: Option<Ref<User>>,
    /// How it estimates.
    pub estimate: Option<EstimateId>,
    /// The state that new work items get.
    pub default_state: Option<StateId>,
    /// The template that it was made from.
    pub template_id: Option<Id<ProjectTemplate>>,
}

/// A template of projects, known by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectTemplate {}
