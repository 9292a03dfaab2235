//! Streams of items: server-sent events, and JSON values one per line.

use std::{fmt::Debug, sync::Mutex, time::Duration};

use plane_api::{
    BoxFuture, CallInfo, Delivery, Endpoint, Error, ErrorKind, Event, Events, Lines, RawResponse,
    ResponseKind, Timeout, Transport, TransportError,
    http::{HeaderValue, Request, Response},
};
use plane_tests::{
    Reply, Server, answer,
    faults::{Fault, FaultServer, Protocol},
};
use serde::Deserialize;
use tokio::time::sleep;

use super::*;

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Tick {
    id: u64,
}

#[endpoint(GET, "/events" -> Events<Tick>)]
pub struct Watch {}

#[endpoint(POST, "/events" -> Events<Tick>)]
pub struct Start {
    pub stream: bool,
}

#[endpoint(GET, "/lines" -> Lines<Tick>)]
pub struct Export {}

/// Responds to every request with these chunks, with a pause before each.
struct Replay {
    content_type: &'static str,
    pieces: Vec<Vec<u8>>,
    pause: Duration,
    resumed: Mutex<Vec<Option<HeaderValue>>>,
}

impl Transport for Replay {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        self.resumed.lock().unwrap().push(request.headers().get("last-event-id").cloned());
        let (pieces, pause) = (self.pieces.clone(), self.pause);
        let (sender, receiver) = tokio::sync::mpsc::channel(1);
        tokio::spawn(async move {
            for piece in pieces {
                sleep(pause).await;
                if sender.send(Ok(Bytes::from(piece))).await.is_err() {
                    break;
                }
            }
        });
        let mut response = Response::new(Body::stream(limits::Channel(receiver)));
        let content_type = HeaderValue::from_static(self.content_type);
        response.headers_mut().insert("content-type", content_type);
        Box::pin(async { Ok(response) })
    }
}

fn replaying(content_type: &'static str, pieces: Vec<Vec<u8>>, pause: Duration) -> Client {
    let transport = Replay { content_type, pieces, pause, resumed: Mutex::default() };
    builder("https://api.example").transport(transport).build().unwrap()
}

/// Returns the items of a stream: each value, or its error.
async fn all<T: Debug>(mut stream: impl Stream<Item = Result<T, Error>> + Unpin) -> Vec<String> {
    let mut items = Vec::new();
    while let Some(item) =
        std::future::poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await
    {
        items.push(match item {
            Ok(item) => format!("{item:?}"),
            Err(error) => {
                assert_eq!(error.delivery(), Delivery::Applied, "{error}");
                format!("{:?} {}", error.kind(), error.json_path().unwrap_or_default())
            }
        });
    }
    items
}

async fn events(pieces: Vec<Vec<u8>>) -> Vec<String> {
    let client = replaying("text/event-stream; charset=utf-8", pieces, Duration::ZERO);
    all(Watch::new().send(&client).await.unwrap()).await
}

async fn lines(pieces: Vec<Vec<u8>>) -> Vec<String> {
    let client = replaying("application/x-ndjson", pieces, Duration::ZERO);
    all(Export::new().send(&client).await.unwrap()).await
}

/// Splits the text into every pair of chunks, and into single bytes.
fn cuts(text: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let pairs = (0..=text.len()).map(|at| vec![text[..at].to_vec(), text[at..].to_vec()]);
    pairs.chain([text.iter().map(|byte| vec![*byte]).collect()]).collect()
}

const STREAM: &str = "\u{feff}: a comment\n\
    id: 1\nevent: tick\ndata: {\"id\":\ndata:1}\n\n\
    :\n\n\
    retry: 1500\nretry: soon\nunknown: x\nnocolon\ndata:{\"id\": 2}\n\n\
    id\ndata: {\"id\": 3}\nevent:\n\n\
    id: 4\n\n\
    data: [DONE]\n\n\
    data: {\"id\": 9}\n\n";

#[tokio::test]
async fn events_are_read_as_the_standard_says_however_they_are_cut() {
    let expected = [
        r#"Event { id: Some("1"), event: Some("tick"), data: Tick { id: 1 } }"#,
        r#"Event { id: None, event: None, data: Tick { id: 2 } }"#,
        r#"Event { id: Some(""), event: None, data: Tick { id: 3 } }"#,
    ];
    for ending in ["\n", "\r\n", "\r"] {
        let text = STREAM.replace('\n', ending);
        for pieces in cuts(text.as_bytes()) {
            assert_eq!(events(pieces).await, expected, "{ending:?}");
        }
    }
}

#[tokio::test]
async fn a_stream_is_resumed_after_its_last_event_id() {
    let text = "id: 1\nretry: 1500\ndata: {\"id\": 1}\n\nid: ä7\n\n";
    let transport = std::sync::Arc::new(Replay {
        content_type: "text/event-stream",
        pieces: vec![text.into()],
        pause: Duration::ZERO,
        resumed: Mutex::default(),
    });
    let client =
        builder("https://api.example").transport(Shared(transport.clone())).build().unwrap();
    let mut events = Watch::new().send(&client).await.unwrap();
    assert_eq!((events.last_event_id(), events.retry()), (None, None));
    assert_eq!(events.next().await.unwrap().unwrap().data, Tick { id: 1 });
    assert_eq!(events.last_event_id(), Some("1"));
    assert_eq!(events.retry(), Some(Duration::from_millis(1500)));
    assert!(events.next().await.is_none() && events.next().await.is_none());
    assert_eq!(events.last_event_id(), Some("ä7"), "the id of an event without data counts, too");

    let id = events.last_event_id().unwrap();
    let mut events = client.call(&Watch::new()).resume(id).send().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, Tick { id: 1 });
    let resumed = transport.resumed.lock().unwrap().clone();
    assert_eq!(resumed, [None, Some(HeaderValue::from_bytes("ä7".as_bytes()).unwrap())]);

    let error = client.call(&Watch::new()).resume("a\nb").send().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    assert_eq!(transport.resumed.lock().unwrap().len(), 2, "nothing was sent");
}

struct Shared(std::sync::Arc<Replay>);

impl Transport for Shared {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        self.0.execute(request, info)
    }
}

#[tokio::test]
async fn the_terminator_is_the_users_if_there_is_one() {
    let text = "data: [DONE]\n\ndata: {\"id\": 1}\n\ndata: bye\n\ndata: {\"id\": 2}\n\n";
    let client = replaying("text/event-stream", vec![text.into()], Duration::ZERO);
    let events = Watch::new().send(&client).await.unwrap().until("bye");
    let expected = ["Decode ", "Event { id: None, event: None, data: Tick { id: 1 } }"];
    assert_eq!(all(events).await, expected);
    // The last line needs no line ending.
    assert_eq!(self::events(vec!["data: {\"id\": 1}\n\ndata: [DONE]".into()]).await.len(), 1);
}

#[tokio::test]
async fn raw_events_are_text_of_any_kind() {
    let text = b"data: hello\ndata: world\n\nevent: end\ndata\n\ndata: \xff\n\n".to_vec();
    let client = replaying("text/event-stream", vec![text], Duration::ZERO);
    let mut events = Watch::new().send(&client).await.unwrap();
    let mut raw = Vec::new();
    while let Some(event) = events.next_raw().await {
        let Event { event, data, .. } = event.unwrap();
        raw.push((event, data));
    }
    let expected = [(None, "hello\nworld"), (Some("end".to_owned()), ""), (None, "\u{fffd}")];
    assert_eq!(raw, expected.map(|(event, data)| (event, data.to_owned())));
}

#[tokio::test]
async fn a_bad_item_is_one_error_and_the_next_follows() {
    let events = events(vec![
        "data: {\"id\": 1}\n\ndata: {\"id\": \"x\"}\n\ndata: {\n\ndata: {\"id\": 2}\n\n".into(),
    ]);
    let event = |id| format!("Event {{ id: None, event: None, data: Tick {{ id: {id} }} }}");
    let bad = ["Decode id".to_owned(), "Decode ".to_owned()];
    let expected = [&[event(1)], &bad[..], &[event(2)]].concat();
    assert_eq!(events.await, expected);

    let lines = lines(vec!["{\"id\":1}\n{\"id\":\"x\"}\n[\n{\"id\":2}\n".into()]).await;
    assert_eq!(lines, ["Tick { id: 1 }", "Decode id", "Decode ", "Tick { id: 2 }"]);
}

#[tokio::test]
async fn the_error_of_an_item_names_it_and_shows_no_credentials() {
    let text = "data: \"the key secret-key-123 is fine\"\n\n";
    let client =
        Client::builder("https://api.example").api_key("secret-key-123").transport(Replay {
            content_type: "text/event-stream",
            pieces: vec![text.into()],
            pause: Duration::ZERO,
            resumed: Mutex::default(),
        });
    let mut events = Watch::new().send(&client.build().unwrap()).await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("cannot decode the event at the root"), "{error}");
    let shown = format!("{error} {error:?} {}", error.body_snippet().unwrap());
    assert!(!shown.contains("secret-key-123") && shown.contains("the key"), "{shown}");
}

#[tokio::test]
async fn an_item_has_a_limit_and_the_stream_has_none() {
    // Each item has up to 40 bytes; the stream has thousands.
    let long = "x".repeat(200);
    let events = format!(
        "data: {{\"id\": 1}}\n\ndata: {long}\ndata: more\n\ndata: {{\"id\": 2}}\n\n\
         data: {part}\ndata: {part}\n\ndata: {{\"id\": 3}}\n\n{many}",
        part = "x".repeat(25),
        many = "data: {\"id\": 4}\n\n".repeat(200),
    );
    let lines = format!("{{\"id\":1}}\n{long}\n{{\"id\":2}}\n{long}");
    for (events, lines) in cuts(events.as_bytes()).into_iter().zip(cuts(lines.as_bytes())) {
        let client = replaying("text/event-stream", events, Duration::ZERO);
        let stream = client.call(&Watch::new()).max_response_bytes(40).send().await.unwrap();
        let items = all(stream).await;
        let short: Vec<_> = items.iter().map(|item| item.split(' ').next().unwrap()).collect();
        assert_eq!(short[..5], ["Event", "TooLarge", "Event", "TooLarge", "Event"]);
        assert_eq!(short.len(), 205);

        let client = replaying("application/x-ndjson", lines, Duration::ZERO);
        let stream = client.call(&Export::new()).max_response_bytes(40).send().await.unwrap();
        let expected = ["Tick { id: 1 }", "TooLarge ", "Tick { id: 2 }", "TooLarge "];
        assert_eq!(all(stream).await, expected);
    }
}

#[tokio::test]
async fn lines_are_read_however_they_are_cut_and_end() {
    let expected = ["Tick { id: 1 }", "Tick { id: 2 }", "Tick { id: 3 }"];
    for text in [
        "{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n",
        "\u{feff}{\"id\":1}\r\n\r\n \t\n{\"id\": 2}\r\n{\"id\":3}",
    ] {
        for pieces in cuts(text.as_bytes()) {
            assert_eq!(lines(pieces).await, expected);
        }
    }
    assert!(lines(vec![]).await.is_empty());
    assert_eq!(lines(vec!["{\"id\":1}\n{\"id\"".into()]).await, ["Tick { id: 1 }", "Decode "]);
}

#[tokio::test]
async fn a_stream_that_ends_within_a_line_is_an_error() {
    let whole = "Event { id: None, event: None, data: Tick { id: 1 } }";
    assert_eq!(events(vec!["data: {\"id\": 1}\n".into()]).await, [whole]);
    assert_eq!(events(vec!["data: {\"id\": 1}\n\nda".into()]).await, [whole, "Decode "]);
    assert_eq!(events(vec!["data: {\"id\": 1}".into()]).await, ["Decode "]);
}

#[tokio::test]
async fn the_request_accepts_a_stream_and_is_never_retried() {
    let headers = "Content-Type: text/event-stream\r\n";
    let whole = answer(200, headers, "data: {\"id\": 1}\n\ndata: {\"id\": 2}\n\n");
    for protocol in Protocol::ALL {
        let broken = Fault::Close(whole[..whole.len() - 4].to_vec());
        let server = FaultServer::speaking(protocol, [], broken).unwrap();
        let mut builder = builder(server.url());
        if let Some(pem) = server.pem() {
            builder = builder.root_certificates(pem).system_root_certificates(false);
        }
        let events = Start::new(true).send(&builder.build().unwrap()).await.unwrap();
        assert_eq!(events.meta().status(), 200);
        let expected = ["Event { id: None, event: None, data: Tick { id: 1 } }", "Transport "];
        assert_eq!(all(events).await, expected, "{protocol:?}");
        let requests = server.requests();
        assert_eq!(requests.len(), 1);
    }
    let server = FaultServer::always(Fault::Answer(whole)).unwrap();
    assert_eq!(all(Watch::new().send(&client(server.url())).await.unwrap()).await.len(), 2);
    assert_eq!(server.requests()[0].header("accept"), Some("text/event-stream"));
    let server = Server::always(Reply::Send(answer(200, "", "{\"id\":1}\n"))).await.unwrap();
    let lines = Export::new().send(&client(server.url())).await.unwrap();
    assert_eq!(all(lines).await, ["Tick { id: 1 }"]);
    let accept = "application/x-ndjson, application/jsonl, */*;q=0.5";
    assert_eq!(server.requests()[0].header("accept"), Some(accept));
}

#[tokio::test]
async fn a_response_that_is_no_stream_of_events_is_an_error() {
    let client = replaying("application/json", vec!["{\"error\": 1}".into()], Duration::ZERO);
    let error = Watch::new().send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
    assert!(error.to_string().contains("`application/json`"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_stream_may_be_slow_but_must_not_stall() {
    let text = "data: {\"id\": 1}\n\n: still here\n\ndata: {\"id\": 2}\n\n";
    let bytes = || text.bytes().map(|byte| vec![byte]).collect();
    let client = replaying("text/event-stream", bytes(), Duration::from_secs(29));
    assert_eq!(all(Watch::new().send(&client).await.unwrap()).await.len(), 2);
    let client = replaying("text/event-stream", bytes(), Duration::from_secs(31));
    let mut events = Watch::new().send(&client).await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.timed_out()), (ErrorKind::Timeout, Some(Timeout::Idle)));
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_stream_can_be_collected() {
    let client = replaying("application/x-ndjson", vec!["{\"id\":1}\n".into()], Duration::ZERO);
    let whole = client.call(&Export::new()).raw().await.unwrap();
    assert_eq!(whole.body(), "{\"id\":1}\n");
    assert_eq!(Watch::SPEC.response_kind, ResponseKind::Events);
    assert_eq!(Export::SPEC.response_kind, ResponseKind::Lines);
    assert_eq!(Watch::SPEC.response, "Events<Tick>");
}

/// The first line of a stream contains the number of further lines.
#[endpoint(GET, "/counted" -> Lines<Tick>, decode = counted)]
pub struct Counted {}

fn counted(response: RawResponse) -> plane_api::Result<Lines<Tick>> {
    response.header::<u64>("x-count")?;
    response.lines()
}

#[tokio::test]
async fn a_decode_function_can_read_a_stream() {
    let server = Server::start(|request| {
        let headers = if request.line().contains("counted") { "X-Count: 1\r\n" } else { "" };
        Reply::Send(answer(200, headers, "{\"id\":1}\n"))
    });
    let server = server.await.unwrap();
    let lines = Counted::new().send(&client(server.url())).await.unwrap();
    assert_eq!(all(lines).await, ["Tick { id: 1 }"]);
}
