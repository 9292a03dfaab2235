//! Traits and types in the compiler's messages about wrong declarations. Do not use them directly.
//!
//! The macro cannot check some assertions about a declaration, because types are unknown to it. Each assertion uses
//! a trait that no type implements: if it fails, rustc reports the missing implementation with the trait's message.

mod kinds;
mod named;
mod values;

use std::{hash::Hash, marker::PhantomData, ops::Deref};

pub use self::{
    kinds::{
        AsFile, AsWholeBody, Content, FilePath, HasEntries, InMultipart, InResponseBody, List,
        NoEntries, Response, Single, WithoutPart,
    },
    named::{BesideBody, Named, Own, Raw, RawBody, Streamed, named},
    values::{
        Files, IsBytes, IsFile, Misplaced, NamedBytes, NamedFile, OwnValue, named_bytes, named_file,
    },
};
use crate::endpoint::patch::Patch;

/// A type under test. An assertion is an inherent method for the types that violate it, and a method of [`Otherwise`]
/// for all other types.
#[derive(Debug)]
pub struct Check<T>(PhantomData<fn() -> T>);

impl<T> Check<T> {
    /// Wraps the type.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for Check<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for Check<T> {
    type Target = Otherwise;

    fn deref(&self) -> &Otherwise {
        &Otherwise
    }
}

/// The assertions for all other types. They never fail.
#[derive(Debug)]
pub struct Otherwise;

impl Otherwise {
    /// Asserts that the type is not an alias of `Option` or [`Patch`].
    pub fn written_out(&self) {}

    /// Asserts that `PartialEq` is not derived above the attribute.
    pub fn partial_eq(&self) {}

    /// Asserts that `Hash` is not derived above the attribute.
    pub fn hash(&self) {}

    /// Asserts that a response is not a `Result`.
    pub fn response(&self) {}

    /// Asserts that a flattened type has entries.
    pub fn entries(&self) {}

    /// Asserts that a type is not a single value.
    pub fn list(&self) {}

    /// Asserts that a type is not the path of a file.
    pub fn content(&self) {}
}

impl<T> Check<Option<T>> {
    /// Fails: the type is an alias.
    pub fn written_out(&self)
    where
        Option<T>: WrittenOut,
    {
    }
}

impl<T> Check<Patch<T>> {
    /// Fails: the type is an alias.
    pub fn written_out(&self)
    where
        Patch<T>: WrittenOut,
    {
    }
}

impl<T: PartialEq> Check<T> {
    /// Fails: the struct had this trait before its path parameters were added.
    pub fn partial_eq(&self)
    where
        T: PartialEqBelow,
    {
    }
}

impl<T: Hash> Check<T> {
    /// Fails: the struct had this trait before its path parameters were added.
    pub fn hash(&self)
    where
        T: HashBelow,
    {
    }
}

impl<T, E> Check<Result<T, E>> {
    /// Fails: the response is a `Result`.
    pub fn response(&self)
    where
        Result<T, E>: Response,
    {
    }
}

impl<T: NoEntries> Check<T> {
    /// Fails: the type has no entries.
    pub fn entries(&self)
    where
        T: HasEntries,
    {
    }
}

impl<T: Single> Check<T> {
    /// Fails: the type is a single value.
    pub fn list(&self)
    where
        T: List,
    {
    }
}

impl<T: FilePath> Check<T> {
    /// Fails: the type is the path of a file.
    pub fn content(&self)
    where
        T: Content,
    {
    }
}

/// Explains that `Option` and [`Patch`] are recognized by their names.
#[diagnostic::on_unimplemented(
    message = "`#[endpoint]` cannot see that this alias is an `Option` or a `Patch`",
    label = "write `{Self}`"
)]
pub trait WrittenOut {}

/// Explains that a derive above the attribute applies to the struct without its path parameters.
#[diagnostic::on_unimplemented(
    message = "`#[derive(PartialEq)]` above `#[endpoint]` does not include the path parameters",
    label = "move `#[derive(PartialEq)]` below `#[endpoint]`",
    note = "if `PartialEq` is implemented by hand, declare the path parameters as fields"
)]
pub trait PartialEqBelow {}

/// Explains that a derive above the attribute applies to the struct without its path parameters.
#[diagnostic::on_unimplemented(
    message = "`#[derive(Hash)]` above `#[endpoint]` does not include the path parameters",
    label = "move `#[derive(Hash)]` below `#[endpoint]`",
    note = "if `Hash` is implemented by hand, declare the path parameters as fields"
)]
pub trait HashBelow {}

/// Explains that a method needs a feature.
#[diagnostic::on_unimplemented(
    message = "`send_blocking` needs the feature `blocking` of `plane-api`",
    label = "this method is behind the feature `blocking`",
    note = "add it with `cargo add plane-api --features blocking`"
)]
pub trait BlockingFeature {}
