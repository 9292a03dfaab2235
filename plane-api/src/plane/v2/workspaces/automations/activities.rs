//! What has happened to a [workspace automation](crate::v2::workspaces::automations).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::automations::activities::ListWorkspaceAutomationActivities};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists what has happened to a workspace automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/activities/?paginate=cursor" -> CursorPage<AutomationActivity>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomationActivities {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Only those whose creation is later.
    #[serde(rename = "created_at__gt")]
    pub created_at_gt: Option<Timestamp>,
    /// Only those with this field.
    pub field: Option<String>,
    /// Only those with this verb.
    pub verb: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<AutomationActivityOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationActivityField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets something that has happened to a workspace automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/activities/<activity_id>/" -> AutomationActivity, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomationActivity {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub activity_id: AutomationActivityId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationActivityField>,
}
