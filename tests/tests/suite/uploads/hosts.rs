//! The hosts that a server may name as its storage.

use std::sync::atomic::{AtomicUsize, Ordering};

use plane_api::{
    BoxFuture, CallInfo, Redirect, Transport, TransportError, endpoint,
    http::{Request, Response},
};

use super::*;

#[endpoint(GET, "/files/<id>" -> Redirect)]
struct GetFile {}

/// A server that names this location, and counts requests to other hosts.
#[derive(Clone)]
struct Names(String, Arc<AtomicUsize>);

impl Transport for Names {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        let response = Response::builder().status(302).header("Location", &self.0);
        if !request.uri().path().starts_with("/files/") {
            self.1.fetch_add(1, Ordering::SeqCst);
        }
        Box::pin(async move { Ok(response.body(Body::empty()).unwrap()) })
    }
}

/// Returns the error of a download that is rejected before it is sent, if the server at this base URL names the
/// location.
async fn named(base_url: &str, location: &str, allow_insecure_http: bool) -> Option<String> {
    let names = Names(location.to_owned(), Arc::default());
    let builder = Client::builder(base_url).api_key("k").retry(RetryPolicy::never());
    let builder = builder.allow_insecure_http(allow_insecure_http);
    let client = builder.transport(names.clone()).build().unwrap();
    let redirect = GetFile::new("1").send(&client).await.unwrap();
    let error = redirect.download(&client).await.unwrap_err();
    let is_sent = names.1.load(Ordering::SeqCst) == 1;
    assert_eq!(is_sent, error.delivery() != Delivery::NotSent, "{error}");
    assert!(!error.to_string().contains("signed"), "{error}");
    (!is_sent).then(|| error.to_string())
}

const HERE: [&str; 10] = [
    "127.0.0.1:9000",
    "127.1.2.3",
    "2130706433",
    "0x7f000001",
    "localhost:9000",
    "store.localhost",
    "[::1]:9000",
    "[::ffff:127.0.0.1]",
    "0.0.0.0:9000",
    "[::]",
];

const LINK: [&str; 8] = [
    "169.254.169.254",
    "169.254.0.1:8080",
    "2852039166",
    "0xa9fea9fe",
    "[fe80::1]",
    "[febf:ffff::1]",
    "[::ffff:169.254.169.254]",
    "[64:ff9b::a9fe:a9fe]",
];

#[tokio::test]
async fn a_link_local_address_is_never_requested() {
    for host in LINK {
        for base_url in ["https://plane.test", "http://127.0.0.1:1", "http://plane.test"] {
            for scheme in ["http", "https"] {
                let location = format!("{scheme}://{host}/latest?signed=1");
                let error = named(base_url, &location, true).await.unwrap();
                assert!(error.contains("its address is link-local"), "{location}: {error}");
            }
        }
    }
}

#[tokio::test]
async fn this_machine_is_requested_only_for_a_server_on_this_machine() {
    for host in HERE {
        for scheme in ["http", "https"] {
            let location = format!("{scheme}://{host}/a?signed=1");
            for base_url in ["https://plane.test", "http://plane.test"] {
                let error = named(base_url, &location, true).await.unwrap();
                assert!(error.contains("it is on this machine"), "{location}: {error}");
            }
            for base_url in ["http://127.0.0.1:1", "http://localhost:1", "https://[::1]:1"] {
                let is_plain = scheme == "http" && (host.starts_with("0.") || host == "[::]");
                assert_eq!(named(base_url, &location, is_plain).await, None, "{location}");
            }
        }
    }
}

#[tokio::test]
async fn plain_http_elsewhere_has_to_be_allowed() {
    let location = "http://files.test/a?signed=1";
    for base_url in ["https://plane.test", "http://127.0.0.1:1"] {
        let error = named(base_url, location, false).await.unwrap();
        assert!(error.contains("which is not encrypted"), "{error}");
        assert_eq!(named(base_url, location, true).await, None);
        assert_eq!(named(base_url, "https://files.test/a?signed=1", false).await, None);
    }
}

#[tokio::test]
async fn the_connection_to_the_storage_is_kept_for_the_next_file() {
    let storage = FaultServer::always(Fault::Answer(answer(204, "", ""))).unwrap();
    let plane = FaultServer::by(api(storage.url())).unwrap();
    let client = builder(plane.url()).build().unwrap();
    for _ in 0..3 {
        attachment(text()).send(&client).await.unwrap();
    }
    assert_eq!((storage.requests().len(), storage.accepted()), (3, 1));
    assert_eq!((plane.requests().len(), plane.accepted()), (6, 1));
}
