//! Relation definitions: types of relations between the work items of a workspace, built-in and custom.
//!
//! Relation definitions are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests; the
//! documentation does not.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::relation_definitions::CreateWorkItemRelationDefinition;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemRelationDefinition>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! CreateWorkItemRelationDefinition::new("my-workspace", "Test")
//!     .outward("tests")
//!     .inward("is tested by")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::ids::{UserId, WorkItemRelationDefinitionId, WorkspaceId},
};

/// Lists the relation definitions of a workspace.
// Plane's Node SDK allows a bare list, which `Page` also decodes.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-relation-definitions/" -> Page<WorkItemRelationDefinition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemRelationDefinitions {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// `true` returns only default definitions, `false` only custom ones.
    pub is_default: Option<bool>,
    /// `true` returns only active definitions, `false` only inactive ones.
    pub is_active: Option<bool>,
}

/// Creates a relation definition.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-relation-definitions/" -> WorkItemRelationDefinition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemRelationDefinition {
    pub workspace_slug: String,
    /// Name of the relation.
    pub name: String,
    /// Label from the first work item to the second, such as `tests`.
    pub outward: Option<String>,
    /// Label from the second work item to the first, such as `is tested by`.
    pub inward: Option<String>,
    /// `true` if the definition is built in: every workspace has it.
    pub is_default: Option<bool>,
    /// `true` if the definition is active.
    pub is_active: Option<bool>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the relation definitions: the lowest value comes first.
    pub sort_order: Option<f64>,
}

/// Updates a relation definition. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> WorkItemRelationDefinition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
    /// Name of the relation.
    pub name: Patch<String>,
    /// Label from the first work item to the second, such as `tests`.
    pub outward: Patch<String>,
    /// Label from the second work item to the first, such as `is tested by`.
    pub inward: Patch<String>,
    /// `true` if the definition is built in: every workspace has it.
    pub is_default: Patch<bool>,
    /// `true` if the definition is active.
    pub is_active: Patch<bool>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Position among the relation definitions: the lowest value comes first.
    pub sort_order: Patch<f64>,
}

/// Deletes a relation definition.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
}

/// A type of relation between work items, built-in or custom.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelationDefinition {
    /// Id of the relation definition.
    pub id: WorkItemRelationDefinitionId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the relation.
    pub name: Option<String>,
    /// Label from the first work item to the second, such as `tests`.
    pub outward: Option<String>,
    /// Label from the second work item to the first, such as `is tested by`.
    pub inward: Option<String>,
    /// `true` if the definition is built in: every workspace has it.
    pub is_default: Option<bool>,
    /// `true` if the definition is active.
    pub is_active: Option<bool>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the relation definitions: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Workspace that the definition belongs to.
    pub workspace: Option<WorkspaceId>,
    /// User who created the definition.
    pub created_by: Option<UserId>,
    /// User who last changed the definition.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the definition in another system.
    pub external_id: Option<String>,
}
