//! Estimates: an estimate is the scale on which a project estimates the size of work items.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::estimates::ListEstimates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListEstimates>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/?paginate=cursor" -> CursorPage<Estimate>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEstimates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only estimates with this id in another system.
    pub external_id: Option<String>,
    /// Returns only estimates whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only estimates with this name.
    pub name: Option<String>,
    /// Returns only estimates that match this search text.
    pub search: Option<String>,
    /// Returns only estimates of this type.
    pub r#type: Option<EstimateType>,
    /// Returns only estimates of one of these types.
    #[query(comma)]
    #[serde(rename = "type__in")]
    pub type_in: Vec<EstimateType>,
    /// Sort order.
    pub order_by: Option<EstimateOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an estimate. Needs the scope `projects.estimates:write`.
///
/// A project has at most one estimate. If the project already has an estimate, the server responds with 409.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/" -> Estimate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the estimate in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// Gets an estimate. Needs the scope `projects.estimates:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/" -> Estimate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// Updates an estimate. Unset fields are left unchanged. Needs the scope `projects.estimates:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/" -> Estimate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the estimate in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Name of the estimate, at most 255 characters.
    pub name: Option<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<EstimateField>,
}

/// Deletes an estimate. Needs the scope `projects.estimates:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/<estimate_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub estimate_id: EstimateId,
}

/// Updates the estimate with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.estimates:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/estimates/upsert/" -> Upserted<Estimate>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertEstimate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the estimate, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the estimate in another system, at most 255 characters.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the estimate.
    pub r#type: Option<EstimateType>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<EstimateExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// `true` if the project used this estimate last.
    pub last_used: Option<bool>,
    /// Id of the estimate in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the estimate.
    pub created_by_id: Option<UserId>,
    /// Points of the estimate, if `expand` includes `points`.
    #[serde(default, deserialize_with = "coerce")]
    pub points: Option<Vec<EstimatePoint>>,
}

open_enum! {
    /// Sort order of a list of estimates, ascending or descending.
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
    /// Objects that `expand` can add to [`Estimate`].
    pub enum EstimateExpand {
        Points = "points",
    }
}

open_enum! {
    /// Fields of [`Estimate`] that a response can include.
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
    /// Type of the values of an estimate.
    pub enum EstimateType {
        Categories = "categories",
        Points = "points",
        Time = "time",
    }
}
