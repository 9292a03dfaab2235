//! TLS by `rustls`, with the system's verifier.

use std::{error, io, sync::Arc};

#[cfg(feature = "rustls-aws-lc")]
use rustls::crypto::aws_lc_rs as library;
#[cfg(not(feature = "rustls-aws-lc"))]
use rustls::crypto::ring as library;
use rustls::{
    CertificateError, ClientConfig, ConfigBuilder, InvalidMessage, RootCertStore, WantsVerifier,
    client::WantsClientCert,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use rustls_platform_verifier::Verifier;
#[cfg(feature = "hyper")]
use {
    rustls::pki_types::ServerName,
    tokio::io::{AsyncRead, AsyncWrite},
    tokio_rustls::{TlsConnector, client::TlsStream},
};

use super::{
    EXPIRED, Identity, NEEDS_CERTIFICATE, NO_TLS, NOT_YET, OTHER_HOST, Problem,
    REFUSES_CERTIFICATE, Tls, UNKNOWN_ROOT, bad_identity, bad_root,
};
use crate::error::{Error, Result};

/// The configuration of TLS.
pub(in crate::client::transport) type Connector = ClientConfig;

/// Without `https` there is nothing to verify, so nothing is loaded.
pub(in crate::client::transport) fn connector(https: bool, tls: &Tls) -> Result<ClientConfig> {
    let provider = Arc::new(library::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::config("cannot set up TLS").with_source(error))?;
    if !https {
        return Ok(builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth());
    }
    let builder = trusting(builder, provider, tls)?;
    let mut config = match &tls.identity {
        None => builder.with_no_client_auth(),
        Some(identity) => {
            let (chain, key) = identity.read()?;
            builder.with_client_auth_cert(chain, key).map_err(bad_identity)?
        }
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

fn trusting(
    builder: ConfigBuilder<ClientConfig, WantsVerifier>,
    provider: Arc<CryptoProvider>,
    tls: &Tls,
) -> Result<ConfigBuilder<ClientConfig, WantsClientCert>> {
    let roots = tls.roots()?;
    let mut store = RootCertStore::empty();
    for root in &roots {
        store.add(root.clone()).map_err(bad_root)?;
    }
    if !tls.system_roots {
        return Ok(builder.with_root_certificates(store));
    }
    #[cfg(not(target_os = "android"))]
    let verifier = Verifier::new_with_extra_roots(roots, provider);
    #[cfg(target_os = "android")]
    let verifier = if roots.is_empty() {
        Verifier::new(provider)
    } else {
        return Err(Error::config(
            "Android does not support additional CA certificates; set `system_root_certificates(false)` to use only yours",
        ));
    };
    let verifier = verifier.map_err(|error| {
        Error::config(
            "cannot load the system's root certificates; install the package `ca-certificates`",
        )
        .with_source(error)
    })?;
    Ok(builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier)))
}

/// Starts TLS with this host, and returns whether HTTP/2 was negotiated.
#[cfg(feature = "hyper")]
pub(in crate::client::transport) async fn handshake<T>(
    config: &ClientConfig,
    host: &str,
    stream: T,
    may_be_http2: bool,
) -> io::Result<(TlsStream<T>, bool)>
where
    T: AsyncRead + AsyncWrite + Unpin,
{
    let mut config = config.clone();
    if !may_be_http2 {
        config.alpn_protocols.clear();
    }
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    let is_http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
    Ok((stream, is_http2))
}

impl Identity {
    fn read(&self) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)> {
        let chain = CertificateDer::pem_slice_iter(&self.certificates).collect::<Result<_, _>>();
        let key = PrivateKeyDer::from_pem_slice(&self.private_key);
        Ok((chain.map_err(bad_identity)?, key.map_err(bad_identity)?))
    }
}

/// Returns the problem that this error reports, if any.
pub(super) fn problem(mut error: &(dyn error::Error + 'static)) -> Option<Problem> {
    // `source()` of an I/O error skips the error that it wraps, which may be another I/O error.
    while let Some(wrapped) = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        error = wrapped;
    }
    match error.downcast_ref() {
        Some(rustls::Error::InvalidCertificate(reason)) => {
            Some(Problem::of_handshake(rejected(reason)))
        }
        Some(rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType)) => {
            Some(Problem { hint: NO_TLS.into(), is_handshake: false })
        }
        // HTTP/2 errors only keep the text of an alert.
        _ => alert(&error.to_string()),
    }
}

const POSES: &str = "the server's certificate is a CA certificate; \
     create one without `CA:TRUE`";

/// Explains why the client rejects the server's certificate.
fn rejected(reason: &CertificateError) -> String {
    match reason {
        CertificateError::NotValidForNameContext { presented, .. } if !presented.is_empty() => {
            // Each name has the form `DnsName("plane.example")`.
            let names = presented.iter().map(|name| name.split('"').nth(1).unwrap_or(name));
            format!("{OTHER_HOST}: {}", names.collect::<Vec<_>>().join(", "))
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            OTHER_HOST.to_owned()
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => EXPIRED.to_owned(),
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            NOT_YET.to_owned()
        }
        CertificateError::UnknownIssuer => UNKNOWN_ROOT.to_owned(),
        // The type of this error belongs to a dependency of `rustls`.
        CertificateError::Other(other) if format!("{other:?}").contains("CaUsedAsEndEntity") => {
            POSES.to_owned()
        }
        other => format!("the server's certificate is rejected: {other}"),
    }
}

/// Explains why the server rejected the client, according to its alert.
fn alert(text: &str) -> Option<Problem> {
    let (_, alert) = text.split_once("received fatal alert: ")?;
    let name = alert.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    match name {
        "CertificateRequired" => Some(Problem::of_handshake(NEEDS_CERTIFICATE)),
        "BadCertificate"
        | "UnsupportedCertificate"
        | "CertificateRevoked"
        | "CertificateExpired"
        | "CertificateUnknown"
        | "UnknownCA" => Some(Problem::of_handshake(REFUSES_CERTIFICATE)),
        _ => None,
    }
}
