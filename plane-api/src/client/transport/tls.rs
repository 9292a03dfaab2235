//! TLS of the client's own transport: whom it trusts, who it is, and what is wrong when certificates are refused.

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

/// Whom the client trusts, and who it is. Certificates are kept as they were given, and read when the client is built,
/// where there is a `Result`.
#[derive(PartialEq)]
pub(crate) struct Tls {
    /// Each PEM or DER.
    pub(crate) roots: Vec<Vec<u8>>,
    /// Whether the system's authorities are trusted.
    pub(crate) system_roots: bool,
    pub(crate) identity: Option<Identity>,
}

/// Who the client is to the server: both PEM.
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
    /// The certificates of [`Tls::roots`], one by one.
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
                    "there is no certificate in what was given as root certificates; PEM or DER is needed",
                ));
            }
        }
        if roots.is_empty() && !self.system_roots {
            return Err(Error::config(
                "the client trusts nobody; set `root_certificates`, or leave the system's on",
            ));
        }
        Ok(roots)
    }
}

fn bad_root(error: impl error::Error + Send + Sync + 'static) -> Error {
    Error::config("a root certificate cannot be read").with_source(error)
}

fn bad_identity(error: impl error::Error + Send + Sync + 'static) -> Error {
    Error::config("the client certificate and its private key cannot be used").with_source(error)
}

/// What is wrong with the certificates, and what to do about it, if that is why a request failed.
pub(super) fn explain(
    stage: Stage,
    error: &(dyn error::Error + 'static),
) -> Option<Cow<'static, str>> {
    let may_be = |problem: &Problem| problem.is_handshake || stage == Stage::BeforeSend;
    Problem::find(error).filter(may_be).map(|problem| problem.hint)
}

/// Why a handshake failed.
struct Problem {
    hint: Cow<'static, str>,
    /// Whether it can be the cause after the client has begun to send, too: in TLS 1.3, the server looks at the client's
    /// certificate only then.
    is_handshake: bool,
}

impl Problem {
    fn find(error: &(dyn error::Error + 'static)) -> Option<Self> {
        let chain = iter::successors(Some(error), |error| error.source());
        // The text of other errors of HTTP/2 holds what the server says, which may look like an alert.
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
const EXPIRED: &str = "the server's certificate has expired; it has to be renewed, unless this machine's clock is wrong";
const NOT_YET: &str = "the server's certificate is not valid yet; is this machine's clock wrong?";
const UNKNOWN_ROOT: &str = "the server's certificate comes from an authority that is not trusted; \
     if it should be, give its certificate to `ClientBuilder::root_certificates`";
const NEEDS_CERTIFICATE: &str =
    "the server asks for a client certificate; see `ClientBuilder::client_certificate`";
const REFUSES_CERTIFICATE: &str = "the server refuses the client certificate";
const NO_TLS: &str = "what listens there does not speak TLS; check scheme and port of the base URL";
