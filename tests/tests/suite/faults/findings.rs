//! Single findings: secrets that errors and responses must not show, and facts that they must keep.

use std::collections::HashMap;

use plane_api::{
    Client, Delivery, Endpoint, Error, ErrorKind, Method, RawResponse, Redirect, RequestWriter,
    Result, RetryPolicy, Spec, endpoint,
};
use plane_tests::faults::{Fault, FaultServer};

use super::{builder, last};

const KEY: &str = "plane_api/CANARY/00";
const SIGNED: &str = "https://storage.example/a.png?X-Amz-Signature=CANARY";

#[endpoint(POST, "/things/")]
struct CreateThing {}

#[endpoint(PUT, "/things/<id>/")]
struct PutThing {}

#[endpoint(GET, "/files/<id>/" -> Redirect)]
struct GetFile {}

#[endpoint(GET, "/counts/" -> HashMap<String, u32>)]
struct GetCounts {}

/// An endpoint that decodes a response to the text that `Debug` shows.
struct Shown;

impl Endpoint for Shown {
    type Response = String;
    const SPEC: &'static Spec = &Spec::new("Shown", Method::GET, "/shown/");

    fn encode(&self, _: &mut RequestWriter) {}

    fn decode(answer: RawResponse) -> Result<String> {
        Ok(format!("{answer:?}"))
    }
}

fn client(server: &FaultServer) -> Client {
    builder(server.url()).api_key(KEY).retry(RetryPolicy::never()).build().unwrap()
}

async fn rejection(status: u16, headers: &str, body: &str) -> Error {
    let server = FaultServer::always(Fault::Close(last(status, headers, body))).unwrap();
    CreateThing::new().send(&client(&server)).await.unwrap_err()
}

fn fields(error: &Error) -> Vec<(&str, &str)> {
    error.field_errors().iter().map(|it| (it.field.as_str(), it.messages[0].as_str())).collect()
}

fn assert_hidden(text: &str) {
    assert!(!text.contains("CANARY"), "{text}");
}

#[tokio::test]
async fn meta_hides_the_signature_of_a_redirect() {
    let answer = last(302, &format!("Location: {SIGNED}\r\n"), "");
    let server = FaultServer::always(Fault::Close(answer)).unwrap();
    let (_, meta) = client(&server).call(&GetFile::new("1")).with_meta().await.unwrap();
    assert_hidden(&format!("{meta:?}"));
}

#[tokio::test]
async fn a_response_hides_its_body_and_its_headers() {
    let answer = last(200, &format!("Location: {SIGNED}\r\n"), &format!("\"{SIGNED}\""));
    let server = FaultServer::always(Fault::Close(answer)).unwrap();
    assert_hidden(&client(&server).send(&Shown).await.unwrap());
}

#[tokio::test]
async fn a_query_is_hidden_whatever_it_holds() {
    for url in [
        "https://a.example/?a=(b)&X-Amz-Signature=CANARY",
        "https://a.example/?a='b'&X-Amz-Signature=CANARY",
        "https://a.example/?CANARY",
        "https://a.example/#access_token=CANARY",
    ] {
        let error = rejection(400, "", &format!("{{\"detail\": \"See {url}\"}}")).await;
        assert_hidden(&format!("{error} {error:?}"));
    }
}

#[tokio::test]
async fn a_code_that_is_a_url_is_hidden() {
    let error =
        rejection(400, "", &format!("{{\"detail\": \"No.\", \"code\": \"{SIGNED}\"}}")).await;
    assert_hidden(&format!("{error} {error:?}"));
}

#[tokio::test]
async fn a_field_can_be_called_code_or_message() {
    let error = rejection(400, "", r#"{"code": ["Required."], "name": ["Blank."]}"#).await;
    assert_eq!(fields(&error), [("code", "Required."), ("name", "Blank.")]);
    let error = rejection(400, "", r#"{"message": ["Required."], "name": ["Blank."]}"#).await;
    assert_eq!(fields(&error), [("message", "Required."), ("name", "Blank.")]);
}

#[tokio::test]
async fn empty_messages_are_ignored() {
    for body in [r#"{"detail": ""}"#, r#"{"error": " "}"#] {
        let error = rejection(400, "", body).await;
        assert_eq!((error.detail(), fields(&error)), (None, vec![]), "{body}");
    }
    let error = rejection(400, "", r#"{"error": null, "name": "Taken"}"#).await;
    assert_eq!(fields(&error), [("name", "Taken")]);
}

#[tokio::test]
async fn only_a_missing_slash_is_named() {
    for location in ["https://login.example/", "/login/"] {
        let error = rejection(302, &format!("Location: {location}\r\n"), "").await;
        assert!(!error.to_string().contains("trailing slash"), "{location}: {error}");
    }
}

#[tokio::test]
async fn a_put_whose_response_is_lost_is_not_retried() {
    let cut = Fault::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec());
    let server = FaultServer::start([cut], Fault::Close(last(200, "", "null"))).unwrap();
    let client = builder(server.url()).build().unwrap();
    let error = PutThing::new("1").send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Delivery::Applied));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_key_that_is_echoed_in_json_is_hidden() {
    let detail = |key: &str| format!(r#"{{"detail": "Bad key {key}.", "code": "{key}"}}"#);
    for body in [
        detail(&KEY.replace('/', r"\/")),
        detail(&KEY.replace('C', r"\u0043")),
        detail(&KEY.replace('/', r"\u002f").replace('A', r"\u0041")),
    ] {
        let error = rejection(400, "", &body).await;
        assert_hidden(&format!("{error} {error:?}"));
        let shown = error.detail().unwrap();
        assert!(shown.starts_with("Bad key ***") && shown.ends_with("***."), "{shown}");
        assert_hidden(&error.body::<String>().unwrap_or_default());
    }
}

#[tokio::test]
async fn the_user_info_of_a_url_is_hidden() {
    for url in
        ["https://me:CANARY@a.example/x", "https://CANARY@a.example", "//me:CANARY@a.example"]
    {
        let body = format!("{{\"detail\": \"See {url}\", \"name\": [\"Or {url}\"]}}");
        let error = rejection(400, "", &body).await;
        assert_hidden(&format!("{error} {error:?}"));
        assert!(error.to_string().contains("@a.example"), "{error}");
    }
}

#[tokio::test]
async fn a_key_of_a_map_is_not_shown_in_a_location() {
    let server = FaultServer::always(Fault::Close(last(200, "", r#"{"CANARY": "x"}"#))).unwrap();
    let error = GetCounts::new().send(&client(&server)).await.unwrap_err();
    assert_eq!((error.kind(), error.json_path()), (ErrorKind::Decode, Some("*")));
    assert_hidden(&format!("{error} {error:?}"));
}

#[tokio::test(start_paused = true)]
async fn a_rejection_that_drips_is_a_rejection() {
    let head = b"HTTP/1.1 400 X\r\nContent-Length: 999\r\n\r\n".to_vec();
    let server = FaultServer::always(Fault::Drip(head, vec![b' '; 999])).unwrap();
    let error = CreateThing::new().send(&client(&server)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
}
