//! [`Network`]: how the client's own transport reaches the server.

use std::time::Duration;

#[cfg(feature = "tls")]
use super::tls::Tls;

/// How the client's own transport reaches the server.
#[derive(PartialEq)]
pub(crate) struct Network {
    pub(crate) proxy: Proxy,
    /// How long a connection is kept that no request uses.
    pub(crate) pool_idle_timeout: Option<Duration>,
    #[cfg(feature = "tls")]
    pub(crate) tls: Tls,
}

/// Node and uvicorn close idle connections after 5 s. A request on a connection that the server is just closing may be
/// lost, and a `POST` is not retried then.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(4);

impl Default for Network {
    fn default() -> Self {
        Self {
            proxy: Proxy::default(),
            pool_idle_timeout: Some(POOL_IDLE_TIMEOUT),
            #[cfg(feature = "tls")]
            tls: Tls::default(),
        }
    }
}

/// What stands between the client and the server.
#[derive(Default, PartialEq)]
pub(crate) enum Proxy {
    /// What the system says, except on the way to loopback.
    #[default]
    System,
    None,
    /// May hold a password.
    Url(String),
}
