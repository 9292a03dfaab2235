//! Custom relations between work items. [`relation_definitions`](super::relation_definitions) defines their types.
//!
//! Custom relations are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's Python SDK defines these requests; the
//! documentation does not.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::custom_relations::ListWorkItemCustomRelations;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemCustomRelations>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! let relations = ListWorkItemCustomRelations::new("my-workspace", project, work_item).send(&client).await?;
//! for (words, others) in relations {
//!     println!("{words}: {}", others.len());
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use std::collections::BTreeMap;

use crate::plane::{
    ids::{ProjectId, WorkItemId, WorkItemRelationDefinitionId},
    v1::work_items::relations::RelatedWorkItem,
};

/// Lists the custom relations of a work item, by the label of the relation.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-relations/" -> BTreeMap<String, Vec<RelatedWorkItem>>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemCustomRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Creates relations from a work item to other work items.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-relations/" -> Vec<RelatedWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemCustomRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Type of the relation.
    pub relation_definition_id: WorkItemRelationDefinitionId,
    /// Direction of the relation: the `outward` or `inward` label of the definition.
    pub relation_definition_type: String,
    /// The other work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes the relation between two work items.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-relations/<related_work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkItemCustomRelation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub related_work_item_id: WorkItemId,
}
