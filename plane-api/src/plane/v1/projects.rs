//! Projects: the top-level division of a workspace. A project contains work items, states, labels, cycles and modules.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::projects::CreateProject;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateProject>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = CreateProject::new("my-workspace", "Rocket", "ROC")
//!     .description("To the moon")
//!     .cycle_view(true)
//!     .send(&client)
//!     .await?;
//! println!("{}", project.id);
//! # Ok(())
//! # }
//! ```

pub mod members;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_int_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{AssetId, EstimateId, ProjectId, StateId, TemplateId, UserId, WorkItemId},
        reference::Ref,
        v1::{
            common::{LogoProps, MemberRole, Workspace, lenient},
            users::User,
        },
    },
};

/// Lists the projects of a workspace, including archived ones. Needs the scope `projects:read`.
///
/// If `order_by` is unset, the list follows the order that the authenticated user has chosen.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjects {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `project_lead`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Returns only projects whose `external_id` comes from this system. Only Plane's Python SDK defines this field,
    /// and the Community Edition ignores it.
    pub external_source: Option<String>,
    /// Returns only the project with this id in another system. Only Plane's Python SDK defines this field, and the
    /// Community Edition ignores it.
    pub external_id: Option<String>,
}

/// Creates a project. Needs the scope `projects:write`.
///
/// If another project of the workspace already has the same name or identifier, the server responds with 409. The
/// authenticated user becomes an admin of the project, and the server creates five states. On the Community Edition,
/// leave `project_lead` unset.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/" -> Project)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProject {
    pub workspace_slug: String,
    /// Name of the project, at most 255 characters. Characters such as `&` are rejected.
    pub name: String,
    /// Prefix of the project's work item numbers, at most 12 characters. The server converts it to upper case. A slash
    /// is accepted, but then work items cannot be looked up by number.
    pub identifier: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML. Only Plane's Python SDK defines this field, and the Community Edition ignores it.
    pub description_html: Option<String>,
    /// User who leads the project. The user becomes an admin of the project.
    ///
    /// Community Edition 1.3.1 rejects every lead with 400 `Please provide valid detail`, even the authenticated user,
    /// and leaves an incomplete project behind: it has no states, but occupies its name and identifier. The error is
    /// then [`Delivery::Unknown`](crate::Delivery::Unknown). Create the project without a lead, then set one with
    /// [`UpdateProject`].
    pub project_lead: Option<UserId>,
    /// User to whom new work items without an assignee are assigned.
    pub default_assignee: Option<UserId>,
    /// Icon, in the legacy format that `logo_props` replaces.
    pub icon_prop: Option<Value>,
    /// Code point of an emoji, in decimal; the legacy format that `logo_props` replaces.
    pub emoji: Option<String>,
    /// Emoji or icon of the project. Only Plane's Python SDK defines this field, and the Community Edition ignores it.
    pub logo_props: Option<LogoProps>,
    /// URL of a cover image.
    pub cover_image: Option<String>,
    /// `true` if modules are enabled.
    pub module_view: Option<bool>,
    /// `true` if cycles are enabled.
    pub cycle_view: Option<bool>,
    /// `true` if views are enabled.
    pub issue_views_view: Option<bool>,
    /// `true` if pages are enabled.
    pub page_view: Option<bool>,
    /// `true` if the intake is enabled.
    pub intake_view: Option<bool>,
    /// `true` if guests see every work item.
    pub guest_view_all_features: Option<bool>,
    /// Months after which completed work items are archived, 0 to 12; 0 means never.
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed, 0 to 12; 0 means never.
    pub close_in: Option<i64>,
    /// Time zone, such as `Europe/Berlin`; `UTC` if unset.
    pub timezone: Option<String>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the project in another system.
    pub external_id: Option<String>,
}

/// Lists the projects of a workspace with fewer fields: name, identifier, description and images.
///
/// Only Plane's Python SDK defines this request, and the Community Edition lacks the route.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects-lite/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectsLite {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 1,000.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// `true` includes archived projects.
    pub include_archived: Option<bool>,
}

/// Creates a project from a template. Needs the scope `write` or `projects:write`.
///
/// The Community Edition lacks this route. Unset fields come from the template.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/templates/use/" -> Project)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectFromTemplate {
    pub workspace_slug: String,
    /// Id of the template.
    pub template_id: TemplateId,
    /// Name of the project.
    pub name: Option<String>,
    /// Prefix of the project's work item numbers, such as `ROC` in `ROC-7`.
    pub identifier: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Visibility of the project.
    pub network: Option<ProjectNetwork>,
    /// User who leads the project.
    pub project_lead: Option<UserId>,
}

/// Gets a project, archived or not. Needs the scope `projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProject {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `project_lead`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a project. Unset fields are left unchanged. Needs the scope `projects:write`.
///
/// Updates of an archived project are rejected with 400. If another project of the workspace already has the same name
/// or identifier, the server responds with 409; the error message mentions the name even if the problem is the
/// identifier.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProject {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the project, at most 255 characters. Characters such as `&` are rejected.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// User who leads the project; must be a member of the workspace.
    pub project_lead: Patch<UserId>,
    /// User to whom new work items without an assignee are assigned; must be a member of the workspace.
    pub default_assignee: Patch<UserId>,
    /// Prefix of the project's work item numbers, such as `ROC` in `ROC-7`, at most 12 characters. Changing the prefix
    /// changes the numbers of all work items.
    pub identifier: Option<String>,
    /// Icon, in the legacy format that `logo_props` replaces.
    pub icon_prop: Patch<Value>,
    /// Code point of an emoji, in decimal; the legacy format that `logo_props` replaces.
    pub emoji: Patch<String>,
    /// URL of a cover image.
    pub cover_image: Patch<String>,
    /// `true` if modules are enabled.
    pub module_view: Option<bool>,
    /// `true` if cycles are enabled.
    pub cycle_view: Option<bool>,
    /// `true` if views are enabled.
    pub issue_views_view: Option<bool>,
    /// `true` if pages are enabled.
    pub page_view: Option<bool>,
    /// `true` if the intake is enabled.
    pub intake_view: Option<bool>,
    /// `true` if guests see every work item.
    pub guest_view_all_features: Option<bool>,
    /// Months after which completed work items are archived, 0 to 12; 0 means never.
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed, 0 to 12; 0 means never.
    pub close_in: Option<i64>,
    /// Time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the project in another system.
    pub external_id: Patch<String>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// State of inactive work items after they are closed, see `close_in`; must be a state of the project.
    pub default_state: Patch<StateId>,
    /// Id of the project's [estimate](crate::v1::estimates).
    pub estimate: Patch<EstimateId>,
    /// Visibility of the project. Only Plane's SDKs define this field, and the Community Edition ignores it.
    pub network: Option<ProjectNetwork>,
    /// Emoji or icon of the project. Only Plane's Python SDK defines this field, and the Community Edition ignores it.
    pub logo_props: Option<LogoProps>,
    /// Description, as HTML. Only Plane's Python SDK defines this field, and the Community Edition ignores it.
    pub description_html: Patch<String>,
}

/// Deletes a project and everything in it. Needs the scope `projects:write`. Only project admins may delete a project.
///
/// If the project does not exist, or you may not delete it, the server responds with 403. For a few seconds after a
/// deletion, the server responds with 404 instead.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProject {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Archives a project. Needs the scope `projects:write`.
///
/// [`GetProject`] and [`ListProjects`] still return the archived project, but its states and labels are no longer
/// returned.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveProject {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Restores an archived project. Needs the scope `projects:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveProject {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Gets the enabled features of a project. Needs the scope `projects.features:read`.
///
/// The Community Edition lacks this route; there, features are fields of [`Project`], such as `cycle_view`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/features/" -> ProjectFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectFeatures {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Enables or disables features of a project. Needs the scope `projects.features:write`.
///
/// The Community Edition lacks this route; there, features are fields of [`UpdateProject`], such as `cycle_view`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/features/" -> ProjectFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectFeatures {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// `true` if epics are enabled.
    pub epics: Patch<bool>,
    /// `true` if modules are enabled.
    pub modules: Patch<bool>,
    /// `true` if cycles are enabled.
    pub cycles: Patch<bool>,
    /// `true` if views are enabled.
    pub views: Patch<bool>,
    /// `true` if pages are enabled.
    pub pages: Patch<bool>,
    /// `true` if the intake is enabled.
    pub intakes: Patch<bool>,
    /// `true` if work item types are enabled.
    pub work_item_types: Patch<bool>,
    /// `true` if workflows are enabled. Only Plane's Python SDK defines this field.
    pub workflows: Patch<bool>,
    /// `true` if cycles may overlap. Only Plane's Python SDK defines this field.
    pub parallel_cycles: Patch<bool>,
    /// `true` if updates are enabled. Only Plane's Python SDK defines this field.
    pub project_updates: Patch<bool>,
}

/// Lists the total time logged on each work item of a project. Needs the scope `projects.work_items.worklogs:read`.
///
/// The Community Edition lacks this route. The list is not paginated.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/total-worklogs/" -> Vec<ProjectWorkLogTotal>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectWorkLogTotals {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// A project of a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Project {
    /// Id of the project.
    pub id: ProjectId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the project.
    pub name: Option<String>,
    /// Prefix of the project's work item numbers, such as `ROC` in `ROC-7`.
    pub identifier: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as a Plane editor document.
    pub description_text: Option<Value>,
    /// Description, as HTML or an editor document.
    pub description_html: Option<Value>,
    /// Visibility of the project.
    pub network: Option<ProjectNetwork>,
    /// Number of members.
    #[serde(default, deserialize_with = "coerce")]
    pub total_members: Option<i64>,
    /// Number of cycles.
    #[serde(default, deserialize_with = "coerce")]
    pub total_cycles: Option<i64>,
    /// Number of modules.
    #[serde(default, deserialize_with = "coerce")]
    pub total_modules: Option<i64>,
    /// `true` if the authenticated user is a member.
    pub is_member: Option<bool>,
    /// Role of the authenticated user in the project.
    pub member_role: Option<MemberRole>,
    /// `true` if the project is published.
    // The documentation has a number, which is treated as absent; the server sends a boolean.
    #[serde(default, deserialize_with = "lenient")]
    pub is_deployed: Option<bool>,
    /// Position in the project list of the authenticated user. Responses to [`CreateProject`] and [`GetProject`] lack
    /// this field.
    pub sort_order: Option<f64>,
    /// Emoji or icon.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Code point of an emoji, in decimal; the legacy format that `logo_props` replaces.
    pub emoji: Option<String>,
    /// Icon, in the legacy format that `logo_props` replaces.
    pub icon_prop: Option<Value>,
    /// URL of the cover image, unless it was uploaded.
    pub cover_image: Option<String>,
    /// URL of the cover image, uploaded or not.
    pub cover_image_url: Option<String>,
    /// Id of the uploaded cover image.
    pub cover_image_asset: Option<AssetId>,
    /// `true` if modules are enabled.
    pub module_view: Option<bool>,
    /// `true` if cycles are enabled.
    pub cycle_view: Option<bool>,
    /// `true` if views are enabled.
    pub issue_views_view: Option<bool>,
    /// `true` if pages are enabled.
    pub page_view: Option<bool>,
    /// `true` if the intake is enabled.
    pub intake_view: Option<bool>,
    /// `true` if the intake is enabled. Plane's documentation has this field instead of `intake_view`.
    pub inbox_view: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// `true` if guests see every work item.
    pub guest_view_all_features: Option<bool>,
    /// Months after which completed work items are archived, 0 to 12; 0 means never.
    #[serde(default, deserialize_with = "coerce")]
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed, 0 to 12; 0 means never.
    #[serde(default, deserialize_with = "coerce")]
    pub close_in: Option<i64>,
    /// Time at which the project was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Time zone.
    pub timezone: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the project in another system.
    pub external_id: Option<String>,
    /// User who created the project.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the project.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Workspace that the project belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// User to whom new work items without an assignee are assigned.
    #[serde(default, deserialize_with = "coerce")]
    pub default_assignee: Option<Ref<User>>,
    /// User who leads the project.
    #[serde(default, deserialize_with = "coerce")]
    pub project_lead: Option<Ref<User>>,
    /// Id of the project's [estimate](crate::v1::estimates).
    pub estimate: Option<EstimateId>,
    /// State of inactive work items after they are closed: see `close_in`.
    pub default_state: Option<StateId>,
    /// Template that the project was created from.
    pub template_id: Option<TemplateId>,
}

/// Enabled features of a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectFeatures {
    /// `true` if epics are enabled.
    pub epics: Option<bool>,
    /// `true` if modules are enabled.
    pub modules: Option<bool>,
    /// `true` if cycles are enabled.
    pub cycles: Option<bool>,
    /// `true` if views are enabled.
    pub views: Option<bool>,
    /// `true` if pages are enabled.
    pub pages: Option<bool>,
    /// `true` if the intake is enabled.
    pub intakes: Option<bool>,
    /// `true` if work item types are enabled.
    pub work_item_types: Option<bool>,
    /// `true` if workflows are enabled. Only Plane's Python SDK defines this field.
    pub workflows: Option<bool>,
    /// `true` if cycles may overlap. Only Plane's Python SDK defines this field.
    pub parallel_cycles: Option<bool>,
    /// `true` if updates are enabled. Only Plane's Python SDK defines this field.
    pub project_updates: Option<bool>,
}

/// Total time logged on one work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectWorkLogTotal {
    /// The work item.
    pub issue_id: Option<WorkItemId>,
    /// Logged time, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
}

open_int_enum! {
    /// Visibility of a project.
    pub enum ProjectNetwork {
        /// Visible to the members of the project.
        Secret = 0,
        /// Visible to every workspace member.
        Public = 2,
    }
}
