//! Google: names of several segments in the middle of a path, custom methods, field masks, a key in the query.

use plane_api::{Bytes, Download, Entries, NextPage, PageContext, Paged, endpoint};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Debug, PartialEq, Deserialize)]
pub struct Topic {
    pub name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Topics {
    #[serde(default)]
    pub topics: Vec<Topic>,
    pub next_page_token: Option<String>,
}

impl Paged for Topics {
    type Item = Topic;
    const ENTRIES: Entries = Entries::at("topics").id("name");
    fn entries(&mut self) -> &mut Vec<Topic> {
        &mut self.topics
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(&self.next_page_token)
    }
}

#[endpoint(GET, "/v1/<project..>/topics" -> Topics)]
#[derive(Debug, Clone)]
#[serde(rename_all = "camelCase")]
pub struct ListTopics {
    pub project: String,
    #[page]
    pub page_token: Option<String>,
    pub page_size: Option<u32>,
}

#[endpoint(PUT, "/v1/<name..>" -> Topic)]
pub struct CreateTopic {
    pub labels: Option<std::collections::BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    pub message_retention_duration: &'static str,
}

/// Updates the fields in the mask.
#[endpoint(PATCH, "/v1/<name..>" -> Topic)]
#[serde(rename_all = "camelCase")]
pub struct UpdateTopic {
    pub name: String,
    #[query(comma)]
    pub update_mask: Vec<String>,
    pub topic: Retention,
}

#[derive(Debug, Clone, Serialize)]
pub struct Message {
    pub data: &'static str,
}

#[endpoint(POST, "/v1/<topic..>:publish")]
pub struct Publish {
    pub messages: Vec<Message>,
}

#[endpoint(DELETE, "/v1/<name..>" -> ())]
pub struct DeleteTopic {}

#[endpoint(GET, "/v1/<name..>")]
pub struct GetOperation {
    pub name: String,
    #[query(comma)]
    pub fields: Vec<&'static str>,
}

#[endpoint(POST, "/v1/<name..>:cancel" -> (), json = optional)]
pub struct CancelOperation {
    pub reason: Option<String>,
}

#[endpoint(POST, "/v1/<project..>/locations/<location>/documents:<method>" -> ())]
pub struct Run {
    pub project: String,
    pub location: String,
    pub method: &'static str,
}

#[endpoint(POST, "/upload/storage/v1/b/<bucket>/o?uploadType=media", header("Content-Type" = "text/plain"))]
pub struct Upload {
    #[query]
    pub name: String,
    #[body]
    pub text: Bytes,
}

#[endpoint(GET, "/storage/v1/b/<bucket>/o/<object>?alt=media" -> Download)]
pub struct GetObject {
    pub bucket: String,
    #[path(slashes)]
    pub object: String,
}

const TOPIC: &str = "projects/p/topics/t";
const JSON: &str = "accept: application/json";
const JSON_BODY: &str = "content-type: application/json";

async fn google(body: &str) -> (Server, Client) {
    api(json(200, body), Auth::query("key", "g-key")).await
}

#[tokio::test]
async fn names_have_several_segments_anywhere_in_a_path() {
    let (server, client) = google(r#"{"name": "projects/p/topics/t"}"#).await;
    let topic = CreateTopic::new(TOPIC).send(&client).await.unwrap();
    assert_eq!(topic.name, TOPIC);
    let retention = Retention { message_retention_duration: "600s" };
    let mask = ["messageRetentionDuration", "labels.a b"];
    UpdateTopic::new(TOPIC, retention).update_mask(mask).send(&client).await.unwrap();
    let messages = [Message { data: "aGk=" }];
    Publish::new(TOPIC, messages).send(&client).await.unwrap();
    DeleteTopic::new(TOPIC).send(&client).await.unwrap();
    GetOperation::new("operations/x").fields(["done", "error(code)"]).send(&client).await.unwrap();
    CancelOperation::new("operations/x").send(&client).await.unwrap();
    CancelOperation::new("operations/x").reason("late").send(&client).await.unwrap();
    Run::new("projects/p", "eu", "purge").send(&client).await.unwrap();
    assert_eq!(
        sent(&server, ""),
        [
            with_body("PUT /v1/projects/p/topics/t?key=g-key", &[JSON, JSON_BODY], "{}"),
            with_body(
                "PATCH /v1/projects/p/topics/t?updateMask=messageRetentionDuration,labels.a%20b&key=g-key",
                &[JSON, JSON_BODY],
                r#"{"topic":{"messageRetentionDuration":"600s"}}"#
            ),
            with_body(
                "POST /v1/projects/p/topics/t:publish?key=g-key",
                &[JSON, JSON_BODY],
                r#"{"messages":[{"data":"aGk="}]}"#
            ),
            plain("DELETE /v1/projects/p/topics/t?key=g-key", &[JSON]),
            plain("GET /v1/operations/x?fields=done,error%28code%29&key=g-key", &[JSON]),
            with_body("POST /v1/operations/x:cancel?key=g-key", &[JSON], ""),
            with_body(
                "POST /v1/operations/x:cancel?key=g-key",
                &[JSON, JSON_BODY],
                r#"{"reason":"late"}"#
            ),
            with_body("POST /v1/projects/p/locations/eu/documents:purge?key=g-key", &[JSON], ""),
        ]
    );
    for name in
        ["", "/", "/operations/x", "operations/x/", "operations//x", "operations/..", "a/%2e%2e"]
    {
        let error = CancelOperation::new(name).send(&client).await.unwrap_err();
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent, "{name}");
    }
    assert_eq!(server.requests().len(), 8);
}

#[tokio::test]
async fn topics_are_listed_by_token() {
    let server = Server::start(|request| {
        json(
            200,
            if request.line().contains("pageToken=t%2F2") {
                r#"{"topics": [{"name": "b"}]}"#
            } else {
                r#"{"topics": [{"name": "a"}], "nextPageToken": "t/2"}"#
            },
        )
    });
    let server = server.await.unwrap();
    let client = client(server.url(), Auth::query("key", "g-key"));
    let list = ListTopics::new("projects/p").page_size(1);
    let topics = list.items(&client).collect(10).await.unwrap();
    assert_eq!(topics, ["a", "b"].map(|name| Topic { name: name.to_owned() }));
    let line = "GET /v1/projects/p/topics";
    assert_eq!(
        sent(&server, ""),
        [
            plain(&format!("{line}?pageSize=1&key=g-key"), &[JSON]),
            plain(&format!("{line}?pageToken=t%2F2&pageSize=1&key=g-key"), &[JSON]),
        ]
    );
}

#[tokio::test]
async fn objects_are_sent_and_received_unchanged() {
    let (server, client) = google("Hi").await;
    let client = client.clone();
    let object = GetObject::new("b", "dir/a.txt").send(&client).await.unwrap();
    assert_eq!(object.collect().await.unwrap(), "Hi");
    assert_eq!(
        sent(&server, ""),
        [plain("GET /storage/v1/b/b/o/dir%2Fa.txt?alt=media&key=g-key", &["accept: */*"])]
    );
    let (server, client) = google("{}").await;
    Upload::new("b", "dir/a.txt", "Hi").send(&client).await.unwrap();
    let line = "POST /upload/storage/v1/b/b/o?uploadType=media&name=dir%2Fa.txt&key=g-key";
    assert_eq!(sent(&server, ""), [with_body(line, &[JSON, "content-type: text/plain"], "Hi")]);
}
