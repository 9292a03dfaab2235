//! `tower` layers around the transport, and services as a transport.

use std::{
    collections::VecDeque,
    convert::Infallible,
    io,
    pin::{Pin, pin},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
    time::Duration,
};

use bytes::Bytes;
use http_body::{Body as _, Frame};
use plane_api::{
    Body, CallInfo, Client, ClientBuilder, Delivery, Error, ErrorKind, RetryPolicy, Stage,
    Timeouts, TowerTransport, TransportError, Value, endpoint,
    http::{Request, Response},
};
use plane_tests::{
    Reply, Server,
    faults::{ClosedPort, Fault, FaultServer},
    json,
};
use tower::{
    BoxError, Service, ServiceBuilder, limit::ConcurrencyLimitLayer, service_fn,
    timeout::TimeoutLayer,
};

#[endpoint(GET, "/things/")]
pub struct GetThing {}

#[endpoint(POST, "/things/")]
pub struct CreateThing {
    name: String,
}

fn builder(url: &str) -> ClientBuilder {
    let short = Duration::from_millis(1);
    let policy = RetryPolicy::standard().backoff(short, short);
    Client::builder(url).api_key("k").retry(policy)
}

/// Returns a client that sends its requests with this service.
macro_rules! client {
    ($service:expr) => {
        builder("http://127.0.0.1:9").transport(TowerTransport::new($service)).build().unwrap()
    };
}

fn known(error: &Error) -> (ErrorKind, Delivery, u32) {
    (error.kind(), error.delivery(), error.attempts())
}

#[tokio::test(start_paused = true)]
async fn a_concurrency_limit_delays_further_calls() {
    let (under_way, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (now, seen) = (under_way.clone(), most.clone());
    let service = service_fn(move |_: Request<Body>| {
        let (now, seen) = (now.clone(), seen.clone());
        async move {
            seen.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_secs(1)).await;
            now.fetch_sub(1, Ordering::SeqCst);
            Ok::<_, Infallible>(Response::new(Body::from(Bytes::from_static(b"null"))))
        }
    });
    let builder = builder("http://127.0.0.1:9").transport(TowerTransport::new(service));
    let client = builder.layer(ConcurrencyLimitLayer::new(3)).build().unwrap();
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(GetThing::new().send(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!((most.load(Ordering::SeqCst), under_way.load(Ordering::SeqCst)), (3, 0));
}

/// A dropped call gives back its permit, whether it waits for one or holds one.
#[tokio::test]
async fn a_permit_is_given_back() {
    let server = FaultServer::start([Fault::Hang(Vec::new())], response_null()).unwrap();
    let client = builder(server.url()).layer(ConcurrencyLimitLayer::new(1)).build().unwrap();
    let first = tokio::spawn(GetThing::new().send(&client));
    while server.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    let mut waits = Box::pin(GetThing::new().send(&client));
    assert!(waits.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    drop(waits);
    first.abort();
    GetThing::new().send(&client).await.unwrap();
    assert_eq!(server.requests().len(), 2);
}

fn response_null() -> Fault {
    Fault::Answer(plane_tests::answer(200, "", "null"))
}

#[tokio::test]
async fn a_timeout_around_the_clients_own_transport_leaves_open_what_happened() {
    let server = FaultServer::always(Fault::Hang(Vec::new())).unwrap();
    let layer = TimeoutLayer::new(Duration::from_millis(50));
    let client = builder(server.url()).layer(layer).build().unwrap();
    let error = GetThing::new().send(&client).await.unwrap_err();
    assert_eq!(known(&error), (ErrorKind::Transport, Delivery::Unknown, 3), "{error}");
    let error = CreateThing::new("x").send(&client).await.unwrap_err();
    assert_eq!(known(&error), (ErrorKind::Transport, Delivery::Unknown, 1), "sent once: {error}");
    assert_eq!(server.requests().len(), 4);
}

/// Information from the default transport passes through layers that box errors.
#[tokio::test]
async fn a_transports_own_error_keeps_its_stage() {
    let port = ClosedPort::take().unwrap();
    let layers = ServiceBuilder::new()
        .layer(TimeoutLayer::new(Duration::from_secs(30)))
        .layer(ConcurrencyLimitLayer::new(8))
        .into_inner();
    let client = builder(&port.url()).layer(layers).build().unwrap();
    let error = CreateThing::new("x").send(&client).await.unwrap_err();
    assert_eq!(known(&error), (ErrorKind::Connect, Delivery::NotSent, 3), "{error}");

    let client = client!(service_fn(|_: Request<Body>| async {
        Err::<Response<Body>, _>(TransportError::new(Stage::AfterSend, "late").timed_out())
    }));
    let error = CreateThing::new("x").send(&client).await.unwrap_err();
    assert_eq!(known(&error), (ErrorKind::Timeout, Delivery::Unknown, 1), "{error}");
}

/// Fails when it is polled for readiness, or when it is called.
#[derive(Clone)]
struct Fails {
    when_called: bool,
}

impl Service<Request<Body>> for Fails {
    type Response = Response<Body>;
    type Error = BoxError;
    type Future = std::future::Ready<Result<Response<Body>, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(if self.when_called { Ok(()) } else { Err("closed".into()) })
    }

    fn call(&mut self, _: Request<Body>) -> Self::Future {
        std::future::ready(Err("broken".into()))
    }
}

#[tokio::test]
async fn a_service_that_was_not_called_has_sent_nothing() {
    let error = CreateThing::new("x").send(&client!(Fails { when_called: false })).await;
    assert_eq!(known(&error.unwrap_err()), (ErrorKind::Connect, Delivery::NotSent, 3));
    let error = CreateThing::new("x").send(&client!(Fails { when_called: true })).await;
    assert_eq!(known(&error.unwrap_err()), (ErrorKind::Transport, Delivery::Unknown, 1));
}

/// Is ready at the third poll. Only the clone that reported readiness may be called.
struct Shy {
    asked: usize,
    called: Arc<AtomicUsize>,
}

impl Clone for Shy {
    fn clone(&self) -> Self {
        Self { asked: 0, called: self.called.clone() }
    }
}

impl Service<Request<Body>> for Shy {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Response<Body>, Infallible>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.asked += 1;
        if self.asked >= 3 {
            return Poll::Ready(Ok(()));
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn call(&mut self, _: Request<Body>) -> Self::Future {
        assert_eq!(self.asked, 3, "called without being ready");
        self.called.fetch_add(1, Ordering::SeqCst);
        std::future::ready(Ok(Response::new(Body::from(Bytes::from_static(b"null")))))
    }
}

#[tokio::test]
async fn the_clone_that_is_ready_is_the_one_that_is_called() {
    let called = Arc::new(AtomicUsize::new(0));
    let client = client!(Shy { asked: 0, called: called.clone() });
    let calls: Vec<_> = (0..10).map(|_| tokio::spawn(GetThing::new().send(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(called.load(Ordering::SeqCst), 10);
}

/// A body of another library: chunks, a trailer, or an error at the end.
struct Pieces(VecDeque<Result<Frame<Bytes>, io::Error>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(self.0.pop_front())
    }
}

#[tokio::test]
async fn a_response_may_have_a_body_of_another_library() {
    let data = |text: &'static str| Ok(Frame::data(Bytes::from_static(text.as_bytes())));
    let client = client!(service_fn(move |_: Request<Body>| async move {
        let trailers = Ok(Frame::trailers(http::HeaderMap::new()));
        let pieces = [data("{\"id\""), data(""), data(": 7}"), trailers];
        Ok::<_, BoxError>(Response::new(Pieces(pieces.into())))
    }));
    let thing: Value = GetThing::new().send(&client).await.unwrap();
    assert_eq!(thing["id"], 7);

    let client = client!(service_fn(move |_: Request<Body>| async move {
        let pieces = [data("{\"id\""), Err(io::Error::other("cut off"))];
        Ok::<_, BoxError>(Response::new(Pieces(pieces.into())))
    }));
    let error = CreateThing::new("x").send(&client).await.unwrap_err();
    assert_eq!(known(&error), (ErrorKind::Transport, Delivery::Applied, 1), "{error}");
}

#[tokio::test]
async fn a_service_sees_the_request_and_which_attempt_it_is() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let client = client!(service_fn(move |request: Request<Body>| {
        let info = request.extensions().get::<CallInfo>().copied().unwrap();
        let size = request.body().size_hint().exact();
        let mut body = pin!(request.into_body());
        let frame = body.as_mut().poll_frame(&mut Context::from_waker(Waker::noop()));
        let Poll::Ready(Some(Ok(frame))) = frame else { panic!("no body") };
        let text = String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap();
        assert!(body.is_end_stream());
        log.lock().unwrap().push((info.spec.path, info.attempt, size, text));
        async move {
            if info.attempt == 1 {
                return Err(TransportError::new(Stage::BeforeSend, "not yet"));
            }
            Ok(Response::new(Body::from(Bytes::from_static(b"null"))))
        }
    }));
    CreateThing::new("x").send(&client).await.unwrap();
    let expected = |attempt| ("/things/", attempt, Some(12), r#"{"name":"x"}"#.to_owned());
    assert_eq!(*seen.lock().unwrap(), [expected(1), expected(2)]);
}

#[tokio::test]
async fn a_layer_that_loses_the_call_is_named() {
    let server = Server::always(json(200, "null")).await.unwrap();
    let layer = tower::util::MapRequestLayer::new(|request: Request<Body>| {
        let (mut parts, body) = request.into_parts();
        parts.extensions.clear();
        Request::from_parts(parts, body)
    });
    let builder = builder(server.url()).retry(RetryPolicy::never());
    let error = GetThing::new().send(&builder.layer(layer).build().unwrap()).await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert!(error.to_string().contains("a layer removed the request's extensions"), "{error}");
    assert_eq!(server.requests().len(), 0);
}

/// Waiting for readiness is part of an attempt, and ends with it.
#[tokio::test]
async fn waiting_for_a_service_is_limited() {
    let server = Server::always(Reply::Hang(Vec::new())).await.unwrap();
    let timeouts = Timeouts::default().attempt(Duration::from_millis(50));
    let builder = builder(server.url()).timeouts(timeouts).retry(RetryPolicy::never());
    let client = builder.layer(ConcurrencyLimitLayer::new(1)).build().unwrap();
    let (one, other) = tokio::join!(GetThing::new().send(&client), GetThing::new().send(&client));
    for error in [one.unwrap_err(), other.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    }
}

#[endpoint(GET, "/files/<id>" -> plane_api::Redirect)]
pub struct GetFile {}

/// Requests to file storage go through the same layers and the same transport.
#[tokio::test]
async fn requests_to_the_storage_go_through_the_layers_as_well() {
    let storage =
        FaultServer::always(Fault::Answer(plane_tests::answer(200, "", "Hello"))).unwrap();
    let location = format!("Location: {}/a?signature=s\r\n", storage.url());
    let moved = Reply::Send(plane_tests::answer(302, &location, ""));
    let server = Server::always(moved).await.unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let layer = tower::layer::layer_fn(move |inner: plane_api::TransportService| {
        let log = log.clone();
        service_fn(move |request: Request<Body>| {
            log.lock().unwrap().push(request.uri().path().to_owned());
            let mut inner = inner.clone();
            async move { inner.call(request).await }
        })
    });
    let client = builder(server.url()).layer(layer).build().unwrap();
    for _ in 0..3 {
        let redirect = GetFile::new("1").send(&client).await.unwrap();
        assert_eq!(redirect.download(&client).await.unwrap().collect().await.unwrap(), "Hello");
    }
    assert_eq!(*seen.lock().unwrap(), ["/files/1", "/a"].repeat(3));
    assert_eq!((storage.requests().len(), storage.accepted()), (3, 1));
}
