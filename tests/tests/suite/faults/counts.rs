//! One request on the wire is one attempt, wherever attempts are counted.

use std::{
    error,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering::Relaxed},
    },
};

use plane_api::{
    BoxFuture, CallInfo, Delivery, Error, Feedback, Interceptor, Limiter, RateLimit, RetryBudget,
    RetryPolicy, Value, endpoint,
    http::{HeaderMap, Uri},
};
use plane_tests::faults::{Fault, FaultServer, Protocol};

use super::{last, trusting};
use crate::observe::recorder::Recorder;

#[endpoint(GET, "/things/<id>/")]
struct Get {}

#[endpoint(POST, "/things/")]
struct Post {
    name: String,
}

/// Counts what interceptors and rate limiters see.
#[derive(Debug, Default)]
struct Counter {
    intercepted: AtomicU32,
    limited: AtomicU32,
}

impl Interceptor for Counter {
    fn request(
        &self,
        _: &Uri,
        _: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        self.intercepted.fetch_add(1, Relaxed);
        Ok(())
    }
}

impl Limiter for Counter {
    fn acquire(&self) -> BoxFuture<'_, ()> {
        self.limited.fetch_add(1, Relaxed);
        Box::pin(async {})
    }

    fn observe(&self, feedback: &Feedback) {
        if feedback.unsent {
            self.limited.fetch_sub(1, Relaxed);
        }
    }
}

/// Sends the request to a server that plays the faults. Whatever the outcome, all counts are equal.
async fn outcome(
    protocol: Protocol,
    faults: &[Fault],
    retry: Option<RetryPolicy>,
    is_post: bool,
) -> (Result<Value, Error>, u32) {
    let (faults, then) = (faults.to_vec(), Fault::Close(last(200, "", "{}")));
    let server = FaultServer::speaking(protocol, faults, then).unwrap();
    let counter = Arc::new(Counter::default());
    let mut builder = trusting(&server)
        .interceptor(counter.clone())
        .rate_limit(RateLimit::Shared(counter.clone()));
    if let Some(retry) = retry {
        builder = builder.retry(retry);
    }
    let client = builder.build().unwrap();
    let (recorder, _guard) = Recorder::start();
    let result = if is_post {
        client.call(&Post::new("x")).with_meta().await
    } else {
        client.call(&Get::new("1")).with_meta().await
    };
    let attempts = match &result {
        Ok((_, meta)) => meta.attempts(),
        Err(error) => error.attempts(),
    };
    let spans =
        recorder.text().lines().filter(|line| line.trim().starts_with("INFO attempt")).count();
    let received = u32::try_from(server.requests().len()).unwrap();
    let counts = [
        attempts,
        counter.intercepted.load(Relaxed),
        counter.limited.load(Relaxed),
        u32::try_from(spans).unwrap(),
    ];
    assert_eq!(counts, [received; 4], "{protocol:?}, {result:?}");
    (result.map(|(value, _)| value), received)
}

const REFUSED: Fault = Fault::ResetStream(7);
const GRACEFUL: Fault = Fault::GoAway { is_processed: false, code: 0, debug: "" };

#[tokio::test]
async fn every_request_on_the_wire_is_counted_everywhere() {
    let faults = [
        Fault::Reset,
        Fault::Close(last(503, "", "")),
        Fault::Close(last(429, "Retry-After: 0\r\n", "")),
        Fault::Close(last(500, "", "")),
        Fault::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec()),
        REFUSED,
        GRACEFUL,
        Fault::GoAway { is_processed: true, code: 0, debug: "" },
    ];
    for protocol in Protocol::ALL {
        for fault in &faults {
            for number in 1..=3 {
                for is_post in [false, true] {
                    let _ = outcome(protocol, &vec![fault.clone(); number], None, is_post).await;
                }
            }
        }
    }
}

#[tokio::test]
async fn unprocessed_requests_are_retried_by_our_policy_only() {
    for fault in [REFUSED, GRACEFUL] {
        for is_post in [false, true] {
            let twice = [fault.clone(), fault.clone()];
            let (result, received) = outcome(Protocol::Http2, &twice, None, is_post).await;
            assert_eq!((result.is_ok(), received), (true, 3), "{fault:?}");

            let always = vec![fault.clone(); 9];
            let (result, received) = outcome(Protocol::Http2, &always, None, is_post).await;
            let error = result.unwrap_err();
            assert_eq!((error.delivery(), received), (Delivery::Rejected, 3), "{error}");
            assert!(
                error.to_string().contains("the server did not process the request"),
                "{error}"
            );

            let never = Some(RetryPolicy::never());
            let (result, received) = outcome(Protocol::Http2, &always, never, is_post).await;
            assert_eq!((result.unwrap_err().delivery(), received), (Delivery::Rejected, 1));
        }
    }
}

#[tokio::test]
async fn retries_of_unprocessed_requests_draw_on_the_budget() {
    let budget = RetryBudget::new(20);
    let policy = RetryPolicy::standard().budget(budget.clone());
    let (result, received) = outcome(Protocol::Http2, &vec![REFUSED; 3], Some(policy), true).await;
    assert_eq!((result.unwrap_err().delivery(), received), (Delivery::Rejected, 2));
    assert_eq!(budget.left(), 6);
}

/// Text that a server sends when it closes a connection is not used as an explanation.
#[tokio::test]
async fn debug_data_of_a_server_explains_nothing() {
    for is_processed in [false, true] {
        let debug = "received fatal alert: CertificateRequired";
        let fault = Fault::GoAway { is_processed, code: 2, debug };
        let (result, received) = outcome(Protocol::Http2, &[fault], None, true).await;
        let error = result.unwrap_err();
        assert_eq!((error.delivery(), received), (Delivery::Unknown, 1), "{error}");
        assert!(error.to_string().ends_with("before a response arrived"), "{error}");
    }
}
