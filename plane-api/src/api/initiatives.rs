//! ~ Initiatives.

pub mod labels;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    Cursor, Id, Page, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint,
    epics::Epic,
    initiatives::labels::InitiativeLabel,
    labels::LabelId,
    open_enum,
    projects::{Project, ProjectId},
    users::UserId,
    work_items::{WorkItem, WorkItemId},
};

/// Lists initiatives. Needs the scope `initiatives:read`.
// NOTE: docs sample wraps the page in a one-element array
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/" -> Page<Initiative>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiatives {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
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
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it ends.
    pub end_date: Option<Date>,
    /// Emoji or icon of the initiative.
    pub logo_props: Option<LogoProps>,
    /// Its state.
    pub state: Option<InitiativeState>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// Who leads it.
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

/// Updates an initiative. Needs the scope `initiatives:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/" -> Initiative)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Name of the initiative.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Description, as plain text.
    pub description_stripped: Patch<String>,
    /// When it begins.
    pub start_date: Patch<Date>,
    /// When it ends.
    pub end_date: Patch<Date>,
    /// Emoji or icon of the initiative.
    pub logo_props: Option<LogoProps>,
    /// Its state.
    pub state: Patch<InitiativeState>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// Who leads it.
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

/// Lists labels of initiative. Needs the scope `initiatives.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> Page<InitiativeLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabelsOfInitiative {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds initiative labels. Needs the scope `initiatives.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> Vec<InitiativeLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeLabels {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
}

/// Removes initiative labels. Needs the scope `initiatives.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/labels/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeLabels {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Its labels.
    pub label_ids: Vec<LabelId>,
}

/// Lists initiative projects. Needs the scope `initiatives.projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds initiative projects. Needs the scope `initiatives.projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> Vec<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// The projects that it belongs to.
    pub project_ids: Option<Vec<ProjectId>>,
}

/// Removes initiative projects. Needs the scope `initiatives.projects:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/projects/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeProjects {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// The projects that it belongs to.
    pub project_ids: Vec<ProjectId>,
}

/// Lists initiative epics. Needs the scope `initiatives.epics:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/epics/" -> Page<Epic>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeEpics {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds initiative epics. Needs the scope `initiatives.epics:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/epics/" -> Vec<Epic>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeEpics {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// ~ Epic ids.
    pub epic_ids: Option<Vec<WorkItemId>>,
}

/// Removes initiative epics. Needs the scope `initiatives.epics:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/epics/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeEpics {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// ~ Epic ids.
    pub epic_ids: Vec<WorkItemId>,
}

/// Lists initiative work items.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds initiative work items.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> Vec<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes initiative work items.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/<initiative_id>/work-items/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveInitiativeWorkItems {
    pub workspace_slug: String,
    pub initiative_id: InitiativeId,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Id of a [`Initiative`].
pub type InitiativeId = Id<Initiative>;

/// ~ initiative.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Initiative {
    /// Id of the initiative.
    pub id: InitiativeId,
    /// Name of the initiative.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it ends.
    pub end_date: Option<Date>,
    /// Emoji or icon of the initiative.
    pub logo_props: Option<LogoProps>,
    /// Its state.
    pub state: Option<InitiativeState>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the initiative in another system.
    pub external_id: Option<String>,
}

open_enum! {
    /// ~ initiative state.
    pub enum InitiativeState {
        /// ~ Draft.
        Draft = "DRAFT",
        /// ~ Planned.
        Planned = "PLANNED",
        /// ~ Active.
        Active = "ACTIVE",
        /// ~ Completed.
        Completed = "COMPLETED",
        /// ~ Closed.
        Closed = "CLOSED",
    }
}
