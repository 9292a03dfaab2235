//! Values whose types have the names of a [`FilePart`], a [`Bytes`] or a [`Body`], where users may have types of these
//! names.

use std::{marker::PhantomData, ptr, slice};

use bytes::Bytes;

use super::Otherwise;
use crate::endpoint::{
    body::Body,
    patch::Patch,
    values::BodyValue,
    writer::{FilePart, RequestWriter},
};

/// A value whose type has the name of a [`FilePart`], or of a list of them. Its inherent methods are for the runtime's type,
/// and take precedence over those of [`OwnValue`], which are for the user's own types.
#[derive(Debug)]
pub struct NamedFile<T>(PhantomData<fn() -> T>);

/// A value whose type has the name of [`Bytes`] or [`Body`], or of a list of them, like [`NamedFile`].
#[derive(Debug)]
pub struct NamedBytes<T>(PhantomData<fn() -> T>);

/// Returns the type of a value.
#[must_use]
pub const fn named_file<T>(_: &T) -> NamedFile<T> {
    NamedFile(PhantomData)
}

/// Returns the type of a value.
#[must_use]
pub const fn named_bytes<T>(_: &T) -> NamedBytes<T> {
    NamedBytes(PhantomData)
}

/// The user's own type that has the name of one of the runtime's types: it is serialized.
pub trait OwnValue<T>: Sized {
    /// Returns the value of a field.
    fn value(self, value: &T) -> &T {
        value
    }

    /// Accepts the location of the value.
    fn located(self) -> *const Otherwise {
        ptr::null()
    }

    /// Writes a part of a multipart body.
    fn part<V: BodyValue>(self, writer: &mut RequestWriter, name: &'static str, value: &V) {
        writer.part(name, value);
    }
}

impl<T> OwnValue<T> for NamedFile<T> {}
impl<T> OwnValue<T> for NamedBytes<T> {}

/// A type of the runtime that has a location of its own. Elsewhere, a check of it fails, and returns a value that can be sent
/// everywhere, so that rustc reports nothing else.
pub trait Misplaced {
    /// The type of that value.
    type Nothing: ?Sized + 'static;

    /// That value.
    const NOTHING: &'static Self::Nothing;
}

/// A file, several, or none.
pub trait IsFile: Misplaced {}

/// Bytes, a list of them, or none.
pub trait IsBytes: Misplaced {}

macro_rules! impl_misplaced {
    ($name:ident: $($ty:ty),+) => {$(
        impl Misplaced for $ty {
            type Nothing = str;

            const NOTHING: &'static str = "";
        }

        impl $name for $ty {}

        impl Misplaced for Patch<$ty> {
            type Nothing = Patch<&'static str>;

            const NOTHING: &'static Self::Nothing = &Patch::Keep;
        }

        impl $name for Patch<$ty> {}
    )+};
}

impl_misplaced!(IsFile: FilePart, &FilePart, Vec<FilePart>, Option<FilePart>, Option<Vec<FilePart>>);
impl_misplaced!(IsBytes: Bytes, &Bytes, Vec<Bytes>, Option<Bytes>, Option<Vec<Bytes>>);
impl_misplaced!(IsBytes: Body, &Body, Vec<Body>, Option<Body>, Option<Vec<Body>>);

/// The files of a part.
pub trait Files {
    /// Writes them.
    fn write(&self, writer: &mut RequestWriter, name: &'static str);
}

impl Files for FilePart {
    fn write(&self, writer: &mut RequestWriter, name: &'static str) {
        writer.file(name, slice::from_ref(self));
    }
}

impl Files for Vec<FilePart> {
    fn write(&self, writer: &mut RequestWriter, name: &'static str) {
        writer.files(name, self);
    }
}

impl<T: Files> Files for &T {
    fn write(&self, writer: &mut RequestWriter, name: &'static str) {
        T::write(self, writer, name);
    }
}

impl<T: IsFile> NamedFile<T> {
    /// Rejects the location of the value, as the methods of [`Check`](super::Check) do.
    #[must_use]
    pub const fn located(self) -> *const T {
        ptr::null()
    }

    /// Returns a value that can be sent everywhere.
    pub const fn value<V>(self, _: &V) -> &'static T::Nothing {
        T::NOTHING
    }
}

impl<T: Files> NamedFile<T> {
    /// Writes the files as parts of a multipart body.
    pub fn part(self, writer: &mut RequestWriter, name: &'static str, value: &T) {
        value.write(writer, name);
    }
}

impl<T: IsBytes> NamedBytes<T> {
    /// Rejects the location of the value, as the methods of [`Check`](super::Check) do.
    #[must_use]
    pub const fn located(self) -> *const T {
        ptr::null()
    }

    /// Returns a value that can be sent everywhere.
    pub const fn value<V>(self, _: &V) -> &'static T::Nothing {
        T::NOTHING
    }

    /// Writes nothing: bytes are not a file.
    pub const fn part<V>(self, _: &mut RequestWriter, _: &'static str, _: &V) {}
}
