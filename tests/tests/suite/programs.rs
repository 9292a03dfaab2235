//! The client in real programs: many tasks, runtimes that end, and others that continue with the same client.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use plane_api::{
    Auth, BoxFuture, Client, ClientBuilder, RateLimit, RateLimitStatus, RetryPolicy, Token,
    TokenSource, endpoint,
};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer},
};
use tokio::{
    runtime::{Builder, Runtime},
    sync::Semaphore,
    task::JoinSet,
};

#[endpoint(GET, "/things/<id>/")]
pub struct GetThing {
    id: u64,
}

#[endpoint(POST, "/things/<id>/")]
pub struct CreateThing {
    id: u64,
}

fn success() -> Fault {
    Fault::Answer(answer(200, "", "null"))
}

/// A server in a runtime that outlives the clients' runtimes.
struct World {
    runtime: Runtime,
    server: FaultServer,
}

impl World {
    fn new(fault: impl Fn(&plane_tests::Received) -> Fault + Send + Sync + 'static) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let server = runtime.block_on(async { FaultServer::by(fault).unwrap() });
        Self { runtime, server }
    }

    /// There are no retries: each call must succeed by itself.
    fn builder(&self) -> ClientBuilder {
        let builder = Client::builder(self.server.url()).api_key("k");
        builder.retry(RetryPolicy::never())
    }

    /// Waits until the server has read this many requests.
    fn wait_for(&self, requests: usize) {
        let end = Instant::now() + Duration::from_secs(30);
        while self.server.requests().len() < requests {
            assert!(Instant::now() < end, "{} requests", self.server.requests().len());
            thread::yield_now();
        }
    }
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn multi_thread() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Responds to every request except this one.
fn hangs_at(id: u64) -> impl Fn(&plane_tests::Received) -> Fault + Send + Sync {
    let path = format!("/things/{id}/");
    move |received| {
        if received.line().ends_with(&path) { Fault::Hang(Vec::new()) } else { success() }
    }
}

#[test]
fn tasks_share_a_client_by_plain_clones() {
    let world = World::new(|_| success());
    multi_thread().block_on(async {
        let client = world.builder().build().unwrap();
        let mut tasks = JoinSet::new();
        for task in 0..64 {
            let client = client.clone();
            tasks.spawn(async move {
                for call in 0..10 {
                    CreateThing::new(task * 100 + call).send(&client).await.unwrap();
                }
            });
        }
        drop(client);
        while let Some(task) = tasks.join_next().await {
            task.unwrap();
        }
    });
    let mut lines: Vec<_> =
        world.server.requests().iter().map(|received| received.line().to_owned()).collect();
    lines.sort();
    lines.dedup();
    assert_eq!((lines.len(), world.server.requests().len()), (640, 640));
    let connections = world.server.accepted();
    assert!(connections < 320, "{connections} connections: they are not shared");
}

/// The connections of a runtime that has ended must not be used by the next one.
#[test]
fn a_client_continues_in_the_next_runtime() {
    let world = World::new(|_| success());
    let client = world.builder().build().unwrap();
    for round in 0..20 {
        let runtime = if round % 2 == 0 { current_thread() } else { multi_thread() };
        runtime.block_on(async {
            let calls: Vec<_> =
                (0..4).map(|id| tokio::spawn(CreateThing::new(id).send(&client))).collect();
            for call in calls {
                call.await.unwrap().unwrap();
            }
        });
    }
    assert_eq!(world.server.requests().len(), 80);
}

/// When a runtime ends during calls, the next runtime can still use the client.
#[test]
fn a_client_survives_a_runtime_that_ends_during_its_calls() {
    let world = World::new(hangs_at(7));
    let client = world.builder().rate_limit(RateLimit::PerMinute(1000)).build().unwrap();
    for round in 1..=5 {
        let runtime = multi_thread();
        let call = runtime.spawn(GetThing::new(7).send(&client));
        world.wait_for(2 * round - 1);
        runtime.shutdown_background();
        drop(call);
        current_thread().block_on(CreateThing::new(1).send(&client)).unwrap();
        let RateLimitStatus { remaining, waiting, .. } = client.rate_limit();
        let sent = u32::try_from(2 * round).unwrap();
        assert_eq!((remaining, waiting), (Some(1000 - sent), 0), "each was counted once");
    }
}

/// Two runtimes at once, as in a program that uses one for its requests and one for background work.
#[test]
fn two_runtimes_share_a_client() {
    let world = World::new(|_| success());
    let client = world.builder().rate_limit(RateLimit::PerMinute(10_000)).build().unwrap();
    thread::scope(|scope| {
        for thread in 0..2 {
            let client = client.clone();
            scope.spawn(move || {
                current_thread().block_on(async {
                    for id in 0..200 {
                        CreateThing::new(thread * 1000 + id).send(&client).await.unwrap();
                    }
                });
            });
        }
    });
    assert_eq!(world.server.requests().len(), 400);
    assert_eq!(client.rate_limit().remaining, Some(9_600));
}

/// Calls that wait for the rate limit leave the queue when their runtime ends.
#[test]
fn a_place_in_the_queue_ends_with_its_runtime() {
    let world = World::new(|_| success());
    let client = world.builder().rate_limit(RateLimit::PerMinute(1)).build().unwrap();
    let runtime = multi_thread();
    runtime.block_on(GetThing::new(1).send(&client)).unwrap();
    let waits: Vec<_> = (0..3).map(|id| runtime.spawn(GetThing::new(id).send(&client))).collect();
    let end = Instant::now() + Duration::from_secs(30);
    while client.rate_limit().waiting < 3 {
        assert!(Instant::now() < end);
        thread::yield_now();
    }
    drop(runtime);
    drop(waits);
    assert_eq!((client.rate_limit().waiting, world.server.requests().len()), (0, 1));
    // The next call in the queue, in another runtime, gets its permit at once: only the clock limits it.
    let next = current_thread();
    next.block_on(async {
        let call = tokio::spawn(GetThing::new(9).send(&client));
        while client.rate_limit().waiting == 0 {
            tokio::task::yield_now().await;
        }
        assert!(
            client.rate_limit().next_available.is_some_and(|wait| wait < Duration::from_secs(61))
        );
        call.abort();
    });
}

/// A source that returns a token when permitted, and counts the requests for one.
struct Gate {
    asked: AtomicUsize,
    permits: Semaphore,
}

impl TokenSource for Gate {
    fn token<'a>(
        &'a self,
        _: Option<&'a Token>,
    ) -> BoxFuture<'a, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
        let n = self.asked.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            self.permits.acquire().await?.forget();
            Ok(Token::new(format!("token-{n}")))
        })
    }
}

#[test]
fn a_token_that_was_being_fetched_is_fetched_by_the_next_runtime() {
    let world = World::new(|_| success());
    let gate = Arc::new(Gate { asked: AtomicUsize::new(0), permits: Semaphore::new(0) });
    let client = world.builder().auth(Auth::token_source(gate.clone())).build().unwrap();
    let runtime = multi_thread();
    let calls: Vec<_> = (0..3).map(|id| runtime.spawn(GetThing::new(id).send(&client))).collect();
    let end = Instant::now() + Duration::from_secs(30);
    while gate.asked.load(Ordering::SeqCst) == 0 {
        assert!(Instant::now() < end);
        thread::yield_now();
    }
    // One holds the permit, two wait for it.
    drop(runtime);
    drop(calls);
    gate.permits.add_permits(1);
    current_thread().block_on(GetThing::new(4).send(&client)).unwrap();
    assert_eq!((gate.asked.load(Ordering::SeqCst), world.server.requests().len()), (2, 1));
}

/// No new calls start, calls in flight end, and then the connections are closed.
#[test]
fn a_program_shuts_down_in_order() {
    let world = World::new(|_| success());
    let runtime = multi_thread();
    runtime.block_on(async {
        let client = world.builder().build().unwrap();
        let stop = Arc::new(tokio::sync::Notify::new());
        let mut tasks = JoinSet::new();
        for task in 0..8_u64 {
            let (client, stop) = (client.clone(), stop.clone());
            tasks.spawn(async move {
                let mut made = 0;
                let mut stopped = std::pin::pin!(stop.notified());
                loop {
                    CreateThing::new(task).send(&client).await.unwrap();
                    made += 1;
                    if is_ready(stopped.as_mut()).await {
                        return made;
                    }
                }
            });
        }
        while world.server.requests().len() < 100 {
            tokio::task::yield_now().await;
        }
        stop.notify_waiters();
        let mut made = 0;
        while let Some(task) = tasks.join_next().await {
            made += task.unwrap();
        }
        assert_eq!(made, world.server.requests().len(), "each call that began has ended");
        assert!(world.server.open() > 0);
        // Dropping the last client closes its connections.
        drop(client);
        while world.server.open() > 0 {
            tokio::task::yield_now().await;
        }
    });
    // A runtime without calls ends at once.
    let started = Instant::now();
    drop(runtime);
    assert!(started.elapsed() < Duration::from_secs(5));
    drop(world.runtime);
}

/// Returns `true` if the future is ready now.
async fn is_ready(mut future: std::pin::Pin<&mut impl Future<Output = ()>>) -> bool {
    std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context).is_ready()))
        .await
}

#[test]
fn a_call_without_a_runtime_is_an_error() {
    let world = World::new(|_| success());
    let client = world.builder().build().unwrap();
    let mut call = std::pin::pin!(GetThing::new(1).send(&client));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = call.as_mut().poll(&mut context) else {
        panic!("the call waits without a runtime");
    };
    assert!(error.to_string().contains("there is no Tokio runtime"), "{error}");
    // In a new runtime, the client works again.
    current_thread().block_on(GetThing::new(1).send(&client)).unwrap();
}
