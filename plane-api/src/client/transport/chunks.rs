//! [`Chunks`]: the body of a response, as the HTTP library delivers it.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode, Version, header, response::Parts};

use crate::{
    endpoint::body::Body,
    error::{Stage, TransportError},
    text,
};

/// The body of a response in chunks, with our error type.
pub(super) struct Chunks<S, E> {
    stream: S,
    /// Bytes that must still follow, if the server announced a length. HTTP libraries treat an HTTP/2 stream that is
    /// reset without an error as complete.
    left: Option<u64>,
    /// `true` if the body ends after that many bytes. An HTTP/2 stream is read until its end, which may arrive
    /// separately, and chunks are not bound by a length (RFC 9112, 6.3).
    ends_there: bool,
    failure: fn(E) -> TransportError,
}

impl<S, E> Chunks<S, E>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin + Send + 'static,
    E: 'static,
{
    /// Returns the body of a response with this head.
    pub(super) fn body(
        head: &Parts,
        is_head_request: bool,
        stream: S,
        failure: fn(E) -> TransportError,
    ) -> Body {
        let is_bare = is_head_request || head.status == StatusCode::NOT_MODIFIED;
        let left = if is_bare { None } else { content_length(&head.headers) };
        let ends_there =
            head.version < Version::HTTP_2 && !head.headers.contains_key(header::TRANSFER_ENCODING);
        Body::response(Self { stream, left, ends_there, failure })
    }
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    text::header(headers.get(header::CONTENT_LENGTH)?)?.parse().ok()
}

impl<S, E> Stream for Chunks<S, E>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ends_there && self.left == Some(0) {
            return Poll::Ready(None);
        }
        let piece = ready!(Pin::new(&mut self.stream).poll_next(context));
        if let Some(Ok(piece)) = &piece {
            self.left = self.left.map(|left| left.saturating_sub(piece.len() as u64));
        } else if piece.is_none() && self.left.take().is_some_and(|left| left > 0) {
            let error = io::Error::from(io::ErrorKind::UnexpectedEof);
            return Poll::Ready(Some(Err(TransportError::new(Stage::Body, error))));
        }
        Poll::Ready(piece.map(|piece| piece.map_err(self.failure)))
    }
}
