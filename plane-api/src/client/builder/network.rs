//! How the client's own transport reaches the server: proxies, certificates and the pool of connections.

use std::time::Duration;

use super::ClientBuilder;
#[cfg(feature = "tls")]
use crate::client::transport::Identity;
use crate::client::transport::Proxy;

/// Proxies, certificates and the pool of connections. They are settings of the client's own transport: together with
/// [`transport`](ClientBuilder::transport) they are an error.
impl ClientBuilder {
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
        self.network.pool_idle_timeout = timeout.into();
        self
    }

    /// Trusts these authorities beside those that the system trusts: for a server whose certificate comes from an
    /// authority of one's own. It can be called more than once.
    ///
    /// PEM, of one or more certificates, or DER, of one. On Linux the environment variable `SSL_CERT_FILE` replaces
    /// the system's authorities.
    ///
    /// ```no_run
    /// use plane_api::Client;
    ///
    /// # fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = Client::plane()
    ///     .base_url("https://plane.internal")
    ///     .api_key("my-key")
    ///     .root_certificates(std::fs::read("our-authority.pem")?)
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn root_certificates(mut self, certificates: impl Into<Vec<u8>>) -> Self {
        self.network.tls.roots.push(certificates.into());
        self
    }

    /// Sets whether the authorities that the system trusts are trusted: yes unless set.
    ///
    /// `false` leaves those of [`root_certificates`](Self::root_certificates).
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn system_root_certificates(mut self, trust: bool) -> Self {
        self.network.tls.system_roots = trust;
        self
    }

    /// Shows the server this certificate, for a server that asks its clients for one (mutual TLS).
    ///
    /// Both are PEM, and may be the same file: the client's certificate, followed by those between it and the
    /// authority if there are any; and its private key, in PKCS#8 (`-----BEGIN PRIVATE KEY-----`).
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn client_certificate(
        mut self,
        certificates: impl Into<Vec<u8>>,
        private_key: impl Into<Vec<u8>>,
    ) -> Self {
        let (certificates, private_key) = (certificates.into(), private_key.into());
        self.network.tls.identity = Some(Identity { certificates, private_key });
        self
    }
}
