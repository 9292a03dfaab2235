//! [`Reach`]: whether a request can have left when its time is over.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

/// Goes with a request, as an extension, whose time can be over before there is a connection.
///
/// A transport that knows nothing of it leaves it as it is, and then nothing is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach(Arc<AtomicU8>);

/// The body is watched.
const WATCHED: u8 = 1;
/// A connection has looked at it. This lasts, also if the request is sent another time.
const SEEN: u8 = 2;

impl Reach {
    /// Whether it is certain that no part of the request was sent.
    pub(crate) fn is_unsent(&self) -> bool {
        self.0.load(Ordering::Acquire) == WATCHED
    }

    /// The body of the request, watched.
    pub(super) fn watch(&self, bytes: Bytes) -> Watched {
        self.0.fetch_max(WATCHED, Ordering::AcqRel);
        Watched { bytes: Some(bytes).filter(|bytes| !bytes.is_empty()), reach: self.clone() }
    }

    fn see(&self) {
        self.0.fetch_max(SEEN, Ordering::AcqRel);
    }
}

/// A body that notices that a connection begins to send the request.
///
/// The headers of a request depend on whether it has a body. So a connection, of HTTP/1 and HTTP/2 alike, asks whether
/// the body is at its end before it writes the first byte. Its size is no sign: it is asked for before that, too.
pub(super) struct Watched {
    bytes: Option<Bytes>,
    reach: Reach,
}

impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.reach.see();
        Poll::Ready(self.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.reach.see();
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

#[cfg(test)]
mod tests {
    use http_body::Body;

    use super::*;

    #[test]
    fn a_request_is_unsent_while_its_watched_body_was_not_looked_at() {
        let reach = Reach::default();
        assert!(!reach.is_unsent(), "nobody watches");
        let body = reach.watch(Bytes::from_static(b"{}"));
        assert_eq!(body.size_hint().exact(), Some(2));
        assert!(reach.is_unsent());
        assert!(!body.is_end_stream() && !reach.is_unsent());
        let again = reach.watch(Bytes::new());
        assert_eq!(again.size_hint().exact(), Some(0));
        assert!(!reach.is_unsent(), "it was sent before");
    }
}
