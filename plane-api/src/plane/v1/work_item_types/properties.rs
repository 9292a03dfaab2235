//! Properties of a work item type: what its work items hold beyond what all hold.
//!
//! Properties are part of Plane's commercial editions: the Community Edition has no such routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     v1::{common::PropertyType, work_item_properties::WorkItemPropertyOptionInput, work_item_types::properties::CreateWorkItemTypeProperty},
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let bug = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let option = |name: &str| WorkItemPropertyOptionInput {
//!     name: Some(name.into()),
//!     ..Default::default()
//! };
//! let severity =
//!     CreateWorkItemTypeProperty::new("my-workspace", project, bug, "Severity", PropertyType::Option)
//!         .options([option("Critical"), option("Minor")])
//!         .send(&client)
//!         .await?;
//! println!("{}", severity.id);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{ProjectId, WorkItemPropertyId, WorkItemTypeId},
        v1::{
            common::{PropertyRelationType, PropertyType},
            work_item_properties::{WorkItemProperty, WorkItemPropertyOptionInput},
        },
    },
};

/// Lists the properties of a type. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Creates a property of a type. Needs the scope `projects.work_item_properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// What its values refer to, if they are [`PropertyType::Relation`]; then it has to be set.
    pub relation_type: Option<PropertyRelationType>,
    /// The values to choose from, if they are [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
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
    /// The formula, if it is [`PropertyType::Formula`]. Only the documentation knows of it.
    pub formula_config: Option<String>,
}

/// Gets a property of a type. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}

/// Updates a property of a type. Fields that are not set stay as they are. Needs the scope
/// `projects.work_item_properties:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
    /// What its values refer to, if they are [`PropertyType::Relation`]; then it has to be set.
    pub relation_type: Patch<PropertyRelationType>,
    /// The values to choose from: with their `id` those that it has already.
    pub options: Patch<Vec<WorkItemPropertyOptionInput>>,
    /// The name that Plane shows, 255 characters at most. Plane derives `name` from it.
    pub display_name: Option<String>,
    /// What it is for, as plain text.
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
    /// The formula, if it is [`PropertyType::Formula`]. Only the documentation knows of it.
    pub formula_config: Option<String>,
}

/// Deletes a property of a type. To keep what work items hold, switch it off by `is_active` of
/// [`UpdateWorkItemTypeProperty`] instead. Needs the scope `projects.work_item_properties:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}
