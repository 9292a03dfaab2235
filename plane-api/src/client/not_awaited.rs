//! The methods of a `Result` on the future of a response: calling them is a compile error that says to write `.await`.
//! The bound of their impl is never satisfied, so the methods of `TryFutureExt` take precedence. Methods that iterators
//! have as well, such as `map`, are missing here: rustc would not explain them.

use crate::{client::call::ResponseFuture, endpoint::checks::AwaitedFirst};

macro_rules! impl_methods {
    ($($name:ident)+) => {
        impl<T> ResponseFuture<T>
        where
            // With the lifetime, rustc does not report that the bound is never satisfied.
            for<'future> Self: AwaitedFirst,
        {
            $(
                #[doc(hidden)]
                pub fn $name(self) {}
            )+
        }
    };
}

impl_methods! {
    and_then err expect inspect_err is_err is_ok map_err ok unwrap unwrap_or unwrap_or_default unwrap_or_else
}
