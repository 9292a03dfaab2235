//! [`Error`]: what went wrong, and what the caller can do about it.

mod constructors;
mod delivery;
mod dialect;
mod headers;
mod kind;
mod methods;
mod problem;
mod show;
mod transport;

use std::{borrow::Cow, error, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub(crate) use self::dialect::Dialect;
pub(crate) use self::headers::{asked_wait, is_throttled, request_id, reset};
pub use self::{
    delivery::Delivery,
    kind::{ErrorKind, FieldError, OptionalExt, Timeout},
    transport::{Stage, TransportError},
};
use self::{dialect::Meaning, problem::Problem};
use crate::spec::Spec;

/// A `Result` whose error is [`struct@Error`] unless said otherwise.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Shared, so that those who wait for one thing can share its failure.
type Source = Arc<dyn error::Error + Send + Sync>;

/// Why a call failed.
///
/// [`Display`](std::fmt::Display) says it in one line: method, path template, host, status and the server's own words.
/// The methods answer what a program asks next: is the object missing, was the key refused, which field was wrong,
/// may the server have acted ([`Error::delivery`])?
///
/// Credentials and query strings are never part of it, and the body of an answer only where it is asked for:
/// [`Error::body_snippet`] and [`Error::body`].
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    delivery: Delivery,
    timeout: Option<Timeout>,
    message: Cow<'static, str>,
    call: Option<CallSite>,
    answer: Option<Refusal>,
    json_path: Option<String>,
    /// How long the server accepts no requests, if that is why this one was not sent.
    closed_for: Option<Duration>,
    source: Option<Source>,
}

/// Where a call went.
#[derive(Debug, Clone)]
pub(crate) struct CallSite {
    pub(crate) spec: &'static Spec,
    /// Host and, where it is not the scheme's own, port.
    pub(crate) host: Option<Arc<str>>,
    pub(crate) attempts: u32,
    /// The idempotency key of the call.
    pub(crate) idempotency_key: Option<Arc<str>>,
}

impl CallSite {
    /// A request that was not sent.
    pub(crate) const fn of(spec: &'static Spec) -> Self {
        Self { spec, host: None, attempts: 0, idempotency_key: None }
    }
}

/// The response of the server.
#[derive(Clone)]
struct Refusal {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    problem: Problem,
    meaning: Meaning,
    /// Not an id that the request itself named.
    existing_id: Option<String>,
    /// From when the answer arrived.
    retry_after: Option<Duration>,
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
