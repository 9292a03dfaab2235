//! What has happened to [work items](crate::v2::work_items).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::activities::ListWorkItemActivities};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkItemActivities::new("my-workspace", "ENG", "PROJ-142").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{ProjectId, UserId, WorkItemActivityId, WorkItemCommentId, WorkItemId},
        v2::lists::CursorPage,
    },
};

/// Lists what has happened to a work item. Needs the scope `projects.work_items.activities:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/?paginate=cursor" -> CursorPage<WorkItemActivity>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Only those with this actor.
    pub actor_id: Option<UserId>,
    /// Only those whose creation is this or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Only those whose creation is this or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Only those with this field.
    pub field: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this verb.
    pub verb: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemActivityOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemActivityExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemActivityField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets something that has happened to a work item. Needs the scope `projects.work_items.activities:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/<activity_id>/" -> WorkItemActivity, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemActivity {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub activity_id: WorkItemActivityId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemActivityExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemActivityField>,
}

/// Something that happened to a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemActivity {
    /// Id of the activity.
    pub id: WorkItemActivityId,
    /// Who did it.
    pub actor_id: Option<UserId>,
    /// What was done, in words.
    pub comment: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// How long it took.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
    /// When it was done, in seconds since 1970.
    pub epoch: Option<f64>,
    /// Id of the activity in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// The field that was changed.
    pub field: Option<String>,
    /// The comment.
    pub issue_comment_id: Option<WorkItemCommentId>,
    /// Id of the object after the change.
    pub new_identifier_id: Option<String>,
    /// The value after the change.
    pub new_value: Option<String>,
    /// Id of the object before the change.
    pub old_identifier_id: Option<String>,
    /// The value before the change.
    pub old_value: Option<String>,
    /// What was done.
    pub verb: Option<String>,
    /// The work item.
    pub work_item_id: Option<WorkItemId>,
    /// Who did it, as JSON, if it was expanded.
    pub actor: Option<Value>,
}

open_enum! {
    /// What a list of activities is sorted by, in ascending or descending order.
    pub enum WorkItemActivityOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that a [`WorkItemActivity`] can have beside their ids.
    pub enum WorkItemActivityExpand {
        Actor = "actor",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkItemActivity`].
    pub enum WorkItemActivityField {
        All = "all",
        ActorId = "actor_id",
        Comment = "comment",
        CreatedAt = "created_at",
        Duration = "duration",
        Epoch = "epoch",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Field = "field",
        Id = "id",
        IssueCommentId = "issue_comment_id",
        NewIdentifierId = "new_identifier_id",
        NewValue = "new_value",
        OldIdentifierId = "old_identifier_id",
        OldValue = "old_value",
        Verb = "verb",
        WorkItemId = "work_item_id",
    }
}
