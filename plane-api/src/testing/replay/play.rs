//! [`Player`]: the transport that plays a recording.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, OnceLock},
    task::{Context, Poll},
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderName, HeaderValue, Request, StatusCode};

use super::{Recorded, State, View, lock};
use crate::{
    client::transport::{BoxFuture, CallInfo, Reach, Transport},
    endpoint::body::Body,
    error::TransportError,
    redact::Redaction,
    testing::{
        Reply,
        exchange::{End, Failure, Outcome, Response, Sent},
        lines,
        scrub::Scrub,
    },
};

pub(super) struct Player {
    pub(super) state: Arc<Mutex<State>>,
    /// The client's base URL, without the API root.
    pub(super) server: Arc<OnceLock<String>>,
}

impl Transport for Player {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, mut body) = request.into_parts();
            let mut bytes = BytesMut::new();
            let mut broken = None;
            while let Some(piece) = body.chunk().await {
                match piece {
                    Ok(piece) => bytes.extend_from_slice(&piece),
                    Err(error) => {
                        broken = Some(error);
                        break;
                    }
                }
            }
            let redaction = parts.extensions.get::<Redaction>().cloned().unwrap_or_default();
            let server = self.server.get().map_or("", String::as_str);
            let found = {
                let mut state = lock(&self.state);
                let mut scrub = Scrub::new(&mut state.scrubber, redaction, info.spec);
                let sent = Sent {
                    is_partial: broken.is_some(),
                    ..Sent::of(&mut scrub, &parts, info, server, &bytes)
                };
                state.find(&sent)
            };
            if let Some(error) = broken {
                return Err(error);
            }
            match found {
                Ok(Played::Response(response)) => Ok(response),
                Ok(Played::Failure(failure)) => Err(failure.error()),
                Ok(Played::Never { is_unsent }) => {
                    let reach = parts.extensions.get::<Reach>().filter(|_| is_unsent);
                    reach.inspect(|reach| reach.set_unsent());
                    // The recorded client gave up here, so this one does too.
                    std::future::pending().await
                }
                Err(report) => Reply::unexpected(&report).respond().await,
            }
        })
    }
}

/// The outcome of a request.
enum Played {
    Response(http::Response<Body>),
    Failure(Failure),
    Never { is_unsent: bool },
}

impl Played {
    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Response(response) => Self::Response(played(response)),
            Outcome::Failure(failure) => Self::Failure(failure.clone()),
            Outcome::Cancelled { is_unsent } => Self::Never { is_unsent: *is_unsent },
        }
    }
}

fn played(recorded: &Response) -> http::Response<Body> {
    let bytes = recorded.body.clone().into_bytes();
    let rest = |end| Body::response(Rest { bytes: Some(bytes.clone()), end });
    let mut response = http::Response::new(match &recorded.end {
        End::Complete => Body::from(bytes),
        End::Failure(failure) => rest(Some(failure.clone())),
        End::Cancelled => rest(None),
    });
    // The status and the headers were checked when the recording was read.
    *response.status_mut() = StatusCode::from_u16(recorded.status).unwrap_or_default();
    for (name, values) in &recorded.headers {
        for value in values {
            let name = HeaderName::try_from(name);
            if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
                response.headers_mut().append(name, value);
            }
        }
    }
    response
}

/// An incomplete body: it fails, or nothing follows.
struct Rest {
    bytes: Option<Bytes>,
    end: Option<Failure>,
}

impl Stream for Rest {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(bytes) = self.bytes.take().filter(|bytes| !bytes.is_empty()) {
            return Poll::Ready(Some(Ok(bytes)));
        }
        match &self.end {
            Some(failure) => Poll::Ready(Some(Err(failure.error()))),
            // As in the recording, the client gives up here.
            None => Poll::Pending,
        }
    }
}

impl State {
    /// Finds the exchange of a request, or reports the reason why there is none.
    fn find(&mut self, sent: &Sent) -> Result<Played, String> {
        let sent_view = View::of(sent, &self.loose);
        for recorded in &mut self.exchanges {
            recorded.view.get_or_insert_with(|| View::of(&recorded.exchange.request, &self.loose));
        }
        let is_same =
            |recorded: &Recorded| recorded.view.as_ref().is_some_and(|it| it.covers(&sent_view));
        let mut left = self.exchanges.iter_mut().filter(|recorded| !recorded.is_played);
        let found = if self.in_order {
            left.next().filter(|recorded| is_same(recorded))
        } else {
            left.find(|recorded| is_same(recorded))
        };
        if let Some(recorded) = found {
            recorded.is_played = true;
            return Ok(Played::of(&recorded.exchange.outcome));
        }
        let report = self.report(sent, &sent_view);
        self.unexpected.push(report.clone());
        Err(report)
    }

    fn report(&self, sent: &Sent, view: &View) -> String {
        let mut text = format!("unexpected request {}:\n", sent.endpoint);
        lines::write(&mut text, &view.lines(view));
        let left = || self.exchanges.iter().filter(|recorded| !recorded.is_played);
        let is_same =
            |recorded: &Recorded| recorded.view.as_ref().is_some_and(|it| it.covers(view));
        if let Some(next) = left().next().filter(|_| self.in_order) {
            let place = next.place(&self.name);
            text += &format!("the next request of the recording is {place}\n");
            return text + &self.beside(view, [next]);
        }
        let times = self.exchanges.iter().filter(|recorded| is_same(recorded)).count();
        if times > 0 && !self.in_order {
            let place = self.exchanges.iter().rfind(|recorded| is_same(recorded));
            let place = place.map(|recorded| recorded.place(&self.name)).unwrap_or_default();
            return text
                + &format!(
                    "it was sent more often than it was recorded: {}, last as {place}",
                    Count(times)
                );
        }
        if left().next().is_none() {
            return text + "no requests are left in the recording";
        }
        text + &self.beside(view, left())
    }

    /// Compares a request with some recorded ones.
    fn beside<'a>(&self, view: &View, others: impl IntoIterator<Item = &'a Recorded>) -> String {
        let (mut compared, mut listed) = (Vec::new(), Vec::new());
        for recorded in others {
            let Some(other) = &recorded.view else { continue };
            let place = recorded.place(&self.name);
            if lines::covers(&other.start, &view.start) {
                compared.push((lines::compare(&other.lines(view), &view.lines(other)), place));
            } else {
                listed.push(format!("{}, {place}", other.start));
            }
        }
        lines::beside(("recorded", "other requests of the recording"), compared, listed)
    }
}

/// A number of times, in words.
struct Count(usize);

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            1 => f.write_str("once"),
            n => write!(f, "{n} times"),
        }
    }
}
