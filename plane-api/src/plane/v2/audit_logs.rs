//! The audit log of a workspace: each entry records who (the *actor*) did what (the *event*) to which object (the
//! *target*).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::audit_logs::ListAuditLogs;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListAuditLogs>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListAuditLogs::new("my-workspace").items(&client);
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
        ids::{AuditLogId, ProjectId, UserId, WorkspaceId},
        v2::lists::CursorPage,
    },
};

/// Lists the entries of the audit log of a workspace. Needs the scope `workspaces.audit_logs:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/audit-logs/?paginate=cursor" -> CursorPage<AuditLog>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAuditLogs {
    pub workspace_slug: String,
    /// Returns only entries that were created at this time or later.
    pub created_after: Option<Timestamp>,
    /// Returns only entries that were created at this time or earlier.
    pub created_before: Option<Timestamp>,
    /// Returns only entries with this actor.
    pub actor_id: Option<String>,
    /// Returns only entries with this event, such as `member.role_updated`.
    pub event_name: Option<String>,
    /// Returns only entries of this category.
    pub category: Option<AuditCategory>,
    /// Returns only entries with this outcome.
    pub outcome: Option<AuditOutcome>,
    /// Returns only entries with this type of target, such as `workspace_member`.
    pub target_type: Option<String>,
    /// Returns only entries with this target.
    pub target_id: Option<String>,
    /// Returns only entries with this IP address.
    pub ip_address: Option<String>,
    /// Returns only entries that match this search text.
    pub search: Option<String>,
    /// Returns only entries that concern this project.
    pub project_id: Option<ProjectId>,
    /// Sort order.
    pub order_by: Option<AuditLogOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AuditLogField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets an entry of the audit log. Needs the scope `workspaces.audit_logs:read`.
///
/// Entries are found by [`AuditLog::id`]. For an [`AuditLog::event_id`], the server responds with 404.
#[endpoint(GET, "/workspaces/<workspace_slug>/audit-logs/<log_id>/" -> AuditLog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAuditLog {
    pub workspace_slug: String,
    pub log_id: AuditLogId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AuditLogField>,
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AuditLog {
    /// Id of the entry.
    pub id: AuditLogId,
    /// Name of the actor.
    pub actor_display_name: Option<String>,
    /// Email address of the actor.
    pub actor_email: Option<String>,
    /// User who is the actor: who performed the action.
    pub actor_id: Option<UserId>,
    /// Type of the actor.
    pub actor_type: Option<AuditActorType>,
    /// Category of the event.
    pub category: Option<AuditCategory>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Id of the event.
    pub event_id: Option<String>,
    /// Name of the event, such as `member.role_updated`.
    pub event_name: Option<String>,
    /// IP address of the actor.
    pub ip_address: Option<String>,
    /// More data about the event, as JSON.
    pub metadata: Option<Value>,
    /// Values after the change, as JSON.
    pub new_value: Option<Value>,
    /// Values before the change, as JSON.
    pub old_value: Option<Value>,
    /// Outcome of the action.
    pub outcome: Option<AuditOutcome>,
    /// Project that the event concerns.
    pub project_id: Option<ProjectId>,
    /// Reason for the failure, if the action failed.
    pub reason: Option<String>,
    /// Number of the entry in the audit log.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_number: Option<i64>,
    /// Part of Plane through which the action was performed.
    pub source: Option<AuditSource>,
    /// Name of the target.
    pub target_display_name: Option<String>,
    /// Id of the target.
    pub target_id: Option<String>,
    /// Type of the target, such as `workspace_member`.
    pub target_type: Option<String>,
    /// User agent: the program with which the action was performed.
    pub user_agent: Option<String>,
    /// Workspace that the audit log belongs to.
    pub workspace_id: Option<WorkspaceId>,
}

open_enum! {
    /// Sort order of a list of audit log entries, ascending or descending.
    pub enum AuditLogOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`AuditLog`] that a response can include.
    pub enum AuditLogField {
        All = "all",
        ActorDisplayName = "actor_display_name",
        ActorEmail = "actor_email",
        ActorId = "actor_id",
        ActorType = "actor_type",
        Category = "category",
        CreatedAt = "created_at",
        EventId = "event_id",
        EventName = "event_name",
        Id = "id",
        IpAddress = "ip_address",
        Metadata = "metadata",
        NewValue = "new_value",
        OldValue = "old_value",
        Outcome = "outcome",
        ProjectId = "project_id",
        Reason = "reason",
        SequenceNumber = "sequence_number",
        Source = "source",
        TargetDisplayName = "target_display_name",
        TargetId = "target_id",
        TargetType = "target_type",
        UserAgent = "user_agent",
        WorkspaceId = "workspace_id",
    }
}

open_enum! {
    /// Type of the actor: who performed the action.
    pub enum AuditActorType {
        User = "user",
        ApiToken = "api_token",
        System = "system",
        Anonymous = "anonymous",
    }
}

open_enum! {
    /// Category of an entry of the audit log.
    pub enum AuditCategory {
        Auth = "auth",
        Member = "member",
        Role = "role",
        Settings = "settings",
        Integration = "integration",
        Webhook = "webhook",
        Security = "security",
        Instance = "instance",
        Project = "project",
    }
}

open_enum! {
    /// Outcome of the action.
    pub enum AuditOutcome {
        Success = "success",
        Failure = "failure",
    }
}

open_enum! {
    /// Part of Plane through which the action was performed.
    pub enum AuditSource {
        Platform = "platform",
        Api = "api",
        Graphql = "graphql",
        Auth = "auth",
        Admin = "admin",
        System = "system",
    }
}
