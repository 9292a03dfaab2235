//! Projects: the containers of work items, cycles, modules and pages in a workspace.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::projects::{ListProjects, ProjectField};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListProjects>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/?paginate=cursor" -> CursorPage<Project>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjects {
    pub workspace_slug: String,
    /// Returns only projects with this id in another system.
    pub external_id: Option<String>,
    /// Returns only projects whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only projects with this identifier, such as `ENG`.
    pub identifier: Option<String>,
    /// `true` returns archived projects too.
    pub include_archived: Option<bool>,
    /// `true` returns only archived projects, `false` only the others.
    pub is_archived: Option<bool>,
    /// Returns only projects with this key. Plane does not document what a key is.
    pub key: Option<String>,
    /// Returns only projects with this name.
    pub name: Option<String>,
    /// Returns only projects with this visibility.
    pub network: Option<ProjectNetwork>,
    /// Returns only projects with this priority.
    pub priority: Option<Priority>,
    /// Returns only projects with one of these priorities.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Returns only projects that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<ProjectOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a project. Needs the scope `projects:write`.
///
/// The name must be unique in the workspace. In this request, the server ignores `default_state_id` and `estimate_id`:
/// set them with [`UpdateProject`].
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/" -> Project, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProject {
    pub workspace_slug: String,
    /// Identifier of the project, with which the keys of work items begin: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: String,
    /// Name of the project, at most 255 characters.
    pub name: String,
    /// Months after which completed work items are archived; 0 means never.
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed; 0 means never.
    pub close_in: Option<i64>,
    /// URL of the cover image.
    pub cover_image: Patch<String>,
    /// `true` if cycles are enabled.
    pub cycle_view: Option<bool>,
    /// User to whom new work items are assigned by default.
    pub default_assignee_id: Patch<UserId>,
    /// State of inactive work items after they are closed: see `close_in`.
    pub default_state_id: Patch<StateId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji of the project, as a hexadecimal code point such as `1f680`; at most 255 characters. An old format: see
    /// `logo_props`.
    pub emoji: Patch<String>,
    /// Estimate that the project uses.
    pub estimate_id: Patch<EstimateId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the project in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if guests see all work items, `false` if guests see only their own work items.
    pub guest_view_all_features: Option<bool>,
    /// Icon of the project, as JSON. An old format: see `logo_props`.
    pub icon_prop: Patch<Value>,
    /// `true` if the intake is enabled.
    pub intake_view: Option<bool>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if views are enabled.
    pub issue_views_view: Option<bool>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Patch<Value>,
    /// `true` if modules are enabled.
    pub module_view: Option<bool>,
    /// Visibility of the project.
    pub network: Option<ProjectNetwork>,
    /// `true` if pages are enabled.
    pub page_view: Option<bool>,
    /// Priority of the project.
    pub priority: Option<Priority>,
    /// User who leads the project.
    pub project_lead_id: Patch<UserId>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// State of the project itself, not of work items.
    pub state_id: Patch<StateId>,
    /// Due date.
    pub target_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// Gets a project. Needs the scope `projects:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// Updates a project. Unset fields are left unchanged. Needs the scope `projects:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/" -> Project, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
    /// Months after which completed work items are archived; 0 means never.
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed; 0 means never.
    pub close_in: Option<i64>,
    /// URL of the cover image.
    pub cover_image: Patch<String>,
    /// `true` if cycles are enabled.
    pub cycle_view: Option<bool>,
    /// User to whom new work items are assigned by default.
    pub default_assignee_id: Patch<UserId>,
    /// State of inactive work items after they are closed: see `close_in`.
    pub default_state_id: Patch<StateId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji of the project, as a hexadecimal code point such as `1f680`; at most 255 characters. An old format: see
    /// `logo_props`.
    pub emoji: Patch<String>,
    /// Estimate that the project uses.
    pub estimate_id: Patch<EstimateId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the project in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if guests see all work items, `false` if guests see only their own work items.
    pub guest_view_all_features: Option<bool>,
    /// Icon of the project, as JSON. An old format: see `logo_props`.
    pub icon_prop: Patch<Value>,
    /// Identifier of the project, with which the keys of work items begin: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: Option<String>,
    /// `true` if the intake is enabled.
    pub intake_view: Option<bool>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if views are enabled.
    pub issue_views_view: Option<bool>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Patch<Value>,
    /// `true` if modules are enabled.
    pub module_view: Option<bool>,
    /// Name of the project, at most 255 characters.
    pub name: Option<String>,
    /// Visibility of the project.
    pub network: Option<ProjectNetwork>,
    /// `true` if pages are enabled.
    pub page_view: Option<bool>,
    /// Priority of the project.
    pub priority: Option<Priority>,
    /// User who leads the project.
    pub project_lead_id: Patch<UserId>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// State of the project itself, not of work items.
    pub state_id: Patch<StateId>,
    /// Due date.
    pub target_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectField>,
}

/// Deletes a project and all its contents. Needs the scope `projects:write`.
///
/// Deleted projects cannot be restored through the API.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProject {
    pub workspace_slug: String,
    /// Id of the project, or its identifier, such as `ENG`.
    pub project_id: ProjectId,
}

/// Updates the project with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/upsert/" -> Upserted<Project>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertProject {
    pub workspace_slug: String,
    /// Identifier of the project, with which the keys of work items begin: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: String,
    /// Name of the project, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the project in another system, at most 255 characters.
    pub external_id: String,
    /// Months after which completed work items are archived; 0 means never.
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed; 0 means never.
    pub close_in: Option<i64>,
    /// URL of the cover image.
    pub cover_image: Patch<String>,
    /// `true` if cycles are enabled.
    pub cycle_view: Option<bool>,
    /// User to whom new work items are assigned by default.
    pub default_assignee_id: Patch<UserId>,
    /// State of inactive work items after they are closed: see `close_in`.
    pub default_state_id: Patch<StateId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji of the project, as a hexadecimal code point such as `1f680`; at most 255 characters. An old format: see
    /// `logo_props`.
    pub emoji: Patch<String>,
    /// Estimate that the project uses.
    pub estimate_id: Patch<EstimateId>,
    /// `true` if guests see all work items, `false` if guests see only their own work items.
    pub guest_view_all_features: Option<bool>,
    /// Icon of the project, as JSON. An old format: see `logo_props`.
    pub icon_prop: Patch<Value>,
    /// `true` if the intake is enabled.
    pub intake_view: Option<bool>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if views are enabled.
    pub issue_views_view: Option<bool>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Patch<Value>,
    /// `true` if modules are enabled.
    pub module_view: Option<bool>,
    /// Visibility of the project.
    pub network: Option<ProjectNetwork>,
    /// `true` if pages are enabled.
    pub page_view: Option<bool>,
    /// Priority of the project.
    pub priority: Option<Priority>,
    /// User who leads the project.
    pub project_lead_id: Patch<UserId>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// State of the project itself, not of work items.
    pub state_id: Patch<StateId>,
    /// Due date.
    pub target_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ProjectExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Identifier of the project, with which the keys of work items begin: `ENG` in `ENG-7`.
    pub identifier: Option<String>,
    /// Visibility of the project.
    pub network: Option<ProjectNetwork>,
    /// Priority of the project.
    pub priority: Option<Priority>,
    /// Emoji of the project, as a hexadecimal code point such as `1f680`. An old format: see `logo_props`.
    pub emoji: Option<String>,
    /// Icon of the project, as JSON. An old format: see `logo_props`.
    pub icon_prop: Option<Value>,
    /// URL of the cover image.
    pub cover_image: Option<String>,
    /// Download URL of the cover image.
    pub cover_image_url: Option<String>,
    /// Emoji or icon of the project, as JSON.
    pub logo_props: Option<Value>,
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
    /// `true` if guests see all work items, `false` if guests see only their own work items.
    pub guest_view_all_features: Option<bool>,
    /// `true` if time tracking is enabled.
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if work item types are enabled.
    pub is_issue_type_enabled: Option<bool>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Timestamp>,
    /// Months after which completed work items are archived; 0 means never.
    #[serde(default, deserialize_with = "coerce")]
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed; 0 means never.
    #[serde(default, deserialize_with = "coerce")]
    pub close_in: Option<i64>,
    /// User to whom new work items are assigned by default.
    pub default_assignee_id: Option<UserId>,
    /// User who leads the project.
    pub project_lead_id: Option<UserId>,
    /// State of inactive work items after they are closed: see `close_in`.
    pub default_state_id: Option<StateId>,
    /// Estimate that the project uses.
    pub estimate_id: Option<EstimateId>,
    /// State of the project itself, not of work items.
    pub state_id: Option<StateId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Id of the project in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Time at which the project was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the project.
    pub created_by_id: Option<UserId>,
    /// User who leads the project, as JSON, if `expand` includes `project_lead`.
    pub project_lead: Option<Value>,
    /// Default assignee of work items, as JSON, if `expand` includes `default_assignee`.
    pub default_assignee: Option<Value>,
}

open_enum! {
    /// Sort order of a list of projects, ascending or descending.
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
    /// Objects that `expand` can add to [`Project`].
    pub enum ProjectExpand {
        DefaultAssignee = "default_assignee",
        ProjectLead = "project_lead",
    }
}

open_enum! {
    /// Fields of [`Project`] that a response can include.
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
    /// Visibility of a project.
    pub enum ProjectNetwork {
        /// Only members of the project can see it.
        Secret = 0,
        /// All members of the workspace can see it.
        Public = 2,
    }
}
