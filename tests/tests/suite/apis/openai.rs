//! OpenAI: server-sent events, multipart forms, constants in the query and in headers, a list that starts after an id.

use plane_api::{
    Bytes, Entries, Events, FilePart, NextPage, PageContext, Paged, RawResponse, Result, endpoint,
};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Debug, PartialEq, Deserialize)]
pub struct Object {
    pub id: String,
}

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub data: Vec<T>,
    pub has_more: bool,
}

impl<T> Paged for List<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }
    fn next(&self, context: &PageContext<'_>) -> NextPage {
        NextPage::more(self.has_more, context.last_id())
    }
}

/// Text, or a list of messages.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Input {
    Text(&'static str),
    Messages(Vec<Message>),
}

#[derive(Debug, Clone, Serialize)]
pub struct Message {
    pub role: &'static str,
    pub content: &'static str,
}

#[endpoint(POST, "/responses" -> Object)]
#[derive(Debug, Clone)]
pub struct CreateResponse {
    pub model: String,
    pub input: Input,
    pub temperature: Option<f64>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type")]
pub enum Progress {
    #[serde(rename = "response.output_text.delta")]
    Delta { delta: String },
    #[serde(other)]
    Other,
}

#[endpoint(POST, "/responses" -> Events<Progress>)]
#[derive(Debug, Clone)]
pub struct StreamResponse {
    pub model: String,
    pub input: Input,
    pub stream: bool,
}

#[endpoint(POST, "/responses/<id>/cancel?beta=true" -> Object, header("OpenAI-Beta" = "responses=v1"))]
pub struct CancelResponse {}

#[endpoint(GET, "/responses/<id>?beta=true" -> Object)]
pub struct GetResponse {
    #[query(brackets)]
    pub include: Vec<String>,
    #[header("OpenAI-Beta")]
    pub beta: Vec<String>,
}

#[endpoint(DELETE, "/responses/<id>" -> ())]
pub struct DeleteResponse {}

#[endpoint(GET, "/assistants" -> List<Object>, header("OpenAI-Beta" = "assistants=v2"))]
#[derive(Debug, Clone)]
pub struct ListAssistants {
    #[page]
    pub after: Option<String>,
    #[page(size = 100)]
    pub limit: Option<u8>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ExpiresAfter {
    pub anchor: &'static str,
    pub seconds: u32,
}

#[endpoint(POST, "/files" -> Object, multipart)]
pub struct CreateFile {
    pub file: FilePart,
    pub purpose: String,
    pub expires_after: Option<ExpiresAfter>,
}

#[endpoint(GET, "/files/<file>/content" -> Bytes)]
pub struct GetFileContent {}

#[endpoint(POST, "/audio/transcriptions" -> String, multipart, brackets, decode = RawResponse::text)]
pub struct Transcribe {
    pub file: FilePart,
    pub model: String,
    pub response_format: Option<String>,
    pub timestamp_granularities: Vec<String>,
}

#[endpoint(POST, "/images/edits", multipart, brackets)]
pub struct EditImages {
    pub image: Vec<FilePart>,
    pub prompt: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Session {
    pub r#type: &'static str,
    pub model: &'static str,
}

/// Starts a call. A header contains its location.
#[endpoint(POST, "/realtime/calls" -> Call, multipart, decode = Call::read)]
pub struct CreateCall {
    #[part("application/sdp")]
    pub sdp: String,
    #[part(json)]
    pub session: Option<Session>,
}

#[derive(Debug, PartialEq)]
pub struct Call {
    pub location: String,
    pub answer: String,
}

impl Call {
    fn read(response: RawResponse) -> Result<Self> {
        Ok(Self { location: response.header("Location")?, answer: response.text()? })
    }
}

const AUTH: &str = "authorization: Bearer sk-0123";
const JSON: &str = "accept: application/json";
const ANY: &str = "accept: application/json, */*;q=0.5";
const JSON_BODY: &str = "content-type: application/json";
const TEAM: &str = "openai-organization: org-1";

async fn openai(reply: Reply) -> (Server, Client) {
    let server = Server::always(reply).await.unwrap();
    let name = http::HeaderName::from_static("openai-organization");
    let value = http::HeaderValue::from_static("org-1");
    let builder = Client::builder(server.url()).bearer_token("sk-0123").user_agent("tests");
    let client = builder.default_header(name, value).retry(RetryPolicy::never()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn responses_are_created_streamed_and_cancelled() {
    let (server, client) = openai(json(200, r#"{"id": "resp_1"}"#)).await;
    let create = CreateResponse::new("gpt", Input::Text("Hi")).temperature(0.5);
    assert_eq!(create.send(&client).await.unwrap(), Object { id: "resp_1".to_owned() });
    let messages = vec![Message { role: "user", content: "Hi" }];
    CreateResponse::new("gpt", Input::Messages(messages)).send(&client).await.unwrap();
    CancelResponse::new("resp_1").send(&client).await.unwrap();
    let get = GetResponse::new("resp_1").include(["a.b", "c"]).beta(["a=1", "b"]);
    get.send(&client).await.unwrap();
    DeleteResponse::new("resp_1").send(&client).await.unwrap();
    assert_eq!(
        sent(&server, AUTH),
        [
            with_body(
                "POST /responses",
                &[JSON, JSON_BODY, TEAM],
                r#"{"model":"gpt","input":"Hi","temperature":0.5}"#
            ),
            with_body(
                "POST /responses",
                &[JSON, JSON_BODY, TEAM],
                r#"{"model":"gpt","input":[{"role":"user","content":"Hi"}]}"#
            ),
            with_body(
                "POST /responses/resp_1/cancel?beta=true",
                &[JSON, TEAM, "openai-beta: responses=v1"],
                ""
            ),
            plain(
                "GET /responses/resp_1?beta=true&include%5B%5D=a.b&include%5B%5D=c",
                &[JSON, TEAM, "openai-beta: a=1,b"]
            ),
            plain("DELETE /responses/resp_1", &[JSON, TEAM]),
        ]
    );
}

#[tokio::test]
async fn events_end_with_their_terminator() {
    let text = "event: response.created\ndata: {\"type\": \"response.created\"}\n\n\
                event: response.output_text.delta\ndata: {\"type\": \"response.output_text.delta\", \"delta\": \"Hel\"}\n\n\
                : keep-alive\n\n\
                data: {\"type\": \"response.output_text.delta\",\ndata: \"delta\": \"lo\"}\n\n\
                data: [DONE]\n\ndata: behind the end\n\n";
    let reply = Reply::Send(answer(200, "Content-Type: text/event-stream\r\n", text));
    let (server, client) = openai(reply).await;
    let stream = StreamResponse::new("gpt", Input::Text("Hi"), true);
    let mut events = stream.send(&client).await.unwrap();
    let mut read = Vec::new();
    while let Some(event) = events.next().await {
        read.push(event.unwrap().data);
    }
    let delta = |text: &str| Progress::Delta { delta: text.to_owned() };
    assert_eq!(read, [Progress::Other, delta("Hel"), delta("lo")]);
    assert_eq!(
        sent(&server, AUTH),
        [with_body(
            "POST /responses",
            &["accept: text/event-stream", JSON_BODY, TEAM],
            r#"{"model":"gpt","input":"Hi","stream":true}"#
        )]
    );
}

#[tokio::test]
async fn lists_begin_after_an_id() {
    let server = Server::start(|request| {
        json(
            200,
            if request.line().contains("after=") {
                r#"{"data": [{"id": "c"}], "has_more": false}"#
            } else {
                r#"{"data": [{"id": "a"}, {"id": "b"}], "has_more": true}"#
            },
        )
    });
    let server = server.await.unwrap();
    let client = client(server.url(), Auth::bearer_token("sk-0123"));
    let all = ListAssistants::new().limit(2).items(&client).collect(10).await.unwrap();
    assert_eq!(all, ["a", "b", "c"].map(|id| Object { id: id.to_owned() }));
    let headers = [JSON, "openai-beta: assistants=v2"];
    assert_eq!(
        sent(&server, AUTH),
        [
            plain("GET /assistants?limit=2", &headers),
            plain("GET /assistants?after=b&limit=2", &headers)
        ]
    );
}

#[tokio::test]
async fn files_are_parts() {
    let (server, client) = openai(json(200, r#"{"id": "file_1"}"#)).await;
    let file = || FilePart::new("a.jsonl", "{}");
    let expires_after = ExpiresAfter { anchor: "created_at", seconds: 3600 };
    CreateFile::new(file(), "batch").expires_after(expires_after).send(&client).await.unwrap();
    let edit = EditImages::new("Brighter").image([file(), file()]);
    edit.send(&client).await.unwrap();
    let text = GetFileContent::new("file_1").send(&client).await.unwrap();
    assert_eq!(text, r#"{"id": "file_1"}"#);
    let transcribe = Transcribe::new(file(), "whisper-1").response_format("srt");
    let text = transcribe.timestamp_granularities(["word", "segment"]).send(&client).await.unwrap();
    assert_eq!(text, r#"{"id": "file_1"}"#);

    let requests = server.requests();
    let octets = |name: &str| {
        format!("\"{name}\"; filename=\"a.jsonl\"\r\nContent-Type: application/octet-stream")
    };
    let (file, image) = (octets("file"), octets("image[]"));
    let (created, body) = multipart(
        &requests[0],
        &[
            (&*file, "{}"),
            ("\"purpose\"", "batch"),
            ("\"expires_after[anchor]\"", "created_at"),
            ("\"expires_after[seconds]\"", "3600"),
        ],
    );
    let create = with_body("POST /files", &[JSON, TEAM, &created], &body);
    let (edited, body) =
        multipart(&requests[1], &[(&*image, "{}"), (&*image, "{}"), ("\"prompt\"", "Brighter")]);
    let edit = with_body("POST /images/edits", &[JSON, TEAM, &edited], &body);
    let (transcribed, body) = multipart(
        &requests[3],
        &[
            (&*file, "{}"),
            ("\"model\"", "whisper-1"),
            ("\"response_format\"", "srt"),
            ("\"timestamp_granularities[]\"", "word"),
            ("\"timestamp_granularities[]\"", "segment"),
        ],
    );
    let transcribe = with_body("POST /audio/transcriptions", &[ANY, TEAM, &transcribed], &body);
    let content = plain("GET /files/file_1/content", &["accept: */*", TEAM]);
    assert_eq!(sent(&server, AUTH), [create, edit, content, transcribe]);
}

#[tokio::test]
async fn a_call_is_found_in_a_header() {
    let headers = "Location: /v1/realtime/calls/rtc_1\r\nContent-Type: application/sdp\r\n";
    let (server, client) = openai(Reply::Send(answer(201, headers, "v=0"))).await;
    let create = CreateCall::new("v=1").session(Session { r#type: "realtime", model: "gpt" });
    let call = create.send(&client).await.unwrap();
    let location = "/v1/realtime/calls/rtc_1".to_owned();
    assert_eq!(call, Call { location, answer: "v=0".to_owned() });
    let parts = [
        ("\"sdp\"\r\nContent-Type: application/sdp", "v=1"),
        ("\"session\"\r\nContent-Type: application/json", r#"{"type":"realtime","model":"gpt"}"#),
    ];
    let (content_type, body) = multipart(&server.requests()[0], &parts);
    let expected = with_body("POST /realtime/calls", &[ANY, TEAM, &content_type], &body);
    assert_eq!(sent(&server, AUTH), [expected]);
}
