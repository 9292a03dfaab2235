//! Teamspaces: teams in a workspace, with their members and projects.
//!
//! Teamspaces are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::teamspaces::{AddTeamspaceMembers, CreateTeamspace};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateTeamspace>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Propulsion"}));
//! # mock.expect_any::<AddTeamspaceMembers>().reply(serde_json::json!([]));
//! # let client = mock.client();
//! let team = CreateTeamspace::new("my-workspace", "Propulsion").send(&client).await?;
//! let members = ["eb5d75ef-b44d-498e-b4d4-33a58980d841"];
//! AddTeamspaceMembers::new("my-workspace", team.id, members).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{ProjectId, TeamspaceId, UserId, WorkspaceId},
        v1::{
            common::{LogoProps, OneOrMany, lenient},
            projects::Project,
            users::User,
        },
    },
};

/// Lists the teamspaces of a workspace. Needs the scope `teamspaces:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/" -> Page<Teamspace>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaces {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
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
    /// Description, as a Plane editor document.
    pub description_json: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description without formatting.
    pub description_stripped: Option<String>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// User who leads the teamspace.
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

/// Updates a teamspace. Unset fields are left unchanged. Needs the scope `teamspaces:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> Teamspace)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Emoji or icon of the teamspace. Only Plane's documentation of API v2 says that this field can be cleared.
    pub logo_props: Patch<LogoProps>,
    /// Name of the teamspace.
    pub name: Option<String>,
    /// Description, as a Plane editor document.
    pub description_json: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Description without formatting.
    pub description_stripped: Patch<String>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// User who leads the teamspace. Only Plane's documentation of API v2 says that this field can be cleared.
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

/// Lists the projects of a teamspace. Needs the scope `teamspaces.projects:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/projects/" -> Page<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaceProjects {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds projects to a teamspace. Needs the scope `teamspaces.projects:write`.
// Plane's SDKs decode a list; the documentation's sample is a single project.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/projects/" -> OneOrMany<Project>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddTeamspaceProjects {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Projects to add.
    // Optional in the documentation, required by Plane's SDKs.
    pub project_ids: Vec<ProjectId>,
}

/// Removes projects from a teamspace. Needs the scope `teamspaces.projects:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/projects/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveTeamspaceProjects {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Projects to remove.
    pub project_ids: Vec<ProjectId>,
}

/// Lists the members of a teamspace. Needs the scope `teamspaces.members:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/members/" -> Page<User>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaceMembers {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds members to a teamspace. Needs the scope `teamspaces.members:write`.
// Plane's SDKs decode a list; the documentation's sample is a single user.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/members/" -> OneOrMany<User>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddTeamspaceMembers {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Users to add.
    // Optional in the documentation, required by Plane's SDKs.
    pub member_ids: Vec<UserId>,
}

/// Removes members from a teamspace. Needs the scope `teamspaces.members:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/members/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveTeamspaceMembers {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Users to remove.
    pub member_ids: Vec<UserId>,
}

/// A team in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Teamspace {
    /// Id of the teamspace.
    pub id: TeamspaceId,
    /// Name of the teamspace.
    pub name: String,
    /// Description, as a Plane editor document.
    pub description_json: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description without formatting.
    pub description_stripped: Option<String>,
    /// Description, in the editor's binary format, Base64-encoded.
    pub description_binary: Option<String>,
    /// Emoji or icon of the teamspace.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// User who leads the teamspace.
    pub lead: Option<UserId>,
    /// Workspace that the teamspace belongs to.
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
    /// User who created the teamspace.
    pub created_by: Option<UserId>,
    /// User who last changed the teamspace.
    pub updated_by: Option<UserId>,
    /// Description. Only Plane's documentation mentions this field.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the teamspace in another system.
    pub external_id: Option<String>,
}
