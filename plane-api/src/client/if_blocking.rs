//! The methods behind the feature `blocking`, if it is not enabled: calling them is a compile error that names the
//! feature. For `send_blocking` of requests also if it is enabled.

/// The code that `#[endpoint]` generates for the feature `blocking`. The attribute cannot know whether the feature is
/// enabled, and the user's crate has no such feature.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! if_blocking {
    (
        $(#[$attr:meta])* impl [$($params:tt)*] $name:ident [$($args:tt)*] [$($bounds:tt)*]
        $vis:vis fn $send_blocking:ident() -> $response:ty
    ) => {
        #[allow(dead_code, deprecated, single_use_lifetimes)]
        $(#[$attr])*
        impl $($params)* $name $($args)* where $($bounds)* {
            /// Sends the request and waits for the decoded response, without an async runtime.
            ///
            /// # Errors
            ///
            /// Returns the errors of `send`. Also returns an error if this method is called within an async runtime,
            /// because it would block a thread of the runtime.
            #[inline]
            $vis fn $send_blocking(&self, client: &$crate::Client) -> $crate::Result<$response> {
                client.call(self).send_blocking()
            }
        }
    };
}

/// Without the feature `blocking`, calling the method is a compile error that names the feature. The bound of its impl
/// is never satisfied, so a user's own function of this name takes precedence.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! if_blocking {
    (
        $(#[$attr:meta])* impl [$($params:tt)*] $name:ident [$($args:tt)*] [$($bounds:tt)*]
        $vis:vis fn $send_blocking:ident() -> $response:ty
    ) => {
        #[doc(hidden)]
        #[allow(dead_code, deprecated, single_use_lifetimes)]
        $(#[$attr])*
        impl $($params)* $name $($args)*
        where
            $($bounds)*
            // With the lifetime, rustc does not report that the bound is never satisfied.
            for<'feature> Self: $crate::checks::BlockingFeature,
        {
            $vis fn $send_blocking(&self, _: &$crate::Client) {}
        }
    };
}

#[cfg(not(feature = "blocking"))]
mod without {
    use crate::{
        client::{
            call::Call,
            pages::{Items, Pages},
        },
        endpoint::{
            checks::{BlockingFeature, BlockingStreamFeature},
            download::Download,
            page::Paginated,
            raw_response::streams::{Events, Lines},
        },
    };

    impl<T> Call<T>
    where
        for<'feature> Self: BlockingFeature,
    {
        #[doc(hidden)]
        pub fn send_blocking(self) {}
    }

    macro_rules! impl_blocking {
        ($([$($params:tt)*] $ty:ty;)+) => {$(
            impl<$($params)*> $ty
            where
                for<'feature> Self: BlockingStreamFeature,
            {
                #[doc(hidden)]
                pub fn blocking(self) {}
            }
        )+};
    }

    impl_blocking! {
        [E: Paginated] Items<E>;
        [E: Paginated] Pages<E>;
        [] Download;
        [T] Events<T>;
        [T] Lines<T>;
    }
}
