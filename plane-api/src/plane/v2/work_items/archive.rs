//! Requests that archive and unarchive work items.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::archive::ArchiveWorkItem;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ArchiveWorkItem>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}));
//! # let client = mock.client();
//! # let id = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let item = ArchiveWorkItem::new("my-workspace", "ENG", id).send(&client).await?;
//! println!("{:?}", item.archived_at);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::plane::{
    ids::{ProjectId, WorkItemId},
    v2::work_items::{WorkItem, WorkItemExpand, WorkItemField},
};

/// Archives a work item. Needs the scope `projects.work_items:write`.
///
/// Only work items in a completed or cancelled state can be archived. Archiving a work item again is an error: 404.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/archive/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Unarchives a work item. Needs the scope `projects.work_items:write`.
///
/// If the work item is not archived, the request has no effect.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/unarchive/" -> WorkItem, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}
