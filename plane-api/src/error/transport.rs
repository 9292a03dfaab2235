//! [`TransportError`]: how far a request got that failed without a response.

use std::{borrow::Cow, error, fmt, io};

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
#[derive(Debug)]
pub struct TransportError {
    stage: Stage,
    is_timeout: bool,
    /// The response is broken in itself, not by the connection.
    is_malformed: bool,
    /// What to do about it, where the stage alone does not say.
    hint: Cow<'static, str>,
    source: Box<dyn error::Error + Send + Sync>,
}

impl TransportError {
    /// Says how far the request got, and why it failed. The cause must not contain credentials or the URL's query.
    pub fn new(stage: Stage, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self {
            stage,
            is_timeout: false,
            is_malformed: false,
            hint: Cow::Borrowed(""),
            source: source.into(),
        }
    }

    /// A response body that arrived and cannot be decoded. To request it again would bring the same.
    pub(crate) fn malformed(hint: impl Into<Cow<'static, str>>, source: io::Error) -> Self {
        Self { is_malformed: true, ..Self::new(Stage::Body, source) }.because(hint)
    }

    /// Says that a time limit was the cause.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.is_timeout = true;
        self
    }

    /// The same, of another stage.
    pub(crate) fn at_stage(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    pub(crate) fn is_malformed(&self) -> bool {
        self.is_malformed
    }

    pub(crate) fn because(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.hint = hint.into();
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
        self.is_timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.stage {
            Stage::BeforeSend => "no connection to the server",
            Stage::NotProcessed => "the server did not process the request",
            Stage::RequestBody => "the stream of the request body failed",
            Stage::AfterSend => "the connection broke before there was a response",
            Stage::Body if self.is_malformed => "the response body is malformed",
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
