//! [`Counted`]: a file that reports its upload progress.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;

use super::OnProgress;
use crate::{endpoint::body::Body, error::TransportError};

/// Size of the chunks passed to the network; small enough to reveal a stalled connection.
const PIECE: usize = 64 << 10;

/// A file in chunks, which are counted when the network accepts them.
pub(super) struct Counted {
    file: Body,
    /// Rest of a chunk that is too large to pass on at once.
    rest: Bytes,
    sent: u64,
    size: u64,
    on_progress: Option<Arc<OnProgress>>,
}

impl Counted {
    pub(super) fn body(file: Body, size: u64, on_progress: Option<Arc<OnProgress>>) -> Body {
        Body::stream(Self { file, rest: Bytes::new(), sent: 0, size, on_progress })
            .with_content_length(size)
    }
}

impl Stream for Counted {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.rest.is_empty() {
            match ready!(this.file.poll_chunk(context)) {
                Some(Ok(piece)) => this.rest = piece,
                end => return Poll::Ready(end),
            }
        }
        let piece = this.rest.split_to(this.rest.len().min(PIECE));
        this.sent += piece.len() as u64;
        if let Some(call) = &this.on_progress {
            call(this.sent, this.size);
        }
        Poll::Ready(Some(Ok(piece)))
    }
}
