//! Properties of a workspace, which the work items of its projects can hold.
//!
//! Properties are part of Plane's commercial editions: the Community Edition has no such routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! A workspace keeps its properties either here or in each project: see
//! [`work_item_properties`](crate::v1::work_item_properties). Only on that side can they be changed. A property is of use
//! once a type has it: see
//! [`AttachWorkspaceWorkItemTypeProperties`](super::work_item_types::AttachWorkspaceWorkItemTypeProperties).
//! Only Plane's SDKs know of the requests of this page.
//!
//! ```no_run
//! use plane_api::{
//!     v1::{common::PropertyType, workspaces::{work_item_properties::CreateWorkspaceWorkItemProperty, work_item_types::AttachWorkspaceWorkItemTypeProperties}},
//!     Client,
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let bug = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let cost =
//!     CreateWorkspaceWorkItemProperty::new("my-workspace", "Cost", PropertyType::Decimal)
//!         .send(&client)
//!         .await?;
//! AttachWorkspaceWorkItemTypeProperties::new("my-workspace", bug, [cost.id]).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::WorkItemPropertyId,
        v1::{
            common::{PropertyRelationType, PropertyType},
            work_item_properties::{WorkItemProperty, WorkItemPropertyOptionInput},
        },
    },
};

/// Lists the properties of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemProperties {
    pub workspace_slug: String,
}

/// Creates a property in a workspace, which no type has yet.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    /// What its values refer to, if they are [`PropertyType::Relation`]; then it has to be set.
    pub relation_type: Option<PropertyRelationType>,
    /// The name that Plane shows, 255 characters at most. Plane derives `name` from it.
    pub display_name: String,
    /// What it is for, as plain text.
    pub description: Option<String>,
    /// What its values are.
    pub property_type: PropertyType,
    /// Whether work items cannot go without it.
    pub is_required: Option<bool>,
    /// What a work item has that is given nothing else: texts, even of a number, and a list, even of one.
    pub default_value: Option<Vec<String>>,
    /// How it is shown: an object whose `display_format` is a [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat)
    /// or a [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat). Texts and days have to have it.
    pub settings: Option<Value>,
    /// Whether work items can be given values for it.
    pub is_active: Option<bool>,
    /// Whether it takes several values.
    pub is_multi: Option<bool>,
    /// What its values have to obey; depends on what they are, and is not documented.
    pub validation_rules: Option<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// The values to choose from, if they are [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
}

/// Gets a property of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}

/// Updates a property of a workspace. Fields that are not set stay as they are.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// What its values refer to, if they are [`PropertyType::Relation`]; then it has to be set.
    /// API v2 documents that it can be cleared; for v1 that is unverified.
    pub relation_type: Patch<PropertyRelationType>,
    /// The name that Plane shows, 255 characters at most. Plane derives `name` from it.
    pub display_name: Option<String>,
    /// What it is for, as plain text.
    /// API v2 documents that it can be cleared; for v1 that is unverified.
    pub description: Patch<String>,
    /// What its values are.
    pub property_type: Option<PropertyType>,
    /// Whether work items cannot go without it. What exists is not asked for it until it is changed.
    pub is_required: Patch<bool>,
    /// What a work item has that is given nothing else: texts, even of a number, and a list, even of one.
    pub default_value: Patch<Vec<String>>,
    /// How it is shown: an object whose `display_format` is a [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat)
    /// or a [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Patch<Value>,
    /// Whether work items can be given values for it.
    pub is_active: Patch<bool>,
    /// Whether it takes several values.
    pub is_multi: Patch<bool>,
    /// What its values have to obey; depends on what they are, and is not documented.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the property in another system.
    pub external_id: Patch<String>,
}

/// Deletes a property of a workspace. To keep what work items hold, switch it off by `is_active` of
/// [`UpdateWorkspaceWorkItemProperty`] instead.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}
