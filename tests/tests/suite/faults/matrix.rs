//! Method by event, over HTTP/1 and HTTP/2: the outcome, the delivery, and how many requests the server received.

use std::{sync::Arc, time::Duration};

use plane_api::{Client, ClientBuilder, Delivery, Error, ErrorKind, Timeouts, Value, endpoint};
use plane_tests::faults::{ClosedPort, Fault, FaultServer, Protocol};
use tokio::sync::Semaphore;

use super::{builder, last, plane, trusting, trusting_as};

#[endpoint(GET, "/things/<id>/")]
struct Get {}

#[endpoint(HEAD, "/things/<id>/")]
struct Head {}

#[endpoint(POST, "/search/<id>/", retry = safe)]
struct PostSafe {}

#[endpoint(DELETE, "/things/<id>/" -> ())]
struct Delete {}

#[endpoint(PUT, "/things/<id>/")]
struct Put {}

#[endpoint(PATCH, "/things/<id>/", retry = idempotent)]
struct PatchIdempotent {}

#[endpoint(PATCH, "/things/<id>/")]
struct Patch {}

#[endpoint(POST, "/things/<id>/")]
struct Post {}

#[endpoint(POST, "/things/")]
struct PostBody {
    name: String,
}

#[endpoint(GET, "/next/<id>/", retry = never)]
struct GetNever {}

/// The columns of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Column {
    Get,
    Delete,
    Put,
    Never,
}

const REQUESTS: [(&str, Column); 9] = [
    ("Get", Column::Get),
    ("Head", Column::Get),
    ("PostSafe", Column::Get),
    ("Delete", Column::Delete),
    ("Put", Column::Put),
    ("PatchIdempotent", Column::Put),
    ("Patch", Column::Never),
    ("Post", Column::Never),
    ("GetNever", Column::Never),
];

async fn send(name: &str, client: &Client) -> Result<(), Error> {
    let done = |_: Value| ();
    match name {
        "Get" => Get::new("1").send(client).await.map(done),
        "Head" => Head::new("1").send(client).await.map(done),
        "PostSafe" => PostSafe::new("1").send(client).await.map(done),
        "Delete" => Delete::new("1").send(client).await,
        "Put" => Put::new("1").send(client).await.map(done),
        "PatchIdempotent" => PatchIdempotent::new("1").send(client).await.map(done),
        "Patch" => Patch::new("1").send(client).await.map(done),
        "Post" => Post::new("1").send(client).await.map(done),
        _ => GetNever::new("1").send(client).await.map(done),
    }
}

/// What is to become of a call whose first sending meets the event, and whose second would succeed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cell {
    Again,
    Success,
    Fails(ErrorKind, Delivery),
}

use Cell::{Again, Fails, Success};
use Delivery::{Applied, Rejected, Unknown};
use ErrorKind::{Decode, Status, Timeout, Transport};

const REFUSED: [Cell; 4] = [Fails(Status, Rejected); 4];

/// Starts a client of an API.
type Api = fn(&str) -> ClientBuilder;

/// An event, and its cells for the columns `Get`, `Delete`, `Put` and `Never`.
type Row = (&'static str, Fault, [Cell; 4]);

fn rows() -> Vec<Row> {
    let close = |bytes: &str| Fault::Close(bytes.into());
    let status = |status, body: &str| Fault::Close(last(status, "", body));
    let broken = [Again, Again, Again, Fails(Transport, Unknown)];
    let gateway = [Again, Again, Again, Fails(Status, Unknown)];
    let refused = REFUSED;
    let late = Fails(Status, Unknown);
    let token = r#"{"detail": "Given API token is not valid"}"#;
    let redirect = |status| Fault::Close(last(status, "Location: http://127.0.0.1:1/\r\n", ""));
    // What proves nothing is no rejection of a write.
    let unknown = [Fails(Status, Rejected), late, late, late];
    let other_gateway = [late; 4];
    let throttled = Fault::Close(last(429, "Retry-After: 0\r\n", r#"{"error_code": 5900}"#));
    let limited = Fault::Close(last(403, "Retry-After: 0.001\r\n", "{}"));
    vec![
        ("reset after the request", Fault::Reset, broken),
        ("closed after the request", close(""), broken),
        ("closed within the headers", close("HTTP/1.1 200 OK\r\nContent-Le"), broken),
        ("no HTTP", close("SSH-2.0-OpenSSH_9.2\r\n\r\n"), broken),
        ("no answer", Fault::Hang(Vec::new()), [Again, Again, Again, Fails(Timeout, Unknown)]),
        ("429", throttled, [Again; 4]),
        ("500", status(500, "<h1>Server Error</h1>"), [Again, late, late, late]),
        ("502", status(502, "<html>"), gateway),
        ("503", status(503, ""), gateway),
        ("504", status(504, ""), gateway),
        ("520", status(520, ""), gateway),
        ("521", status(521, ""), gateway),
        ("522", status(522, ""), gateway),
        ("523", status(523, ""), gateway),
        ("524", status(524, ""), gateway),
        ("501", status(501, ""), other_gateway),
        ("525", status(525, ""), other_gateway),
        ("599", status(599, ""), other_gateway),
        ("400", status(400, r#"{"name": ["Blank."]}"#), refused),
        (
            "400 after the fact",
            status(400, r#"{"error": "The payload is not valid"}"#),
            [Fails(Status, Rejected), late, late, late],
        ),
        ("401", status(401, "{}"), refused),
        ("403 for the token", status(403, token), refused),
        ("404", status(404, r#"{"error": "The requested resource does not exist."}"#), refused),
        ("408", status(408, ""), gateway),
        ("421", status(421, ""), [Again; 4]),
        ("425", status(425, ""), [Again; 4]),
        ("403 for the rate limit", limited, [Again; 4]),
        ("403", status(403, "{}"), refused),
        ("410", status(410, "{}"), refused),
        ("499", status(499, ""), refused),
        ("409", status(409, "{}"), refused),
        ("422", status(422, "{}"), refused),
        ("300", redirect(300), unknown),
        ("301", redirect(301), unknown),
        ("302", redirect(302), unknown),
        ("303", redirect(303), unknown),
        ("304", status(304, ""), refused),
        ("305", redirect(305), unknown),
        ("307", redirect(307), refused),
        ("308", redirect(308), refused),
        ("600", status(600, ""), unknown),
        ("999", status(999, ""), unknown),
    ]
}

/// Events within the body of an answer, which `HEAD` has none of.
fn body_rows() -> Vec<Row> {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\": ";
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"";
    let gone = Fails(Transport, Applied);
    let lost = [Again, Success, gone, gone];
    let undecodable = Fails(Decode, Applied);
    vec![
        ("closed within the body", Fault::Close(head.into()), lost),
        ("closed within a chunk", Fault::Close(chunked.into()), lost),
        (
            "no end of the body",
            Fault::Hang(head.into()),
            [Again, Success, Fails(Timeout, Applied), Fails(Timeout, Applied)],
        ),
        (
            "no JSON",
            Fault::Close(last(200, "", "<!doctype html>")),
            [undecodable, Success, undecodable, undecodable],
        ),
    ]
}

/// Events of HTTP/2 alone (RFC 9113, 6.8 and 8.7): what the server did not process is sent again, whatever the method.
fn http2_rows() -> Vec<Row> {
    const NO_ERROR: u32 = 0;
    const INTERNAL_ERROR: u32 = 2;
    const REFUSED_STREAM: u32 = 7;
    const CANCEL: u32 = 8;
    const ENHANCE_YOUR_CALM: u32 = 11;
    let go_away = |is_processed, code, debug| Fault::GoAway { is_processed, code, debug };
    let broken = [Again, Again, Again, Fails(Transport, Unknown)];
    let reset = |code| Fault::ResetStream(code);
    let alert = "received fatal alert: CertificateRequired";
    vec![
        ("a refused stream", reset(REFUSED_STREAM), [Again; 4]),
        ("a graceful end", go_away(false, NO_ERROR, ""), [Again; 4]),
        ("a graceful end with debug data", go_away(false, NO_ERROR, alert), [Again; 4]),
        ("a graceful end that is cut short", go_away(true, NO_ERROR, ""), broken),
        ("an end by an error", go_away(false, INTERNAL_ERROR, ""), broken),
        ("an end that looks like an alert", go_away(false, INTERNAL_ERROR, alert), broken),
        ("the same of a processed request", go_away(true, INTERNAL_ERROR, alert), broken),
        ("an end by the load", go_away(false, ENHANCE_YOUR_CALM, "no process-wide"), broken),
        ("a stream that ends by an error", reset(INTERNAL_ERROR), broken),
        ("a stream that ends without one", reset(NO_ERROR), broken),
        ("a stream that is cancelled", reset(CANCEL), broken),
    ]
}

/// Events within the body of a response over HTTP/2: it is reset or ends without an error, and is not whole all the same.
fn http2_body_rows() -> Vec<Row> {
    let head = || b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[1]".to_vec();
    let gone = Fails(Transport, Applied);
    let lost = [Again, Success, gone, gone];
    vec![
        ("reset without an error within the body", Fault::CutShort(head(), false), lost),
        ("a graceful end within the body", Fault::CutShort(head(), true), lost),
    ]
}

/// The limit counts only where there is no answer, and leaves a busy machine time to answer everywhere else.
fn client(url: &str) -> Client {
    patient(builder(url)).build().unwrap()
}

fn patient(builder: ClientBuilder) -> ClientBuilder {
    builder.timeouts(Timeouts::default().attempt(Duration::from_secs(3)))
}

async fn check(
    api: fn(&str) -> ClientBuilder,
    protocol: Protocol,
    event: &str,
    fault: &Fault,
    name: &str,
    column: Column,
    cell: Cell,
) {
    let success = Fault::Close(last(200, "", "null"));
    let server = FaultServer::speaking(protocol, [fault.clone()], success).unwrap();
    let result = send(name, &patient(trusting_as(api, &server)).build().unwrap()).await;
    let seen = server.requests().len();
    let cell_name = format!("{name}, {event}, {protocol:?}: {result:?}, {seen} requests");
    match (cell, &result) {
        (Again, Ok(())) => assert_eq!(seen, 2, "{cell_name}"),
        (Success, Ok(())) => assert_eq!(seen, 1, "{cell_name}"),
        (Fails(kind, delivery), Err(error)) => {
            assert_eq!((error.kind(), error.delivery()), (kind, delivery), "{cell_name}");
            assert_eq!((error.attempts(), seen), (1, 1), "{cell_name}");
        }
        _ => panic!("{cell_name}"),
    }
    // Whatever the table says.
    let is_processed =
        !["429", "403 for the r", "421", "425", "a refused stream", "a graceful end"]
            .iter()
            .any(|start| event.starts_with(start) && !event.ends_with("cut short"));
    assert!(column != Column::Never || seen == 1 || !is_processed, "sent twice: {cell_name}");
}

#[tokio::test]
async fn every_cell_of_the_table_holds() {
    // Not all at once, so that none runs out of time on a busy machine.
    let turns = Arc::new(Semaphore::new(16));
    let mut cells = Vec::new();
    for protocol in Protocol::ALL {
        let (http2, http2_body) = match protocol {
            Protocol::Http1 => (Vec::new(), Vec::new()),
            Protocol::Http2 => (http2_rows(), http2_body_rows()),
        };
        let rows = rows().into_iter().chain(http2).map(|row| (false, row));
        for (is_body, (event, fault, row)) in
            rows.chain(body_rows().into_iter().chain(http2_body).map(|row| (true, row)))
        {
            for (name, column) in REQUESTS {
                if is_body && name == "Head" {
                    continue;
                }
                // What a message means is Plane's alone, everything else is the same for any API.
                let elsewhere = if event == "400 after the fact" { REFUSED } else { row };
                for (api, row) in [(builder as Api, elsewhere), (plane, row)] {
                    let (fault, cell) = (fault.clone(), row[column as usize]);
                    let turns = turns.clone();
                    cells.push(tokio::spawn(async move {
                        let _turn = turns.acquire().await.unwrap();
                        check(api, protocol, event, &fault, name, column, cell).await;
                    }));
                }
            }
        }
    }
    assert_eq!(cells.len(), 2 * (2 * (42 * 9 + 4 * 8) + 11 * 9 + 2 * 8));
    for cell in cells {
        cell.await.unwrap();
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_has_seen_nothing() {
    for (name, _) in REQUESTS {
        let port = ClosedPort::take().unwrap();
        let error = send(name, &client(&port.url())).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.delivery()),
            (ErrorKind::Connect, Delivery::NotSent),
            "{error}"
        );
        assert_eq!(error.attempts(), 3, "whatever the method");
    }
}

/// The server takes the connection, and never answers the first word of TLS: whichever limit is over first, nothing of
/// the request was sent. That a limit after sending proves nothing is in the table.
#[tokio::test]
async fn a_connection_that_is_not_made_in_time_has_sent_nothing() {
    let (short, long) = (Some(Duration::from_millis(100)), Some(Duration::from_secs(60)));
    for (connect, attempt, call) in
        [(short, long, long), (long, short, long), (None, short, long), (long, long, short)]
    {
        for (name, _) in REQUESTS {
            let server = FaultServer::speaking(Protocol::Http2, [], Fault::Deaf).unwrap();
            let timeouts = Timeouts::default().connect(connect).attempt(attempt).call(call);
            let client = trusting(&server).timeouts(timeouts).build().unwrap();
            let error = send(name, &client).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.delivery()),
                (Timeout, Delivery::NotSent),
                "{name}: {error}"
            );
            let attempts = if call == short { 1 } else { 3 };
            assert_eq!((error.attempts(), server.requests().len()), (attempts, 0), "{name}");
        }
    }
    // The caller's own limit, and a request with a body.
    let server = FaultServer::speaking(Protocol::Http2, [], Fault::Deaf).unwrap();
    let client = trusting(&server).build().unwrap();
    let call = client.call(&PostBody::new("a")).timeout(Duration::from_millis(100));
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (Timeout, Delivery::NotSent), "{error}");
}

/// A request with a body that is sent is not mistaken for one that is not.
#[tokio::test]
async fn a_body_is_sent_whole_however_short_the_limit() {
    for protocol in Protocol::ALL {
        for (fault, delivery) in
            [(Fault::Close(last(200, "", "null")), None), (Fault::Hang(Vec::new()), Some(Unknown))]
        {
            let server = FaultServer::speaking(protocol, [], fault).unwrap();
            let client = patient(trusting(&server)).build().unwrap();
            let result = PostBody::new("a").send(&client).await;
            assert_eq!(result.err().map(|error| error.delivery()), delivery, "{protocol:?}");
            let requests = server.requests();
            assert_eq!((requests.len(), &*requests[0].body), (1, &br#"{"name":"a"}"#[..]));
        }
    }
}

#[tokio::test]
async fn a_server_that_comes_back_is_found() {
    for (name, _) in REQUESTS {
        // It answers, goes away, and is not there for the next call.
        let server = FaultServer::always(Fault::Leave(last(200, "", "null"))).unwrap();
        let client = client(server.url());
        send(name, &client).await.unwrap();
        let error = send(name, &client).await.unwrap_err();
        assert_eq!((error.delivery(), server.requests().len()), (Delivery::NotSent, 1), "{name}");
    }
}

#[tokio::test]
async fn three_attempts_are_made_and_no_more() {
    for (fault, kind) in [(Fault::Reset, Transport), (Fault::Close(last(503, "", "")), Status)] {
        for (name, column) in REQUESTS {
            let server = FaultServer::always(fault.clone()).unwrap();
            let error = send(name, &client(server.url())).await.unwrap_err();
            let attempts = if column == Column::Never { 1 } else { 3 };
            assert_eq!((error.kind(), error.delivery()), (kind, Unknown), "{name}");
            assert_eq!(
                (error.attempts(), server.requests().len()),
                (attempts, attempts as usize),
                "{name}"
            );
        }
    }
    let server = FaultServer::always(Fault::Close(last(500, "", ""))).unwrap();
    let error = Get::new("1").send(&client(server.url())).await.unwrap_err();
    assert_eq!((error.attempts(), error.delivery()), (2, Rejected), "500 is repeated once");
}

/// What it ends with is what it says, however often it was said.
#[tokio::test]
async fn what_was_never_processed_is_rejected_at_the_end() {
    for protocol in Protocol::ALL {
        for status in [421, 425] {
            for (name, _) in REQUESTS {
                let fault = Fault::Close(last(status, "", ""));
                let server = FaultServer::speaking(protocol, [], fault).unwrap();
                let client = patient(trusting_as(builder, &server)).build().unwrap();
                let error = send(name, &client).await.unwrap_err();
                assert_eq!((error.kind(), error.delivery()), (Status, Rejected), "{name}");
                assert_eq!((error.attempts(), server.requests().len()), (3, 3), "{name}");
            }
        }
    }
}

#[tokio::test]
async fn a_delete_whose_retry_finds_nothing_has_succeeded() {
    for protocol in Protocol::ALL {
        let gateway = [408, 502, 503, 504, 520, 521, 522, 523, 524];
        let faults = gateway.map(|status| Fault::Close(last(status, "", "")));
        for fault in faults.into_iter().chain([Fault::Reset]) {
            let gone = Fault::Close(last(404, "", r#"{"error": "It does not exist."}"#));
            let server = FaultServer::speaking(protocol, [fault.clone()], gone).unwrap();
            Delete::new("1")
                .send(&patient(trusting_as(builder, &server)).build().unwrap())
                .await
                .unwrap();
            assert_eq!(server.requests().len(), 2, "{fault:?}");
        }
        // After these nothing can have been deleted.
        for first in [421, 425, 429] {
            let gone = Fault::Close(last(404, "", r#"{"error": "It does not exist."}"#));
            let first = Fault::Close(last(first, "", ""));
            let server = FaultServer::speaking(protocol, [first], gone).unwrap();
            let client = patient(trusting_as(builder, &server)).build().unwrap();
            assert!(Delete::new("1").send(&client).await.unwrap_err().is_not_found());
        }
    }
}

#[tokio::test]
async fn a_storm_of_429_is_sat_out() {
    let throttled = || Fault::Answer(last(429, "Retry-After: 0\r\n", "{}"));
    for (name, _) in REQUESTS.into_iter().filter(|(name, _)| *name != "Head") {
        let storm = (0..5).map(|_| throttled());
        let server = FaultServer::start(storm, Fault::Close(last(200, "", "null"))).unwrap();
        send(name, &client(server.url())).await.unwrap();
        assert_eq!(server.requests().len(), 6, "{name}");
    }
}

#[tokio::test]
async fn a_connection_that_went_stale_costs_nothing() {
    let alive = plane_tests::answer(200, "", "null");
    let faults = [Fault::Close(alive.clone()), Fault::Close(alive.clone())];
    let server = FaultServer::start(faults, Fault::Answer(alive)).unwrap();
    let client = client(server.url());
    for _ in 0..3 {
        Post::new("1").send(&client).await.unwrap();
        while server.open() > 0 && server.requests().len() < 3 {
            tokio::task::yield_now().await;
        }
        // Turns enough for the client to notice that the server has hung up.
        for _ in 0..500 {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(server.requests().len(), 3);
}
