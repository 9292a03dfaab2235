//! ~ Teamspaces.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint,
    projects::{Project, ProjectId},
    users::{User, UserId},
};

/// Lists teamspaces. Needs the scope `teamspaces:read`.
// NOTE: docs sample wraps the page in a one-element array
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/" -> Page<Teamspace>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaces {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a teamspace. Needs the scope `teamspaces:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/" -> Teamspace)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateTeamspace {
    pub workspace_slug: String,
    /// Emoji or icon of the teamspace.
    pub logo_props: Option<LogoProps>,
    /// Name of the teamspace.
    pub name: String,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// Who leads it.
    pub lead: Option<UserId>,
}

/// Gets a teamspace. Needs the scope `teamspaces:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> Teamspace)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
}

/// Updates a teamspace. Needs the scope `teamspaces:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> Teamspace)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Emoji or icon of the teamspace.
    pub logo_props: Patch<LogoProps>,
    /// Name of the teamspace.
    pub name: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Description, as plain text.
    pub description_stripped: Patch<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// Who leads it.
    pub lead: Patch<UserId>,
}

/// Deletes a teamspace. Needs the scope `teamspaces:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
}

/// Lists teamspace projects. Needs the scope `teamspaces.projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/projects/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaceProjects {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds teamspace projects. Needs the scope `teamspaces.projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/projects/" -> Vec<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddTeamspaceProjects {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// The projects that it belongs to.
    pub project_ids: Option<Vec<ProjectId>>,
}

/// Removes teamspace projects. Needs the scope `teamspaces.projects:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/projects/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveTeamspaceProjects {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// The projects that it belongs to.
    pub project_ids: Vec<ProjectId>,
}

/// Lists teamspace members. Needs the scope `teamspaces.members:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/members/" -> Page<User>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaceMembers {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds teamspace members. Needs the scope `teamspaces.members:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/members/" -> Vec<User>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddTeamspaceMembers {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// The members.
    pub member_ids: Option<Vec<UserId>>,
}

/// Removes teamspace members. Needs the scope `teamspaces.members:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/members/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveTeamspaceMembers {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// The members.
    pub member_ids: Vec<UserId>,
}

/// Id of a [`Teamspace`].
pub type TeamspaceId = Id<Teamspace>;

/// ~ teamspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Teamspace {
    /// Id of the teamspace.
    pub id: TeamspaceId,
    /// Name of the teamspace.
    pub name: String,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// Emoji or icon of the teamspace.
    pub logo_props: Option<LogoProps>,
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
    /// ~ Description.
    pub description: String,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the teamspace in another system.
    pub external_id: Option<String>,
}
