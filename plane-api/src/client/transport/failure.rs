//! What the errors of HTTP libraries tell: how far a request got, by their types, and what there is to say.

use std::{borrow::Cow, error, iter};

use super::tls;
use crate::error::{Stage, TransportError};

/// The stage of a request that failed before there was a response.
pub(super) fn stage_of(is_connect: bool, error: &(dyn error::Error + 'static)) -> Stage {
    if is_connect {
        Stage::BeforeSend
    } else if is_not_processed(error) {
        Stage::NotProcessed
    } else {
        Stage::AfterSend
    }
}

/// Returns whether the server proved that it did not process the request (RFC 9113, 6.8 and 8.7).
///
/// A `GOAWAY` fails only the streams above the last one that it names. Those below it go on; when the connection breaks,
/// they fail with an I/O error.
fn is_not_processed(error: &(dyn error::Error + 'static)) -> bool {
    let http2 = chain(error).find_map(|error| error.downcast_ref::<h2::Error>());
    http2.filter(|error| error.is_remote()).is_some_and(|error| match error.reason() {
        Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
        Some(h2::Reason::NO_ERROR) => error.is_go_away(),
        _ => false,
    })
}

/// An error and its causes, the innermost last.
pub(super) fn chain<'a>(
    error: &'a (dyn error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn error::Error + 'static)> {
    iter::successors(Some(error), |error| error.source())
}

/// An error of a library with what there is to say about it.
pub(super) fn failure(
    stage: Stage,
    error: impl error::Error + Send + Sync + 'static,
    is_timeout: bool,
) -> TransportError {
    let hint = explain(stage, &error);
    // What the library wraps says more than its own words, which are the stage once more.
    let failure = TransportError::new(stage, error).because(hint);
    if is_timeout { failure.timed_out() } else { failure }
}

/// What there is to say about an error beside its stage. It may go by text, which a server can write.
fn explain(stage: Stage, error: &(dyn error::Error + 'static)) -> Cow<'static, str> {
    if let Some(hint) = tls::explain(stage, error) {
        return hint;
    }
    // The library's own words: what a proxy sends is in none of them.
    let text = |text: &dyn ToString| text.to_string();
    let hint = chain(error).map(|error| text(&error)).find_map(|text| match text.as_str() {
        "tunnel error: proxy authorization required" | "SOCKS error: credentials not accepted" => {
            Some("the proxy asks for a name and a password; they belong into its URL")
        }
        UNRESOLVED => Some("no such host; with `socks5h://` the proxy looks it up"),
        text if text.starts_with("tunnel error: ") || text.starts_with("SOCKS error: ") => {
            Some("the proxy makes no connection to the server")
        }
        _ => None,
    });
    let hint = hint.unwrap_or_default();
    hint.into()
}

/// What `reqwest` says when a name cannot be looked up for a SOCKS proxy.
pub(super) const UNRESOLVED: &str = "error resolving for socks proxy";
