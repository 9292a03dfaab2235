//! Delays between two attempts, and cases without a delay: on a transport without sockets, in paused time.

mod hints;
mod rate_limit;

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

/// The outcome of one attempt.
#[derive(Clone, Copy)]
enum Event {
    /// A status, with a `Retry-After` unless that is empty, or another header and its value.
    Answer(u16, &'static str),
    NoConnection,
    /// No connection within the time limit for it.
    NoConnectionInTime,
    Reset,
    /// No response for this many seconds.
    Silence(u64),
}

use Event::{Answer, NoConnection, NoConnectionInTime, Reset, Silence};

/// Plays its events, one per attempt, and then responds with 200.
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

/// The outcome of a call, and the time it took.
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
async fn a_connect_timeout_is_retried_whatever_the_method() {
    let script = Script::new([NoConnectionInTime; 3]);
    let error =
        CreateThing::new().send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Delivery::NotSent));
    assert_eq!((error.attempts(), script.sendings()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn each_wait_is_up_to_twice_the_one_before() {
    // A 429 without a delay is followed by a wait, too.
    for event in [Reset, Answer(429, "")] {
        let policy = RetryPolicy::standard().max_attempts(8).budget(RetryBudget::new(1_000_000));
        let mut longest = [Duration::ZERO; 7];
        for _ in 0..200 {
            let script = Script::new([event; 7]);
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
}

/// A server that has acted may send any of these statuses.
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
async fn no_wait_exceeds_the_rest_of_the_call() {
    let script = Script::new([Answer(429, "9"), Answer(429, "9")]);
    let call =
        client(&script, RetryPolicy::standard()).call(&CreateThing::new()).timeout(15 * SECOND);
    let (result, time) = timed(call.send()).await;
    assert!(result.unwrap_err().is_rate_limited(), "the server's rejection, not a timeout");
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
async fn a_budget_limits_retries() {
    let script = Script::new([Answer(503, ""); 1000]);
    let budget = RetryBudget::new(30);
    let client = client(&script, RetryPolicy::standard().budget(budget.clone()));
    let mut sendings = Vec::new();
    for _ in 0..3 {
        let before = script.sendings();
        GetThing::new("1").send(&client).await.unwrap_err();
        sendings.push(script.sendings() - before);
    }
    assert_eq!((sendings, budget.left()), (vec![3, 1, 1], 2), "two retries at 14 each");

    script.events.lock().unwrap().clear();
    for _ in 0..12 {
        GetThing::new("1").send(&client).await.unwrap();
    }
    assert_eq!(budget.left(), 14);
    script.events.lock().unwrap().push_back(Answer(503, ""));
    GetThing::new("1").send(&client).await.unwrap();
    assert_eq!(budget.left(), 14, "a retry that succeeds returns its cost");

    let throttled = Script::new([Answer(429, "0"); 1000]);
    let client = self::client(&throttled, RetryPolicy::standard().budget(RetryBudget::new(30)));
    assert!(CreateThing::new().send(&client).await.unwrap_err().is_rate_limited());
    assert_eq!(throttled.sendings(), 7, "six waits at 5 each");
}

#[tokio::test(start_paused = true)]
async fn a_delete_whose_retry_finds_no_object_has_succeeded() {
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
        assert!(error.is_not_found(), "the first attempt cannot have deleted it");
    }
}

#[tokio::test(start_paused = true)]
async fn the_delivery_includes_earlier_attempts() {
    let script = Script::new([Reset, NoConnection, NoConnection]);
    let error =
        DeleteThing::new("1").send(&client(&script, RetryPolicy::standard())).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.delivery(), error.attempts()),
        (ErrorKind::Connect, Delivery::Unknown, 3)
    );
}
