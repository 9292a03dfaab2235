//! What several resources share.

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

/// The fields that a response shall have, and `id`, which no object can be decoded without.
pub(crate) fn with_id<S: Serializer>(fields: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    let has_id = fields.is_empty() || fields.iter().any(|field| field == "id");
    let id = (!has_id).then_some("id");
    serializer.collect_seq(fields.iter().map(String::as_str).chain(id))
}

/// The emoji or icon that stands for an object.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogoProps {
    /// Which of the two is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_use: Option<LogoKind>,
    /// The emoji.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emoji: Option<LogoEmoji>,
    /// The icon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<LogoIcon>,
}

/// What the server says of something that it has done.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MessageResult {
    /// Its words, in English.
    pub message: String,
}

/// A permission to send one file to the server's storage, with a form that has these fields before the file.
///
/// Whoever has it can send that file, so [`Debug`] shows the address and the names of the fields only.
#[derive(Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct PresignedPost {
    /// Where the form goes.
    pub url: String,
    /// The fields of the form, a signature among them.
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
    /// What the values of a property are.
    pub enum PropertyType {
        /// Text.
        Text = "TEXT",
        /// A day or a time.
        Datetime = "DATETIME",
        /// A number.
        Decimal = "DECIMAL",
        /// Yes or no.
        Boolean = "BOOLEAN",
        /// One or some of given options.
        Option = "OPTION",
        /// Another object: see [`PropertyRelationType`].
        Relation = "RELATION",
        /// An address on the web.
        Url = "URL",
        /// An email address.
        Email = "EMAIL",
        /// An uploaded file.
        File = "FILE",
        /// What is computed from other properties.
        Formula = "FORMULA",
        /// Options that depend on each other.
        Cascading = "CASCADING",
    }
}

open_enum! {
    /// What the values of a property of the type [`PropertyType::Relation`] refer to.
    pub enum PropertyRelationType {
        /// Work items.
        Issue = "ISSUE",
        /// Users.
        User = "USER",
        /// Releases.
        Release = "RELEASE",
        /// A text with formatting.
        RichText = "RICH_TEXT",
    }
}

open_int_enum! {
    /// What a member may do, in a workspace or in a project.
    pub enum MemberRole {
        /// Everything.
        Admin = 20,
        /// Everything but to administrate.
        Member = 15,
        /// To read and to comment; what exactly is a matter of settings.
        Guest = 5,
    }
}

open_enum! {
    /// How a property that is a text is shown.
    pub enum TextDisplayFormat {
        /// In one line.
        SingleLine = "single-line",
        /// As a paragraph.
        MultiLine = "multi-line",
        /// For reading only.
        Readonly = "readonly",
    }
}

open_enum! {
    /// How a property that is a day is shown.
    pub enum DateDisplayFormat {
        /// Such as `Jan 31, 2027`.
        MonthDayYear = "MMM dd, yyyy",
        /// Such as `31/01/2027`.
        DaySlashMonth = "dd/MM/yyyy",
        /// Such as `01/31/2027`.
        MonthSlashDay = "MM/dd/yyyy",
        /// Such as `2027/01/31`.
        YearFirst = "yyyy/MM/dd",
    }
}

open_enum! {
    /// Which kind of logo is shown.
    pub enum LogoKind {
        /// The emoji.
        Emoji = "emoji",
        /// The icon.
        Icon = "icon",
    }
}

/// A workspace, known by its id: requests address it by its slug.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workspace {
    /// Id of the workspace.
    pub id: WorkspaceId,
    /// Name of the workspace.
    pub name: Option<String>,
    /// Slug used in request paths.
    pub slug: Option<String>,
}

/// An emoji as a logo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogoEmoji {
    /// Code point of the emoji, in decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// URL of a picture of it.
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
    /// Colour behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background_color: Option<String>,
}

/// A list, even if the server has wrapped it in another one, as the documentation shows some.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Vec<OneOrMany<T>>", bound = "T: DeserializeOwned")]
pub struct Flat<T>(pub Vec<T>);

impl<T> From<Vec<OneOrMany<T>>> for Flat<T> {
    fn from(lists: Vec<OneOrMany<T>>) -> Self {
        Self(lists.into_iter().flat_map(OneOrMany::into_vec).collect())
    }
}

/// One value, or a list of them: some responses are either, depending on the request.
#[derive(Debug, Clone, PartialEq)]
pub enum OneOrMany<T> {
    /// A list.
    Many(Vec<T>),
    /// A single value.
    One(T),
}

// Not `untagged`: that buffers the value in a form in which numbers do not survive the feature `arbitrary_precision` of
// `serde_json`.
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
    /// The values as a list, of one if there is one.
    pub fn into_vec(self) -> Vec<T> {
        match self {
            Self::Many(values) => values,
            Self::One(value) => vec![value],
        }
    }
}

/// Reads what is not worth an answer that cannot be read: whatever has another shape counts as absent.
pub(crate) fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}
