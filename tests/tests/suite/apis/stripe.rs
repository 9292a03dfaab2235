//! Stripe's customers, payments and files: forms with nested keys, lists in both styles, `Idempotency-Key`.

use std::collections::BTreeMap;

use plane_api::{FilePart, endpoint};
use plane_tests::faults::{Fault, FaultServer};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Debug, Deserialize)]
pub struct Object {
    pub id: String,
}

#[derive(Debug, Deserialize)]
pub struct List {
    pub data: Vec<Object>,
    pub has_more: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Address {
    pub line1: String,
    pub country: Option<String>,
}

/// Creates a customer.
#[endpoint(POST, "/v1/customers" -> Object, form, retry = idempotent)]
pub struct CreateCustomer {
    #[header("Idempotency-Key")]
    pub idempotency_key: String,
    pub email: Option<String>,
    pub address: Option<Address>,
    pub metadata: Option<BTreeMap<String, String>>,
    #[serde(rename = "preferred_locales[]")]
    pub preferred_locales: Vec<String>,
}

/// Gets a customer, with related objects.
#[endpoint(GET, "/v1/customers/<customer>" -> Object)]
pub struct GetCustomer {
    #[serde(rename = "expand[]")]
    pub expand: Vec<String>,
}

/// Updates a customer. An empty string clears a field.
#[endpoint(POST, "/v1/customers/<customer>" -> Object, form)]
pub struct UpdateCustomer {
    pub email: Option<String>,
    #[flatten]
    pub more: BTreeMap<String, String>,
}

/// Deletes a customer.
#[endpoint(DELETE, "/v1/customers/<customer>" -> Object)]
pub struct DeleteCustomer {}

/// Lists customers.
#[endpoint(GET, "/v1/customers" -> List)]
pub struct ListCustomers {
    pub limit: Option<u8>,
    pub starting_after: Option<String>,
    #[serde(rename = "created[gte]")]
    pub created_from: Option<i64>,
    #[serde(rename = "created[lt]")]
    pub created_before: Option<i64>,
}

/// Searches customers.
#[endpoint(GET, "/v1/customers/search" -> List)]
pub struct SearchCustomers {
    pub query: String,
}

/// Creates a payment.
#[endpoint(POST, "/v1/payment_intents" -> Object, form)]
pub struct CreatePayment {
    pub amount: u64,
    pub currency: String,
    pub automatic_payment_methods: Option<Enabled>,
    pub payment_method_types: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Enabled {
    pub enabled: bool,
}

/// Confirms a payment.
#[endpoint(POST, "/v1/payment_intents/<payment>/confirm" -> Object, form)]
pub struct ConfirmPayment {
    pub payment_method: Option<String>,
    pub off_session: Option<bool>,
}

/// Creates a checkout.
#[endpoint(POST, "/v1/checkout/sessions" -> Object, form)]
pub struct CreateCheckout {
    pub mode: Mode,
    pub line_items: Vec<LineItem>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Payment,
}

#[derive(Debug, Clone, Serialize)]
pub struct LineItem {
    pub price: String,
    pub quantity: u32,
}

/// Uploads a file.
#[endpoint(POST, "/v1/files" -> Object, multipart)]
pub struct UploadFile {
    pub purpose: String,
    pub file: FilePart,
}

#[derive(Debug, Deserialize)]
struct Refusal {
    error: Reason,
}

#[derive(Debug, Deserialize)]
struct Reason {
    code: String,
    param: Option<String>,
}

const KEY: &str = "sk_test_0123456789";
const AUTH: &str = "authorization: Bearer sk_test_0123456789";
const FORM: &str = "accept: application/json\ncontent-type: application/x-www-form-urlencoded";

async fn stripe(body: &str) -> (Server, Client) {
    api(json(200, body), Auth::bearer_token(KEY)).await
}

fn form(line: &str, body: &str) -> String {
    let body = body.replace('[', "%5B").replace(']', "%5D");
    format!("{line}\n{FORM}\ncontent-length: {}\n\n{body}", body.len())
}

#[tokio::test]
async fn customers_are_forms_with_nested_keys() {
    let (server, client) = stripe(r#"{"id": "cus_1"}"#).await;
    let mut create =
        CreateCustomer::new("key-1").email("a+b@c.example").preferred_locales(["en", "fr"]);
    create.address =
        Some(Address { line1: "1 Main St".to_owned(), country: Some("US".to_owned()) });
    create.metadata = Some(BTreeMap::from([("order id".to_owned(), "6735".to_owned())]));
    assert_eq!(create.send(&client).await.unwrap().id, "cus_1");
    let more = BTreeMap::from([("metadata[order_id]".to_owned(), String::new())]);
    UpdateCustomer::new("cus_1", more).email("x").send(&client).await.unwrap();
    let sent: Vec<_> = server.requests().iter().map(|it| bytes(&server, it, AUTH)).collect();
    let body = "email=a%2Bb%40c.example&address[line1]=1+Main+St&address[country]=US&metadata[order+id]=6735\
                &preferred_locales[]=en&preferred_locales[]=fr";
    let expected = form("POST /v1/customers", body)
        .replace("\ncontent-type", "\nidempotency-key: key-1\ncontent-type");
    assert_eq!(sent[0], expected);
    assert_eq!(sent[1], form("POST /v1/customers/cus_1", "email=x&metadata[order_id]="));
}

#[tokio::test]
async fn customers_are_read_and_deleted() {
    let (server, client) = stripe(r#"{"id": "cus_1"}"#).await;
    GetCustomer::new("cus_1").expand(["default_source", "tax"]).send(&client).await.unwrap();
    DeleteCustomer::new("cus_1").send(&client).await.unwrap();
    let sent: Vec<_> = server.requests().iter().map(|it| bytes(&server, it, AUTH)).collect();
    let plain = |line: &str| format!("{line}\naccept: application/json\n\n");
    assert_eq!(
        sent,
        [
            plain("GET /v1/customers/cus_1?expand%5B%5D=default_source&expand%5B%5D=tax"),
            plain("DELETE /v1/customers/cus_1")
        ]
    );

    let (server, client) = stripe(r#"{"data": [{"id": "cus_1"}], "has_more": true}"#).await;
    let list = ListCustomers::new()
        .limit(3)
        .created_from(1)
        .created_before(2)
        .send(&client)
        .await
        .unwrap();
    assert!(list.has_more && list.data[0].id == "cus_1");
    SearchCustomers::new("name:'Jane' AND metadata['a']:'b'").send(&client).await.unwrap();
    let sent: Vec<_> = server.requests().iter().map(|it| bytes(&server, it, AUTH)).collect();
    assert_eq!(
        sent,
        [
            plain("GET /v1/customers?limit=3&created%5Bgte%5D=1&created%5Blt%5D=2"),
            plain(
                "GET /v1/customers/search?query=name%3A%27Jane%27%20AND%20metadata%5B%27a%27%5D%3A%27b%27"
            ),
        ]
    );
}

#[tokio::test]
async fn payments_are_forms_with_lists() {
    let (server, client) = stripe(r#"{"id": "pi_1"}"#).await;
    let mut payment = CreatePayment::new(2000, "usd").payment_method_types(["card", "link"]);
    payment.automatic_payment_methods = Some(Enabled { enabled: false });
    payment.send(&client).await.unwrap();
    ConfirmPayment::new("pi_1").off_session(true).send(&client).await.unwrap();
    ConfirmPayment::new("pi_1").send(&client).await.unwrap();
    let item = |price: &str| LineItem { price: price.to_owned(), quantity: 2 };
    CreateCheckout::new(Mode::Payment)
        .line_items([item("p1"), item("p2")])
        .send(&client)
        .await
        .unwrap();
    let sent: Vec<_> = server.requests().iter().map(|it| bytes(&server, it, AUTH)).collect();
    assert_eq!(
        sent,
        [
            form(
                "POST /v1/payment_intents",
                "amount=2000&currency=usd&automatic_payment_methods[enabled]=false&payment_method_types=card\
                 &payment_method_types=link"
            ),
            form("POST /v1/payment_intents/pi_1/confirm", "off_session=true"),
            form("POST /v1/payment_intents/pi_1/confirm", ""),
            form(
                "POST /v1/checkout/sessions",
                "mode=payment&line_items[0][price]=p1&line_items[0][quantity]=2&line_items[1][price]=p2\
                 &line_items[1][quantity]=2"
            ),
        ]
    );
}

#[tokio::test]
async fn an_idempotency_key_allows_retries_of_a_post() {
    let then = Fault::Answer(answer(200, "", r#"{"id": "cus_1"}"#));
    let server = FaultServer::start([Fault::Reset], then).unwrap();
    let builder = Client::builder(server.url()).bearer_token(KEY);
    let client = builder.build().unwrap();
    CreateCustomer::new("key-2").send(&client).await.unwrap();
    let requests = server.requests();
    let keys: Vec<_> = requests.iter().map(|request| request.header("idempotency-key")).collect();
    assert_eq!(keys, [Some("key-2"), Some("key-2")]);
}

#[tokio::test]
async fn files_are_parts_and_rejections_are_read() {
    let (server, client) = stripe(r#"{"id": "file_1"}"#).await;
    let file = FilePart::new("a.png", &b"png"[..]).content_type("image/png");
    UploadFile::new("dispute_evidence", file).send(&client).await.unwrap();
    let request = &server.requests()[0];
    let boundary = request.header("content-type").unwrap().rsplit('=').next().unwrap();
    let body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\ndispute_evidence\r\n--{boundary}\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\npng\r\n\
         --{boundary}--\r\n"
    );
    assert_eq!(
        only(&server, AUTH),
        format!(
            "POST /v1/files\naccept: application/json\ncontent-type: multipart/form-data; boundary={boundary}\n\
             content-length: {}\n\n{body}",
            body.len()
        )
    );

    let body =
        r#"{"error": {"code": "resource_missing", "param": "id", "message": "No such customer"}}"#;
    let (_server, client) = api(json(404, body), Auth::bearer_token(KEY)).await;
    let error = DeleteCustomer::new("cus_9").send(&client).await.unwrap_err();
    let reason = error.body::<Refusal>().unwrap().error;
    assert!(error.is_not_found() && reason.code == "resource_missing", "{error}");
    assert_eq!(reason.param.as_deref(), Some("id"));
}
