//! Sensitive parts of a request appear in no error, no matter who set them and how the server echoes them.

use std::{error::Error as _, fmt, fmt::Write};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plane_api::{
    Auth, CallInfo, Client, Error, Interceptor, PresignedUrl, RequestWriter, Secret, Value,
    endpoint,
    http::{HeaderMap, HeaderValue, Uri, header},
};
use plane_tests::faults::{Fault, FaultServer};
use serde::Serialize;

use super::{builder, last};

/// Contains characters that JSON, URLs and HTML encode differently.
const SECRET: &str = "CANARY/pä\"ss &+word";

#[endpoint(POST, "/sign-in/<token>/")]
#[derive(Debug)]
struct SignIn {
    token: Token,
    #[query]
    code: Option<Secret>,
    #[header("X-Secret")]
    header: Option<Secret>,
    password: Option<Secret>,
    nested: Option<Nested>,
}

#[endpoint(POST, "/form/", form)]
struct Form {
    password: Secret,
}

#[endpoint(POST, "/parts/", multipart)]
struct Parts {
    password: Secret,
}

#[endpoint(POST, "/number/" -> u32)]
struct Number {
    password: Secret,
}

#[endpoint(POST, "/bearer/")]
struct Bearer {
    #[header("X-Token")]
    token: Secret,
}

/// A user-defined path parameter that contains a secret.
#[derive(Debug)]
struct Token(Secret);

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "t-{}", self.0)
    }
}

#[derive(Debug, Serialize)]
struct Nested {
    list: Vec<Secret>,
}

/// Returns everything that an error shows and contains of the server's text.
fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.body_snippet());
    write!(text, " {:?} {:?} {:?}", error.detail(), error.code(), error.field_errors()).unwrap();
    write!(text, " {:?}", error.body::<Value>()).unwrap();
    let mut source = error.source();
    while let Some(error) = source {
        write!(text, " {error} {error:?}").unwrap();
        source = error.source();
    }
    text
}

fn assert_hidden(error: &Error, secret: &str) {
    let text = shown(error);
    let whole = [secret.to_owned(), format!("{secret:?}").trim_matches('"').to_owned()];
    assert!(!whole.iter().any(|secret| text.contains(secret.as_str())), "{text}");
    assert!(!text.contains("CANARY"), "{text}");
    assert!(text.contains("***"), "the server echoes it: {text}");
}

/// A server that echoes a text unchanged, and in each form in which servers write text.
fn echoes(text: &str) -> Vec<FaultServer> {
    let percent = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let form: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    let json = serde_json::to_string(text).unwrap();
    let ascii: String = text.chars().map(|char| format!("\\u{:04x}", u32::from(char))).collect();
    let html = text.replace('&', "&amp;").replace('"', "&quot;");
    let bodies = [
        text.to_owned(),
        format!("{{\"detail\": {json}, \"name\": [{json}], \"code\": {json}}}"),
        format!("{{\"detail\": \"{}\"}}", json.trim_matches('"').replace('/', "\\/")),
        format!("{{\"error\": {{\"message\": \"{ascii}\"}}}}"),
        format!("{{\"detail\": \"no such path /a/{percent}/\"}}"),
        format!("{{\"detail\": \"no such form k={form}\"}}"),
        format!("<Error><Code>X</Code><Message>{html}</Message></Error>"),
    ];
    let server = |body: &String| FaultServer::always(Fault::Close(last(400, "", body))).unwrap();
    bodies.iter().map(server).collect()
}

fn client(server: &FaultServer) -> Client {
    builder(server.url()).build().unwrap()
}

#[tokio::test]
async fn a_secret_of_the_request_is_hidden_wherever_it_is() {
    let secret = || Secret::from(SECRET);
    let empty = || SignIn::new(Token("none".into()));
    for server in echoes(SECRET) {
        let client = client(&server);
        let requests = [
            empty().code(secret()),
            empty().password(secret()),
            empty().nested(Nested { list: vec!["other".into(), secret()] }),
        ];
        for request in requests {
            assert_hidden(&request.send(&client).await.unwrap_err(), SECRET);
        }
        assert_hidden(&Form::new(SECRET).send(&client).await.unwrap_err(), SECRET);
        assert_hidden(&Parts::new(SECRET).send(&client).await.unwrap_err(), SECRET);
    }
    let text = "CANARY pass+word";
    for server in echoes(text) {
        let client = client(&server);
        let in_path = SignIn::new(Token(text.into())).send(&client).await.unwrap_err();
        assert_hidden(&in_path, text);
        assert_hidden(&empty().header(text).send(&client).await.unwrap_err(), text);
        let sent = server.requests();
        assert_eq!(sent[0].line(), "POST /sign-in/t-CANARY%20pass%2Bword/");
        assert_eq!(sent[1].header("x-secret"), Some(text));
    }
}

#[tokio::test]
async fn a_secret_is_hidden_in_an_accepted_response_too() {
    for body in [format!("[\"{}\"]", "CANARY-secret"), "<html>CANARY-secret".to_owned()] {
        let server = FaultServer::always(Fault::Close(last(200, "", &body))).unwrap();
        let error = Number::new("CANARY-secret").send(&client(&server)).await.unwrap_err();
        assert_hidden(&error, "CANARY-secret");
    }
}

#[tokio::test]
async fn values_that_are_not_secret_are_shown() {
    let server =
        FaultServer::always(Fault::Close(last(400, "", "{\"detail\": \"no CANARY\"}"))).unwrap();
    let error = SignIn::new(Token("other-secret".into())).send(&client(&server)).await.unwrap_err();
    assert_eq!(error.detail(), Some("no CANARY"));
}

/// Sets a sensitive header.
struct Stamp;

impl Interceptor for Stamp {
    fn request(
        &self,
        _: &Uri,
        headers: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let mut value = HeaderValue::from_static("CANARY-stamp");
        value.set_sensitive(true);
        headers.insert("x-stamp", value);
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; session=CANARY-cookie"));
        Ok(())
    }
}

#[tokio::test]
async fn a_sensitive_header_is_hidden_whoever_set_it() {
    let echo = |text: &str| {
        FaultServer::always(Fault::Close(last(400, "", &format!("{{\"detail\": \"bad {text}\"}}"))))
            .unwrap()
    };
    for (value, text) in [
        ("Bearer CANARY-token", "CANARY-token"),
        ("Bearer CANARY-token", "Bearer CANARY-token"),
        // user:CANARY-password
        ("Basic dXNlcjpDQU5BUlktcGFzc3dvcmQ=", "CANARY-password"),
        ("Basic dXNlcjpDQU5BUlktcGFzc3dvcmQ=", "dXNlcjpDQU5BUlktcGFzc3dvcmQ="),
    ] {
        let server = echo(text);
        let call = client(&server).call(&Bearer::new("none"));
        let mut value = HeaderValue::from_static(value);
        value.set_sensitive(true);
        let error = call.header(header::AUTHORIZATION, value).send().await.unwrap_err();
        assert_hidden(&error, text);
        assert!(!shown(&error).contains("dXNlcjp"), "{error}");
    }
    for text in ["CANARY-stamp", "CANARY-cookie"] {
        let server = echo(text);
        let client = builder(server.url()).interceptor(Stamp).build().unwrap();
        assert_hidden(&Bearer::new("none").send(&client).await.unwrap_err(), text);
    }
    let server = echo("CANARY-token");
    assert_hidden(
        &Bearer::new("CANARY-token").send(&client(&server)).await.unwrap_err(),
        "CANARY-token",
    );
}

/// Fails if a header's value is not marked as sensitive, because interceptors see all others.
struct Blind;

impl Interceptor for Blind {
    fn request(
        &self,
        _: &Uri,
        headers: &mut HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        assert!(!headers.contains_key("x-token"));
        Ok(())
    }
}

#[tokio::test]
async fn a_header_with_a_secret_in_it_is_sensitive() {
    let request = Bearer::new("CANARY-token").request().unwrap();
    assert!(request.headers()["x-token"].is_sensitive());
    assert!(!format!("{request:?}").contains("CANARY"), "{request:?}");
    let server = FaultServer::always(Fault::Close(last(200, "", "null"))).unwrap();
    let client = builder(server.url()).interceptor(Blind).build().unwrap();
    Bearer::new("CANARY-token").send(&client).await.unwrap();
    assert_eq!(server.requests()[0].header("x-token"), Some("CANARY-token"));
}

#[tokio::test]
async fn the_credentials_of_a_proxy_are_hidden() {
    for text in ["CANARY-pass word", "CANARY-pass%20word", "dXNlcjpDQU5BUlktcGFzcyB3b3Jk"] {
        let body = format!("{{\"detail\": \"bad {text}\"}}");
        let proxy = FaultServer::always(Fault::Close(last(407, "", &body))).unwrap();
        let url = proxy.url().replace("http://", "http://user:CANARY-pass%20word@");
        let builder = Client::builder("http://api.example").allow_insecure_http(true);
        let client = builder.auth(Auth::none()).proxy(url).build().unwrap();
        let error = Bearer::new("none").send(&client).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(407));
        assert_hidden(&error, text);
        assert!(!shown(&error).contains("dXNlcjp"), "{error}");
        let sent = proxy.requests()[0].header("proxy-authorization").map(str::to_owned);
        assert_eq!(sent.as_deref(), Some("Basic dXNlcjpDQU5BUlktcGFzcyB3b3Jk"));
    }
}

/// Some proxies take a token as the user name, without a password.
#[tokio::test]
async fn a_proxys_token_is_hidden() {
    for text in ["CANARY-token", "Q0FOQVJZLXRva2VuOg=="] {
        let body = format!("{{\"detail\": \"bad {text}\"}}");
        let proxy = FaultServer::always(Fault::Close(last(407, "", &body))).unwrap();
        let url = proxy.url().replace("http://", "HTTP://CANARY-token@");
        let builder = Client::builder("http://api.example").allow_insecure_http(true);
        let client = builder.auth(Auth::none()).proxy(url).build().unwrap();
        let error = Bearer::new("none").send(&client).await.unwrap_err();
        assert_hidden(&error, text);
        let sent = proxy.requests()[0].header("proxy-authorization").map(str::to_owned);
        assert_eq!(sent.as_deref(), Some("Basic Q0FOQVJZLXRva2VuOg=="));
    }
}

#[test]
fn a_secret_is_not_printed_outside_of_a_request() {
    let secret = Secret::from("CANARY");
    assert_eq!(format!("{secret} {secret:?} {secret:#?}"), "Secret Secret Secret");
    assert_eq!(serde_json::to_string(&secret).unwrap(), "\"CANARY\"");
    let request = SignIn::new(Token("CANARY".into())).password("CANARY");
    request.request().unwrap();
    assert!(!format!("{request:?} {secret}").contains("CANARY"));

    /// Inspects the writer while it contains a secret.
    struct Peek;

    impl plane_api::Endpoint for Peek {
        type Response = ();
        const SPEC: &'static plane_api::Spec =
            &plane_api::Spec::new("Peek", plane_api::Method::POST, "/peek/");

        fn encode(&self, writer: &mut RequestWriter) {
            writer.query("a", &Secret::from("CANARY"));
            writer.field("b", &Secret::from("CANARY"));
            assert!(!format!("{writer:?}").contains("CANARY"));
        }

        fn decode(_: plane_api::RawResponse) -> plane_api::Result<()> {
            Ok(())
        }
    }

    let client = builder("http://127.0.0.1:1").build().unwrap();
    assert!(!format!("{:?}", client.call(&Peek)).contains("CANARY"));
}

#[test]
fn a_presigned_url_shows_no_signature() {
    for (url, shown) in [
        ("https://a.example/b?X-Amz-Signature=CANARY", "https://a.example/b?…"),
        ("/b#CANARY", "/b#…"),
        ("https://user:CANARY@a.example/b", "https://…@a.example/b"),
        ("https://a.example/b", "https://a.example/b"),
    ] {
        let url = PresignedUrl::from(url);
        assert_eq!(
            (format!("{url}"), format!("{url:?}")),
            (shown.to_owned(), format!("{shown:?}"))
        );
    }
    let body = r#"{"id": "1", "asset_url": "https://a.example/b?X-Amz-Signature=CANARY"}"#;
    let asset: plane_api::v1::assets::AssetDownload = serde_json::from_str(body).unwrap();
    assert!(!format!("{asset:?} {asset:#?}").contains("CANARY"), "{asset:?}");
}
