//! Webhooks: URLs to which Plane sends events. To receive and verify events, see [`webhook`](crate::webhook).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::webhooks::ListWebhooks;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWebhooks>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWebhooks::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod logs;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{UserId, WebhookId},
        v2::lists::CursorPage,
    },
    secret::Secret,
};

/// Lists the webhooks of a workspace. Needs the scope `webhooks:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/webhooks/?paginate=cursor" -> CursorPage<Webhook>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWebhooks {
    pub workspace_slug: String,
    /// `true` returns only active webhooks, `false` only inactive ones.
    pub is_active: Option<bool>,
    /// Returns only webhooks with this name.
    pub name: Option<String>,
    /// Returns only webhooks that match this search text.
    pub search: Option<String>,
    /// Returns only webhooks with this URL.
    pub url: Option<String>,
    /// Sort order.
    pub order_by: Option<WebhookOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WebhookField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a webhook. Needs the scope `webhooks:write`.
///
/// Apart from [`RegenerateWebhookSecret`], only this request returns the secret. Unlike [`GetWebhook`], this request has
/// no field `fields`, because a response with selected fields does not contain the secret.
#[endpoint(POST, "/workspaces/<workspace_slug>/webhooks/" -> WebhookWithSecret, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWebhook {
    pub workspace_slug: String,
    /// URL of the webhook.
    pub url: String,
    /// Format of the events that the webhook receives.
    pub content_type: Option<WebhookContentType>,
    /// `true` if the webhook is active.
    pub is_active: Option<bool>,
    /// Name of the webhook, at most 255 characters.
    pub name: Patch<String>,
    /// Events that the webhook receives.
    pub scopes: Option<Vec<WebhookScope>>,
    /// Version of the event format, at most 10 characters.
    pub version: Option<String>,
}

/// Gets a webhook. Needs the scope `webhooks:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/" -> Webhook, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWebhook {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WebhookField>,
}

/// Updates a webhook. Unset fields are left unchanged. Needs the scope `webhooks:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/" -> Webhook, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWebhook {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
    /// Format of the events that the webhook receives.
    pub content_type: Option<WebhookContentType>,
    /// `true` if the webhook is active.
    pub is_active: Option<bool>,
    /// Name of the webhook, at most 255 characters.
    pub name: Patch<String>,
    /// Events that the webhook receives.
    pub scopes: Option<Vec<WebhookScope>>,
    /// URL of the webhook.
    pub url: Option<String>,
    /// Version of the event format, at most 10 characters.
    pub version: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WebhookField>,
}

/// Deletes a webhook. Needs the scope `webhooks:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWebhook {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
}

/// Replaces the secret of a webhook. Needs the scope `webhooks:write`.
///
/// No other response contains the new secret.
#[endpoint(POST, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/regenerate/" -> WebhookWithSecret, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegenerateWebhookSecret {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
}

/// A webhook, without its secret.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Webhook {
    /// Id of the webhook.
    pub id: WebhookId,
    /// Format of the events that the webhook receives.
    pub content_type: Option<WebhookContentType>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the webhook.
    pub created_by_id: Option<UserId>,
    /// `true` if the webhook is active.
    pub is_active: Option<bool>,
    /// Name of the webhook.
    pub name: Option<String>,
    /// Events that the webhook receives.
    #[serde(default, deserialize_with = "coerce")]
    pub scopes: Option<Vec<WebhookScope>>,
    /// URL of the webhook.
    pub url: Option<String>,
    /// Version of the event format.
    pub version: Option<String>,
}

/// A webhook with its secret, which other responses do not contain. `Debug` does not show the secret.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct WebhookWithSecret {
    /// Id of the webhook.
    pub id: WebhookId,
    /// Secret with which Plane signs the events.
    pub secret_key: Option<Secret>,
    /// Format of the events that the webhook receives.
    pub content_type: Option<WebhookContentType>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the webhook.
    pub created_by_id: Option<UserId>,
    /// `true` if the webhook is active.
    pub is_active: Option<bool>,
    /// Name of the webhook.
    pub name: Option<String>,
    /// Events that the webhook receives.
    #[serde(default, deserialize_with = "coerce")]
    pub scopes: Option<Vec<WebhookScope>>,
    /// URL of the webhook.
    pub url: Option<String>,
    /// Version of the event format.
    pub version: Option<String>,
}

open_enum! {
    /// Sort order of a list of webhooks, ascending or descending.
    pub enum WebhookOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`Webhook`] that a response can include.
    pub enum WebhookField {
        All = "all",
        ContentType = "content_type",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        IsActive = "is_active",
        Name = "name",
        Scopes = "scopes",
        Url = "url",
        Version = "version",
    }
}

open_enum! {
    /// Format of the events that a webhook receives.
    pub enum WebhookContentType {
        Json = "application/json",
        Form = "application/x-www-form-urlencoded",
    }
}

open_enum! {
    /// An event that a webhook receives, in the form `<entity>.<action>`. Plane publishes no list of events.
    pub enum WebhookScope {
        WorkItemCreated = "workitem.created",
    }
}
