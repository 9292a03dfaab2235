//! Bulk requests for labels, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::labels::bulk::{BulkCreateLabels, CreateLabelRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateLabels>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateLabelRow { name: "bug".into(), ..Default::default() };
//! let response = BulkCreateLabels::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{LabelId, ProjectId},
        v2::bulk::BulkResponse,
    },
};

/// Creates up to 50 labels. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/bulk-create/" -> BulkResponse<LabelId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each label, 1 to 50.
    pub items: Vec<CreateLabelRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 labels. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/bulk-delete/" -> BulkResponse<LabelId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the labels, 1 to 50.
    pub ids: Vec<LabelId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 labels. Unset fields are left unchanged. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/bulk-update/" -> BulkResponse<LabelId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each label, 1 to 50.
    pub items: Vec<UpdateLabelRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateLabels`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateLabelRow {
    /// Name of the label, at most 255 characters.
    pub name: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Parent label.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<LabelId>,
    /// Position among the labels: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the label in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateLabels`]: the id of the label, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateLabelRow {
    /// Id of the label.
    pub id: LabelId,
    /// Name of the label, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Parent label.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<LabelId>,
    /// Position among the labels: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the label in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
