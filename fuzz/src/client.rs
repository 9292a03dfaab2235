//! A client whose server is the input.

use std::{
    cell::RefCell,
    collections::VecDeque,
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll},
};

use futures_core::Stream;
use plane_api::{
    Body, BoxFuture, Bytes, CallInfo, Client, ClientBuilder, RateLimit, RetryPolicy, Transport,
    TransportError,
    http::{HeaderMap, Request, Response, StatusCode},
};

/// The API key of the client, which nothing may show.
pub(crate) const KEY: &str = "plane_api_0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// A response.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// The body, in the pieces in which it arrives.
    pub(crate) pieces: Vec<Bytes>,
}

impl Reply {
    pub(crate) fn new(status: u16, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or_default();
        Self { status, headers: HeaderMap::new(), pieces: vec![body.into()] }
    }
}

/// Sends replies in order, and then the last one.
struct Replies {
    left: Mutex<VecDeque<Reply>>,
    targets: std::sync::Arc<Mutex<Vec<String>>>,
}

impl Transport for Replies {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        let target = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        self.targets.lock().unwrap_or_else(PoisonError::into_inner).push(target);
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let reply = if left.len() > 1 { left.pop_front() } else { left.front().cloned() }
            .unwrap_or_default();
        let body = match &reply.pieces[..] {
            [] => Body::default(),
            [body] => Body::from(body.clone()),
            _ => Body::stream(Pieces(reply.pieces.into())),
        };
        let mut response = Response::new(body);
        *response.status_mut() = reply.status;
        *response.headers_mut() = reply.headers;
        Box::pin(std::future::ready(Ok(response)))
    }
}

struct Pieces(VecDeque<Bytes>);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

/// The targets of the requests, such as `/a?b=c`.
pub(crate) type Targets = std::sync::Arc<Mutex<Vec<String>>>;

/// Returns a client that receives these replies in order, and then always the last one.
pub(crate) fn client(
    replies: impl IntoIterator<Item = Reply>,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> (Client, Targets) {
    let targets = Targets::default();
    let transport =
        Replies { left: Mutex::new(replies.into_iter().collect()), targets: targets.clone() };
    let builder = Client::builder("https://api.example")
        .api_key(KEY)
        .retry(RetryPolicy::never())
        .rate_limit(RateLimit::Off)
        .transport(transport);
    (change(builder).build().unwrap(), targets)
}

/// Runs a future on a runtime of this thread.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: RefCell<tokio::runtime::Runtime> = RefCell::new(
            tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap(),
        );
    }
    RUNTIME.with_borrow(|runtime| runtime.block_on(future))
}
