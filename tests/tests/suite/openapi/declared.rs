//! Features that the table calls exact and that no other test covers, declared and compared byte for byte.

use plane_api::{Bytes, Endpoint, endpoint};
use serde::Serialize;

/// Method, target, headers and body.
fn wire<E: Endpoint>(request: &E) -> String {
    let request = plane_api::generated::build(request).unwrap();
    let body = request.body().as_bytes().cloned().unwrap_or_default();
    let mut text = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        text += &format!("{name}: {}\n", value.to_str().unwrap());
    }
    text + "\n" + std::str::from_utf8(&body).unwrap()
}

#[endpoint(GET, "/<base>...<head>.json/.<label>/;id=<matrix>?x=1")]
struct Path {
    base: String,
    head: String,
    label: u8,
    matrix: String,
    #[serde(rename = "$top")]
    top: Option<u8>,
    empty: Option<&'static str>,
}

#[endpoint(GET, "/users", root = "/api/v1")]
struct Rooted {}

#[derive(Serialize)]
struct Settings {
    name: &'static str,
}

#[endpoint(DELETE, "/settings")]
struct OptionalWhole {
    #[body]
    settings: Option<Settings>,
}

#[endpoint(POST, "/markdown/raw", header("Content-Type" = "text/x-markdown"))]
struct Text {
    #[body]
    text: Bytes,
}

#[endpoint(PUT, "/picture")]
struct Picture {
    #[header("Content-Type")]
    media: &'static str,
    #[body]
    picture: Bytes,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Change {
    Name(&'static str),
    Both { name: &'static str, size: u8 },
}

#[endpoint(PATCH, "/one", header("Content-Type" = "application/merge-patch+json"))]
struct OneOf {
    #[body]
    change: Change,
}

#[test]
fn exact_features_send_the_described_bytes() {
    let path = Path::new("a", "b", 5, "c d").top(3).empty("");
    assert_eq!(wire(&path), "GET /a...b.json/.5/;id=c%20d?x=1&%24top=3&empty=\n\n");
    assert_eq!(wire(&Rooted::new()), "GET /users\n\n");
    assert_eq!(wire(&OptionalWhole::new()), "DELETE /settings\n\n");
    assert_eq!(
        wire(&OptionalWhole::new().settings(Settings { name: "a" })),
        "DELETE /settings\ncontent-type: application/json\n\n{\"name\":\"a\"}"
    );
    assert_eq!(wire(&Text::new("# a")), "POST /markdown/raw\ncontent-type: text/x-markdown\n\n# a");
    assert_eq!(
        wire(&Picture::new("image/png", "png")),
        "PUT /picture\ncontent-type: image/png\n\npng"
    );
    let merge = "PATCH /one\ncontent-type: application/merge-patch+json\n\n";
    assert_eq!(wire(&OneOf::new(Change::Name("a"))), format!("{merge}\"a\""));
    let both = Change::Both { name: "a", size: 1 };
    assert_eq!(wire(&OneOf::new(both)), format!("{merge}{{\"name\":\"a\",\"size\":1}}"));
}
