//! Labels of [releases](crate::v2::releases).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::releases::labels::ListReleaseLabels;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListReleaseLabels>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListReleaseLabels::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{ReleaseLabelId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the release labels of a workspace. Needs the scope `releases.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/?paginate=cursor" -> CursorPage<ReleaseLabel>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLabels {
    pub workspace_slug: String,
    /// Returns only labels with this name.
    pub name: Option<String>,
    /// Returns only labels that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<ReleaseLabelOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLabelField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release label. Needs the scope `releases.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/labels/" -> ReleaseLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLabel {
    pub workspace_slug: String,
    /// Name of the release label, at most 255 characters.
    pub name: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<i64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLabelField>,
}

/// Gets a release label. Needs the scope `releases.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ReleaseLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLabelField>,
}

/// Updates a release label. Unset fields are left unchanged. Needs the scope `releases.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ReleaseLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Name of the release label, at most 255 characters.
    pub name: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<i64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLabelField>,
}

/// Deletes a release label. Needs the scope `releases.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
}

/// A label of releases.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseLabel {
    /// Id of the release label.
    pub id: ReleaseLabelId,
    /// Name of the release label.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    #[serde(default, deserialize_with = "coerce")]
    pub sort_order: Option<i64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the label.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of release labels, ascending or descending.
    pub enum ReleaseLabelOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields of [`ReleaseLabel`] that a response can include.
    pub enum ReleaseLabelField {
        All = "all",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        Name = "name",
        SortOrder = "sort_order",
    }
}
