//! Teamspaces: groups of members who work on projects together.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::teamspaces::ListTeamspaces;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListTeamspaces>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
    /// Returns only teamspaces that this user leads.
    pub lead_id: Option<UserId>,
    /// Returns only teamspaces with this name.
    pub name: Option<String>,
    /// Returns only teamspaces that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<TeamspaceOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<TeamspaceField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a teamspace. Needs the scope `teamspaces:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/teamspaces/" -> Teamspace, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateTeamspace {
    pub workspace_slug: String,
    /// Name of the teamspace, at most 255 characters.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// User who leads the teamspace.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the teamspace, as JSON.
    pub logo_props: Patch<Value>,
    /// Members of the teamspace.
    pub member_ids: Option<Vec<UserId>>,
    /// Projects of the teamspace.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// User who leads the teamspace.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the teamspace, as JSON.
    pub logo_props: Patch<Value>,
    /// Members of the teamspace.
    pub member_ids: Option<Vec<UserId>>,
    /// Name of the teamspace, at most 255 characters.
    pub name: Option<String>,
    /// Projects of the teamspace.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<TeamspaceExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// User who leads the teamspace.
    pub lead_id: Option<UserId>,
    /// Emoji or icon of the teamspace, as JSON.
    pub logo_props: Option<Value>,
    /// Members of the teamspace.
    #[serde(default, deserialize_with = "coerce")]
    pub member_ids: Option<Vec<UserId>>,
    /// Projects of the teamspace.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the teamspace.
    pub created_by_id: Option<UserId>,
    /// User who leads the teamspace, as JSON, if `expand` includes `lead`.
    pub lead: Option<Value>,
}

open_enum! {
    /// Sort order of a list of teamspaces, ascending or descending.
    pub enum TeamspaceOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`Teamspace`].
    pub enum TeamspaceExpand {
        Lead = "lead",
    }
}

open_enum! {
    /// Fields of [`Teamspace`] that a response can include.
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
