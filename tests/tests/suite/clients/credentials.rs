//! Basic auth and keys in the query: what is sent, and who sees it.

use plane_api::{
    Auth, CallInfo, Delivery, TowerTransport,
    testing::{Mock, Reply as MockReply},
};
use plane_tests::{Reply, answer};
use tower::service_fn;

use super::*;

/// A secret with every character that must be encoded somewhere.
const SECRET: &str = "CANARY/sésame +&=%\"\\";

/// The encodings in URLs: as in a form, with `%20`, and in lower case.
fn encodings(secret: &str) -> [String; 4] {
    let form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let percent = percent_encoding::utf8_percent_encode(secret, percent_encoding::NON_ALPHANUMERIC);
    let percent = percent.to_string();
    let lower = percent.split('%').enumerate().map(|(index, part)| match (index, part) {
        (0, part) => part.to_owned(),
        (_, part) => format!("%{}{}", part[..2].to_lowercase(), &part[2..]),
    });
    [secret.to_owned(), form, lower.collect(), percent]
}

#[tokio::test]
async fn basic_authentication_is_sent_as_rfc_7617_says() {
    let server = server().await;
    for (user, password, expected) in [
        ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ("sk_test_123", "", "Basic c2tfdGVzdF8xMjM6"),
        ("", "p:w", "Basic OnA6dw=="),
        // RFC 7617, 2.1.
        ("test", "123\u{a3}", "Basic dGVzdDoxMjPCow=="),
    ] {
        let auth = Auth::basic(user, password);
        assert_eq!(format!("{auth:?}"), "Auth(authorization: redacted)");
        let client = builder(server.url()).auth(auth).build().unwrap();
        GetThing::new("1").send(&client).await.unwrap();
        GetPublic::new().send(&client).await.unwrap();
        let requests = server.requests();
        let [.., sent, public] = &requests[..] else { panic!("two requests") };
        assert_eq!(sent.header("authorization"), Some(expected));
        assert_eq!(public.header("authorization"), None);
    }
}

#[tokio::test]
async fn basic_credentials_are_shown_in_no_form() {
    let echo = r#"{"detail": "no CANARY_user with CANARY_password: Q0FOQVJZX3VzZXI6Q0FOQVJZX3Bhc3N3b3Jk"}"#;
    let server = Server::always(json(401, echo)).await.unwrap();
    let auth = Auth::basic("CANARY_user", "CANARY_password");
    let client = builder(server.url()).auth(auth).build().unwrap();
    let text = shown(&GetThing::new("1").send(&client).await.unwrap_err());
    assert!(!text.contains("CANARY") && !text.contains("Q0FOQVJZ"), "{text}");
}

#[tokio::test]
async fn a_key_in_the_query_is_sent_with_every_request_that_needs_it() {
    let server = server().await;
    let auth = Auth::query("api key", SECRET);
    assert_eq!(format!("{auth:?}"), "Auth(api+key=redacted)");
    let client = builder(server.url()).auth(auth).build().unwrap();
    GetThing::new("1").send(&client).await.unwrap();
    GetThing::new("1").key("k&").send(&client).await.unwrap();
    CreateThing::new("x").send(&client).await.unwrap();
    GetPublic::new().send(&client).await.unwrap();
    let lines: Vec<_> = server.requests().iter().map(|it| it.line().to_owned()).collect();
    let pair = format!("api+key={}", encodings(SECRET)[1]);
    assert_eq!(
        lines,
        [
            format!("GET /things/1?{pair}"),
            format!("GET /things/1?key=k%26&{pair}"),
            format!("POST /things?{pair}"),
            "GET /public".to_owned(),
        ]
    );
    assert!(server.requests().iter().all(|it| it.header("x-api-key").is_none()));
}

#[tokio::test]
async fn a_key_in_the_query_replaces_a_parameter_of_its_name() {
    let server = server().await;
    let client = builder(server.url()).auth(Auth::query("key", "open-sesame")).build().unwrap();
    GetThing::new("1").key("another").send(&client).await.unwrap();
    assert_eq!(server.requests()[0].line(), "GET /things/1?key=open-sesame");
}

#[tokio::test]
async fn a_key_in_the_query_is_in_no_error_log_or_interceptor() {
    let capture = crate::faults::secrets::logged();
    for quoted in encodings(SECRET) {
        let json_quoted = serde_json::to_string(&quoted).unwrap();
        let body = format!(r#"{{"detail": {json_quoted}, "name": [{json_quoted}], "id": 7}}"#);
        let location = quoted.replace([' ', '"', '\\', 'é'], "");
        let moved = format!("Location: /things/1/?key={location}\r\n");
        let replies = [
            json(400, &body),
            json(403, &body),
            json(200, &format!("<html>{quoted}")),
            json(500, &format!("GET /things/1?key={quoted} failed")),
            Reply::Send(answer(302, &moved, &body)),
            Reply::Close(Vec::new()),
            Reply::Close(format!("{quoted}\r\n\r\n").into()),
        ];
        for reply in replies {
            let server = Server::always(reply.clone()).await.unwrap();
            let seen = Arc::new(Seen::default());
            for builder in [builder(server.url()), Client::plane().base_url(server.url())] {
                let client = builder.auth(Auth::query("key", SECRET)).interceptor(seen.clone());
                let client = client.retry(RetryPolicy::never()).build().unwrap();
                let call = client.call(&GetThing::new("1").key("x"));
                let mut text = format!("{client:?} {call:?}");
                if let Err(error) = call.send().await {
                    text += &shown(&error);
                }
                assert_eq!(text.find("CANARY"), None, "{reply:?}: {text}");
            }
            assert!(!seen.text().is_empty() && !seen.text().contains("CANARY"), "{}", seen.text());
            assert!(server.requests().iter().all(|it| it.line().contains("CANARY")));
        }
    }
    capture.assert_clean();
}

#[tokio::test]
async fn a_key_that_makes_the_url_too_long_reaches_no_server() {
    let server = server().await;
    let auth = Auth::query("key", "x".repeat(70_000));
    let client = builder(server.url()).auth(auth).build().unwrap();
    let error = GetThing::new("1").send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn transports_and_layers_know_the_secret_part_of_the_query() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = seen.clone();
    let service = service_fn(move |request: Request<Body>| {
        let info = *request.extensions().get::<CallInfo>().unwrap();
        let query = request.uri().query().unwrap_or_default().to_owned();
        let (public, secret) = query.split_at(query.len() - info.query_credential_len);
        log.lock().unwrap().push((public.to_owned(), secret.to_owned()));
        async { Ok::<_, TransportError>(Response::new(Body::from("null"))) }
    });
    let client = builder("https://api.example").transport(TowerTransport::new(service));
    let client = client.auth(Auth::query("k", "open-sesame")).build().unwrap();
    GetThing::new("1").key("x").send(&client).await.unwrap();
    GetThing::new("1").send(&client).await.unwrap();
    GetPublic::new().send(&client).await.unwrap();
    let pair = |public: &str, secret: &str| (public.to_owned(), secret.to_owned());
    let expected = [pair("key=x", "&k=open-sesame"), pair("", "k=open-sesame"), pair("", "")];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn a_mock_does_not_see_a_key_in_the_query() {
    let mock = Mock::new();
    let request = GetThing::new("1").key("x");
    mock.expect(&request).reply(MockReply::from(Value::Null));
    let client = mock.client_builder().auth(Auth::query("k", "open-sesame")).build().unwrap();
    request.send(&client).await.unwrap();
    mock.verify();
    assert_eq!(mock.calls()[0].query, [("key".to_owned(), "x".to_owned())]);
    assert!(!format!("{:?}", mock.calls()).contains("sesame"));
}
