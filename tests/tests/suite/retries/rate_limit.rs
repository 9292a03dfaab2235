//! Rate-limit waits: pauses that a server asks for, and queued calls.

use plane_api::{
    Interceptor,
    http::{HeaderMap, Uri},
};

use super::*;

/// A pause of a day blocks no call, neither new nor waiting ones.
#[tokio::test(start_paused = true)]
async fn a_pause_that_is_too_long_fails_all_calls_at_once() {
    for (policy, longest) in [
        (RetryPolicy::standard(), 120),
        (RetryPolicy::never(), 120),
        (RetryPolicy::standard().max_retry_after(10 * SECOND), 10),
    ] {
        let script = Script::new([Answer(429, "86400")]);
        let client = client(&script, policy);
        let (result, time) = timed(CreateThing::new().send(&client)).await;
        assert!(result.unwrap_err().is_rate_limited() && time == Duration::ZERO);
        // The call has no limit, or a limit.
        let call = client.call(&CreateThing::new()).timeout(10 * SECOND);
        for call in [CreateThing::new().send(&client), call.send()] {
            let (result, time) = timed(call).await;
            let error = result.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::RateLimit, Delivery::NotSent));
            assert!(error.is_rate_limited());
            assert_eq!(error.retry_after(), Some(86_400 * SECOND));
            assert_eq!((error.attempts(), time), (0, Duration::ZERO));
            assert!(error.to_string().contains("no requests for another 86400 s"), "{error}");
        }
        // Calls fail until the rest of the pause is short enough to wait for.
        sleep((86_400 - longest - 1) * SECOND).await;
        let error = CreateThing::new().send(&client).await.unwrap_err();
        assert_eq!(error.retry_after(), Some((longest + 1) * SECOND));
        assert_eq!(script.sendings(), 1);
        sleep(SECOND).await;
        let (result, time) = timed(CreateThing::new().send(&client)).await;
        result.unwrap();
        assert_eq!((script.sendings(), time), (2, longest * SECOND));
    }
}

#[tokio::test(start_paused = true)]
async fn queued_calls_fail_when_a_long_pause_begins() {
    let script = Script::new([Answer(200, ""), Answer(429, "86400")]);
    let builder =
        Client::builder("https://api.example").api_key("k").rate_limit(RateLimit::PerMinute(1));
    let client = builder.transport(script.clone()).build().unwrap();
    send_many(&client, 1).await;
    let calls: Vec<_> = (0..100).map(|_| tokio::spawn(CreateThing::new().send(&client))).collect();
    let (failures, time) = timed(async {
        let mut failures = Vec::new();
        for call in calls {
            failures.push(call.await.unwrap().unwrap_err());
        }
        Ok::<_, Error>(failures)
    })
    .await;
    assert_eq!((script.sendings(), time), (2, 60 * SECOND));
    let sent = failures.unwrap().into_iter().filter(|error| error.attempts() > 0).count();
    assert_eq!((sent, client.rate_limit().waiting), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn an_allowance_that_is_used_up_for_an_hour_fails_calls_at_once() {
    struct Hourly(Arc<Mutex<u32>>);
    impl Transport for Hourly {
        fn execute<'a>(
            &'a self,
            _: Request<Body>,
            _: &'a CallInfo,
        ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
            let mut sent = self.0.lock().unwrap();
            *sent += 1;
            let answer = Response::builder()
                .header("X-RateLimit-Remaining", 3_u32.saturating_sub(*sent))
                .header("Date", "Sat, 01 Nov 2025 00:00:00 GMT")
                .header("X-RateLimit-Reset", 1_761_955_200 + 3_600);
            let answer = answer.body(Body::from(Bytes::from_static(b"null"))).unwrap();
            Box::pin(async { Ok(answer) })
        }
    }
    let sent = Arc::new(Mutex::new(0));
    let client =
        Client::builder("https://api.example").api_key("k").transport(Hourly(sent.clone()));
    let client = client.build().unwrap();
    send_many(&client, 3).await;
    let (result, time) = timed(CreateThing::new().send(&client)).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimit, Some(3_600 * SECOND)));
    assert_eq!((time, *sent.lock().unwrap()), (Duration::ZERO, 3));
    sleep(3_600 * SECOND).await;
    send_many(&client, 1).await;
}

/// The caller's limit includes the wait for the rate limit, the client's does not.
#[tokio::test(start_paused = true)]
async fn a_limit_that_the_caller_sets_covers_the_wait_for_the_rate_limit() {
    let server = Throttle::new(1);
    let builder =
        Client::builder("https://api.example").api_key("k").rate_limit(RateLimit::PerMinute(1));
    let client = builder.transport(server.clone()).build().unwrap();
    send_many(&client, 1).await;
    let (result, time) = timed(client.call(&CreateThing::new()).timeout(10 * SECOND).send()).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Delivery::NotSent));
    assert_eq!((error.attempts(), time), (0, 10 * SECOND));
    // The rest of the limit is left for the call.
    let silent = Script::new([Answer(200, ""), Silence(100)]);
    let builder =
        Client::builder("https://api.example").api_key("k").rate_limit(RateLimit::PerMinute(1));
    let client = builder.transport(silent.clone()).build().unwrap();
    send_many(&client, 1).await;
    let call = client.call(&CreateThing::new()).timeout(70 * SECOND);
    let (result, time) = timed(call.send()).await;
    assert_eq!(result.unwrap_err().delivery(), Delivery::Unknown);
    assert_eq!((silent.sendings(), time), (2, 70 * SECOND));
    // A queue of ten minutes drains, although each call may take two.
    let server = Throttle::new(1);
    let builder =
        Client::builder("https://api.example").api_key("k").rate_limit(RateLimit::PerMinute(1));
    send_many(&builder.transport(server.clone()).build().unwrap(), 10).await;
    assert_eq!(server.accepted.lock().unwrap().len(), 10);
}

/// A call that could not connect returns its permit at once.
#[tokio::test(start_paused = true)]
async fn an_unsent_request_uses_no_permit() {
    let script = Script::new([NoConnection, NoConnection, NoConnectionInTime]);
    let policy = RetryPolicy::standard().max_attempts(4);
    let builder = Client::builder("https://api.example")
        .api_key("k")
        .rate_limit(RateLimit::PerMinute(1))
        .retry(policy);
    let client = builder.transport(script.clone()).build().unwrap();
    let (result, time) = timed(CreateThing::new().send(&client)).await;
    result.unwrap();
    assert_eq!(script.sendings(), 4);
    assert!(time < 5 * SECOND, "{time:?}");
}

/// Rejects every request before it is sent.
struct Closed;

impl Interceptor for Closed {
    fn request(
        &self,
        _: &Uri,
        _: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Err("the circuit is open".into())
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_rejected_by_an_interceptor_uses_no_permit() {
    let script = Script::new([]);
    let builder = Client::builder("https://api.example")
        .api_key("k")
        .rate_limit(RateLimit::PerMinute(1))
        .interceptor(Closed);
    let client = builder.transport(script.clone()).build().unwrap();
    for _ in 0..3 {
        let (result, time) = timed(CreateThing::new().send(&client)).await;
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Interceptor);
        assert_eq!((time, client.rate_limit().remaining), (Duration::ZERO, Some(1)));
    }
    assert_eq!(script.sendings(), 0);
}

/// Counts calls like Plane: those of the last 60 s, at the time of arrival, without rejected ones.
#[derive(Clone)]
struct Throttle {
    limit: usize,
    accepted: Arc<Mutex<Vec<Instant>>>,
    rejected: Arc<Mutex<usize>>,
}

impl Throttle {
    fn new(limit: usize) -> Self {
        Self { limit, accepted: Arc::default(), rejected: Arc::default() }
    }

    fn receive(&self) -> Response<Body> {
        let now = Instant::now();
        let mut accepted = self.accepted.lock().unwrap();
        let recent = accepted.iter().filter(|time| **time + 60 * SECOND > now).count();
        let answer = Response::builder();
        let answer = if recent < self.limit {
            accepted.push(now);
            answer.header("X-RateLimit-Remaining", self.limit - recent - 1)
        } else {
            *self.rejected.lock().unwrap() += 1;
            let oldest = accepted[accepted.len() - self.limit];
            answer.status(429).header("Retry-After", (oldest + 60 * SECOND - now).as_secs() + 1)
        };
        answer.body(Body::from(Bytes::from_static(b"null"))).unwrap()
    }
}

impl Transport for Throttle {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            sleep(Duration::from_millis(fastrand::u64(0..300))).await;
            let answer = self.receive();
            sleep(Duration::from_millis(fastrand::u64(0..300))).await;
            Ok(answer)
        })
    }
}

async fn send_many(client: &Client, count: usize) {
    let calls: Vec<_> = (0..count).map(|_| tokio::spawn(CreateThing::new().send(client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_known_limit_is_never_exceeded() {
    for limit in [RateLimit::PerMinute(20), RateLimit::Auto] {
        let server = Throttle::new(20);
        let builder = Client::builder("https://api.example")
            .api_key("k")
            .rate_limit(limit.clone())
            .transport(server.clone());
        let client = builder.build().unwrap();
        // The first response reports the limit.
        send_many(&client, 1).await;
        let (_, time) = timed(async {
            send_many(&client, 99).await;
            Ok::<_, Error>(())
        })
        .await;
        assert_eq!(
            (server.accepted.lock().unwrap().len(), *server.rejected.lock().unwrap()),
            (100, 0),
            "{limit:?}"
        );
        assert!(time > 240 * SECOND && time < 250 * SECOND, "{limit:?}: {time:?}");
        let status = client.rate_limit();
        assert_eq!((status.limit, status.waiting), (Some(20), 0), "{limit:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_rate_limiting_the_server_delays_the_calls() {
    let server = Throttle::new(20);
    let builder = Client::builder("https://api.example")
        .api_key("k")
        .rate_limit(RateLimit::Off)
        .transport(server.clone());
    send_many(&builder.build().unwrap(), 40).await;
    assert_eq!(server.accepted.lock().unwrap().len(), 40);
    assert!(*server.rejected.lock().unwrap() >= 20);
}

#[tokio::test(start_paused = true)]
async fn the_time_until_a_call_may_begin_has_a_limit_of_its_own() {
    let server = Throttle::new(1);
    let timeouts = Timeouts::default().call(2 * SECOND).rate_limit(10 * SECOND);
    let builder = Client::builder("https://api.example")
        .api_key("k")
        .rate_limit(RateLimit::PerMinute(1))
        .timeouts(timeouts);
    let client = builder.transport(server.clone()).build().unwrap();
    send_many(&client, 1).await;
    let (result, time) = timed(CreateThing::new().send(&client)).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.kind(), error.delivery(), error.attempts()),
        (ErrorKind::Timeout, Delivery::NotSent, 0)
    );
    assert!(error.to_string().ends_with("the rate limit allowed no request within 10s"), "{error}");
    assert_eq!(time, 10 * SECOND);
    sleep(60 * SECOND).await;
    send_many(&client, 1).await;
}
