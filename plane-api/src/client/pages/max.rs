//! [`Max`]: the argument of `collect`.

use crate::error::Result;

/// The largest number of items or pages that `collect` returns: a `usize`.
///
/// It is a trait for the sake of the compiler's messages: the result of `collect` depends on its argument, so a missing
/// argument is not also reported as a result of another type.
#[diagnostic::on_unimplemented(
    message = "expected `usize`, found `{Self}`",
    label = "expected the largest number of items, a `usize`"
)]
pub trait Max<N> {
    /// The result of `collect`: `Result<Vec<T>>`.
    type Collected<T>;

    /// Returns the number.
    fn max(&self) -> N;

    /// Returns the result.
    fn collected<T>(result: Result<Vec<T>>) -> Self::Collected<T>;
}

impl Max<Self> for usize {
    type Collected<T> = Result<Vec<T>>;

    fn max(&self) -> usize {
        *self
    }

    fn collected<T>(result: Result<Vec<T>>) -> Result<Vec<T>> {
        result
    }
}
