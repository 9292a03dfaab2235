//! [`Reach`]: tells whether any part of a request was sent when its time limit is reached.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::{endpoint::body::Body, error::TransportError};

/// Tracks how far a request got, for the case that time runs out before there is a connection. It is an extension of
/// the request.
///
/// A transport that does not support it leaves it unchanged, and the outcome is unknown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach(Arc<AtomicU8>);

/// The body is tracked.
const WATCHED: u8 = 1;
/// A connection has polled the body. The value remains, even for later attempts.
const SEEN: u8 = 2;

impl Reach {
    /// Records that no part of the request was sent, unless a connection has polled it before.
    #[cfg(feature = "testing")]
    pub(crate) fn set_unsent(&self) {
        self.0.fetch_max(WATCHED, Ordering::AcqRel);
    }

    /// Returns `true` if it is certain that no part of the request was sent.
    pub(crate) fn is_unsent(&self) -> bool {
        self.0.load(Ordering::Acquire) == WATCHED
    }
}

/// The body of a request in the form that HTTP libraries take.
///
/// If a reach is attached to a body of bytes, the body detects that a connection starts to send the request. The
/// headers depend on whether there is a body, so every connection (HTTP/1 and HTTP/2) asks for the end of the body
/// before it writes the first byte. The size is no indication, because it is asked for earlier.
pub(super) struct Outgoing {
    body: Body,
    reach: Option<Reach>,
}

impl Outgoing {
    pub(super) fn new(body: Body, reach: Option<&Reach>) -> Self {
        let reach = reach.filter(|_| body.as_bytes().is_some()).cloned();
        if let Some(reach) = &reach {
            reach.0.fetch_max(WATCHED, Ordering::AcqRel);
        }
        Self { body, reach }
    }

    fn see(&self) {
        if let Some(reach) = &self.reach {
            reach.0.fetch_max(SEEN, Ordering::AcqRel);
        }
    }
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.see();
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.see();
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use http_body::Body as _;

    use super::*;

    #[test]
    fn a_request_is_unsent_while_its_watched_body_was_not_looked_at() {
        let reach = Reach::default();
        assert!(!reach.is_unsent(), "nobody watches");
        let body = Outgoing::new("{}".into(), Some(&reach));
        assert_eq!(body.size_hint().exact(), Some(2));
        assert!(reach.is_unsent());
        assert!(!body.is_end_stream() && !reach.is_unsent());
        let again = Outgoing::new(Body::empty(), Some(&reach));
        assert_eq!(again.size_hint().exact(), Some(0));
        assert!(!reach.is_unsent(), "it was sent before");
    }
}
