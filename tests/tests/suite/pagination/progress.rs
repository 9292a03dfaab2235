//! Servers that make no progress, and servers that only seem to make none.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use plane_api::Error;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Thing {
    pub id: u64,
}

#[endpoint(GET, "/things/" -> Page<Thing>)]
#[derive(Debug, Clone)]
pub struct ListThings {
    pub cursor: Option<Cursor>,
}

#[endpoint(GET, "/numbers/" -> Vec<u32>)]
#[derive(Debug, Clone)]
pub struct ListByNumber {
    #[page(number)]
    pub page: Option<u32>,
}

/// A server whose response depends on the number of earlier requests.
async fn numbered(reply: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Server {
    let count = AtomicUsize::new(0);
    Server::start(move |_| reply(count.fetch_add(1, Ordering::SeqCst))).await.unwrap()
}

async fn items(server: &Server, concurrency: usize) -> (Vec<u64>, Option<Error>) {
    let mut items = ListThings::new().items(&client(server)).concurrency(concurrency);
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => ids.push(item.id),
            Err(error) => return (ids, Some(error)),
        }
    }
    (ids, None)
}

/// Returns the number of pages before the error.
async fn pages(server: &Server) -> (usize, Error) {
    let mut pages = ListThings::new().pages(&client(server));
    let mut count = 0;
    loop {
        match pages.next().await.unwrap() {
            Ok(_) => count += 1,
            Err(error) => return (count, error),
        }
    }
}

#[tokio::test]
async fn the_same_entries_under_ever_new_cursors_are_an_error() {
    let same = |n: usize| page(r#"[{"id":1},{"id":2}]"#, &format!(r#""2:{n}:0""#), true);
    for concurrency in [1, 4] {
        let server = numbered(move |n| same(n + 1)).await;
        let (ids, error) = items(&server, concurrency).await;
        let error = error.unwrap();
        assert_eq!((ids, error.kind()), (vec![1, 2], ErrorKind::Pagination), "{error}");
        assert!(error.to_string().contains("GET /things/"), "{error}");
        assert!(server.requests().len() <= 5, "{} requests", server.requests().len());
    }
    let server = numbered(move |n| same(n + 1)).await;
    let (count, error) = pages(&server).await;
    assert_eq!((count, error.kind()), (1, ErrorKind::Pagination), "{error}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn cursors_that_form_a_cycle_are_an_error_even_if_entries_are_new() {
    for length in [2, 3, 5, 8] {
        let server = numbered(move |n| {
            let (entries, next) = (format!(r#"[{{"id":{n}}}]"#), format!(r#""c{}""#, n % length));
            page(&entries, &next, true)
        });
        let server = server.await;
        let (count, error) = pages(&server).await;
        assert_eq!(error.kind(), ErrorKind::Pagination);
        assert!(error.to_string().contains("form a cycle"), "{error}");
        assert!((length..=4 * length).contains(&count), "{count} pages for {length} cursors");
    }
}

#[tokio::test]
async fn entries_that_are_known_in_another_order_are_an_error_after_three_pages() {
    let orders = ["[1,2,3]", "[3,1,2]", "[2,3,1]"];
    let reply = move |n: usize| {
        let ids: Vec<u64> = serde_json::from_str(orders[n % 3]).unwrap();
        let things: Vec<_> = ids.iter().map(|id| serde_json::json!({"id": id, "n": n})).collect();
        page(&serde_json::json!(things).to_string(), &format!(r#""c{n}""#), true)
    };
    let server = numbered(reply).await;
    let (ids, error) = items(&server, 1).await;
    assert_eq!((ids, error.unwrap().kind()), (vec![1, 2, 3], ErrorKind::Pagination));
    assert_eq!(server.requests().len(), 4);

    let server = numbered(reply).await;
    assert_eq!(pages(&server).await.0, 3);
}

#[tokio::test]
async fn entries_without_ids_are_judged_by_equality() {
    let same = |n: usize| page("[7, 7]", &format!(r#""c{n}""#), true);
    let server = numbered(same).await;
    let mut items = ListNumbers::new().items(&client(&server));
    assert_eq!(items.next().await.unwrap().unwrap(), 7);
    assert_eq!(items.next().await.unwrap().unwrap(), 7);
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_server_that_ignores_the_page_number_is_an_error() {
    for concurrency in [1, 4] {
        let server = Server::always(json(200, "[1, 2]")).await.unwrap();
        let mut items = ListByNumber::new().items(&client(&server)).concurrency(concurrency);
        let error = items.collect(99).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
        assert_eq!(items.collect(2).await.unwrap(), [1, 2], "earlier items are not lost");
        assert!(server.requests().len() <= 5);
    }
}

#[tokio::test]
async fn empty_pages_are_followed_up_to_a_bound() {
    let reply = |empty: usize| {
        move |n: usize| match n {
            n if n < empty => page("[]", &format!(r#""c{n}""#), true),
            n if n == empty => page(r#"[{"id":1}]"#, r#""x""#, true),
            n if n <= 2 * empty => page("[]", &format!(r#""c{n}""#), true),
            _ => page(r#"[{"id":2}]"#, "null", false),
        }
    };
    let server = numbered(reply(100)).await;
    let (ids, error) = items(&server, 1).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((ids, server.requests().len()), (vec![1, 2], 202));

    let server = numbered(|n| page("[]", &format!(r#""c{n}""#), true)).await;
    let (ids, error) = items(&server, 1).await;
    assert_eq!((ids.len(), error.unwrap().kind()), (0, ErrorKind::Pagination));
    assert_eq!(server.requests().len(), 101);

    let server = numbered(|n| page("[]", &format!(r#""c{n}""#), true)).await;
    let mut pages = ListThings::new().pages(&client(&server)).max_empty_pages(2);
    assert!(pages.collect(99).await.is_err());
    assert_eq!(pages.collect(2).await.unwrap().len(), 2);
    assert_eq!(server.requests().len(), 3);
    // Elsewhere, they are counted from 0 again.
    let mut pages = pages.from("elsewhere");
    assert!(pages.collect(99).await.is_err());
    assert_eq!(pages.collect(2).await.unwrap().len(), 2);
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn a_list_that_grows_by_pages_is_no_reason_to_stop() {
    // Before each request, the list grows by one page at the front, until it stops growing.
    let reply = |n: usize| {
        let (ids, total) = if n < 6 { ([1, 2], 4 + 2 * n) } else { ([3, 4], 14) };
        let results = serde_json::json!([{"id": ids[0]}, {"id": ids[1]}]);
        let body = serde_json::json!({"results": results, "next_cursor": format!("2:{}:0", n + 1),
            "next_page_results": n < 6, "total_results": total});
        json(200, &body.to_string())
    };
    let server = numbered(reply).await;
    let (ids, error) = items(&server, 1).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(ids, [1, 2, 3, 4]);

    // A list that never stops growing is an error in the end.
    let server = numbered(|n| {
        let body = serde_json::json!({"results": [{"id": 1}], "next_cursor": format!("1:{}:0", n + 1),
            "next_page_results": true, "total_results": n + 2});
        json(200, &body.to_string())
    })
    .await;
    let (ids, error) = items(&server, 1).await;
    assert_eq!((ids, error.unwrap().kind()), (vec![1], ErrorKind::Pagination));
    assert!(server.requests().len() <= 102, "{}", server.requests().len());
}

#[tokio::test]
async fn a_missing_flag_does_not_end_the_list() {
    let bodies = [
        r#"{"results":[{"id":1}],"next_cursor":"a"}"#,
        r#"{"results":[{"id":2}],"next_cursor":"b","next_page_results":null}"#,
        r#"{"results":[{"id":3}],"next_cursor":null}"#,
    ];
    let server = numbered(move |n| json(200, bodies[n.min(2)])).await;
    assert_eq!(items(&server, 1).await.0, [1, 2, 3]);

    for last in [
        r#"{"results":[{"id":1}],"next_cursor":"a","next_page_results":false}"#,
        r#"{"results":[{"id":1}],"next_cursor":""}"#,
        r#"{"results":[{"id":1}],"next_cursor":null}"#,
        r#"{"results":[{"id":1}],"next_page_results":false}"#,
        r#"[{"id":1}]"#,
    ] {
        let server = Server::always(json(200, last)).await.unwrap();
        let (ids, error) = items(&server, 1).await;
        assert!(error.is_none(), "{error:?} for {last}");
        assert_eq!((ids, server.requests().len()), (vec![1], 1), "{last}");
    }
}

#[tokio::test]
async fn another_envelope_is_an_error_on_the_first_page() {
    let linked = plane_tests::answer(
        200,
        "Content-Type: application/json\r\nLink: </things/?page=2>; rel=\"next\"\r\n",
        r#"[{"id":1}]"#,
    );
    let cases = [
        (json(200, r#"{"results":[{"id":1}],"next":"https://a.example/?page=2"}"#), "next_cursor"),
        (json(200, r#"{"results":[{"id":1}]}"#), "next_cursor"),
        (json(200, r#"{"results":[],"count":9}"#), "next_cursor"),
        (Reply::Send(linked), "Link"),
        (
            json(200, r#"{"results":[],"next_page_results":true}"#),
            "a next page without its position",
        ),
    ];
    for (reply, words) in cases {
        let server = Server::always(reply).await.unwrap();
        let (ids, error) = items(&server, 1).await;
        let error = error.unwrap();
        assert_eq!((ids.len(), error.kind()), (0, ErrorKind::Pagination));
        assert!(error.to_string().contains(words), "{error}");
        let error = ListThings::new().pages(&client(&server)).next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Pagination);
        assert!(ListThings::new().send(&client(&server)).await.is_ok(), "`send` just decodes");
    }
}
