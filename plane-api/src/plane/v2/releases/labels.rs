//! Labels of [releases](crate::v2::releases).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::releases::labels::ListReleaseLabels};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists the labels that the releases of a workspace can have. Needs the scope `releases.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/?paginate=cursor" -> CursorPage<ReleaseLabel>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLabels {
    pub workspace_slug: String,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<ReleaseLabelOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ReleaseLabelField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release label. Needs the scope `releases.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/labels/" -> ReleaseLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLabel {
    pub workspace_slug: String,
    /// Name of the release label, 255 characters at most.
    pub name: String,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<i64>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Name of the release label, 255 characters at most.
    pub name: Option<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<i64>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Position in lists, in ascending order.
    #[serde(default, deserialize_with = "coerce")]
    pub sort_order: Option<i64>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of release labels is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`ReleaseLabel`].
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
