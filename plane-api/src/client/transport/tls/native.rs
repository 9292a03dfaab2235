//! TLS by the system's library.

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

/// The configuration of TLS.
pub(in crate::client::transport) type Connector = TlsConnector;

/// Without `https` there is nothing to verify, so nothing is loaded.
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
        // The certificate and its key are only compared here.
        Some(_) if https => bad_identity(error),
        _ => Error::config("cannot set up TLS").with_source(error),
    })
}

/// Starts TLS with this host, and returns whether HTTP/2 was negotiated. The offered protocols are part of the
/// connector, so a proxy is offered HTTP/2 too; it chooses HTTP/1.
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

/// Messages of OpenSSL, macOS and Windows, in lower case.
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

/// Returns the problem that this error reports, if any. It is recognized by text, because these errors have no types.
pub(super) fn problem(error: &(dyn error::Error + 'static)) -> Option<Problem> {
    let text = error.to_string().to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| text.contains(words));
    if says(&["wrong version number", "packet length too long"]) {
        return Some(Problem { hint: NO_TLS.into(), is_handshake: false });
    }
    let (_, hint) = WORDS.into_iter().find(|(words, _)| says(words))?;
    Some(Problem::of_handshake(hint))
}
