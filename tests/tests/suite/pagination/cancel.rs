//! Pagination whose futures are dropped.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use plane_api::Client;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    task::yield_now,
};

use super::list::{Change, List, ListEntries, Lister, ids};

/// Polls a future this many times, and drops it.
async fn poll_some<T>(times: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut polls = 0;
    poll_fn(|context| {
        polls += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if polls == times => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

fn shrinking() -> List {
    let none = || Change::Delete(Vec::new());
    List::of(12, 2).changing([none(), Change::Delete(vec![0]), none(), Change::Delete(vec![1; 3])])
}

#[tokio::test]
async fn next_can_be_dropped_at_every_await() {
    for concurrency in 1..4 {
        for times in 1..6 {
            let lister = Lister::start(List::of(12, 2)).await;
            let mut items = ListEntries::new().items(&lister.client).concurrency(concurrency);
            let mut seen = Vec::new();
            loop {
                match poll_some(times, items.next()).await {
                    Some(Some(item)) => seen.push(item.unwrap().id),
                    Some(None) => break,
                    None => yield_now().await,
                }
            }
            assert_eq!(seen, (0..12).collect::<Vec<_>>());
            assert_eq!(lister.list().asked.len(), 6, "no request is dropped and repeated");
        }
    }
}

#[tokio::test]
async fn next_can_be_dropped_while_pages_are_read_again() {
    let lister = Lister::start(shrinking()).await;
    let undisturbed = ids(ListEntries::new().items(&lister.client).collect(99).await.unwrap());
    let asked = lister.list().asked.clone();
    assert!(asked.len() > 6, "pages are read again: {asked:?}");
    for times in 1..6 {
        let lister = Lister::start(shrinking()).await;
        let mut items = ListEntries::new().items(&lister.client);
        let mut seen = Vec::new();
        loop {
            match poll_some(times, items.next()).await {
                Some(Some(item)) => seen.push(item.unwrap().id),
                Some(None) => break,
                None => yield_now().await,
            }
        }
        assert_eq!(seen, undisturbed);
        assert_eq!(lister.list().asked, asked);
    }
}

#[tokio::test]
async fn collect_can_be_dropped_at_every_await() {
    for times in 1..6 {
        let lister = Lister::start(List::of(12, 2)).await;
        let mut items = ListEntries::new().items(&lister.client).concurrency(2);
        let seen = loop {
            match poll_some(times, items.collect(99)).await {
                Some(seen) => break ids(seen.unwrap()),
                None => yield_now().await,
            }
        };
        assert_eq!(seen, (0..12).collect::<Vec<_>>());

        let mut pages = ListEntries::new().pages(&lister.client).concurrency(2);
        let seen = loop {
            match poll_some(times, pages.collect(99)).await {
                Some(pages) => break pages.unwrap(),
                None => yield_now().await,
            }
        };
        assert_eq!(seen.into_iter().flat_map(ids).collect::<Vec<_>>(), (0..12).collect::<Vec<_>>());
        assert_eq!(lister.list().asked.len(), 12);
    }
}

enum Event {
    Asked,
    Closed,
}

/// Responds to the request for the first page only.
async fn silent_after_the_first(mut stream: TcpStream, events: mpsc::UnboundedSender<Event>) {
    let mut head = Vec::new();
    loop {
        if stream.read_buf(&mut head).await.unwrap_or(0) == 0 {
            let _ = events.send(Event::Closed);
            return;
        }
        if !head.ends_with(b"\r\n\r\n") {
            continue;
        }
        if head.starts_with(b"GET /entries/ ") {
            let body = r#"{"results": [{"id": 0}], "next_cursor": "1:1:0", "next_page_results": true, "total_pages": 9}"#;
            let answer = plane_tests::answer(200, "Content-Type: application/json\r\n", body);
            stream.write_all(&answer).await.unwrap();
        } else {
            let _ = events.send(Event::Asked);
        }
        head.clear();
    }
}

#[tokio::test]
async fn dropping_pagination_cancels_its_requests() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, mut events) = mpsc::unbounded_channel();
    let server = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(silent_after_the_first(stream, sender.clone()));
        }
    });
    let client = Client::builder(url).api_key("k").build().unwrap();
    let mut pages = ListEntries::new().pages(&client).concurrency(3);
    pages.next().await.unwrap().unwrap();
    let three_asked = async {
        for _ in 0..3 {
            assert!(matches!(events.recv().await, Some(Event::Asked)));
        }
    };
    tokio::select! {
        _ = pages.next() => panic!("there is no second page"),
        () = three_asked => {}
    }
    drop(pages);
    for _ in 0..3 {
        assert!(matches!(events.recv().await, Some(Event::Closed)), "the connection is closed");
    }
    server.abort();
}
