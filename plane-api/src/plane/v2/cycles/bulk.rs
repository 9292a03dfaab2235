//! Bulk requests for cycles, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::cycles::bulk::{BulkCreateCycles, CreateCycleRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateCycles>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateCycleRow { name: "Week 7".into(), ..Default::default() };
//! let response = BulkCreateCycles::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{CycleId, ProjectId},
        v2::bulk::BulkResponse,
    },
};

/// Creates up to 50 cycles. Needs the scope `projects.cycles:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/bulk-create/" -> BulkResponse<CycleId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each cycle, 1 to 50.
    pub items: Vec<CreateCycleRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 cycles. Needs the scope `projects.cycles:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/bulk-delete/" -> BulkResponse<CycleId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the cycles, 1 to 50.
    pub ids: Vec<CycleId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 cycles. Unset fields are left unchanged. Needs the scope `projects.cycles:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/bulk-update/" -> BulkResponse<CycleId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each cycle, 1 to 50.
    pub items: Vec<UpdateCycleRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateCycles`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateCycleRow {
    /// Name of the cycle, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Timestamp>,
    /// End date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub end_date: Patch<Timestamp>,
    /// Position among the cycles: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// Name of the time zone, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Emoji or icon of the cycle, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateCycles`]: the id of the cycle, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateCycleRow {
    /// Id of the cycle.
    pub id: CycleId,
    /// Name of the cycle, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Timestamp>,
    /// End date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub end_date: Patch<Timestamp>,
    /// Position among the cycles: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// Name of the time zone, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Emoji or icon of the cycle, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
