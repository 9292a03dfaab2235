//! Idempotency keys: one per call, the same for all its attempts, and available from its error.

use std::{
    collections::BTreeSet,
    error,
    sync::{Arc, Mutex},
    time::Duration,
};

use plane_api::{
    CallInfo, Delivery, Endpoint, ErrorKind, Interceptor, RetryClass, RetryPolicy, Timeout,
    endpoint,
    http::{HeaderMap, HeaderName, HeaderValue, Uri},
};
use plane_tests::faults::{Fault, FaultServer, Protocol};

use super::{last, trusting};

#[endpoint(POST, "/payments")]
#[derive(Debug, Clone)]
struct Pay {
    #[idempotency_key("Idempotency-Key")]
    key: Option<String>,
    amount: u64,
}

#[endpoint(PATCH, "/payments/<id>" -> ())]
struct Amend {
    #[idempotency_key("X-Key")]
    key: Option<String>,
}

#[endpoint(POST, "/payments", retry = never)]
struct PayOnce {
    #[idempotency_key("Idempotency-Key")]
    key: Option<String>,
}

#[endpoint(POST, "/payments")]
struct PayPlainly {
    #[header("Idempotency-Key")]
    key: Option<String>,
}

fn keys(server: &FaultServer) -> Vec<String> {
    let requests = server.requests();
    requests.iter().map(|it| it.header("idempotency-key").unwrap_or_default().to_owned()).collect()
}

/// The keys of all attempts, as interceptors see them: the server does not decode HTTP/2 headers.
#[derive(Debug, Default)]
struct Seen(Mutex<Vec<String>>);

impl Seen {
    fn keys(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Interceptor for Seen {
    fn request(
        &self,
        _: &Uri,
        headers: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn error::Error + Send + Sync>> {
        self.0.lock().unwrap().push(headers["idempotency-key"].to_str().unwrap().to_owned());
        Ok(())
    }
}

fn is_random(key: &str) -> bool {
    key.len() == 32 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[tokio::test]
async fn a_generated_key_is_that_of_all_attempts_of_a_call() {
    for protocol in Protocol::ALL {
        let faults = [Fault::Close(last(503, "", "")), Fault::Reset];
        let then = Fault::Close(last(200, "", "{}"));
        let server = FaultServer::speaking(protocol, faults, then).unwrap();
        let seen = Arc::new(Seen::default());
        let client = trusting(&server).interceptor(seen.clone()).build().unwrap();
        let pay = Pay::new(5_u64);
        pay.send(&client).await.unwrap();
        assert_eq!(server.requests().len(), 3, "a POST is retried like a PUT");
        pay.send(&client).await.unwrap();
        client.call(&pay).with_meta().await.unwrap();
        let keys = seen.keys();
        assert!(protocol == Protocol::Http2 || keys == self::keys(&server));
        assert!(keys.iter().all(|key| is_random(key)), "{keys:?}");
        assert_eq!(BTreeSet::from_iter(&keys[..3]).len(), 1, "{keys:?}");
        assert_eq!(BTreeSet::from_iter(&keys).len(), 3, "each call has a key of its own: {keys:?}");
        assert!(pay.key.is_none() && server.requests()[0].text() == r#"{"amount":5}"#);
    }
}

#[tokio::test]
async fn an_error_has_the_key_that_was_sent() {
    for protocol in Protocol::ALL {
        let faults = vec![Fault::Reset; 3];
        let server =
            FaultServer::speaking(protocol, faults, Fault::Close(last(200, "", "{}"))).unwrap();
        let seen = Arc::new(Seen::default());
        let client = trusting(&server).interceptor(seen.clone()).build().unwrap();
        let mut pay = Pay::new(5_u64);
        let error = pay.send(&client).await.unwrap_err();
        assert_eq!((error.delivery(), error.attempts()), (Delivery::Unknown, 3));
        let key = error.idempotency_key().unwrap().to_owned();
        pay.key = Some(key.clone());
        pay.send(&client).await.unwrap();
        assert_eq!(seen.keys(), vec![key; 4], "sent again by the caller");
        assert_eq!(server.requests().len(), 4);
    }
}

#[tokio::test]
async fn errors_of_every_kind_have_the_key() {
    let cases = [
        (last(400, "", r#"{"detail": "no"}"#), ErrorKind::Status),
        (last(200, "", "no JSON"), ErrorKind::Decode),
        (last(200, "", "\"\u{0}"), ErrorKind::Decode),
    ];
    for (response, kind) in cases {
        let server = FaultServer::always(Fault::Close(response)).unwrap();
        let client = trusting(&server).build().unwrap();
        let error = Pay::new(5_u64).send(&client).await.unwrap_err();
        assert_eq!((error.kind(), server.requests().len()), (kind, 1));
        assert_eq!(error.idempotency_key(), Some(keys(&server)[0].as_str()));
    }
    let server = FaultServer::always(Fault::Hang(Vec::new())).unwrap();
    let client = trusting(&server).build().unwrap();
    let call = client.call(&Pay::new(5_u64)).timeout(Duration::from_millis(300));
    let error = call.send().await.unwrap_err();
    assert_eq!(error.timed_out(), Some(Timeout::Call));
    assert_eq!(error.idempotency_key(), Some(keys(&server)[0].as_str()));
    // A request that cannot be encoded has none, and neither has an endpoint without such a field.
    let error = Pay::new(5_u64).key("a\nb").send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.idempotency_key()), (ErrorKind::Request, None));
    let client = trusting(&server).retry(RetryPolicy::never()).build().unwrap();
    let call = client.call(&PayPlainly::new().key("k")).timeout(Duration::from_millis(300));
    assert_eq!(call.send().await.unwrap_err().idempotency_key(), None);
}

#[tokio::test]
async fn a_key_that_is_set_is_sent() {
    let server = FaultServer::always(Fault::Close(last(400, "", ""))).unwrap();
    let client = trusting(&server).build().unwrap();
    let pay = Pay::new(5_u64).key("k-1");
    let error = pay.send(&client).await.unwrap_err();
    assert_eq!(error.idempotency_key(), Some("k-1"));
    let name = HeaderName::from_static("idempotency-key");
    let call = client.call(&pay).header(name.clone(), HeaderValue::from_static("k-2"));
    assert_eq!(call.send().await.unwrap_err().idempotency_key(), Some("k-2"));
    let call = client.call(&Pay::new(5_u64)).header(name, HeaderValue::from_static("k-3"));
    assert_eq!(call.send().await.unwrap_err().idempotency_key(), Some("k-3"));
    assert_eq!(keys(&server), ["k-1", "k-2", "k-3"]);
}

#[tokio::test]
async fn an_option_overrides_what_the_key_implies() {
    let attempts = async |post: bool| {
        let server = FaultServer::always(Fault::Close(last(503, "", ""))).unwrap();
        let client = trusting(&server).build().unwrap();
        let error = if post {
            PayOnce::new().send(&client).await.unwrap_err()
        } else {
            Amend::new("7").send(&client).await.unwrap_err()
        };
        assert!(is_random(error.idempotency_key().unwrap()));
        server.requests().len()
    };
    assert_eq!((attempts(true).await, attempts(false).await), (1, 3));
    let classes =
        [Pay::SPEC, Amend::SPEC, PayOnce::SPEC, PayPlainly::SPEC].map(|it| it.retry_class);
    let (idempotent, never) = (RetryClass::Idempotent, RetryClass::Never);
    assert_eq!(classes, [idempotent, idempotent, never, never]);
}

#[test]
fn a_request_that_is_only_built_has_no_generated_key() {
    let request = Pay::new(5_u64).request().unwrap();
    assert!(!request.headers().contains_key("idempotency-key"));
    let request = Pay::new(5_u64).key("k").request().unwrap();
    assert_eq!(request.headers()["idempotency-key"], "k");
    let params: Vec<_> = Pay::SPEC.params.into_iter().collect();
    assert_eq!(params.iter().map(|it| it.idempotency_key).collect::<Vec<_>>(), [true, false]);
    assert_eq!((params[0].name, params[0].required), ("Idempotency-Key", false));
}
