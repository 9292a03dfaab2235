//! What several resources share.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, Error as _},
};
use serde_json::Value;

use crate::{Id, Ref, open_enum, open_int_enum};

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

/// ~ message result.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MessageResult {
    /// What the server says.
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
    /// ~ property type.
    pub enum PropertyType {
        /// ~ Text.
        Text = "TEXT",
        /// ~ Datetime.
        Datetime = "DATETIME",
        /// ~ Decimal.
        Decimal = "DECIMAL",
        /// ~ Boolean.
        Boolean = "BOOLEAN",
        /// ~ Option.
        Option = "OPTION",
        /// ~ Relation.
        Relation = "RELATION",
        /// ~ Url.
        Url = "URL",
        /// ~ Email.
        Email = "EMAIL",
        /// ~ File.
        File = "FILE",
        /// ~ Formula.
        Formula = "FORMULA",
        /// ~ Cascading.
        Cascading = "CASCADING",
    }
}

open_enum! {
    /// ~ property relation type.
    pub enum PropertyRelationType {
        /// ~ Issue.
        Issue = "ISSUE",
        /// ~ User.
        User = "USER",
        /// ~ Release.
        Release = "RELEASE",
        /// ~ RichText.
        RichText = "RICH_TEXT",
    }
}

open_int_enum! {
    /// ~ member role.
    pub enum MemberRole {
        /// ~ Admin.
        Admin = 20,
        /// ~ Member.
        Member = 15,
        /// ~ Guest.
        Guest = 5,
    }
}

open_enum! {
    /// ~ text display format.
    pub enum TextDisplayFormat {
        /// ~ SingleLine.
        SingleLine = "single-line",
        /// ~ MultiLine.
        MultiLine = "multi-line",
        /// ~ Readonly.
        Readonly = "readonly",
    }
}

open_enum! {
    /// ~ date display format.
    pub enum DateDisplayFormat {
        /// ~ MonthDayYear.
        MonthDayYear = "MMM dd, yyyy",
        /// ~ DaySlashMonth.
        DaySlashMonth = "dd/MM/yyyy",
        /// ~ MonthSlashDay.
        MonthSlashDay = "MM/dd/yyyy",
        /// ~ YearFirst.
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
    /// What requests address it by.
    pub slug: Option<String>,
}

/// Id of a [`Workspace`].
pub type WorkspaceId = Id<Workspace>;

/// An uploaded file, known by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asset {}

/// Id of an [`Asset`].
pub type AssetId = Id<Asset>;

/// A webhook, known by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Webhook {}

/// Id of a [`Webhook`].
pub type WebhookId = Id<Webhook>;

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

/// Reads what may be expanded. An object without an id is none: where there is nothing to expand, Plane sends an object
/// all the same, such as `{}`.
pub(crate) fn expanded<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<Ref<T>>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Object(object) if object.get("id").is_none_or(Value::is_null) => Ok(None),
        // The documentation has ids that are numbers.
        Value::Number(number) => Ok(Some(Ref::Id(number.to_string().into()))),
        value => serde_json::from_value(value).map(Some).map_err(D::Error::custom),
    }
}

/// A list, even if the server has wrapped it in another one, as the documentation shows some.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Vec<OneOrMany<T>>", bound = "T: Deserialize<'de>")]
pub struct Flat<T>(pub Vec<T>);

impl<T> From<Vec<OneOrMany<T>>> for Flat<T> {
    fn from(lists: Vec<OneOrMany<T>>) -> Self {
        Self(lists.into_iter().flat_map(OneOrMany::into_vec).collect())
    }
}

/// One value, or a list of them: some answers are either, by what they are about.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// A list.
    Many(Vec<T>),
    /// A single value.
    One(T),
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
