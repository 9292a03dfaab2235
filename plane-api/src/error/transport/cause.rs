//! [`Cause`]: the cause of a transport failure, determined by the types of the error.

use std::{error, io};

use super::Stage;

/// The cause of a transport failure, in a few words.
#[derive(Default)]
pub(super) struct Cause {
    /// The response itself is malformed: another attempt would most likely fail the same way.
    pub(super) is_malformed: bool,
    /// Empty if the types reveal nothing.
    pub(super) hint: &'static str,
}

/// The maximum number of errors that are inspected per failure. Real chains are shorter.
const MAX_DEPTH: usize = 16;

impl Cause {
    /// Returns the first known cause, from the outermost error inwards.
    pub(super) fn of(stage: Stage, error: &(dyn error::Error + 'static)) -> Self {
        let mut next = Some(error);
        for _ in 0..MAX_DEPTH {
            let Some(error) = next else { break };
            if let Some(cause) = Self::known(stage, error) {
                return cause;
            }
            // An I/O error does not report the error that it wraps as its source, and that may be an I/O error again.
            let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
            next = wrapped.map(|wrapped| wrapped as _).or_else(|| error.source());
        }
        Self::default()
    }

    fn known(stage: Stage, error: &(dyn error::Error + 'static)) -> Option<Self> {
        let is_response = matches!(stage, Stage::AfterSend | Stage::Body);
        if let Some(error) = error.downcast_ref::<hyper::Error>().filter(|_| is_response) {
            return Self::of_http1(stage, error);
        }
        if let Some(error) = error.downcast_ref::<h2::Error>() {
            return Some(Self::of_http2(error, is_response));
        }
        if let Some(error) = error.downcast_ref::<io::Error>() {
            let hint = hint(stage, error.kind());
            return (!hint.is_empty()).then_some(Self { is_malformed: false, hint });
        }
        // The type is private; its text comes from the library, not from the server.
        let is_lookup = stage == Stage::BeforeSend && error.to_string() == "dns error";
        is_lookup.then_some(Self { is_malformed: false, hint: "host not found; check its name" })
    }

    fn of_http2(error: &h2::Error, is_response: bool) -> Self {
        // This side reset the stream. If it reset the whole connection, the fault may be transient.
        if is_response && error.is_library() && error.is_reset() {
            return Self::malformed("invalid HTTP/2, or too many headers");
        }
        match error.get_io().map(io::Error::kind) {
            Some(io::ErrorKind::ConnectionReset) => {
                Self { is_malformed: false, hint: "connection reset" }
            }
            _ => Self::default(),
        }
    }

    fn of_http1(stage: Stage, error: &hyper::Error) -> Option<Self> {
        let io = error::Error::source(error).and_then(|source| source.downcast_ref::<io::Error>());
        if error.is_parse() {
            // The type does not reveal more. The texts come from the library and contain nothing from the server.
            Some(match error.to_string().as_str() {
                // A server that does not speak HTTP may have responded by mistake, once.
                "invalid HTTP version parsed" => {
                    Self { is_malformed: false, hint: "the server does not speak HTTP" }
                }
                "message head is too large" => {
                    Self::malformed("too many headers, or too long ones")
                }
                _ => Self::malformed("invalid status line or headers"),
            })
        } else if stage == Stage::Body && io.is_some_and(is_framing) {
            Some(Self::malformed("invalid chunked encoding"))
        } else if error.is_incomplete_message() {
            Some(Self { is_malformed: false, hint: "closed by the server" })
        } else {
            None
        }
    }

    const fn malformed(hint: &'static str) -> Self {
        Self { is_malformed: true, hint }
    }
}

/// Returns `true` if the error is about invalid chunks. Invalid TLS data has the second error kind as well.
fn is_framing(error: &io::Error) -> bool {
    #[cfg(any(feature = "rustls-aws-lc", feature = "rustls-ring"))]
    let is_tls = error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>());
    #[cfg(not(any(feature = "rustls-aws-lc", feature = "rustls-ring")))]
    let is_tls = false;
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) && !is_tls
}

fn hint(stage: Stage, kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind as Kind;
    match kind {
        Kind::ConnectionRefused => "connection refused",
        Kind::HostUnreachable => "host unreachable",
        Kind::NetworkUnreachable | Kind::NetworkDown => "network unreachable",
        Kind::ConnectionReset => "connection reset",
        Kind::ConnectionAborted | Kind::BrokenPipe | Kind::UnexpectedEof
            if stage == Stage::BeforeSend =>
        {
            "closed by the server"
        }
        Kind::TimedOut => "no response",
        Kind::PermissionDenied if stage == Stage::BeforeSend => "not permitted by this machine",
        Kind::AddrNotAvailable if stage == Stage::BeforeSend => {
            "address not available on this machine"
        }
        _ => "",
    }
}
