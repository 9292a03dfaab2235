//! TLS of the default transport: trusted certificates, the client's certificate, and hints when a certificate is
//! rejected.

#[cfg(feature = "native-tls")]
#[path = "tls/native.rs"]
mod backend;
#[cfg(not(feature = "native-tls"))]
#[path = "tls/rustls.rs"]
mod backend;

use std::{borrow::Cow, error, iter};

use rustls_pki_types::{CertificateDer, pem::PemObject};

#[cfg(feature = "hyper")]
pub(super) use self::backend::handshake;
pub(super) use self::backend::{Connector, connector};
use crate::error::{Error, Result, Stage};

/// Trusted certificates and the client certificate. They are stored as given, and parsed when the client is built,
/// because that can return an error.
#[derive(PartialEq)]
pub(crate) struct Tls {
    /// In PEM or DER.
    pub(crate) roots: Vec<Vec<u8>>,
    /// `true` if the system's root certificates are trusted.
    pub(crate) system_roots: bool,
    pub(crate) identity: Option<Identity>,
}

/// The client certificate and its key, in PEM.
#[derive(PartialEq)]
pub(crate) struct Identity {
    pub(crate) certificates: Vec<u8>,
    pub(crate) private_key: Vec<u8>,
}

impl Default for Tls {
    fn default() -> Self {
        Self { roots: Vec::new(), system_roots: true, identity: None }
    }
}

impl Tls {
    /// Returns the individual certificates of [`Tls::roots`].
    fn roots(&self) -> Result<Vec<CertificateDer<'static>>> {
        let mut roots = Vec::new();
        for given in &self.roots {
            let before = roots.len();
            if given.windows(11).any(|text| text == b"-----BEGIN ") {
                for root in CertificateDer::pem_slice_iter(given) {
                    roots.push(root.map_err(bad_root)?);
                }
            } else if !given.is_empty() {
                roots.push(CertificateDer::from(given.clone()));
            }
            if roots.len() == before {
                return Err(Error::config(
                    "the root certificates contain no certificate; pass PEM or DER",
                ));
            }
        }
        if roots.is_empty() && !self.system_roots {
            return Err(Error::config(
                "the client trusts no CA certificate; set `root_certificates`, or leave `system_root_certificates` on",
            ));
        }
        Ok(roots)
    }
}

fn bad_root(error: impl error::Error + Send + Sync + 'static) -> Error {
    Error::config("cannot parse a root certificate").with_source(error)
}

fn bad_identity(error: impl error::Error + Send + Sync + 'static) -> Error {
    Error::config("cannot use the client certificate and its private key").with_source(error)
}

/// Returns the problem with the certificates and its solution, if it caused the error.
pub(super) fn explain(
    stage: Stage,
    error: &(dyn error::Error + 'static),
) -> Option<Cow<'static, str>> {
    let may_be = |problem: &Problem| problem.is_handshake || stage == Stage::BeforeSend;
    Problem::find(error).filter(may_be).map(|problem| problem.hint)
}

/// Reason for a failed handshake.
struct Problem {
    hint: Cow<'static, str>,
    /// `true` if the certificate can also be the cause after the client has started to send: with TLS 1.3, the server
    /// checks the client's certificate only then.
    is_handshake: bool,
}

impl Problem {
    fn find(error: &(dyn error::Error + 'static)) -> Option<Self> {
        let chain = iter::successors(Some(error), |error| error.source());
        // The text of other HTTP/2 errors contains text from the server, which may look like an alert.
        let may_be_tls = |error: &&(dyn error::Error + 'static)| {
            error.downcast_ref::<h2::Error>().is_none_or(h2::Error::is_io)
        };
        chain.filter(may_be_tls).find_map(backend::problem)
    }

    fn of_handshake(hint: impl Into<Cow<'static, str>>) -> Self {
        Self { hint: hint.into(), is_handshake: true }
    }
}

const OTHER_HOST: &str = "the server's certificate is for another host";
const EXPIRED: &str =
    "the server's certificate has expired; renew it, or correct this machine's clock";
const NOT_YET: &str = "the server's certificate is not valid yet; check this machine's clock";
const UNKNOWN_ROOT: &str = "the server's certificate is not signed by a trusted CA; \
     to trust this CA, pass its certificate to `ClientBuilder::root_certificates`";
const NEEDS_CERTIFICATE: &str =
    "the server requires a client certificate; set `ClientBuilder::client_certificate`";
const REFUSES_CERTIFICATE: &str = "the server rejected the client certificate";
const NO_TLS: &str = "the server does not speak TLS; check the scheme and port of the base URL";
