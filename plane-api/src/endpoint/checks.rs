//! Traits and types that appear in the compiler's messages about wrong declarations. Do not use them directly.
//!
//! [`#[endpoint]`](macro@crate::endpoint) sees the names of types, but not the types themselves, so only the compiler
//! can check some rules of declarations. For each of these rules, there is a trait that no type implements. If a
//! declaration breaks the rule, rustc reports that the trait is not implemented, and shows a message that explains the
//! rule.

mod functions;
mod kinds;
mod named;
mod values;

use std::{hash::Hash, marker::PhantomData, ops::Deref};

pub use self::{
    functions::Serialized,
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

/// A type that the compiler checks: each rule is a method. For types that break the rule, the method is an inherent
/// method with a bound that is never satisfied. For all other types, it is the method of [`Otherwise`].
#[derive(Debug)]
pub struct Check<T>(PhantomData<fn() -> T>);

impl<T> Check<T> {
    /// Creates a check of the type `T`.
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

/// The methods of [`Check`] for types that keep the rules. They do nothing.
#[derive(Debug)]
pub struct Otherwise;

impl Otherwise {
    /// Accepts a type that is not an alias of `Option` or [`Patch`].
    pub fn written_out(&self) {}

    /// Accepts a struct without a derived `PartialEq` above `#[endpoint]`.
    pub fn partial_eq(&self) {}

    /// Accepts a struct without a derived `Hash` above `#[endpoint]`.
    pub fn hash(&self) {}

    /// Accepts a response type that is not a `Result`.
    pub fn response(&self) {}

    /// Accepts a flattened type that has entries.
    pub fn entries(&self) {}

    /// Accepts the type of a field with `comma` or `brackets` if it is not a single value.
    pub fn list(&self) {}

    /// Accepts the type of a multipart part if it is not the path of a file.
    pub fn content(&self) {}
}

impl<T> Check<Option<T>> {
    /// Rejects the type: it is an alias.
    pub fn written_out(&self)
    where
        Option<T>: WrittenOut,
    {
    }
}

impl<T> Check<Patch<T>> {
    /// Rejects the type: it is an alias.
    pub fn written_out(&self)
    where
        Patch<T>: WrittenOut,
    {
    }
}

impl<T: PartialEq> Check<T> {
    /// Rejects the struct: it had this trait before `#[endpoint]` added the path parameters.
    pub fn partial_eq(&self)
    where
        T: PartialEqBelow,
    {
    }
}

impl<T: Hash> Check<T> {
    /// Rejects the struct: it had this trait before `#[endpoint]` added the path parameters.
    pub fn hash(&self)
    where
        T: HashBelow,
    {
    }
}

impl<T, E> Check<Result<T, E>> {
    /// Rejects the response type: it is a `Result`.
    pub fn response(&self)
    where
        Result<T, E>: Response,
    {
    }
}

impl<T: NoEntries> Check<T> {
    /// Rejects the flattened type: it has no entries.
    pub fn entries(&self)
    where
        T: HasEntries,
    {
    }
}

impl<T: Single> Check<T> {
    /// Rejects the type of a field with `comma` or `brackets`: it is a single value.
    pub fn list(&self)
    where
        T: List,
    {
    }
}

impl<T: FilePath> Check<T> {
    /// Rejects the type of a multipart part: it is the path of a file.
    pub fn content(&self)
    where
        T: Content,
    {
    }
}

/// Explains that `#[endpoint]` recognizes `Option` and [`Patch`] by their names, and not their aliases.
#[diagnostic::on_unimplemented(
    message = "`#[endpoint]` cannot see that this alias is an `Option` or a `Patch`",
    label = "write `{Self}`"
)]
pub trait WrittenOut {}

/// Explains that a derive above `#[endpoint]` does not include the path parameters that the attribute adds.
#[diagnostic::on_unimplemented(
    message = "`#[derive(PartialEq)]` above `#[endpoint]` does not include the path parameters",
    label = "move `#[derive(PartialEq)]` below `#[endpoint]`",
    note = "if `PartialEq` is implemented by hand, declare the path parameters as fields"
)]
pub trait PartialEqBelow {}

/// Explains that a derive above `#[endpoint]` does not include the path parameters that the attribute adds.
#[diagnostic::on_unimplemented(
    message = "`#[derive(Hash)]` above `#[endpoint]` does not include the path parameters",
    label = "move `#[derive(Hash)]` below `#[endpoint]`",
    note = "if `Hash` is implemented by hand, declare the path parameters as fields"
)]
pub trait HashBelow {}

/// Explains that `send_blocking` needs the feature `blocking`.
#[diagnostic::on_unimplemented(
    message = "`send_blocking` needs the feature `blocking` of `plane-api`",
    label = "this method is behind the feature `blocking`",
    note = "add it with `cargo add plane-api --features blocking`"
)]
pub trait BlockingFeature {}

/// Explains that `blocking` of a stream needs the feature `blocking`.
#[diagnostic::on_unimplemented(
    message = "`blocking` needs the feature `blocking` of `plane-api`",
    label = "this method is behind the feature `blocking`",
    note = "add it with `cargo add plane-api --features blocking`"
)]
pub trait BlockingStreamFeature {}
