//! [`Patch`]: leave alone, clear, or set.

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

/// What the setter of a [`Patch`] field takes: a value, or a whole `Patch`.
///
/// `By` is how the setter takes a value, chosen by the type of the field: [`Exact`] as it is, [`Convert`] through
/// `Into`, [`Each`] and [`EachConvert`] the same of every item of a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a `{T}` nor a `Patch<{T}>`",
    label = "expected a `{T}`, or `Patch::Keep`, `Patch::Clear` or `Patch::Set(value)`",
    note = "an `Option` does not say what its `None` means: write `Patch::or_keep(option)` to leave the field as it is, or `Patch::or_clear(option)` to empty it"
)]
pub trait IntoPatch<T, By> {
    /// Says what becomes of the field.
    fn into_patch(self) -> Patch<T>;
}

/// Takes a `T` as it is. See [`IntoPatch`].
#[derive(Debug)]
pub enum Exact {}

/// Takes what turns into a `T`. See [`IntoPatch`]; `Kind` is inferred: [`Whole`] of a patch, [`Value`] of anything else.
#[derive(Debug)]
pub struct Convert<Kind>(Kind);

/// Takes a list of the field's items. See [`IntoPatch`].
#[derive(Debug)]
pub enum Each {}

/// Takes a list of what turns into the field's items. See [`IntoPatch`].
#[derive(Debug)]
pub enum EachConvert {}

/// A value to be converted. See [`Convert`].
#[derive(Debug)]
pub enum Value {}

/// A patch that needs no conversion. See [`Convert`].
#[derive(Debug)]
pub enum Whole {}

#[diagnostic::do_not_recommend]
impl<T> IntoPatch<T, Exact> for T {
    fn into_patch(self) -> Patch<T> {
        Patch::Set(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, U: Into<T>> IntoPatch<T, Convert<Value>> for U {
    fn into_patch(self) -> Patch<T> {
        Patch::Set(self.into())
    }
}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item = T>> IntoPatch<Vec<T>, Each> for I {
    fn into_patch(self) -> Patch<Vec<T>> {
        Patch::Set(self.into_iter().collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Into<T>>> IntoPatch<Vec<T>, EachConvert> for I {
    fn into_patch(self) -> Patch<Vec<T>> {
        Patch::Set(self.into_iter().map(Into::into).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoPatch<T, Exact> for Patch<T> {
    fn into_patch(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoPatch<T, Convert<Whole>> for Patch<T> {
    fn into_patch(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoPatch<Vec<T>, Each> for Patch<Vec<T>> {
    fn into_patch(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoPatch<Vec<T>, EachConvert> for Patch<Vec<T>> {
    fn into_patch(self) -> Self {
        self
    }
}
