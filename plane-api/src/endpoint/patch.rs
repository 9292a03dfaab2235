//! [`Patch`]: leaves a field unchanged, clears it, or sets it.

pub mod setters;

use serde::{Serialize, Serializer, ser::Error as _};

/// A field of an update that is left unchanged, cleared, or set.
///
/// A JSON body distinguishes these three (RFC 7396): an absent key changes nothing, `null` clears the field, and a
/// value sets the field.
///
/// ```
/// use plane_api::Patch;
///
/// let nickname: Option<&str> = None;
/// assert_eq!(Patch::or_keep(nickname), Patch::Keep);
/// assert_eq!(Patch::or_clear(nickname), Patch::Clear);
/// assert_eq!(Patch::or_clear(Some("Al")), Patch::Set("Al"));
/// ```
///
/// An `Option` is not converted to a `Patch` implicitly, because a forgotten `None` would erase data: use
/// [`Patch::or_keep`] or [`Patch::or_clear`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[doc(alias = "null")]
pub enum Patch<T> {
    /// The field is not sent and stays unchanged.
    #[default]
    Keep,
    /// The field is sent as `null`, which clears it.
    #[doc(alias = "null")]
    Clear,
    /// The field is sent with this value.
    Set(T),
}

impl<T> Patch<T> {
    /// Sets the field to the option's value. `None` leaves the field unchanged.
    pub fn or_keep(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }

    /// Sets the field to the option's value. `None` clears the field.
    pub fn or_clear(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// Returns `true` if the field is left unchanged.
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Returns `true` if the field is cleared.
    pub const fn is_clear(&self) -> bool {
        matches!(self, Self::Clear)
    }

    /// Returns the new value, if the field is set.
    pub fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// Applies a function to the new value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Keep => Patch::Keep,
            Self::Clear => Patch::Clear,
            Self::Set(value) => Patch::Set(f(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// Serializes `Set` as its value and `Clear` as `null`. `Keep` has no value, so serializing it is an error: a `null` would
/// erase data. In your own struct, omit it with `#[serde(skip_serializing_if = "Patch::is_keep")]`.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => Err(S::Error::custom(
                "`Patch::Keep` has no value; omit it with `#[serde(skip_serializing_if = \"Patch::is_keep\")]`",
            )),
            Self::Clear => serializer.serialize_none(),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}
