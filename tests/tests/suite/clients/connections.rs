//! The number of connections, and their lifetime.

use std::{sync::Barrier, thread, time::Duration};

use plane_tests::{
    answer,
    faults::{Fault, FaultServer},
};
use tokio::runtime::{Builder, Runtime};

use super::*;

fn fine() -> FaultServer {
    FaultServer::always(Fault::Answer(answer(200, "", "null"))).unwrap()
}

fn one_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn threads() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

#[tokio::test]
async fn an_idle_connection_is_kept_unless_configured_otherwise() {
    for (timeout, connections) in [
        (None, 1),
        (Some(None), 1),
        (Some(Some(Duration::from_secs(60))), 1),
        (Some(Some(Duration::ZERO)), 3),
    ] {
        let server = fine();
        let builder = builder(server.url());
        let builder = match timeout {
            None => builder,
            Some(timeout) => builder.pool_idle_timeout(timeout),
        };
        let client = builder.build().unwrap();
        for _ in 0..3 {
            CreateThing::new("x").send(&client).await.unwrap();
        }
        assert_eq!(server.accepted(), connections, "{timeout:?}");
    }
}

struct Elsewhere;

impl Transport for Elsewhere {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async { Ok(Response::new(Body::empty())) })
    }
}

#[test]
fn a_setting_of_the_pool_without_the_pool_is_an_error() {
    let builder = builder("https://api.example").transport(Elsewhere);
    let words = problem(builder.pool_idle_timeout(Duration::from_secs(1)));
    assert!(words.contains("the pool's idle timeout"), "{words}");
}

#[test]
fn any_number_of_runtimes_reuse_their_connections() {
    const RUNTIMES: usize = 16;
    const CALLS: usize = 50;
    // The server must not depend on the clients' runtimes.
    let servers = threads();
    let server = servers.block_on(async { fine() });
    let client = builder(server.url()).build().unwrap();
    let together = Barrier::new(RUNTIMES);
    thread::scope(|scope| {
        for _ in 0..RUNTIMES {
            scope.spawn(|| {
                let runtime = one_thread();
                // All runtimes exist at the same time: the barriers separate the first call and the end from the other
                // calls.
                runtime.block_on(async { CreateThing::new("x").send(&client).await }).unwrap();
                together.wait();
                for _ in 1..CALLS {
                    runtime.block_on(async { CreateThing::new("x").send(&client).await }).unwrap();
                }
                together.wait();
            });
        }
    });
    assert_eq!(server.requests().len(), RUNTIMES * CALLS);
    assert_eq!(server.accepted(), RUNTIMES);
}

#[test]
fn a_thousand_short_runtimes_leave_no_connection_behind() {
    // The server must not depend on the clients' runtimes.
    let servers = threads();
    let server = servers.block_on(async { fine() });
    let client = builder(server.url()).build().unwrap();
    for number in 0..1000 {
        let runtime = if number % 50 == 0 { threads() } else { one_thread() };
        runtime.block_on(async { GetThing::new("1").send(&client).await }).unwrap();
    }
    servers.block_on(async {
        while server.open() > 0 {
            tokio::task::yield_now().await;
        }
    });
    assert_eq!((server.requests().len(), server.accepted()), (1000, 1000));
    // The last runtime has ended as well, and the client continues in the next one.
    one_thread().block_on(async { GetThing::new("1").send(&client).await }).unwrap();
}
