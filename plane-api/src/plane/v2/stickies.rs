//! Sticky notes of the caller.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::stickies::ListStickies};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this color.
    pub color: Option<String>,
    /// Only those with this owner.
    pub owner_id: Option<UserId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<StickyOrder>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<StickyField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
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
    /// Colour behind it, 255 characters at most.
    pub background_color: Patch<String>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Patch<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Emoji or icon of the sticky, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the sticky.
    pub name: Patch<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Colour behind it, 255 characters at most.
    pub background_color: Patch<String>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Patch<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Emoji or icon of the sticky, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the sticky.
    pub name: Patch<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Id of the sticky.
    pub id: StickyId,
    /// Name of the sticky.
    pub name: Option<String>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Colour behind it.
    pub background_color: Option<String>,
    /// Emoji or icon of the sticky, as JSON.
    pub logo_props: Option<Value>,
    /// Whose it is.
    pub owner_id: Option<UserId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of sticky notes is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`Sticky`].
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
