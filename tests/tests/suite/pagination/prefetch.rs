//! Pagination with prefetching.

use std::{
    sync::{
        Arc, Condvar, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use plane_api::{
    CallInfo, Client, Cursor, Interceptor, endpoint,
    http::{HeaderMap, Uri},
};
use plane_tests::{Reply, Server, answer, json};

use super::list::{List, ListEntries, Lister, ids, number};

#[tokio::test]
async fn every_page_is_requested_once_and_none_beyond_the_last() {
    for (length, concurrency) in
        [(0, 4), (1, 4), (4, 4), (5, 4), (16, 4), (17, 4), (40, 3), (17, 0)]
    {
        let lister = Lister::start(List::of(length, 4)).await;
        let mut items = ListEntries::new().items(&lister.client).concurrency(concurrency);
        let seen = ids(items.collect(99).await.unwrap());
        assert_eq!(seen, (0..length).collect::<Vec<_>>());
        let mut asked = lister.list().asked.clone();
        asked.sort_unstable();
        assert_eq!(asked, (0..lister.list().pages()).collect::<Vec<_>>(), "{length} entries");
    }
}

/// Counts requests when they begin, before the server reads them.
#[derive(Default)]
struct Begun(AtomicUsize);

impl Interceptor for Begun {
    fn request(
        &self,
        _: &Uri,
        _: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

#[tokio::test]
async fn the_number_of_prefetched_pages_is_limited() {
    let list = Mutex::new(List::of(20, 2));
    let server =
        Server::start(move |received| list.lock().unwrap().answer(received)).await.unwrap();
    let begun = Arc::new(Begun::default());
    let client = Client::builder(server.url()).api_key("k").interceptor(begun.clone());
    let client = client.build().unwrap();
    let mut items = ListEntries::new().items(&client).concurrency(3);
    for taken in 0..20 {
        items.next().await.unwrap().unwrap();
        let done = taken / 2;
        let begun = begun.0.load(Ordering::SeqCst);
        assert!(begun <= done + 3, "{begun} pages while handing out page {done}");
    }
    assert_eq!(begun.0.load(Ordering::SeqCst), 10);
}

/// The response for page 1 arrives after those for pages 2 and 3.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_are_fetched_at_the_same_time_and_keep_their_order() {
    let list = Arc::new((Mutex::new(List::of(8, 2)), Condvar::new()));
    let server = Server::start(move |received| {
        let (list, answered) = &*list;
        let mut list = list.lock().unwrap();
        if number(received) == 1 {
            // Tasks that wait for this thread continue in another.
            let (others, wait) = tokio::task::block_in_place(|| {
                let is_early = |list: &mut List| list.asked.len() < 3;
                answered.wait_timeout_while(list, Duration::from_secs(20), is_early).unwrap()
            });
            if wait.timed_out() {
                return json(400, "{}");
            }
            list = others;
        }
        let reply = list.answer(received);
        answered.notify_all();
        reply
    })
    .await
    .unwrap();
    let mut pages = ListEntries::new().pages(&super::client(&server)).concurrency(3);
    let seen: Vec<_> = pages.collect(9).await.unwrap().into_iter().flat_map(ids).collect();
    assert_eq!(seen, [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_server_that_names_other_pages_than_expected_is_followed() {
    // The cursors look predictable, but every other page is skipped.
    let server = Server::start(|received| {
        let page = number(received);
        let body = format!(
            r#"{{"results": [{{"id": {page}}}], "next_cursor": "1:{}:0", "next_page_results": {}, "total_pages": 9}}"#,
            if page == 0 { 1 } else { page + 2 },
            page < 7,
        );
        json(200, &body)
    })
    .await
    .unwrap();
    let mut items = ListEntries::new().items(&super::client(&server)).concurrency(2);
    assert_eq!(ids(items.collect(99).await.unwrap()), [0, 1, 3, 5, 7]);
    let asked: Vec<_> = server.requests().iter().map(number).collect();
    let later = asked.iter().position(|page| *page == 3).unwrap();
    assert_eq!(asked[later..], [3, 5, 7], "there are no more predictions: {asked:?}");
}

#[tokio::test]
async fn nothing_is_predicted_from_opaque_cursors_or_without_a_length() {
    for (form, length) in [
        ("x:{}:0", r#""total_results": 5"#),
        ("1:{}:0:0", r#""total_pages": 5"#),
        ("1:{}:0", r#""count": 1"#),
    ] {
        let server = Server::start(move |received| {
            let page = number(received);
            let next = form.replace("{}", &(page + 1).to_string());
            let body = format!(
                r#"{{"results": [{{"id": {page}}}], "next_cursor": "{next}", "next_page_results": {}, {length}}}"#,
                page < 4,
            );
            // The server closes the connection after each response, so simultaneous requests would be visible.
            let Reply::Send(bytes) = json(200, &body) else { unreachable!() };
            Reply::Close(bytes)
        })
        .await
        .unwrap();
        let mut pages = ListEntries::new().pages(&super::client(&server)).concurrency(4);
        for page in 0..5 {
            pages.next().await.unwrap().unwrap();
            assert_eq!(server.requests().len(), page + 1, "{form}");
        }
        assert!(pages.next().await.is_none());
    }
}

#[tokio::test]
async fn an_error_of_a_prefetched_page_is_reported_when_the_page_is_due() {
    let lister = Lister::start(List::of(10, 2).refusing(vec![2])).await;
    let mut pages = ListEntries::new().pages(&lister.client).concurrency(4);
    for page in 0..2 {
        assert_eq!(ids(pages.next().await.unwrap().unwrap()), [2 * page, 2 * page + 1]);
    }
    assert_eq!(pages.cursor(), Some(&Cursor::from("2:2:0")));
    assert!(pages.next().await.unwrap().is_err());
    assert_eq!(pages.cursor(), Some(&Cursor::from("2:2:0")));
    let rest: Vec<_> = pages.collect(9).await.unwrap().into_iter().flat_map(ids).collect();
    assert_eq!(rest, [4, 5, 6, 7, 8, 9]);
    let asked = lister.list().asked.clone();
    assert_eq!(asked.iter().filter(|page| **page == 2).count(), 2);
    assert!(asked.iter().all(|page| *page < 5), "{asked:?}");
}

#[endpoint(GET, "/numbered/" -> Vec<u64>)]
#[derive(Debug, Clone)]
pub struct ListByNumber {
    #[page(number)]
    pub page: Option<u64>,
}

#[endpoint(GET, "/offset/" -> Vec<u64>)]
#[derive(Debug, Clone)]
pub struct ListByOffset {
    #[page(offset)]
    pub offset: Option<u64>,
}

/// Without a bound, a list of unknown length would be requested up to the largest number.
#[tokio::test]
async fn the_number_of_pages_in_flight_is_bounded_however_long_the_list_may_be() {
    for headers in ["", "X-Total-Pages: 18446744073709551615\r\n"] {
        let server = Server::start(move |received| {
            let position =
                received.line().rsplit_once('=').map_or(0, |(_, it)| it.parse().unwrap());
            let position: u64 = position;
            Reply::Send(answer(200, headers, format!("[{position}]")))
        })
        .await
        .unwrap();
        let client = super::client(&server);
        let mut by_number = ListByNumber::new().pages(&client).concurrency(usize::MAX);
        for page in [0, 2, 3] {
            assert_eq!(by_number.next().await.unwrap().unwrap(), [page]);
        }
        let asked = server.requests().len();
        assert!((3..=103).contains(&asked), "{asked} requests");
        let mut by_offset = ListByOffset::new().items(&client).concurrency(usize::MAX);
        for item in 0..3 {
            assert_eq!(by_offset.next().await.unwrap().unwrap(), item);
        }
        let asked = server.requests().len() - asked;
        assert!((3..=203).contains(&asked), "{asked} requests");
    }
}
