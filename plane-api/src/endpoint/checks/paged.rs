//! The check that the response of a request with `#[page]` is a page.

use crate::endpoint::{Endpoint, page::Paged};

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
