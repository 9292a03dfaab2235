//! Points of an [estimate](crate::v2::estimates): its possible values.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::estimates::points::ListEstimatePoints;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListEstimatePoints>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListEstimatePoints::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{EstimateId, EstimatePointId, ProjectId, UserId},
        v2::{
            lists::CursorPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the points of an estimate. Needs the scope `projects.estimates:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/?paginate=cursor" -> CursorPage<EstimatePoint>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Returns only points with this id in another system.
    pub external_id: Option<String>,
    /// Returns only points whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only the point at this position: see [`EstimatePoint::key`].
    pub key: Option<i64>,
    /// Returns only points that match this search text.
    pub search: Option<String>,
    /// Returns only points with this value.
    pub value: Option<String>,
    /// Sort order.
    pub order_by: Option<EstimatePointOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimatePointField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an estimate point. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/" -> EstimatePoint, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Value of the point, such as `8` or `XL`; at most 255 characters.
    pub value: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the estimate point in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Position among the points of the estimate, counted from 0.
    pub key: Option<i64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimatePointField>,
}

/// Gets an estimate point. Needs the scope `projects.estimates:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/<point_id>/" -> EstimatePoint, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub point_id: EstimatePointId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimatePointField>,
}

/// Updates an estimate point. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/<point_id>/" -> EstimatePoint, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub point_id: EstimatePointId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the estimate point in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Position among the points of the estimate, counted from 0.
    pub key: Option<i64>,
    /// Value of the point, such as `8` or `XL`; at most 255 characters.
    pub value: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimatePointField>,
}

/// Deletes an estimate point. Needs the scope `projects.estimates:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/<point_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub point_id: EstimatePointId,
}

/// Updates the estimate point with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/points/upsert/" -> Upserted<EstimatePoint>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Value of the point, such as `8` or `XL`; at most 255 characters.
    pub value: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the estimate point in another system, at most 255 characters.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Position among the points of the estimate, counted from 0.
    pub key: Option<i64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimatePointField>,
}

/// A point of an estimate: one of its possible values.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct EstimatePoint {
    /// Id of the estimate point.
    pub id: EstimatePointId,
    /// Position among the points of the estimate, counted from 0.
    #[serde(default, deserialize_with = "coerce")]
    pub key: Option<i64>,
    /// Value of the point, such as `8` or `XL`.
    pub value: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Estimate that the point belongs to.
    pub estimate_id: Option<EstimateId>,
    /// Id of the estimate point in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the point.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of estimate points, ascending or descending.
    pub enum EstimatePointOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Key = "key",
        KeyDesc = "-key",
    }
}

open_enum! {
    /// Fields of [`EstimatePoint`] that a response can include.
    pub enum EstimatePointField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        EstimateId = "estimate_id",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        Key = "key",
        Value = "value",
    }
}
