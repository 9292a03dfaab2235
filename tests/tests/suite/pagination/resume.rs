//! Resuming: after an error, in another process, after a `collect`.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use plane_api::{Client, Cursor, ErrorKind, Timeouts};
use plane_tests::{Reply, Server};

use super::list::{Change, List, ListEntries, Lister, ids};

#[tokio::test]
async fn pagination_goes_on_after_an_error_at_every_page() {
    for concurrency in 1..4 {
        let list = List::of(10, 2).refusing((0..5).chain(0..5));
        let lister = Lister::start(list).await;
        let mut items = ListEntries::new().items(&lister.client).concurrency(concurrency);
        let (mut seen, mut errors) = (Vec::new(), 0);
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => seen.push(item.id),
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Status, "{error}");
                    errors += 1;
                }
            }
        }
        assert_eq!(seen, (0..10).collect::<Vec<_>>());
        assert!(lister.list().rejected.is_empty());
        // Errors of prefetched pages are not visible if an earlier error drops them.
        assert!(errors == 10 || concurrency > 1 && errors >= 2, "{errors} errors");
    }
}

#[tokio::test]
async fn pagination_goes_on_from_a_stored_cursor_after_an_error_at_every_page() {
    for failing in 0..5 {
        let lister = Lister::start(List::of(10, 2).refusing(vec![failing])).await;
        let mut items = ListEntries::new().items(&lister.client);
        let mut seen = Vec::new();
        while let Some(Ok(item)) = items.next().await {
            seen.push(item.id);
        }
        assert_eq!(seen.len(), 2 * failing);
        let stored = serde_json::to_string(&items.cursor()).unwrap();
        drop(items);

        let cursor: Option<Cursor> = serde_json::from_str(&stored).unwrap();
        let mut items = ListEntries::new().items(&lister.client);
        if let Some(cursor) = cursor {
            items = items.from(cursor);
        }
        seen.extend(ids(items.collect(99).await.unwrap()));
        assert_eq!(seen, (0..10).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_cursor_stored_within_a_page_is_that_of_the_page() {
    let lister = Lister::start(List::of(10, 4)).await;
    for taken in 0..10_usize {
        let mut items = ListEntries::new().items(&lister.client);
        assert_eq!(items.collect(taken).await.unwrap().len(), taken);
        let first = taken / 4 * 4;
        let cursor = items.cursor().cloned();
        assert_eq!(cursor.is_none(), first == 0, "{cursor:?}");
        let mut rest = ListEntries::new().items(&lister.client);
        if let Some(cursor) = cursor {
            rest = rest.from(cursor);
        }
        let expected: Vec<_> = (first as u32..10).collect();
        assert_eq!(ids(rest.collect(99).await.unwrap()), expected);
    }
}

#[tokio::test]
async fn moving_to_another_position_drops_buffered_items() {
    let lister = Lister::start(List::of(8, 2)).await;
    let mut items = ListEntries::new().items(&lister.client).concurrency(2);
    items.collect(3).await.unwrap();
    let mut items = items.from("2:1:0");
    assert_eq!(ids(items.collect(99).await.unwrap()), [2, 3, 4, 5, 6, 7]);
    let mut items = items.from("2:3:0");
    assert_eq!(ids(items.collect(99).await.unwrap()), [6, 7], "even after the end");

    let mut pages = ListEntries::new().pages(&lister.client).concurrency(2);
    pages.next().await.unwrap().unwrap();
    let mut pages = pages.from("2:0:0");
    assert_eq!(pages.collect(99).await.unwrap().len(), 4);
}

#[tokio::test]
async fn collect_returns_at_most_its_maximum_and_resumes() {
    let lister = Lister::start(List::of(7, 2)).await;
    let mut items = ListEntries::new().items(&lister.client);
    assert!(items.collect(0).await.unwrap().is_empty());
    assert!(lister.list().asked.is_empty(), "no items need no request");
    assert_eq!(ids(items.collect(3).await.unwrap()), [0, 1, 2]);
    assert_eq!(lister.list().asked, [0, 1]);
    assert_eq!(ids(items.collect(3).await.unwrap()), [3, 4, 5]);
    assert_eq!(ids(items.collect(3).await.unwrap()), [6]);
    assert!(items.collect(3).await.unwrap().is_empty());
}

#[tokio::test]
async fn collect_loses_nothing_at_an_error() {
    let lister = Lister::start(List::of(7, 2).refusing(vec![2, 2])).await;
    let mut items = ListEntries::new().items(&lister.client);
    items.next().await.unwrap().unwrap();
    assert!(items.collect(99).await.is_err());
    assert_eq!(items.cursor(), None, "the page of the first item that was not handed out");
    assert_eq!(items.next().await.unwrap().unwrap().id, 1);
    assert!(items.collect(99).await.is_err());
    assert_eq!(ids(items.collect(2).await.unwrap()), [2, 3], "buffered items need no request");
    assert_eq!(ids(items.collect(99).await.unwrap()), [4, 5, 6]);

    lister.list().rejected = vec![2];
    let mut pages = ListEntries::new().pages(&lister.client);
    pages.next().await.unwrap().unwrap();
    assert!(pages.collect(99).await.is_err());
    assert_eq!(pages.cursor(), Some(&Cursor::from("2:1:0")));
    assert_eq!(pages.collect(99).await.unwrap().len(), 3);
}

#[tokio::test]
async fn an_error_while_pages_are_read_again_leaves_them_to_be_read() {
    let lister = Lister::start(List::of(6, 2).changing([Change::Delete(vec![0])])).await;
    let mut items = ListEntries::new().items(&lister.client);
    assert_eq!(ids(items.collect(2).await.unwrap()), [0, 1]);
    lister.list().rejected = vec![0];
    assert!(items.next().await.unwrap().is_err());
    assert_eq!(items.cursor(), None, "the page that is to be read again");
    assert_eq!(ids(items.collect(99).await.unwrap()), [2, 3, 4, 5]);
    assert_eq!(lister.list().asked, [0, 1, 0, 0, 2]);
}

#[tokio::test]
async fn a_server_that_stalls_is_an_error_and_pagination_resumes_when_it_recovers() {
    let stalls = Arc::new(AtomicBool::new(false));
    let list = std::sync::Mutex::new(List::of(6, 2));
    let server = Server::start({
        let stalls = stalls.clone();
        move |received| match list.lock().unwrap().answer(received) {
            Reply::Send(bytes) if stalls.load(Ordering::SeqCst) => {
                Reply::Hang(bytes[..40].to_vec())
            }
            reply => reply,
        }
    })
    .await
    .unwrap();
    let call = Duration::from_millis(100);
    for concurrency in [1, 3] {
        stalls.store(false, Ordering::SeqCst);
        let client = Client::builder(server.url()).api_key("k");
        let client = client.timeouts(Timeouts::default().call(call)).build().unwrap();
        let mut items = ListEntries::new().items(&client).concurrency(1);
        assert_eq!(ids(items.collect(2).await.unwrap()), [0, 1]);
        stalls.store(true, Ordering::SeqCst);
        items = items.concurrency(concurrency);
        for _ in 0..2 {
            let error = items.next().await.unwrap().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        }
        stalls.store(false, Ordering::SeqCst);
        assert_eq!(ids(items.collect(99).await.unwrap()), [2, 3, 4, 5]);
    }
}
