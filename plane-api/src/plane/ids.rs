//! Types for the ids of Plane's objects. All versions of the API share them.
//!
//! Every id is an [`Id`] with its own tag, so a project id cannot be passed where a state id is expected:
//!
//! ```
//! use plane_api::ids::{ProjectId, StateId};
//! let project = ProjectId::from("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
//! let state: StateId = "6ba7b811-9dad-11d1-80b4-00c04fd430c8".into();
//! ```

use crate::endpoint::id::Id;

/// Declares ids and their tags.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident, $tag:ident;)+) => {
        $(
            $(#[$doc])*
            pub type $id = Id<tags::$tag>;
        )+

        /// Tags that distinguish the types of ids. A tag has no values. Use tags to name the type of an id without the
        /// alias:
        ///
        /// ```
        /// use plane_api::{Id, ids::{CustomerId, tags::CustomerTag}};
        ///
        /// let id: Id<CustomerTag> = "7".into();
        /// let same: CustomerId = id;
        /// # assert_eq!(same.to_string(), "7");
        /// ```
        pub mod tags {
            $(
                #[doc = concat!("See [`", stringify!($id), "`](super::", stringify!($id), ").")]
                #[derive(Debug)]
                pub enum $tag {}
            )+
        }
    };
}

ids! {
    /// Id of an `AgentRunActivity`.
    AgentRunActivityId, AgentRunActivityTag;
    /// Id of an `AgentRun`.
    AgentRunId, AgentRunTag;
    /// Id of an `AppInstallation`.
    AppInstallationId, AppInstallationTag;
    /// Id of an OAuth app.
    ApplicationId, ApplicationTag;
    /// Id of an `Artifact`.
    ArtifactId, ArtifactTag;
    /// Id of an `Asset`.
    AssetId, AssetTag;
    /// Id of an `AuditLog`.
    AuditLogId, AuditLogTag;
    /// Id of an `AutomationActivity`.
    AutomationActivityId, AutomationActivityTag;
    /// Id of an `AutomationEdge`.
    AutomationEdgeId, AutomationEdgeTag;
    /// Id of an `Automation`.
    AutomationId, AutomationTag;
    /// Id of an `AutomationNode`.
    AutomationNodeId, AutomationNodeTag;
    /// Id of an `AutomationRun`.
    AutomationRunId, AutomationRunTag;
    /// Id of an `AutomationVersion`.
    AutomationVersionId, AutomationVersionTag;
    /// Id of a `Collection`.
    CollectionId, CollectionTag;
    /// Id of a `CollectionMember`.
    CollectionMemberId, CollectionMemberTag;
    /// Id of a `CollectionPage`.
    CollectionPageId, CollectionPageTag;
    /// Id of a `Customer`.
    CustomerId, CustomerTag;
    /// Id of a `CustomerProperty`.
    CustomerPropertyId, CustomerPropertyTag;
    /// Id of a `CustomerPropertyOption`.
    CustomerPropertyOptionId, CustomerPropertyOptionTag;
    /// Id of a `CustomerRequest`.
    CustomerRequestId, CustomerRequestTag;
    /// Id of a `Cycle`.
    CycleId, CycleTag;
    /// Id of a `CycleWorkItem`.
    CycleWorkItemId, CycleWorkItemTag;
    /// Id of an `Estimate`.
    EstimateId, EstimateTag;
    /// Id of an `EstimatePoint`.
    EstimatePointId, EstimatePointTag;
    /// Id of an `Event`.
    EventId, EventTag;
    /// Id of a `GroupSyncConfig`.
    GroupSyncConfigId, GroupSyncConfigTag;
    /// Id of an `Initiative`.
    InitiativeId, InitiativeTag;
    /// Id of an `InitiativeLabel`.
    InitiativeLabelId, InitiativeLabelTag;
    /// Id of an `Intake`.
    IntakeId, IntakeTag;
    /// Id of an `IntakeWorkItem`. Requests use the id of the entry's work item instead.
    IntakeWorkItemId, IntakeWorkItemTag;
    /// Id of a `Label`.
    LabelId, LabelTag;
    /// Id of a `Milestone`.
    MilestoneId, MilestoneTag;
    /// Id of a `MilestoneWorkItem`.
    MilestoneWorkItemId, MilestoneWorkItemTag;
    /// Id of a `Module`.
    ModuleId, ModuleTag;
    /// Id of a `ModuleWorkItem`.
    ModuleWorkItemId, ModuleWorkItemTag;
    /// Id of a `NodeExecution`.
    NodeExecutionId, NodeExecutionTag;
    /// Id of a `PageAttachment`.
    PageAttachmentId, PageAttachmentTag;
    /// Id of a `PermissionScheme`.
    PermissionSchemeId, PermissionSchemeTag;
    /// Id of a `ProjectGroupMapping`.
    ProjectGroupMappingId, ProjectGroupMappingTag;
    /// Id of a `Project`.
    ProjectId, ProjectTag;
    /// Id of a `ProjectMembership`.
    ProjectMembershipId, ProjectMembershipTag;
    /// Id of a `ReleaseChangelog`.
    ReleaseChangelogId, ReleaseChangelogTag;
    /// Id of a `ReleaseComment`.
    ReleaseCommentId, ReleaseCommentTag;
    /// Id of a `Release`.
    ReleaseId, ReleaseTag;
    /// Id of a `ReleaseLabel`.
    ReleaseLabelId, ReleaseLabelTag;
    /// Id of a `ReleaseLink`.
    ReleaseLinkId, ReleaseLinkTag;
    /// Id of a `ReleaseTag`.
    ReleaseTagId, ReleaseTagTag;
    /// Id of a `RichTextValueDetail`.
    RichTextValueDetailId, RichTextValueDetailTag;
    /// Id of a `Role`.
    RoleId, RoleTag;
    /// Id of a `State`.
    StateId, StateTag;
    /// Id of a `Sticky`.
    StickyId, StickyTag;
    /// Id of a `Teamspace`.
    TeamspaceId, TeamspaceTag;
    /// Id of a `Template`.
    TemplateId, TemplateTag;
    /// Id of a `User`.
    UserId, UserTag;
    /// Id of a `View`.
    ViewId, ViewTag;
    /// Id of a `Webhook`.
    WebhookId, WebhookTag;
    /// Id of a `WebhookLog`.
    WebhookLogId, WebhookLogTag;
    /// Id of a `WikiPage`.
    WikiPageId, WikiPageTag;
    /// Id of a `WorkItemActivity`.
    WorkItemActivityId, WorkItemActivityTag;
    /// Id of a `WorkItemComment`.
    WorkItemCommentId, WorkItemCommentTag;
    /// Id of a `WorkItem`.
    WorkItemId, WorkItemTag;
    /// Id of a `WorkItemLink`.
    WorkItemLinkId, WorkItemLinkTag;
    /// Id of a `WorkItemPage`, different from the id of the page.
    WorkItemPageId, WorkItemPageTag;
    /// Id of a `WorkItemPropertyContext`.
    WorkItemPropertyContextId, WorkItemPropertyContextTag;
    /// Id of a `WorkItemProperty`.
    WorkItemPropertyId, WorkItemPropertyTag;
    /// Id of a `WorkItemPropertyOption`.
    WorkItemPropertyOptionId, WorkItemPropertyOptionTag;
    /// Id of a `WorkItemPropertyValue`.
    WorkItemPropertyValueId, WorkItemPropertyValueTag;
    /// Id of a `WorkItemRelationDefinition`.
    WorkItemRelationDefinitionId, WorkItemRelationDefinitionTag;
    /// Id of a `WorkItemTemplate`.
    WorkItemTemplateId, WorkItemTemplateTag;
    /// Id of a `WorkItemType`.
    WorkItemTypeId, WorkItemTypeTag;
    /// Id of a `WorkItemTypeWorkflowPin`.
    WorkItemTypeWorkflowPinId, WorkItemTypeWorkflowPinTag;
    /// Id of a `WorkItemWorkLog`.
    WorkItemWorkLogId, WorkItemWorkLogTag;
    /// Id of a `WorkflowActivity`.
    WorkflowActivityId, WorkflowActivityTag;
    /// Id of a `Workflow` or a workspace workflow.
    WorkflowId, WorkflowTag;
    /// Id of a `WorkflowState`, different from the id of the state.
    WorkflowStateId, WorkflowStateTag;
    /// Id of a `WorkflowTransitionHook`.
    WorkflowTransitionHookId, WorkflowTransitionHookTag;
    /// Id of a `WorkflowTransition`.
    WorkflowTransitionId, WorkflowTransitionTag;
    /// Id of a `WorkspaceGroupMapping`.
    WorkspaceGroupMappingId, WorkspaceGroupMappingTag;
    /// Id of a `Workspace`.
    WorkspaceId, WorkspaceTag;
    /// Id of a `WorkspaceInvitation`.
    WorkspaceInvitationId, WorkspaceInvitationTag;
    /// Id of a `WorkspaceProjectLabel`.
    WorkspaceProjectLabelId, WorkspaceProjectLabelTag;
    /// Id of a `WorkspaceProjectState`.
    WorkspaceProjectStateId, WorkspaceProjectStateTag;
}
