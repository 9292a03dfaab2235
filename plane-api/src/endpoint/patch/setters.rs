//! What the setters of [`Patch`] fields take. The code that [`#[endpoint]`](macro@crate::endpoint) generates names it.

use super::Patch;

/// What the setter of a [`Patch`] field takes: a value, or a whole `Patch`.
///
/// `By` is how the setter takes a value, chosen by the type of the field: [`Exact`] as it is, [`Convert`] through
/// `Into`, [`Each`] and [`EachConvert`] the same of every item of a list.
#[diagnostic::on_unimplemented(
    message = "expected `{T}` or `Patch<{T}>`, found `{Self}`",
    label = "expected `{T}`, `Patch::Keep`, `Patch::Clear` or `Patch::Set(value)`",
    note = "for an `Option` write `Patch::or_keep(option)` to leave the field unchanged if it is `None`, or `Patch::or_clear(option)` to clear it"
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

/// What the setter of a [`Patch`] field takes if its values are converted: what converts into a `T`, or a whole `Patch<T>`.
/// `Kind` is inferred.
///
/// It is [`IntoPatch`] with [`Convert`], for signatures that can be read.
#[diagnostic::on_unimplemented(
    message = "expected `{T}` or `Patch<{T}>`, found `{Self}`",
    label = "expected `{T}`, `Patch::Keep`, `Patch::Clear` or `Patch::Set(value)`",
    note = "for an `Option` write `Patch::or_keep(option)` to leave the field unchanged if it is `None`, or `Patch::or_clear(option)` to clear it"
)]
pub trait PatchOf<T, Kind> {
    /// Says what becomes of the field.
    fn patch(self) -> Patch<T>;
}

#[diagnostic::do_not_recommend]
impl<T, Kind, U: IntoPatch<T, Convert<Kind>>> PatchOf<T, Kind> for U {
    fn patch(self) -> Patch<T> {
        self.into_patch()
    }
}
