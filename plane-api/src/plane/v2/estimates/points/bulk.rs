//! Bulk requests for estimate points, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::estimates::points::bulk::{BulkCreateEstimatePoints, CreateEstimatePointRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateEstimatePoints>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateEstimatePointRow { value: "8".into(), ..Default::default() };
//! let response = BulkCreateEstimatePoints::new("acme", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{EstimateId, EstimatePointId, ProjectId},
        v2::bulk::BulkResponse,
    },
};

/// Creates up to 50 estimate points. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/bulk-create/" -> BulkResponse<EstimatePointId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// One row for each estimate point, 1 to 50.
    pub items: Vec<CreateEstimatePointRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 estimate points. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/bulk-delete/" -> BulkResponse<EstimatePointId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Ids of the estimate points, 1 to 50.
    pub ids: Vec<EstimatePointId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 estimate points. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/bulk-update/" -> BulkResponse<EstimatePointId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// One row for each estimate point, 1 to 50.
    pub items: Vec<UpdateEstimatePointRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateEstimatePoints`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateEstimatePointRow {
    /// Value of the point, such as `8` or `XL`; at most 255 characters.
    pub value: String,
    /// Position among the points of the estimate, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<i64>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the estimate point in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateEstimatePoints`]: the id of the estimate point, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateEstimatePointRow {
    /// Id of the estimate point.
    pub id: EstimatePointId,
    /// Value of the point, such as `8` or `XL`; at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Position among the points of the estimate, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<i64>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the estimate point in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
