//! Lists, and the fields with a role in pagination.

use syn::Type;

/// The pagination of a list. Fields are given by their indices.
pub(crate) struct Pagination {
    /// The field with the position of the page.
    pub(crate) position: usize,
    /// The field with the page size.
    pub(crate) size: Option<usize>,
    /// The response.
    pub(crate) page: Box<Type>,
    /// `true` if only the compiler knows that the response is a page.
    pub(crate) is_envelope: bool,
}

/// The role of a field in pagination, by its `#[page]`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum PageRule {
    /// Invalid, and reported.
    Wrong,
    /// The response names the next position.
    Response,
    /// A page number, and the number of the first page.
    Number(u64),
    Offset,
    Link,
    /// The id of the last entry.
    Last,
    /// The page size, with the server's maximum.
    Size(Option<u64>),
}

/// The part of a list that a request lacks.
#[derive(Clone, Copy)]
pub(crate) enum MissingOfList {
    /// `#[page]` on the field with the position.
    Attribute,
    /// The field `cursor` beside a `Page`.
    Cursor,
}
