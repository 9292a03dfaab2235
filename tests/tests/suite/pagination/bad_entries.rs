//! Entries that cannot be decoded.

use super::*;
use plane_api::{Auth, Endpoint, Entries, NextPage, PageContext, Paged, RawResponse, Result};
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Thing {
    pub id: u64,
    pub name: Option<String>,
}

#[endpoint(GET, "/things/" -> Page<Thing>)]
#[derive(Debug, Clone)]
pub struct ListThings {
    pub cursor: Option<Cursor>,
}

#[derive(Debug, Deserialize)]
pub struct Nested {
    pub hits: Hits,
    pub next: Option<u32>,
}

#[derive(Debug, Deserialize)]
pub struct Hits {
    pub hits: Vec<Thing>,
}

impl Paged for Nested {
    type Item = Thing;
    const ENTRIES: Entries = Entries::at("hits.hits");
    fn entries(&mut self) -> &mut Vec<Thing> {
        &mut self.hits.hits
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(self.next)
    }
}

#[endpoint(GET, "/nested" -> Nested)]
#[derive(Debug, Clone)]
pub struct ListNested {
    #[page]
    pub from: Option<u32>,
}

/// The ids, or the location of the error in the JSON.
type Outcome = std::result::Result<u64, String>;

async fn outcomes<E>(mut items: plane_api::Items<E>) -> Vec<Outcome>
where
    E: plane_api::Paginated<Page: Paged<Item = Thing>>,
{
    let mut outcomes = Vec::new();
    while let Some(item) = items.next().await {
        outcomes.push(item.map(|thing| thing.id).map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
            assert_eq!(error.status().unwrap(), 200);
            error.json_path().unwrap().to_owned()
        }));
        assert!(outcomes.len() < 100, "it never ends");
    }
    outcomes
}

fn bad(path: &str) -> Outcome {
    Err(path.to_owned())
}

/// Two pages, the first of which has these entries.
async fn two_pages(first: &'static str) -> Server {
    Server::start(move |received| match received.line() {
        "GET /things/" => page(first, r#""2:1:0""#, true),
        _ => page(r#"[{"id":9}]"#, "null", false),
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn one_bad_entry_is_one_error_and_the_next_call_continues_after_it() {
    let cases: [(&str, Vec<Outcome>); 6] = [
        (r#"[{"id":1},{"id":"x"},{"id":3}]"#, vec![Ok(1), bad("results[1].id"), Ok(3)]),
        (r#"[null,{"id":1}]"#, vec![bad("results[0]"), Ok(1)]),
        (
            r#"[{"id":1},7,{"id":2,"name":{}}]"#,
            vec![Ok(1), bad("results[1]"), bad("results[2].name")],
        ),
        (r#"[{"name":"a"},{}]"#, vec![bad("results[0]"), bad("results[1]")]),
        (r#"[ {"id" : 1 } , { "id":-1 } ]"#, vec![Ok(1), bad("results[1].id")]),
        (r#"[]"#, vec![]),
    ];
    for (first, mut expected) in cases {
        expected.push(Ok(9));
        for concurrency in [1, 3] {
            let server = two_pages(first).await;
            let items = ListThings::new().items(&client(&server)).concurrency(concurrency);
            assert_eq!(outcomes(items).await, expected, "{first}");
            assert_eq!(server.requests().len(), 2, "{first}");
        }
    }
}

#[tokio::test]
async fn for_pages_a_bad_entry_is_an_error_of_the_page() {
    let server = two_pages(r#"[{"id":1},{"id":"x"},{"id":"y"}]"#).await;
    let mut pages = ListThings::new().pages(&client(&server));
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.json_path(), Some("results[1].id"));
    assert!(error.is_entry());
    assert_eq!(pages.next().await.unwrap().unwrap().results[0].id, 9);
    assert!(pages.next().await.is_none());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn collect_loses_nothing_at_a_bad_entry() {
    let server = two_pages(r#"[{"id":1},{"id":"x"},{"id":3},null]"#).await;
    let mut items = ListThings::new().items(&client(&server));
    let ids = |things: Vec<Thing>| things.into_iter().map(|thing| thing.id).collect::<Vec<_>>();
    assert_eq!(ids(items.collect(1).await.unwrap()), [1]);
    let error = items.collect(9).await.unwrap_err();
    assert_eq!(error.json_path(), Some("results[1].id"));
    assert!(error.is_entry());
    assert_eq!(ids(items.collect(1).await.unwrap()), [3]);
    assert_eq!(items.collect(9).await.unwrap_err().json_path(), Some("results[3]"));
    assert_eq!(ids(items.collect(9).await.unwrap()), [9]);
}

#[tokio::test]
async fn entries_are_found_wherever_they_are() {
    let first = r#"{"hits":{"total":3,"hits":[{"id":1},{"id":[]},{"id":3}]},"next":2}"#;
    let server = Server::start(move |received| match received.line() {
        "GET /nested" => json(200, first),
        "GET /nested?from=2" => json(200, r#"{"hits":{"hits":[{"id":4}]},"next":null}"#),
        _ => json(400, "{}"),
    })
    .await
    .unwrap();
    let items = ListNested::new().items(&client(&server));
    assert_eq!(outcomes(items).await, [Ok(1), bad("hits.hits[1].id"), Ok(3), Ok(4)]);

    let server = Server::always(json(200, r#"[{"id":1},{"id":"x"}]"#)).await.unwrap();
    let items = ListThings::new().items(&client(&server));
    assert_eq!(outcomes(items).await, [Ok(1), bad("[1].id")]);
}

#[tokio::test]
async fn an_invalid_envelope_is_an_error_of_the_page() {
    for body in [
        r#"{"results":[{"id":1},{"id":"x"}],"next_cursor":[],"next_page_results":true}"#,
        r#"{"results":{"id":1},"next_page_results":false}"#,
        "not JSON",
    ] {
        let server = Server::always(json(200, body)).await.unwrap();
        let mut items = ListThings::new().items(&client(&server));
        for _ in 0..2 {
            let error = items.next().await.unwrap().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        }
        assert_eq!(server.requests().len(), 2, "the page is requested again");
    }
}

#[tokio::test]
async fn decoding_that_would_take_too_long_is_an_error_of_the_page() {
    // Each entry is decoded within the envelope, which is large.
    let entries = vec!["0"; 20_000].join(",");
    let body = format!(
        r#"{{"results":[{entries}],"next_page_results":false,"x":"{}"}}"#,
        "x".repeat(9_000)
    );
    let server = Server::always(json(200, &body)).await.unwrap();
    let mut items = ListThings::new().items(&client(&server));
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.json_path(), Some("results[0]"));
    assert!(items.next().await.unwrap().is_err());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn the_error_of_an_entry_shows_no_credentials() {
    let server = two_pages(r#"[{"id":"sesame-0815"},{"id":1}]"#).await;
    let builder = Client::builder(server.url());
    let client = builder.auth(Auth::bearer_token("sesame-0815")).build().unwrap();
    let mut items = ListThings::new().items(&client);
    let error = items.next().await.unwrap().unwrap_err();
    let snippet = error.body_snippet().unwrap();
    assert!(snippet.contains("***") && !snippet.contains("sesame"), "{snippet}");
    assert!(!format!("{error:?} {error}").contains("sesame"));
    assert_eq!(error.endpoint().unwrap().name, ListThings::SPEC.name);
    assert_eq!(items.next().await.unwrap().unwrap().id, 1);
}

/// An envelope that a custom function removes.
#[derive(Debug)]
struct ListOk {
    page: Option<u32>,
}

impl Endpoint for ListOk {
    type Response = Vec<Thing>;
    const SPEC: &'static plane_api::Spec =
        &plane_api::Spec::new("ListOk", plane_api::Method::GET, "/ok")
            .params(&["query@number\npage\nOption<u32>\n"]);

    fn encode(&self, writer: &mut plane_api::RequestWriter) {
        writer.optional_query("page", &self.page);
    }

    fn decode(response: RawResponse) -> Result<Vec<Thing>> {
        response.json()
    }
}

impl plane_api::Paginated for ListOk {
    type Page = Vec<Thing>;
    type Position = u32;
    fn position_mut(&mut self) -> &mut Option<u32> {
        &mut self.page
    }
}

#[tokio::test]
async fn a_request_written_by_hand_is_paginated_as_well() {
    let server = Server::start(|received| match received.line() {
        "GET /ok" => json(200, r#"[{"id":1},null]"#),
        "GET /ok?page=2" => json(200, r#"[{"id":2}]"#),
        _ => json(200, "[]"),
    })
    .await
    .unwrap();
    let items = plane_api::Items::new(ListOk { page: None }, &client(&server));
    assert_eq!(outcomes(items).await, [Ok(1), bad("[1]"), Ok(2)]);
}
