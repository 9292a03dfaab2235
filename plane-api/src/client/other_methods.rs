//! Methods that users know from other types: calling them is a compile error that says what to write instead. The bounds
//! of their impls are never satisfied, so the methods of a trait in scope, such as `TryFutureExt`, take precedence.

use crate::{
    client::{builder::ClientBuilder, call::ResponseFuture},
    endpoint::checks::{AwaitedFirst, Configured},
};

macro_rules! impl_methods {
    ($([$($params:tt)*] $ty:ty: $bound:ident: $($name:ident)+;)+) => {$(
        #[doc(hidden)]
        impl<$($params)*> $ty
        where
            // With the lifetime, rustc does not report that the bound is never satisfied.
            for<'never> Self: $bound,
        {
            $(
                #[doc(hidden)]
                pub fn $name(self) {}
            )+
        }
    )+};
}

impl_methods! {
    // Those of a `Result`, except those that iterators have as well, such as `map`: rustc would not explain them.
    [T] ResponseFuture<T>: AwaitedFirst:
        and_then err expect inspect_err is_err is_ok map_err ok unwrap unwrap_or unwrap_or_default unwrap_or_else;
    // Those of reqwest.
    [] ClientBuilder: Configured:
        basic_auth bearer_auth connect_timeout default_headers header headers max_retries read_timeout retries timeout token;
}
