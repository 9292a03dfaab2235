//! Activities of an [automation](crate::v2::automations): a record of its runs and changes.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::automations::activities::ListAutomationActivities;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListAutomationActivities>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListAutomationActivities::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{
            AutomationActivityId, AutomationEdgeId, AutomationId, AutomationNodeId,
            AutomationRunId, AutomationVersionId, NodeExecutionId, ProjectId, UserId,
        },
        v2::lists::CursorPage,
    },
};

/// Lists the activities of a project automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/activities/?paginate=cursor" -> CursorPage<AutomationActivity>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomationActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Gets an activity of a project automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/activities/<activity_id>/" -> AutomationActivity, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomationActivity {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub activity_id: AutomationActivityId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationActivityField>,
}

/// An activity of an automation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AutomationActivity {
    /// Id of the automation activity.
    pub id: AutomationActivityId,
    /// User who performed the action.
    pub actor_id: Option<UserId>,
    /// [Edge](crate::v2::automations::edges) that the activity concerns.
    pub automation_edge_id: Option<AutomationEdgeId>,
    /// Automation that the activity belongs to.
    pub automation_id: Option<AutomationId>,
    /// [Node](crate::v2::automations::nodes) that the activity concerns.
    pub automation_node_id: Option<AutomationNodeId>,
    /// Run of the automation that the activity concerns.
    pub automation_run_id: Option<AutomationRunId>,
    /// Type of object that the automation applies to.
    pub automation_scope: Option<String>,
    /// Version of the automation that the activity concerns.
    pub automation_version_id: Option<AutomationVersionId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the action, as a Unix timestamp in seconds.
    pub epoch: Option<f64>,
    /// Name of the field that was changed. Plane does not document the names.
    pub field: Option<String>,
    /// Id of the new value, if the value is an object.
    pub new_identifier: Option<String>,
    /// New value of the field.
    pub new_value: Option<String>,
    /// Execution of the node that the activity concerns.
    pub node_execution_id: Option<NodeExecutionId>,
    /// Id of the old value, if the value is an object.
    pub old_identifier: Option<String>,
    /// Old value of the field.
    pub old_value: Option<String>,
    /// Action that the activity records. Plane does not document the values.
    pub verb: Option<String>,
}

open_enum! {
    /// Sort order of a list of activities, ascending or descending.
    pub enum AutomationActivityOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`AutomationActivity`] that a response can include.
    pub enum AutomationActivityField {
        All = "all",
        ActorId = "actor_id",
        AutomationEdgeId = "automation_edge_id",
        AutomationId = "automation_id",
        AutomationNodeId = "automation_node_id",
        AutomationRunId = "automation_run_id",
        AutomationScope = "automation_scope",
        AutomationVersionId = "automation_version_id",
        CreatedAt = "created_at",
        Epoch = "epoch",
        Field = "field",
        Id = "id",
        NewIdentifier = "new_identifier",
        NewValue = "new_value",
        NodeExecutionId = "node_execution_id",
        OldIdentifier = "old_identifier",
        OldValue = "old_value",
        Verb = "verb",
    }
}
