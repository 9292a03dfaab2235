//! Constants of every request: an API root, a query, headers.

use http::{HeaderValue, header};
use plane_api::{
    Client, Spec,
    testing::{Mock, Reply},
};
use plane_tests::{Server, json};

use super::*;

#[endpoint(
    GET, "/things/<id>?beta=true&kind=a%20b" -> Thing,
    root = "/api/v2", header("Accept" = "application/vnd.things+json"), header("X-Version" = "2026-01-01"),
)]
#[derive(Debug, Clone)]
pub struct GetThing {
    pub search: Option<String>,
}

#[endpoint(PATCH, "/things/<id>" -> Thing, header("Content-Type" = "application/merge-patch+json"))]
#[derive(Debug, Clone)]
pub struct MergeThing {
    pub name: Patch<String>,
}

#[endpoint(POST, "/csv" -> (), header("Content-Type" = "text/csv"))]
pub struct PostCsv {
    #[body]
    pub csv: Bytes,
}

#[endpoint(GET, "/session" -> Thing, root = "/")]
pub struct GetSession {}

/// The same as [`GetThing`] under the client's root.
mod v1 {
    #[plane_api::endpoint(GET, "/things/<id>" -> super::Thing)]
    pub struct GetThing {}
}

#[test]
fn constants_are_part_of_the_request_and_the_root_is_not() {
    let head = "accept: application/vnd.things+json\nx-version: 2026-01-01\n\n";
    assert_eq!(wire(&GetThing::new("7")), format!("GET /things/7?beta=true&kind=a%20b\n{head}"));
    assert_eq!(
        wire(&GetThing::new("7").search("x&y")),
        format!("GET /things/7?beta=true&kind=a%20b&search=x%26y\n{head}")
    );
    assert_eq!(
        wire(&MergeThing::new("7").name("a")),
        "PATCH /things/7\ncontent-type: application/merge-patch+json\n\n{\"name\":\"a\"}"
    );
    assert_eq!(
        wire(&MergeThing::new("7")),
        "PATCH /things/7\ncontent-type: application/merge-patch+json\n\n{}"
    );
    assert_eq!(wire(&PostCsv::new(Bytes::from("a,b"))), "POST /csv\ncontent-type: text/csv\n\na,b");
}

#[test]
fn constants_are_described() {
    let Spec { path, root, query, headers, content_type, .. } = GetThing::SPEC;
    assert_eq!((*path, *root, *query), ("/things/{id}", Some("/api/v2"), "beta=true&kind=a%20b"));
    let accept = ("accept", "application/vnd.things+json");
    assert_eq!(*headers, [accept, ("x-version", "2026-01-01")]);
    assert_eq!(*content_type, None);
    assert_eq!(GetSession::SPEC.root, Some(""));
    assert_eq!(MergeThing::SPEC.root, None);
    assert_eq!(MergeThing::SPEC.content_type, Some("application/merge-patch+json"));
}

#[tokio::test]
async fn the_root_of_an_endpoint_replaces_that_of_the_client() {
    let server = Server::always(json(200, r#"{"id": 1}"#)).await.unwrap();
    for (base, root, below, own) in [
        ("", "/api/v1", "/api/v1", "/api/v2"),
        ("/plane", "/api/v1", "/plane/api/v1", "/plane/api/v2"),
        ("/plane/api", "/api/v1", "/plane/api/v1", "/plane/api/v2"),
        ("/plane/api/v1/", "/api/v1", "/plane/api/v1", "/plane/api/v2"),
        ("/sub", "", "/sub", "/sub/api/v2"),
    ] {
        let client = Client::builder(format!("{}{base}", server.url()))
            .api_root(root)
            .api_key("k")
            .build()
            .unwrap();
        v1::GetThing::new("7").send(&client).await.unwrap();
        GetThing::new("7").send(&client).await.unwrap();
        let value = HeaderValue::from_static("text/plain");
        client.call(&GetThing::new("7")).header(header::ACCEPT, value).send().await.unwrap();
        GetSession::new().send(&client).await.unwrap();
        let requests = server.requests();
        let [plain, rooted, call, session] = &requests[requests.len() - 4..] else { panic!() };
        assert_eq!(plain.line(), format!("GET {below}/things/7"));
        assert_eq!(rooted.line(), format!("GET {own}/things/7?beta=true&kind=a%20b"));
        assert_eq!(rooted.header("accept"), Some("application/vnd.things+json"));
        assert_eq!(rooted.header("x-version"), Some("2026-01-01"));
        assert_eq!(call.header("accept"), Some("text/plain"), "a call overrides constants");
        assert_eq!(session.line(), format!("GET {}/session", own.trim_end_matches("/api/v2")));
    }
}

#[tokio::test]
async fn mocks_tell_roots_and_constants_apart() {
    let mock = Mock::new();
    mock.expect_any::<GetThing>().reply(serde_json::json!({"id": 1}));
    let client = mock.client();
    GetThing::new("7").send(&client).await.unwrap();
    let [call] = &mock.calls()[..] else { panic!("one call") };
    assert_eq!((&*call.path, &*call.path_params["id"]), ("/things/7", "7"));
    assert_eq!(call.query[0], ("beta".to_owned(), "true".to_owned()));

    v1::GetThing::new("7").send(&client).await.unwrap_err();
    let verified = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| mock.verify()));
    assert!(verified.is_err(), "the other root was not expected");

    let mock = Mock::new();
    mock.expect(&GetThing::new("7")).reply(Reply::from(serde_json::json!({"id": 1})));
    GetThing::new("7").send(&mock.client()).await.unwrap();
}
