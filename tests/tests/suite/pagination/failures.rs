//! Pagination while a server rejects every request, and a loop that only logs errors.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use plane_api::{
    BoxFuture, Bytes, CallInfo, Client, RetryPolicy, Transport, TransportError,
    http::{Request, Response},
};
use tokio::time::{Instant, sleep};

use super::ListNumbers;

/// A server that rejects all requests except the one with this number.
#[derive(Clone)]
struct Rejecting {
    requests: Arc<AtomicUsize>,
    except: Option<usize>,
}

impl Rejecting {
    fn new(except: Option<usize>) -> Self {
        Self { requests: Arc::default(), except }
    }

    fn client(&self) -> Client {
        Client::builder("https://api.example")
            .api_key("k")
            .retry(RetryPolicy::never())
            .transport(self.clone())
            .build()
            .unwrap()
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Transport for Rejecting {
    fn execute<'a>(
        &'a self,
        _: Request<plane_api::Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<plane_api::Body>, TransportError>> {
        let number = self.requests.fetch_add(1, Ordering::SeqCst) + 1;
        let (status, body) = if Some(number) == self.except {
            (200, r#"{"results":[1],"next_cursor":"1:1:0","next_page_results":true}"#)
        } else {
            (400, "{}")
        };
        let response = Response::builder().status(status);
        let body = plane_api::Body::from(Bytes::from_static(body.as_bytes()));
        Box::pin(async move { Ok(response.body(body).unwrap()) })
    }
}

/// Returns the seconds between the first call and each error.
async fn times(server: &Rejecting, errors: usize, pages: bool) -> Vec<u64> {
    let client = server.client();
    let (mut items, mut list) =
        (ListNumbers::new().items(&client), ListNumbers::new().pages(&client));
    let (start, mut times) = (Instant::now(), Vec::new());
    while times.len() < errors {
        let error = if pages {
            list.next().await.unwrap().map(|_| ()).err()
        } else {
            items.next().await.unwrap().map(|_| ()).err()
        };
        if let Some(error) = error {
            assert!(!error.is_entry(), "{error}");
            times.push(start.elapsed().as_secs());
        }
    }
    times
}

#[tokio::test(start_paused = true)]
async fn a_loop_that_only_logs_errors_sends_a_request_a_minute_in_the_end() {
    for pages in [false, true] {
        let server = Rejecting::new(None);
        let found = times(&server, 12, pages).await;
        assert_eq!(found, [0, 0, 0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
        assert_eq!(server.requests(), 12, "each error is one request");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_ends_the_delay() {
    let server = Rejecting::new(Some(5));
    assert_eq!(times(&server, 8, false).await, [0, 0, 0, 1, 3, 3, 3, 4]);
    assert_eq!(server.requests(), 9);
}

#[tokio::test(start_paused = true)]
async fn the_delay_includes_the_time_that_the_caller_waits() {
    let server = Rejecting::new(None);
    let mut items = ListNumbers::new().items(&server.client());
    let start = Instant::now();
    for _ in 0..9 {
        items.next().await.unwrap().unwrap_err();
        sleep(Duration::from_secs(60)).await;
    }
    assert_eq!(start.elapsed().as_secs(), 9 * 60);
    assert_eq!(server.requests(), 9);
}
