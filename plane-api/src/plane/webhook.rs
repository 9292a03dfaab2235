//! Receives Plane's webhooks and verifies that they come from Plane.
//!
//! Use this module in the HTTP server that Plane calls when objects change. A [`Verifier`] checks the headers and the
//! raw body of a request and returns the [`Event`]:
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
//! # Security
//!
//! The signature covers the body, byte for byte, and nothing else. Verify the raw body before anything parses it.
//! Headers are not signed: anyone who has seen one delivery can resend its body with another `X-Plane-Event` and
//! `X-Plane-Delivery`. [`Verifier`] reads only the signature header, and an [`Event`] contains only data from the body.
//!
//! The signature has no timestamp, so old deliveries stay valid forever. To prevent replay attacks, process each
//! [`deduplication_key`](Event::deduplication_key) once.
//!
//! # Responding
//!
//! According to the documentation, Plane retries a delivery after a server error. Community Edition 1.3.1 retries only
//! if it got no HTTP response at all. It retries 5 times, the first time after about 10 minutes, and then disables the
//! webhook. It treats **every response as a success**, even a 500: the event is then lost. Store the event, respond with 2xx, and do the
//! work later. If you cannot store the event, close the connection without a response. Reject invalid requests with
//! [`VerifyError::status`].
//!
//! # Missing events
//!
//! Community Edition 1.3.1 sends one event per changed field. It sends no events for deleted work items, comments,
//! cycles and modules, for work items added to cycles or modules, or for intake, links, attachments and archiving. If
//! you keep a copy of Plane's data, list the objects from time to time and compare them with the copy.
//!
//! The Community Edition does not sign the deliveries of a webhook that has no secret. [`Verifier`] rejects deliveries
//! without a signature.

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

/// More than twice the size of the largest possible work item.
const MAX_BODY_BYTES: usize = 16 << 20;

/// Verifies that webhooks come from Plane.
///
/// Create one verifier and share it: a verifier keeps no state between requests.
///
/// ```
/// use plane_api::webhook::{EventKind, Verifier, sign};
///
/// let verifier = Verifier::new(["plane_wh_my-secret"])?;
///
/// // In a test of a receiver, sign the body like Plane does.
/// let body = br#"{"version": "v2", "event": "workitem.created", "data": {"id": "7"}}"#;
/// let signature = sign("plane_wh_my-secret", body);
/// let event = verifier.verify_signature(signature, body)?;
/// assert_eq!(event.kind, EventKind::WorkItemCreated);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<hmac::Key>,
    max_body_bytes: usize,
}

impl Verifier {
    /// Creates a verifier that accepts signatures made with any of these secrets: the webhook's secret and, during a
    /// rotation, the previous one. A secret begins with `plane_wh_`.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no secret, if a secret is empty (anyone could sign), or if a secret has surrounding
    /// white space, such as a line break from a file.
    pub fn new<S: AsRef<str>>(secrets: impl IntoIterator<Item = S>) -> Result<Self> {
        let mut keys = Vec::new();
        for secret in secrets {
            let secret = secret.as_ref();
            secret::check(secret)
                .map_err(|reason| Error::config(format!("invalid webhook secret: {reason}")))?;
            keys.push(key(secret));
        }
        if keys.is_empty() {
            return Err(Error::config("no webhook secret was given; pass at least one"));
        }
        Ok(Self { keys, max_body_bytes: MAX_BODY_BYTES })
    }

    /// Sets the maximum body size, in bytes. Default: 16 MiB. Your server needs its own limit for reading the body.
    #[must_use]
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// Verifies a request by its headers and its raw body. Of the headers, only `X-Plane-Signature` is read.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is not signed with one of the secrets, if the body is too large, or if the body is
    /// not an event.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<Event, VerifyError> {
        let mut signatures = headers.get_all(SIGNATURE).iter();
        match (signatures.next(), signatures.next()) {
            (None, _) => Err(VerifyError::SignatureMissing),
            (Some(signature), None) => self.verify_signature(signature, body),
            // A proxy may have added the second signature. The result must not depend on the parser's choice.
            (Some(_), Some(_)) => Err(VerifyError::SignatureMalformed),
        }
    }

    /// Verifies a raw body by its signature, the value of the header `X-Plane-Signature`. For servers whose headers have
    /// another type than [`HeaderMap`].
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Verifier::verify`].
    pub fn verify_signature(
        &self,
        signature: impl AsRef<[u8]>,
        body: &[u8],
    ) -> Result<Event, VerifyError> {
        let signature = from_hex(signature.as_ref()).ok_or(VerifyError::SignatureMalformed)?;
        if body.len() > self.max_body_bytes {
            return Err(VerifyError::BodyTooLarge { limit: self.max_body_bytes });
        }
        // Each comparison takes constant time. Stopping at the matching secret only reveals which one is in use.
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

/// Shows the number of secrets, but not the secrets.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.keys.len())
            .field("max_body_bytes", &self.max_body_bytes)
            .finish()
    }
}

/// Reason why a webhook is rejected. The reason never contains the correct signature.
///
/// ```
/// use plane_api::{http::{HeaderMap, StatusCode}, webhook::{Verifier, VerifyError}};
///
/// let verifier = Verifier::new(["plane_wh_my-secret"])?;
/// let error = verifier.verify(&HeaderMap::new(), b"{}").unwrap_err();
/// assert_eq!(error, VerifyError::SignatureMissing);
/// assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
/// # Ok::<(), plane_api::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// `X-Plane-Signature` is missing.
    SignatureMissing,
    /// The signature is not 64 lower-case hexadecimal digits, or occurs more than once.
    SignatureMalformed,
    /// The body was not signed with any of the secrets, or was changed afterwards.
    SignatureMismatch,
    /// The body is too large.
    BodyTooLarge {
        /// Maximum size, in bytes.
        limit: usize,
    },
    /// The body is signed, but is not a JSON object.
    NotAnEvent,
}

impl VerifyError {
    /// Returns the status to respond with: 401 for a signature error, 413 or 400 for a body error.
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

/// Signs a body like Plane does, for testing webhook receivers. Returns the value of `X-Plane-Signature`.
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

/// Decodes a signature. Only lower-case digits are accepted, so every signature has one representation.
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
