//! Cloudflare: an envelope around every response, values that are cleared or `null`, keys with slashes, JSON parts.

use std::collections::BTreeMap;

use plane_api::{
    Bytes, Delivery, Entries, ErrorKind, FilePart, NextPage, PageContext, Paged, Patch,
    RawResponse, Result, endpoint,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::*;

/// The envelope of every response.
#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Envelope<T> {
    success: bool,
    #[serde(default)]
    errors: Vec<Reason>,
    result: Option<T>,
}

#[derive(Deserialize)]
struct Reason {
    code: u32,
    message: String,
}

/// Returns the content of the envelope. A 200 without success is an error.
fn result<T: DeserializeOwned>(response: RawResponse) -> Result<T> {
    let envelope: Envelope<T> = response.clone().json()?;
    match envelope {
        Envelope { success: true, result: Some(result), .. } => Ok(result),
        Envelope { errors, .. } => {
            let (code, detail) = errors
                .into_iter()
                .next()
                .map(|error| (error.code.to_string(), error.message))
                .unwrap_or_default();
            Err(response.reject(code, detail))
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Named {
    pub id: String,
}

/// A list in its envelope.
#[derive(Debug, Deserialize)]
pub struct List {
    pub result: Vec<Named>,
    pub result_info: Info,
}

#[derive(Debug, Deserialize)]
pub struct Info {
    pub total_count: u64,
}

impl Paged for List {
    type Item = Named;
    const ENTRIES: Entries = Entries::at("result");
    fn entries(&mut self) -> &mut Vec<Named> {
        &mut self.result
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::by_rule().total(self.result_info.total_count)
    }
}

#[endpoint(GET, "/zones" -> List)]
#[derive(Debug, Clone)]
pub struct ListZones {
    #[page(number)]
    pub page: Option<u32>,
    #[serde(rename = "account.id")]
    pub account: Option<String>,
}

#[endpoint(GET, "/zones/<zone>" -> Named, decode = result)]
pub struct GetZone {}

#[endpoint(POST, "/zones/<zone>/dns_records" -> Named, decode = result)]
pub struct CreateRecord {
    pub name: String,
    pub r#type: &'static str,
    pub content: String,
    #[nullable]
    pub comment: Option<String>,
    pub proxied: Option<bool>,
}

#[endpoint(PATCH, "/zones/<zone>/dns_records/<record>" -> Named, decode = result)]
pub struct UpdateRecord {
    pub content: Option<String>,
    pub comment: Patch<String>,
}

#[endpoint(DELETE, "/zones/<zone>/dns_records/<record>" -> Named, decode = result)]
pub struct DeleteRecord {}

#[endpoint(POST, "/zones/<zone>/purge_cache" -> Named, json = optional, decode = result)]
pub struct PurgeCache {
    pub purge_everything: Option<bool>,
    pub files: Option<Vec<String>>,
}

#[endpoint(PUT, "/accounts/<account>/storage/kv/namespaces/<namespace>/values/<key>" -> (), multipart, decode = done)]
pub struct PutValue {
    pub account: String,
    pub namespace: String,
    #[path(slashes)]
    pub key: String,
    #[query]
    pub expiration_ttl: Option<u32>,
    pub value: String,
    #[part(json)]
    pub metadata: BTreeMap<&'static str, u8>,
}

/// Returns nothing, but still checks the envelope.
fn done(response: RawResponse) -> Result<()> {
    let envelope: Envelope<plane_api::Value> = response.clone().json()?;
    if envelope.success { Ok(()) } else { Err(response.reject("", "")) }
}

#[endpoint(GET, "/accounts/<account>/storage/kv/namespaces/<namespace>/values/<key>" -> Bytes)]
pub struct GetValue {
    pub account: String,
    pub namespace: String,
    #[path(slashes)]
    pub key: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    pub key: &'static str,
    pub value: &'static str,
}

#[endpoint(PUT, "/accounts/<account>/storage/kv/namespaces/<namespace>/bulk" -> (), decode = done)]
pub struct PutValues {
    #[body]
    pub pairs: Vec<Pair>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Script {
    pub main_module: &'static str,
}

#[endpoint(PUT, "/accounts/<account>/workers/scripts/<name>" -> Named, multipart, decode = result)]
pub struct PutScript {
    #[part(json)]
    pub metadata: Script,
    pub files: Vec<FilePart>,
}

const AUTH: &str = "authorization: Bearer cf-token";
const JSON: &str = "accept: application/json";
const ANY: &str = "accept: application/json, */*;q=0.5";
const JSON_BODY: &str = "content-type: application/json";

async fn cloudflare(status: u16, body: &str) -> (Server, Client) {
    api(json(status, body), Auth::bearer_token("cf-token")).await
}

#[tokio::test]
async fn envelopes_are_opened_and_values_cleared() {
    let (server, client) =
        cloudflare(200, r#"{"success": true, "errors": [], "result": {"id": "z"}}"#).await;
    let named = || Named { id: "z".to_owned() };
    assert_eq!(GetZone::new("z").send(&client).await.unwrap(), named());
    let create = CreateRecord::new("z", "a.example", "A", "192.0.2.1", None).proxied(true);
    assert_eq!(create.send(&client).await.unwrap(), named());
    UpdateRecord::new("z", "r").comment(Patch::Clear).send(&client).await.unwrap();
    UpdateRecord::new("z", "r").comment("c").send(&client).await.unwrap();
    DeleteRecord::new("z", "r").send(&client).await.unwrap();
    PurgeCache::new("z").files(["https://a.example/"]).send(&client).await.unwrap();
    let values = [Pair { key: "a", value: "1" }];
    PutValues::new("acc", "ns", values).send(&client).await.unwrap();
    let record = "/zones/z/dns_records/r";
    let headers = &[ANY, JSON_BODY];
    assert_eq!(
        sent(&server, AUTH),
        [
            plain("GET /zones/z", &[ANY]),
            with_body(
                "POST /zones/z/dns_records",
                headers,
                r#"{"name":"a.example","type":"A","content":"192.0.2.1","comment":null,"proxied":true}"#
            ),
            with_body(&format!("PATCH {record}"), headers, r#"{"comment":null}"#),
            with_body(&format!("PATCH {record}"), headers, r#"{"comment":"c"}"#),
            plain(&format!("DELETE {record}"), &[ANY]),
            with_body("POST /zones/z/purge_cache", headers, r#"{"files":["https://a.example/"]}"#),
            with_body(
                "PUT /accounts/acc/storage/kv/namespaces/ns/bulk",
                headers,
                r#"[{"key":"a","value":"1"}]"#
            ),
        ]
    );
}

#[tokio::test]
async fn a_200_without_success_is_an_error() {
    let body = r#"{"success": false, "errors": [{"code": 81057, "message": "Record exists"}], "result": null}"#;
    for status in [200, 400] {
        let (server, client) = cloudflare(status, body).await;
        let error = DeleteRecord::new("z", "r").send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
        assert_eq!(error.status().map(|it| it.as_u16()), Some(status));
        if status == 200 {
            assert_eq!((error.code(), error.detail()), (Some("81057"), Some("Record exists")));
        }
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn keys_have_slashes_and_parts_have_json() {
    let (server, client) = cloudflare(200, r#"{"success": true, "result": {"id": "w"}}"#).await;
    let metadata = BTreeMap::from([("version", 2)]);
    let put = PutValue::new("acc", "ns", "dir/key", "v", metadata).expiration_ttl(60);
    put.send(&client).await.unwrap();
    GetValue::new("acc", "ns", "dir/key").send(&client).await.unwrap();
    let module = FilePart::new("main.js", "export default {}");
    let files = [module.content_type("application/javascript+module")];
    PutScript::new("acc", "w", Script { main_module: "main.js" })
        .files(files)
        .send(&client)
        .await
        .unwrap();
    let requests = server.requests();
    let parts = [
        ("\"value\"", "v"),
        ("\"metadata\"\r\nContent-Type: application/json", r#"{"version":2}"#),
    ];
    let (media, body) = multipart(&requests[0], &parts);
    let value = "/accounts/acc/storage/kv/namespaces/ns/values/dir%2Fkey";
    let put = with_body(&format!("PUT {value}?expiration_ttl=60"), &[ANY, &media], &body);
    let parts = [
        ("\"metadata\"\r\nContent-Type: application/json", r#"{"main_module":"main.js"}"#),
        (
            "\"files\"; filename=\"main.js\"\r\nContent-Type: application/javascript+module",
            "export default {}",
        ),
    ];
    let (media, body) = multipart(&requests[2], &parts);
    let script = with_body("PUT /accounts/acc/workers/scripts/w", &[ANY, &media], &body);
    let get = plain(&format!("GET {value}"), &["accept: */*"]);
    assert_eq!(sent(&server, AUTH), [put, get, script]);
}

#[tokio::test]
async fn lists_end_at_their_reported_length() {
    let server = Server::start(|request| {
        let id = if request.line().contains("page=2") { "b" } else { "a" };
        json(
            200,
            &format!(
                r#"{{"success": true, "result": [{{"id": "{id}"}}], "result_info": {{"total_count": 2}}}}"#
            ),
        )
    });
    let server = server.await.unwrap();
    let client = client(server.url(), Auth::bearer_token("cf-token"));
    let zones = ListZones::new().account("acc").items(&client).collect(10).await.unwrap();
    assert_eq!(zones, ["a", "b"].map(|id| Named { id: id.to_owned() }));
    assert_eq!(
        sent(&server, AUTH),
        [
            plain("GET /zones?account.id=acc", &[JSON]),
            plain("GET /zones?page=2&account.id=acc", &[JSON])
        ]
    );
}
