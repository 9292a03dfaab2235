//! Estimates: the scale on which a project measures the size of its work items, and the points of that scale.
//!
//! A project has at most one estimate, so these requests need no estimate id. Estimates are part of Plane's commercial
//! editions: Community Edition 1.3.1 lacks these routes ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::estimates::{CreateEstimate, CreateEstimatePoints, EstimateType, NewEstimatePoint},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateEstimate>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<CreateEstimatePoints>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let estimate = CreateEstimate::new("my-workspace", project, "Story points")
//!     .r#type(EstimateType::Points)
//!     .send(&client)
//!     .await?;
//! let points = ["1", "2", "3", "5"].map(NewEstimatePoint::new);
//! CreateEstimatePoints::new("my-workspace", project, estimate.id, points).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::ids::{EstimateId, EstimatePointId, ProjectId, UserId, WorkspaceId},
};

/// Gets the estimate of a project. Needs the scope `projects.estimates:read`. If the project has no estimate, the
/// server responds with 404.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates the estimate of a project. Needs the scope `projects.estimates:write`.
///
/// A second estimate is rejected with 409; [`Error::existing_id`](crate::Error::existing_id) is the id of the existing
/// estimate. A new estimate has no points; [`CreateEstimatePoints`] adds them.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the estimate's points; [`Categories`](EstimateType::Categories) if unset.
    pub r#type: Option<EstimateType>,
    /// `true` if the project used this estimate last.
    pub last_used: Option<bool>,
    /// Id of the estimate in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
}

/// Updates the estimate of a project. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
// The source of the server reads `name` and `description` only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Id of the estimate in another system.
    pub external_id: Patch<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// User recorded as the creator. Plane does not document this field, and the server ignores it.
    pub created_by: Patch<UserId>,
    /// User recorded as the last editor. Plane does not document this field, and the server ignores it.
    pub updated_by: Patch<UserId>,
    /// Type of the estimate's points. Plane does not document this field, and the server ignores it.
    pub r#type: Option<EstimateType>,
    /// `true` if the project used this estimate last. Plane does not document this field, and the server ignores it.
    pub last_used: Option<bool>,
}

/// Deletes the estimate of a project. Needs the scope `projects.estimates:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Lists the points of an estimate. Needs the scope `projects.estimates:read`.
///
/// The list is not paginated, and is sorted by [`value`](EstimatePoint::value) as text. To get the order of the scale,
/// sort the points by [`key`](EstimatePoint::key).
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/" -> Vec<EstimatePoint>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
}

/// Adds several points to an estimate. Needs the scope `projects.estimates:write`.
// The documentation's table has an object with `estimate_points`; its example and the SDK send the bare list, which the
// server accepts too.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/" -> Vec<EstimatePoint>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Points to add. An empty list is rejected with 400.
    #[body]
    pub estimate_points: Vec<NewEstimatePoint>,
}

/// Updates a point of an estimate. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/<estimate_point_id>/" -> EstimatePoint)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub estimate_point_id: EstimatePointId,
    /// Position on the scale, starting at 0.
    pub key: Option<i64>,
    /// Displayed value, at most 20 characters.
    pub value: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Id of the point in another system.
    pub external_id: Patch<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Deletion time. Setting this field deletes the point permanently. Plane does not document this field.
    pub deleted_at: Patch<Timestamp>,
    /// User recorded as the creator. Plane does not document this field.
    pub created_by: Patch<UserId>,
    /// User recorded as the last editor. Plane does not document this field.
    pub updated_by: Patch<UserId>,
}

/// Deletes a point of an estimate. Needs the scope `projects.estimates:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/<estimate_point_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub estimate_point_id: EstimatePointId,
}

/// The scale on which a project measures the size of its work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Estimate {
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the estimate.
    pub created_by: Option<UserId>,
    /// User who last changed the estimate.
    pub updated_by: Option<UserId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the estimate.
    pub id: EstimateId,
    /// Project that the estimate belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the estimate belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Name of the estimate.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the estimate's points.
    pub r#type: Option<EstimateType>,
    /// `true` if the project used this estimate last.
    pub last_used: Option<bool>,
    /// Id of the estimate in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
}

/// A point that [`CreateEstimatePoints`] adds.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NewEstimatePoint {
    /// Displayed value, at most 20 characters.
    pub value: String,
    /// Position on the scale, starting at 0; 0 if unset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<i64>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_source: Option<String>,
    /// Id of the point in another system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
}

impl NewEstimatePoint {
    /// Creates a point with only a displayed value.
    pub fn new(value: impl Into<String>) -> Self {
        Self { value: value.into(), ..Self::default() }
    }
}

/// A point on the scale of an estimate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct EstimatePoint {
    /// Id of the point.
    pub id: EstimatePointId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Estimate that the point belongs to.
    pub estimate: Option<EstimateId>,
    /// Position on the scale, starting at 0.
    #[serde(default, deserialize_with = "coerce")]
    pub key: Option<i64>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Displayed value.
    pub value: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the point in another system.
    pub external_id: Option<String>,
    /// User who created the point.
    pub created_by: Option<UserId>,
    /// User who last changed the point.
    pub updated_by: Option<UserId>,
    /// Project that the point belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the point belongs to.
    pub workspace: Option<WorkspaceId>,
}

open_enum! {
    /// Type of an estimate's points.
    pub enum EstimateType {
        /// Categories, such as `Small`.
        Categories = "categories",
        /// Numbers.
        Points = "points",
        /// Durations. The Community Edition does not support them.
        Time = "time",
    }
}
