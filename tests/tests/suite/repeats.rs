//! How long is waited between two sendings, and when not at all: on a transport without sockets, in paused time.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use plane_api::{
    Body, BoxFuture, Bytes, CallInfo, Client, Delivery, Error, ErrorKind, RateLimit, RetryBudget,
    RetryPolicy, Stage, Timeouts, Transport, TransportError, endpoint,
    http::{Request, Response},
};
use tokio::time::{Instant, sleep};

#[endpoint(GET, "/things/<id>/")]
pub struct GetThing {}

#[endpoint(POST, "/things/")]
pub struct CreateThing {}

#[endpoint(DELETE, "/things/<id>/" -> ())]
pub struct DeleteThing {}

/// What becomes of one sending.
#[derive(Clone, Copy)]
enum Event {
    /// A status, and a `Retry-After` unless that is empty, or another header and its value.
    Answer(u16, &'static str),
    NoConnection,
    /// No connection within the time for it.
    NoConnectionInTime,
    Reset,
    /// No answer for that many seconds.
    Silence(u64),
}

use Event::{Answer, NoConnection, NoConnectionInTime, Reset, Silence};

/// Plays its events, one a sending, and then answers 200.
#[derive(Clone)]
struct Script {
    events: Arc<Mutex<VecDeque<Event>>>,
    sent: Arc<Mutex<Vec<Instant>>>,
}

impl Script {
    fn new(events: impl IntoIterator<Item = Event>) -> Self {
        Self { events: Arc::new(Mutex::new(events.into_iter().collect())), sent: Arc::default() }
    }

    fn sendings(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
}

impl Transport for Script {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        self.sent.lock().unwrap().push(Instant::now());
        let event = self.events.lock().unwrap().pop_front().unwrap_or(Answer(200, ""));
        assert!(info.attempt >= 1);
        Box::pin(async move {
            match event {
                Answer(status, retry_after) => {
                    let mut answer = Response::builder().status(status);
                    if let Some((name, value)) = retry_after.split_once(": ") {
                        answer = answer.header(name, value);
                    } else if !retry_after.is_empty() {
                        answer = answer.header("Retry-After", retry_after);
                    }
                    Ok(answer.body(Body::from(Bytes::from_static(b"null"))).unwrap())
                }
                NoConnectionInTime => {
                    Err(TransportError::new(Stage::BeforeSend, "too late").timed_out())
                }
                NoConnection => Err(TransportError::new(Stage::BeforeSend, "refused")),
                Reset => Err(TransportError::new(Stage::AfterSend, "reset")),
                Silence(seconds) => {
                    sleep(Duration::from_secs(seconds)).await;
                    Err(TransportError::new(Stage::AfterSend, "reset"))
                }
            }
        })
    }
}

fn plane(script: &Script, policy: RetryPolicy) -> Client {
    let builder = Client::plane().base_url("https://api.example").api_key("k");
    builder.retry(policy).transport(script.clone()).build().unwrap()
}

fn client(script: &Script, policy: RetryPolicy) -> Client {
    Client::builder("https://api.example")
        .api_key("k")
        .retry(policy)
        .transport(script.clone())
        .build()
        .unwrap()
}

/// The outcome of a call, and how long it took.
async fn timed<T>(call: impl Future<Output = Result<T, Error>>) -> (Result<T, Error>, Duration) {
    let start = Instant::now();
    let result = call.await;
    (result, start.elapsed())
}

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn waits_between_attempts_are_random_and_bounded() {
    let mut longest = Duration::ZERO;
    for _ in 0..100 {
        let script = Script::new([Answer(503, ""), Reset]);
        let (result, time) =
            timed(GetThing::new("1").send(&client(&script, RetryPolicy::standard()))).await;
        result.unwrap();
        assert_eq!(script.sendings(), 3);
        assert!(time <= Duration::from_millis(750), "250 ms and 500 ms at most: {time:?}");
        longest = longest.max(time);
    }
    assert!(longest > Duration::from_millis(375), "{longest:?}");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_to_wait_is_waited_for() {
    for (status, sendings) in [(429, 2), (503, 2)] {
        let script = Script::new([Answer(status, "7")]);
        let (result, time) =
            timed(GetThing::new("1").send(&client(&script, RetryPolicy::standard()))).await;
        result.unwrap();
        assert_eq!(script.sendings(), sendings);
        assert!(time >= 7 * SECOND && time < 8 * SECOND, "{time:?}");
    }
}

/// A fraction of a second is a time to wait (K7), and so is a reset if that is all that a 429 says.
#[tokio::test(start_paused = true)]
async fn every_way_to_say_how_long_to_wait_is_understood() {
    for (status, hint, seconds) in [
        (429, "2.0", 2.0),
        (503, "2.5", 2.5),
        (403, "1", 1.0),
        (403, "Retry-After: 2.5", 2.5),
        (429, "X-RateLimit-Reset-After: 3.5", 3.5),
        (429, "RateLimit-Reset: 30", 30.0),
        (429, "X-RateLimit-Reset: 40", 40.0),
    ] {
        let script = Script::new([Answer(status, hint)]);
        let client = Client::builder("https://api.example").api_key("k").transport(script.clone());
        let client = client.build().unwrap();
        let (result, time) = timed(GetThing::new("1").send(&client)).await;
        result.unwrap();
        assert_eq!(script.sendings(), 2, "{status} {hint}");
        assert!((seconds..seconds + 1.0).contains(&time.as_secs_f64()), "{hint}: {time:?}");

        let script = Script::new([Answer(status, hint)]);
        let error =
            GetThing::new("1").send(&plane(&script, RetryPolicy::never())).await.unwrap_err();
        let asked = error.retry_after();
        if hint.starts_with("X-RateLimit-Reset:") {
            assert_eq!(asked, None, "on Plane it says nothing");
        } else {
            assert_eq!(asked, Some(Duration::from_secs_f64(seconds)), "{hint}");
        }
        assert_eq!(error.is_rate_limited(), status != 503, "{status}");
        assert!(!error.is_forbidden());
    }
    let script = Script::new([Answer(403, "")]);
    let error =
        GetThing::new("1").send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert!(error.is_forbidden() && !error.is_rate_limited());
}

/// GitHub says at each response when its hour is over.
#[tokio::test(start_paused = true)]
async fn a_reset_is_no_time_to_wait_after_other_failures() {
    let script = Script::new([Answer(503, "X-RateLimit-Reset: 3000"); 2]);
    let client = Client::builder("https://api.example").api_key("k").transport(script.clone());
    let (result, time) = timed(GetThing::new("1").send(&client.build().unwrap())).await;
    result.unwrap();
    assert!(script.sendings() == 3 && time < SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_takes_too_long_is_tried_again_whatever_the_method() {
    let script = Script::new([NoConnectionInTime; 3]);
    let error =
        CreateThing::new().send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Delivery::NotSent));
    assert_eq!((error.attempts(), script.sendings()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn each_wait_is_up_to_twice_the_one_before() {
    let policy = RetryPolicy::standard().max_attempts(8).budget(RetryBudget::new(1_000_000));
    let mut longest = [Duration::ZERO; 7];
    for _ in 0..200 {
        let script = Script::new([Reset; 7]);
        GetThing::new("1").send(&client(&script, policy.clone())).await.unwrap();
        let sent = script.sent.lock().unwrap();
        for (longest, pair) in longest.iter_mut().zip(sent.windows(2)) {
            *longest = pair[1].duration_since(pair[0]).max(*longest);
        }
    }
    // Paused time moves in milliseconds.
    for (longest, limit) in longest.iter().zip([250, 500, 1_000, 2_000, 4_000, 8_000, 8_000]) {
        let limit = Duration::from_millis(limit);
        assert!(
            *longest > limit * 4 / 5 && *longest <= limit + SECOND / 500,
            "{longest:?}, {limit:?}"
        );
    }
}

/// Each of them could be the word of a server that has acted.
#[tokio::test(start_paused = true)]
async fn a_status_that_proves_nothing_is_no_rejection_of_a_write() {
    for status in [100, 101, 103, 199, 300, 301, 302, 303, 305, 306, 399, 600, 799, 999] {
        for is_write in [true, false] {
            let script = Script::new([Answer(status, "")]);
            let client = client(&script, RetryPolicy::standard());
            let error = match is_write {
                true => CreateThing::new().send(&client).await.unwrap_err(),
                false => GetThing::new("1").send(&client).await.unwrap_err(),
            };
            let delivery = if is_write { Delivery::Unknown } else { Delivery::Rejected };
            assert_eq!((error.delivery(), script.sendings()), (delivery, 1), "{status}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_date_to_wait_for_is_understood() {
    let date = httpdate::fmt_http_date(SystemTime::now() + 30 * SECOND);
    let script = Script::new([Answer(429, Box::leak(date.into_boxed_str()))]);
    let (result, time) =
        timed(CreateThing::new().send(&client(&script, RetryPolicy::standard()))).await;
    result.unwrap();
    assert!(time > 27 * SECOND && time <= 31 * SECOND, "{time:?}");
}

#[tokio::test(start_paused = true)]
async fn who_asks_for_too_long_is_not_waited_for() {
    let script = Script::new([Answer(429, "121")]);
    let (result, time) =
        timed(GetThing::new("1").send(&client(&script, RetryPolicy::standard()))).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.retry_after(), error.attempts(), time),
        (Some(121 * SECOND), 1, Duration::ZERO)
    );

    let script = Script::new([Answer(429, "11")]);
    let policy = RetryPolicy::standard().max_retry_after(10 * SECOND);
    assert!(GetThing::new("1").send(&client(&script, policy)).await.is_err());

    for (status, seconds) in [(429, 120), (503, 119)] {
        let script = Script::new([Answer(status, if status == 429 { "120" } else { "119" })]);
        let timeouts = Timeouts::default().call(None);
        let client = client(&script, RetryPolicy::standard());
        let call = client.call(&GetThing::new("1")).timeouts(timeouts);
        let (result, time) = timed(call.send()).await;
        result.expect("exactly that long is waited for");
        assert!(time >= seconds * SECOND && time < (seconds + 1) * SECOND, "{time:?}");
    }
}

/// A pause of a day holds nobody up: those who come, and those who wait already.
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
        // Without a limit of its own, and with one.
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
        // While the pause lasts; and its last part is waited for as any other.
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
async fn those_who_queue_when_a_long_pause_begins_fail_with_it() {
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
    // What is left of it is for the call.
    let silent = Script::new([Answer(200, ""), Silence(100)]);
    let builder =
        Client::builder("https://api.example").api_key("k").rate_limit(RateLimit::PerMinute(1));
    let client = builder.transport(silent.clone()).build().unwrap();
    send_many(&client, 1).await;
    let call = client.call(&CreateThing::new()).timeout(70 * SECOND);
    let (result, time) = timed(call.send()).await;
    assert_eq!(result.unwrap_err().delivery(), Delivery::Unknown);
    assert_eq!((silent.sendings(), time), (2, 70 * SECOND));
    // A queue of ten minutes drains, though a call has two.
    let server = Throttle::new(1);
    let builder =
        Client::builder("https://api.example").api_key("k").rate_limit(RateLimit::PerMinute(1));
    send_many(&builder.transport(server.clone()).build().unwrap(), 10).await;
    assert_eq!(server.accepted.lock().unwrap().len(), 10);
}

/// A call that could not connect gives its slot back at once.
#[tokio::test(start_paused = true)]
async fn what_was_not_sent_uses_up_no_slot() {
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

#[tokio::test(start_paused = true)]
async fn a_wait_after_429_uses_up_no_attempt() {
    let script = Script::new([Answer(429, "1"); 9]);
    CreateThing::new().send(&client(&script, RetryPolicy::standard())).await.unwrap();
    assert_eq!(script.sendings(), 10);

    let script = Script::new([
        Answer(429, "1"),
        Answer(503, ""),
        Answer(429, "1"),
        Answer(503, ""),
        Answer(503, ""),
    ]);
    let error =
        GetThing::new("1").send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert_eq!(
        (script.sendings(), error.attempts(), error.status().unwrap().as_u16()),
        (5, 5, 503)
    );
}

#[tokio::test(start_paused = true)]
async fn no_wait_is_longer_than_what_is_left_of_the_call() {
    let script = Script::new([Answer(429, "9"), Answer(429, "9")]);
    let call =
        client(&script, RetryPolicy::standard()).call(&CreateThing::new()).timeout(15 * SECOND);
    let (result, time) = timed(call.send()).await;
    assert!(result.unwrap_err().is_rate_limited(), "the server's words, not a timeout");
    assert!(time >= 9 * SECOND && time < 10 * SECOND, "{time:?}");

    let script = Script::new([Silence(100), Silence(100), Silence(100)]);
    let (result, time) =
        timed(GetThing::new("1").send(&client(&script, RetryPolicy::standard()))).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Delivery::Unknown));
    assert_eq!(time, 120 * SECOND, "two attempts of 60 s, the second cut short by the call's end");
}

#[tokio::test(start_paused = true)]
async fn limits_are_those_of_the_call() {
    let script = Script::new([Silence(100)]);
    let timeouts = Timeouts::default().attempt(2 * SECOND);
    let call = client(&script, RetryPolicy::never()).call(&GetThing::new("1")).timeouts(timeouts);
    let (result, time) = timed(call.send()).await;
    assert_eq!((result.unwrap_err().kind(), time), (ErrorKind::Timeout, 2 * SECOND));
}

#[tokio::test(start_paused = true)]
async fn a_policy_can_be_that_of_one_call() {
    let script = Script::new([NoConnection; 4]);
    let client = client(&script, RetryPolicy::never());
    assert_eq!(GetThing::new("1").send(&client).await.unwrap_err().attempts(), 1);
    client
        .call(&GetThing::new("1"))
        .retry(RetryPolicy::standard().max_attempts(4))
        .send()
        .await
        .unwrap();
    assert_eq!(script.sendings(), 5);

    let script = Script::new([Answer(429, "1")]);
    let client = self::client(&script, RetryPolicy::never());
    assert!(GetThing::new("1").send(&client).await.unwrap_err().is_rate_limited());
}

#[tokio::test(start_paused = true)]
async fn a_budget_ends_a_bad_day() {
    let script = Script::new([Answer(503, ""); 1000]);
    let budget = RetryBudget::new(30);
    let client = client(&script, RetryPolicy::standard().budget(budget.clone()));
    let mut sendings = Vec::new();
    for _ in 0..3 {
        let before = script.sendings();
        GetThing::new("1").send(&client).await.unwrap_err();
        sendings.push(script.sendings() - before);
    }
    assert_eq!((sendings, budget.left()), (vec![3, 1, 1], 2), "two repeats at 14 each");

    script.events.lock().unwrap().clear();
    for _ in 0..12 {
        GetThing::new("1").send(&client).await.unwrap();
    }
    assert_eq!(budget.left(), 14);
    script.events.lock().unwrap().push_back(Answer(503, ""));
    GetThing::new("1").send(&client).await.unwrap();
    assert_eq!(budget.left(), 14, "a repeat that succeeds gives back what it has cost");

    let throttled = Script::new([Answer(429, "0"); 1000]);
    let client = self::client(&throttled, RetryPolicy::standard().budget(RetryBudget::new(30)));
    assert!(CreateThing::new().send(&client).await.unwrap_err().is_rate_limited());
    assert_eq!(throttled.sendings(), 7, "six waits at 5 each");
}

#[tokio::test(start_paused = true)]
async fn a_delete_whose_object_is_gone_on_the_repeat_has_succeeded() {
    for first in [Reset, Answer(503, "")] {
        let script = Script::new([first, Answer(404, "")]);
        DeleteThing::new("1").send(&client(&script, RetryPolicy::standard())).await.unwrap();
    }
    for first in [NoConnection, Answer(429, "0")] {
        let script = Script::new([first, Answer(404, "")]);
        let error = DeleteThing::new("1")
            .send(&client(&script, RetryPolicy::standard()))
            .await
            .unwrap_err();
        assert!(error.is_not_found(), "the first sending cannot have deleted it");
    }
}

#[tokio::test(start_paused = true)]
async fn what_an_earlier_attempt_may_have_done_is_not_forgotten() {
    let script = Script::new([Reset, NoConnection, NoConnection]);
    let error =
        DeleteThing::new("1").send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.delivery(), error.attempts()),
        (ErrorKind::Connect, Delivery::Unknown, 3)
    );
}

/// Counts calls as Plane does: those of the last 60 s, at the time it receives them, refused ones apart.
#[derive(Clone)]
struct Throttle {
    limit: usize,
    accepted: Arc<Mutex<Vec<Instant>>>,
    refused: Arc<Mutex<usize>>,
}

impl Throttle {
    fn new(limit: usize) -> Self {
        Self { limit, accepted: Arc::default(), refused: Arc::default() }
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
            *self.refused.lock().unwrap() += 1;
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
async fn a_limit_that_is_known_is_never_run_into() {
    for limit in [RateLimit::PerMinute(20), RateLimit::Auto] {
        let server = Throttle::new(20);
        let builder = Client::builder("https://api.example")
            .api_key("k")
            .rate_limit(limit.clone())
            .transport(server.clone());
        let client = builder.build().unwrap();
        // The first answer shows the limit, to who looks.
        send_many(&client, 1).await;
        let (_, time) = timed(async {
            send_many(&client, 99).await;
            Ok::<_, Error>(())
        })
        .await;
        assert_eq!(
            (server.accepted.lock().unwrap().len(), *server.refused.lock().unwrap()),
            (100, 0),
            "{limit:?}"
        );
        assert!(time > 240 * SECOND && time < 250 * SECOND, "{limit:?}: {time:?}");
        let status = client.rate_limit();
        assert_eq!((status.limit, status.waiting), (Some(20), 0), "{limit:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_pacing_the_server_holds_the_calls_up() {
    let server = Throttle::new(20);
    let builder = Client::builder("https://api.example")
        .api_key("k")
        .rate_limit(RateLimit::Off)
        .transport(server.clone());
    send_many(&builder.build().unwrap(), 40).await;
    assert_eq!(server.accepted.lock().unwrap().len(), 40);
    assert!(*server.refused.lock().unwrap() >= 20);
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
    assert!(error.to_string().ends_with("no turn under the rate limit within 10s"), "{error}");
    assert_eq!(time, 10 * SECOND);
    sleep(60 * SECOND).await;
    send_many(&client, 1).await;
}
