//! The checks of lists: the response of a request with `#[page]` is a page, and a request for a page has a position.

use crate::endpoint::{Endpoint, page::Paged};

/// Explains that the field `cursor` makes a request for a [`Page`](crate::Page) a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not declared as a list",
    label = "this request has no field with the position of a page",
    note = "add the field `pub cursor: Option<plane_api::Cursor>`, or mark the field with the position of a `Page` of your own, \
            as in `#[page(number)]`"
)]
pub trait WithCursor {}

/// The response of the request `E`. The compiler computes the number with [`is_page`]. If the response is not a page,
/// this type is an error, and rustc does not report the response again at every use of `items`.
pub type CheckedPage<E, const N: usize> = <[(); N] as PageIf<E>>::Page;

/// See [`CheckedPage`].
pub trait PageIf<E> {
    /// The response.
    type Page;
}

impl<E: Endpoint, const N: usize> PageIf<E> for [(); N] {
    type Page = E::Response;
}

/// Accepts a page.
#[must_use]
pub const fn is_page<T: Paged>() -> usize {
    0
}
