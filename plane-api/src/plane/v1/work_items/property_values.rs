//! Property values: the values of a work item for the [properties](crate::v1::work_item_properties) of its type.
//!
//! Property values are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::property_values::{CreateWorkItemPropertyValue, PropertyValue};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemPropertyValue>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "value": 12.5}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let weight = "6ba7b812-9dad-11d1-80b4-00c04fd430c8";
//!
//! let values = CreateWorkItemPropertyValue::new("my-workspace", project, work_item, weight, 12.5)
//!     .send(&client)
//!     .await?;
//! for value in values.into_vec() {
//!     assert_eq!(value.value, Some(PropertyValue::Number(12.5)));
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, id::Id, patch::Patch},
    plane::{
        ids::{ProjectId, WorkItemId, WorkItemPropertyId, WorkItemPropertyValueId},
        v1::{common::OneOrMany, work_item_properties::RichTextValueDetail},
    },
};

/// Gets the value of a work item for a property. Needs the scope `projects.work_item_property_values:read`.
///
/// If the property allows several values, the response is a list.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> OneOrMany<WorkItemPropertyValue>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
}

/// Sets the value of a work item for a property for the first time. Needs
/// the scope `projects.work_item_property_values:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> OneOrMany<WorkItemPropertyValue>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
    /// The value, or a list of values if the property allows several values.
    pub value: PropertyValue,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the value in another system.
    pub external_id: Option<String>,
}

/// Updates the value of a work item for a property. Needs the scope `projects.work_item_property_values:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> OneOrMany<WorkItemPropertyValue>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
    // Required by the SDKs, optional in the documentation.
    /// The value, or a list of values if the property allows several values.
    pub value: Patch<PropertyValue>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the value in another system.
    pub external_id: Patch<String>,
}

/// Deletes the value of a work item for a property. Needs the scope `projects.work_item_property_values:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
}

/// Value of a property for a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyValue {
    /// Id of the value.
    pub id: WorkItemPropertyValueId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Property that the value is for.
    pub property_id: Option<WorkItemPropertyId>,
    /// Work item that has the value.
    pub issue_id: Option<WorkItemId>,
    /// The value.
    pub value: Option<PropertyValue>,
    /// Type of the value.
    pub value_type: Option<String>,
    // Only releases of Plane's Python SDK define it.
    /// The formatted text, if the value is formatted text.
    pub value_detail: Option<RichTextValueDetail>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the value in another system.
    pub external_id: Option<String>,
}

/// Value of a property; the variant depends on the type of the property.
///
/// Strings, numbers, booleans, ids and lists of strings convert into a `PropertyValue`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Value", untagged)]
#[non_exhaustive]
pub enum PropertyValue {
    /// Text, a URL, an email address, a date or time, or the id of an option, user or work item.
    Text(String),
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Several texts or ids.
    Many(Vec<String>),
    /// Formatted text.
    RichText {
        /// The text, as HTML.
        description_html: String,
    },
    /// A value of an unknown type.
    Other(Value),
}

// Not `untagged`: serde buffers untagged values in a form that corrupts numbers if the feature `arbitrary_precision` of
// `serde_json` is enabled.
impl From<Value> for PropertyValue {
    fn from(value: Value) -> Self {
        if value.is_u64() && !value.is_i64() {
            // Converted to a float, it would be a different number.
            return Self::Other(value);
        }
        let integer = value.as_i64().map(Self::Integer);
        if let Some(number) = integer.or_else(|| value.as_f64().map(Self::Number)) {
            return number;
        }
        match value {
            Value::String(text) => Self::Text(text),
            Value::Bool(value) => Self::Boolean(value),
            Value::Array(items) if items.iter().all(|item| item.is_string() || item.is_null()) => {
                let texts = items.into_iter().filter_map(|item| match item {
                    Value::String(text) => Some(text),
                    _ => None,
                });
                Self::Many(texts.collect())
            }
            Value::Object(mut fields) => {
                match fields.get_mut("description_html").map(Value::take) {
                    Some(Value::String(description_html)) => Self::RichText { description_html },
                    Some(other) => {
                        fields.insert("description_html".to_owned(), other);
                        Self::Other(Value::Object(fields))
                    }
                    None => Self::Other(Value::Object(fields)),
                }
            }
            other => Self::Other(other),
        }
    }
}

impl From<&str> for PropertyValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for PropertyValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T> From<Id<T>> for PropertyValue {
    fn from(id: Id<T>) -> Self {
        Self::Text(id.into())
    }
}

impl From<bool> for PropertyValue {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for PropertyValue {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for PropertyValue {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Vec<String>> for PropertyValue {
    fn from(texts: Vec<String>) -> Self {
        Self::Many(texts)
    }
}
