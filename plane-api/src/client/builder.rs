//! [`ClientBuilder`]: the configuration of a client.

// The documentation lists the methods in the order of the modules.
mod settings;

#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod network;
#[cfg(all(
    any(feature = "hyper", feature = "reqwest"),
    any(feature = "native-tls", feature = "rustls-aws-lc", feature = "rustls-ring")
))]
mod tls;
#[cfg(feature = "tower")]
mod tower;

use std::fmt;

use http::HeaderMap;

use super::Timeouts;
use crate::{
    client::{
        auth::Auth, interceptor::Interceptors, rate_limit::RateLimit, retry::RetryPolicy,
        transport::Transport,
    },
    error::{Dialect, Error},
};

#[cfg(any(feature = "testing", feature = "tower"))]
use crate::client::transport::Layers;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
use crate::client::transport::Network;

/// Configures a [`Client`](crate::Client).
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{Client, RateLimit, RetryPolicy, Timeouts};
///
/// # fn main() -> plane_api::Result<()> {
/// let client = Client::builder("https://api.example.com/v2")
///     .bearer_token("my-token")
///     .timeouts(Timeouts::default().call(Duration::from_secs(30)))
///     .retry(RetryPolicy::standard().max_attempts(5))
///     .rate_limit(RateLimit::PerMinute(300))
///     .user_agent("my-program/1.0")
///     .build()?;
/// # Ok(())
/// # }
/// ```
pub struct ClientBuilder {
    pub(crate) auth: Option<Auth>,
    pub(crate) base_url: String,
    pub(crate) api_root: String,
    dialect: &'static Dialect,
    pub(crate) allow_insecure_http: bool,
    timeouts: Timeouts,
    retry: RetryPolicy,
    rate_limit: RateLimit,
    max_response_bytes: Option<usize>,
    product: Option<String>,
    default_headers: HeaderMap,
    /// The first default header that cannot be sent.
    bad_header: Option<Error>,
    interceptors: Interceptors,
    #[cfg(any(feature = "hyper", feature = "reqwest"))]
    network: Network,
    #[cfg(any(feature = "testing", feature = "tower"))]
    pub(crate) layers: Layers,
    transport: Option<Box<dyn Transport>>,
    /// `true` if the transport records or replays.
    #[cfg(feature = "testing")]
    pub(crate) is_recorded: bool,
}

/// Shows the settings, with only the type of the credentials.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("auth", &self.auth)
            .field("timeouts", &self.timeouts)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
