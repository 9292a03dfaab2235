//! Initiatives: goals that span several projects.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::initiatives::ListInitiatives;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListInitiatives>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListInitiatives::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod labels;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{InitiativeId, InitiativeLabelId, ProjectId, UserId, WorkItemId},
        v2::{common::Managed, lists::CursorPage},
    },
};

/// Lists the initiatives of a workspace. Needs the scope `initiatives:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/?paginate=cursor" -> CursorPage<Initiative>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiatives {
    pub workspace_slug: String,
    /// Returns only initiatives that this user leads.
    pub lead_id: Option<UserId>,
    /// Returns only initiatives with this name.
    pub name: Option<String>,
    /// Returns only initiatives that match this search text.
    pub search: Option<String>,
    /// Returns only initiatives with this status.
    pub state: Option<InitiativeState>,
    /// Returns only initiatives with one of these statuses.
    #[query(comma)]
    #[serde(rename = "state__in")]
    pub state_in: Vec<InitiativeState>,
    /// Sort order.
    pub order_by: Option<InitiativeOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an initiative. Needs the scope `initiatives:write`.
///
/// To add or remove single projects later, use [`ManageInitiativeProjects`].
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/" -> Initiative, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateInitiative {
    pub workspace_slug: String,
    /// Name of the initiative, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// End date.
    pub end_date: Patch<Timestamp>,
    /// User who leads the initiative.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the initiative, as JSON.
    pub logo_props: Patch<Value>,
    /// Projects of the initiative.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// Status of the initiative.
    pub state: Option<InitiativeState>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeField>,
}

/// Gets an initiative. Needs the scope `initiatives:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> Initiative, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeField>,
}

/// Updates an initiative. Unset fields are left unchanged. Needs the scope `initiatives:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> Initiative, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// End date.
    pub end_date: Patch<Timestamp>,
    /// User who leads the initiative.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the initiative, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the initiative, at most 255 characters.
    pub name: Option<String>,
    /// Projects of the initiative. The list replaces the current projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// Status of the initiative.
    pub state: Option<InitiativeState>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeField>,
}

/// Deletes an initiative. Needs the scope `initiatives:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
}

/// Adds labels to an initiative, and removes others. Needs the scope `initiatives:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> Managed<InitiativeLabelId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageInitiativeLabels {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Ids of the labels to add, at most 100.
    pub add: Option<Vec<InitiativeLabelId>>,
    /// Ids of the labels to remove, at most 100.
    pub remove: Option<Vec<InitiativeLabelId>>,
}

/// Adds projects to an initiative, and removes others. Needs the scope `initiatives:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> Managed<ProjectId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Ids of the projects to add, at most 100.
    pub add: Option<Vec<ProjectId>>,
    /// Ids of the projects to remove, at most 100.
    pub remove: Option<Vec<ProjectId>>,
}

/// Adds work items to an initiative, and removes others. Needs the scope `initiatives:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Ids of the work items to add, at most 100.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids of the work items to remove, at most 100.
    pub remove: Option<Vec<WorkItemId>>,
}

/// An initiative.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Initiative {
    /// Id of the initiative.
    pub id: InitiativeId,
    /// Name of the initiative.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// End date.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Timestamp>,
    /// Status of the initiative.
    pub state: Option<InitiativeState>,
    /// User who leads the initiative.
    pub lead_id: Option<UserId>,
    /// Labels of the initiative.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<InitiativeLabelId>>,
    /// Projects of the initiative.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Emoji or icon of the initiative, as JSON.
    pub logo_props: Option<Value>,
    /// Time at which the initiative was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the initiative.
    pub created_by_id: Option<UserId>,
    /// User who leads the initiative, as JSON, if `expand` includes `lead`.
    pub lead: Option<Value>,
}

open_enum! {
    /// Sort order of a list of initiatives, ascending or descending.
    pub enum InitiativeOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`Initiative`].
    pub enum InitiativeExpand {
        Lead = "lead",
    }
}

open_enum! {
    /// Fields of [`Initiative`] that a response can include.
    pub enum InitiativeField {
        All = "all",
        ArchivedAt = "archived_at",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        DescriptionHtml = "description_html",
        EndDate = "end_date",
        Id = "id",
        LabelIds = "label_ids",
        LeadId = "lead_id",
        LogoProps = "logo_props",
        Name = "name",
        ProjectIds = "project_ids",
        StartDate = "start_date",
        State = "state",
    }
}

open_enum! {
    /// Status of an initiative.
    pub enum InitiativeState {
        Draft = "DRAFT",
        Planned = "PLANNED",
        Active = "ACTIVE",
        Completed = "COMPLETED",
        Closed = "CLOSED",
    }
}
