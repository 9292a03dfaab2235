//! Any input from a server or from configuration is either accepted or rejected, and nothing panics.

use plane_api::{
    Auth, Body, BoxFuture, Bytes, CallInfo, Client, Cursor, Page, RetryPolicy, Transport,
    TransportError, Value, endpoint,
    http::{HeaderName, HeaderValue, Request, Response, header},
};
use proptest::prelude::*;

#[endpoint(POST, "/things/")]
struct CreateThing {}

#[endpoint(GET, "/entries/" -> Page<Value>)]
#[derive(Clone)]
struct ListEntries {
    cursor: Option<Cursor>,
}

/// A transport that returns the same response to every request.
#[derive(Clone)]
struct Always {
    status: u16,
    header: Option<(HeaderName, HeaderValue)>,
    body: Bytes,
}

impl Transport for Always {
    fn execute<'a>(
        &'a self,
        _: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        let mut answer = Response::new(Body::from(self.body.clone()));
        *answer.status_mut() = self.status.try_into().unwrap();
        answer.headers_mut().extend(self.header.clone());
        Box::pin(std::future::ready(Ok(answer)))
    }
}

fn client(
    status: u16,
    header: Option<(HeaderName, HeaderValue)>,
    body: impl Into<Bytes>,
) -> Client {
    let transport = Always { status, header, body: body.into() };
    Client::builder("https://api.example")
        .api_key("key")
        .retry(RetryPolicy::never())
        .transport(transport)
        .build()
        .unwrap()
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}

/// JSON of any type, slightly nested, with the names that the parser of rejections looks for.
fn json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        "[a-z]{0,4}",
        proptest::sample::select(vec![
            "detail",
            "error",
            "message",
            "code",
            "error_code",
            "id",
            "non_field_errors"
        ])
        .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..64),
        json().prop_map(|json| json.to_string().into_bytes()),
        (json(), any::<prop::sample::Index>()).prop_map(|(json, cut)| {
            let mut bytes = json.to_string().into_bytes();
            bytes.truncate(cut.index(bytes.len() + 1));
            bytes
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rejection_is_one_readable_line(status in 300_u16..600, body in body()) {
        let error = block_on(CreateThing::new().send(&client(status, None, body))).unwrap_err();
        let line = error.to_string();
        prop_assert!(!line.contains(char::is_control), "{:?}", line);
        prop_assert_eq!(error.status().unwrap().as_u16(), status);
        let _ = (error.detail(), error.code(), error.existing_id(), error.body_snippet(), format!("{error:?}"));
        prop_assert!(error.field_errors().iter().all(|field| !field.messages.is_empty()));
    }

    #[test]
    fn any_response_is_decoded_or_explained(body in body()) {
        match block_on(ListEntries::new().send(&client(200, None, body.clone()))) {
            Ok(_) => prop_assert!(serde_json::from_slice::<Value>(&body).is_ok()),
            Err(error) => prop_assert!(!error.to_string().contains(char::is_control), "{error}"),
        }
    }

    #[test]
    fn any_retry_after_is_a_time_or_nothing(value in prop::collection::vec(any::<u8>(), 0..40), text in "[0-9]{0,25}") {
        for value in [&value[..], text.as_bytes()] {
            let Ok(value) = HeaderValue::from_bytes(value) else { continue };
            let client = client(429, Some((header::RETRY_AFTER, value)), "{}");
            let error = block_on(CreateThing::new().send(&client)).unwrap_err();
            prop_assert!(error.is_rate_limited());
            let _ = error.retry_after();
        }
    }

    #[test]
    fn any_rate_limit_header_is_a_number_or_nothing(value in prop::collection::vec(any::<u8>(), 0..12)) {
        if let Ok(value) = HeaderValue::from_bytes(&value) {
            let name = HeaderName::from_static("x-ratelimit-remaining");
            let client = client(200, Some((name, value)), "null");
            block_on(CreateThing::new().send(&client)).unwrap();
            let _ = client.rate_limit();
        }
    }

    #[test]
    fn any_cursor_is_sent_back_unchanged(cursor in prop_oneof!["(?s).{1,40}", "[0-9:-]{1,30}"], ahead in 1_usize..4) {
        let page = serde_json::json!({
            "results": [{"id": 1}], "next_cursor": cursor, "next_page_results": true,
            "total_pages": 3, "total_results": 3,
        });
        let client = client(200, None, page.to_string());
        block_on(async {
            let mut pages = ListEntries::new().pages(&client).concurrency(ahead);
            pages.next().await.unwrap().unwrap();
            assert_eq!(pages.cursor().unwrap().as_str(), cursor);
            // The server names the same page again: an error, not a loop.
            assert!(pages.next().await.unwrap().is_err());
        });
    }

    #[test]
    fn any_base_url_is_understood_or_rejected(
        url in prop_oneof![any::<String>(), "https?://[a-z0-9.:@\\[\\]-]{0,20}(/[a-z./%]{0,12})?[?#]?"],
        root in prop_oneof![any::<String>(), "[a-z0-9/.%]{0,12}"],
    ) {
        let transport = Always { status: 200, header: None, body: Bytes::from_static(b"null") };
        let builder = Client::builder(url).api_root(root).auth(Auth::none()).transport(transport);
        if let Ok(client) = builder.build() {
            block_on(CreateThing::new().send(&client)).unwrap();
        }
    }

    #[test]
    fn any_key_is_sent_or_rejected_and_not_shown(key in prop_oneof![any::<String>(), "[!-~]{8,40}"]) {
        let builder = Client::builder("https://api.example").api_key(&key).user_agent(key.as_str());
        let transport = Always { status: 400, header: None, body: key.clone().into() };
        match builder.transport(transport).build() {
            Err(error) => prop_assert!(key.len() < 8 || !error.to_string().contains(&key)),
            Ok(client) => {
                let error = block_on(CreateThing::new().send(&client)).unwrap_err();
                let text = format!("{error:?} {client:?}");
                prop_assert!(key.len() < 8 || !text.contains(&key));
            }
        }
    }
}
