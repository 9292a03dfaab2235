//! Activities of [work items](crate::v2::work_items): a record of their changes.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::activities::ListWorkItemActivities;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemActivities>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemActivities::new("my-workspace", "ENG", "ENG-142").items(&client);
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

/// Lists the activities of a work item. Needs the scope `projects.work_items.activities:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/?paginate=cursor" -> CursorPage<WorkItemActivity>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Returns only activities whose action this user performed.
    pub actor_id: Option<UserId>,
    /// Returns only activities that were created at this time or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Returns only activities that were created at this time or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Returns only activities that changed this field: see [`WorkItemActivity::field`].
    pub field: Option<String>,
    /// Returns only activities that match this search text.
    pub search: Option<String>,
    /// Returns only activities with this action: see [`WorkItemActivity::verb`].
    pub verb: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemActivityOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemActivityExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemActivityField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets an activity of a work item. Needs the scope `projects.work_items.activities:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/<activity_id>/" -> WorkItemActivity, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemActivity {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub activity_id: WorkItemActivityId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemActivityExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemActivityField>,
}

/// An activity of a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemActivity {
    /// Id of the activity.
    pub id: WorkItemActivityId,
    /// User who performed the action.
    pub actor_id: Option<UserId>,
    /// Description of the action, as plain text.
    pub comment: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Duration. Plane documents neither its meaning nor its unit.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
    /// Time of the action, as a Unix timestamp in seconds.
    pub epoch: Option<f64>,
    /// Id of the activity in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Name of the field that was changed, such as `priority`.
    pub field: Option<String>,
    /// Comment that the activity concerns, if any.
    pub issue_comment_id: Option<WorkItemCommentId>,
    /// Id of the new value, if the value is an object.
    pub new_identifier_id: Option<String>,
    /// New value of the field.
    pub new_value: Option<String>,
    /// Id of the old value, if the value is an object.
    pub old_identifier_id: Option<String>,
    /// Old value of the field.
    pub old_value: Option<String>,
    /// Action that the activity records. Plane does not document the values; API v1 has `created` and `updated`.
    pub verb: Option<String>,
    /// Work item that the activity belongs to.
    pub work_item_id: Option<WorkItemId>,
    /// User who performed the action, as JSON, if `expand` includes `actor`.
    pub actor: Option<Value>,
}

open_enum! {
    /// Sort order of a list of activities, ascending or descending.
    pub enum WorkItemActivityOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`WorkItemActivity`].
    pub enum WorkItemActivityExpand {
        Actor = "actor",
    }
}

open_enum! {
    /// Fields of [`WorkItemActivity`] that a response can include.
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
