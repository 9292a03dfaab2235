//! [`TransportError`]: how far a request got that failed without a response.

mod cause;

use std::{borrow::Cow, error, fmt, io, time::Duration};

use self::cause::Cause;
use super::Timeout;

/// How far a request got before it failed.
///
/// A transport decides this by the types of its errors and by what it did itself, never by text that the server can
/// write: a wrong stage makes the client send a request twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// The server has seen nothing of the request: no connection was made.
    BeforeSend,
    /// The server received the request and proved that it did not process it: HTTP/2 `RST_STREAM` with
    /// `REFUSED_STREAM`, or `GOAWAY` with `NO_ERROR` and a last stream below the request's (RFC 9113, 8.7).
    NotProcessed,
    /// The stream of the request's body failed, so that only a part of the request was sent.
    RequestBody,
    /// The server may have processed the request; there was no response.
    AfterSend,
    /// The headers of the response arrived; its body is incomplete.
    Body,
}

/// Why a [`Transport`](crate::Transport) failed.
///
/// [`Display`](fmt::Display) names the cause if the source has a type that tells it: an [`io::Error`], or an error of
/// `hyper` or `h2`. It does not repeat what the source says.
#[derive(Debug)]
pub struct TransportError {
    stage: Stage,
    timeout: Option<Timeout>,
    /// The response is broken in itself, not by the connection.
    is_malformed: bool,
    /// The cause, or what to do about it.
    hint: Cow<'static, str>,
    source: Source,
}

type Source = Box<dyn error::Error + Send + Sync>;

impl TransportError {
    /// Says how far the request got, and why it failed. The cause must not contain credentials or the URL's query.
    pub fn new(stage: Stage, source: impl Into<Source>) -> Self {
        let source = source.into();
        let Cause { is_malformed, hint } = Cause::of(stage, &*source);
        Self { stage, timeout: None, is_malformed, hint: Cow::Borrowed(hint), source }
    }

    /// A response body that arrived and cannot be decoded. To request it again would bring the same.
    pub(crate) fn malformed(hint: impl Into<Cow<'static, str>>, source: io::Error) -> Self {
        Self { is_malformed: true, ..Self::new(Stage::Body, source) }.because(hint)
    }

    /// Says that a time limit was the cause: that of the connection before the request was sent, and otherwise that of
    /// an idle connection.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timeout = Some(match self.stage {
            Stage::BeforeSend => Timeout::Connect,
            _ => Timeout::Idle,
        });
        self
    }

    /// The same, of another stage.
    pub(crate) fn at_stage(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// Says how long the time limit was, if one was the cause.
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

    /// Adds what the types of the causes do not tell; nothing if it is empty.
    pub(crate) fn because(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        let hint = hint.into();
        if !hint.is_empty() {
            self.hint = hint;
        }
        self
    }

    /// How far the request got.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether a time limit was the cause.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timeout.is_some()
    }

    pub(crate) fn timeout(&self) -> Option<Timeout> {
        self.timeout
    }

    /// The cause alone, for an error that says the rest itself.
    pub(crate) fn into_source(self) -> Source {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.stage {
            Stage::BeforeSend => "no connection to the server",
            Stage::NotProcessed => "the server did not process the request",
            Stage::RequestBody => "the stream of the request body failed",
            Stage::AfterSend if self.is_malformed => "the response is malformed",
            Stage::Body if self.is_malformed => "the response body is malformed",
            Stage::AfterSend if self.is_timeout() => "no response in time",
            Stage::AfterSend => "the connection broke before there was a response",
            Stage::Body if self.is_timeout() => "the response body stopped",
            Stage::Body => "the connection broke within the response",
        })?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, ": {}", self.hint) }
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.source)
    }
}
