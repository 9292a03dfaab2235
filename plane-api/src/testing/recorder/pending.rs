//! [`Pending`]: an exchange without a line, and the bodies in transit.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, Request, Response, StatusCode, header, request, response};

use super::{State, lock};
use crate::{
    client::transport::{CallInfo, Reach},
    endpoint::body::Body,
    error::TransportError,
    redact::Redaction,
    testing::{
        exchange::{self, End, Exchange, Failure, Outcome, Sent},
        scrub::Scrub,
    },
};

/// An exchange whose line is not written yet. Dropping it writes the line.
pub(super) struct Pending {
    state: Arc<Mutex<State>>,
    place: u64,
    info: CallInfo,
    server: String,
    request: request::Parts,
    sent: Arc<Mutex<Copied>>,
    failure: Option<Failure>,
    response: Option<response::Parts>,
    received: Copied,
}

/// The part of a body that has passed.
#[derive(Default)]
struct Copied {
    bytes: Vec<u8>,
    is_complete: bool,
}

impl Pending {
    /// Returns the request with a body that is copied while it is sent.
    pub(super) fn begin(
        request: Request<Body>,
        info: &CallInfo,
        state: Arc<Mutex<State>>,
        server: String,
    ) -> (Request<Body>, Self) {
        let (parts, body) = request.into_parts();
        let (body, sent) = copied(body);
        let place = lock(&state).begin();
        let pending = Self {
            state,
            place,
            info: *info,
            server,
            request: parts.clone(),
            sent,
            failure: None,
            response: None,
            received: Copied::default(),
        };
        (Request::from_parts(parts, body), pending)
    }

    pub(super) fn failed(&mut self, error: &TransportError) {
        self.failure = Some(Failure::of(error));
    }

    /// Returns the response with a body that is copied while it is read.
    pub(super) fn answered(mut self, response: Response<Body>, is_head: bool) -> Response<Body> {
        let (parts, body) = response.into_parts();
        let is_bare = [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED].contains(&parts.status);
        self.received.is_complete = is_head || is_bare || content_length(&parts.headers) == Some(0);
        self.response = Some(parts.clone());
        Response::from_parts(parts, Body::response(Received { body, pending: Some(self) }))
    }

    /// The exchange without secrets.
    fn exchange(&mut self, state: &mut State) -> Exchange {
        let extensions = &self.request.extensions;
        let redaction = extensions.get::<Redaction>().cloned().unwrap_or_default();
        let mut scrub = Scrub::new(&mut state.scrubber, redaction, self.info.spec);
        let sent = lock_copy(&self.sent);
        let request = Sent {
            is_partial: !sent.is_complete,
            ..Sent::of(&mut scrub, &self.request, &self.info, &self.server, &sent.bytes)
        };
        scrub.is_request = false;
        let failure = self.failure.take().map(|failure| failure.scrubbed(&mut scrub));
        let outcome = match (&self.response, failure) {
            (None, Some(failure)) => Outcome::Failure(failure),
            (None, None) => {
                let is_unsent = extensions.get::<Reach>().is_some_and(Reach::is_unsent);
                Outcome::Cancelled { is_unsent }
            }
            (Some(parts), failure) => {
                let length = content_length(&parts.headers);
                let is_whole = length == Some(self.received.bytes.len() as u64);
                let end = match failure {
                    Some(failure) => End::Failure(failure),
                    None if self.received.is_complete || is_whole => End::Complete,
                    None => End::Cancelled,
                };
                let spec = self.info.spec;
                Outcome::Response(exchange::Response::of(
                    &mut scrub,
                    parts,
                    spec,
                    &self.received.bytes,
                    end,
                ))
            }
        };
        Exchange { request, outcome }
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        let state = self.state.clone();
        let mut state = lock(&state);
        let line = self.exchange(&mut state).line();
        state.end(self.place, line);
    }
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    crate::text::header(headers.get(header::CONTENT_LENGTH)?)?.parse().ok()
}

fn lock_copy(copy: &Mutex<Copied>) -> MutexGuard<'_, Copied> {
    copy.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns a body that is copied while it is read.
fn copied(body: Body) -> (Body, Arc<Mutex<Copied>>) {
    if let Some(bytes) = body.as_bytes() {
        let copy = Copied { bytes: bytes.to_vec(), is_complete: true };
        return (body, Arc::new(Mutex::new(copy)));
    }
    let copy = Arc::new(Mutex::new(Copied::default()));
    let length = body.content_length();
    let outgoing = Body::stream(Outgoing { body, copy: copy.clone(), length });
    match length {
        Some(length) => (outgoing.with_content_length(length), copy),
        None => (outgoing, copy),
    }
}

/// The body of a request in transit.
struct Outgoing {
    body: Body,
    copy: Arc<Mutex<Copied>>,
    /// A transport that knows the length does not have to poll for the end.
    length: Option<u64>,
}

impl Stream for Outgoing {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(self.body.poll_chunk(context));
        let mut copy = lock_copy(&self.copy);
        if let Some(Ok(piece)) = &piece {
            copy.bytes.extend_from_slice(piece);
        }
        let is_end = self.length.is_some_and(|length| copy.bytes.len() as u64 >= length);
        copy.is_complete |= is_end || piece.is_none();
        drop(copy);
        Poll::Ready(piece)
    }
}

/// The body of a response in transit.
struct Received {
    body: Body,
    /// `None` after the end of the body.
    pending: Option<Pending>,
}

impl Stream for Received {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(self.body.poll_chunk(context));
        if let Some(pending) = &mut self.pending {
            match &piece {
                Some(Ok(piece)) => pending.received.bytes.extend_from_slice(piece),
                Some(Err(error)) => pending.failed(error),
                None => pending.received.is_complete = true,
            }
        }
        if !matches!(piece, Some(Ok(_))) {
            self.pending = None;
        }
        Poll::Ready(piece)
    }
}
