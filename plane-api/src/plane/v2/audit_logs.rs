//! The audit log of a workspace: who did what.
//!
//! ```no_run
//! use plane_api::{Client, v2::audit_logs::ListAuditLogs};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists the audit log of a workspace. Needs the scope `workspaces.audit_logs:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/audit-logs/?paginate=cursor" -> CursorPage<AuditLog>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAuditLogs {
    pub workspace_slug: String,
    /// Only what was done at this time or later.
    pub created_after: Option<Timestamp>,
    /// Only what was done at this time or earlier.
    pub created_before: Option<Timestamp>,
    /// Only those with this actor.
    pub actor_id: Option<String>,
    /// Only those with this event.
    pub event_name: Option<String>,
    /// Only those with this category.
    pub category: Option<AuditCategory>,
    /// Only those with this outcome.
    pub outcome: Option<AuditOutcome>,
    /// Only those with this type of target.
    pub target_type: Option<String>,
    /// Only those with this target.
    pub target_id: Option<String>,
    /// Only those with this IP address.
    pub ip_address: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this project.
    pub project_id: Option<ProjectId>,
    /// What the list is sorted by.
    pub order_by: Option<AuditLogOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AuditLogField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets an entry of the audit log. Needs the scope `workspaces.audit_logs:read`.
///
/// By its `id`; an `event_id` is not found (404).
#[endpoint(GET, "/workspaces/<workspace_slug>/audit-logs/<log_id>/" -> AuditLog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAuditLog {
    pub workspace_slug: String,
    pub log_id: AuditLogId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AuditLogField>,
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AuditLog {
    /// Id of the entry.
    pub id: AuditLogId,
    /// Name of who did it.
    pub actor_display_name: Option<String>,
    /// Email address of who did it.
    pub actor_email: Option<String>,
    /// Who did it.
    pub actor_id: Option<UserId>,
    /// Whether a person did it, or something else.
    pub actor_type: Option<AuditActorType>,
    /// What it is about.
    pub category: Option<AuditCategory>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Id of the event.
    pub event_id: Option<String>,
    /// Name of the event.
    pub event_name: Option<String>,
    /// IP address that it was done from.
    pub ip_address: Option<String>,
    /// More about it, as JSON.
    pub metadata: Option<Value>,
    /// The value after the change, as JSON.
    pub new_value: Option<Value>,
    /// The value before the change, as JSON.
    pub old_value: Option<Value>,
    /// Whether it succeeded.
    pub outcome: Option<AuditOutcome>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Why it failed.
    pub reason: Option<String>,
    /// Number in the log.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_number: Option<i64>,
    /// Where it was done.
    pub source: Option<AuditSource>,
    /// Name of what it was done to.
    pub target_display_name: Option<String>,
    /// Id of what it was done to.
    pub target_id: Option<String>,
    /// Type of what it was done to.
    pub target_type: Option<String>,
    /// Program that it was done with.
    pub user_agent: Option<String>,
    /// The workspace.
    pub workspace_id: Option<WorkspaceId>,
}

open_enum! {
    /// What a list of entries is sorted by, in ascending or descending order.
    pub enum AuditLogOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`AuditLog`].
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
    /// Who did something.
    pub enum AuditActorType {
        User = "user",
        ApiToken = "api_token",
        System = "system",
        Anonymous = "anonymous",
    }
}

open_enum! {
    /// What an entry of the audit log is about.
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
    /// Whether it succeeded.
    pub enum AuditOutcome {
        Success = "success",
        Failure = "failure",
    }
}

open_enum! {
    /// Where it was done.
    pub enum AuditSource {
        Platform = "platform",
        Api = "api",
        Graphql = "graphql",
        Auth = "auth",
        Admin = "admin",
        System = "system",
    }
}
