//! Event types.

use crate::{endpoint::open_enum::open_enum, work};

open_enum! {
    /// Type of an event. The variants are the events that Plane documents, with their v2 names.
    ///
    /// Events of v1 have the same types: `issue` with the action `updated` is
    /// [`WorkItemUpdated`](Self::WorkItemUpdated). A v1 event without a v2 equivalent is `Other`, with its name and
    /// action, such as `module_issue.created`.
    ///
    /// ```
    /// use plane_api::webhook::EventKind;
    ///
    /// assert_eq!(EventKind::from("workitem.created"), EventKind::WorkItemCreated);
    /// assert_eq!(EventKind::WorkItemCreated.as_str(), "workitem.created");
    /// ```
    pub enum EventKind {
        /// A project was created.
        ProjectCreated = "project.created",
        /// A project was changed.
        ProjectUpdated = "project.updated",
        /// A project was archived.
        ProjectArchived = "project.archived",
        /// A project was deleted.
        ProjectDeleted = "project.deleted",
        /// A cycle was created.
        CycleCreated = "cycle.created",
        /// A cycle was changed.
        CycleUpdated = "cycle.updated",
        /// A cycle was archived.
        CycleArchived = "cycle.archived",
        /// A cycle was deleted.
        CycleDeleted = "cycle.deleted",
        /// A module was created.
        ModuleCreated = "module.created",
        /// A module was changed.
        ModuleUpdated = "module.updated",
        /// A module was archived.
        ModuleArchived = "module.archived",
        /// A module was deleted.
        ModuleDeleted = "module.deleted",
        /// A milestone was created.
        MilestoneCreated = "milestone.created",
        /// A milestone was changed.
        MilestoneUpdated = "milestone.updated",
        /// A milestone was deleted.
        MilestoneDeleted = "milestone.deleted",
        /// A page was created.
        PageCreated = "page.created",
        /// A page was changed.
        PageUpdated = "page.updated",
        /// A page was archived.
        PageArchived = "page.archived",
        /// A page was deleted.
        PageDeleted = "page.deleted",
        /// A comment was added to a page.
        PageCommentCreated = "page.comment.created",
        /// A comment on a page was changed.
        PageCommentUpdated = "page.comment.updated",
        /// A comment on a page was deleted.
        PageCommentDeleted = "page.comment.deleted",
        /// A work item was created.
        WorkItemCreated = "workitem.created",
        /// A work item was changed.
        WorkItemUpdated = "workitem.updated",
        /// A work item was archived.
        WorkItemArchived = "workitem.archived",
        /// A work item was deleted.
        WorkItemDeleted = "workitem.deleted",
        /// A comment was added to a work item.
        WorkItemCommentCreated = "workitem.comment.created",
        /// A comment on a work item was changed.
        WorkItemCommentUpdated = "workitem.comment.updated",
        /// A comment on a work item was deleted.
        WorkItemCommentDeleted = "workitem.comment.deleted",
        /// A link was added to a work item.
        WorkItemLinkCreated = "workitem.link.created",
        /// A link of a work item was changed.
        WorkItemLinkUpdated = "workitem.link.updated",
        /// A link of a work item was deleted.
        WorkItemLinkDeleted = "workitem.link.deleted",
        /// A vote was cast on a work item.
        WorkItemVoteCreated = "workitem.vote.created",
        /// A vote on a work item was withdrawn.
        WorkItemVoteDeleted = "workitem.vote.deleted",
        /// A file was attached to a work item.
        WorkItemAttachmentCreated = "workitem.attachment.created",
        /// An attachment of a work item was changed.
        WorkItemAttachmentUpdated = "workitem.attachment.updated",
        /// An attachment of a work item was deleted.
        WorkItemAttachmentDeleted = "workitem.attachment.deleted",
        /// A relation between work items was created.
        WorkItemRelationCreated = "workitem.relation.created",
        /// A relation between work items was deleted.
        WorkItemRelationDeleted = "workitem.relation.deleted",
        /// A dependency between work items was created.
        WorkItemDependencyCreated = "workitem.dependency.created",
        /// A dependency between work items was deleted.
        WorkItemDependencyDeleted = "workitem.dependency.deleted",
        /// A page was linked to a work item.
        WorkItemPageLinkCreated = "workitem.page_link.created",
        /// A page was unlinked from a work item.
        WorkItemPageLinkDeleted = "workitem.page_link.deleted",
        /// A user mentioned an agent, which started a run.
        AgentRunCreated = "agent_run_create",
        /// A user sent a message to an agent.
        AgentRunPrompted = "agent_run_user_prompt",
    }
}

impl EventKind {
    /// Returns the type of an event by its v2 name.
    pub(super) fn of_v2(event: &str) -> Self {
        of_constant(event).map_or_else(|| Self::from(event), Self::from)
    }

    /// Returns the type of a v1 event. Its action is either `create` or `created`.
    pub(super) fn of_v1(event: &str, action: &str) -> Self {
        let entity = match event {
            "issue" => "workitem",
            "issue_comment" => "workitem.comment",
            other => other,
        };
        let action = match action {
            "create" => "created",
            "update" => "updated",
            "delete" => "deleted",
            other => other,
        };
        Self::from(format!("{entity}.{action}"))
    }

    /// Returns the type of the changed object, such as `workitem.comment`.
    pub(super) fn entity(&self) -> &str {
        self.as_str().rsplit_once('.').map_or(self.as_str(), |(entity, _)| entity)
    }
}

/// Returns the event name for the name of a server constant, which some payloads contain:
/// `WebhookScope.ScopeChoices.WORK_ITEM_UPDATED`, as in the samples of the documentation.
fn of_constant(event: &str) -> Option<String> {
    work::count(event.len());
    let constant = event.strip_prefix("WebhookScope.ScopeChoices.")?.to_ascii_lowercase();
    let (entity, action) = constant.rsplit_once('_')?;
    let entity = entity.replacen("work_item", "workitem", 1).replacen('_', ".", 1);
    Some(format!("{entity}.{action}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_constant_is_read_as_the_name_behind_it() {
        for (constant, kind) in [
            ("WORK_ITEM_UPDATED", EventKind::WorkItemUpdated),
            ("WORK_ITEM_PAGE_LINK_CREATED", EventKind::WorkItemPageLinkCreated),
            ("PAGE_COMMENT_DELETED", EventKind::PageCommentDeleted),
            ("PROJECT_ARCHIVED", EventKind::ProjectArchived),
        ] {
            assert_eq!(EventKind::of_v2(&format!("WebhookScope.ScopeChoices.{constant}")), kind);
        }
        for other in
            ["WebhookScope.ScopeChoices.", "WebhookScope.ScopeChoices.X", "WORK_ITEM_UPDATED"]
        {
            assert_eq!(EventKind::of_v2(other), EventKind::Other(other.to_owned()));
        }
    }

    #[test]
    fn both_spellings_of_an_action_mean_the_same() {
        for action in ["update", "updated"] {
            assert_eq!(EventKind::of_v1("issue", action), EventKind::WorkItemUpdated);
            assert_eq!(
                EventKind::of_v1("issue_comment", action),
                EventKind::WorkItemCommentUpdated
            );
            assert_eq!(EventKind::of_v1("cycle", action), EventKind::CycleUpdated);
        }
        let other = EventKind::of_v1("module_issue", "create");
        assert_eq!((other.as_str(), other.entity()), ("module_issue.created", "module_issue"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_kind_is_linear(pattern in "(_|WORK_ITEM|WORK|A){1,4}") {
            let constant = "WebhookScope.ScopeChoices.".to_owned();
            let input = |length| constant.clone() + &work::repeated(&pattern, length);
            work::assert_linear(4 << 10, 512, input, |event| drop(EventKind::of_v2(event)));
        }
    }
}
