//! ~ Stickies.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint,
    users::UserId,
};

/// Lists stickies. Needs the scope `stickies:read`.
// NOTE: docs sample wraps the page in a one-element array
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/" -> Page<Sticky>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStickies {
    pub workspace_slug: String,
    /// ~ Query.
    pub query: Option<String>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a sticky. Needs the scope `stickies:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/stickies/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSticky {
    pub workspace_slug: String,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the sticky.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`. 255 characters at most.
    pub color: Option<String>,
    /// Colour behind it, such as `#ffffff`. 255 characters at most.
    pub background_color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
}

/// Gets a sticky. Needs the scope `stickies:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
}

/// Updates a sticky. Needs the scope `stickies:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
    /// When it was deleted.
    pub deleted_at: Patch<Timestamp>,
    /// Name of the sticky.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Patch<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`. 255 characters at most.
    pub color: Patch<String>,
    /// Colour behind it, such as `#ffffff`. 255 characters at most.
    pub background_color: Patch<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// Who created it.
    pub created_by: Patch<UserId>,
    /// Who changed it last.
    pub updated_by: Patch<UserId>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Patch<String>,
}

/// Deletes a sticky. Needs the scope `stickies:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
}

/// Id of a [`Sticky`].
pub type StickyId = Id<Sticky>;

/// ~ sticky.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Sticky {
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the sticky.
    pub id: Option<StickyId>,
    /// Name of the sticky.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Colour behind it, such as `#ffffff`.
    pub background_color: Option<String>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Who owns it.
    pub owner: Option<UserId>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the sticky in another system.
    pub external_id: Option<String>,
}
