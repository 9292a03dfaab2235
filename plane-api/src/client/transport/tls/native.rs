//! TLS by the system's own library.

use std::error;

use native_tls::{Certificate, Identity, Protocol, TlsConnector};
#[cfg(feature = "hyper")]
use {
    tokio::io::{AsyncRead, AsyncWrite},
    tokio_native_tls::TlsStream,
};

use super::{
    EXPIRED, NEEDS_CERTIFICATE, NO_TLS, NOT_YET, OTHER_HOST, Problem, REFUSES_CERTIFICATE, Tls,
    UNKNOWN_ROOT, bad_identity, bad_root,
};
use crate::error::{Error, Result};

/// What TLS is set up by.
pub(in crate::client::transport) type Connector = TlsConnector;

/// Without `https` there is nothing to verify, and nothing is loaded.
pub(in crate::client::transport) fn connector(https: bool, tls: &Tls) -> Result<TlsConnector> {
    let mut builder = TlsConnector::builder();
    builder.min_protocol_version(Some(Protocol::Tlsv12)).request_alpns(&["h2", "http/1.1"]);
    builder.disable_built_in_roots(!https || !tls.system_roots);
    if https {
        for root in tls.roots()? {
            builder.add_root_certificate(Certificate::from_der(&root).map_err(bad_root)?);
        }
        if let Some(identity) = &tls.identity {
            let identity = Identity::from_pkcs8(&identity.certificates, &identity.private_key);
            builder.identity(identity.map_err(bad_identity)?);
        }
    }
    builder.build().map_err(|error| match tls.identity {
        // Only now are the two compared.
        Some(_) if https => bad_identity(error),
        _ => Error::config("TLS cannot be set up").with_source(error),
    })
}

/// Encrypts a connection to this host, and says whether HTTP/2 was agreed on. What is asked for is part of the connector:
/// a proxy is asked for HTTP/2 as well, and answers in what both know of old.
#[cfg(feature = "hyper")]
pub(in crate::client::transport) async fn handshake<T>(
    connector: &TlsConnector,
    host: &str,
    stream: T,
    _: bool,
) -> Result<(TlsStream<T>, bool), native_tls::Error>
where
    T: AsyncRead + AsyncWrite + Unpin,
{
    let connector = tokio_native_tls::TlsConnector::from(connector.clone());
    let stream = connector.connect(host, stream).await?;
    let is_http2 = stream.get_ref().negotiated_alpn()?.as_deref() == Some(b"h2");
    Ok((stream, is_http2))
}

/// The words of OpenSSL, macOS and Windows, in lower case.
const WORDS: [(&[&str], &str); 6] = [
    (&["hostname mismatch", "ip address mismatch", "cn name does not match"], OTHER_HOST),
    (&["has expired", "is expired", "not within its validity period"], EXPIRED),
    (&["not yet valid"], NOT_YET),
    (
        &[
            "local issuer certificate",
            "self-signed certificate",
            "self signed certificate",
            "not trusted",
        ],
        UNKNOWN_ROOT,
    ),
    (&["alert certificate required"], NEEDS_CERTIFICATE),
    (
        &[
            "alert bad certificate",
            "alert unsupported certificate",
            "alert certificate revoked",
            "alert certificate expired",
            "alert certificate unknown",
            "alert unknown ca",
        ],
        REFUSES_CERTIFICATE,
    ),
];

/// What is wrong, if this error says so. There are no types to go by.
pub(super) fn problem(error: &(dyn error::Error + 'static)) -> Option<Problem> {
    let text = error.to_string().to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| text.contains(words));
    if says(&["wrong version number", "packet length too long"]) {
        return Some(Problem { hint: NO_TLS.into(), is_handshake: false });
    }
    let (_, hint) = WORDS.into_iter().find(|(words, _)| says(words))?;
    Some(Problem::of_handshake(hint))
}
