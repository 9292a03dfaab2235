//! Deliveries to a [webhook](crate::v2::webhooks): the requests that Plane sent, and the responses.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::webhooks::logs::ListWebhookLogs;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWebhookLogs>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWebhookLogs::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
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
        ids::{WebhookId, WebhookLogId},
        v2::lists::CursorPage,
    },
};

/// Lists the deliveries to a webhook. Needs the scope `webhooks:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/webhook-logs/<webhook_id>/?paginate=cursor" -> CursorPage<WebhookLog>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWebhookLogs {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
    /// Sort order.
    pub order_by: Option<WebhookLogOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WebhookLogField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets a delivery to a webhook. Needs the scope `webhooks:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/webhook-logs/<webhook_id>/<log_id>/" -> WebhookLog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWebhookLog {
    pub workspace_slug: String,
    pub webhook_id: WebhookId,
    pub log_id: WebhookLogId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WebhookLogField>,
}

/// A delivery to a webhook: the request that Plane sent, and the response.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WebhookLog {
    /// Id of the delivery.
    pub id: WebhookLogId,
    /// Time of the delivery.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Duration of the delivery, in milliseconds.
    #[serde(default, deserialize_with = "coerce")]
    pub duration_ms: Option<i64>,
    /// Message of the error, if the delivery failed.
    pub error_message: Option<String>,
    /// Type of the event that was delivered.
    pub event_type: Option<String>,
    /// Body of the request.
    pub request_body: Option<String>,
    /// Headers of the request.
    pub request_headers: Option<String>,
    /// Method of the request.
    pub request_method: Option<String>,
    /// Body of the response.
    pub response_body: Option<String>,
    /// Headers of the response.
    pub response_headers: Option<String>,
    /// Status of the response.
    pub response_status: Option<String>,
    /// Number of retries of the delivery.
    #[serde(default, deserialize_with = "coerce")]
    pub retry_count: Option<i64>,
    /// Status text of the response.
    pub status_text: Option<String>,
    /// Webhook to which the event was delivered.
    pub webhook_id: Option<WebhookId>,
}

open_enum! {
    /// Sort order of a list of deliveries, ascending or descending.
    pub enum WebhookLogOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WebhookLog`] that a response can include.
    pub enum WebhookLogField {
        All = "all",
        CreatedAt = "created_at",
        DurationMs = "duration_ms",
        ErrorMessage = "error_message",
        EventType = "event_type",
        Id = "id",
        RequestBody = "request_body",
        RequestHeaders = "request_headers",
        RequestMethod = "request_method",
        ResponseBody = "response_body",
        ResponseHeaders = "response_headers",
        ResponseStatus = "response_status",
        RetryCount = "retry_count",
        StatusText = "status_text",
        WebhookId = "webhook_id",
    }
}
