//! A malformed response is reported as such, and not requested again.

use plane_api::{Delivery, ErrorKind, endpoint};
use plane_tests::faults::{Fault, FaultServer, Protocol};

use super::{builder, last, trusting};

#[endpoint(GET, "/things/")]
struct GetThing {}

#[endpoint(POST, "/things/")]
struct CreateThing {}

async fn assert_malformed(fault: Fault, words: &str) {
    let server = FaultServer::always(fault).unwrap();
    let client = builder(server.url()).build().unwrap();
    let read = GetThing::new().send(&client).await.unwrap_err();
    assert_eq!(read.kind(), ErrorKind::Decode, "{read}");
    assert!(
        read.to_string().contains(" malformed: ") && read.to_string().contains(words),
        "{read}"
    );
    let written = CreateThing::new().send(&client).await.unwrap_err();
    assert!(written.delivery() >= Delivery::Unknown, "{written}");
    assert_eq!(server.requests().len(), 2, "neither is sent again");
}

#[tokio::test]
async fn invalid_gzip_is_named() {
    let plain = last(200, "Content-Encoding: gzip\r\n", r#"{"id":1}"#);
    assert_malformed(Fault::Close(plain), "it has `Content-Encoding: gzip` but is not").await;
}

#[tokio::test]
async fn too_many_headers_are_named() {
    let headers: String = (0..200).map(|at| format!("X-Header-{at}: a\r\n")).collect();
    assert_malformed(Fault::Close(last(200, &headers, "{}")), "too many headers").await;
    let long = format!("X-Header: {}\r\n", "a".repeat(1 << 20));
    assert_malformed(Fault::Close(last(200, &long, "{}")), "too many headers").await;
}

#[tokio::test]
async fn broken_framing_is_named() {
    for head in [
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 2 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
    ] {
        assert_malformed(Fault::Close(head.into()), "invalid status line or headers").await;
    }
    for chunks in ["x\r\n{}\r\n0\r\n\r\n", "2\r\n{}XX0\r\n\r\n", "fffffffffffffffffff\r\n{}"] {
        let response = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
        assert_malformed(Fault::Close(response.into()), "invalid chunked encoding").await;
    }
}

#[tokio::test]
async fn a_connection_that_breaks_is_not_malformed() {
    for cut in [
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{",
        "HTTP/1.1 200 OK\r\nContent-",
        "",
    ] {
        let server =
            FaultServer::start([Fault::Close(cut.into())], Fault::Close(last(200, "", "null")));
        let server = server.unwrap();
        GetThing::new().send(&builder(server.url()).build().unwrap()).await.unwrap();
        assert_eq!(server.requests().len(), 2, "{cut:?}");
    }
}

#[tokio::test]
async fn a_server_without_http_is_named_and_may_be_a_transient_fault() {
    let answers = [Fault::Close(b"SSH-2.0-OpenSSH_9.2\r\n\r\n".to_vec())];
    let server = FaultServer::start(answers.clone(), Fault::Close(last(200, "", "null"))).unwrap();
    GetThing::new().send(&builder(server.url()).build().unwrap()).await.unwrap();
    let server = FaultServer::start(answers, Fault::Close(last(200, "", "null"))).unwrap();
    let error = CreateThing::new().send(&builder(server.url()).build().unwrap()).await.unwrap_err();
    assert!(error.to_string().ends_with(": the server does not speak HTTP"), "{error}");
}

#[tokio::test]
async fn headers_are_counted_in_http_2_too() {
    // HTTP/2 counts 32 extra bytes for each header. All headers still fit into one frame.
    let headers: String = (0..600).map(|at| format!("x-{at}: a\r\n")).collect();
    let fault = Fault::Answer(plane_tests::answer(200, &headers, "{}"));
    let server = FaultServer::speaking(Protocol::Http2, [], fault).unwrap();
    let error = GetThing::new().send(&trusting(&server).build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "{error} {error:?}");
    assert_eq!(server.requests().len(), 1);
}
