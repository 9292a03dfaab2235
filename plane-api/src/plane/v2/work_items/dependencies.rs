//! Dependencies of [work items](crate::v2::work_items): the order in which work items must be done.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::dependencies::GetWorkItemDependencies;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkItemDependencies>().reply(serde_json::json!({"blocked_by": ["6ba7b811-9dad-11d1-80b4-00c04fd430c8"]}));
//! # let client = mock.client();
//! let response = GetWorkItemDependencies::new("my-workspace", "ENG", "ENG-142").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum},
    plane::ids::{ProjectId, WorkItemId},
};

/// Gets the dependencies of a work item. Needs the scope `projects.work_items.relations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/" -> WorkItemDependencies, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemDependencies {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
}

/// Adds dependencies between a work item and others. Needs the scope `projects.work_items.relations:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/" -> WorkItemDependencies, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemDependency {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Type of the dependency: see the fields of [`WorkItemDependencies`].
    pub relation_type: DependencyType,
    /// The other work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Deletes the dependency between two work items. Needs the scope `projects.work_items.relations:write`.
///
/// `other_id` is the id of the other work item.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/<other_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemDependency {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub other_id: WorkItemId,
}

/// The dependencies of a work item, by type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemDependencies {
    /// Work items that block the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub blocked_by: Option<Vec<WorkItemId>>,
    /// Work items that the work item blocks.
    #[serde(default, deserialize_with = "coerce")]
    pub blocking: Option<Vec<WorkItemId>>,
    /// Work items that must start before the work item starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_after: Option<Vec<WorkItemId>>,
    /// Work items that must start after the work item starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_before: Option<Vec<WorkItemId>>,
    /// Work items that must finish before the work item finishes.
    #[serde(default, deserialize_with = "coerce")]
    pub finish_after: Option<Vec<WorkItemId>>,
    /// Work items that must finish after the work item finishes.
    #[serde(default, deserialize_with = "coerce")]
    pub finish_before: Option<Vec<WorkItemId>>,
}

open_enum! {
    /// Type of a dependency: see the fields of [`WorkItemDependencies`].
    pub enum DependencyType {
        BlockedBy = "blocked_by",
        Blocking = "blocking",
        StartBefore = "start_before",
        StartAfter = "start_after",
        FinishBefore = "finish_before",
        FinishAfter = "finish_after",
    }
}
