//! Relations between work items, such as blocking, duplicate or related.
//!
//! In the commercial editions, [`dependencies`](super::dependencies) and [`custom_relations`](super::custom_relations)
//! cover these relations and others.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::relations::{CreateWorkItemRelations, WorkItemRelationType};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemRelations>().reply(serde_json::json!([]));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let fuel = "6ba7b812-9dad-11d1-80b4-00c04fd430c8";
//!
//! CreateWorkItemRelations::new(
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

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{LabelId, ProjectId, StateId, UserId, WorkItemId, WorkItemTypeId},
        v1::{common::Flat, work_items::Priority},
    },
};

/// Lists the relations of a work item, by relation type. Needs the scope `projects.work_items:read`.
///
/// The list is not paginated. In the Community Edition, the documented parameters for pagination, order and fields have
/// no effect.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/" -> WorkItemRelations)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Page to return. Plane documents this parameter, but does not paginate the response.
    pub cursor: Option<Cursor>,
    /// Items per page. Plane documents this parameter, but does not paginate the response.
    pub per_page: Option<u32>,
    /// Order of the items. Plane documents this parameter, but does not sort the response.
    pub order_by: Option<String>,
    /// Fields to return; `id` is added to them. Plane documents this parameter, but returns all fields.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Objects to include. Plane documents this parameter, but returns only ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Creates relations from a work item to other work items. Needs the scope `projects.work_items:write`.
// The documentation wraps the list in another list; the server does not.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/" -> Flat<RelatedWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Relation of the work item to the other work items.
    pub relation_type: WorkItemRelationType,
    /// The other work items. If one of them does not exist, the server responds with 400 without details.
    pub issues: Vec<WorkItemId>,
}

/// Removes the relation between two work items. Needs the scope `projects.work_items:write`. The Community Edition
/// lacks this route and cannot remove relations.
// The method is POST with a body, although the request deletes.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/remove/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkItemRelation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// The other work item.
    pub related_issue: WorkItemId,
}

/// Relations of a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelations {
    /// Work items that this work item blocks.
    #[serde(default, deserialize_with = "coerce")]
    pub blocking: Option<Vec<WorkItemRelationRef>>,
    /// Work items that block this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub blocked_by: Option<Vec<WorkItemRelationRef>>,
    /// Duplicates of this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub duplicate: Option<Vec<WorkItemRelationRef>>,
    /// Work items related to this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub relates_to: Option<Vec<WorkItemRelationRef>>,
    /// Work items that start after this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub start_before: Option<Vec<WorkItemRelationRef>>,
    /// Work items that start before this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub start_after: Option<Vec<WorkItemRelationRef>>,
    /// Work items that finish after this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub finish_before: Option<Vec<WorkItemRelationRef>>,
    /// Work items that finish before this work item.
    #[serde(default, deserialize_with = "coerce")]
    pub finish_after: Option<Vec<WorkItemRelationRef>>,
}

/// The other work item of a relation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "RelationRef")]
#[non_exhaustive]
pub struct WorkItemRelationRef {
    /// Id of the other work item.
    pub issue_id: WorkItemId,
    /// Project that the other work item belongs to, possibly a different project.
    pub project_id: Option<ProjectId>,
}

/// Plane's documentation and both SDKs have ids; the server sends objects.
#[derive(Deserialize)]
#[serde(untagged)]
enum RelationRef {
    Id(WorkItemId),
    InProject { issue_id: WorkItemId, project_id: Option<ProjectId> },
}

impl From<RelationRef> for WorkItemRelationRef {
    fn from(other: RelationRef) -> Self {
        match other {
            RelationRef::Id(issue_id) => Self { issue_id, project_id: None },
            RelationRef::InProject { issue_id, project_id } => Self { issue_id, project_id },
        }
    }
}

/// The other work item of a relation, with details.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct RelatedWorkItem {
    /// Id of the other work item.
    pub id: WorkItemId,
    /// Name of the other work item.
    pub name: Option<String>,
    /// Sequence number in the other work item's project, starting at 1.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    // A workspace may define its own types.
    /// Type of the relation. The Community Edition inverts some types: it returns `blocked_by` for `blocking`.
    pub relation_type: Option<WorkItemRelationType>,
    /// Project that the other work item belongs to.
    pub project_id: Option<ProjectId>,
    /// State of the other work item.
    pub state_id: Option<StateId>,
    /// Priority of the other work item.
    pub priority: Option<Priority>,
    /// Type of the other work item.
    pub type_id: Option<WorkItemTypeId>,
    /// `true` if the other work item is an epic.
    pub is_epic: Option<bool>,
    /// Labels of the other work item.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Users who are assigned to the other work item.
    #[serde(default, deserialize_with = "coerce")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Position among the work items: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Creation time of the relation.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change of the relation.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the relation.
    pub created_by: Option<UserId>,
    /// User who last changed the relation.
    pub updated_by: Option<UserId>,
}

open_enum! {
    /// Relation of a work item to another work item.
    pub enum WorkItemRelationType {
        /// The work item blocks the other one.
        Blocking = "blocking",
        /// The other work item blocks the work item.
        BlockedBy = "blocked_by",
        /// The work item is a duplicate of the other one.
        Duplicate = "duplicate",
        /// The work item is related to the other one.
        RelatesTo = "relates_to",
        /// The work item starts before the other one.
        StartBefore = "start_before",
        /// The work item starts after the other one.
        StartAfter = "start_after",
        /// The work item finishes before the other one.
        FinishBefore = "finish_before",
        /// The work item finishes after the other one.
        FinishAfter = "finish_after",
    }
}
