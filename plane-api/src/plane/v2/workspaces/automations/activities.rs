//! Activities of a [workspace automation](crate::v2::workspaces::automations): a record of its runs and changes.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::automations::activities::ListWorkspaceAutomationActivities;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceAutomationActivities>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceAutomationActivities::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::page::Cursor,
    plane::{
        ids::{AutomationActivityId, AutomationId},
        v2::{
            automations::activities::{
                AutomationActivity, AutomationActivityField, AutomationActivityOrder,
            },
            lists::CursorPage,
        },
    },
};

/// Lists the activities of a workspace automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/activities/?paginate=cursor" -> CursorPage<AutomationActivity>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomationActivities {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Returns only activities that were created after this time.
    #[serde(rename = "created_at__gt")]
    pub created_at_gt: Option<Timestamp>,
    /// Returns only activities that changed this field: see [`AutomationActivity::field`].
    pub field: Option<String>,
    /// Returns only activities with this action: see [`AutomationActivity::verb`].
    pub verb: Option<String>,
    /// Sort order.
    pub order_by: Option<AutomationActivityOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationActivityField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets an activity of a workspace automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/activities/<activity_id>/" -> AutomationActivity, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomationActivity {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub activity_id: AutomationActivityId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationActivityField>,
}
