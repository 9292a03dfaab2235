//! What the code that [`#[endpoint]`](macro@crate::endpoint) generates needs beside the public items. There is nothing here to
//! call.
//!
//! The assertions about a declaration are made where only the types can tell. Each of their traits is implemented by no
//! type: it is what rustc misses where an assertion does not hold, and carries the words that rustc then says.

use std::{hash::Hash, marker::PhantomData, ops::Deref};

pub use serde;
pub use serde_json::value::Serializer as ValueSerializer;

pub use super::writer::build;
use crate::endpoint::patch::Patch;

/// A type that is looked at. An assertion is a method of its own for the types that it is about, and that of
/// [`Otherwise`] for all others.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<fn() -> T>);

impl<T> Probe<T> {
    /// Looks at the type.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for Probe<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Deref for Probe<T> {
    type Target = Otherwise;

    fn deref(&self) -> &Otherwise {
        &Otherwise
    }
}

/// The assertions about types that they are not about: they hold.
#[derive(Debug)]
pub struct Otherwise;

impl Otherwise {
    /// The type is no alias of `Option` or [`Patch`].
    pub fn written_out(&self) {}

    /// `PartialEq` is not derived above the attribute.
    pub fn partial_eq(&self) {}

    /// `Hash` is not derived above the attribute.
    pub fn hash(&self) {}
}

impl<T> Probe<Option<T>> {
    /// The type is an alias.
    pub fn written_out(&self)
    where
        Option<T>: WrittenOut,
    {
    }
}

impl<T> Probe<Patch<T>> {
    /// The type is an alias.
    pub fn written_out(&self)
    where
        Patch<T>: WrittenOut,
    {
    }
}

impl<T: PartialEq> Probe<T> {
    /// The struct had this trait before it had its path parameters.
    pub fn partial_eq(&self)
    where
        T: PartialEqBelow,
    {
    }
}

impl<T: Hash> Probe<T> {
    /// The struct had this trait before it had its path parameters.
    pub fn hash(&self)
    where
        T: HashBelow,
    {
    }
}

/// Says that `Option` and [`Patch`] are recognised by their names.
#[diagnostic::on_unimplemented(
    message = "an alias hides that this is an `Option` or a `Patch`, which `#[endpoint]` has to see",
    label = "write `{Self}`"
)]
pub trait WrittenOut {}

/// Says that a derive above the attribute sees the struct without its path parameters.
#[diagnostic::on_unimplemented(
    message = "`#[derive(PartialEq)]` above `#[endpoint]` does not see the path parameters",
    label = "write `#[derive(PartialEq)]` below `#[endpoint]`",
    note = "if `PartialEq` is implemented by hand, declare the path parameters as fields"
)]
pub trait PartialEqBelow {}

/// Says that a derive above the attribute sees the struct without its path parameters.
#[diagnostic::on_unimplemented(
    message = "`#[derive(Hash)]` above `#[endpoint]` does not see the path parameters",
    label = "write `#[derive(Hash)]` below `#[endpoint]`",
    note = "if `Hash` is implemented by hand, declare the path parameters as fields"
)]
pub trait HashBelow {}

/// Says that a method needs a feature.
#[diagnostic::on_unimplemented(
    message = "`send_blocking` needs the feature `blocking` of `plane-api`",
    label = "this method is behind the feature `blocking`",
    note = "add it with `cargo add plane-api --features blocking`"
)]
pub trait BlockingFeature {}
