//! Work item activities: the history of changes to a work item.
//!
//! Plane records activities in the background, shortly after each change.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::activities::ListWorkItemActivities;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemActivities>().reply(plane_api::testing::Reply::page([serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"})], None));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! let mut activities = ListWorkItemActivities::new("my-workspace", project, work_item)
//!     .expand(["actor"])
//!     .items(&client);
//! while let Some(activity) = activities.next().await {
//!     let activity = activity?;
//!     println!("{:?}: {:?} {:?}", activity.created_at, activity.comment, activity.new_value);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
    },
    plane::{
        ids::{ProjectId, WorkItemActivityId, WorkItemCommentId, WorkItemId},
        reference::Ref,
        v1::{common::Workspace, projects::Project, users::User, work_items::WorkItem},
    },
};

/// Lists the activities of a work item, oldest first. Needs the scope `projects.work_items.activities:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/" -> Page<WorkItemActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `actor`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Gets an activity of a work item. Needs the scope `projects.work_items.activities:read`.
// The documentation shows a page; the server sends one object.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/<activity_id>/" -> WorkItemActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemActivity {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub activity_id: WorkItemActivityId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `actor`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Plane documents this field, but it has no effect: a single activity is not paginated.
    pub cursor: Option<Cursor>,
    /// Plane documents this field, but it has no effect: a single activity is not paginated.
    pub per_page: Option<u32>,
    /// Plane documents this field, but it has no effect: a single activity has no order.
    pub order_by: Option<String>,
}

/// A change to a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemActivity {
    /// Id of the activity.
    pub id: WorkItemActivityId,
    /// Time at which the activity was recorded.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Time of the change, in seconds since 1970.
    pub epoch: Option<f64>,
    /// Action, such as `created` or `updated`.
    pub verb: Option<String>,
    /// Changed field, such as `name` or `parent`; unset if the work item was created.
    pub field: Option<String>,
    /// Old value, as displayed.
    pub old_value: Option<String>,
    /// New value, as displayed.
    pub new_value: Option<String>,
    /// Id of the old value, if it is an object.
    pub old_identifier: Option<String>,
    /// Id of the new value, if it is an object.
    pub new_identifier: Option<String>,
    /// Plane's description of the change, such as `updated the name to`.
    pub comment: Option<String>,
    /// URLs of attached files.
    #[serde(default, deserialize_with = "coerce")]
    pub attachments: Option<Vec<String>>,
    /// Comment that the activity refers to.
    pub issue_comment: Option<WorkItemCommentId>,
    /// User who performed the activity.
    #[serde(default, deserialize_with = "coerce")]
    pub actor: Option<Ref<User>>,
    /// Work item that was changed.
    #[serde(default, deserialize_with = "coerce")]
    pub issue: Option<Ref<WorkItem>>,
    /// Project that the activity belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace that the activity belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
}
