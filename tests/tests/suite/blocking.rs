//! The same requests and the same client, from code without an async runtime.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use plane_api::{
    Body, BoxFuture, Bytes, CallInfo, Client, Cursor, Delivery, Download, Error, ErrorKind, Page,
    RetryPolicy, Timeouts, Transport, TransportError, Value,
    blocking::block_on,
    endpoint,
    http::{Request, Response},
    sandbox::Sandbox,
    v1::customers::{CreateCustomer, GetCustomer, ListCustomers, UpdateCustomer},
};
use plane_tests::{Received, Reply, Server, json};
use tokio::{runtime::Builder, sync::Barrier};

#[endpoint(GET, "/things/<id>/")]
pub struct GetThing {}

#[endpoint(GET, "/things/" -> Page<u32>)]
pub struct ListThings {
    pub cursor: Option<Cursor>,
}

#[endpoint(GET, "/files/<id>/" -> Download)]
pub struct GetFile {}

/// Responds with `null` once this many requests are waiting at the same time.
struct Together {
    barrier: Barrier,
    sent: AtomicUsize,
}

impl Together {
    fn new(count: usize) -> Arc<Self> {
        Arc::new(Self { barrier: Barrier::new(count), sent: AtomicUsize::new(0) })
    }
}

struct Shared(Arc<Together>);

impl Transport for Shared {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        self.0.sent.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            assert!(!request.uri().path().contains("panic"), "the transport is on fire");
            self.0.barrier.wait().await;
            Ok(Response::new(Body::from(Bytes::from_static(b"null"))))
        })
    }
}

fn client(together: &Arc<Together>) -> Client {
    Client::builder("https://api.example")
        .api_key("k")
        .transport(Shared(together.clone()))
        .build()
        .unwrap()
}

fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start_blocking().unwrap();
    let builder = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key());
    (sandbox, builder.build().unwrap())
}

#[test]
fn requests_are_sent_and_their_responses_decoded() {
    let (sandbox, client) = sandbox();
    let workspace = sandbox.workspace();
    let created = CreateCustomer::new(workspace, "Acne").send_blocking(&client).unwrap();
    let update = UpdateCustomer::new(workspace, &created.id).name("Acme");
    let call = client.call(&update).timeout(Duration::from_secs(30));
    assert_eq!(call.send_blocking().unwrap().name.as_deref(), Some("Acme"));

    let get = GetCustomer::new(workspace, &created.id);
    let (customer, meta) = block_on(client.call(&get).with_meta()).unwrap();
    assert_eq!((customer.name.as_deref(), meta.attempts()), (Some("Acme"), 1));

    let nobody = GetCustomer::new(workspace, "00000000-0000-4000-8000-00000000ffff");
    assert!(nobody.send_blocking(&client).unwrap_err().is_not_found());
    assert_eq!(GetThing::new("..").send_blocking(&client).unwrap_err().kind(), ErrorKind::Request);
}

#[test]
fn lists_are_iterators() {
    let (sandbox, client) = sandbox();
    let workspace = sandbox.workspace();
    for name in ["a", "b", "c", "d", "e"] {
        CreateCustomer::new(workspace, name).send_blocking(&client).unwrap();
    }
    let list = || ListCustomers::new(workspace).per_page(2);
    let names: Result<Vec<_>, Error> =
        list().items(&client).blocking().map(|item| Ok(item?.name.unwrap())).collect();
    assert_eq!(names.unwrap(), ["e", "d", "c", "b", "a"]);

    let mut pages = list().pages(&client).concurrency(2).blocking();
    assert_eq!(pages.next().unwrap().unwrap().results.len(), 2);
    assert_eq!(pages.get_ref().total(), Some(5));
    assert_eq!(pages.get_ref().cursor(), Some(&"2:1:0".into()));
    assert_eq!(pages.map(|page| page.unwrap().results.len()).collect::<Vec<_>>(), [2, 1]);
}

/// A runtime for servers that runs all the time.
fn elsewhere() -> tokio::runtime::Runtime {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

#[test]
fn an_iterator_resumes_after_an_error() {
    let runtime = elsewhere();
    let count = AtomicUsize::new(0);
    let reply = move |_: &Received| match count.fetch_add(1, Ordering::SeqCst) {
        0 => json(200, r#"{"results": [1], "next_cursor": "1:1:0", "next_page_results": true}"#),
        1 => json(400, "{}"),
        _ => json(200, r#"{"results": [2]}"#),
    };
    let server = runtime.block_on(Server::start(reply)).unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    let mut items = ListThings::new().items(&client).blocking();
    assert_eq!(items.next().unwrap().unwrap(), 1);
    assert!(items.next().unwrap().is_err());
    assert_eq!(items.next().unwrap().unwrap(), 2);
    assert!(items.next().is_none());
}

#[test]
fn a_download_is_an_iterator() {
    let runtime = elsewhere();
    let body = vec![b'x'; 1 << 20];
    let reply = Reply::Send(plane_tests::answer(200, "", &body));
    let server = runtime.block_on(Server::always(reply)).unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    let pieces = GetFile::new("7").send_blocking(&client).unwrap().blocking();
    assert_eq!(pieces.get_ref().content_length(), Some(1 << 20));
    let pieces: Vec<_> = pieces.map(Result::unwrap).collect();
    assert!(pieces.len() > 1 && pieces.concat() == body, "{}", pieces.len());
    let whole = block_on(GetFile::new("7").send_blocking(&client).unwrap().collect()).unwrap();
    assert_eq!(whole, body);
}

#[test]
fn many_threads_wait_at_once_and_one_works_in_the_background() {
    const THREADS: usize = 16;
    let together = Together::new(THREADS);
    let client = client(&together);
    thread::scope(|scope| {
        let get = || GetThing::new("7").send_blocking(&client).unwrap();
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(get)).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), Value::Null);
        }
    });
    if cfg!(target_os = "linux") {
        let threads = std::fs::read_dir("/proc/self/task").unwrap();
        let names = threads.map(|it| std::fs::read_to_string(it.unwrap().path().join("comm")));
        assert_eq!(
            names.filter(|name| name.as_ref().is_ok_and(|it| it == "plane-api\n")).count(),
            1
        );
    }
}

#[track_caller]
fn assert_rejected<T>(result: Result<T, Error>) {
    let error = result.err().unwrap();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Config, Delivery::NotSent));
    assert!(error.to_string().contains("await `send` instead"), "{error}");
}

fn rejects_everything(together: &Arc<Together>) {
    let client = client(together);
    assert_rejected(GetThing::new("7").send_blocking(&client));
    assert_rejected(client.call(&GetThing::new("7")).send_blocking());
    assert_rejected(ListThings::new().items(&client).blocking().next().unwrap());
    assert_rejected(ListThings::new().pages(&client).blocking().next().unwrap());
    assert_rejected(block_on(client.call(&GetThing::new("7")).raw()));
    assert!(Sandbox::start_blocking().is_err());
}

#[test]
fn a_blocking_call_within_a_runtime_is_an_error() {
    let together = Together::new(1);
    let here = Builder::new_current_thread().build().unwrap();
    here.block_on(async { rejects_everything(&together) });
    elsewhere().block_on(async {
        rejects_everything(&together);
        let (task, thread) = (together.clone(), together.clone());
        tokio::spawn(async move { rejects_everything(&task) }).await.unwrap();
        let from_thread = move || {
            rejects_everything(&thread);
            // As the documentation recommends.
            let client = client(&thread);
            tokio::runtime::Handle::current().block_on(GetThing::new("7").send(&client)).unwrap();
        };
        tokio::task::spawn_blocking(from_thread).await.unwrap();
    });
    assert_eq!(together.sent.load(Ordering::SeqCst), 1);
    let client = client(&together);
    GetThing::new("7").send_blocking(&client).unwrap();
}

#[test]
fn a_call_that_panics_does_not_affect_others() {
    let together = Together::new(1);
    let client = client(&together);
    let call = || GetThing::new("panic").send_blocking(&client);
    assert!(catch_unwind(AssertUnwindSafe(call)).is_err());
    GetThing::new("7").send_blocking(&client).unwrap();
}

#[test]
fn one_client_serves_async_and_blocking_code() {
    let elsewhere = elsewhere();
    let server = elsewhere.block_on(Server::always(json(200, "7"))).unwrap();
    // With this limit, a call that hangs ends with an error.
    let timeouts = Timeouts::default().attempt(Duration::from_secs(10));
    let client = Client::builder(server.url())
        .api_key("k")
        .retry(RetryPolicy::never())
        .timeouts(timeouts)
        .build()
        .unwrap();
    let get = GetThing::new("7");
    // This runtime only runs during `block_on`: in between, its connections make no progress.
    let here = Builder::new_current_thread().enable_all().build().unwrap();
    for _ in 0..2 {
        assert_eq!(here.block_on(get.send(&client)).unwrap(), 7);
        assert_eq!(get.send_blocking(&client).unwrap(), 7);
        assert_eq!(elsewhere.block_on(get.send(&client)).unwrap(), 7);
    }
    drop(here);
    assert_eq!(get.send_blocking(&client).unwrap(), 7);
    elsewhere.block_on(async move { drop(client) });
    assert_eq!(server.requests().len(), 7);
}
