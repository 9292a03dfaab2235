//! No canary is in a recording, for any server: neither credentials nor other secrets of requests and responses.

use std::{fmt, io::Write};

use flate2::{Compression, write::GzEncoder};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plane_api::{
    Auth, Body, Bytes, CallInfo, Client, Events, FilePart, Interceptor, Redirect, RetryPolicy,
    Secret, Value, endpoint,
    http::{HeaderMap, HeaderValue, Uri, header},
};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer, Protocol},
};
use serde::Serialize;
use serde_json::json;

use super::{Buffer, impatient, recording, replaying, seen};

const KEY: &str = "plane_api_CANARY_KEY";
const SIGNED: &str = "https://storage.example/a.png?X-Amz-Credential=CANARY-id&X-Amz-Date=CANARY&X-Amz-Security-Token=CANARY%2Ftoken&X-Amz-Signature=CANARY_SIGNATURE";

#[endpoint(POST, "/things/")]
struct CreateThing {
    #[query]
    upload: Option<String>,
}

#[endpoint(GET, "/files/<id>/" -> Redirect)]
struct GetFile {}

#[endpoint(GET, "/numbers/" -> Vec<u32>)]
struct GetNumbers {}

#[endpoint(GET, "/bytes/" -> Bytes)]
struct GetBytes {}

#[endpoint(GET, "/events/" -> Events<Value>)]
struct Watch {}

#[endpoint(POST, "/sign-in/<token>/")]
struct SignIn {
    token: Token,
    #[query]
    code: Option<Secret>,
    #[header("X-Secret")]
    header: Option<Secret>,
    pass: Option<Secret>,
    nested: Option<Nested>,
    /// Not declared as a secret.
    client_secret: Option<String>,
}

#[endpoint(POST, "/form/", form)]
struct Form {
    pass: Secret,
}

#[endpoint(POST, "/parts/", multipart)]
struct Parts {
    pass: Secret,
    policy: String,
    file: Option<FilePart>,
}

struct Token(Secret);

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[derive(Serialize)]
struct Nested {
    list: Vec<Secret>,
}

fn last(status: u16, headers: &str, body: &str) -> Fault {
    Fault::Close(answer(status, &format!("Connection: close\r\n{headers}"), body))
}

fn assert_clean(text: &str) {
    assert_eq!(text.lines().find(|line| line.contains("CANARY")), None);
    let is_json = |line: &str| serde_json::from_str::<Value>(line).is_ok();
    assert!(text.lines().all(is_json), "{text}");
}

/// The faults of `faults/secrets.rs`, with any credentials.
#[tokio::test]
async fn canaries_are_recorded_under_no_fault() {
    let body = format!(
        r#"{{"detail": "Bad key {KEY} for {SIGNED}.", "name": ["See '{SIGNED}'"], "url": 7, "access_token": "CANARY"}}"#
    );
    let location = format!(
        "Location: {SIGNED}\r\nSet-Cookie: session=CANARY; Path=/\r\nX-Auth-Token: CANARY\r\n"
    );
    let list = format!(r#"["{SIGNED}"]"#);
    let close = |text: &str| Fault::Close(text.into());
    let faults = [
        Fault::Reset,
        close(""),
        close(&format!("{KEY} {SIGNED}\r\n\r\n")),
        close(&format!("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{body}")),
        close(&format!(
            "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{}",
            &body[..body.len() - 4]
        )),
        close(&format!("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{}", &body[..20])),
        close(&format!("HTTP/1.1 200 {SIGNED}\r\nContent-Length: x\r\n\r\n")),
        last(200, "", &list),
        last(200, "", &format!("<html>{body}")),
        last(302, &location, &body),
        last(400, "", &body),
        last(400, "Content-Encoding: br\r\n", &body),
        last(429, "Retry-After: 0\r\n", &body),
        last(500, "", &format!("<html>{body}")),
        last(503, "", &body),
    ];
    for protocol in Protocol::ALL {
        for fault in &faults {
            let server = FaultServer::speaking(protocol, [], fault.clone()).unwrap();
            let auths = [
                Auth::api_key(KEY),
                Auth::bearer_token(KEY),
                Auth::basic("me", KEY),
                Auth::basic(KEY, ""),
                Auth::query("key", KEY),
                Auth::header("x-any".parse().unwrap(), KEY),
            ];
            let buffer = Buffer::default();
            let recorder = buffer.recorder();
            for auth in auths {
                let builder = impatient(Client::builder(server.url())).auth(auth);
                let mut builder = builder.retry(RetryPolicy::never()).record(&recorder);
                if let Some(pem) = server.pem() {
                    builder = builder.root_certificates(pem).system_root_certificates(false);
                }
                let client = builder.build().unwrap();
                let _ = CreateThing::new().upload(SIGNED).send(&client).await;
                let _ = GetNumbers::new().send(&client).await;
                let _ = GetBytes::new().send(&client).await;
                let _ = GetFile::new("1").send(&client).await;
            }
            recorder.finish().unwrap();
            let text = buffer.text();
            assert_eq!(buffer.lines().len(), 24, "{fault:?}: {text}");
            assert_clean(&text);
            assert!(!text.contains("bWU6cGxhbmVfYXBpX0NBTkFSWV9LRVk"), "{text}");
        }
    }
}

/// Each form in which a server writes text.
fn written(text: &str) -> Vec<String> {
    let percent = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let form: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    let json = serde_json::to_string(text).unwrap();
    let ascii: String = text.chars().map(|char| format!("\\u{:04x}", u32::from(char))).collect();
    vec![
        text.to_owned(),
        format!("{{\"detail\": {json}, \"name\": [{json}], {json}: 1}}"),
        format!("{{\"error\": {{\"message\": \"{ascii}\"}}}}"),
        format!("{{\"detail\": \"no such path /a/{percent}/\"}}"),
        format!("{{\"detail\": \"no such form k={form}\"}}"),
        format!(
            "<Error><Message>{}</Message></Error>",
            text.replace('&', "&amp;").replace('"', "&quot;")
        ),
        format!("{{\"cut\": \"{}", &text[..text.len() - 2]),
    ]
}

#[tokio::test]
async fn a_secret_of_a_request_is_hidden_wherever_it_is_and_echoed() {
    for secret in ["CANARY/p\u{e4}\"ss &+word", "CANARY pass+word"] {
        for body in written(secret) {
            let server = FaultServer::always(last(400, "", &body)).unwrap();
            let buffer = Buffer::default();
            let recorder = buffer.recorder();
            let client = recording(server.url(), &recorder);
            let requests = || async {
                let secret = || Secret::from(secret);
                let empty = || SignIn::new(Token("no/ne".replace('/', "-").as_str().into()));
                let nested = Nested { list: vec!["other".into(), secret()] };
                let file = FilePart::new(
                    "f",
                    Body::reader(std::io::Cursor::new(secret().expose().to_owned())),
                );
                vec![
                    seen(empty().code(secret()).send(&client).await),
                    seen(empty().pass(secret()).send(&client).await),
                    seen(empty().nested(nested).send(&client).await),
                    seen(empty().client_secret(secret().expose()).send(&client).await),
                    seen(Form::new(secret()).send(&client).await),
                    seen(Parts::new(secret(), "eyJjb25kaXRpb25zQ0FOQVJZ").send(&client).await),
                    seen(Parts::new(secret(), "p").file(file).send(&client).await),
                ]
            };
            requests().await;
            if !secret.contains('/') {
                let _ = SignIn::new(Token(secret.into())).header(secret).send(&client).await;
            }
            recorder.finish().unwrap();
            assert_clean(&buffer.text());
            assert!(!buffer.text().contains("Q0FOQVJZ"), "{}", buffer.text());
        }
    }
}

/// A secret that is too short to search for is redacted if it is a whole value.
#[tokio::test]
async fn a_short_secret_is_hidden_as_a_whole_value() {
    let server = FaultServer::always(last(200, "", r#"{"got": "QX7", "n": 5}"#)).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let client = recording(server.url(), &recorder);
    let secret = || Secret::from("QX7");
    let nested = Nested { list: vec![secret()] };
    SignIn::new(Token(secret()))
        .code(secret())
        .pass(secret())
        .nested(nested)
        .send(&client)
        .await
        .unwrap();
    Form::new(secret()).send(&client).await.unwrap();
    Parts::new(secret(), "p").send(&client).await.unwrap();
    recorder.finish().unwrap();
    assert!(!buffer.text().contains("QX7"), "{}", buffer.text());
    assert!(buffer.text().contains("/sign-in/REDACTED/?code=REDACTED"), "{}", buffer.text());
}

/// Secrets that only their names reveal, in every type of body.
#[tokio::test]
async fn secrets_of_responses_are_known_by_their_names() {
    let object = json!({
        "access_token": "CANARY-1", "refreshToken": "CANARY-2", "expires_in": 3600, "token_type": "bearer",
        "webhook": {"secret_key": "CANARY-3", "url": "https://a.example/hook"},
        "credentials": {"user": "CANARY-4", "n": 5, "list": ["CANARY-5"], "is_on": true, "none": null},
        "upload_data": {"url": SIGNED, "fields": {
            "key": "w/a.txt", "policy": "eyJDQU5BUlkiOiBbXX0CANARY", "x-amz-signature": "CANARY-6",
        }},
        "log": "{\"password\":\"CANARY-7\"} sig=CANARY-8 <Signature>CANARY-9</Signature>",
        "jwt_in_text": "eyJhbGciOiJDQU5BUlkifQ.eyJzdWIiOiJDQU5BUlkifQ.CANARYCANARY",
        "otp": 123_456, "max_tokens": 4096, "policy": "strict", "next_page_token": "abc",
    });
    let text = object.to_string();
    let zipped = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let pretty = serde_json::to_string_pretty(&object).unwrap();
    let cut = &text[..text.find("CANARY-6").unwrap() + 4];
    let mut half = answer(200, "Content-Encoding: gzip\r\n", zipped(&text));
    half.truncate(half.len() - 9);
    for response in [
        answer(200, "", &text),
        answer(200, "", &pretty),
        answer(200, "", cut),
        answer(400, "", format!("{text}\n{text}\n")),
        answer(200, "", format!("data: {text}\n\ndata: {cut}\n\n")),
        answer(200, "", [b"\xff\xfe", text.as_bytes()].concat()),
        answer(200, "Content-Encoding: gzip\r\n", zipped(&text)),
        half,
        answer(
            200,
            "",
            format!(
                "access_token=CANARY-1&secret=CANARY+2&x={}",
                utf8_percent_encode(SIGNED, NON_ALPHANUMERIC)
            ),
        ),
    ] {
        let server = FaultServer::always(Fault::Close(response)).unwrap();
        let buffer = Buffer::default();
        let recorder = buffer.recorder();
        let client = recording(server.url(), &recorder);
        let _ = SignIn::new(Token("none".into())).send(&client).await;
        let _ = GetBytes::new().send(&client).await;
        if let Ok(mut events) = Watch::new().send(&client).await {
            while let Some(Ok(_)) = events.next().await {}
        }
        drop(recorder);
        drop(client);
        let text = buffer.text();
        assert_clean(&text);
        assert!(text.contains("REDACTED") || text.contains("base64"), "{text}");
        for base64 in ["Q0FOQVJZ", "NBTkFSW", "DQU5BUl"] {
            assert!(!text.contains(base64), "{text}");
        }
    }
    let server = FaultServer::always(Fault::Answer(answer(200, "", &text))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let client = recording(server.url(), &recorder);
    SignIn::new(Token("none".into())).send(&client).await.unwrap();
    recorder.finish().unwrap();
    let line: Value = serde_json::from_str(&buffer.lines()[0]).unwrap();
    let kept = &line["response"]["json"];
    assert_eq!(kept["expires_in"], 3600);
    assert_eq!(kept["webhook"], json!({"secret_key": "REDACTED", "url": "https://a.example/hook"}));
    assert_eq!(kept["credentials"]["n"], 5);
    assert_eq!(
        (&kept["credentials"]["is_on"], &kept["credentials"]["none"]),
        (&json!(true), &json!(null))
    );
    assert_eq!(kept["upload_data"]["fields"]["key"], "w/a.txt");
    assert_eq!((&kept["otp"], &kept["max_tokens"]), (&json!(0), &json!(4096)));
    assert_eq!((&kept["policy"], &kept["next_page_token"]), (&json!("strict"), &json!("abc")));
}

/// A custom token endpoint, whose fields are plain strings, and the redirect before it.
#[tokio::test]
async fn codes_of_an_authorization_are_not_recorded() {
    #[endpoint(POST, "/token", form)]
    struct GetToken {
        grant_type: String,
        code: String,
        redirect_uri: String,
    }
    #[endpoint(POST, "/token")]
    struct GetTokenByJson {
        grant_type: String,
        code: String,
    }
    let location = "Location: https://app.example/callback?code=CANARY&state=CANARY&lang=en\r\n";
    let tokens = r#"{"access_token": "CANARY-a", "id_token": "CANARY-b", "scope": "read"}"#;
    let rejected = r#"{"code": "invalid_grant", "detail": "CANARY-code is used up"}"#;
    let answer = |status, headers: &str, body| Fault::Answer(answer(status, headers, body));
    let faults = [answer(302, location, ""), answer(200, "", tokens), answer(400, "", rejected)];
    let server = FaultServer::start(faults, Fault::Reset).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let client = recording(server.url(), &recorder);
    GetFile::new("1").send(&client).await.unwrap();
    let code = "CANARY-code";
    let form = GetToken::new("authorization_code", code, "https://app.example/callback");
    form.send(&client).await.unwrap();
    let error = GetTokenByJson::new("authorization_code", code).send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("invalid_grant"));
    recorder.finish().unwrap();
    assert_clean(&buffer.text());
    for kept in ["lang=en", "app.example", r#""code": "invalid_grant""#, "authorization_code"] {
        assert!(buffer.text().contains(kept), "{kept}: {}", buffer.text());
    }
}

/// A token in a response is also redacted if a later response contains it under another name.
#[tokio::test]
async fn a_token_is_hidden_in_later_exchanges() {
    let token = "CANARY0123456789abcdef";
    let first = Fault::Answer(answer(200, "", json!({"access_token": token}).to_string()));
    let then =
        Fault::Answer(answer(200, "", json!({"detail": format!("it was {token}.")}).to_string()));
    let server = FaultServer::start([first], then).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let client = recording(server.url(), &recorder);
    CreateThing::new().send(&client).await.unwrap();
    // The program sends the token that it got.
    CreateThing::new().upload(token).send(&client).await.unwrap();
    recorder.finish().unwrap();
    assert_clean(&buffer.text());
    assert!(buffer.text().contains("?upload=REDACTED"), "{}", buffer.text());
    let replay = buffer.replay();
    let client = replaying(&replay);
    let got = CreateThing::new().send(&client).await.unwrap();
    CreateThing::new().upload(got["access_token"].as_str().unwrap()).send(&client).await.unwrap();
    replay.verify();
}

/// Sets sensitive headers, and a cookie.
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
        headers.insert("x-session-token", HeaderValue::from_static("CANARY-token"));
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; session=CANARY-cookie"));
        Ok(())
    }
}

#[tokio::test]
async fn sensitive_headers_are_recorded_without_their_values() {
    let echo = r#"{"detail": "bad CANARY-stamp, CANARY-token, CANARY-cookie"}"#;
    let server = FaultServer::always(last(400, "", echo)).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let builder = Client::builder(server.url()).api_key(KEY).interceptor(Stamp).record(&recorder);
    let _ = CreateThing::new().send(&builder.build().unwrap()).await;
    recorder.finish().unwrap();
    assert_clean(&buffer.text());
    let line: Value = serde_json::from_str(&buffer.lines()[0]).unwrap();
    let headers = &line["request"]["headers"];
    assert_eq!(
        (&headers["x-stamp"], &headers["x-session-token"]),
        (&json!("REDACTED"), &json!("REDACTED"))
    );
    assert!(headers["cookie"].is_null() && headers["x-api-key"].is_null(), "{headers}");
}

#[tokio::test]
async fn names_that_the_user_adds_are_redacted_and_replayed() {
    #[endpoint(POST, "/people/")]
    struct CreatePerson {
        social_security_number: String,
        #[query]
        ssn: u32,
    }
    let server =
        FaultServer::always(last(200, "X-SSN: CANARY\r\n", r#"{"SSN": "CANARY", "name": "Ada"}"#))
            .unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder().redact("ssn").redact("social-security-number");
    let client = recording(server.url(), &recorder);
    CreatePerson::new("CANARY-ssn", 123_456_u32).send(&client).await.unwrap();
    recorder.finish().unwrap();
    assert_clean(&buffer.text());
    assert!(!buffer.text().contains("123456"), "{}", buffer.text());
    let replay = buffer.replay();
    let person = CreatePerson::new("another", 7_u32).send(&replaying(&replay)).await.unwrap();
    assert_eq!(person, json!({"SSN": "REDACTED", "name": "Ada"}));
    replay.verify();
}

/// Other values of the same secrets match.
#[tokio::test]
async fn a_replay_does_not_need_the_secrets() {
    let server = FaultServer::always(Fault::Answer(answer(200, "", "1"))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let send = async |client: &Client, secret: &str| {
        let nested = Nested { list: vec![secret.into()] };
        let sign_in = SignIn::new(Token(secret.into())).code(secret).header(secret).pass(secret);
        sign_in.nested(nested).client_secret(secret).send(client).await.unwrap();
        Form::new(secret).send(client).await.unwrap();
        Parts::new(secret, "eyJjb25kaXRpb25z").send(client).await.unwrap();
        CreateThing::new().upload(SIGNED.replace("CANARY", secret)).send(client).await.unwrap();
    };
    send(&recording(server.url(), &recorder), "CANARY-secret").await;
    recorder.finish().unwrap();
    assert_clean(&buffer.text());
    let replay = buffer.replay();
    send(&replaying(&replay), "other").await;
    replay.verify();
}
