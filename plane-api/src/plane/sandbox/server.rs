//! The sandbox's sockets: turns what comes in over HTTP into calls of the engine.

use std::{
    future::poll_fn,
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{Router, body::Body, extract, response::Response};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use http_body::Body as _;
use jiff::Timestamp;
use tokio::{net::TcpListener, sync::oneshot, time::Instant};

use super::{
    answer::Answer,
    engine::{Engine, MAX_BODY_BYTES},
};

/// What the connections share with the handle.
pub(super) struct Shared {
    engine: Mutex<Engine>,
    /// Time as the runtime sees it, so that a test that pauses the runtime's clock pauses this too.
    started: (Timestamp, Instant),
}

impl Shared {
    pub(super) fn new(engine: Engine) -> Self {
        Self { engine: Mutex::new(engine), started: (Timestamp::now(), Instant::now()) }
    }

    pub(super) fn engine(&self) -> MutexGuard<'_, Engine> {
        // A request that panicked has answered nothing; the others go on.
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Timestamp {
        let (started, instant) = self.started;
        started.checked_add(instant.elapsed()).unwrap_or(started)
    }
}

/// Serves until the sender of `stop` is gone.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>, stop: oneshot::Receiver<()>) {
    let router = Router::new().fallback(answer).with_state(shared);
    let stopped = async {
        // Whether it was told to stop or dropped makes no difference.
        let _ = stop.await;
    };
    let served: io::Result<()> =
        axum::serve(listener, router).with_graceful_shutdown(stopped).await;
    // There is nobody left to tell: the handle is gone when serving ends.
    let _ = served;
}

async fn answer(
    extract::State(shared): extract::State<Arc<Shared>>,
    request: extract::Request,
) -> Response {
    let (head, body) = request.into_parts();
    let answer = match collect(body).await {
        Some(body) => {
            let request = http::Request::from_parts(head, body);
            shared.engine().handle(shared.now(), &request)
        }
        // The client went away, or broke off: nobody reads this.
        None => Answer::empty(StatusCode::BAD_REQUEST),
    };
    respond(answer)
}

/// Reads all of a body, whatever its size: closing on a client that still writes loses the answer. Of one that is too large
/// it keeps enough to tell.
async fn collect(mut body: Body) -> Option<Bytes> {
    let mut kept = Vec::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        if let Ok(data) = frame.ok()?.into_data() {
            let room = (MAX_BODY_BYTES + 1).saturating_sub(kept.len());
            kept.extend(data.iter().take(room));
        }
    }
    Some(kept.into())
}

fn respond(answer: Answer) -> Response {
    let body = match &answer.body {
        Some(value) => Body::from(value.to_string()),
        None => Body::empty(),
    };
    let mut response = Response::new(body);
    *response.status_mut() = answer.status;
    if answer.body.is_some() && !answer.headers.iter().any(|(name, _)| name == header::CONTENT_TYPE)
    {
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
    }
    response.headers_mut().extend(answer.headers);
    response
}
