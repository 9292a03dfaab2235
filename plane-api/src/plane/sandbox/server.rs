//! HTTP server of the sandbox, which passes requests to the engine.

use std::{
    future::poll_fn,
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{Router, body::Body, extract};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use http_body::Body as _;
use jiff::Timestamp;
use tokio::{net::TcpListener, sync::oneshot, time::Instant};

use super::{
    engine::{Engine, MAX_BODY_BYTES},
    response::Response,
};

/// State shared by the connections and the handle.
pub(super) struct Shared {
    engine: Mutex<Engine>,
    /// Start time on the runtime's clock, so that a test that pauses the clock also pauses the sandbox.
    started: (Timestamp, Instant),
}

impl Shared {
    pub(super) fn new(engine: Engine) -> Self {
        Self { engine: Mutex::new(engine), started: (Timestamp::now(), Instant::now()) }
    }

    pub(super) fn engine(&self) -> MutexGuard<'_, Engine> {
        // A request that panicked got no response; other requests are unaffected.
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Timestamp {
        let (started, instant) = self.started;
        started.checked_add(instant.elapsed()).unwrap_or(started)
    }
}

/// Serves until the sender of `stop` is dropped.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>, stop: oneshot::Receiver<()>) {
    let router = Router::new().fallback(respond).with_state(shared);
    let stopped = async {
        // A sent signal and a dropped sender have the same effect.
        let _ = stop.await;
    };
    let served: io::Result<()> =
        axum::serve(listener, router).with_graceful_shutdown(stopped).await;
    // Errors cannot be reported: serving only ends when the handle is dropped.
    let _ = served;
}

async fn respond(
    extract::State(shared): extract::State<Arc<Shared>>,
    request: extract::Request,
) -> http::Response<Body> {
    let (head, body) = request.into_parts();
    let response = match collect(body).await {
        Some(body) => {
            let request = http::Request::from_parts(head, body);
            shared.engine().handle(shared.now(), &request)
        }
        // The client has disconnected, so nothing reads this response.
        None => Response::empty(StatusCode::BAD_REQUEST),
    };
    to_http(response)
}

/// Reads the complete body regardless of its size, because closing the connection while the client still writes would
/// lose the response. Of a body that is too large, only the first part is kept.
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

fn to_http(response: Response) -> http::Response<Body> {
    let body = match &response.body {
        Some(value) => Body::from(value.to_string()),
        None => Body::empty(),
    };
    let has_type = response.headers.iter().any(|(name, _)| name == header::CONTENT_TYPE);
    let mut http = http::Response::new(body);
    *http.status_mut() = response.status;
    if response.body.is_some() && !has_type {
        let json = HeaderValue::from_static("application/json");
        http.headers_mut().insert(header::CONTENT_TYPE, json);
    }
    http.headers_mut().extend(response.headers);
    http
}
