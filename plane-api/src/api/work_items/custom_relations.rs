//! ~ Custom relations.

use std::collections::BTreeMap;

use crate::{
    endpoint, projects::ProjectId, work_items::WorkItemId,
    work_items::dependencies::WorkItemWithRelationType,
    work_items::relation_definitions::WorkItemRelationDefinitionId,
};

/// Lists work item custom relations.
// NOTE: keys are workspace-defined labels
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-relations/" -> BTreeMap<String, Vec<WorkItemWithRelationType>>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemCustomRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Creates work item custom relations.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-relations/" -> Vec<WorkItemWithRelationType>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemCustomRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Relation definition id.
    pub relation_definition_id: WorkItemRelationDefinitionId,
    /// ~ Relation definition type.
    pub relation_definition_type: String,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes a work item custom relation.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-relations/<related_work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkItemCustomRelation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub related_work_item_id: WorkItemId,
}
