//! Bulk requests for estimates, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::estimates::bulk::{BulkCreateEstimates, CreateEstimateRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateEstimates>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateEstimateRow { name: "Points".into(), ..Default::default() };
//! let response = BulkCreateEstimates::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{EstimateId, ProjectId},
        v2::{bulk::BulkResponse, estimates::EstimateType},
    },
};

/// Creates up to 50 estimates. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/bulk-create/" -> BulkResponse<EstimateId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateEstimates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each estimate, 1 to 50.
    pub items: Vec<CreateEstimateRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 estimates. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/bulk-delete/" -> BulkResponse<EstimateId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteEstimates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the estimates, 1 to 50.
    pub ids: Vec<EstimateId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 estimates. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/bulk-update/" -> BulkResponse<EstimateId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateEstimates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each estimate, 1 to 50.
    pub items: Vec<UpdateEstimateRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateEstimates`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateEstimateRow {
    /// Name of the estimate, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Type of the estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<EstimateType>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the estimate in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateEstimates`]: the id of the estimate, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateEstimateRow {
    /// Id of the estimate.
    pub id: EstimateId,
    /// Name of the estimate, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Type of the estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<EstimateType>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the estimate in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
