//! The certificates of the default transport.

use super::ClientBuilder;
use crate::client::transport::Identity;

/// Certificates. These settings are for the default transport: combining them with a custom
/// [`transport`](ClientBuilder::transport) is an error.
impl ClientBuilder {
    /// Trusts these CA certificates in addition to those of the system, for a self-hosted server with a private
    /// certificate authority. Can be called more than once.
    ///
    /// Accepts PEM with one or more certificates, or DER with one. On Linux, the environment variable `SSL_CERT_FILE`
    /// replaces the system's CA certificates.
    ///
    // `no_run`: reads a certificate that only the reader has.
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

    /// Sets whether the system's CA certificates are trusted. Default: `true`.
    ///
    /// With `false`, only the certificates of [`root_certificates`](Self::root_certificates) are trusted.
    #[must_use]
    pub fn system_root_certificates(mut self, trust: bool) -> Self {
        self.network.tls.system_roots = trust;
        self
    }

    /// Presents this certificate to a server that requires client certificates (mutual TLS).
    ///
    /// The first argument is the client's certificate, followed by any intermediate certificates. The second argument
    /// is the certificate's private key in PKCS#8 (`-----BEGIN PRIVATE KEY-----`). Both are PEM, and may be the content
    /// of one file.
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
