//! Initiatives: goals of a workspace. Projects, epics and work items contribute to them.
//!
//! Initiatives are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use jiff::civil::date;
//! use plane_api::v1::initiatives::{AddInitiativeProjects, CreateInitiative, InitiativeState};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateInitiative>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "To the moon"}));
//! # mock.expect_any::<AddInitiativeProjects>().reply(serde_json::json!([]));
//! # let client = mock.client();
//! let initiative = CreateInitiative::new("my-workspace", "To the moon")
//!     .state(InitiativeState::Planned)
//!     .end_date(date(2027, 12, 31))
//!     .send(&client)
//!     .await?;
//! let projects = ["6ba7b810-9dad-11d1-80b4-00c04fd430c8"];
//! AddInitiativeProjects::new("my-workspace", initiative.id, projects).send(&client).await?;
//! # Ok(())
//! # }
//! ```

pub mod labels;

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{InitiativeId, InitiativeLabelId, ProjectId, UserId, WorkItemId, WorkspaceId},
        v1::{
            common::{LogoProps, OneOrMany, lenient},
            epics::{Epic, EpicId},
            initiatives::labels::InitiativeLabel,
            projects::Project,
            work_items::WorkItem,
        },
    },
};

/// Lists the initiatives of a workspace. Needs the scope `initiatives:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/" -> Page<Initiative>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiatives {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates an initiative. Needs the scope `initiatives:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/" -> Initiative)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateInitiative {
    pub workspace_slug: String,
    /// Name of the initiative.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description without formatting.
    pub description_stripped: Option<String>,
    /// Start date.
    pub start_date: Option<Date>,
    /// End date.
    pub end_date: Option<Date>,
    /// Emoji or icon of the initiative.
    pub logo_props: Option<LogoProps>,
    /// Status of the initiative.
    pub state: Option<InitiativeState>,
    /// Time at which the initiative was archived.
    pub archived_at: Option<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// User who leads the initiative.
    pub lead: Option<UserId>,
}

/// Gets an initiative. Needs the scope `initiatives:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> Initiative)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
}

/// Updates an initiative. Unset fields are left unchanged. Needs the scope `initiatives:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> Initiative)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Name of the initiative.
    pub name: Option<String>,
    /// Description, as plain text. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description: Patch<String>,
    /// Description, as HTML. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description_html: Patch<String>,
    /// Description without formatting.
    pub description_stripped: Patch<String>,
    /// Start date. Only Plane's documentation of API v2 says that this field can be cleared.
    pub start_date: Patch<Date>,
    /// End date. Only Plane's documentation of API v2 says that this field can be cleared.
    pub end_date: Patch<Date>,
    /// Emoji or icon of the initiative.
    pub logo_props: Option<LogoProps>,
    /// Status of the initiative.
    pub state: Patch<InitiativeState>,
    /// Time at which the initiative was archived.
    pub archived_at: Option<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// User who leads the initiative. Only Plane's documentation of API v2 says that this field can be cleared.
    pub lead: Patch<UserId>,
}

/// Deletes an initiative. Needs the scope `initiatives:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
}

/// Lists the labels of an initiative. Needs the scope `initiatives.labels:read`.
///
/// [`ListInitiativeLabels`](labels::ListInitiativeLabels) lists all labels that the workspace defines for initiatives.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> Page<InitiativeLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabelsOfInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds labels to an initiative. Needs the scope `initiatives.labels:write`.
// Plane's SDKs decode a list; the documentation's sample is a single label.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> OneOrMany<InitiativeLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeLabels {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Labels to add.
    // Optional in the documentation, required by Plane's SDKs.
    pub label_ids: Vec<InitiativeLabelId>,
}

/// Removes labels from an initiative. Needs the scope `initiatives.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeLabels {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Labels to remove.
    pub label_ids: Vec<InitiativeLabelId>,
}

/// Lists the projects of an initiative. Needs the scope `initiatives.projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds projects to an initiative. Needs the scope `initiatives.projects:write`.
// Plane's SDKs decode a list; the documentation's samples of similar requests are single objects.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> OneOrMany<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Projects to add.
    // Optional in the documentation, required by Plane's SDKs.
    pub project_ids: Vec<ProjectId>,
}

/// Removes projects from an initiative. Needs the scope `initiatives.projects:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Projects to remove.
    pub project_ids: Vec<ProjectId>,
}

/// Lists the epics of an initiative. Needs the scope `initiatives.epics:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/epics/" -> Page<Epic>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeEpics {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds epics to an initiative. Needs the scope `initiatives.epics:write`.
// Plane's SDKs decode a list; the documentation's sample is a single epic.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/epics/" -> OneOrMany<Epic>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeEpics {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Epics to add.
    // Optional in the documentation, required by Plane's SDKs.
    pub epic_ids: Vec<EpicId>,
}

/// Removes epics from an initiative. Needs the scope `initiatives.epics:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/epics/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeEpics {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Epics to remove.
    pub epic_ids: Vec<EpicId>,
}

/// Lists the work items of an initiative. Only Plane's Python SDK defines this request.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds work items to an initiative. Only Plane's Python SDK defines this request.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> Vec<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Work items to add.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes work items from an initiative. Only Plane's Python SDK defines this request.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Work items to remove.
    pub work_item_ids: Vec<WorkItemId>,
}

/// A goal of a workspace. Projects, epics and work items contribute to it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Initiative {
    /// Id of the initiative.
    pub id: InitiativeId,
    /// Name of the initiative.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description without formatting.
    pub description_stripped: Option<String>,
    /// Description, in the editor's binary format, Base64-encoded.
    pub description_binary: Option<String>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// End date.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Date>,
    /// Emoji or icon of the initiative.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Status of the initiative.
    pub state: Option<InitiativeState>,
    /// User who leads the initiative.
    pub lead: Option<UserId>,
    /// Workspace that the initiative belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created the initiative.
    pub created_by: Option<UserId>,
    /// User who last changed the initiative.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the initiative in another system.
    pub external_id: Option<String>,
}

open_enum! {
    /// Status of an initiative.
    pub enum InitiativeState {
        /// Draft.
        Draft = "DRAFT",
        /// Planned but not started.
        Planned = "PLANNED",
        /// In progress.
        Active = "ACTIVE",
        /// Completed.
        Completed = "COMPLETED",
        /// Cancelled or no longer relevant.
        Closed = "CLOSED",
    }
}
