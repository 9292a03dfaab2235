//! Pagination against servers that misbehave.

mod bad_entries;
mod cancel;
mod changes;
mod failures;
mod list;
mod odd;
mod prefetch;
mod progress;
mod resume;
mod rules;
mod styles;

use plane_api::{Client, Cursor, ErrorKind, Page, RetryPolicy, endpoint};
use plane_tests::{Reply, Server, json};

#[endpoint(GET, "/numbers/" -> Page<u32>)]
#[derive(Debug, Clone)]
pub struct ListNumbers {
    pub cursor: Option<Cursor>,
}

fn client(server: &Server) -> Client {
    Client::builder(server.url()).api_key("k").retry(RetryPolicy::never()).build().unwrap()
}

fn page(results: &str, next: &str, more: bool) -> Reply {
    json(
        200,
        &format!(r#"{{"results": {results}, "next_cursor": {next}, "next_page_results": {more}}}"#),
    )
}

#[tokio::test]
async fn pagination_ends_where_the_server_says_so_though_it_names_a_next_page() {
    let server = Server::always(page("[1, 2]", r#""2:1:0""#, false)).await.unwrap();
    let mut pages = ListNumbers::new().pages(&client(&server));
    assert_eq!(pages.next().await.unwrap().unwrap().results, [1, 2]);
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none(), "the end is final");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_bare_list_is_one_page() {
    let server = Server::always(json(200, "[1, 2, 3]")).await.unwrap();
    let mut items = ListNumbers::new().items(&client(&server));
    let mut sum = 0;
    while let Some(number) = items.next().await {
        sum += number.unwrap();
    }
    assert_eq!((sum, items.total(), server.requests().len()), (6, Some(3), 1));
}

#[tokio::test]
async fn a_server_that_repeats_itself_is_an_error() {
    let server = Server::always(page("[1]", r#""1:1:0""#, true)).await.unwrap();
    let mut pages = ListNumbers::new().pages(&client(&server));
    pages.next().await.unwrap().unwrap();
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
    assert_eq!(server.requests()[1].line(), "GET /numbers/?cursor=1%3A1%3A0");

    let server = Server::always(page("[1]", "null", true)).await.unwrap();
    let error = ListNumbers::new().pages(&client(&server)).next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("a next page without its position"), "{error}");
}

#[tokio::test]
async fn a_server_that_leads_in_a_circle_is_an_error() {
    for length in 1..=7 {
        let server = Server::start(move |received| {
            let place: u32 = received
                .line()
                .rsplit_once("cursor=")
                .and_then(|(_, place)| place.parse().ok())
                .unwrap_or_default();
            // Two pages once, then a cycle.
            let next = if place == length + 1 { 2 } else { place + 1 };
            page("[1]", &format!(r#""{next}""#), true)
        })
        .await
        .unwrap();
        let mut pages = ListNumbers::new().pages(&client(&server));
        let error = loop {
            if let Err(error) = pages.next().await.unwrap() {
                break error;
            }
        };
        assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
        let limit = 4 * (length as usize + 2);
        assert!(server.requests().len() < limit, "{} of {length}", server.requests().len());
        let again = pages.next().await.unwrap().unwrap_err();
        assert_eq!(again.kind(), ErrorKind::Pagination, "the position is the same");
    }
}

#[tokio::test]
async fn entries_without_an_id_are_never_dropped() {
    let server = Server::start(|received| {
        let (results, next, total) = match received.line() {
            "GET /numbers/" => ("[1, 2]", "2:1:0", 5),
            "GET /numbers/?cursor=2%3A1%3A0" => ("[2, 2]", "2:2:0", 4),
            _ => ("[3]", "2:3:0", 3),
        };
        let more = results != "[3]";
        let body = format!(
            r#"{{"results": {results}, "next_cursor": "{next}", "next_page_results": {more}, "total_results": {total}}}"#
        );
        json(200, &body)
    })
    .await
    .unwrap();
    let items = ListNumbers::new().items(&client(&server)).collect(9).await.unwrap();
    assert_eq!(items, [1, 2, 2, 2, 3]);
    assert_eq!(server.requests().len(), 3, "pages whose entries have no ids are not read again");
}

#[tokio::test]
async fn an_error_keeps_the_position() {
    let count = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(move |received| {
        let failing = count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 1;
        match received.line() {
            "GET /numbers/" => page("[1]", r#""b""#, true),
            _ if failing => json(400, "{}"),
            _ => page("[2]", r#""c""#, false),
        }
    })
    .await
    .unwrap();
    let mut items = ListNumbers::new().items(&client(&server));
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(items.cursor(), Some(&Cursor::from("b")));
    assert!(items.next().await.unwrap().is_err());
    assert_eq!(items.cursor(), Some(&Cursor::from("b")));
    assert_eq!(items.next().await.unwrap().unwrap(), 2);
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn pagination_is_a_stream_that_moves_between_threads() {
    fn is_stream<S: futures_core::Stream + Send + Unpin + 'static>(stream: S) -> S {
        stream
    }
    async fn next<S: futures_core::Stream + Unpin>(mut stream: S) -> Option<S::Item> {
        std::future::poll_fn(|context| std::pin::Pin::new(&mut stream).poll_next(context)).await
    }
    let server = Server::always(json(200, "[1]")).await.unwrap();
    let items = is_stream(ListNumbers::new().items(&client(&server)));
    assert_eq!(next(items).await.unwrap().unwrap(), 1);
    let pages = is_stream(ListNumbers::new().pages(&client(&server)));
    assert_eq!(next(pages).await.unwrap().unwrap().results, [1]);
}

#[tokio::test]
async fn pagination_is_collected_although_all_streams_have_a_method_of_this_name() {
    // Like `StreamExt` of the crate `futures`.
    trait StreamExt: futures_core::Stream + Sized {
        fn collect<C>(self) -> Option<C> {
            None
        }
    }
    impl<S: futures_core::Stream> StreamExt for S {}

    let server = Server::always(page("[1]", "null", false)).await.unwrap();
    let mut items = ListNumbers::new().items(&client(&server));
    assert_eq!(plane_api::Items::collect(&mut items, 10).await.unwrap(), [1]);
    assert_eq!(items.collect::<Vec<u8>>(), None);
    let mut pages = ListNumbers::new().pages(&client(&server));
    assert_eq!(plane_api::Pages::collect(&mut pages, 10).await.unwrap().len(), 1);
    assert_eq!(pages.collect::<Vec<u8>>(), None);
}

#[tokio::test]
async fn debug_output_names_the_request_and_the_position() {
    let server = Server::always(page("[1]", r#""a""#, true)).await.unwrap();
    let mut items = ListNumbers::new().items(&client(&server));
    assert_eq!(format!("{:?}", items.collect(3)), "Collect { max: 3, .. }");
    items.next().await.unwrap().unwrap();
    let mut pages = ListNumbers::new().pages(&client(&server));
    pages.next().await.unwrap().unwrap();
    for (text, name) in [(format!("{items:?}"), "Items"), (format!("{pages:?}"), "Pages")] {
        let position = r#"cursor: Some(Cursor("a"))"#;
        assert_eq!(text, format!("{name} {{ endpoint: \"ListNumbers\", {position}, .. }}"));
    }
}
