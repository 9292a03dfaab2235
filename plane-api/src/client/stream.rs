//! Watches bodies that are streamed: they may take as long as they like, if they keep moving.

use std::{
    future::Future,
    pin::{Pin, pin},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::Request;
use tokio::time::{Instant, timeout_at};

use super::Timeouts;
use crate::{Body, Delivery, Error, ErrorKind, Result, Stage, TransportError};

/// How long the speed of a body is measured before it is judged.
const WINDOW: Duration = Duration::from_secs(30);

/// Measures how fast the pieces of a body come, while they are waited for.
#[derive(Debug)]
pub(crate) struct Gauge {
    idle: Option<Duration>,
    min_rate: Option<u32>,
    /// Since when the next piece is waited for.
    since: Option<Instant>,
    /// How long the pieces of this window were waited for, and how large they were.
    waited: Duration,
    bytes: u64,
}

impl Gauge {
    pub(crate) fn new(timeouts: &Timeouts) -> Self {
        let Timeouts { idle, min_rate, .. } = *timeouts;
        Self { idle, min_rate, since: None, waited: Duration::ZERO, bytes: 0 }
    }

    /// The next piece is waited for, from now on if it was not already.
    pub(crate) fn wait(&mut self) {
        self.since.get_or_insert_with(Instant::now);
    }

    /// A piece has come.
    pub(crate) fn passed(&mut self, bytes: usize) {
        self.waited += self.since.take().map_or(Duration::ZERO, |since| since.elapsed());
        self.bytes += bytes as u64;
        if self.waited >= WINDOW && self.is_fast() {
            (self.waited, self.bytes) = (Duration::ZERO, 0);
        }
    }

    /// When there has been enough of waiting.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        if self.waited >= WINDOW && !self.is_fast() {
            return Some(Instant::now());
        }
        let since = self.since?;
        let window = (!self.is_fast()).then(|| WINDOW.saturating_sub(self.waited));
        [self.idle, window].into_iter().flatten().min().and_then(|wait| since.checked_add(wait))
    }

    fn is_fast(&self) -> bool {
        self.min_rate.is_none_or(|rate| self.bytes >= u64::from(rate) * WINDOW.as_secs())
    }

    /// What is wrong when the deadline has passed.
    pub(crate) fn complaint(&self) -> String {
        match (self.idle, self.min_rate) {
            (Some(idle), _) if self.since.is_some_and(|since| since.elapsed() >= idle) => {
                format!("nothing of the body for {idle:?}")
            }
            (_, rate) => {
                let rate = rate.unwrap_or_default();
                format!("less than {rate} bytes a second of the body for {WINDOW:?}")
            }
        }
    }
}

/// How far a streamed request has come.
#[derive(Debug)]
pub(super) struct Progress(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// Since when nothing of the body moves: it has not begun, or it is over. Then the time of an attempt runs.
    still: Option<Instant>,
    /// It measures while the transport is busy. While the stream has nothing to give, nobody else is to blame.
    gauge: Gauge,
    /// The failure of the stream itself.
    failure: Option<TransportError>,
}

impl Progress {
    /// The request with its body watched, if that is a stream.
    pub(super) fn of(http: Request<Body>, timeouts: &Timeouts) -> (Option<Self>, Request<Body>) {
        if http.body().as_bytes().is_some() {
            return (None, http);
        }
        let (parts, body) = http.into_parts();
        let state =
            State { still: Some(Instant::now()), gauge: Gauge::new(timeouts), failure: None };
        let progress = Self(Arc::new(Mutex::new(state)));
        let left = body.length();
        let upload = Upload { body, state: progress.0.clone(), piece: 0, left };
        let mut body = Body::stream(upload);
        if let Some(length) = left {
            body = body.with_length(length);
        }
        (Some(progress), Request::from_parts(parts, body))
    }

    /// Does the work of sending, unless the body comes to a standstill, or the answer takes too long once it is sent.
    pub(super) async fn watch<T>(
        &self,
        timeouts: &Timeouts,
        work: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let mut work = pin!(work);
        let result = loop {
            let Some(look) = self.next_look(timeouts)? else { break work.await };
            if let Ok(result) = timeout_at(look, work.as_mut()).await {
                break result;
            }
        };
        let failure = lock(&self.0).failure.take();
        result.map_err(|error| match failure {
            Some(failure) if error.status().is_none() => {
                let message = "the stream of the body failed";
                Error::new(ErrorKind::Request, error.delivery(), message).with_source(failure)
            }
            _ => error,
        })
    }

    /// When to look again: at the deadline, or as soon as one that does not run yet can be over.
    fn next_look(&self, timeouts: &Timeouts) -> Result<Option<Instant>> {
        let Timeouts { idle, attempt, min_rate, .. } = *timeouts;
        let state = lock(&self.0);
        let deadline = match state.still {
            Some(since) => attempt.and_then(|attempt| since.checked_add(attempt)),
            None => state.gauge.deadline(),
        };
        let now = Instant::now();
        if deadline.is_some_and(|deadline| deadline <= now) {
            let message = match (state.still, attempt) {
                (Some(_), Some(attempt)) => format!("no complete answer within {attempt:?}"),
                _ => format!("the server took {}", state.gauge.complaint()),
            };
            return Err(Error::new(ErrorKind::Timeout, Delivery::Unknown, message));
        }
        let shortest = [idle, attempt, min_rate.map(|_| WINDOW)].into_iter().flatten().min();
        Ok([deadline, shortest.and_then(|wait| now.checked_add(wait))].into_iter().flatten().min())
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The body of a streamed request, on its way to the transport.
struct Upload {
    body: Body,
    state: Arc<Mutex<State>>,
    /// The size of the piece that the transport is busy with.
    piece: usize,
    /// What is still to come, if that is known: a transport need not ask for the end then.
    left: Option<u64>,
}

impl Stream for Upload {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { body, state, piece, left } = &mut *self;
        {
            let mut state = lock(state);
            state.still = None;
            state.gauge.passed(std::mem::take(piece));
        }
        let next = ready!(body.poll_chunk(context));
        let mut state = lock(state);
        if let Some(Ok(bytes)) = &next {
            *piece = bytes.len();
            *left = left.map(|left| left.saturating_sub(bytes.len() as u64));
        }
        if matches!(next, Some(Ok(_))) && *left != Some(0) {
            state.gauge.wait();
        } else {
            state.still = Some(Instant::now());
        }
        Poll::Ready(match next {
            Some(Err(failure)) => {
                state.failure = Some(failure);
                Some(Err(TransportError::new(
                    Stage::RequestBody,
                    "see the cause of the call's error",
                )))
            }
            next => next,
        })
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        lock(&self.state).still.get_or_insert_with(Instant::now);
    }
}
