//! Dependencies between work items: blocking, and constraints on start and finish.
//!
//! Dependencies are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's Python SDK defines these requests; the
//! documentation does not.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::work_items::{dependencies::CreateWorkItemDependencies, relations::WorkItemRelationType},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemDependencies>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let fuel = "6ba7b812-9dad-11d1-80b4-00c04fd430c8";
//!
//! CreateWorkItemDependencies::new(
//!     "my-workspace",
//!     project,
//!     work_item,
//!     WorkItemRelationType::BlockedBy,
//!     [fuel],
//! )
//! .send(&client)
//! .await?;
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::coerce::coerce,
    plane::{
        ids::{ProjectId, WorkItemId},
        v1::work_items::relations::{RelatedWorkItem, WorkItemRelationType},
    },
};

/// Lists the dependencies of a work item, in both directions.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/" -> WorkItemDependencies)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemDependencies {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Creates dependencies between a work item and other work items.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/" -> Vec<RelatedWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemDependencies {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Relation of the work item to the other work items. `duplicate` and `relates_to` are not dependencies.
    pub relation_type: WorkItemRelationType,
    /// The other work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes the dependency between two work items.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/<related_work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkItemDependency {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub related_work_item_id: WorkItemId,
}

/// Dependencies of a work item, in both directions.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemDependencies {
    /// Work items that this work item blocks.
    #[serde(default, deserialize_with = "coerce")]
    pub blocking: Option<Vec<RelatedWorkItem>>,
    /// Work items that block this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub blocked_by: Option<Vec<RelatedWorkItem>>,
    /// Work items that start after this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub start_before: Option<Vec<RelatedWorkItem>>,
    /// Work items that start before this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub start_after: Option<Vec<RelatedWorkItem>>,
    /// Work items that finish after this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub finish_before: Option<Vec<RelatedWorkItem>>,
    /// Work items that finish before this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub finish_after: Option<Vec<RelatedWorkItem>>,
}
