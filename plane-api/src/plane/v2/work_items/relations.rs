//! Relations between [work items](crate::v2::work_items). The types of relation are
//! [defined](crate::v2::work_item_relation_definitions) by the workspace.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::relations::GetWorkItemRelations;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkItemRelations>().reply(serde_json::json!({"relates_to": ["6ba7b811-9dad-11d1-80b4-00c04fd430c8"]}));
//! # let client = mock.client();
//! let response = GetWorkItemRelations::new("my-workspace", "ENG", "ENG-142").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use std::collections::BTreeMap;

use crate::plane::ids::{ProjectId, WorkItemId, WorkItemRelationDefinitionId};

/// Gets the relations of a work item. Needs the scope `projects.work_items.relations:read`.
///
/// The response maps names of relations to ids of work items. Each name is the `inward` or the `outward` name of a
/// [definition](crate::v2::work_item_relation_definitions::WorkItemRelationDefinition).
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/" -> BTreeMap<String, Vec<WorkItemId>>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
}

/// Adds relations between a work item and others. Needs the scope `projects.work_items.relations:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/" -> BTreeMap<String, Vec<WorkItemId>>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemRelation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Direction of the relation: the text of `inward` or of `outward` in the
    /// [definition](crate::v2::work_item_relation_definitions::WorkItemRelationDefinition), such as
    /// `is tested by`.
    pub direction: String,
    /// Definition of the relation.
    pub relation_definition_id: WorkItemRelationDefinitionId,
    /// The other work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Deletes the relation between two work items. Needs the scope `projects.work_items.relations:write`.
///
/// `other_id` is the id of the other work item, because relations have no ids.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/<other_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemRelation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub other_id: WorkItemId,
}
