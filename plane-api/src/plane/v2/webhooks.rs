//! Webhooks: URLs that Plane sends events to.
//!
//! ```no_run
//! use plane_api::{Client, v2::webhooks::ListWebhooks};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/webhooks/?paginate=cursor" -> CursorPage<Webhook>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWebhooks {
    pub workspace_slug: String,
    /// Only those in use, or only the others.
    pub is_active: Option<bool>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this URL.
    pub url: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WebhookOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WebhookField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a webhook. Needs the scope `webhooks:write`.
///
/// The response is the only one that has the secret. The documentation also offers to choose the fields of the
/// response, which would lose it.
#[endpoint(POST, "/workspaces/<workspace_slug>/webhooks/" -> WebhookWithSecret, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWebhook {
    pub workspace_slug: String,
    /// URL of the webhook.
    pub url: String,
    /// Content type.
    pub content_type: Option<WebhookContentType>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Name of the webhook, 255 characters at most.
    pub name: Patch<String>,
    /// The events that it is sent for.
    pub scopes: Option<Vec<WebhookScope>>,
    /// Version of the form in which events are sent, 10 characters at most.
    pub version: Option<String>,
}

/// Gets a webhook. Needs the scope `webhooks:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/" -> Webhook, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWebhook {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WebhookField>,
}

/// Updates a webhook. Unset fields are left unchanged. Needs the scope `webhooks:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/" -> Webhook, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWebhook {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
    /// Content type.
    pub content_type: Option<WebhookContentType>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Name of the webhook, 255 characters at most.
    pub name: Patch<String>,
    /// The events that it is sent for.
    pub scopes: Option<Vec<WebhookScope>>,
    /// URL of the webhook.
    pub url: Option<String>,
    /// Version of the form in which events are sent, 10 characters at most.
    pub version: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WebhookField>,
}

/// Deletes a webhook. Needs the scope `webhooks:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/webhooks/<webhook_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWebhook {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
}

/// Replaces the secret of a webhook. Needs the scope `webhooks:write`.
///
/// The response is the only one that has the secret.
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
    /// Content type.
    pub content_type: Option<WebhookContentType>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Name of the webhook.
    pub name: Option<String>,
    /// The events that it is sent for.
    #[serde(default, deserialize_with = "coerce")]
    pub scopes: Option<Vec<WebhookScope>>,
    /// URL of the webhook.
    pub url: Option<String>,
    /// Version of the form in which events are sent.
    pub version: Option<String>,
}

/// A webhook with its secret, which no other response has. `Debug` does not show it.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct WebhookWithSecret {
    /// Id of the webhook.
    pub id: WebhookId,
    /// The secret.
    pub secret_key: Option<Secret>,
    /// Content type.
    pub content_type: Option<WebhookContentType>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Name of the webhook.
    pub name: Option<String>,
    /// The events that it is sent for.
    #[serde(default, deserialize_with = "coerce")]
    pub scopes: Option<Vec<String>>,
    /// URL of the webhook.
    pub url: Option<String>,
    /// Version.
    pub version: Option<String>,
}

open_enum! {
    /// What a list of webhooks is sorted by, in ascending or descending order.
    pub enum WebhookOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Webhook`].
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
    /// In which form a webhook is sent.
    pub enum WebhookContentType {
        Json = "application/json",
        Form = "application/x-www-form-urlencoded",
    }
}

open_enum! {
    /// An event that a webhook is sent for, as `<entity>.<action>`. No list is published.
    pub enum WebhookScope {
        WorkItemCreated = "workitem.created",
    }
}
