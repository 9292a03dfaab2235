//! ~ Relation definitions.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, users::UserId};

/// Lists work item relation definitions.
// NOTE: node SDK accepts page or bare list
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-relation-definitions/" -> Page<WorkItemRelationDefinition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemRelationDefinitions {
    pub workspace_slug: String,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
}

/// Creates a work item relation definition.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-relation-definitions/" -> WorkItemRelationDefinition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemRelationDefinition {
    pub workspace_slug: String,
    /// Name of the work item relation definition.
    pub name: String,
    /// ~ Outward.
    pub outward: Option<String>,
    /// ~ Inward.
    pub inward: Option<String>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
}

/// Updates a work item relation definition.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> WorkItemRelationDefinition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
    /// Name of the work item relation definition.
    pub name: Patch<String>,
    /// ~ Outward.
    pub outward: Patch<String>,
    /// ~ Inward.
    pub inward: Patch<String>,
    /// Whether new ones get it.
    pub is_default: Patch<bool>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<f64>,
}

/// Deletes a work item relation definition.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
}

/// Id of a [`WorkItemRelationDefinition`].
pub type WorkItemRelationDefinitionId = Id<WorkItemRelationDefinition>;

/// ~ work item relation definition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelationDefinition {
    /// Id of the work item relation definition.
    pub id: WorkItemRelationDefinitionId,
    /// Name of the work item relation definition.
    pub name: Option<String>,
    /// ~ Outward.
    pub outward: Option<String>,
    /// ~ Inward.
    pub inward: Option<String>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item relation definition in another system.
    pub external_id: Option<String>,
}
