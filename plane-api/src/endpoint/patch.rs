//! [`Patch`]: leave alone, clear, or set.

pub mod setters;

use serde::{Serialize, Serializer};

/// A field of an update that can be left as it is, cleared, or set.
///
/// JSON bodies tell these apart (RFC 7396): a key that is absent changes nothing, `null` clears, a value sets.
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
/// An `Option` does not turn into a `Patch` by itself: a forgotten `None` would erase data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Patch<T> {
    /// Not sent: the field stays as it is.
    #[default]
    Keep,
    /// Sent as `null`: the field is emptied.
    Clear,
    /// Sent as the value.
    Set(T),
}

impl<T> Patch<T> {
    /// Sets the field to what the option holds; `None` leaves the field as it is.
    pub fn or_keep(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }

    /// Sets the field to what the option holds; `None` clears the field.
    pub fn or_clear(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// Whether the field stays as it is.
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Whether the field is emptied.
    pub const fn is_clear(&self) -> bool {
        matches!(self, Self::Clear)
    }

    /// The value that the field is set to, if it is.
    pub fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// Applies a function to the value that the field is set to.
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

/// `Set` as its value, anything else as `null`: `Keep` is for the field's owner to leave out, with
/// `skip_serializing_if = "Patch::is_keep"` in a struct of one's own.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_set().serialize(serializer)
    }
}
