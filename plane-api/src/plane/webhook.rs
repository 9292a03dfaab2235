//! What Plane sends on its own account when something happens, and how to know that it was Plane.
//!
//! ```
//! use plane_api::webhook::{Object, Verifier, VerifyError};
//! # use plane_api::webhook::sign;
//!
//! # fn receive(headers: &plane_api::http::HeaderMap, body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! let verifier = Verifier::new(["plane_wh_my-secret"])?;
//! let event = verifier.verify(headers, body)?;
//! println!("{}: {}", event.deduplication_key(), event.kind);
//! if let Object::WorkItem(work_item) = event.object() {
//!     println!("{:?}", work_item.name);
//! }
//! # Ok(())
//! # }
//! # let body = br#"{"version": "v2", "event": "workitem.created", "data": {"id": "7"}}"#;
//! # let mut headers = plane_api::http::HeaderMap::new();
//! # headers.insert("x-plane-signature", sign("plane_wh_my-secret", body).parse().unwrap());
//! # receive(&headers, body).unwrap();
//! ```
//!
//! # What is signed
//!
//! The body, byte for byte, and nothing else: verify it as it came over the network, before anything parses it. What
//! stands in the headers is not signed: anybody who has seen one delivery can send its body again with another
//! `X-Plane-Event` and `X-Plane-Delivery`. [`Verifier`] reads no header but the signature, and an [`Event`] holds
//! nothing that was not in the body.
//!
//! Nor is there a time in what is signed, so that an old delivery stays valid for ever. What protects from it being
//! sent again is to handle each [`deduplication_key`](Event::deduplication_key) once.
//!
//! # What to answer
//!
//! The documentation says that Plane retries after a server error. A Community Edition 1.3.1 retries only if it got no HTTP
//! response at all (5 times, at first after some 10 minutes; then it switches the webhook off). To it **every response
//! counts as delivered**, a 500 included, and the event is lost. So store the event before you respond, respond 2xx, and do
//! the work later; if the event cannot be stored, close the connection without a response. Reject requests with
//! [`VerifyError::status`].
//!
//! # What is not sent
//!
//! A Community Edition 1.3.1 sends one event per changed field. It sends none for deleted work items, comments, cycles and
//! modules, for work items that are put into cycles or modules, nor for intake, links, attachments and archiving. If you
//! keep a copy of Plane's data, compare it with the lists from time to time.
//!
//! A webhook of the Community Edition that has no secret is not signed. It cannot be verified, and is refused.

mod event;
mod kind;

use std::{error, fmt};

use http::{HeaderMap, StatusCode};
use ring::{digest::SHA256_OUTPUT_LEN, hmac};

pub use self::{
    event::{Activity, Event, Object},
    kind::EventKind,
};
use crate::{
    error::{Error, Result},
    secret, work,
};

/// The header that carries the signature.
const SIGNATURE: &str = "x-plane-signature";

/// More than a work item at its largest, described twice.
const MAX_BODY_BYTES: usize = 16 << 20;

/// Tells what Plane has sent from what others have.
///
/// It is made once, and shared: it keeps nothing of what it verifies.
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<hmac::Key>,
    max_body_bytes: usize,
}

impl Verifier {
    /// Accepts what is signed with any of these secrets: the webhook's own, and for the time in which it is exchanged
    /// the one before it. A secret begins with `plane_wh_`.
    ///
    /// # Errors
    ///
    /// When there is no secret, when one is empty (everybody could sign), or when there is white space around one, as
    /// from a file.
    pub fn new<S: AsRef<str>>(secrets: impl IntoIterator<Item = S>) -> Result<Self> {
        let mut keys = Vec::new();
        for secret in secrets {
            let secret = secret.as_ref();
            secret::check(secret).map_err(|reason| {
                Error::config(format!("invalid webhook secret: {reason}"))
            })?;
            keys.push(key(secret));
        }
        if keys.is_empty() {
            return Err(Error::config("no webhook secret was given; pass at least one"));
        }
        Ok(Self { keys, max_body_bytes: MAX_BODY_BYTES })
    }

    /// Sets how large a body may be: 16 MiB unless set. The server that reads it from the network needs a limit, too.
    #[must_use]
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// Verifies a request by its headers, of which it reads `X-Plane-Signature` alone, and by the bytes of its body.
    ///
    /// # Errors
    ///
    /// When it is not signed with one of the secrets, too large, or no event.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<Event, VerifyError> {
        let mut signatures = headers.get_all(SIGNATURE).iter();
        match (signatures.next(), signatures.next()) {
            (None, _) => Err(VerifyError::SignatureMissing),
            (Some(signature), None) => self.verify_signature(signature, body),
            // Something on the way has added one; which of them counts must not depend on who reads.
            (Some(_), Some(_)) => Err(VerifyError::SignatureMalformed),
        }
    }

    /// Verifies a body by its signature, for servers whose headers are of another kind.
    ///
    /// # Errors
    ///
    /// As [`Verifier::verify`].
    pub fn verify_signature(
        &self,
        signature: impl AsRef<[u8]>,
        body: &[u8],
    ) -> Result<Event, VerifyError> {
        let signature = from_hex(signature.as_ref()).ok_or(VerifyError::SignatureMalformed)?;
        if body.len() > self.max_body_bytes {
            return Err(VerifyError::BodyTooLarge { limit: self.max_body_bytes });
        }
        // Takes the same time whatever differs; that it ends at the secret that fits says only which one is in use.
        let is_signed = |key: &hmac::Key| {
            work::count(body.len());
            hmac::verify(key, body, &signature).is_ok()
        };
        if !self.keys.iter().any(is_signed) {
            return Err(VerifyError::SignatureMismatch);
        }
        Event::read(body).ok_or(VerifyError::NotAnEvent)
    }
}

/// Says how many secrets there are, not what they are.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.keys.len())
            .field("max_body_bytes", &self.max_body_bytes)
            .finish()
    }
}

/// Why a request is not taken for one of Plane's. It says nothing of the signature that would have been right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// There is no `X-Plane-Signature`.
    SignatureMissing,
    /// The signature is not 64 hexadecimal digits in lower case, or there are several.
    SignatureMalformed,
    /// The body was not signed with one of the secrets, or was changed since.
    SignatureMismatch,
    /// The body is larger than it may be.
    BodyTooLarge {
        /// How large it may be, in bytes.
        limit: usize,
    },
    /// The body is signed, and no JSON object.
    NotAnEvent,
}

impl VerifyError {
    /// What to answer: 401 where the signature is at fault, 413 or 400 where the body is.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::SignatureMissing | Self::SignatureMalformed | Self::SignatureMismatch => {
                StatusCode::UNAUTHORIZED
            }
            Self::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotAnEvent => StatusCode::BAD_REQUEST,
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignatureMissing => {
                f.write_str("the header `X-Plane-Signature` is missing: the request is not from Plane, or the webhook has no secret")
            }
            Self::SignatureMalformed => {
                f.write_str("the signature must be 64 lower-case hexadecimal digits")
            }
            Self::SignatureMismatch => f.write_str(
                "signature mismatch: pass the raw body and check that the secret belongs to this webhook",
            ),
            Self::BodyTooLarge { limit } => write!(f, "the body is larger than {limit} bytes"),
            Self::NotAnEvent => f.write_str("the body is signed but is not a JSON object"),
        }
    }
}

impl error::Error for VerifyError {}

/// Signs a body as Plane does, to test what receives it: the value of `X-Plane-Signature`.
#[must_use]
pub fn sign(secret: &str, body: &[u8]) -> String {
    to_hex(hmac::sign(&key(secret), body).as_ref())
}

fn key(secret: &str) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())
}

fn to_hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Reads a signature: digits in lower case only, so that there is one way to write it.
fn from_hex(text: &[u8]) -> Option<[u8; SHA256_OUTPUT_LEN]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; SHA256_OUTPUT_LEN];
    work::count(1);
    if text.len() != 2 * bytes.len() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        work::count(2);
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_for_a_signature_is_linear(pattern in "[0-9a-fxA ]{1,8}") {
            let verifier = Verifier::new(["plane_wh_secret"]).unwrap();
            let input = |length| work::repeated(&pattern, length);
            work::assert_linear(4 << 10, 0, input, |signature| {
                verifier.verify_signature(signature, b"{}").unwrap_err();
            });
        }

        #[test]
        fn the_work_for_a_signed_body_is_linear(
            item in r#"(\{"[a-z]{1,3}":\[\]\}|\["None"\]|"None"|7)"#,
            name in "([a-z]{0,3}_id|[a-z]{0,3}_ids|label|description)",
        ) {
            let verifier = Verifier::new(["plane_wh_other", "plane_wh_secret"]).unwrap();
            let input = |length: usize| {
                let data = (0..length / 16).map(|index| format!(r#""{index}{name}":{item}"#));
                let data = data.collect::<Vec<_>>().join(",");
                let body = format!(r#"{{"event": "workitem.created", "data": {{{data}}}}}"#);
                (sign("plane_wh_secret", body.as_bytes()), body)
            };
            work::assert_linear(8 << 10, 4096, input, |(signature, body)| {
                let event = verifier.verify_signature(signature, body.as_bytes()).unwrap();
                drop(event.object());
            });
        }
    }
}
