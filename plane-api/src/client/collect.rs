//! Reads the body of a response, within limits.

use std::{future::poll_fn, task::Poll, time::Duration};

use bytes::{Bytes, BytesMut};
use tokio::time::{Instant, timeout_at};

use crate::{
    endpoint::body::Body,
    error::{Stage, TransportError},
};

/// The reason why a body was not read to its end, with the part that was read.
pub(super) enum End {
    /// The body exceeds the limit.
    Full(Bytes),
    /// The body broke off, or the next piece took too long.
    Broken(Bytes, TransportError),
}

/// Reads a body of at most `limit` bytes. Each piece must arrive within the `idle` time, and the whole body before
/// `end`.
pub(super) async fn collect(
    body: &mut Body,
    limit: usize,
    idle: Option<Duration>,
    end: Option<Instant>,
) -> Result<Bytes, End> {
    let mut pieces = Pieces::default();
    loop {
        match next(body, idle, end).await {
            None => return Ok(pieces.whole()),
            Some(Err(error)) => return Err(End::Broken(pieces.whole(), error)),
            Some(Ok(piece)) => {
                let room = limit - pieces.len();
                let is_full = piece.len() > room;
                pieces.push(if is_full { piece.slice(..room) } else { piece });
                if is_full {
                    return Err(End::Full(pieces.whole()));
                }
            }
        }
    }
}

async fn next(
    body: &mut Body,
    idle: Option<Duration>,
    end: Option<Instant>,
) -> Option<Result<Bytes, TransportError>> {
    // The next piece is usually available at once, and then needs no timer.
    if let Poll::Ready(piece) = poll_fn(|context| Poll::Ready(body.poll_chunk(context))).await {
        return piece;
    }
    let wait = idle;
    let idle = idle.and_then(|idle| Instant::now().checked_add(idle));
    let Some(limit) = [idle, end].into_iter().flatten().min() else { return body.chunk().await };
    timeout_at(limit, body.chunk()).await.unwrap_or_else(|elapsed| {
        Some(Err(TransportError::new(Stage::Body, elapsed).timed_out().within(wait)))
    })
}

/// Most responses arrive in one piece, which need not be copied.
#[derive(Default)]
struct Pieces {
    first: Bytes,
    whole: BytesMut,
}

impl Pieces {
    fn len(&self) -> usize {
        self.first.len().max(self.whole.len())
    }

    fn push(&mut self, piece: Bytes) {
        if self.len() == 0 {
            self.first = piece;
            return;
        }
        if self.whole.is_empty() {
            self.whole.extend_from_slice(&self.first);
        }
        self.whole.extend_from_slice(&piece);
    }

    fn whole(self) -> Bytes {
        if self.whole.is_empty() { self.first } else { self.whole.freeze() }
    }
}
