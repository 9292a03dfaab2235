//! The forms in which text and JSON contain secrets, and values that resemble secrets and are recorded.

use plane_api::{Bytes, Client, Redirect, Value, endpoint};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer},
};
use serde_json::json;

use super::{Buffer, recording};

/// A secret so random that no encoding of it occurs by chance.
const CANARY: &str = "qX7CANARY9w2Lk55";

#[endpoint(GET, "/bytes/" -> Bytes)]
struct GetBytes {}

#[endpoint(GET, "/value/")]
struct GetValue {}

#[endpoint(GET, "/redirect/" -> Redirect)]
struct GetRedirect {}

#[endpoint(POST, "/hooks/")]
struct CreateHook {
    url: String,
}

/// Returns the recording of one response.
async fn recorded(headers: &str, body: &str) -> String {
    let server = FaultServer::always(Fault::Answer(answer(200, headers, body))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let client = recording(server.url(), &recorder);
    GetBytes::new().send(&client).await.unwrap();
    recorder.finish().unwrap();
    buffer.text()
}

fn assert_no_canary(recording: &str, form: &str) {
    assert!(!recording.to_ascii_lowercase().contains("canary"), "{form}: {recording}");
}

#[tokio::test]
async fn secrets_in_text_are_not_recorded() {
    let texts = [
        "Authorization: Bearer {}",
        "the request had authorization: bearer {} and failed",
        "curl -H 'Authorization: Bearer {}' https://a.example",
        "curl -H \"X-Custom: Bearer {}\"",
        "Authorization=Token {}",
        "Proxy-Authorization: Basic {}",
        "X-Custom: Bearer {}",
        "got Bearer {} instead",
        "token={}",
        "token = '{}'",
        "password: {}",
        "password1={}&a=b",
        "next_password={}",
        "sync_api_key={}",
        "cookies={}",
        "encryption_key={}",
        "csrf={}",
        "totp={}",
        "x-hub-signature-256: sha256={}",
        "https://user:{}@a.example/b",
        "https://{}@a.example/b",
        "postgres://ada:{}@db.example:5432/app",
        "amqp://ada:{}@mq.example",
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey={}==;EndpointSuffix=core",
        "Endpoint=sb://a.example/;SharedAccessKeyName=Root;SharedAccessKey={}=",
        "https://a.example/back?code={}",
        "https://a.example/back?session_state={}&code=1",
        "https://a.example/back#access_token={}&state=1",
        "next=https%3A%2F%2Fa.example%2F%3Ftoken%3D{}",
        "<password>{}</password>",
        "<ns:Password xmlns:ns='urn:a'>{}</ns:Password>",
        "<Token a=\"b\">{}</Token>",
        "<user name=\"ada\" password=\"{}\"/>",
        "<param name=\"token\" value=\"{}\"/>",
        "<param value=\"{}\" name=\"token\"/>",
        "<password><![CDATA[{}]]></password>",
        "&lt;password&gt;{}&lt;/password&gt;",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE{}\nQQ==\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMIIE{}",
        "{'password': '{}'}",
        "{\"log\": \"{\\\"token\\\": \\\"{}\\\"}\"}",
        "{\"log\": \"{\\\"a\\\": \\\"{\\\\\\\"token\\\\\\\": \\\\\\\"{}\\\\\\\"}\\\"}\"}",
        "ghp_{}",
        "sk_live_{}",
        "a,b\npassword,\"c\"\nSecret: {}",
        "{'password': b'{}', 'a': None}",
        "{'password': u'{}'}",
        "password = \"\"\"{}\"\"\"",
        "const token = `{}`;",
        "<input type=hidden name=csrfmiddlewaretoken value={}>",
        "<token><value>{}</value></token>",
        "<ns:credentials xmlns:ns='urn:a'><user>ada</user><data>{}</data></ns:credentials>",
        "<credentials>\n  <data>{}",
        "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{}\r\n--b--\r\n",
        "https://d1.cloudfront.example/a.png?Expires=1&Signature=a&Key-Pair-Id={}",
        "https://storage.example/a.png?GoogleAccessId={}@a.example&Signature=a",
        "https://hooks.slack.com/services/T00/B00/{}",
        "https://discord.com/api/webhooks/1234567890/{}",
        "https://api.telegram.org/bot123456789:{}/getMe",
        "plane_api_{}",
        "xoxs-1-{} xapp-1-{}",
        "shpat_{} lin_api_{} hvs.{}",
    ];
    for text in texts {
        let text = text.replace("{}", CANARY);
        assert_no_canary(&recorded("", &text).await, &text);
        // The same within a string of JSON.
        let json = json!({"detail": text, "list": [text]}).to_string();
        assert_no_canary(&recorded("", &json).await, &json);
    }
}

#[tokio::test]
async fn secrets_in_json_are_not_recorded() {
    for value in [
        json!([{"key": "Authorization", "value": CANARY}]),
        json!([{"name": "X-API-Key", "value": CANARY}]),
        json!([{"value": CANARY, "name": "Cookie"}]),
        json!({"headers": [{"name": "authorization", "enabled": true, "value": CANARY}]}),
        json!({"headers": {"Authorization": format!("Bearer {CANARY}")}}),
        json!({"Authorization": [format!("Bearer {CANARY}")]}),
        json!({"next_password": CANARY}),
        json!({"prev_signing_secret": CANARY}),
        json!({"page_access_token": CANARY}),
        json!({"password1": CANARY, "password_confirmation": CANARY}),
        json!({"auth": CANARY}),
        json!({"session": CANARY}),
        json!({"session": {"id": CANARY}}),
        json!({"totp_secret": {"value": CANARY}}),
        json!({"private_key": format!("-----BEGIN KEY-----\n{CANARY}\n")}),
        json!({"x-hub-signature-256": CANARY}),
        json!({"dsn": format!("https://{CANARY}@sentry.example/1")}),
        json!({"passphrase": CANARY}),
        json!({"headers": [["Authorization", CANARY], ["Accept", "a"]]}),
        json!({"headers": [["Cookie", format!("a={CANARY}")]]}),
        json!({"name": "DB_PASSWORD", "val": CANARY}),
        json!({"hook": format!("https://hooks.slack.com/services/T00/B00/{CANARY}")}),
    ] {
        let text = value.to_string();
        assert_no_canary(&recorded("", &text).await, &text);
    }
}

/// The client's key is `CANARY-key`.
#[tokio::test]
async fn the_key_is_not_recorded_in_any_encoding() {
    for echo in [
        "Q0FOQVJZLWtleQ==",
        // user:CANARY-key
        "dXNlcjpDQU5BUlkta2V5",
        // a:CANARY-key
        "YTpDQU5BUlkta2V5",
        "43414e4152592d6b6579",
        "canary-KEY",
        "CANARY%2Dkey",
        "CANARY\\u002dkey",
        "CANARY&#45;key",
        "{\"a\": \"{\\\"b\\\": \\\"CANARY\\\\u002dkey\\\"}\"}",
    ] {
        for body in [format!("bad key {echo}!"), json!({"detail": echo}).to_string()] {
            let recording = recorded("", &body).await;
            assert!(!recording.contains(echo), "{echo}: {recording}");
            assert!(recording.contains("REDACTED"), "{echo}: {recording}");
        }
    }
}

#[tokio::test]
async fn ordinary_values_are_recorded() {
    let text = json!({
        "author": "Ada Lovelace", "session_count": 4, "tokens_used": 512, "max_tokens": 4096,
        "sort_key": "created_at", "key": "PROJ-17", "is_key": true, "next_page_token": "abc:1:0",
        "sync_token": "page-two", "token_type": "bearer", "country_code": "DE", "code": "E0042",
        "error_code": "invalid_grant", "name": "Reset the password", "identifier": "WEB",
        "description": "Token expired: please sign in again. The key is under the mat.",
        "url": "https://a.example/b?sort=name&code=17#section-2", "ssh": "ssh://git@a.example/b.git",
        "email": "ada@a.example", "mail": "mailto:ada@a.example", "id": "01998d5a-1d2c-7c4e-9d3f-5f1c2b7f5a10",
        "labels": [{"id": "1", "name": "auth", "color": "#fff"}, {"key": "sort", "value": "asc"}],
        "time": "2026-11-30T06:00:00Z", "html": "<p class=\"secret-garden\">A bearer of news</p>",
        "public": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "price": 17.5,
        "password_changed_at": "2026-01-01", "has_token": false, "cookie_policy": "strict",
        "authentication": "basic", "keywords": "a; b; c", "passed": 3, "compass": "north", "spin": 2,
    });
    let others = json!({
        "required": ["password", "email_address"], "order": ["token", "token_type"], "key_pair_id": "key-0123456789abcdef0",
        "intervals": [{"name": "session", "interval": "daily"}], "help": "<p>A <b>token</b> is needed.</p>",
        "part": "the \"token\"\n\nis needed", "docs": "https://api.slack.com/services/", "range": ["2026-01-01", "2026-01-31"],
    });
    let recording = recorded("X-Total-Count: 7\r\nETag: \"abc\"\r\n", &text.to_string()).await;
    let line: Value = serde_json::from_str(recording.lines().nth(1).unwrap()).unwrap();
    assert_eq!(line["response"]["json"], text);
    assert_eq!(line["response"]["headers"]["etag"], "\"abc\"");
    let recording = recorded("", &others.to_string()).await;
    let line: Value = serde_json::from_str(recording.lines().nth(1).unwrap()).unwrap();
    assert_eq!(line["response"]["json"], others);
}

#[tokio::test]
async fn a_cookie_is_not_recorded_in_a_later_response() {
    let cookie = format!("Set-Cookie: sid=\"{CANARY}\"; Path=/\r\n");
    let echo = json!({"detail": format!("no {CANARY} here")}).to_string();
    let first = Fault::Answer(answer(200, &cookie, "1"));
    let server = FaultServer::start([first], Fault::Answer(answer(200, "", echo))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let client = recording(server.url(), &recorder);
    GetBytes::new().send(&client).await.unwrap();
    GetBytes::new().send(&client).await.unwrap();
    recorder.finish().unwrap();
    assert_no_canary(&buffer.text(), "cookie");
}

/// A recorder redacts the credentials of all clients that share it.
#[tokio::test]
async fn the_key_of_another_client_is_not_recorded() {
    let body = json!({"detail": "CANARY-key and CANARY2-key"}).to_string();
    let server = FaultServer::always(Fault::Answer(answer(200, "", &body))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let first = recording(server.url(), &recorder);
    let builder = Client::builder(server.url()).bearer_token("CANARY2-key");
    let second = builder.record(&recorder).build().unwrap();
    GetValue::new().send(&second).await.unwrap();
    GetValue::new().send(&first).await.unwrap();
    CreateHook::new("https://a.example/?a=CANARY2-key").send(&first).await.unwrap();
    recorder.finish().unwrap();
    for line in &buffer.lines()[1..] {
        assert_no_canary(line, "another client");
    }
}

#[tokio::test]
async fn a_key_in_the_base_url_is_not_recorded() {
    let server = FaultServer::always(Fault::Answer(answer(200, "", "1"))).unwrap();
    let buffer = Buffer::default();
    let recorder = buffer.recorder();
    let url = format!("{}/bot110201543:{CANARY}/api/v1", server.url());
    let client = recording(&url, &recorder);
    GetValue::new().send(&client).await.unwrap();
    recorder.finish().unwrap();
    assert_no_canary(&buffer.text(), "base URL");
    assert!(buffer.text().contains("/REDACTED/api/v1"), "{}", buffer.text());
    let replay = buffer.replay();
    let client = super::replaying(&replay);
    GetValue::new().send(&client).await.unwrap();
    replay.verify();
}

#[tokio::test]
async fn a_fragment_stays_a_fragment() {
    for (location, expected) in [
        (
            "https://a.example/b?c=d&token=CANARY#e=f?g",
            "https://a.example/b?c=d&token=REDACTED#e=f?g",
        ),
        ("https://a.example/b?c=d#section-2", "https://a.example/b?c=d#section-2"),
        (
            "https://a.example/#access_token=CANARY&a=b",
            "https://a.example/#access_token=REDACTED&a=b",
        ),
    ] {
        let headers = format!("Location: {location}\r\n");
        let server = FaultServer::always(Fault::Answer(answer(302, &headers, ""))).unwrap();
        let buffer = Buffer::default();
        let recorder = buffer.recorder();
        GetRedirect::new().send(&recording(server.url(), &recorder)).await.unwrap();
        recorder.finish().unwrap();
        assert_no_canary(&buffer.text(), location);
        let replay = buffer.replay();
        let redirect = GetRedirect::new().send(&super::replaying(&replay)).await.unwrap();
        assert_eq!(redirect.location(), expected);
        replay.verify();
    }
}
