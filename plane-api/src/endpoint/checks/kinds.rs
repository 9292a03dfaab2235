//! Traits that identify types by more than their names, because users have types called `String`, `Id` or `Path`.

use std::{
    borrow::Cow,
    collections::{BTreeSet, BinaryHeap, HashSet, LinkedList, VecDeque},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    num,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
};

use crate::{
    endpoint::{id::Id, page::Cursor, raw_response::RawResponse},
    error::Result,
};

/// A type that is a single value: text, a number, a Boolean or an id.
pub trait Single {}

/// A type without entries: a single value or a list.
pub trait NoEntries {}

/// A type that is text.
pub trait Text {}

/// A type that is the path of a file, or a list of such paths.
pub trait FilePath {}

macro_rules! impl_single {
    ($($ty:ty)+) => { $(impl Single for $ty {} impl NoEntries for $ty {})+ };
}

impl_single! {
    bool char f32 f64 i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize str String Path PathBuf
    IpAddr Ipv4Addr Ipv6Addr SocketAddr
    num::NonZeroI8 num::NonZeroI16 num::NonZeroI32 num::NonZeroI64 num::NonZeroI128 num::NonZeroIsize
    num::NonZeroU8 num::NonZeroU16 num::NonZeroU32 num::NonZeroU64 num::NonZeroU128 num::NonZeroUsize
}

impl Text for char {}
impl Text for str {}
impl Text for String {}

impl<T> Single for Id<T> {}
impl<T> NoEntries for Id<T> {}
impl NoEntries for Cursor {}

macro_rules! impl_lists {
    ($($ty:ty: $($params:ident)*;)+) => { $(impl<$($params),*> NoEntries for $ty {})+ };
}

impl_lists! {
    [T]: T;
    Vec<T>: T;
    HashSet<T, S>: T S;
    BTreeSet<T>: T;
    BinaryHeap<T>: T;
    LinkedList<T>: T;
    VecDeque<T>: T;
    ():;
    (A,): A;
    (A, B): A B;
    (A, B, C): A B C;
    (A, B, C, D): A B C D;
}

impl<T, const N: usize> NoEntries for [T; N] {}

impl FilePath for Path {}
impl FilePath for PathBuf {}
impl<T: FilePath> FilePath for Vec<T> {}

macro_rules! impl_behind_pointers {
    ($($name:ident)+) => {
        $(
            impl<T: $name + ?Sized> $name for &T {}
            impl<T: $name + ?Sized> $name for Box<T> {}
            impl<T: $name + ?Sized> $name for Rc<T> {}
            impl<T: $name + ?Sized> $name for Arc<T> {}
            impl<T: $name + ToOwned + ?Sized> $name for Cow<'_, T> {}
        )+
    };
}

impl_behind_pointers!(Single NoEntries FilePath Text);

/// Explains that a declaration names the type in the `Result`, because every request returns a `Result`.
#[diagnostic::on_unimplemented(
    message = "every request returns a `Result`",
    label = "write the type in this `Result`"
)]
pub trait Response {}

/// Explains that a page is a list without a `Vec` in it.
#[diagnostic::on_unimplemented(
    message = "a `Page` is a list already",
    label = "write the type of one item in this `Page`, without `Vec`"
)]
pub trait PageOfItems {}

/// Explains that status and headers are no body.
#[diagnostic::on_unimplemented(
    message = "a response is decoded from its body, and `{Self}` is not in it",
    label = "for status and headers write `-> {Self}, decode = path::to::function`; if any success will do, write `-> ()`"
)]
pub trait InResponseBody: Sized {
    /// Decodes it.
    ///
    /// # Errors
    ///
    /// No type implements this trait.
    fn decode(response: RawResponse) -> Result<Self>;
}

/// Explains that a file in a response is not a part.
#[diagnostic::on_unimplemented(
    message = "a `FilePart` is a part of a request",
    label = "write `plane_api::Download` for the body as it arrives, or `plane_api::Bytes` for all of it"
)]
pub trait FileInResponse: Sized {
    /// Decodes it.
    ///
    /// # Errors
    ///
    /// No type implements this trait.
    fn decode(response: RawResponse) -> Result<Self>;
}

/// Explains that only a map or a struct can be flattened.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no entries to flatten; write a map or a struct, or remove `#[flatten]`",
    label = "has no entries"
)]
pub trait HasEntries {}

/// Explains that `comma` and `brackets` are for lists.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a single value; `comma` and `brackets` are for lists",
    label = "write `#[query]`, or a `Vec<{Self}>`"
)]
pub trait List {}

/// Explains that a path is sent as text: the file is not read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is sent as text, not as the file of this path",
    label = "in a multipart body, write `plane_api::FilePart`, or `#[part(\"text/plain\")]` for the path itself",
    note = "a file as a whole body is a `Body`, or `Bytes`"
)]
pub trait Content {}

/// Explains that text is sent as JSON, whatever the content type is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is sent as JSON, in quotes, but the content type says that it is text",
    label = "write `plane_api::Bytes` to send the text as it is"
)]
pub trait InQuotes {}

/// Explains that a [`FilePart`](crate::FilePart) is sent in a multipart body.
#[diagnostic::on_unimplemented(
    message = "a `FilePart` is sent in a multipart body",
    label = "write the option `multipart` after the path, not `form` or `json`, or send the file alone as a `plane_api::Body`"
)]
pub trait InMultipart {}

/// Explains that a file brings its content type.
#[diagnostic::on_unimplemented(
    message = "a `FilePart` has its own content type",
    label = "remove `#[part]`, and write `FilePart::new(...).content_type(...)`"
)]
pub trait WithoutPart {}

/// Explains where bytes are sent.
#[diagnostic::on_unimplemented(
    message = "bytes are sent as the whole body, as a `Bytes` or a `Body`",
    label = "mark the field `#[body]`, and all other fields of the body `#[query]`; write `plane_api::Bytes` or `plane_api::Body`",
    note = "for a file among other fields, write the option `multipart` after the path, and `plane_api::FilePart` as the type of the \
            field; a list of numbers is a `Vec<u8>`"
)]
pub trait AsWholeBody {}

/// Explains that bytes are not a file.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not sent as a file",
    label = "write `plane_api::FilePart`"
)]
pub trait AsFile {}
