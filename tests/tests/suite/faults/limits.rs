//! Responses that are too large, too slow or endless: each is an error, with bounded memory.

use std::{io::Write, time::Duration};

use flate2::{Compression, write::GzEncoder};
use plane_api::{Delivery, Error, ErrorKind, RetryPolicy, Timeouts, Value, endpoint};
use plane_tests::faults::{Fault, FaultServer};

use super::builder;

#[endpoint(POST, "/things/")]
struct CreateThing {}

const MAX: usize = 1 << 20;

async fn outcome(server: &FaultServer, timeouts: Timeouts) -> Result<Value, Error> {
    let builder = builder(server.url()).max_response_bytes(MAX).timeouts(timeouts);
    CreateThing::new().send(&builder.retry(RetryPolicy::never()).build().unwrap()).await
}

async fn failure(fault: Fault) -> (Error, usize) {
    let server = FaultServer::always(fault).unwrap();
    let error = outcome(&server, Timeouts::default()).await.unwrap_err();
    (error, server.written())
}

fn gzip(mebibytes: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..mebibytes {
        encoder.write_all(&[b' '; 1 << 20]).unwrap();
    }
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_small_response_may_be_compressed_and_a_bomb_is_defused() {
    let answer =
        |status, body: &[u8]| plane_tests::answer(status, "Content-Encoding: gzip\r\n", body);
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(br#"{"id": 7}"#).unwrap();
    let server =
        FaultServer::always(Fault::Close(answer(200, &encoder.finish().unwrap()))).unwrap();
    assert_eq!(outcome(&server, Timeouts::default()).await.unwrap()["id"], 7);

    let bomb = gzip(64);
    assert!(bomb.len() < MAX, "on the wire it is {} bytes", bomb.len());
    let (error, _) = failure(Fault::Close(answer(200, &bomb))).await;
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::TooLarge, Delivery::Applied),
        "{error}"
    );

    let (error, _) = failure(Fault::Close(answer(400, &bomb))).await;
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::Status, Delivery::Rejected),
        "{error}"
    );
}

#[tokio::test]
async fn an_endless_body_is_cut_off() {
    let head =
        |status| format!("HTTP/1.1 {status} X\r\nTransfer-Encoding: chunked\r\n\r\n").into_bytes();
    let chunk = [b"4000\r\n".to_vec(), vec![b' '; 0x4000], b"\r\n".to_vec()].concat();
    for (status, kind) in [(200, ErrorKind::TooLarge), (502, ErrorKind::Status)] {
        let (error, written) = failure(Fault::Endless(head(status), chunk.clone())).await;
        assert_eq!(error.kind(), kind, "{error}");
        // The buffers of both sockets contain more bytes than the client has read.
        assert!(written < MAX + (32 << 20), "{written}");
    }
}

#[tokio::test]
async fn a_wrong_length_is_an_error() {
    let (error, _) =
        failure(Fault::Close(b"HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n{}".to_vec())).await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Delivery::Applied));
    let (error, _) =
        failure(Fault::Close(b"HTTP/1.1 200 X\r\nContent-Length: x\r\n\r\n{}".to_vec())).await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Unknown));
    let short = Fault::Close(b"HTTP/1.1 200 X\r\nContent-Length: 1\r\n\r\n{}".to_vec());
    assert_eq!(failure(short).await.0.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn headers_without_end_are_an_error() {
    let header = format!("X-More: {}\r\n", "x".repeat(4096)).into_bytes();
    let (error, written) = failure(Fault::Endless(b"HTTP/1.1 200 OK\r\n".to_vec(), header)).await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Unknown), "{error}");
    assert!(written < 64 << 20, "{written}");
    let many: String = (0..2000).map(|n| format!("X-{n}: x\r\n")).collect();
    let (error, _) = failure(Fault::Close(format!("HTTP/1.1 200 OK\r\n{many}\r\n").into())).await;
    assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
}

#[tokio::test]
async fn a_server_that_is_too_slow_is_given_up() {
    let short = Some(Duration::from_millis(100));
    let none = Timeouts::default().connect(None).idle(None).min_rate(None).attempt(None).call(None);
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n".to_vec();
    let drip = Fault::Drip(head, vec![b' '; 99]);
    let slow_headers = Fault::Drip(b"HTTP/1.1".to_vec(), b" 200 OK\r\n\r\n".to_vec());
    for (fault, timeouts) in [
        (drip.clone(), none.idle(short)),
        (drip.clone(), none.attempt(short)),
        (drip, none.call(short)),
        (slow_headers, none.attempt(short)),
    ] {
        let server = FaultServer::always(fault).unwrap();
        let error = outcome(&server, timeouts).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.delivery() >= Delivery::Unknown, "{error}");
    }
}

/// The maximum duration is equivalent to no limit.
#[tokio::test]
async fn limits_may_have_any_duration() {
    let server = FaultServer::always(Fault::Answer(plane_tests::answer(200, "", "null"))).unwrap();
    let send = async |timeouts: Timeouts, pool: Duration| {
        let builder = builder(server.url()).timeouts(timeouts).retry(RetryPolicy::never());
        let client = builder.pool_idle_timeout(pool).build().unwrap();
        CreateThing::new().send(&client).await?;
        client.call(&CreateThing::new()).timeout(Duration::MAX).send().await
    };
    let longest = Duration::MAX;
    let all = Timeouts::default().connect(longest).idle(longest).min_rate(u32::MAX);
    let all = all.attempt(longest).call(longest).rate_limit(longest);
    for pool in [longest, Duration::ZERO] {
        send(all, pool).await.unwrap();
    }
}
