//! [`TransportError`]: a failure without a response, and the progress of the request.

mod cause;

use std::{borrow::Cow, error, fmt, io, time::Duration};

use self::cause::Cause;
use super::Timeout;

/// The progress of a request before it failed.
///
/// A transport determines the stage by the types of its errors and by its own actions, never by text that the server
/// controls: with a wrong stage, the client may send a request twice.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Delivery, Stage, endpoint, testing::{Mock, Reply}};
///
/// #[endpoint(POST, "/tasks" -> ())]
/// struct CreateTask {
///     title: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() {
/// let mock = Mock::new();
/// mock.expect_any::<CreateTask>()
///     // The server did not process the request, so even a `POST` is retried.
///     .reply(Reply::failure(Stage::NotProcessed))
///     // The server may have processed it, so a `POST` is not retried.
///     .reply(Reply::failure(Stage::AfterSend));
///
/// let error = CreateTask::new("Write").send(&mock.client()).await.unwrap_err();
/// assert_eq!((error.attempts(), error.delivery()), (2, Delivery::Unknown));
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// No connection was made. The server has received nothing.
    BeforeSend,
    /// The server received the request and confirmed that it did not process it: HTTP/2 `RST_STREAM` with
    /// `REFUSED_STREAM`, or `GOAWAY` with `NO_ERROR` and a last stream id below that of the request (RFC 9113, 8.7).
    NotProcessed,
    /// The stream of the request body failed, so only part of the request was sent.
    RequestBody,
    /// The server may have processed the request, but did not respond.
    AfterSend,
    /// The headers of the response arrived, but its body is incomplete.
    Body,
}

/// A failure of a [`Transport`](crate::Transport).
///
/// [`Display`](fmt::Display) names the cause if the source is an [`io::Error`] or an error of `hyper` or `h2`.
/// `Display` does not contain the source's own message.
///
/// ```
/// use std::io;
///
/// use plane_api::{Stage, TransportError};
///
/// let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
/// let error = TransportError::new(Stage::BeforeSend, refused);
/// assert_eq!(error.stage(), Stage::BeforeSend);
/// ```
#[derive(Debug)]
pub struct TransportError {
    stage: Stage,
    timeout: Option<Timeout>,
    /// The response itself is malformed; the connection is not at fault.
    is_malformed: bool,
    /// The cause, or advice.
    hint: Cow<'static, str>,
    source: Source,
}

type Source = Box<dyn error::Error + Send + Sync>;

impl TransportError {
    /// Creates an error from the stage that the request reached and from the cause, which must not contain credentials
    /// or the URL's query.
    pub fn new(stage: Stage, source: impl Into<Source>) -> Self {
        let source = source.into();
        let Cause { is_malformed, hint } = Cause::of(stage, &*source);
        Self { stage, timeout: None, is_malformed, hint: Cow::Borrowed(hint), source }
    }

    /// Creates the error of a response body that arrived but cannot be decoded. Another attempt would fail the same
    /// way.
    pub(crate) fn malformed(hint: impl Into<Cow<'static, str>>, source: io::Error) -> Self {
        Self { is_malformed: true, ..Self::new(Stage::Body, source) }.because(hint)
    }

    /// Marks a time limit as the cause: the connect timeout if the stage is [`Stage::BeforeSend`], otherwise the idle
    /// timeout.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timeout = Some(match self.stage {
            Stage::BeforeSend => Timeout::Connect,
            _ => Timeout::Idle,
        });
        self
    }

    /// Returns the same error with another stage.
    pub(crate) fn at_stage(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// Records the length of the time limit, if it was the cause.
    pub(crate) fn within(self, limit: Option<Duration>) -> Self {
        match (self.timeout, limit) {
            (Some(Timeout::Connect), Some(limit)) => {
                self.because(format!("no response within {limit:?}"))
            }
            (Some(Timeout::Idle), Some(limit)) => self.because(format!("no data within {limit:?}")),
            _ => self,
        }
    }

    pub(crate) fn is_malformed(&self) -> bool {
        self.is_malformed
    }

    /// Adds a hint that the types of the causes do not give. An empty hint is ignored.
    pub(crate) fn because(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        let hint = hint.into();
        if !hint.is_empty() {
            self.hint = hint;
        }
        self
    }

    /// Returns the stage that the request reached.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Returns `true` if a time limit was the cause.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timeout.is_some()
    }

    /// Marks the response itself as malformed.
    #[cfg(feature = "testing")]
    pub(crate) fn with_malformed(self, is_malformed: bool) -> Self {
        Self { is_malformed, ..self }
    }

    /// Returns the hint besides the stage. Empty if there is none.
    #[cfg(feature = "testing")]
    pub(crate) fn hint(&self) -> &str {
        &self.hint
    }

    pub(crate) fn timeout(&self) -> Option<Timeout> {
        self.timeout
    }

    /// Returns the cause alone, for an error that contains the rest.
    pub(crate) fn into_source(self) -> Source {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.stage {
            Stage::BeforeSend => "cannot connect to the server",
            Stage::NotProcessed => "the server did not process the request",
            Stage::RequestBody => "the stream of the request body failed",
            Stage::AfterSend if self.is_malformed => "the response is malformed",
            Stage::Body if self.is_malformed => "the response body is malformed",
            Stage::AfterSend if self.is_timeout() => "no response in time",
            Stage::AfterSend => "the connection broke before a response arrived",
            Stage::Body if self.is_timeout() => "the response body stalled",
            Stage::Body => "the connection broke during the response body",
        })?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, ": {}", self.hint) }
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.source)
    }
}
