//! [`Cause`]: what the types of an error tell about why a transport failed.

use std::{error, io};

use super::Stage;

/// Why a transport failed, in a word or two.
#[derive(Default)]
pub(super) struct Cause {
    /// The response is broken in itself: to request it again would most likely bring the same.
    pub(super) is_malformed: bool,
    /// Empty if the types tell nothing.
    pub(super) hint: &'static str,
}

/// Looked at for each failure; more causes than that have no chain.
const MAX_DEPTH: usize = 16;

impl Cause {
    /// The first cause that is known, the outermost first.
    pub(super) fn of(stage: Stage, error: &(dyn error::Error + 'static)) -> Self {
        let mut next = Some(error);
        for _ in 0..MAX_DEPTH {
            let Some(error) = next else { break };
            if let Some(cause) = Self::known(stage, error) {
                return cause;
            }
            // An I/O error does not give what it wraps as its source, and may wrap another.
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
        // The type is private, and its text is the library's own.
        let is_lookup = stage == Stage::BeforeSend && error.to_string() == "dns error";
        is_lookup.then_some(Self {
            is_malformed: false,
            hint: "no such host; its name cannot be resolved",
        })
    }

    fn of_http2(error: &h2::Error, is_response: bool) -> Self {
        // The stream was reset by this side. If the whole connection was, the fault may be a passing one.
        if is_response && error.is_library() && error.is_reset() {
            return Self::malformed("it is not valid HTTP/2, or has more headers than are read");
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
            // The type does not tell more. The texts are the library's own, without a word of the server's.
            Some(match error.to_string().as_str() {
                // Something else than HTTP may be what answered once, by mistake.
                "invalid HTTP version parsed" => {
                    Self { is_malformed: false, hint: "what the server sent is not HTTP" }
                }
                "message head is too large" => {
                    Self::malformed("it has more or longer headers than are read")
                }
                _ => Self::malformed("its head is not valid HTTP"),
            })
        } else if stage == Stage::Body && io.is_some_and(is_framing) {
            Some(Self::malformed("its chunks are not valid HTTP"))
        } else if error.is_incomplete_message() {
            Some(Self { is_malformed: false, hint: "the server closed it" })
        } else {
            None
        }
    }

    const fn malformed(hint: &'static str) -> Self {
        Self { is_malformed: true, hint }
    }
}

/// Whether chunks are not what they should be. What is wrong with TLS has the second of these kinds, too.
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
            "the server closed it"
        }
        Kind::TimedOut => "no response",
        Kind::PermissionDenied if stage == Stage::BeforeSend => "this machine does not permit it",
        Kind::AddrNotAvailable if stage == Stage::BeforeSend => {
            "this machine has no address for it"
        }
        _ => "",
    }
}
