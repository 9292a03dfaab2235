//! Sticky notes of the caller.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::stickies::ListStickies;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListStickies>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListStickies::new("my-workspace").items(&client);
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
        ids::{StickyId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the sticky notes of the caller. Needs the scope `stickies:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/?paginate=cursor" -> CursorPage<Sticky>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStickies {
    pub workspace_slug: String,
    /// Returns only sticky notes of this colour.
    pub color: Option<String>,
    /// Returns only sticky notes that this user owns.
    pub owner_id: Option<UserId>,
    /// Returns only sticky notes that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<StickyOrder>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StickyField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a sticky note. Needs the scope `stickies:write`.
///
/// All fields are optional.
#[endpoint(POST, "/workspaces/<workspace_slug>/stickies/" -> Sticky, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSticky {
    pub workspace_slug: String,
    /// Background colour, at most 255 characters.
    pub background_color: Patch<String>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Patch<String>,
    /// Text of the sticky note, as HTML.
    pub description_html: Option<String>,
    /// Emoji or icon of the sticky note, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the sticky note.
    pub name: Patch<String>,
    /// Position among the sticky notes: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StickyField>,
}

/// Gets a sticky note. Needs the scope `stickies:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StickyField>,
}

/// Updates a sticky note. Unset fields are left unchanged. Needs the scope `stickies:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
    /// Background colour, at most 255 characters.
    pub background_color: Patch<String>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Patch<String>,
    /// Text of the sticky note, as HTML.
    pub description_html: Option<String>,
    /// Emoji or icon of the sticky note, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the sticky note.
    pub name: Patch<String>,
    /// Position among the sticky notes: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StickyField>,
}

/// Deletes a sticky note. Needs the scope `stickies:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
}

/// A sticky note.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Sticky {
    /// Id of the sticky note.
    pub id: StickyId,
    /// Name of the sticky note.
    pub name: Option<String>,
    /// Text of the sticky note, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Text of the sticky note, without formatting.
    pub description_stripped: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Background colour.
    pub background_color: Option<String>,
    /// Emoji or icon of the sticky note, as JSON.
    pub logo_props: Option<Value>,
    /// User who owns the sticky note.
    pub owner_id: Option<UserId>,
    /// Position among the sticky notes: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the sticky note.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of sticky notes, ascending or descending.
    pub enum StickyOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields of [`Sticky`] that a response can include.
    pub enum StickyField {
        All = "all",
        BackgroundColor = "background_color",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        DescriptionHtml = "description_html",
        DescriptionStripped = "description_stripped",
        Id = "id",
        LogoProps = "logo_props",
        Name = "name",
        OwnerId = "owner_id",
        SortOrder = "sort_order",
    }
}
