//! Labels of [initiatives](crate::v2::initiatives).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::initiatives::labels::ListInitiativeLabels;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListInitiativeLabels>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListInitiativeLabels::new("my-workspace").items(&client);
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
        ids::{InitiativeLabelId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the initiative labels of a workspace. Needs the scope `initiatives.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/labels/?paginate=cursor" -> CursorPage<InitiativeLabel>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeLabels {
    pub workspace_slug: String,
    /// Returns only labels with this name.
    pub name: Option<String>,
    /// Returns only labels that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<InitiativeLabelOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeLabelField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an initiative label. Needs the scope `initiatives.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/labels/" -> InitiativeLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateInitiativeLabel {
    pub workspace_slug: String,
    /// Name of the initiative label, at most 255 characters.
    pub name: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeLabelField>,
}

/// Gets an initiative label. Needs the scope `initiatives.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> InitiativeLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeLabelField>,
}

/// Updates an initiative label. Unset fields are left unchanged. Needs the scope `initiatives.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> InitiativeLabel, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the initiative label, at most 255 characters.
    pub name: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<InitiativeLabelField>,
}

/// Deletes an initiative label. Needs the scope `initiatives.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
}

/// A label of initiatives.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct InitiativeLabel {
    /// Id of the initiative label.
    pub id: InitiativeLabelId,
    /// Name of the initiative label.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the label.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of initiative labels, ascending or descending.
    pub enum InitiativeLabelOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields of [`InitiativeLabel`] that a response can include.
    pub enum InitiativeLabelField {
        All = "all",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        Id = "id",
        Name = "name",
        SortOrder = "sort_order",
    }
}
