//! [`Max`] and [`Collect`]: the argument of `collect`, and its future.

use std::{fmt, marker::PhantomData};

use crate::error::Result;

/// The largest number of items or pages that `collect` returns, of the type `N`: a `usize`. `C` is the collection, a
/// `Vec<T>`.
///
/// This is a trait so that rustc reports a missing argument only once, and not also as a wrong result type: without
/// the argument, the collection is unknown.
#[diagnostic::on_unimplemented(
    message = "`collect` takes a `usize`, the largest number of items, and returns a `Vec`",
    label = "`{Self}` is not a `usize`, or the type argument of `collect` is not a `Vec`"
)]
pub trait Max<N, T, C> {
    /// Returns the number.
    fn max(&self) -> N;
}

#[diagnostic::do_not_recommend]
impl<T> Max<Self, T, Vec<T>> for usize {
    fn max(&self) -> usize {
        *self
    }
}

/// The result of `collect`, which depends on the collection. Any type is allowed here, because [`Max`] already reports
/// a wrong type.
pub trait Collected {
    /// `Result<Vec<T>>`.
    type Output<T>;
}

impl<C> Collected for C {
    type Output<T> = Result<Vec<T>>;
}

/// The future of [`Items::collect`](crate::Items::collect) and [`Pages::collect`](crate::Pages::collect).
#[must_use = "futures do nothing unless they are awaited"]
pub struct Collect<'a, L, C> {
    pub(super) list: &'a mut L,
    pub(super) max: usize,
    collection: PhantomData<fn() -> C>,
}

impl<'a, L, C> Collect<'a, L, C> {
    pub(super) const fn new(list: &'a mut L, max: usize) -> Self {
        Self { list, max, collection: PhantomData }
    }
}

impl<L, C> fmt::Debug for Collect<'_, L, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collect").field("max", &self.max).finish_non_exhaustive()
    }
}
