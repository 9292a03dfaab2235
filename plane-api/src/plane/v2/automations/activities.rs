//! What has happened to an [automation](crate::v2::automations).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::automations::activities::ListAutomationActivities};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists what has happened to a project automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/activities/?paginate=cursor" -> CursorPage<AutomationActivity>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomationActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Gets something that has happened to a project automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/activities/<activity_id>/" -> AutomationActivity, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomationActivity {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub activity_id: AutomationActivityId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationActivityField>,
}

/// Something that happened to an automation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AutomationActivity {
    /// Id of the automation activity.
    pub id: AutomationActivityId,
    /// Who did it.
    pub actor_id: Option<UserId>,
    /// The edge.
    pub automation_edge_id: Option<AutomationEdgeId>,
    /// The automation.
    pub automation_id: Option<AutomationId>,
    /// The node.
    pub automation_node_id: Option<AutomationNodeId>,
    /// The run.
    pub automation_run_id: Option<AutomationRunId>,
    /// What the automation is about.
    pub automation_scope: Option<String>,
    /// The version of the automation.
    pub automation_version_id: Option<AutomationVersionId>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// When it was done, in seconds since 1970.
    pub epoch: Option<f64>,
    /// The field that was changed.
    pub field: Option<String>,
    /// Id of the object after the change.
    pub new_identifier: Option<String>,
    /// The value after the change.
    pub new_value: Option<String>,
    /// The execution of the node.
    pub node_execution_id: Option<NodeExecutionId>,
    /// Id of the object before the change.
    pub old_identifier: Option<String>,
    /// The value before the change.
    pub old_value: Option<String>,
    /// What was done.
    pub verb: Option<String>,
}

open_enum! {
    /// What a list of activities is sorted by, in ascending or descending order.
    pub enum AutomationActivityOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`AutomationActivity`].
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
