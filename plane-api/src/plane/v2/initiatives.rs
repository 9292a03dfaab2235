//! Initiatives: goals that several projects work for.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::initiatives::ListInitiatives};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this lead.
    pub lead_id: Option<UserId>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this state.
    pub state: Option<InitiativeState>,
    /// Only those with one of these states.
    #[query(comma)]
    #[serde(rename = "state__in")]
    pub state_in: Vec<InitiativeState>,
    /// What the list is sorted by.
    pub order_by: Option<InitiativeOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<InitiativeField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
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
    /// Name of the initiative, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// When it ends.
    pub end_date: Patch<Timestamp>,
    /// Who leads the initiative.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the initiative, as JSON.
    pub logo_props: Patch<Value>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// How far it is.
    pub state: Option<InitiativeState>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// When it ends.
    pub end_date: Patch<Timestamp>,
    /// Who leads the initiative.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the initiative, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the initiative, 255 characters at most.
    pub name: Option<String>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// How far it is.
    pub state: Option<InitiativeState>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<InitiativeExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Ids to add, 100 at most.
    pub add: Option<Vec<InitiativeLabelId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<InitiativeLabelId>>,
}

/// Adds projects to an initiative, and removes others. Needs the scope `initiatives:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> Managed<ProjectId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<ProjectId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<ProjectId>>,
}

/// Adds work items to an initiative, and removes others. Needs the scope `initiatives:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids to remove, 100 at most.
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
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// When it starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// When it ends.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Timestamp>,
    /// How far it is.
    pub state: Option<InitiativeState>,
    /// Who leads the initiative.
    pub lead_id: Option<UserId>,
    /// Its labels.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<InitiativeLabelId>>,
    /// Its projects.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Emoji or icon of the initiative, as JSON.
    pub logo_props: Option<Value>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who leads the initiative, as JSON, if it was expanded.
    pub lead: Option<Value>,
}

open_enum! {
    /// What a list of initiatives is sorted by, in ascending or descending order.
    pub enum InitiativeOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that a [`Initiative`] can have beside their ids.
    pub enum InitiativeExpand {
        Lead = "lead",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Initiative`].
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
    /// How far an initiative is.
    pub enum InitiativeState {
        Draft = "DRAFT",
        Planned = "PLANNED",
        Active = "ACTIVE",
        Completed = "COMPLETED",
        Closed = "CLOSED",
    }
}
