//! Projects.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::projects::{ListProjects, ProjectField}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let fields = [ProjectField::Identifier, ProjectField::Name];
//! let mut projects = ListProjects::new("my-workspace").fields(fields).items(&client);
//! while let Some(project) = projects.next().await {
//!     println!("{:?}", project?.identifier);
//! }
//! # Ok(())
//! # }
//! ```

pub mod archive;
pub mod bulk;
pub mod features;
pub mod members;
pub mod summary;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
        page::Cursor,
        patch::Patch,
    },
    plane::{
        ids::{EstimateId, ProjectId, StateId, UserId},
        v2::{
            common::Priority,
            lists::CursorPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the projects of a workspace. Needs the scope `projects:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/?paginate=cursor" -> CursorPage<Project>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjects {
    pub workspace_slug: String,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this identifier.
    pub identifier: Option<String>,
    /// Whether archived ones are listed as well.
    pub include_archived: Option<bool>,
    /// Only those that are archived, or only those that are not.
    pub is_archived: Option<bool>,
    /// Only those with this key.
    pub key: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with this audience.
    pub network: Option<ProjectNetwork>,
    /// Only those with this priority.
    pub priority: Option<Priority>,
    /// Only those with one of these priorities.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<ProjectOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a project. Needs the scope `projects:write`.
///
/// The name must be unique in the workspace. `default_state_id` and `estimate_id` have no effect here: set them with
/// [`UpdateProject`].
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/" -> Project, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProject {
    pub workspace_slug: String,
    /// Identifier, which the keys of its work items begin with: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: String,
    /// Name of the project, 255 characters at most.
    pub name: String,
    /// Months after which completed work items are archived; 0 for never.
    pub archive_in: Option<i64>,
    /// Months after which idle work items are closed; 0 for never.
    pub close_in: Option<i64>,
    /// URL of the picture above the project.
    pub cover_image: Patch<String>,
    /// Whether the project has cycles.
    pub cycle_view: Option<bool>,
    /// Who is assigned to work items that are created without assignees.
    pub default_assignee_id: Patch<UserId>,
    /// The state that idle work items are closed with.
    pub default_state_id: Patch<StateId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji of the project, as the hexadecimal number of its character, 255 characters at most.
    pub emoji: Patch<String>,
    /// The estimate.
    pub estimate_id: Patch<EstimateId>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the project in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether guests see all work items instead of their own.
    pub guest_view_all_features: Option<bool>,
    /// Icon of the project, as JSON.
    pub icon_prop: Patch<Value>,
    /// Whether the project has an intake.
    pub intake_view: Option<bool>,
    /// Whether work items have types.
    pub is_issue_type_enabled: Option<bool>,
    /// Whether time is tracked.
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether the project has views.
    pub issue_views_view: Option<bool>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Patch<Value>,
    /// Whether the project has modules.
    pub module_view: Option<bool>,
    /// Who sees the project.
    pub network: Option<ProjectNetwork>,
    /// Whether the project has pages.
    pub page_view: Option<bool>,
    /// How urgent the project is.
    pub priority: Option<Priority>,
    /// Who leads the project.
    pub project_lead_id: Patch<UserId>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// The state that it is in.
    pub state_id: Patch<StateId>,
    /// When it is due.
    pub target_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// Gets a project. Needs the scope `projects:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// Updates a project. Unset fields are left unchanged. Needs the scope `projects:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
    /// Months after which completed work items are archived; 0 for never.
    pub archive_in: Option<i64>,
    /// Months after which idle work items are closed; 0 for never.
    pub close_in: Option<i64>,
    /// URL of the picture above the project.
    pub cover_image: Patch<String>,
    /// Whether the project has cycles.
    pub cycle_view: Option<bool>,
    /// Who is assigned to work items that are created without assignees.
    pub default_assignee_id: Patch<UserId>,
    /// The state that idle work items are closed with.
    pub default_state_id: Patch<StateId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji of the project, as the hexadecimal number of its character, 255 characters at most.
    pub emoji: Patch<String>,
    /// The estimate.
    pub estimate_id: Patch<EstimateId>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the project in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether guests see all work items instead of their own.
    pub guest_view_all_features: Option<bool>,
    /// Icon of the project, as JSON.
    pub icon_prop: Patch<Value>,
    /// Identifier, which the keys of its work items begin with: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: Option<String>,
    /// Whether the project has an intake.
    pub intake_view: Option<bool>,
    /// Whether work items have types.
    pub is_issue_type_enabled: Option<bool>,
    /// Whether time is tracked.
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether the project has views.
    pub issue_views_view: Option<bool>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Patch<Value>,
    /// Whether the project has modules.
    pub module_view: Option<bool>,
    /// Name of the project, 255 characters at most.
    pub name: Option<String>,
    /// Who sees the project.
    pub network: Option<ProjectNetwork>,
    /// Whether the project has pages.
    pub page_view: Option<bool>,
    /// How urgent the project is.
    pub priority: Option<Priority>,
    /// Who leads the project.
    pub project_lead_id: Patch<UserId>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// The state that it is in.
    pub state_id: Patch<StateId>,
    /// When it is due.
    pub target_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// Deletes a project, and everything in it. Needs the scope `projects:write`.
///
/// Deleted projects cannot be restored through the API.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
}

/// Updates the project that has this external id, or creates it. Needs the scope `projects:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/upsert/" -> Upserted<Project>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertProject {
    pub workspace_slug: String,
    /// Identifier, which the keys of its work items begin with: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: String,
    /// Name of the project, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the project in another system, 255 characters at most.
    pub external_id: String,
    /// Months after which completed work items are archived; 0 for never.
    pub archive_in: Option<i64>,
    /// Months after which idle work items are closed; 0 for never.
    pub close_in: Option<i64>,
    /// URL of the picture above the project.
    pub cover_image: Patch<String>,
    /// Whether the project has cycles.
    pub cycle_view: Option<bool>,
    /// Who is assigned to work items that are created without assignees.
    pub default_assignee_id: Patch<UserId>,
    /// The state that idle work items are closed with.
    pub default_state_id: Patch<StateId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji of the project, as the hexadecimal number of its character, 255 characters at most.
    pub emoji: Patch<String>,
    /// The estimate.
    pub estimate_id: Patch<EstimateId>,
    /// Whether guests see all work items instead of their own.
    pub guest_view_all_features: Option<bool>,
    /// Icon of the project, as JSON.
    pub icon_prop: Patch<Value>,
    /// Whether the project has an intake.
    pub intake_view: Option<bool>,
    /// Whether work items have types.
    pub is_issue_type_enabled: Option<bool>,
    /// Whether time is tracked.
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether the project has views.
    pub issue_views_view: Option<bool>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Patch<Value>,
    /// Whether the project has modules.
    pub module_view: Option<bool>,
    /// Who sees the project.
    pub network: Option<ProjectNetwork>,
    /// Whether the project has pages.
    pub page_view: Option<bool>,
    /// How urgent the project is.
    pub priority: Option<Priority>,
    /// Who leads the project.
    pub project_lead_id: Patch<UserId>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// The state that it is in.
    pub state_id: Patch<StateId>,
    /// When it is due.
    pub target_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Project {
    /// Id of the project.
    pub id: ProjectId,
    /// Name of the project.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Identifier, which the keys of its work items begin with: `ENG` in `ENG-7`.
    pub identifier: Option<String>,
    /// Who sees the project.
    pub network: Option<ProjectNetwork>,
    /// How urgent the project is.
    pub priority: Option<Priority>,
    /// Emoji of the project, as the hexadecimal number of its character.
    pub emoji: Option<String>,
    /// Icon of the project, as JSON.
    pub icon_prop: Option<Value>,
    /// URL of the picture above the project.
    pub cover_image: Option<String>,
    /// URL that the picture above the project is loaded from.
    pub cover_image_url: Option<String>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Option<Value>,
    /// Whether the project has modules.
    pub module_view: Option<bool>,
    /// Whether the project has cycles.
    pub cycle_view: Option<bool>,
    /// Whether the project has views.
    pub issue_views_view: Option<bool>,
    /// Whether the project has pages.
    pub page_view: Option<bool>,
    /// Whether the project has an intake.
    pub intake_view: Option<bool>,
    /// Whether guests see all work items instead of their own.
    pub guest_view_all_features: Option<bool>,
    /// Whether time is tracked.
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether work items have types.
    pub is_issue_type_enabled: Option<bool>,
    /// When it starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// When it is due.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Timestamp>,
    /// Months after which completed work items are archived; 0 for never.
    #[serde(default, deserialize_with = "coerce")]
    pub archive_in: Option<i64>,
    /// Months after which idle work items are closed; 0 for never.
    #[serde(default, deserialize_with = "coerce")]
    pub close_in: Option<i64>,
    /// Who is assigned to work items that are created without assignees.
    pub default_assignee_id: Option<UserId>,
    /// Who leads the project.
    pub project_lead_id: Option<UserId>,
    /// The state that idle work items are closed with.
    pub default_state_id: Option<StateId>,
    /// The estimate.
    pub estimate_id: Option<EstimateId>,
    /// The state that it is in.
    pub state_id: Option<StateId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Id of the project in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who leads the project, if it was expanded.
    pub project_lead: Option<Value>,
    /// Who is assigned by default, if it was expanded.
    pub default_assignee: Option<Value>,
}

open_enum! {
    /// What a list of projects is sorted by, in ascending or descending order.
    pub enum ProjectOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
    }
}

open_enum! {
    /// Objects that a [`Project`] can have beside their ids.
    pub enum ProjectExpand {
        DefaultAssignee = "default_assignee",
        ProjectLead = "project_lead",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Project`].
    pub enum ProjectField {
        All = "all",
        ArchiveIn = "archive_in",
        ArchivedAt = "archived_at",
        CloseIn = "close_in",
        CoverImage = "cover_image",
        CoverImageUrl = "cover_image_url",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        CycleView = "cycle_view",
        DefaultAssigneeId = "default_assignee_id",
        DefaultStateId = "default_state_id",
        Description = "description",
        Emoji = "emoji",
        EstimateId = "estimate_id",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        GuestViewAllFeatures = "guest_view_all_features",
        IconProp = "icon_prop",
        Id = "id",
        Identifier = "identifier",
        IntakeView = "intake_view",
        IsIssueTypeEnabled = "is_issue_type_enabled",
        IsTimeTrackingEnabled = "is_time_tracking_enabled",
        IssueViewsView = "issue_views_view",
        LogoProps = "logo_props",
        ModuleView = "module_view",
        Name = "name",
        Network = "network",
        PageView = "page_view",
        Priority = "priority",
        ProjectLeadId = "project_lead_id",
        StartDate = "start_date",
        StateId = "state_id",
        TargetDate = "target_date",
        Timezone = "timezone",
    }
}

open_int_enum! {
    /// Who sees a project.
    pub enum ProjectNetwork {
        /// Its members.
        Secret = 0,
        /// Everybody in the workspace.
        Public = 2,
    }
}
