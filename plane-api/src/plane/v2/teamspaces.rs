//! Teamspaces: members who work on projects together.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::teamspaces::ListTeamspaces};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListTeamspaces::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, TeamspaceId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the teamspaces of a workspace. Needs the scope `teamspaces:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/?paginate=cursor" -> CursorPage<Teamspace>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListTeamspaces {
    pub workspace_slug: String,
    /// Only those with this lead.
    pub lead_id: Option<UserId>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<TeamspaceOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<TeamspaceField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a teamspace. Needs the scope `teamspaces:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/" -> Teamspace, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateTeamspace {
    pub workspace_slug: String,
    /// Name of the teamspace, 255 characters at most.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Who leads the teamspace.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the teamspace, as JSON.
    pub logo_props: Patch<Value>,
    /// Its members.
    pub member_ids: Option<Vec<UserId>>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<TeamspaceField>,
}

/// Gets a teamspace. Needs the scope `teamspaces:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> Teamspace, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<TeamspaceField>,
}

/// Updates a teamspace. Unset fields are left unchanged. Needs the scope `teamspaces:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> Teamspace, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Who leads the teamspace.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the teamspace, as JSON.
    pub logo_props: Patch<Value>,
    /// Its members.
    pub member_ids: Option<Vec<UserId>>,
    /// Name of the teamspace, 255 characters at most.
    pub name: Option<String>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<TeamspaceField>,
}

/// Deletes a teamspace. Needs the scope `teamspaces:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/teamspaces/<teamspace_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteTeamspace {
    pub workspace_slug: String,
    pub teamspace_id: TeamspaceId,
}

/// A teamspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Teamspace {
    /// Id of the teamspace.
    pub id: TeamspaceId,
    /// Name of the teamspace.
    pub name: Option<String>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// Who leads the teamspace.
    pub lead_id: Option<UserId>,
    /// Emoji or icon of the teamspace, as JSON.
    pub logo_props: Option<Value>,
    /// Its members.
    #[serde(default, deserialize_with = "coerce")]
    pub member_ids: Option<Vec<UserId>>,
    /// Its projects.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who leads the teamspace, as JSON, if it was expanded.
    pub lead: Option<Value>,
}

open_enum! {
    /// What a list of teamspaces is sorted by, in ascending or descending order.
    pub enum TeamspaceOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that a [`Teamspace`] can have beside their ids.
    pub enum TeamspaceExpand {
        Lead = "lead",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Teamspace`].
    pub enum TeamspaceField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        DescriptionHtml = "description_html",
        Id = "id",
        LeadId = "lead_id",
        LogoProps = "logo_props",
        MemberIds = "member_ids",
        Name = "name",
        ProjectIds = "project_ids",
    }
}
