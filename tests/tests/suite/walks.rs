//! Walks over pages, where the server does not play along.

use plane_api::{Client, Cursor, ErrorKind, Page, RetryPolicy, endpoint};
use plane_tests::{Reply, Server, json};

#[endpoint(GET, "/numbers/" -> Page<u32>)]
#[derive(Debug, Clone)]
pub struct ListNumbers {
    pub cursor: Option<Cursor>,
}

fn client(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .api_root("")
        .api_key("k")
        .retry(RetryPolicy::never())
        .build()
        .unwrap()
}

fn page(results: &str, next: &str, more: bool) -> Reply {
    json(
        200,
        &format!(r#"{{"results": {results}, "next_cursor": {next}, "next_page_results": {more}}}"#),
    )
}

#[tokio::test]
async fn a_walk_ends_where_the_server_says_so_though_it_names_a_next_page() {
    let server = Server::always(page("[1, 2]", r#""2:1:0""#, false)).await.unwrap();
    let mut pages = ListNumbers::new().pages(&client(&server));
    assert_eq!(pages.next().await.unwrap().unwrap().results, [1, 2]);
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none(), "over is over");
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
    assert_eq!(error.kind(), ErrorKind::Walk, "{error}");
    assert_eq!(server.requests()[1].line(), "GET /numbers/?cursor=1%3A1%3A0");

    let server = Server::always(page("[1]", "null", true)).await.unwrap();
    let error = ListNumbers::new().pages(&client(&server)).next().await.unwrap().unwrap_err();
    assert!(error.to_string().contains("does not name it"), "{error}");
}

#[tokio::test]
async fn an_error_leaves_the_walk_where_it_was() {
    let count = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(move |received| {
        let failing = count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 1;
        match received.line() {
            "GET /numbers/" => page("[1]", r#""b""#, true),
            _ if failing => json(503, "{}"),
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
async fn a_walk_is_a_stream_that_moves_between_threads() {
    fn is_stream<S: futures_core::Stream + Send + Unpin + 'static>(stream: S) -> S {
        stream
    }
    let server = Server::always(json(200, "[1]")).await.unwrap();
    let mut items = is_stream(ListNumbers::new().items(&client(&server)));
    let mut stream = std::pin::Pin::new(&mut items);
    let item =
        std::future::poll_fn(|context| futures_core::Stream::poll_next(stream.as_mut(), context))
            .await;
    assert_eq!(item.unwrap().unwrap(), 1);
    let _ = is_stream(ListNumbers::new().pages(&client(&server)));
}
