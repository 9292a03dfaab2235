//! Classifies the errors of HTTP libraries: the stage that a request reached, by error type, and a hint for the user.

use std::{borrow::Cow, error, iter};

use super::tls;
use crate::error::{Stage, TransportError};

/// Returns the stage of a request that failed before there was a response.
pub(super) fn stage_of(is_connect: bool, error: &(dyn error::Error + 'static)) -> Stage {
    if is_connect {
        Stage::BeforeSend
    } else if is_not_processed(error) {
        Stage::NotProcessed
    } else {
        Stage::AfterSend
    }
}

/// Returns `true` if the server proved that it did not process the request (RFC 9113, 6.8 and 8.7).
///
/// A `GOAWAY` only fails the streams above the last one that it names. The others continue; if the connection breaks,
/// they fail with an I/O error.
fn is_not_processed(error: &(dyn error::Error + 'static)) -> bool {
    let http2 = chain(error).find_map(|error| error.downcast_ref::<h2::Error>());
    http2.filter(|error| error.is_remote()).is_some_and(|error| match error.reason() {
        Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
        Some(h2::Reason::NO_ERROR) => error.is_go_away(),
        _ => false,
    })
}

/// Returns an error and its causes, the innermost last.
pub(super) fn chain<'a>(
    error: &'a (dyn error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn error::Error + 'static)> {
    iter::successors(Some(error), |error| error.source())
}

/// Converts an error of a library, and adds a hint.
pub(super) fn failure(
    stage: Stage,
    error: impl error::Error + Send + Sync + 'static,
    is_timeout: bool,
) -> TransportError {
    let hint = explain(stage, &error);
    // The causes that the library wraps are kept; its own message only repeats the stage.
    let failure = TransportError::new(stage, error).because(hint);
    if is_timeout { failure.timed_out() } else { failure }
}

/// Returns a hint in addition to the stage. It may be based on the text of an error, which a server can influence.
fn explain(stage: Stage, error: &(dyn error::Error + 'static)) -> Cow<'static, str> {
    if let Some(hint) = tls::explain(stage, error) {
        return hint;
    }
    // These are the library's own messages. None of them contains text from the proxy.
    let text = |text: &dyn ToString| text.to_string();
    let hint = chain(error).map(|error| text(&error)).find_map(|text| match text.as_str() {
        "tunnel error: proxy authorization required" | "SOCKS error: credentials not accepted" => {
            Some("the proxy requires a user name and password; add them to its URL")
        }
        UNRESOLVED => Some("host not found; use `socks5h://` to let the proxy resolve it"),
        text if text.starts_with("tunnel error: ") || text.starts_with("SOCKS error: ") => {
            Some("the proxy cannot connect to the server")
        }
        _ => None,
    });
    let hint = hint.unwrap_or_default();
    hint.into()
}

/// `reqwest`'s message when a host name cannot be resolved for a SOCKS proxy.
pub(super) const UNRESOLVED: &str = "error resolving for socks proxy";
