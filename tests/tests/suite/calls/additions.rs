//! Additions to a call's request: parameters and members that the endpoint does not declare.

use std::collections::BTreeMap;

use super::*;

#[endpoint(POST, "/things/<id>?fixed=1")]
#[derive(Debug, Clone)]
struct CreateThing {
    name: Option<String>,
    #[flatten]
    more: BTreeMap<String, u8>,
    #[query]
    tag: Vec<String>,
}

#[endpoint(POST, "/things", json = optional)]
struct Optional {
    name: Option<String>,
}

#[endpoint(POST, "/things", form, brackets)]
struct Form {
    name: Option<String>,
}

#[endpoint(POST, "/things")]
struct Whole<T>
where
    T: serde::Serialize,
{
    #[body]
    value: T,
}

#[endpoint(POST, "/things")]
struct Raw {
    #[body]
    bytes: Bytes,
}

#[endpoint(POST, "/things", multipart)]
struct Parts {
    name: Option<String>,
}

fn create() -> CreateThing {
    CreateThing::new("7", BTreeMap::from([("a".to_owned(), 1)])).name("n").tag(["x"])
}

#[tokio::test]
async fn parameters_are_added_to_any_query() {
    let server = Server::always(json(200, "null")).await.unwrap();
    let client = client(&server);
    let call = client.call(&create()).query("beta", true).query("two words", "a b&c");
    call.query("ids", [1, 2])
        .query("none", Vec::<u8>::new())
        .query("tag", "y")
        .send()
        .await
        .unwrap();
    let call = client.call(&DeleteCustomer::new("7")).query("at", BTreeMap::from([("gte", 5)]));
    call.send().await.unwrap();
    client.call(&GetFileBytes::new("7")).query("none", None::<u8>).send().await.unwrap();
    client.call(&Form::new()).query("ids", [1, 2]).send().await.unwrap();
    client.call(&Parts::new()).query("a", 1).send().await.unwrap();
    let lines: Vec<_> = server.requests().iter().map(|it| it.line().to_owned()).collect();
    assert_eq!(
        lines,
        [
            "POST /things/7?fixed=1&tag=x&beta=true&two%20words=a%20b%26c&ids=1&ids=2&tag=y",
            "DELETE /customers/7/?at%5Bgte%5D=5",
            "GET /files/7/raw",
            "POST /things?ids%5B%5D=1&ids%5B%5D=2",
            "POST /things?a=1",
        ]
    );
    assert_eq!(server.requests()[0].text(), r#"{"name":"n","a":1}"#);
}

#[tokio::test]
async fn members_are_added_to_a_json_object() {
    let server = Server::always(json(200, "null")).await.unwrap();
    let client = client(&server);
    let call = client.call(&create()).field("rank", 7).field("na\"me", Some([1.5]));
    call.field("gone", None::<u8>).send().await.unwrap();
    let empty = CreateThing::new("7", BTreeMap::new());
    client.call(&empty).field("rank", 7).send().await.unwrap();
    client.call(&Optional::new()).field("rank", 7).send().await.unwrap();
    client.call(&Optional::new()).send().await.unwrap();
    client.call(&Whole::new(BTreeMap::from([("a", 1)]))).field("rank", 7).send().await.unwrap();
    let requests = server.requests();
    let bodies: Vec<_> = requests.iter().map(plane_tests::Received::text).collect();
    assert_eq!(
        bodies,
        [
            r#"{"name":"n","a":1,"rank":7,"na\"me":[1.5],"gone":null}"#,
            r#"{"rank":7}"#,
            r#"{"rank":7}"#,
            "",
            r#"{"a":1,"rank":7}"#,
        ]
    );
    let types: Vec<_> = requests.iter().map(|it| it.header("content-type")).collect();
    let json = Some("application/json");
    assert_eq!(types, [json, json, json, None, json]);
    assert_eq!(requests[2].header("content-length"), Some("10"));
}

#[tokio::test]
async fn invalid_additions_are_rejected_before_they_are_sent() {
    async fn rejected<T: std::fmt::Debug>(call: plane_api::Call<T>, words: &str) {
        let error = call.send().await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert!(error.to_string().ends_with(words), "{error}");
        assert!(error.endpoint().is_some());
    }
    let server = Server::always(json(200, "null")).await.unwrap();
    let client = client(&server);
    let taken = "the body already has a field with this name; set that instead";
    for name in ["name", "a"] {
        rejected(client.call(&create()).field(name, 1), taken).await;
    }
    let unset = CreateThing::new("7", BTreeMap::new());
    rejected(client.call(&unset).field("name", 1), taken).await;
    rejected(client.call(&unset).field("x", 1).field("x", 2), taken).await;
    let none = "cannot be sent: the body of the request is not a JSON object";
    rejected(client.call(&Form::new()).field("x", 1), none).await;
    rejected(client.call(&Parts::new()).field("x", 1), none).await;
    rejected(client.call(&Whole::new([1, 2])).field("x", 1), none).await;
    rejected(client.call(&Whole::new("x")).field("x", 1), none).await;
    rejected(client.call(&Raw::new(&b"{}"[..])).field("x", 1), none).await;
    rejected(client.call(&GetCustomer::new("7")).field("x", 1), none).await;
    rejected(client.call(&unset).field("x", f64::NAN), "which JSON does not support").await;
    rejected(client.call(&unset).query("", 1), "a query parameter needs a name").await;
    rejected(
        client.call(&unset).query("x", [[1]]),
        "a list within a list is not supported in a query",
    )
    .await;
    let error = client.call(&UpdateCustomer::new("..")).field("x", 1).query("y", 2).send().await;
    assert!(error.unwrap_err().to_string().contains("path parameter `id`"));
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn secrets_that_are_added_are_not_shown() {
    let reply = Reply::Send(answer(400, "", r#"{"detail": "sesame-1 sesame-2"}"#));
    let server = Server::always(reply).await.unwrap();
    let secret = plane_api::Secret::from;
    let call = client(&server).call(&CreateThing::new("7", BTreeMap::new()));
    let error =
        call.query("token", secret("sesame-1")).field("pin", secret("sesame-2")).send().await;
    let error = error.unwrap_err();
    assert!(!format!("{error} {error:?} {:?}", error.body_snippet()).contains("sesame"), "{error}");
    assert!(server.requests()[0].line().ends_with("token=sesame-1"));
    assert_eq!(server.requests()[0].text(), r#"{"pin":"sesame-2"}"#);
}
