//! Responses that a declared function decodes.

use plane_api::{Endpoint, RawResponse, ResponseKind, Result};
use serde::de::DeserializeOwned;

use super::*;

/// Slack's envelope: a 200 whose `ok` is false is an error.
#[endpoint(POST, "/chat.postMessage" -> Message, decode = slack)]
pub struct PostMessage {
    pub text: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Message {
    ts: String,
}

fn slack<T: DeserializeOwned>(response: RawResponse) -> Result<T> {
    #[derive(Deserialize)]
    struct Envelope {
        ok: bool,
        #[serde(default)]
        error: String,
    }
    let envelope: Envelope = response.clone().json()?;
    if envelope.ok { response.json() } else { Err(response.reject(envelope.error, "")) }
}

/// Cloudflare's envelope: the result is under `result`.
#[endpoint(GET, "/zones/<zone>" -> Zone, decode = Cloudflare::open)]
pub struct GetZone {}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Zone {
    id: String,
}

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Cloudflare<T> {
    success: bool,
    errors: Vec<CloudflareError>,
    result: Option<T>,
}

#[derive(Deserialize)]
struct CloudflareError {
    code: u32,
    message: String,
}

impl<T: DeserializeOwned> Cloudflare<T> {
    fn open(response: RawResponse) -> Result<T> {
        let envelope: Self = response.clone().json()?;
        match envelope {
            Self { success: true, result: Some(result), .. } => Ok(result),
            Self { errors, .. } => {
                let first = errors.into_iter().next();
                let (code, detail) =
                    first.map(|error| (error.code.to_string(), error.message)).unwrap_or_default();
                Err(response.reject(code, detail).with_delivery(Delivery::Unknown))
            }
        }
    }
}

/// Several success statuses, and their meaning.
#[endpoint(PUT, "/jobs/<job>" -> Job, decode = job)]
pub struct PutJob {}

#[derive(Debug, PartialEq)]
pub enum Job {
    Done(u64),
    Accepted(String),
    Nothing,
}

fn job(response: RawResponse) -> Result<Job> {
    match response.meta().status().as_u16() {
        202 => Ok(Job::Accepted(response.header("Location")?)),
        204 => Ok(Job::Nothing),
        _ => response.json().map(Job::Done),
    }
}

#[endpoint(GET, "/robots.txt" -> String, decode = RawResponse::text)]
pub struct GetRobots {}

/// Only a typed header.
#[endpoint(HEAD, "/files/<name>" -> u64, decode = length)]
pub struct CountBytes {}

fn length(response: RawResponse) -> Result<u64> {
    response.header("X-Length")
}

/// Responses that need no body.
#[endpoint(HEAD, "/files/<name>" -> ())]
pub struct FindFile {}

#[endpoint(HEAD, "/files/<name>")]
pub struct FindValue {}

#[endpoint(HEAD, "/files/<name>" -> Option<Message>)]
pub struct FindMessage {}

#[endpoint(HEAD, "/files/<name>" -> Bytes)]
pub struct FindBytes {}

/// Decodes nothing, but still checks the envelope.
#[endpoint(DELETE, "/chat/<id>" -> (), decode = checked)]
pub struct DeleteMessage {}

fn checked(response: RawResponse) -> Result<()> {
    slack::<Value>(response).map(drop)
}

#[endpoint(GET, "/maybe" -> Option<Message>)]
pub struct GetMaybe {}

async fn replying(status: u16, headers: &str, body: &str) -> (Server, Client) {
    let server = Server::always(Reply::Send(answer(status, headers, body))).await.unwrap();
    let client =
        Client::builder(server.url()).api_key("k").retry(RetryPolicy::standard()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn a_success_with_an_error_is_a_rejection_and_final() {
    let (_server, client) = replying(200, "", r#"{"ok": true, "ts": "1.5"}"#).await;
    let message = PostMessage::new("hi").send(&client).await.unwrap();
    assert_eq!(message, Message { ts: "1.5".to_owned() });

    let (server, client) = replying(200, "", r#"{"ok": false, "error": "not_in_channel"}"#).await;
    let error = PostMessage::new("hi").send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
    assert_eq!((error.code(), error.detail()), (Some("not_in_channel"), None));
    assert_eq!(error.endpoint().map(|spec| spec.name), Some("PostMessage"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    let error = DeleteMessage::new("1").send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("not_in_channel"), "{error}");
    assert_eq!(server.requests().len(), 2, "each was sent once");
}

#[tokio::test]
async fn an_envelope_is_opened() {
    let body = r#"{"success": true, "errors": [], "result": {"id": "z"}}"#;
    let (_server, client) = replying(200, "", body).await;
    assert_eq!(GetZone::new("z").send(&client).await.unwrap(), Zone { id: "z".to_owned() });

    let body = r#"{"success": false, "errors": [{"code": 1001, "message": "Invalid zone"}]}"#;
    let (server, client) = replying(200, "", body).await;
    let error = GetZone::new("z").send(&client).await.unwrap_err();
    assert_eq!((error.code(), error.detail()), (Some("1001"), Some("Invalid zone")));
    assert_eq!(error.delivery(), Delivery::Unknown);
    assert_eq!(server.requests().len(), 1);

    let (_server, client) = replying(200, "", r#"{"success": true, "errors": 7}"#).await;
    let error = GetZone::new("z").send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.json_path()), (ErrorKind::Decode, Some("errors")));
}

#[tokio::test]
async fn statuses_and_headers_can_be_told_apart() {
    let (_server, client) = replying(200, "", "7").await;
    assert_eq!(PutJob::new("a").send(&client).await.unwrap(), Job::Done(7));
    let (_server, client) = replying(202, "Location: /jobs/1\r\n", "").await;
    let accepted = PutJob::new("a").send(&client).await.unwrap();
    assert_eq!(accepted, Job::Accepted("/jobs/1".to_owned()));
    let (_server, client) = replying(202, "", "").await;
    let error = PutJob::new("a").send(&client).await.unwrap_err();
    assert!(error.to_string().ends_with("the response has no header `Location`"), "{error}");
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
    let server =
        Server::always(Reply::Send(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec())).await.unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    assert_eq!(PutJob::new("a").send(&client).await.unwrap(), Job::Nothing);
    assert_eq!(GetMaybe::new().send(&client).await.unwrap(), None);

    let head = b"HTTP/1.1 200 OK\r\nX-Length: 12\r\n\r\n";
    let server = Server::always(Reply::Send(head.to_vec())).await.unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    assert_eq!(CountBytes::new("a").send(&client).await.unwrap(), 12);
    let head = b"HTTP/1.1 200 OK\r\nX-Length: many\r\n\r\n";
    let server = Server::always(Reply::Send(head.to_vec())).await.unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    let error = CountBytes::new("a").send(&client).await.unwrap_err();
    assert!(error.to_string().ends_with("the header `X-Length` has an invalid value"));
}

#[tokio::test]
async fn a_response_to_head_has_no_body() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n";
    let server = Server::always(Reply::Send(head.to_vec())).await.unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    FindFile::new("a").send(&client).await.unwrap();
    assert_eq!(FindValue::new("a").send(&client).await.unwrap(), Value::Null);
    assert_eq!(FindMessage::new("a").send(&client).await.unwrap(), None);
    assert_eq!(FindBytes::new("a").send(&client).await.unwrap(), "");
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn text_is_requested_and_returned() {
    let (server, client) = replying(200, "Content-Type: text/plain\r\n", "Disallow: /ä").await;
    assert_eq!(GetRobots::new().send(&client).await.unwrap(), "Disallow: /ä");
    assert_eq!(server.requests()[0].header("accept"), Some("application/json, */*;q=0.5"));
    assert_eq!(GetRobots::SPEC.response_kind, ResponseKind::Custom);
    let mut bytes = answer(200, "", "x");
    *bytes.last_mut().unwrap() = 0xff;
    let server = Server::always(Reply::Send(bytes)).await.unwrap();
    let client = Client::builder(server.url()).api_key("k").build().unwrap();
    let error = GetRobots::new().send(&client).await.unwrap_err();
    assert!(error.to_string().ends_with("the response is not UTF-8 text"), "{error}");
}
