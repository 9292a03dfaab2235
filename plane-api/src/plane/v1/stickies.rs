//! Stickies: private notes of a user in a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::stickies::CreateSticky;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateSticky>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
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

/// Lists the stickies of the authenticated user, newest first. Needs the scope `stickies:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/" -> Page<Sticky>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStickies {
    pub workspace_slug: String,
    /// Returns only stickies that contain this text. Plane does not document this field.
    pub query: Option<String>,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100; 20 if unset.
    pub per_page: Option<u32>,
}

/// Creates a sticky for the authenticated user. Needs the scope `stickies:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/stickies/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSticky {
    pub workspace_slug: String,
    /// Title of the sticky.
    pub name: Option<String>,
    /// Text, as a Plane editor document or a string.
    pub description: Option<Value>,
    /// Text, as HTML. The server strips executable content.
    pub description_html: Option<String>,
    /// Text without formatting. The Community Edition derives it from `description_html`.
    pub description_stripped: Option<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`. Any string is accepted, at most 255 characters.
    pub color: Option<String>,
    /// Background colour, such as `#ffffff`. Any string is accepted, at most 255 characters.
    pub background_color: Option<String>,
    /// Position among the stickies: the lowest value comes first. The Community Edition ignores this field and puts new
    /// stickies last.
    pub sort_order: Option<f64>,
    /// Deletion time. Setting this field hides the sticky permanently.
    pub deleted_at: Option<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// Text, in the editor's binary format, Base64-encoded. Only Plane's Python SDK defines this field.
    pub description_binary: Option<String>,
}

/// Gets a sticky. Needs the scope `stickies:read`. For a sticky of another user, the server responds with 404.
#[endpoint(GET, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
}

/// Updates a sticky. Unset fields are left unchanged. Needs the scope `stickies:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/stickies/<sticky_id>/" -> Sticky)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateSticky {
    pub workspace_slug: String,
    pub sticky_id: StickyId,
    /// Title of the sticky.
    pub name: Patch<String>,
    /// Text, as a Plane editor document or a string.
    pub description: Option<Value>,
    /// Text, as HTML. The server strips executable content.
    pub description_html: Option<String>,
    /// Text without formatting. The Community Edition derives it from `description_html`.
    pub description_stripped: Patch<String>,
    /// Emoji or icon of the sticky.
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`. Any string is accepted, at most 255 characters.
    pub color: Patch<String>,
    /// Background colour, such as `#ffffff`. Any string is accepted, at most 255 characters.
    pub background_color: Patch<String>,
    /// Position among the stickies: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Deletion time. Setting this field deletes the sticky permanently.
    pub deleted_at: Patch<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Patch<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Patch<UserId>,
    /// Text, in the editor's binary format, Base64-encoded. Only Plane's Python SDK defines this field.
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

/// A private note of a user in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Sticky {
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the sticky.
    pub created_by: Option<UserId>,
    /// User who last changed the sticky.
    pub updated_by: Option<UserId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the sticky.
    pub id: StickyId,
    /// Title of the sticky.
    pub name: Option<String>,
    /// Text, as a Plane editor document or a string; an empty object if there is none.
    pub description: Option<Value>,
    /// Text, as HTML.
    pub description_html: Option<String>,
    /// Text without formatting.
    pub description_stripped: Option<String>,
    /// Text, in the editor's binary format, Base64-encoded.
    pub description_binary: Option<String>,
    /// Emoji or icon; an empty object if unset.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Background colour, such as `#ffffff`.
    pub background_color: Option<String>,
    /// Workspace that the sticky belongs to.
    pub workspace: Option<WorkspaceId>,
    /// User who owns the sticky.
    pub owner: Option<UserId>,
    /// Position among the stickies: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the sticky in another system.
    pub external_id: Option<String>,
}
