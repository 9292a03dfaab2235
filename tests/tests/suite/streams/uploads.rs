//! Streamed requests: their bytes, and that a stream is sent once.

use std::io;

use plane_api::{Delivery, Error, ErrorKind, RetryClass};
use plane_tests::{
    Received, Reply, Server, answer,
    faults::{ClosedPort, Fault, FaultServer},
};

use super::*;

async fn server(status: u16) -> Server {
    Server::always(Reply::Send(answer(status, "", "{}"))).await.unwrap()
}

async fn sent(file: Body) -> Received {
    let server = server(200).await;
    Upload::new("a", file).send(&client(server.url())).await.unwrap();
    let [request] = &server.requests()[..] else { panic!("one request") };
    request.clone()
}

async fn rejected(file: Body) -> (Error, usize) {
    let server = server(200).await;
    let error = Upload::new("a", file).send(&client(server.url())).await.unwrap_err();
    (error, server.requests().len())
}

#[tokio::test]
async fn a_stream_is_sent_in_chunks_or_with_its_known_length() {
    let request = sent(stream(["Hello, ", "world"])).await;
    assert_eq!(request.line(), "PUT /files/a");
    assert_eq!(request.header("content-type"), Some("application/octet-stream"));
    assert_eq!(request.header("transfer-encoding"), Some("chunked"));
    assert_eq!((request.header("content-length"), request.text().as_str()), (None, "Hello, world"));

    let request = sent(stream(["Hello, ", "world"]).with_content_length(12)).await;
    assert_eq!(request.header("transfer-encoding"), None);
    assert_eq!(request.header("content-length"), Some("12"));
    assert_eq!(request.text(), "Hello, world");

    let request = sent(Body::reader(&b"from a reader"[..])).await;
    assert_eq!(request.text(), "from a reader");
    let request = sent("text".into()).await;
    assert_eq!((request.header("content-length"), request.text().as_str()), (Some("4"), "text"));
    let request = sent(stream([]).with_content_length(0)).await;
    assert_eq!((request.header("content-length"), request.text().as_str()), (Some("0"), ""));
}

#[tokio::test]
async fn the_type_of_bytes_can_be_set() {
    let server = server(200).await;
    let client = client(server.url());
    UploadTyped::new("image/png").file(stream(["x"])).send(&client).await.unwrap();
    UploadTyped::new("image/png").send(&client).await.unwrap();
    let [with, without] = &server.requests()[..] else { panic!("two requests") };
    assert_eq!(with.head.matches("content-type: image/png").count(), 1);
    assert_eq!(without.text(), "");
}

#[tokio::test]
async fn a_stream_that_was_started_is_not_retried() {
    assert_eq!(<Upload as plane_api::Endpoint>::SPEC.retry_class, RetryClass::Idempotent);
    let cases = [
        (Fault::Reset, Delivery::Unknown),
        (Fault::Close(answer(503, "", "{}")), Delivery::Unknown),
        (Fault::Close(answer(429, "Retry-After: 0\r\n", "{}")), Delivery::Rejected),
        (Fault::Close(answer(401, "", "{}")), Delivery::Rejected),
    ];
    for (fault, delivery) in cases {
        let server = FaultServer::always(fault.clone()).unwrap();
        let request = Upload::new("a", stream(["x"]));
        let error = request.send(&client(server.url())).await.unwrap_err();
        assert_eq!((error.delivery(), error.attempts()), (delivery, 1), "{fault:?}: {error}");
        assert!(request.file.is_started());
        // In some of these cases, a request with bytes is retried: the stream makes the difference.
        assert_eq!(server.requests().len(), 1, "{fault:?}");

        let error = request.clone().send(&client(server.url())).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert_eq!(
            error.to_string(),
            "PUT /files/{name}: the stream of the body was already sent; a stream can be sent only once"
        );
        assert_eq!(server.requests().len(), 1);
    }
    let server = FaultServer::start([Fault::Reset], Fault::Answer(answer(200, "", ""))).unwrap();
    Upload::new("a", "x").send(&client(server.url())).await.unwrap();
    assert_eq!(server.requests().len(), 2, "bytes are retried");
}

#[tokio::test(start_paused = true)]
async fn an_unsent_stream_is_sent_once_there_is_a_connection() {
    let port = ClosedPort::take().unwrap();
    let (client, request) = (client(&port.url()), Upload::new("a", stream(["x"])));
    let call = tokio::spawn(request.send(&client));
    // The first attempt fails before the port is open.
    let open = async {
        tokio::time::sleep(std::time::Duration::from_nanos(1)).await;
        port.open([], Fault::Answer(answer(200, "", ""))).unwrap()
    };
    let server = open.await;
    call.await.unwrap().unwrap();
    assert_eq!(server.requests()[0].text(), "x");
}

#[tokio::test]
async fn the_error_of_a_failed_stream_names_the_stream() {
    let failing = || {
        let pieces = [Ok("x".into()), Err(io::Error::other("the disk is gone"))];
        Body::stream(Pieces(pieces.into_iter().collect()))
    };
    for file in [failing(), failing().with_content_length(2)] {
        let (error, requests) = rejected(file).await;
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::Unknown));
        assert!(error.to_string().ends_with("the stream of the request body failed"), "{error}");
        assert!(format!("{error:?}").contains("the disk is gone"), "{error:?}");
        assert_eq!(requests, 0, "no request was complete");
    }
    for (length, what) in [(1, "longer"), (3, "shorter")] {
        let (error, _) = rejected(stream(["x", "y"]).with_content_length(length)).await;
        assert_eq!(error.kind(), ErrorKind::Request, "{error}");
        assert!(format!("{error:?}").contains(what), "{error:?}");
    }
}

#[tokio::test]
async fn two_senders_do_not_share_the_pieces_of_a_stream() {
    let (mut first, body) = (stream(["x", "y"]), stream(["z"]));
    let mut second = first.clone();
    assert_eq!(first.chunk().await.unwrap().unwrap(), "x");
    second.chunk().await.unwrap().unwrap_err();
    assert_eq!(first.chunk().await.unwrap().unwrap(), "y");
    assert!(first.chunk().await.is_none() && first.is_started() && second.is_started());
    assert!(!body.is_started());
    assert_eq!(
        format!("{body:?} {:?}", body.clone().with_content_length(1)),
        "Body(stream) Body(stream of 1 bytes)"
    );
}
