//! Method by event, over HTTP/1 and HTTP/2: the outcome, the delivery, and how many requests the server received.

mod rows;

use std::{sync::Arc, time::Duration};

use plane_api::{
    Client, ClientBuilder,
    Delivery::{self, Rejected, Unknown},
    Error,
    ErrorKind::{self, Status, Timeout, Transport},
    Timeouts, Value, endpoint,
};
use plane_tests::faults::{ClosedPort, Fault, FaultServer, Protocol};
use tokio::sync::Semaphore;

use self::rows::{
    Cell::{self, Again, Fails, Success},
    REFUSED, body_rows, http2_body_rows, http2_rows, rows,
};
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

/// Starts a client of an API.
type Api = fn(&str) -> ClientBuilder;

/// The limit only matters if there is no response. Otherwise, it leaves a busy machine enough time.
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
    // This must hold whatever the table says.
    let is_processed =
        !["429", "403 for the r", "421", "425", "a refused stream", "a graceful end"]
            .iter()
            .any(|start| event.starts_with(start) && !event.ends_with("cut short"));
    assert!(column != Column::Never || seen == 1 || !is_processed, "sent twice: {cell_name}");
}

#[tokio::test]
async fn every_cell_of_the_table_holds() {
    // Not all at once, so that none times out on a busy machine.
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
                // The meaning of messages is specific to Plane; everything else is the same for any API.
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
async fn an_unreachable_server_has_received_nothing() {
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

/// The server accepts the connection, and never responds to the TLS handshake: whichever limit is reached first, no
/// part of the request was sent. The table shows that a limit after sending proves nothing.
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
    // The caller's limit, for a request with a body.
    let server = FaultServer::speaking(Protocol::Http2, [], Fault::Deaf).unwrap();
    let client = trusting(&server).build().unwrap();
    let call = client.call(&PostBody::new("a")).timeout(Duration::from_millis(100));
    let error = call.send().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (Timeout, Delivery::NotSent), "{error}");
}

/// A request whose body was sent does not count as unsent.
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
        // The server responds, closes the connection, and is unreachable for the next call.
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

/// The error describes the last attempt, however many there were.
#[tokio::test]
async fn unprocessed_requests_are_rejected_in_the_end() {
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
        // These statuses prove that nothing was deleted.
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
async fn calls_outlast_a_storm_of_429() {
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
        // This is enough time for the client to notice that the server has closed the connection.
        for _ in 0..500 {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(server.requests().len(), 3);
}
