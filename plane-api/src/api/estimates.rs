//! ~ Estimates.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Id, Patch, common::WorkspaceId, endpoint, open_enum, projects::ProjectId, users::UserId,
};

/// Gets an estimate. Needs the scope `projects.estimates:read`.
// NOTE: singleton: one estimate per project, no id in the path
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates an estimate. Needs the scope `projects.estimates:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate. 255 characters at most.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// ~ Type. 255 characters at most.
    pub r#type: Option<EstimateType>,
    /// When it was last used.
    pub last_used: Option<bool>,
    /// Id of the estimate in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

/// Updates an estimate. Needs the scope `projects.estimates:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate. 255 characters at most.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Id of the estimate in another system.
    pub external_id: Patch<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Who created it.
    pub created_by: Patch<UserId>,
    /// Who changed it last.
    pub updated_by: Patch<UserId>,
    /// ~ Type. 255 characters at most.
    pub r#type: Option<EstimateType>,
    /// When it was last used.
    pub last_used: Option<bool>,
}

/// Deletes an estimate. Needs the scope `projects.estimates:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Lists estimate points. Needs the scope `projects.estimates:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/" -> Vec<EstimatePoint>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
}

/// Creates estimate points. Needs the scope `projects.estimates:write`.
// NOTE: docs/python send a bare JSON array; CE code reads key estimate_points from an object; docs param table names estimate_points
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/" -> Vec<EstimatePoint>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimatePoints {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// The value. 255 characters at most.
    pub value: String,
    /// Place among the values.
    pub key: Option<i64>,
    /// ~ Description.
    pub description: Option<String>,
    /// Id of the estimate point in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

/// Updates an estimate point. Needs the scope `projects.estimates:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/<estimate_point_id>/" -> EstimatePoint)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub estimate_point_id: EstimatePointId,
    /// Place among the values.
    pub key: Option<i64>,
    /// The value. 255 characters at most.
    pub value: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Id of the estimate point in another system.
    pub external_id: Patch<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Who created it.
    pub created_by: Patch<UserId>,
    /// Who changed it last.
    pub updated_by: Patch<UserId>,
    /// When it was deleted.
    pub deleted_at: Patch<Timestamp>,
}

/// Deletes an estimate point. Needs the scope `projects.estimates:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/estimate-points/<estimate_point_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimatePoint {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    pub estimate_point_id: EstimatePointId,
}

/// Id of a [`Estimate`].
pub type EstimateId = Id<Estimate>;

/// ~ estimate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Estimate {
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the estimate.
    pub id: EstimateId,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Name of the estimate.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// ~ Type.
    pub r#type: Option<EstimateType>,
    /// When it was last used.
    pub last_used: Option<bool>,
    /// Id of the estimate in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Id of an [`EstimatePoint`].
pub type EstimatePointId = Id<EstimatePoint>;

/// One of the values of an estimate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct EstimatePoint {
    /// Id of the value.
    pub id: EstimatePointId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// The estimate that it belongs to.
    pub estimate: Option<EstimateId>,
    /// Place among the values.
    pub key: Option<i64>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The value as it is shown.
    pub value: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
}

open_enum! {
    /// ~ estimate type.
    pub enum EstimateType {
        /// ~ Categories.
        Categories = "categories",
        /// ~ Points.
        Points = "points",
        /// ~ Time.
        Time = "time",
    }
}
