//! Properties that the work items of a project can hold beyond what all hold.
//!
//! Properties are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! A property is of use once a type has it: see
//! [`AttachWorkItemTypeProperties`](crate::v1::work_item_types::AttachWorkItemTypeProperties).
//! [`work_item_types::properties`](crate::v1::work_item_types::properties) creates it right there. Only Plane's Python SDK
//! knows of the requests of this page.
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     v1::{common::PropertyType, work_item_properties::CreateWorkItemProperty, work_item_types::AttachWorkItemTypeProperties},
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let bug = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let cost =
//!     CreateWorkItemProperty::new("my-workspace", project, "Cost", PropertyType::Decimal)
//!         .send(&client)
//!         .await?;
//! AttachWorkItemTypeProperties::new("my-workspace", project, bug, [cost.id]).send(&client).await?;
//! # Ok(())
//! # }
//! ```

pub mod options;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::{
        ids::{
            ProjectId, RichTextValueDetailId, UserId, WorkItemPropertyId, WorkItemPropertyOptionId,
            WorkItemTypeId, WorkspaceId,
        },
        v1::{
            common::{LogoProps, PropertyRelationType, PropertyType, lenient},
            work_item_properties::options::WorkItemPropertyOption,
        },
    },
};

/// Lists the properties of a project, of whatever type.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a property in a project, which no type has yet.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Type of the objects that its values refer to; required for [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// Display name, at most 255 characters. Plane derives `name` from it.
    pub display_name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of its values.
    pub property_type: PropertyType,
    /// Whether every work item must have a value.
    pub is_required: Option<bool>,
    /// Default values: always a list of strings, even for a single number.
    pub default_value: Option<Vec<String>>,
    /// How it is shown: an object whose `display_format` is a [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat)
    /// or a [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat). Texts and days have to have it.
    pub settings: Option<Value>,
    /// Whether work items can have values for it.
    pub is_active: Option<bool>,
    /// Whether it accepts several values.
    pub is_multi: Option<bool>,
    /// Validation rules for its values; undocumented, and different for each type.
    pub validation_rules: Option<Value>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// Selectable values, for [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
}

/// Gets a property of a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// Updates a property of a project. Unset fields stay unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// Type of the objects that its values refer to; required for [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Display name, at most 255 characters. Plane derives `name` from it.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Type of its values.
    pub property_type: Option<PropertyType>,
    /// Whether every work item must have a value. Existing ones are checked when they are next changed.
    pub is_required: Patch<bool>,
    /// Default values: always a list of strings, even for a single number.
    pub default_value: Patch<Vec<String>>,
    /// How it is shown: an object whose `display_format` is a [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat)
    /// or a [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Patch<Value>,
    /// Whether work items can have values for it.
    pub is_active: Patch<bool>,
    /// Whether it accepts several values.
    pub is_multi: Patch<bool>,
    /// Validation rules for its values; undocumented, and different for each type.
    pub validation_rules: Patch<Value>,
    /// System that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the property in another system.
    pub external_id: Patch<String>,
}

/// Deletes a property of a project. To keep what work items hold, switch it off by `is_active` of
/// [`UpdateWorkItemProperty`] instead.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// What work items can hold beyond what all hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemProperty {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// What its values refer to, if they are [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Name, which Plane derives from `display_name`.
    pub name: Option<String>,
    /// Display name.
    pub display_name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Icon of the property.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Position among the properties, in ascending order.
    pub sort_order: Option<f64>,
    /// Type of its values.
    pub property_type: PropertyType,
    /// Whether every work item must have a value.
    pub is_required: Option<bool>,
    // The Python SDK has texts, the Node SDK anything at all.
    /// Default values: always a list of strings, even for a single number.
    #[serde(default, deserialize_with = "lenient")]
    pub default_value: Option<Vec<String>>,
    /// How it is shown: an object whose `display_format` is a [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat)
    /// or a [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Option<Value>,
    /// Whether work items can have values for it.
    pub is_active: Option<bool>,
    /// Whether it accepts several values.
    pub is_multi: Option<bool>,
    /// Validation rules for its values; undocumented, and different for each type.
    pub validation_rules: Option<Value>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
    /// Workspace it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Project it belongs to; unset for workspace-level ones.
    pub project: Option<ProjectId>,
    /// type it belongs to, unless it is one of the project.
    pub issue_type: Option<WorkItemTypeId>,
    /// Selectable values, for [`PropertyType::Option`].
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkItemPropertyOption>>,
}

/// A value to choose from, as it is sent along with its property.
// Of what only the Node SDK has, `id` is kept: updates cannot do without.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyOptionInput {
    /// Name of the option; a new one has to have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it can be selected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// Whether it is the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// System that `external_id` comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_source: Option<String>,
    /// Id of the option in another system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The option that it depends on, if the property is [`PropertyType::Cascading`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<WorkItemPropertyOptionId>,
    /// Id of an option that exists already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkItemPropertyOptionId>,
}

/// What a work item holds for a property whose values are texts with formatting.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct RichTextValueDetail {
    /// Id of the text, unless there has never been one.
    pub id: Option<RichTextValueDetailId>,
    /// The text, as HTML.
    pub description_html: Option<String>,
    /// The text, without its formatting.
    pub description_stripped: Option<String>,
}
