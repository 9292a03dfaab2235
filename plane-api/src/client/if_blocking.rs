//! `send_blocking` of each request, if the feature `blocking` is enabled.

/// The code that `#[endpoint]` generates for the feature `blocking`. The attribute cannot know whether the feature is
/// enabled, and the user's crate has no such feature.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! if_blocking {
    ($vis:vis fn send_blocking() -> $response:ty) => {
        /// Sends the request and waits for the decoded response, without an async runtime.
        ///
        /// # Errors
        ///
        /// Returns the errors of `send`, and an error if it is called within an async runtime, which it would block.
        #[inline]
        $vis fn send_blocking(&self, client: &$crate::Client) -> $crate::Result<$response> {
            client.call(self).send_blocking()
        }
    };
}

/// Without the feature `blocking` the method says that it needs the feature.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! if_blocking {
    ($vis:vis fn send_blocking() -> $response:ty) => {
        /// Needs the feature `blocking` of `plane-api`.
        #[doc(hidden)]
        #[inline]
        $vis fn send_blocking(&self, _: &$crate::Client) -> $crate::Result<<Self as $crate::Endpoint>::Response>
        where
            // The lifetime postpones the error to the call.
            for<'feature> Self: $crate::generated::BlockingFeature,
        {
            loop {}
        }
    };
}
