//! Time limits of streams: in paused time.

use std::time::Duration;

use plane_api::{
    BoxFuture, CallInfo, Delivery, Error, ErrorKind, Timeouts, Transport, TransportError,
    http::{self, Request, Response},
};
use plane_tests::faults::{Fault, FaultServer};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep},
};

use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// A stream of this many chunks, with a pause before each.
fn slow(count: usize, piece: &'static [u8], pause: Duration) -> Body {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        for _ in 0..count {
            sleep(pause).await;
            if sender.send(Ok(Bytes::from_static(piece))).await.is_err() {
                break;
            }
        }
    });
    Body::stream(Channel(receiver))
}

pub(super) struct Channel(pub(super) mpsc::Receiver<io::Result<Bytes>>);

impl Stream for Channel {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context)
    }
}

/// Reads the body with a pause before each chunk, waits, and responds with this many chunks, with a pause before each.
struct Slow {
    take: Duration,
    think: Duration,
    give: (usize, &'static [u8], Duration),
}

const FAST: Slow = Slow { take: Duration::ZERO, think: Duration::ZERO, give: (0, b"", SECOND) };

impl Transport for Slow {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let mut body = request.into_body();
            let mut left = body.content_length();
            // If the length is known, the end is not awaited, and the body stays until the response.
            while left != Some(0)
                && let Some(piece) = body.chunk().await.transpose()?
            {
                left = left.map(|left| left - piece.len() as u64);
                sleep(self.take).await;
            }
            if left.is_none() {
                drop(body);
            }
            sleep(self.think).await;
            let (count, piece, pause) = self.give;
            Ok(Response::new(slow(count, piece, pause)))
        })
    }
}

async fn upload(transport: Slow, file: Body) -> (Result<(), Error>, Duration) {
    let client =
        Client::builder("https://api.example").api_key("k").transport(transport).build().unwrap();
    let start = Instant::now();
    (Upload::new("a", file).send(&client).await, start.elapsed())
}

async fn download(give: (usize, &'static [u8], Duration)) -> Result<Bytes, Error> {
    let client = Client::builder("https://api.example")
        .api_key("k")
        .transport(Slow { give, ..FAST })
        .build()
        .unwrap();
    GetFile::new("a").send(&client).await.unwrap().collect().await
}

fn is_timeout(error: &Error, delivery: Delivery, message: &str) {
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, delivery), "{error}");
    assert!(error.to_string().ends_with(message), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_download_may_take_its_time_if_it_keeps_moving() {
    let start = Instant::now();
    assert_eq!(download((100, &[b'x'; 16 << 10], 10 * SECOND)).await.unwrap().len(), 100 << 14);
    assert!(start.elapsed() >= 1000 * SECOND, "longer than any call may take otherwise");
    let error = download((2, b"x", 31 * SECOND)).await.unwrap_err();
    is_timeout(&error, Delivery::Applied, "the server sent no body data for 30s");
    let error = download((1000, &[b'x'; 1000], SECOND)).await.unwrap_err();
    is_timeout(
        &error,
        Delivery::Applied,
        "the server sent less than 1024 body bytes per second for 30s",
    );
}

#[tokio::test(start_paused = true)]
async fn a_download_that_was_fast_must_not_stay_slow() {
    let fast: Vec<_> = (0..100).map(|_| Ok(Bytes::from_static(&[b'x'; 1 << 16]))).collect();
    let pieces = Pieces(fast.into());
    let transport = Once(std::sync::Mutex::new(Some((pieces, slow(1000, b"x", SECOND)))));
    let client =
        Client::builder("https://api.example").api_key("k").transport(transport).build().unwrap();
    let mut file = GetFile::new("a").send(&client).await.unwrap();
    let start = Instant::now();
    let error = loop {
        if let Err(error) = file.chunk().await.unwrap() {
            break error;
        }
    };
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(start.elapsed() <= 60 * SECOND, "{:?}", start.elapsed());
}

/// Responds with these chunks and then with that body.
struct Once(std::sync::Mutex<Option<(Pieces, Body)>>);

impl Transport for Once {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        let (mut pieces, mut rest) = self.0.lock().unwrap().take().unwrap();
        let (sender, receiver) = mpsc::channel(1);
        tokio::spawn(async move {
            while let Some(piece) = pieces.0.pop_front() {
                sender.send(piece).await.unwrap();
            }
            while let Some(Ok(piece)) = rest.chunk().await {
                sender.send(Ok(piece)).await.unwrap();
            }
        });
        Box::pin(async { Ok(Response::new(Body::stream(Channel(receiver)))) })
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_reader_causes_no_timeout() {
    let give = (5, &[b'x'; 4096][..], SECOND);
    let client = Client::builder("https://api.example")
        .api_key("k")
        .transport(Slow { give, ..FAST })
        .build()
        .unwrap();
    let mut file = GetFile::new("a").send(&client).await.unwrap();
    while let Some(piece) = file.chunk().await {
        piece.unwrap();
        sleep(100 * SECOND).await;
    }
}

#[tokio::test(start_paused = true)]
async fn an_upload_may_take_its_time_if_it_keeps_moving() {
    const PIECE: &[u8] = &[b'x'; 16 << 10];
    let (result, time) = upload(Slow { take: 10 * SECOND, ..FAST }, slow(100, PIECE, SECOND)).await;
    result.unwrap();
    assert!(time >= 1000 * SECOND, "{time:?}");
    let (result, _) = upload(Slow { take: 31 * SECOND, ..FAST }, slow(2, PIECE, SECOND)).await;
    let error = result.unwrap_err();
    is_timeout(&error, Delivery::Unknown, "the server took no body data for 30s");
    let (result, time) = upload(Slow { take: SECOND, ..FAST }, slow(100, b"x", SECOND)).await;
    is_timeout(
        &result.unwrap_err(),
        Delivery::Unknown,
        "the server took less than 1024 body bytes per second for 30s",
    );
    assert!(time < 70 * SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn a_slow_stream_causes_no_timeout() {
    let (result, time) = upload(FAST, slow(5, b"x", 100 * SECOND)).await;
    result.unwrap();
    assert!(time >= 500 * SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn the_response_to_an_upload_has_the_time_of_an_attempt() {
    let file = || slow(5, b"x", 100 * SECOND);
    let (result, _) = upload(Slow { think: 59 * SECOND, ..FAST }, file()).await;
    result.unwrap();
    for length in [None, Some(5)] {
        let file = length.map_or_else(file, |length| file().with_content_length(length));
        let (result, time) = upload(Slow { think: 61 * SECOND, ..FAST }, file).await;
        is_timeout(&result.unwrap_err(), Delivery::Unknown, "no complete response within 60s");
        assert!((560 * SECOND..562 * SECOND).contains(&time), "{time:?}");
    }
}

/// Reads the first piece of a body, gives up the rest, and responds after this time.
struct Early(Duration);

impl Transport for Early {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async {
            let mut body = request.into_body();
            body.chunk().await.transpose()?;
            drop(body);
            sleep(self.0).await;
            Ok(Response::new(Body::from("null")))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_want_the_rest_has_the_time_of_an_attempt() {
    let client = |time| {
        let builder = Client::builder("https://api.example").api_key("k");
        builder.transport(Early(time)).build().unwrap()
    };
    let file = || slow(5, b"x", SECOND);
    Upload::new("a", file()).send(&client(59 * SECOND)).await.unwrap();
    let error = Upload::new("a", file()).send(&client(61 * SECOND)).await.unwrap_err();
    is_timeout(&error, Delivery::Unknown, "no complete response within 60s");
}

/// Rejects a request, and never ends the body.
struct Endless(Duration);

impl Transport for Endless {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        let mut response = Response::new(slow(1000, b"x", self.0));
        *response.status_mut() = http::StatusCode::CONFLICT;
        Box::pin(std::future::ready(Ok(response)))
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejection_counts_more_than_the_time_that_its_body_takes() {
    // Either the next chunk would take longer than the idle limit, or each chunk is in time and the attempt's limit
    // ends.
    for (pause, expected) in [(31 * SECOND, 30 * SECOND), (7 * SECOND, 60 * SECOND)] {
        let client = Client::builder("https://api.example").api_key("k");
        let client = client.transport(Endless(pause)).build().unwrap();
        let start = Instant::now();
        let error = GetFile::new("a").send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
        assert_eq!((error.status().unwrap().as_u16(), start.elapsed()), (409, expected));
    }
}

#[tokio::test(start_paused = true)]
async fn limits_hold_on_sockets_too() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nx".to_vec();
    let drip = FaultServer::always(Fault::Drip(head.clone(), vec![b'x'; 99])).unwrap();
    let mut file = GetFile::new("a").send(&client(drip.url())).await.unwrap();
    let start = Instant::now();
    let error = loop {
        if let Err(error) = file.chunk().await.unwrap() {
            break error;
        }
    };
    is_timeout(&error, Delivery::Applied, "1024 body bytes per second for 30s");
    assert!((30 * SECOND..32 * SECOND).contains(&start.elapsed()), "{:?}", start.elapsed());

    let hang = FaultServer::always(Fault::Hang(head)).unwrap();
    let mut file = GetFile::new("a").send(&client(hang.url())).await.unwrap();
    assert_eq!(file.chunk().await.unwrap().unwrap(), "x");
    let error = file.chunk().await.unwrap().unwrap_err();
    is_timeout(&error, Delivery::Applied, "no body data for 30s");
    assert!(file.chunk().await.is_none(), "it is over");
}

#[tokio::test]
async fn a_server_that_stops_reading_is_given_up() {
    let deaf = FaultServer::always(Fault::Deaf).unwrap();
    let idle = Duration::from_millis(100);
    let timeouts = Timeouts::default().idle(idle).attempt(None).call(None);
    let client = builder(deaf.url()).timeouts(timeouts).build().unwrap();
    let endless = Body::reader(tokio::io::repeat(b'x'));
    let error = Upload::new("a", endless).send(&client).await.unwrap_err();
    is_timeout(&error, Delivery::Unknown, "the server took no body data for 100ms");
    assert_eq!(error.attempts(), 1);
}
