//! Everything that a server does is recorded and played: the same calls with the same results, including attempts.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use plane_api::{
    Body, Bytes, Client, Download, Events, FilePart, Lines, RawResponse, Redirect, Value, endpoint,
};
use plane_tests::{
    answer,
    faults::{ClosedPort, Fault, FaultServer, Protocol},
};
use serde_json::json;

use super::{Buffer, impatient, recording, replaying, seen};

#[endpoint(GET, "/things/<id>/")]
struct GetThing {}

#[endpoint(PUT, "/things/<id>/")]
struct PutThing {
    name: Option<String>,
}

#[endpoint(PATCH, "/things/<id>/")]
struct PatchThing {
    name: Option<String>,
}

#[endpoint(DELETE, "/things/<id>/" -> ())]
struct DeleteThing {}

#[endpoint(HEAD, "/things/<id>/")]
struct HeadThing {}

#[endpoint(GET, "/bytes/<id>" -> Bytes)]
struct GetBytes {}

#[endpoint(GET, "/files/<id>" -> Download)]
struct GetFile {}

#[endpoint(PUT, "/files/<id>" -> ())]
struct PutFile {
    #[body]
    content: Body,
}

#[endpoint(POST, "/files/" -> (), multipart)]
struct Attach {
    title: String,
    file: FilePart,
}

#[endpoint(POST, "/form/", form)]
struct Form {
    a: String,
}

#[endpoint(GET, "/moved/<id>" -> Redirect)]
struct Moved {}

#[endpoint(GET, "/events" -> Events<u32>)]
struct Watch {}

#[endpoint(GET, "/lines" -> Lines<u32>)]
struct Export {}

#[endpoint(GET, "/text" -> String, decode = RawResponse::text)]
struct GetText {}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// A server with a response for each call of [`calls`].
fn responses() -> Vec<Fault> {
    let ok = |headers: &str, body: &[u8]| Fault::Answer(answer(200, headers, body));
    let zipped = gzip(br#"{"big": 18446744073709551616, "a": 1, "a": 2}"#);
    let mut broken = gzip(b"[1, 2]");
    broken.truncate(broken.len() - 4);
    vec![
        ok("X-Request-Id: r1\r\nContent-Type: application/json\r\n", b"{\n  \"id\": 1.50\n}\n"),
        ok("Content-Encoding: gzip\r\n", &zipped),
        ok("Content-Encoding: gzip\r\n", &broken),
        Fault::Answer(answer(204, "", "")),
        Fault::Answer(answer(400, "", r#"{"name": ["too long"]}"#)),
        Fault::Answer(answer(404, "", r#"{"detail": "Not found."}"#)),
        ok("Content-Length: 0\r\n", b""),
        ok("", b"\x89PNG\r\n\x1a\n\xff\x00"),
        ok("Content-Type: application/json\r\n", b"[ 1,\n 2 ]\n"),
        ok("Content-Disposition: attachment; filename=\"a.bin\"\r\n", &[0xff, 0xfe, 0x00]),
        Fault::Answer(answer(201, "", "")),
        Fault::Answer(answer(201, "", "ignored")),
        ok("", b"null"),
        Fault::Answer(answer(302, "Location: /elsewhere?a=b\r\n", "")),
        ok("Content-Type: text/event-stream\r\n", b"data: 1\n\nid: x\ndata: 2\n\n"),
        ok("", b"1\n2\n3\n"),
        ok("Content-Type: text/plain\r\n", "K\u{e4}se \u{1f600}\r\n".as_bytes()),
        Fault::Answer(answer(503, "Retry-After: 0\r\n", "busy")),
        Fault::Answer(answer(429, "Retry-After: 0\r\n", "{}")),
        ok("", br#""third time""#),
    ]
}

async fn calls(client: &Client) -> Vec<String> {
    let mut seen_all = Vec::new();
    let with_meta = client.call(&GetThing::new("1")).with_meta().await.unwrap();
    seen_all.push(format!("{:?} {:?}", with_meta.0, with_meta.1.headers().get("x-request-id")));
    seen_all.push(seen(client.call(&GetThing::new("2")).raw().await.map(|it| it.into_body())));
    seen_all.push(seen(client.call(&PatchThing::new("gz")).send().await));
    seen_all.push(seen(DeleteThing::new("1").send(client).await));
    seen_all.push(seen(PatchThing::new("1").name("x").send(client).await));
    seen_all.push(seen(GetThing::new("a b/c".replace('/', "-")).send(client).await));
    seen_all.push(seen(HeadThing::new("1").send(client).await));
    seen_all.push(seen(GetBytes::new("1").send(client).await));
    seen_all.push(seen(GetBytes::new("2").send(client).await));
    let file = GetFile::new("1").send(client).await.unwrap();
    let about = (file.file_name(), file.content_length());
    seen_all.push(format!("{about:?} {}", seen(file.collect().await)));
    let stream = Body::reader(&[0xff_u8, 1, 2][..]).with_content_length(3);
    seen_all.push(seen(PutFile::new("1", stream).send(client).await));
    let file = FilePart::new("a.txt", Body::reader(&b"\xff--"[..]));
    seen_all.push(seen(Attach::new("t", file).send(client).await));
    seen_all.push(seen(Form::new("1 & 2").send(client).await));
    let moved = Moved::new("1").send(client).await;
    seen_all.push(seen(moved.map(|moved| moved.location().replace("127.0.0.1", ""))));
    let mut events = Watch::new().send(client).await.unwrap();
    while let Some(event) = events.next().await {
        seen_all.push(seen(event.map(|event| event.data)));
    }
    let mut lines = Export::new().send(client).await.unwrap();
    while let Some(line) = lines.next().await {
        seen_all.push(seen(line));
    }
    seen_all.push(seen(GetText::new().send(client).await));
    let (value, meta) = client.call(&PutThing::new("1")).with_meta().await.unwrap();
    seen_all.push(format!("{value:?} after {} attempts", meta.attempts()));
    seen_all
}

#[tokio::test]
async fn responses_are_played_unchanged() {
    for protocol in Protocol::ALL {
        let buffer = Buffer::default();
        let recorder = buffer.recorder();
        let last = Fault::Answer(answer(500, "", ""));
        let server = FaultServer::speaking(protocol, responses(), last).unwrap();
        let mut builder = impatient(Client::builder(server.url())).api_key("k").record(&recorder);
        if let Some(pem) = server.pem() {
            builder = builder.root_certificates(pem).system_root_certificates(false);
        }
        let live = calls(&builder.build().unwrap()).await;
        recorder.finish().unwrap();
        let text = buffer.text();
        let exchanges = buffer.lines().len();
        assert_eq!(exchanges, server.requests().len(), "{text}");

        let replay = buffer.replay().in_order();
        let played = calls(&replaying(&replay)).await;
        assert_eq!(played, live, "{protocol:?}: {text}");
        replay.verify();
        assert!(live.iter().any(|it| it.contains("after 3 attempts")), "{live:?}");
        assert!(text.contains(r#""base64":"iVBORw0KGgr/AA==""#), "{text}");
        assert!(text.contains(r#""json":{"big": 18446744073709551616, "a": 1, "a": 2}"#), "{text}");
    }
}

/// Requests of each retry class meet each fault in their first attempt.
#[tokio::test]
async fn failures_are_played_with_their_stages() {
    let half =
        |body: &str| format!("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{body}").into_bytes();
    let faults = [
        Fault::Reset,
        Fault::ResetOnAccept,
        Fault::Close(Vec::new()),
        Fault::Close(half("[1,")),
        Fault::Close(half("")),
        Fault::Close(b"nonsense\r\n\r\n".to_vec()),
        Fault::CutShort(answer(200, "", "[1"), false),
        Fault::ResetStream(7),
        Fault::GoAway { is_processed: false, code: 0, debug: "" },
        Fault::GoAway { is_processed: true, code: 2, debug: "token=CANARY" },
        Fault::Close(answer(502, "Connection: close\r\n", "")),
    ];
    for protocol in Protocol::ALL {
        for fault in &faults {
            let buffer = Buffer::default();
            let recorder = buffer.recorder();
            let success = Fault::Close(answer(200, "Connection: close\r\n", "[7]"));
            let three = [fault.clone(), success.clone(), fault.clone()];
            let server = FaultServer::speaking(protocol, three, success).unwrap();
            let mut builder =
                impatient(Client::builder(server.url())).api_key("k").record(&recorder);
            if let Some(pem) = server.pem() {
                builder = builder.root_certificates(pem).system_root_certificates(false);
            }
            let live = class_of_each(&builder.build().unwrap()).await;
            recorder.finish().unwrap();

            let replay = buffer.replay().in_order();
            let played = class_of_each(&replaying(&replay)).await;
            assert_eq!(played, live, "{protocol:?} {fault:?}: {}", buffer.text());
            replay.verify();
            assert!(!buffer.text().contains("CANARY"), "{}", buffer.text());
        }
    }
}

async fn class_of_each(client: &Client) -> Vec<String> {
    vec![
        seen(GetThing::new("1").send(client).await),
        seen(PatchThing::new("1").name("x").send(client).await),
        seen(PutThing::new("1").send(client).await),
    ]
}

#[tokio::test]
async fn an_unreachable_server_is_unreachable_in_the_replay() {
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let port = ClosedPort::take().unwrap();
    let live = class_of_each(&recording(&port.url(), &recorder)).await;
    recorder.finish().unwrap();
    assert_eq!(buffer.lines().len(), 9, "three attempts each");
    assert!(buffer.text().contains(r#""failure":{"stage":"BeforeSend""#), "{}", buffer.text());
    let replay = buffer.replay();
    assert_eq!(class_of_each(&replaying(&replay)).await, live);
    replay.verify();
}

/// The client gives up in the recording and, with the same timeouts, in the replay.
#[tokio::test]
async fn a_missing_response_is_missing_in_the_replay() {
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let hang = |bytes: &[u8]| Fault::Hang(bytes.to_vec());
    let begun = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[1,";
    let server = FaultServer::start([hang(b""), hang(begun)], hang(b"")).unwrap();
    let patch = async |client: &Client| {
        [
            seen(PatchThing::new("1").send(client).await),
            seen(PatchThing::new("2").send(client).await),
        ]
    };
    let live = patch(&recording(server.url(), &recorder)).await;
    recorder.finish().unwrap();
    assert!(buffer.lines()[0].ends_with(r#","cancelled":"before a response"}"#));
    assert!(buffer.lines()[1].contains(r#""cancelled":"before the end of the body""#));

    let replay = buffer.replay();
    tokio::time::pause();
    assert_eq!(patch(&replaying(&replay)).await, live);
    replay.verify();
}

/// The part of an endless stream that was read is recorded when it is dropped.
#[tokio::test]
async fn a_stream_that_is_dropped_is_played_as_far_as_it_was_read() {
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    let first = [&head[..], b"data: 1\n\ndata: 2\n\n"].concat();
    let server = FaultServer::always(Fault::Hang(first)).unwrap();
    let two = async |client: &Client| {
        let mut events = Watch::new().send(client).await.unwrap();
        [events.next().await, events.next().await].map(|event| event.unwrap().unwrap().data)
    };
    assert_eq!(two(&recording(server.url(), &recorder)).await, [1, 2]);
    recorder.finish().unwrap();
    let replay = buffer.replay();
    assert_eq!(two(&replaying(&replay)).await, [1, 2]);
    replay.verify();
}

/// A request body that fails is recorded as far as it was sent, and fails in the replay as well.
#[tokio::test]
async fn a_stream_of_a_request_that_fails_is_played() {
    struct Broken(u8);

    impl futures_core::Stream for Broken {
        type Item = Result<Bytes, &'static str>;

        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            self.0 += 1;
            let next = if self.0 == 1 { Ok(Bytes::from_static(b"begin")) } else { Err("no disk") };
            std::task::Poll::Ready(Some(next))
        }
    }

    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let server = FaultServer::always(Fault::Answer(answer(200, "", "null"))).unwrap();
    let put =
        async |client: &Client| seen(PutFile::new("1", Body::stream(Broken(0))).send(client).await);
    let live = put(&recording(server.url(), &recorder)).await;
    recorder.finish().unwrap();
    assert!(buffer.text().contains(r#""text":"begin","partial":true"#), "{}", buffer.text());
    let replay = buffer.replay();
    assert_eq!(put(&replaying(&replay)).await, live);
    replay.verify();
}

#[tokio::test]
async fn equal_requests_are_played_in_their_order() {
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let version = |n: u8| Fault::Answer(answer(200, "", n.to_string()));
    let server = FaultServer::start([version(1), version(2)], version(3)).unwrap();
    let client = recording(server.url(), &recorder);
    for _ in 0..3 {
        GetThing::new("1").send(&client).await.unwrap();
    }
    recorder.finish().unwrap();
    let replay = buffer.replay();
    let client = replaying(&replay);
    for version in 1..=3 {
        assert_eq!(GetThing::new("1").send(&client).await.unwrap(), Value::from(version));
    }
}

/// A recorder wraps a custom transport, and the layers that were added before.
#[tokio::test]
async fn any_transport_is_recorded() {
    let mock = plane_api::testing::Mock::new();
    mock.expect(&GetThing::new("1")).reply(json!({"id": 1}));
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let layer = tower::limit::ConcurrencyLimitLayer::new(1);
    let builder = mock.client_builder().layer(layer.clone()).record(&recorder).layer(layer);
    GetThing::new("1").send(&builder.build().unwrap()).await.unwrap();
    recorder.finish().unwrap();
    mock.verify();
    let text = buffer.text();
    assert!(text.starts_with(r#"{"recording":1,"server":"https://mock.test"}"#), "{text}");
    assert!(
        text.contains(r#""url":"/things/1/""#) && text.contains(r#""json":{"id":1}"#),
        "{text}"
    );
    let replay = buffer.replay();
    assert_eq!(GetThing::new("1").send(&replaying(&replay)).await.unwrap(), json!({"id": 1}));
}
