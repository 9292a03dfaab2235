//! What several resources share.

use serde::{Deserialize, Serialize};

use crate::{Id, open_enum};

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

/// A workspace, known by its id alone: requests address it by its slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workspace {}

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
