//! Types that several resources of v1 share: roles, icons, types of properties, and values that are sent as a single
//! item or as a list.
//!
//! ```
//! use plane_api::v1::common::{MemberRole, OneOrMany};
//!
//! assert_eq!(serde_json::to_value(MemberRole::Admin)?, 20);
//! let ids: OneOrMany<String> = serde_json::from_str(r#""7""#)?;
//! assert_eq!(ids.into_vec(), ["7"]);
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
};
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
    },
    plane::ids::WorkspaceId,
};

/// Value of the query parameter `fields`. It includes `id`, because no object can be decoded without it.
pub(crate) fn with_id<S: Serializer>(fields: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    let has_id = fields.is_empty() || fields.iter().any(|field| field == "id");
    let id = (!has_id).then_some("id");
    serializer.collect_seq(fields.iter().map(String::as_str).chain(id))
}

/// The emoji or icon of an object.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogoProps {
    /// Form in which the logo is shown: as the emoji or as the icon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_use: Option<LogoKind>,
    /// The emoji.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emoji: Option<LogoEmoji>,
    /// The icon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<LogoIcon>,
}

/// Confirmation message of the server.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MessageResult {
    /// The message, in English.
    pub message: String,
}

/// A permission to upload one file to the server's storage. To upload the file, post a multipart form to
/// [`url`](PresignedPost::url), with [`fields`](PresignedPost::fields) first and then the file.
///
/// Anyone who has the permission can upload that file, so [`Debug`] shows only the URL and the field names.
#[doc(alias = "multipart")]
#[derive(Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct PresignedPost {
    /// URL to post the form to.
    pub url: String,
    /// Fields of the form, including a signature.
    pub fields: BTreeMap<String, String>,
}

impl fmt::Debug for PresignedPost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: Vec<&String> = self.fields.keys().collect();
        let url = self.url.split(['?', '#']).next();
        f.debug_struct("PresignedPost").field("url", &url).field("fields", &fields).finish()
    }
}

open_enum! {
    /// Type of a property's values.
    pub enum PropertyType {
        /// Text.
        Text = "TEXT",
        /// Date or time.
        Datetime = "DATETIME",
        /// Number.
        Decimal = "DECIMAL",
        /// Boolean.
        Boolean = "BOOLEAN",
        /// One or more of the options that the property defines.
        Option = "OPTION",
        /// Another object: see [`PropertyRelationType`].
        Relation = "RELATION",
        /// A URL.
        Url = "URL",
        /// An email address.
        Email = "EMAIL",
        /// An uploaded file.
        File = "FILE",
        /// A value computed from other properties.
        Formula = "FORMULA",
        /// Options that can have parent options.
        Cascading = "CASCADING",
    }
}

open_enum! {
    /// Type of the objects that a [`PropertyType::Relation`] property refers to.
    pub enum PropertyRelationType {
        /// Work items.
        Issue = "ISSUE",
        /// Users.
        User = "USER",
        /// Releases.
        Release = "RELEASE",
        /// Formatted text instead of an object: see
        /// [`PropertyValue::RichText`](crate::v1::work_items::property_values::PropertyValue::RichText).
        RichText = "RICH_TEXT",
    }
}

open_int_enum! {
    /// Role of a member in a workspace or project.
    pub enum MemberRole {
        /// Administrator, with all permissions.
        Admin = 20,
        /// Member, with all permissions except administration.
        Member = 15,
        /// Guest, who can read and comment. The exact permissions depend on settings.
        Guest = 5,
    }
}

open_enum! {
    /// Display format of a text property.
    pub enum TextDisplayFormat {
        /// A single line.
        SingleLine = "single-line",
        /// Several lines.
        MultiLine = "multi-line",
        /// Read-only text.
        Readonly = "readonly",
    }
}

open_enum! {
    /// Display format of a date property.
    pub enum DateDisplayFormat {
        /// A date such as `Jan 31, 2027`.
        MonthDayYear = "MMM dd, yyyy",
        /// A date such as `31/01/2027`.
        DaySlashMonth = "dd/MM/yyyy",
        /// A date such as `01/31/2027`.
        MonthSlashDay = "MM/dd/yyyy",
        /// A date such as `2027/01/31`.
        YearFirst = "yyyy/MM/dd",
    }
}

open_enum! {
    /// Form of a logo: an emoji or an icon.
    pub enum LogoKind {
        /// An emoji.
        Emoji = "emoji",
        /// An icon.
        Icon = "icon",
    }
}

/// A workspace. Other objects refer to it by its id, and requests by its slug.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workspace {
    /// Id of the workspace.
    pub id: WorkspaceId,
    /// Name of the workspace.
    pub name: Option<String>,
    /// Slug of the workspace, which requests use in their path.
    pub slug: Option<String>,
}

/// An emoji as a logo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogoEmoji {
    /// Code point of the emoji, in decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// URL of an image of the emoji.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An icon as a logo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogoIcon {
    /// Name of the icon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Colour of the icon, such as `#6d7b8a`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Background colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
}

/// A list. If the server sends a list of lists, as in some documented samples, the inner lists are joined.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Vec<OneOrMany<T>>", bound = "T: DeserializeOwned")]
pub struct Flat<T>(pub Vec<T>);

impl<T> From<Vec<OneOrMany<T>>> for Flat<T> {
    fn from(lists: Vec<OneOrMany<T>>) -> Self {
        Self(lists.into_iter().flat_map(OneOrMany::into_vec).collect())
    }
}

/// A single value or a list of values, as the server sends it.
#[derive(Debug, Clone, PartialEq)]
pub enum OneOrMany<T> {
    /// A list of values.
    Many(Vec<T>),
    /// A single value.
    One(T),
}

// Not `untagged`: serde buffers untagged values in a form that corrupts numbers if the feature `arbitrary_precision` of
// `serde_json` is enabled.
impl<'de, T: DeserializeOwned> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            list @ (Value::Array(_) | Value::Null) => coerce(list).map(Self::Many),
            value => T::deserialize(value).map(Self::One),
        }
        .map_err(D::Error::custom)
    }
}

impl<T> OneOrMany<T> {
    /// Converts the value to a list; a single value becomes a list with one value.
    pub fn into_vec(self) -> Vec<T> {
        match self {
            Self::Many(values) => values,
            Self::One(value) => vec![value],
        }
    }
}

/// Decodes an unimportant field leniently: a value of another shape counts as absent instead of failing the response.
pub(crate) fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}
