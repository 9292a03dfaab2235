//! Traits and types that appear in the compiler's messages about wrong declarations. Do not use them directly.
//!
//! [`#[endpoint]`](macro@crate::endpoint) sees the names of types, but not the types themselves, so only the compiler
//! can check some rules of declarations. For each of these rules, there is a trait that no user's type implements. If a
//! declaration breaks the rule, rustc reports that the trait is not implemented, and shows a message that explains the
//! rule.

mod functions;
mod kinds;
mod named;
mod paged;
mod values;

use std::{hash::Hash, marker::PhantomData, ops::Deref, ptr};

pub use self::{
    functions::Serialized,
    kinds::{
        AsFile, AsWholeBody, Content, FileInResponse, FilePath, HasEntries, InMultipart, InQuotes,
        InResponseBody, List, NoEntries, PageOfItems, Response, Single, Text, WithoutPart,
    },
    named::{BesideBody, Decoded, Named, Own, Raw, RawBody, Streamed, named},
    paged::{CheckedPage, PageIf, WithCursor, is_page},
    values::{
        Files, IsBytes, IsFile, Misplaced, NamedBytes, NamedFile, OwnValue, named_bytes, named_file,
    },
};
use crate::endpoint::{page::Page, patch::Patch};

/// A type that the compiler checks: each rule is a method. For types that break the rule, it is an inherent method, which
/// returns a pointer to the type. For all other types, it is the method of [`Otherwise`], which returns a pointer to
/// `Otherwise`. The generated code converts the pointer to a pointer to a trait object: only `Otherwise` implements the trait.
///
/// (A bound of the inherent method would do the same, but rustc would mention the method.)
///
/// The names are unlikely: a method of a user's trait that all types implement would precede that of `Otherwise`.
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

/// The methods of [`Check`] for types that keep the rules.
#[derive(Debug)]
pub struct Otherwise;

macro_rules! impl_for_otherwise {
    ($($name:ident)+) => { $(#[diagnostic::do_not_recommend] impl $name for Otherwise {})+ };
}

impl_for_otherwise! {
    WrittenOut Response PageOfItems HasEntries List Content InMultipart WithoutPart AsWholeBody AsFile
    InQuotes
}

impl Otherwise {
    /// Accepts a type that is not an alias of `Option` or [`Patch`].
    #[must_use]
    pub const fn checked_written_out(&self) -> *const Self {
        ptr::null()
    }

    /// Accepts a struct without a derived `PartialEq` above `#[endpoint]`.
    pub fn partial_eq(&self) {}

    /// Accepts a struct without a derived `Hash` above `#[endpoint]`.
    pub fn hash(&self) {}

    /// Accepts a response type that is not a `Result`.
    #[must_use]
    pub const fn checked_response(&self) -> *const Self {
        ptr::null()
    }

    /// Accepts a page of single items.
    #[must_use]
    pub const fn checked_page(&self) -> *const Self {
        ptr::null()
    }

    /// Accepts a flattened type that has entries.
    #[must_use]
    pub const fn checked_entries(&self) -> *const Self {
        ptr::null()
    }

    /// Accepts the type of a field with `comma` or `brackets` if it is not a single value.
    #[must_use]
    pub const fn checked_list(&self) -> *const Self {
        ptr::null()
    }

    /// Accepts a whole body with the content type of text if it is not text.
    #[must_use]
    pub const fn checked_in_quotes(&self) -> *const Self {
        ptr::null()
    }

    /// Accepts the type of a multipart part if it is not the path of a file.
    #[must_use]
    pub const fn checked_content(&self) -> *const Self {
        ptr::null()
    }
}

impl<T> Check<Option<T>> {
    /// Rejects the type: it is an alias.
    #[must_use]
    pub const fn checked_written_out(&self) -> *const Option<T> {
        ptr::null()
    }
}

impl<T> Check<Patch<T>> {
    /// Rejects the type: it is an alias.
    #[must_use]
    pub const fn checked_written_out(&self) -> *const Patch<T> {
        ptr::null()
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
    pub const fn checked_response(&self) -> *const Result<T, E> {
        ptr::null()
    }
}

impl<T> Check<Page<Vec<T>>> {
    /// Rejects the response type: each of its items is a list.
    #[must_use]
    pub const fn checked_page(&self) -> *const Page<Vec<T>> {
        ptr::null()
    }
}

impl<T: NoEntries> Check<T> {
    /// Rejects the flattened type: it has no entries.
    #[must_use]
    pub const fn checked_entries(&self) -> *const T {
        ptr::null()
    }
}

impl<T: Single> Check<T> {
    /// Rejects the type of a field with `comma` or `brackets`: it is a single value.
    #[must_use]
    pub const fn checked_list(&self) -> *const T {
        ptr::null()
    }
}

impl<T: Text> Check<T> {
    /// Rejects a whole body with the content type of text: it is text, which is sent as JSON.
    #[must_use]
    pub const fn checked_in_quotes(&self) -> *const T {
        ptr::null()
    }
}

impl<T: FilePath> Check<T> {
    /// Rejects the type of a multipart part: it is the path of a file.
    #[must_use]
    pub const fn checked_content(&self) -> *const T {
        ptr::null()
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

/// Explains that a future is awaited before its result is used.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a future, whose result needs `.await`",
    label = "write `.await` in front of this method"
)]
pub trait AwaitedFirst {}

/// Explains the names of the methods that configure a client.
#[diagnostic::on_unimplemented(
    message = "this setting of the client has another name",
    label = "this is not a method of the builder",
    note = "write `.bearer_token(token)`, `.auth(Auth::basic(user, password))`, `.default_header(name, value)`, `.retry(RetryPolicy::standard().max_attempts(3))` or \
            `.timeouts(Timeouts::default().call(limit))`"
)]
pub trait Configured {}
