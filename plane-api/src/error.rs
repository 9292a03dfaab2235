//! [`Error`]: the reason why a call failed, and the methods that tell the caller what to do next.

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

/// A `Result` whose error type defaults to [`struct@Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Shared because several waiting calls may receive the same failure.
type Source = Arc<dyn error::Error + Send + Sync>;

/// The reason why a call failed.
///
/// [`Display`](std::fmt::Display) writes one line: method, path template, host, status and the server's own message.
/// The methods of the error tell a program what to do next: [`Error::is_not_found`], [`Error::is_unauthorized`] and
/// similar predicates classify the failure, [`Error::field_errors`] names the invalid fields, and [`Error::delivery`]
/// tells whether the server may have acted.
///
/// An error never shows credentials or query strings. The response body is available on request only:
/// [`Error::body_snippet`] and [`Error::body`].
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Delivery, Error, endpoint};
///
/// #[endpoint(POST, "/tasks" -> ())]
/// struct CreateTask {
///     title: String,
/// }
///
/// /// Returns what to tell the user.
/// fn explain(error: &Error) -> String {
///     if error.is_unauthorized() {
///         return "check the API key".to_owned();
///     }
///     if let Some(wait) = error.retry_after() {
///         return format!("try again in {} s", wait.as_secs());
///     }
///     if let [field, ..] = error.field_errors() {
///         return format!("{}: {}", field.field, field.messages.join(" "));
///     }
///     match error.delivery() {
///         Delivery::NotSent | Delivery::Rejected => format!("nothing was changed: {error}"),
///         _ => format!("check whether it was created: {error}"),
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # let reply = Reply::new(StatusCode::BAD_REQUEST).json(serde_json::json!({"title": ["This field may not be blank."]}));
/// # mock.expect_any::<CreateTask>().reply(reply);
/// # let client = mock.client();
/// let error = CreateTask::new("").send(&client).await.unwrap_err();
/// assert_eq!(explain(&error), "title: This field may not be blank.");
/// # Ok(())
/// # }
/// ```
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    delivery: Delivery,
    timeout: Option<Timeout>,
    message: Cow<'static, str>,
    call: Option<CallSite>,
    rejection: Option<Rejection>,
    json_path: Option<String>,
    /// The time for which the server accepts no requests, if the request was not sent for this reason.
    closed_for: Option<Duration>,
    /// `true` if the error concerns one entry of a list.
    is_entry: bool,
    source: Option<Source>,
}

/// The endpoint and the host of a call, and its attempts so far.
#[derive(Debug, Clone)]
pub(crate) struct CallSite {
    pub(crate) spec: &'static Spec,
    /// The host, followed by the port if it is not the scheme's default.
    pub(crate) host: Option<Arc<str>>,
    pub(crate) attempts: u32,
    /// The idempotency key of the call.
    pub(crate) idempotency_key: Option<Arc<str>>,
}

impl CallSite {
    /// Returns the call of a request that has not been sent yet.
    pub(crate) const fn of(spec: &'static Spec) -> Self {
        Self { spec, host: None, attempts: 0, idempotency_key: None }
    }
}

/// The rejecting response of the server.
#[derive(Clone)]
struct Rejection {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    problem: Problem,
    meaning: Meaning,
    /// The conflicting object's id, unless the request itself named it.
    existing_id: Option<String>,
    /// The delay that the server asked for, counted from the arrival of the response.
    retry_after: Option<Duration>,
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
