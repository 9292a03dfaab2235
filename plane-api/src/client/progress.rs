//! Monitors streamed bodies: they may take any time as long as they make progress.

use std::{
    future::Future,
    mem,
    pin::{Pin, pin},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Instant, timeout_at};

use super::Timeouts;
use crate::{
    endpoint::{
        body::Body,
        download::{Gauge, WINDOW},
    },
    error::{Delivery, Error, ErrorKind, Result, Stage, Timeout, TransportError},
};

/// The progress of a streamed request.
#[derive(Debug)]
pub(super) struct Progress(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// The time at which the body stopped moving, because it has not started or has ended. The time limit of the
    /// attempt runs from then on.
    still: Option<Instant>,
    /// Measures while the transport is busy. While the stream itself provides no data, the server is not at fault.
    gauge: Gauge,
    /// The failure of the stream itself.
    failure: Option<TransportError>,
}

impl Progress {
    /// Monitors the body of a request, if it is a stream.
    pub(super) fn of(body: &mut Body, timeouts: &Timeouts) -> Option<Self> {
        if body.as_bytes().is_some() {
            return None;
        }
        let state = State {
            still: Some(Instant::now()),
            gauge: Gauge::new(timeouts.idle, timeouts.min_rate),
            failure: None,
        };
        let progress = Self(Arc::new(Mutex::new(state)));
        let length = body.content_length();
        let source = mem::take(body);
        *body = Body::stream(Upload { body: source, state: progress.0.clone(), piece: 0 });
        if let Some(length) = length {
            // A body with a length asks for the end before it passes on the last piece, so the end is known even if the
            // transport does not ask.
            *body = mem::take(body).with_content_length(length);
        }
        Some(progress)
    }

    /// Runs the attempt, and fails if the body stalls or if the response takes too long after the body.
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
                let message = failure.to_string();
                Error::new(ErrorKind::Request, error.delivery(), message)
                    .with_source(failure.into_source())
            }
            _ => error,
        })
    }

    /// Returns when to check again: at the deadline, or at the earliest time at which one can be reached.
    fn next_look(&self, timeouts: &Timeouts) -> Result<Option<Instant>> {
        let Timeouts { idle, attempt, min_rate, .. } = *timeouts;
        let state = lock(&self.0);
        let deadline = match state.still {
            Some(since) => attempt.and_then(|attempt| since.checked_add(attempt)),
            None => state.gauge.deadline(),
        };
        let now = Instant::now();
        if deadline.is_some_and(|deadline| deadline <= now) {
            let (timeout, message) = match (state.still, attempt) {
                (Some(_), Some(attempt)) => {
                    (Timeout::Attempt, format!("no complete response within {attempt:?}"))
                }
                _ => (Timeout::Idle, format!("the server took {}", state.gauge.complaint())),
            };
            return Err(Error::timeout(timeout, Delivery::Unknown, message));
        }
        let shortest = [idle, attempt, min_rate.map(|_| WINDOW)].into_iter().flatten().min();
        Ok([deadline, shortest.and_then(|wait| now.checked_add(wait))].into_iter().flatten().min())
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The body of a streamed request on its way to the transport.
struct Upload {
    body: Body,
    state: Arc<Mutex<State>>,
    /// The size of the piece that the transport is processing.
    piece: usize,
}

impl Stream for Upload {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { body, state, piece } = &mut *self;
        {
            let mut state = lock(state);
            state.still = None;
            state.gauge.passed(mem::take(piece));
        }
        let next = ready!(body.poll_chunk(context));
        let mut state = lock(state);
        if let Some(Ok(bytes)) = &next {
            *piece = bytes.len();
            state.gauge.wait();
        } else {
            state.still = Some(Instant::now());
        }
        Poll::Ready(match next {
            Some(Err(failure)) => {
                state.failure = Some(failure.at_stage(Stage::RequestBody));
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
