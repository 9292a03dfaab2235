//! The rules of `#[page]` that the styles of real APIs do not cover, and the guide's description of them.

use std::fs;

use plane_api::{Endpoint, Entries, PageRule, Paged};
use plane_tests::{Received, answer};
use serde::Deserialize;

use super::*;

#[endpoint(GET, "/numbers/" -> Vec<u32>)]
#[derive(Debug, Clone)]
pub struct ListSized {
    #[page(number)]
    pub page: Option<u32>,
    #[page(size = 3)]
    pub limit: Option<u32>,
}

#[derive(Debug, Deserialize)]
pub struct Misplaced {
    pub data: Vec<u32>,
}

impl Paged for Misplaced {
    type Item = u32;
    const ENTRIES: Entries = Entries::at("date");
    fn entries(&mut self) -> &mut Vec<u32> {
        &mut self.data
    }
}

#[endpoint(GET, "/misplaced/" -> Misplaced)]
#[derive(Debug, Clone)]
pub struct ListMisplaced {
    #[page(number)]
    pub page: Option<u32>,
}

#[derive(Debug, Deserialize)]
pub struct Silent {
    pub data: Vec<u32>,
}

impl Paged for Silent {
    type Item = u32;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<u32> {
        &mut self.data
    }
}

/// An envelope that does not name the location of its entries.
#[derive(Debug, Deserialize)]
pub struct Unplaced {
    pub data: Vec<u32>,
}

impl Paged for Unplaced {
    type Item = u32;
    const ENTRIES: Entries = Entries::at("");
    fn entries(&mut self) -> &mut Vec<u32> {
        &mut self.data
    }
}

#[endpoint(GET, "/unplaced/" -> Unplaced)]
#[derive(Debug, Clone)]
pub struct ListUnplaced {
    #[page(number)]
    pub page: Option<u32>,
}

/// This holds for any number of entries, and of members around them.
#[tokio::test]
async fn an_envelope_is_no_map_of_entries() {
    let bodies = [
        r#"{"data":[1]}"#,
        r#"{"data":[1],"next":null}"#,
        r#"{"next":null,"data":[1,2]}"#,
        r#"{"data":[1,2,3],"next":null,"total":3}"#,
    ];
    for body in bodies {
        let server = Server::always(json(200, body)).await.unwrap();
        let error = ListUnplaced::new().items(&client(&server)).next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Pagination, "{body}: {error}");
        assert!(error.to_string().contains("no list at the root"), "{body}: {error}");
        assert_eq!(server.requests().len(), 1);
    }
}

#[endpoint(GET, "/silent/" -> Silent)]
#[derive(Debug, Clone)]
pub struct ListSilent {
    #[page]
    pub cursor: Option<String>,
}

#[endpoint(GET, "/linked/" -> Vec<u32>)]
#[derive(Debug, Clone)]
pub struct ListLinked {
    #[page(link)]
    pub page: Option<u32>,
}

/// Seven numbers, three per page, with these headers.
async fn seven(headers: &'static str) -> Server {
    Server::start(move |received: &Received| {
        let page = received
            .line()
            .split_once("page=")
            .map_or(1, |(_, page)| page.split('&').next().unwrap().parse::<u32>().unwrap());
        let numbers: Vec<_> = (1..=7).skip(3 * (page as usize - 1)).take(3).collect();
        let headers = headers.replace("{page}", &page.to_string());
        let headers = headers.replace("{count}", &numbers.len().to_string());
        Reply::Send(answer(200, &headers, serde_json::json!(numbers).to_string()))
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn a_short_page_is_the_last_if_the_largest_is_known() {
    for (limit, requests) in [(Some(3), 3), (Some(100), 3), (None, 4)] {
        let server = seven("").await;
        let mut list = ListSized::new();
        list.limit = limit;
        let mut items = list.items(&client(&server));
        assert_eq!(items.collect(99).await.unwrap(), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(server.requests().len(), requests, "{limit:?}");
    }
    let rules: Vec<_> = ListSized::SPEC.params.into_iter().map(|param| param.page).collect();
    assert_eq!(rules, [Some(PageRule::Number(1)), Some(PageRule::Size(Some(3)))]);
}

#[tokio::test]
async fn headers_tell_the_length() {
    let cases = [
        ("X-Total-Count: 7\r\n", 3, Some(7)),
        ("X-Total: 7\r\nX-Total-Pages: 3\r\n", 3, Some(7)),
        ("Link: </?page=3>; rel=\"last\"\r\n", 1, None),
        ("X-Next-Page: \r\n", 1, None),
        // Some servers count only the page.
        ("X-Total-Count: {count}\r\n", 4, Some(0)),
        ("X-Total-Count: many\r\n", 4, None),
    ];
    for (headers, requests, total) in cases {
        let server = seven(headers).await;
        let mut items = ListSized::new().items(&client(&server));
        let found = items.collect(99).await.unwrap();
        assert_eq!(server.requests().len(), requests, "{headers}");
        assert_eq!(items.total(), total, "{headers}");
        assert_eq!(found.len(), (3 * requests).min(7), "{headers}");
    }
}

#[tokio::test]
async fn a_wrong_declaration_is_an_error_on_the_first_page() {
    async fn error<E>(mut items: plane_api::Items<E>, mut pages: plane_api::Pages<E>) -> String
    where
        E: plane_api::Paginated<Page: std::fmt::Debug>,
        <E::Page as Paged>::Item: std::fmt::Debug,
    {
        let error = items.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
        assert_eq!(pages.next().await.unwrap().unwrap_err().kind(), ErrorKind::Pagination);
        error.to_string()
    }
    let server = Server::always(json(200, r#"{"data":[1]}"#)).await.unwrap();
    let client = client(&server);
    let list = ListMisplaced::new();
    let found = error(list.clone().items(&client), list.pages(&client)).await;
    assert!(found.contains("no list at `date`") && found.contains("`Paged::ENTRIES`"), "{found}");
    let list = ListSilent::new();
    let found = error(list.clone().items(&client), list.pages(&client)).await;
    assert!(found.contains("implement `Paged::next`"), "{found}");

    let link = "Link: <https://a.example/linked/?cursor=2>; rel=\"next\"\r\n";
    let server = Server::always(Reply::Send(answer(200, link, "[1]"))).await.unwrap();
    let client = super::client(&server);
    let list = ListLinked::new();
    let found = error(list.clone().items(&client), list.clone().pages(&client)).await;
    assert!(found.contains("no parameter `page`"), "{found}");

    let found = error(list.clone().items(&client).from("x"), list.pages(&client)).await;
    assert!(found.contains("the field `page` cannot represent the position `x`"), "{found}");
}

#[tokio::test]
async fn a_404_after_the_end_is_an_error() {
    let server = Server::start(|received: &Received| match received.line() {
        "GET /numbers/" => json(200, "[1]"),
        _ => json(404, "{}"),
    })
    .await
    .unwrap();
    let mut items = ListSized::new().items(&client(&server));
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert!(items.next().await.unwrap().unwrap_err().is_not_found());
}

#[tokio::test]
async fn requested_fields_include_the_id() {
    use plane_api::v1::work_items::ListWorkItems;

    let body = r#"{"results":[{"id":"w","name":"a","sequence_id":1}],"next_page_results":false}"#;
    let server = Server::always(json(200, body)).await.unwrap();
    let list = ListWorkItems::new("ws", "p");
    let page = list.clone().fields(["name", "sequence_id"]).send(&client(&server)).await.unwrap();
    assert_eq!(page.results[0].name.as_deref(), Some("a"));
    list.clone().fields(["id", "name"]).send(&client(&server)).await.unwrap();
    list.send(&client(&server)).await.unwrap();
    let queries: Vec<_> = server
        .requests()
        .iter()
        .map(|it| it.line().split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default())
        .collect();
    assert_eq!(queries, ["fields=name,sequence_id,id", "fields=id,name", ""]);
}

/// Returns a file, or the files below a directory.
fn files(path: &std::path::Path) -> Vec<String> {
    if path.is_dir() {
        let entries = fs::read_dir(path).unwrap();
        return entries.flat_map(|entry| files(&entry.unwrap().path())).collect();
    }
    vec![fs::read_to_string(path).unwrap()]
}

#[test]
fn every_request_with_fields_asks_for_the_id() {
    const ATTRIBUTE: &str = "#[serde(serialize_with = \"crate::plane::v1::common::with_id\")]";
    let v1 = concat!(env!("CARGO_MANIFEST_DIR"), "/../plane-api/src/plane/v1");
    let mut count = 0;
    for text in files(v1.as_ref()) {
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        for (number, line) in lines.iter().enumerate() {
            if *line == "pub fields: Vec<String>," {
                assert_eq!(lines[number - 1], ATTRIBUTE, "{:?}", &lines[number - 2..=number]);
                count += 1;
            }
        }
    }
    assert!(count > 30, "{count}");
}

/// Returns the lines from one that starts with this text to its closing brace.
fn lines(code: &str, start: &str) -> usize {
    let mut lines = code.lines().skip_while(|line| !line.starts_with(start)).peekable();
    if lines.peek().is_none() { 0 } else { lines.take_while(|line| *line != "}").count() + 1 }
}

#[test]
fn the_guide_counts_the_lines_of_each_style() {
    let guide = include_str!("../../../../plane-api/src/guide.md");
    let rows = guide.split("### The lists of").nth(1).unwrap();
    let rows: Vec<Vec<&str>> = rows
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| API"))
        .take(16)
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 16);
    for row in rows {
        let file = match row[1] {
            "Microsoft Graph" => "graph".to_owned(),
            "Django REST framework" => "django".to_owned(),
            name => name.to_lowercase().replace(", ", "_").replace(' ', "_"),
        };
        let path = format!("tests/suite/pagination/styles/{file}.rs");
        let code = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let counted = (lines(&code, "impl").to_string(), lines(&code, "#[endpoint").to_string());
        let code = code.split("pub const STYLE").next().unwrap();
        let impl_lines = if code.contains("Paged for") { counted.0 } else { "0".to_owned() };
        assert_eq!((row[3], row[5]), (&*impl_lines, &*counted.1), "{file}");
        let says = row[2].trim_matches('`').trim();
        assert!(code.contains(says), "{file}: {says}");
        for mark in row[4].split(", ").map(|mark| mark.trim_matches('`')) {
            assert!(code.contains(mark), "{file}: {mark}");
        }
    }
}
