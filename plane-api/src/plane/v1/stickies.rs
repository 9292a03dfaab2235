//! Stickies: notes that a user keeps in a workspace, and that nobody else sees.
//!
//! ```no_run
//! use plane_api::{Client, v1::stickies::CreateSticky};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! CreateSticky::new("my-workspace")
//!     .name("Fuel")
//!     .description_html("<p>Ask for the price of oxygen</p>")
//!     .color("#fde68a")
//!     .send(&client)
//!     .await?;
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
        ids::{StickyId, UserId, WorkspaceId},
        v1::common::{LogoProps, lenient},
    },
};

/// Lists the stickies of the key's user, the newest first. Needs the scope `stickies:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/" -> Page<Sticky>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStickies {
    pub workspace_slug: String,
    /// Those with these words in their text. Not documented.
    pub query: Option<String>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most; 20 if unset.
    pub per_page: Option<u32>,
}

/// Creates a sticky of the key's user. Needs the scope `stickies:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/stickies/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSticky {
    pub workspace_slug: String,
    /// Title of the sticky.
    pub name: Option<String>,
    /// Text, as the document of Plane's editor, or as text.
    pub description: Option<Value>,
    /// Text, as HTML. The server removes what could run.
    pub description_html: Option<String>,
    /// Text without its formatting. The Community Edition makes it of `description_html`.
    pub description_stripped: Option<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`. Any text is accepted, 255 characters at most.
    pub color: Option<String>,
    /// Colour behind it, such as `#ffffff`. Any text is accepted, 255 characters at most.
    pub background_color: Option<String>,
    /// Position among the stickies; the Community Edition puts a new one behind all others.
    pub sort_order: Option<f64>,
    /// When it was deleted: with a time here, it is never to be found.
    pub deleted_at: Option<Timestamp>,
    /// Who is named as its creator.
    pub created_by: Option<UserId>,
    /// Who is named as its last editor.
    pub updated_by: Option<UserId>,
    /// Text, as the editor's own bytes in Base64. Only Plane's Python SDK knows of it.
    pub description_binary: Option<String>,
}

/// Gets a sticky. Needs the scope `stickies:read`. One of another user is not found.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
}

/// Updates a sticky. Fields that are not set stay as they are. Needs the scope `stickies:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
    /// Title of the sticky.
    pub name: Patch<String>,
    /// Text, as the document of Plane's editor, or as text.
    pub description: Option<Value>,
    /// Text, as HTML. The server removes what could run.
    pub description_html: Option<String>,
    /// Text without its formatting. The Community Edition makes it of `description_html`.
    pub description_stripped: Patch<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`. Any text is accepted, 255 characters at most.
    pub color: Patch<String>,
    /// Colour behind it, such as `#ffffff`. Any text is accepted, 255 characters at most.
    pub background_color: Patch<String>,
    /// Position among the stickies, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was deleted: with a time here, it is not found any more, and cannot be brought back.
    pub deleted_at: Patch<Timestamp>,
    /// Who is named as its creator.
    pub created_by: Patch<UserId>,
    /// Who is named as its last editor.
    pub updated_by: Patch<UserId>,
    /// Text, as the editor's own bytes in Base64. Only Plane's Python SDK knows of it.
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

/// A note that a user keeps in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Sticky {
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the sticky.
    pub id: StickyId,
    /// Title of the sticky.
    pub name: Option<String>,
    /// Text, as the document of Plane's editor, or as text; an empty object where there is none.
    pub description: Option<Value>,
    /// Text, as HTML.
    pub description_html: Option<String>,
    /// Text without its formatting.
    pub description_stripped: Option<String>,
    /// Text, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// Emoji or icon; an empty object if it has none.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Colour behind it, such as `#ffffff`.
    pub background_color: Option<String>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Who owns it.
    pub owner: Option<UserId>,
    /// Position among the stickies, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
}
