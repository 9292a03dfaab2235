//! Estimates: how a project says how large its work items are.
//!
//! ```no_run
//! use plane_api::{Client, v2::estimates::ListEstimates};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListEstimates::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;
pub mod points;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{EstimateId, ProjectId, UserId},
        v2::{
            estimates::points::EstimatePoint,
            lists::CursorPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the estimates of a project. Needs the scope `projects.estimates:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/?paginate=cursor" -> CursorPage<Estimate>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEstimates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this type.
    pub r#type: Option<EstimateType>,
    /// Only those with one of these types.
    #[query(comma)]
    #[serde(rename = "type__in")]
    pub type_in: Vec<EstimateType>,
    /// What the list is sorted by.
    pub order_by: Option<EstimateOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an estimate. Needs the scope `projects.estimates:write`.
///
/// A project has one estimate at most: 409 if there is one.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the estimate in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// Gets an estimate. Needs the scope `projects.estimates:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/" -> Estimate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// Updates an estimate. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/" -> Estimate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the estimate in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Name of the estimate, 255 characters at most.
    pub name: Option<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// Deletes an estimate. Needs the scope `projects.estimates:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
}

/// Updates the estimate that has this external id, or creates it. Needs the scope `projects.estimates:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/upsert/" -> Upserted<Estimate>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the estimate in another system, 255 characters at most.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// An estimate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Estimate {
    /// Id of the estimate.
    pub id: EstimateId,
    /// Name of the estimate.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Whether it was used last.
    pub last_used: Option<bool>,
    /// Id of the estimate in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Its points, if it was expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub points: Option<Vec<EstimatePoint>>,
}

open_enum! {
    /// What a list of estimates is sorted by, in ascending or descending order.
    pub enum EstimateOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
    }
}

open_enum! {
    /// Objects that a [`Estimate`] can have beside their ids.
    pub enum EstimateExpand {
        Points = "points",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Estimate`].
    pub enum EstimateField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        LastUsed = "last_used",
        Name = "name",
        Type = "type",
    }
}

open_enum! {
    /// What the values of an estimate are.
    pub enum EstimateType {
        Categories = "categories",
        Points = "points",
        Time = "time",
    }
}
