//! Unusual servers and lists.

use super::*;
use plane_api::{Entries, NextPage, PageContext, Paged};
use plane_tests::{Received, answer};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

#[endpoint(GET, "/linked" -> Vec<Value>)]
#[derive(Debug, Clone)]
pub struct ListLinked {
    #[page(link)]
    pub after: Option<String>,
    pub state: Option<String>,
}

#[endpoint(GET, "/numbered" -> Vec<Value>)]
#[derive(Debug, Clone)]
pub struct ListNumbered {
    #[page(number)]
    pub page: Option<u32>,
}

#[endpoint(GET, "/offset" -> Vec<Value>)]
#[derive(Debug, Clone)]
pub struct ListByOffset {
    #[page(offset)]
    pub offset: Option<u64>,
}

#[derive(Debug, Deserialize)]
pub struct More {
    pub data: Vec<Value>,
    pub has_more: bool,
}

impl Paged for More {
    type Item = Value;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<Value> {
        &mut self.data
    }
    fn next(&self, context: &PageContext<'_>) -> NextPage {
        NextPage::more(self.has_more, context.last_id())
    }
}

#[endpoint(GET, "/more" -> More)]
#[derive(Debug, Clone)]
pub struct ListMore {
    #[page]
    pub after: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Counted {
    pub data: Vec<Value>,
    pub total: u64,
}

impl Paged for Counted {
    type Item = Value;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<Value> {
        &mut self.data
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::by_rule().total(self.total)
    }
}

#[endpoint(GET, "/counted" -> Counted)]
#[derive(Debug, Clone)]
pub struct ListCounted {
    #[page(offset)]
    pub offset: Option<u64>,
}

/// An envelope whose entries are the values of a map.
#[derive(Debug, Deserialize)]
pub struct Mapped {
    #[serde(deserialize_with = "values")]
    pub data: Vec<Value>,
    pub next: Option<String>,
}

fn values<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<Value>, D::Error> {
    serde_json::Map::deserialize(json).map(|map| map.into_iter().map(|(_, value)| value).collect())
}

impl Paged for Mapped {
    type Item = Value;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<Value> {
        &mut self.data
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(&self.next)
    }
}

#[endpoint(GET, "/mapped" -> Mapped)]
#[derive(Debug, Clone)]
pub struct ListMapped {
    #[page]
    pub after: Option<String>,
}

/// A server that responds to each request line with these headers and this body, and to any other with 404.
async fn pages(pages: &'static [(&'static str, &'static str, &'static str)]) -> Server {
    Server::start(move |received: &Received| {
        let page = pages.iter().find(|(line, ..)| received.line() == format!("GET {line}"));
        let (status, headers, body) =
            page.map_or((404, "", "{}"), |(_, headers, body)| (200, *headers, *body));
        Reply::Send(answer(status, headers, body))
    })
    .await
    .unwrap()
}

/// Returns all entries as text, with the error that ends the pagination.
async fn all<E>(mut items: plane_api::Items<E>) -> (Vec<String>, Option<plane_api::Error>)
where
    E: plane_api::Paginated<Page: Paged<Item = Value>>,
{
    let mut found = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => found.push(item.to_string()),
            Err(error) => return (found, Some(error)),
        }
        assert!(found.len() < 100, "it never ends");
    }
    (found, None)
}

#[tokio::test]
async fn links_are_found_however_they_are_written() {
    let server = pages(&[
        (
            "/linked?state=open",
            "Link: </style.css>; rel=preload\r\nLink: <?after=a%2Bb%3D&state=all>; title=\"x, y\"; rel=\"prev next\"\r\n",
            "[1]",
        ),
        (
            "/linked?after=a%2Bb%3D&state=open",
            "Link: <https://elsewhere.example/other?after=c%20d>;rel=NEXT, </linked>; rel=first\r\n",
            "[2]",
        ),
        ("/linked?after=c%20d&state=open", "Link: </linked>; rel=\"first\"\r\n", "[3]"),
    ])
    .await;
    let (found, error) = all(ListLinked::new().state("open").items(&client(&server))).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((found, server.requests().len()), (vec!["1".into(), "2".into(), "3".into()], 3));
}

#[tokio::test]
async fn a_next_page_in_a_header_may_have_spaces_or_make_no_sense() {
    let server = pages(&[
        ("/numbered", "X-Next-Page:   2  \r\n", "[1]"),
        ("/numbered?page=2", "X-Next-Page:  \r\n", "[2]"),
    ])
    .await;
    let (found, error) = all(ListNumbered::new().items(&client(&server))).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(found, ["1", "2"]);

    let server = pages(&[("/numbered", "X-Next-Page: later\r\n", "[1]")]).await;
    let (found, error) = all(ListNumbered::new().items(&client(&server))).await;
    assert_eq!((found, error.unwrap().kind()), (vec!["1".into()], ErrorKind::Pagination));
}

#[tokio::test]
async fn a_position_at_the_end_of_all_numbers_is_an_error() {
    let server = pages(&[("/offset?offset=18446744073709551615", "", "[1, 2]")]).await;
    let (found, error) =
        all(ListByOffset::new().items(&client(&server)).from(u64::MAX).concurrency(3)).await;
    assert_eq!((found.len(), error.unwrap().kind()), (0, ErrorKind::Pagination));
    for position in ["18446744073709551616", "-1", "", "2x"] {
        let (_, error) = all(ListByOffset::new().items(&client(&server)).from(position)).await;
        assert_eq!(error.unwrap().kind(), ErrorKind::Pagination, "{position}");
    }
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn ids_of_other_types_are_other_ids() {
    let server = pages(&[
        ("/offset", "", r#"[{"id":1},{"id":"1"},{"id":1.5},{"id":null}]"#),
        ("/offset?offset=4", "", r#"[{"id":"1"},{"id":1},{"id":1.5},{"id":null},{"id":"2"}]"#),
        ("/offset?offset=9", "", "[]"),
    ])
    .await;
    let (found, error) = all(ListByOffset::new().items(&client(&server))).await;
    assert!(error.is_none(), "{error:?}");
    // Only a string or a whole number is an id.
    let expected = [
        r#"{"id":1}"#,
        r#"{"id":"1"}"#,
        r#"{"id":1.5}"#,
        r#"{"id":null}"#,
        r#"{"id":1.5}"#,
        r#"{"id":null}"#,
        r#"{"id":"2"}"#,
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn ids_within_an_entry_are_not_its_own() {
    // The creator is the same, and an entry of the first page is the parent of an entry of the second.
    let server = pages(&[
        ("/offset", "", r#"[{"by":{"id":7},"id":1},{"by":{"id":7},"id":2}]"#),
        ("/offset?offset=2", "", r#"[{"id":2},{"parent":{"id":2},"id":7},{"tags":[{"id":1}]}]"#),
        ("/offset?offset=5", "", "[]"),
    ])
    .await;
    let (found, error) = all(ListByOffset::new().items(&client(&server))).await;
    assert!(error.is_none(), "{error:?}");
    let expected = [
        r#"{"by":{"id":7},"id":1}"#,
        r#"{"by":{"id":7},"id":2}"#,
        r#"{"parent":{"id":2},"id":7}"#,
        r#"{"tags":[{"id":1}]}"#,
    ];
    let sorted = |texts: &[String]| {
        let value = |text: &String| serde_json::from_str::<Value>(text).unwrap();
        texts.iter().map(value).collect::<Vec<_>>()
    };
    assert_eq!(sorted(&found), sorted(&expected.map(str::to_owned)));
}

#[tokio::test]
async fn entries_of_two_pages_ago_are_recognized_across_empty_pages() {
    let server = Server::start(|received: &Received| match received.line() {
        "GET /numbers/" => page("[1]", r#""a""#, true),
        "GET /numbers/?cursor=a" => page("[]", r#""b""#, true),
        _ => page("[2]", "null", false),
    })
    .await
    .unwrap();
    let found = ListNumbers::new().items(&client(&server)).collect(9).await.unwrap();
    assert_eq!(found, [1, 2]);

    let server = pages(&[
        ("/linked", "Link: <?after=a>; rel=next\r\n", r#"[{"id":1}]"#),
        ("/linked?after=a", "Link: <?after=b>; rel=next\r\n", "[]"),
        ("/linked?after=b", "Link: <?after=c>; rel=next\r\n", "[]"),
        ("/linked?after=c", "", r#"[{"id":1},{"id":2}]"#),
    ])
    .await;
    let (found, _) = all(ListLinked::new().items(&client(&server))).await;
    assert_eq!(found, [r#"{"id":1}"#, r#"{"id":2}"#]);
}

#[tokio::test]
async fn an_empty_page_that_names_no_next_position_is_an_error() {
    let server = pages(&[
        ("/more", "", r#"{"data":[{"id":"a"}],"has_more":true}"#),
        ("/more?after=a", "", r#"{"data":[],"has_more":true}"#),
    ])
    .await;
    let (found, error) = all(ListMore::new().items(&client(&server))).await;
    let error = error.unwrap();
    assert_eq!((found.len(), error.kind()), (1, ErrorKind::Pagination));
    assert!(error.to_string().contains("a next page without its position"), "{error}");
}

#[tokio::test]
async fn a_total_below_the_number_of_entries_is_ignored() {
    let server = pages(&[
        ("/counted", "", r#"{"data":[1,2],"total":0}"#),
        ("/counted?offset=2", "", r#"{"data":[3],"total":1}"#),
        ("/counted?offset=3", "", r#"{"data":[],"total":1}"#),
    ])
    .await;
    let (found, error) = all(ListCounted::new().items(&client(&server))).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(found, ["1", "2", "3"]);
}

#[tokio::test]
async fn entries_may_be_the_values_of_a_map() {
    let server = pages(&[
        ("/mapped", "", r#"{"data":{"a":{"id":1},"b":{"id":2}},"next":"b"}"#),
        ("/mapped?after=b", "", r#"{"data":{"c":{"id":3}},"next":null}"#),
    ])
    .await;
    let (found, error) = all(ListMapped::new().items(&client(&server))).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(found, [r#"{"id":1}"#, r#"{"id":2}"#, r#"{"id":3}"#]);
}

#[tokio::test]
async fn a_404_that_was_only_predicted_is_dropped() {
    let server = pages(&[
        ("/numbered", "Link: </numbered?page=2>; rel=next\r\n", "[1]"),
        ("/numbered?page=2", "Link: </numbered>; rel=first\r\n", "[2]"),
    ])
    .await;
    let (found, error) = all(ListNumbered::new().items(&client(&server)).concurrency(4)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(found, ["1", "2"]);
    assert!(server.requests().len() <= 5, "{}", server.requests().len());
}

/// Only [`NextPage::replacing_query`] turns a position into a query.
#[tokio::test]
async fn a_position_that_looks_like_a_query_is_sent_as_it_is() {
    let server = pages(&[
        ("/mapped", "", r#"{"data":{"a":1},"next":"?after=b&admin=1"}"#),
        (
            "/mapped?after=%3Fafter%3Db%26admin%3D1",
            "",
            r#"{"data":{"b":2},"next":"https://a.example/mapped?after=c"}"#,
        ),
        (
            "/mapped?after=https%3A%2F%2Fa.example%2Fmapped%3Fafter%3Dc",
            "",
            r#"{"data":{"c":3},"next":null}"#,
        ),
    ])
    .await;
    let client = client(&server);
    let (found, error) = all(ListMapped::new().items(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(found, ["1", "2", "3"]);

    // The same request in another process, from the text of the position.
    let mut first = ListMapped::new().pages(&client);
    first.next().await.unwrap().unwrap();
    let position = first.cursor().unwrap().to_string();
    let resumed = ListMapped::new().after(position.as_str());
    for items in [resumed.items(&client), ListMapped::new().items(&client).from(&*position)] {
        let (found, error) = all(items).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(found, ["2", "3"]);
    }
}

#[tokio::test]
async fn a_position_of_the_server_is_never_taken_for_a_query() {
    let server = pages(&[("/mapped", "", r#"{"data":{"a":1},"next":"?&after=b&admin=1"}"#)]).await;
    let (found, error) = all(ListMapped::new().items(&client(&server))).await;
    let error = error.unwrap();
    assert_eq!((found.len(), error.kind()), (0, ErrorKind::Pagination), "{error}");
    assert!(error.to_string().contains("begins with `?&`"), "{error}");
    assert_eq!(server.requests().len(), 1);
}
