//! What several resources share.

use jiff::Timestamp;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, Error as _},
};
use serde_json::Value;

use crate::{Id, Ref, open_enum, projects::ProjectId};

/// A person or bot who works with Plane.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct User {
    /// Id of the user.
    pub id: UserId,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email address. Guests do not see those of others.
    pub email: Option<String>,
    /// URL of the avatar, or an empty string.
    pub avatar: Option<String>,
    /// URL of the avatar, if it was uploaded.
    pub avatar_url: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
}

/// Id of a [`User`].
pub type UserId = Id<User>;

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

open_enum! {
    /// Which kind of logo is shown.
    pub enum LogoKind {
        /// The emoji.
        Emoji = "emoji",
        /// The icon.
        Icon = "icon",
    }
}

/// A state that work items of a project can be in.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct State {
    /// Id of the state.
    pub id: StateId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the state.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646C`.
    pub color: Option<String>,
    /// Name as part of a URL.
    pub slug: Option<String>,
    /// Place among the project's states.
    pub sequence: Option<f64>,
    /// What the state means.
    pub group: Option<StateGroup>,
    /// Whether it is the state of what waits in the intake.
    pub is_triage: Option<bool>,
    /// Whether new work items get it.
    pub default: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
}

/// Id of a [`State`].
pub type StateId = Id<State>;

open_enum! {
    /// What a state means.
    pub enum StateGroup {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned, and not begun.
        Unstarted = "unstarted",
        /// Being worked on.
        Started = "started",
        /// Done.
        Completed = "completed",
        /// Given up.
        Cancelled = "cancelled",
        /// In the intake, and not accepted yet.
        Triage = "triage",
    }
}

/// A label that work items can carry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Label {
    /// Id of the label.
    pub id: LabelId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the label.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#0000ff`.
    pub color: Option<String>,
    /// Place among the labels.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The project that it belongs to, if it is not the workspace's.
    pub project: Option<ProjectId>,
    /// The label that it stands below.
    pub parent: Option<LabelId>,
}

/// Id of a [`Label`].
pub type LabelId = Id<Label>;

/// A type of work items, such as bug or task.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemType {
    /// Id of the type.
    pub id: WorkItemTypeId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the type.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the type.
    pub logo_props: Option<LogoProps>,
    /// Whether work items of it are epics.
    pub is_epic: Option<bool>,
    /// Whether new work items get it.
    pub is_default: Option<bool>,
    /// Whether it can be chosen.
    pub is_active: Option<bool>,
    /// Level in the hierarchy of types.
    pub level: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The project that it was asked for in.
    pub project: Option<ProjectId>,
    /// The projects that use it.
    pub project_ids: Option<Vec<ProjectId>>,
}

/// Id of a [`WorkItemType`].
pub type WorkItemTypeId = Id<WorkItemType>;

/// A way in which a project estimates, known by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estimate {}

/// Id of an [`Estimate`].
pub type EstimateId = Id<Estimate>;

/// One of the values of an estimate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct EstimatePoint {
    /// Id of the value.
    pub id: EstimatePointId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// The estimate that it belongs to.
    pub estimate: Option<EstimateId>,
    /// Place among the values.
    pub key: Option<i64>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The value as it is shown.
    pub value: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
}

/// Id of an [`EstimatePoint`].
pub type EstimatePointId = Id<EstimatePoint>;

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
