//! A call that is dropped at any point leaves nothing behind.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use plane_api::{Client, Cursor, Page, RateLimit, Timeouts, endpoint};
use plane_tests::faults::{Fault, FaultServer};

use super::{builder, last};

#[endpoint(GET, "/things/")]
struct GetThing {}

#[endpoint(GET, "/numbers/" -> Page<u32>)]
#[derive(Clone)]
struct ListNumbers {
    cursor: Option<Cursor>,
}

/// Polls a future up to this many times, lets the runtime run in between, and drops it. Returns `true` if it became
/// ready.
async fn poll_and_drop(future: impl Future, times: usize) -> bool {
    let mut future = pin!(future);
    for _ in 0..times {
        let poll = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        if matches!(poll, Poll::Ready(_)) {
            return true;
        }
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }
    false
}

fn client(server: &FaultServer) -> Client {
    let timeouts = Timeouts::default().attempt(std::time::Duration::from_secs(1));
    let builder = builder(server.url()).timeouts(timeouts);
    builder.rate_limit(RateLimit::PerMinute(1000)).build().unwrap()
}

#[tokio::test]
async fn a_call_can_be_dropped_at_any_point() {
    let success = last(200, "", "null");
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec();
    for fault in [
        Fault::Answer(success.clone()),
        Fault::Reset,
        Fault::Hang(Vec::new()),
        Fault::Hang(head),
        Fault::Close(last(429, "Retry-After: 0\r\n", "{}")),
        Fault::Close(last(503, "", "{}")),
    ] {
        for times in 0..12 {
            let server =
                FaultServer::start([fault.clone()], Fault::Close(success.clone())).unwrap();
            let client = client(&server);
            poll_and_drop(GetThing::new().send(&client), times).await;
            GetThing::new().send(&client).await.unwrap();
            let status = client.rate_limit();
            assert_eq!((status.limit, status.waiting), (Some(1000), 0));
            // Each attempt counts once, and no permit is held forever.
            let sent = 1000 - status.remaining.unwrap() as usize;
            assert!(sent >= 1 && sent <= server.requests().len() + 1, "{fault:?} {times}: {sent}");
        }
    }
}

#[tokio::test]
async fn a_call_that_waits_for_a_permit_can_be_dropped() {
    let server = FaultServer::always(Fault::Close(last(200, "", "null"))).unwrap();
    let client = builder(server.url()).rate_limit(RateLimit::PerMinute(1)).build().unwrap();
    GetThing::new().send(&client).await.unwrap();
    for times in 1..4 {
        assert!(!poll_and_drop(GetThing::new().send(&client), times).await);
        assert_eq!(client.rate_limit().waiting, 0);
    }
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn pagination_continues_after_its_future_was_dropped() {
    let page = |received: &plane_tests::Received| {
        let cursor = received.line().split_once("cursor=1%3A");
        let number = cursor.map_or(0, |(_, rest)| rest.trim_end_matches("%3A0").parse().unwrap());
        let more = number < 4;
        let next = number + 1;
        let body = format!(
            r#"{{"results": [{number}], "next_cursor": "1:{next}:0", "next_page_results": {more},
                "total_results": 5, "total_pages": 5}}"#
        );
        Fault::Close(last(200, "", &body))
    };
    for concurrency in [1, 3] {
        for times in 0..8 {
            let server = FaultServer::by(page).unwrap();
            let mut items = ListNumbers::new().items(&client(&server)).concurrency(concurrency);
            let mut numbers = Vec::new();
            loop {
                {
                    // Only pending futures are dropped: a ready one is used.
                    let mut next = pin!(items.next());
                    let mut ready = None;
                    for _ in 0..times {
                        if let Poll::Ready(item) =
                            next.as_mut().poll(&mut Context::from_waker(Waker::noop()))
                        {
                            ready = Some(item);
                            break;
                        }
                        tokio::task::yield_now().await;
                    }
                    if let Some(item) = ready {
                        match item {
                            Some(item) => numbers.push(item.unwrap()),
                            None => break,
                        }
                        continue;
                    }
                }
                match items.next().await {
                    Some(item) => numbers.push(item.unwrap()),
                    None => break,
                }
            }
            assert_eq!(numbers, [0, 1, 2, 3, 4], "{concurrency} {times}");
        }
    }
}
