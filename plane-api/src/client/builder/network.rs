//! How the client's own transport reaches the server: proxies and the pool of connections.

use std::time::Duration;

use super::ClientBuilder;
use crate::client::transport::Proxy;

/// Proxies and the pool of connections. They are settings of the client's own transport: together with
/// [`transport`](ClientBuilder::transport) they are an error.
impl ClientBuilder {
    /// Sends requests by `hyper-util` itself, not by `reqwest`, which is built on it: a call takes a third less
    /// instructions, and everything else is the same (settings, limits, proxies, TLS, what errors say).
    ///
    /// Without the feature `reqwest`, the client does so unless told otherwise.
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

    /// Sends every request through this proxy: `http://proxy.example:3128`, with `user:password@` if it asks for them.
    ///
    /// `http` and `https` are HTTP proxies; `socks4` and `socks5` are SOCKS proxies that are given an address, `socks4a`
    /// and `socks5h` SOCKS proxies that are given the host's name and look it up themselves.
    ///
    /// Unless set, the system's proxy is used: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` of the
    /// environment, and what macOS and Windows are set to; except for a server on loopback.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.network.proxy = Proxy::Url(url.into());
        self
    }

    /// Sends every request to the server itself, whatever the system says of proxies.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.network.proxy = Proxy::None;
        self
    }

    /// Sets how long a connection is kept that no request uses: 4 s unless set. `None` keeps it until the server closes
    /// it; after `Duration::ZERO` it is not used again.
    ///
    /// A server closes idle connections as well, many after 5 s. A request that is sent in the same moment is lost, and
    /// a `POST` is not retried then ([`Delivery::Unknown`](crate::Delivery::Unknown)): set less than the server does.
    #[must_use]
    pub fn pool_idle_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        // To add a longer one to the time makes the library panic, and it is as good as none.
        const LONGEST: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);
        self.network.pool_idle_timeout = timeout.into().filter(|timeout| *timeout <= LONGEST);
        self
    }
}
