//! Whom the client's own transport trusts, and who it is.

use super::ClientBuilder;
use crate::client::transport::Identity;

/// Certificates. They are settings of the client's own transport: together with
/// [`transport`](ClientBuilder::transport) they are an error.
impl ClientBuilder {
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
    /// let client = Client::builder("https://api.internal")
    ///     .api_key("my-key")
    ///     .root_certificates(std::fs::read("our-authority.pem")?)
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn root_certificates(mut self, certificates: impl Into<Vec<u8>>) -> Self {
        self.network.tls.roots.push(certificates.into());
        self
    }

    /// Sets whether the authorities that the system trusts are trusted: yes unless set.
    ///
    /// `false` leaves those of [`root_certificates`](Self::root_certificates).
    #[must_use]
    pub fn system_root_certificates(mut self, trust: bool) -> Self {
        self.network.tls.system_roots = trust;
        self
    }

    /// Shows the server this certificate, for a server that asks its clients for one (mutual TLS).
    ///
    /// Both are PEM, and may be the same file: the client's certificate, followed by those between it and the
    /// authority if there are any; and its private key, in PKCS#8 (`-----BEGIN PRIVATE KEY-----`).
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
