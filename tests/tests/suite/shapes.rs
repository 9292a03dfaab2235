//! Every shape of endpoint in Plane's API, declared once and compared byte for byte: `fixtures/shapes.txt` lists them
//! as `METHOD body -> response`.

use std::collections::{BTreeMap, BTreeSet};

use plane_api::{Cursor, Endpoint, FilePart, Page, Patch, Redirect, Value, endpoint};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, PartialEq, Deserialize)]
pub struct Thing {
    pub id: u64,
}

/// A response that is one object or a list.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum OneOf<A, B> {
    A(A),
    B(B),
}

#[endpoint(DELETE, "/things/<id>/" -> ())]
pub struct DeleteThing {}

#[endpoint(POST, "/things/" -> Thing)]
pub struct CreateThing {
    pub name: String,
    /// A nested object, a date, an enum, a map and a union.
    pub owner: Option<Owner>,
    pub due: Option<jiff::civil::Date>,
    pub r#type: Option<Kind>,
    pub properties: Option<BTreeMap<String, Union>>,
    pub links: Option<Vec<Owner>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Owner {
    pub name: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Kind {
    WorkItem,
}

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Union {
    Text(String),
    Number(f64),
    List(Vec<String>),
}

#[endpoint(GET, "/workspaces/<slug>/work-items/<project>-<sequence>/" -> Thing)]
pub struct GetThing<'a, const N: u64> {
    pub slug: &'a str,
    pub project: &'a str,
    pub sequence: u64,
    #[query(comma)]
    pub expand: Vec<&'a str>,
}

#[endpoint(PATCH, "/things/<id>/" -> Thing)]
pub struct UpdateThing<T>
where
    T: Serialize,
{
    pub id: u64,
    pub value: Patch<T>,
    pub parent: Patch<String>,
}

#[endpoint(GET, "/things/" -> Page<Thing>)]
pub struct ListPages {
    pub cursor: Option<Cursor>,
    pub per_page: Option<u8>,
    /// JSON within the query.
    pub filters: Option<String>,
    pub archived: Option<bool>,
    pub kind: Option<Kind>,
    pub labels: Vec<String>,
}

#[endpoint(GET, "/things/" -> Vec<Thing>)]
pub struct ListThings {
    pub fields: Option<String>,
}

#[endpoint(POST, "/things/labels/" -> Vec<Thing>)]
pub struct AddLabels {
    pub label_ids: Vec<u64>,
}

#[endpoint(DELETE, "/things/labels/" -> (), json)]
pub struct RemoveLabels {
    pub label_ids: Vec<u64>,
}

#[endpoint(POST, "/things/<id>/archive/" -> ())]
pub struct ArchiveThing {}

#[endpoint(POST, "/things/values/" -> ())]
pub struct SetValues {
    #[query]
    pub notify: Option<bool>,
    pub values: BTreeMap<String, Vec<Value>>,
}

#[endpoint(PATCH, "/assets/<id>/" -> ())]
pub struct UpdateAsset {
    pub is_uploaded: Option<bool>,
}

#[endpoint(GET, "/labels/" -> OneOf<Page<Thing>, Vec<Thing>>)]
pub struct ListLabels {}

#[endpoint(GET, "/values/<id>/" -> Vec<String>)]
pub struct GetValues {}

#[endpoint(PUT, "/pages/<id>/" -> Thing)]
pub struct UpdatePage {
    pub description_html: Option<String>,
}

#[endpoint(PUT, "/invitations/<id>/" -> Thing)]
pub struct ReplaceInvitation {}

#[endpoint(GET, "/states/" -> OneOf<Page<Thing>, Thing>)]
pub struct ListStates {}

#[endpoint(PATCH, "/states/<id>/" -> Option<Thing>)]
pub struct UpdateState {
    pub name: Option<String>,
}

#[endpoint(GET, "/values/" -> BTreeMap<String, Vec<String>>)]
pub struct ListValues {}

#[endpoint(GET, "/members/<id>/" -> OneOf<Thing, Member>)]
pub struct GetMember {}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Member {
    pub member: Thing,
}

#[endpoint(POST, "/points/" -> Vec<Thing>)]
pub struct CreatePoints {
    #[body]
    pub points: Vec<Owner>,
}

#[endpoint(GET, "/attachments/<id>/" -> Redirect)]
pub struct GetAttachment {}

#[endpoint(POST, "/" -> (), multipart, auth = none)]
pub struct Upload {
    #[flatten]
    pub fields: BTreeMap<String, String>,
    pub file: FilePart,
}

#[endpoint(GET, "/relations/" -> BTreeMap<String, Vec<Thing>>)]
pub struct ListRelations {}

#[endpoint(GET, "/property-values/" -> OneOf<Thing, Vec<Thing>>)]
pub struct GetPropertyValues {}

#[endpoint(POST, "/property-values/" -> OneOf<Thing, Vec<Thing>>)]
pub struct CreatePropertyValues {
    pub value: Union,
}

#[endpoint(PATCH, "/property-values/" -> OneOf<Thing, Vec<Thing>>)]
pub struct UpdatePropertyValues {
    pub value: Patch<Union>,
}

#[endpoint(POST, "/states/<id>/default/" -> Option<Thing>)]
pub struct MarkDefault {}

#[endpoint(POST, "/hooks/<id>/secret/" -> Thing)]
pub struct RegenerateSecret {}

#[endpoint(GET, "/schema/")]
pub struct GetSchema {}

/// One shape: its bytes on the wire, and the result for a response.
struct Row {
    shape: &'static str,
    wire: String,
    expected: &'static str,
}

fn row<E: Endpoint>(shape: &'static str, request: &E, expected: &'static str) -> Row {
    let (parts, body) = plane_api::generated::build(request).unwrap().into_parts();
    let mut wire = format!("{} {}", parts.method, parts.uri);
    let body = std::str::from_utf8(body.as_bytes().unwrap()).unwrap();
    if let Some(content_type) = parts.headers.get("content-type") {
        let (content_type, body) = match content_type.to_str().unwrap().split_once("; boundary=") {
            Some((content_type, boundary)) => (content_type, body.replace(boundary, "B")),
            None => (content_type.to_str().unwrap(), body.to_owned()),
        };
        wire += &format!(" {content_type} {body}");
    }
    Row { shape, wire, expected }
}

fn updates() -> Row {
    let request = UpdateThing::<f64>::new(1).value(2.5).parent(Patch::Clear);
    row(
        "PATCH json -> object",
        &request,
        r#"PATCH /things/1/ application/json {"value":2.5,"parent":null}"#,
    )
}

fn rows() -> Vec<Row> {
    let owner = |name| Owner { name };
    let properties = BTreeMap::from([
        ("a".to_owned(), Union::Text("x".to_owned())),
        ("b".to_owned(), Union::Number(0.5)),
        ("c".to_owned(), Union::List(vec!["y".to_owned()])),
    ]);
    let mut create = CreateThing::new("n").owner(owner("o")).due(jiff::civil::date(2026, 1, 31));
    create = create.r#type(Kind::WorkItem).links([owner("l")]).properties(properties);
    let mut list =
        ListPages::new().per_page(9).filters(r#"{"a":[1]}"#).archived(true).kind(Kind::WorkItem);
    list = list.labels(["x", "y"]).cursor("20:1:0");
    let values = BTreeMap::from([("p".to_owned(), vec![json!(1), json!("x")])]);
    let fields = BTreeMap::from([("key".to_owned(), "k".to_owned())]);
    vec![
        row("DELETE none -> none", &DeleteThing::new("1"), "DELETE /things/1/"),
        row(
            "POST json -> object",
            &create,
            r#"POST /things/ application/json {"name":"n","owner":{"name":"o"},"due":"2026-01-31","type":"WORK_ITEM","properties":{"a":"x","b":0.5,"c":["y"]},"links":[{"name":"l"}]}"#,
        ),
        row(
            "GET none -> object",
            &GetThing::<1>::new("w", "KEY", 7).expand(["state", "labels"]),
            "GET /workspaces/w/work-items/KEY-7/?expand=state,labels",
        ),
        updates(),
        row(
            "GET none -> page",
            &list,
            "GET /things/?cursor=20%3A1%3A0&per_page=9&filters=%7B%22a%22%3A%5B1%5D%7D&archived=true&kind=WORK_ITEM&labels=x&labels=y",
        ),
        row(
            "GET none -> list",
            &ListThings::new().fields("id,name"),
            "GET /things/?fields=id%2Cname",
        ),
        row(
            "POST json -> list",
            &AddLabels::new([1, 2]),
            r#"POST /things/labels/ application/json {"label_ids":[1,2]}"#,
        ),
        row(
            "DELETE json -> none",
            &RemoveLabels::new([1]),
            r#"DELETE /things/labels/ application/json {"label_ids":[1]}"#,
        ),
        row("POST none -> none", &ArchiveThing::new("1"), "POST /things/1/archive/"),
        row(
            "POST json -> none",
            &SetValues::new(values).notify(true),
            r#"POST /things/values/?notify=true application/json {"values":{"p":[1,"x"]}}"#,
        ),
        row(
            "PATCH json -> none",
            &UpdateAsset::new("1").is_uploaded(true),
            r#"PATCH /assets/1/ application/json {"is_uploaded":true}"#,
        ),
        row("GET none -> one_of(page|list)", &ListLabels::new(), "GET /labels/"),
        row("GET none -> list<scalar>", &GetValues::new("1"), "GET /values/1/"),
        row(
            "PUT json -> object",
            &UpdatePage::new("1").description_html("<p>"),
            r#"PUT /pages/1/ application/json {"description_html":"<p>"}"#,
        ),
        row("PUT none -> object", &ReplaceInvitation::new("1"), "PUT /invitations/1/"),
        row("GET none -> one_of(page|object)", &ListStates::new(), "GET /states/"),
        row(
            "PATCH json -> one_of(object|none)",
            &UpdateState::new("1"),
            "PATCH /states/1/ application/json {}",
        ),
        row("GET none -> map<[string]>", &ListValues::new(), "GET /values/"),
        row("GET none -> one_of(object|object)", &GetMember::new("1"), "GET /members/1/"),
        row(
            "POST json-array -> list",
            &CreatePoints::new([owner("a"), owner("b")]),
            r#"POST /points/ application/json [{"name":"a"},{"name":"b"}]"#,
        ),
        row("GET none -> redirect", &GetAttachment::new("1"), "GET /attachments/1/"),
        row(
            "POST multipart -> none",
            &Upload::new(fields, FilePart::new("a.txt", "Hello").content_type("text/plain")),
            "POST / multipart/form-data --B\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n--B\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nHello\r\n--B--\r\n",
        ),
        row(
            "GET none -> map<[WorkItemWithRelationType]>",
            &ListRelations::new(),
            "GET /relations/",
        ),
        row("GET none -> one_of(object|list)", &GetPropertyValues::new(), "GET /property-values/"),
        row(
            "POST json -> one_of(object|list)",
            &CreatePropertyValues::new(Union::List(vec!["o".to_owned()])),
            r#"POST /property-values/ application/json {"value":["o"]}"#,
        ),
        row(
            "PATCH json -> one_of(object|list)",
            &UpdatePropertyValues::new().value(Union::Number(1.0)),
            r#"PATCH /property-values/ application/json {"value":1.0}"#,
        ),
        row("POST none -> one_of(object|none)", &MarkDefault::new("1"), "POST /states/1/default/"),
        row("POST none -> object", &RegenerateSecret::new("1"), "POST /hooks/1/secret/"),
        row("GET none -> json", &GetSchema::new(), "GET /schema/"),
    ]
}

#[test]
fn every_shape_has_its_wire_form() {
    let rows = rows();
    for Row { shape, wire, expected } in &rows {
        assert_eq!(wire, expected, "{shape}");
    }
    let declared: BTreeSet<_> = rows.iter().map(|row| row.shape).collect();
    let known: BTreeSet<_> = include_str!("../../fixtures/shapes.txt").lines().collect();
    assert_eq!(declared, known);
}

/// Returns the decoded response, from this status and body.
async fn read<E: Endpoint>(request: &E, status: u16, body: &'static str) -> E::Response {
    let answer = plane_tests::answer(status, "Location: /elsewhere\r\n", body);
    let server = plane_tests::Server::always(plane_tests::Reply::Send(answer)).await.unwrap();
    let client = plane_api::Client::builder(server.url()).api_key("k").build().unwrap();
    client.send(request).await.unwrap()
}

#[tokio::test]
async fn every_kind_of_response_is_read() {
    const PAGE: &str = r#"{"results": [{"id": 1}], "next_page_results": false, "next_cursor": "", "prev_cursor": "",
        "prev_page_results": false, "count": 1, "total_pages": 1, "total_results": 1, "extra_stats": null}"#;
    let thing = || Thing { id: 1 };
    read(&DeleteThing::new("1"), 204, "").await;
    assert_eq!(read(&RegenerateSecret::new("1"), 201, r#"{"id": 1}"#).await, thing());
    assert_eq!(read(&ListPages::new(), 200, PAGE).await.results, [thing()]);
    assert_eq!(read(&ListThings::new(), 200, r#"[{"id": 1}]"#).await, [thing()]);
    let labels = [PAGE, r#"[{"id": 1}]"#];
    assert!(
        matches!(read(&ListLabels::new(), 200, labels[0]).await, OneOf::A(page) if page.results.len() == 1)
    );
    assert!(matches!(read(&ListLabels::new(), 200, labels[1]).await, OneOf::A(_) | OneOf::B(_)));
    assert_eq!(read(&GetValues::new("1"), 200, r#"["a"]"#).await, ["a"]);
    assert_eq!(read(&UpdateState::new("1"), 200, r#"{"id": 1}"#).await, Some(thing()));
    assert_eq!(read(&MarkDefault::new("1"), 204, "").await, None);
    assert_eq!(read(&ListValues::new(), 200, r#"{"p": ["a"]}"#).await["p"], ["a"]);
    assert_eq!(
        read(&ListRelations::new(), 200, r#"{"blocks": [{"id": 1}]}"#).await["blocks"],
        [thing()]
    );
    let member = read(&GetMember::new("1"), 200, r#"{"member": {"id": 1}}"#).await;
    assert_eq!(member, OneOf::B(Member { member: thing() }));
    assert_eq!(read(&GetPropertyValues::new(), 200, r#"{"id": 1}"#).await, OneOf::A(thing()));
    assert_eq!(
        read(&GetPropertyValues::new(), 200, r#"[{"id": 1}]"#).await,
        OneOf::B(vec![thing()])
    );
    assert_eq!(read(&GetAttachment::new("1"), 302, "").await.location(), "/elsewhere");
    assert_eq!(read(&GetSchema::new(), 200, r#"{"openapi": "3"}"#).await, json!({"openapi": "3"}));
}
