//! Proxies and the connection pool of the default transport.

use std::time::Duration;

use super::ClientBuilder;
use crate::client::transport::Proxy;

/// Proxies and the connection pool. These settings are for the default transport: combining them with a custom
/// [`transport`](ClientBuilder::transport) is an error.
impl ClientBuilder {
    /// Sends requests with `hyper-util` directly, instead of with `reqwest`, which is itself built on `hyper-util`. A
    /// call then executes about 30% fewer instructions. Settings, limits, proxies, TLS and errors are the same.
    ///
    /// Without the feature `reqwest`, this transport is the default.
    ///
    /// ```
    /// use plane_api::Client;
    ///
    /// # fn example() -> plane_api::Result<()> {
    /// let client = Client::builder("https://api.example.com").api_key("my-key").hyper().build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "hyper")]
    #[must_use]
    pub fn hyper(mut self) -> Self {
        self.network.library = crate::client::transport::Library::Hyper;
        self
    }

    /// Sends every request through this proxy: `http://proxy.example:3128`, with `user:password@` before the host if
    /// the proxy requires credentials.
    ///
    /// The scheme selects the protocol: `http` and `https` for an HTTP proxy, `socks4` and `socks5` for a SOCKS proxy
    /// that receives the server's address, `socks4a` and `socks5h` for a SOCKS proxy that receives the host name and
    /// resolves it.
    ///
    /// Default: the system's proxy, from the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`) and
    /// the settings of macOS and Windows. With this default, servers on loopback are reached directly.
    #[must_use]
    #[doc(alias = "socks")]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.network.proxy = Proxy::Url(url.into());
        self
    }

    /// Connects to the server directly and ignores the system's proxy settings.
    #[must_use]
    #[doc(alias = "proxy")]
    pub fn no_proxy(mut self) -> Self {
        self.network.proxy = Proxy::None;
        self
    }

    /// Sets how long an idle connection is kept. Default: 4 s. `None` keeps a connection until the server closes it.
    /// `Duration::ZERO` disables the reuse of connections.
    ///
    /// Servers also close idle connections, many after 5 s. A request that is sent at that moment is lost, and a lost
    /// `POST` is not retried ([`Delivery::Unknown`](crate::Delivery::Unknown)). Set a shorter time than that of the
    /// server.
    #[must_use]
    pub fn pool_idle_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        // The library panics when it adds a longer time to the clock. This time is equivalent to no limit.
        const LONGEST: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);
        self.network.pool_idle_timeout = timeout.into().filter(|timeout| *timeout <= LONGEST);
        self
    }
}
