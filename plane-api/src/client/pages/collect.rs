//! [`Max`] and [`Collect`]: the argument of `collect`, and its future.

use std::{fmt, marker::PhantomData};

use crate::error::Result;

/// The largest number of items or pages that `collect` returns: a `usize`.
///
/// This is a trait so that rustc reports a missing argument only once, and not also as a wrong result type.
#[diagnostic::on_unimplemented(
    message = "expected `usize`, found `{Self}`",
    label = "expected the largest number of items, a `usize`"
)]
pub trait Max<N> {
    /// Returns the number.
    fn max(&self) -> N;
}

impl Max<Self> for usize {
    fn max(&self) -> usize {
        *self
    }
}

/// The result of `collect`, which depends on the type of the argument. Any type is allowed here, because [`Max`]
/// already reports a wrong type.
pub trait Collected {
    /// `Result<Vec<T>>`.
    type Output<T>;
}

impl<M> Collected for M {
    type Output<T> = Result<Vec<T>>;
}

/// The future of [`Items::collect`](crate::Items::collect) and [`Pages::collect`](crate::Pages::collect).
#[must_use = "futures do nothing unless they are awaited"]
pub struct Collect<'a, L, M> {
    pub(super) list: &'a mut L,
    pub(super) max: usize,
    argument: PhantomData<fn() -> M>,
}

impl<'a, L, M> Collect<'a, L, M> {
    pub(super) const fn new(list: &'a mut L, max: usize) -> Self {
        Self { list, max, argument: PhantomData }
    }
}

impl<L, M> fmt::Debug for Collect<'_, L, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collect").field("max", &self.max).finish_non_exhaustive()
    }
}
