//! Definitions of the [relations](crate::v2::work_items::relations) between work items of a workspace.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_item_relation_definitions::ListWorkItemRelationDefinitions;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemRelationDefinitions>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "next": null, "pagination": {"style": "offset"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemRelationDefinitions::new("my-workspace").items(&client);
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
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{UserId, WorkItemRelationDefinitionId},
        v2::lists::OffsetPage,
    },
};

/// Lists the relation definitions of a workspace. Needs the scope `workspaces.work_item_relation_definitions:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-relation-definitions/" -> OffsetPage<WorkItemRelationDefinition>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemRelationDefinitions {
    pub workspace_slug: String,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemRelationDefinitionField>,
    /// Number of items to skip, at most 10,000; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// `false` omits the total number of items from the response. If unset, the response contains the number.
    pub count: Option<bool>,
}

/// Creates a relation definition. Needs the scope `workspaces.work_item_relation_definitions:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-relation-definitions/" -> WorkItemRelationDefinition, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemRelationDefinition {
    pub workspace_slug: String,
    /// Name of the relation as seen from the target, at most 255 characters.
    pub inward: String,
    /// Name of the relation definition, at most 255 characters.
    pub name: String,
    /// Name of the relation as seen from the source, at most 255 characters.
    pub outward: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the relation definition in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the definition is active.
    pub is_active: Option<bool>,
    /// Emoji or icon of the relation definition, as JSON.
    pub logo_props: Patch<Value>,
    /// Position among the definitions: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemRelationDefinitionField>,
}

/// Gets a relation definition. Needs the scope `workspaces.work_item_relation_definitions:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> WorkItemRelationDefinition, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemRelationDefinitionField>,
}

/// Updates a relation definition. Unset fields are left unchanged. Needs
/// the scope `workspaces.work_item_relation_definitions:write`.
///
/// Built-in definitions cannot be changed: the server responds with 400 or 403.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> WorkItemRelationDefinition, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the relation definition in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Name of the relation as seen from the target, at most 255 characters.
    pub inward: Option<String>,
    /// `true` if the definition is active.
    pub is_active: Option<bool>,
    /// Emoji or icon of the relation definition, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the relation definition, at most 255 characters.
    pub name: Option<String>,
    /// Name of the relation as seen from the source, at most 255 characters.
    pub outward: Option<String>,
    /// Position among the definitions: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemRelationDefinitionField>,
}

/// Deletes a relation definition. Needs the scope `workspaces.work_item_relation_definitions:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-relation-definitions/<definition_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemRelationDefinition {
    pub workspace_slug: String,
    pub definition_id: WorkItemRelationDefinitionId,
}

/// The definition of a relation. A relation leads from a source to a target, and has a name for each direction.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelationDefinition {
    /// Id of the definition.
    pub id: WorkItemRelationDefinitionId,
    /// Name of the definition.
    pub name: Option<String>,
    /// Name of the relation as seen from the target.
    pub inward: Option<String>,
    /// Name of the relation as seen from the source.
    pub outward: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the definition is active.
    pub is_active: Option<bool>,
    /// `true` if the definition is built in: every workspace has it.
    pub is_default: Option<bool>,
    /// Emoji or icon of the definition, as JSON.
    pub logo_props: Option<Value>,
    /// Position among the definitions: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Id of the definition in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the definition.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Fields of [`WorkItemRelationDefinition`] that a response can include.
    pub enum WorkItemRelationDefinitionField {
        All = "all",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        Inward = "inward",
        IsActive = "is_active",
        IsDefault = "is_default",
        LogoProps = "logo_props",
        Name = "name",
        Outward = "outward",
        SortOrder = "sort_order",
    }
}
