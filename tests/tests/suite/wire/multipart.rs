//! Multipart bodies.

use std::collections::BTreeMap;

use plane_api::{Body, FilePart};

use super::*;

#[endpoint(POST, "/uploads/" -> (), multipart, auth = none)]
#[derive(Debug, Clone)]
pub struct Upload {
    #[flatten]
    pub fields: BTreeMap<String, String>,
    pub title: Option<String>,
    pub size: u64,
    pub tags: Vec<String>,
    pub file: FilePart,
    pub thumbnail: Option<FilePart>,
    pub more: Vec<FilePart>,
    #[serde(rename = "last one")]
    pub last: bool,
}

/// Returns the content type and the body, with `B` as the boundary.
fn parts(request: &Upload) -> (String, String) {
    let request = plane_api::generated::build(request).unwrap();
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert_eq!(boundary.len(), 32, "{boundary}");
    let body = std::str::from_utf8(request.body().as_bytes().unwrap()).unwrap();
    (content_type.replace(boundary, "B"), body.replace(boundary, "B").replace("\r\n", "\n"))
}

fn upload() -> Upload {
    let fields = BTreeMap::from([("key".to_owned(), "a/b".to_owned())]);
    Upload::new(
        fields,
        5,
        FilePart::new("a \"b\"\r\n.txt", "Hello").content_type("text/plain"),
        true,
    )
}

#[test]
fn parts_are_in_the_order_of_the_fields() {
    let request = upload()
        .title("T ö")
        .tags(["x", "y"])
        .thumbnail(FilePart::new("t.png", &b"png"[..]))
        .more([FilePart::new("1", "one"), FilePart::new("2", "two")]);
    let (content_type, body) = parts(&request);
    assert_eq!(content_type, "multipart/form-data; boundary=B");
    let text = |name: &str, value: &str| {
        format!("--B\nContent-Disposition: form-data; name=\"{name}\"\n\n{value}\n")
    };
    let file = |name: &str, file: &str, media: &str, value: &str| {
        format!(
            "--B\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\nContent-Type: {media}\n\n{value}\n"
        )
    };
    let binary = "application/octet-stream";
    let expected = [
        text("key", "a/b"),
        text("title", "T ö"),
        text("size", "5"),
        text("tags", "x"),
        text("tags", "y"),
        file("file", "a %22b%22%0D%0A.txt", "text/plain", "Hello"),
        file("thumbnail", "t.png", binary, "png"),
        file("more", "1", binary, "one"),
        file("more", "2", binary, "two"),
        text("last one", "true"),
        "--B--\n".to_owned(),
    ];
    assert_eq!(body, expected.concat());
    assert_eq!(Upload::SPEC.content_type, Some("multipart/form-data"));
    assert_ne!(
        plane_api::generated::build(&request).unwrap().headers()["content-type"],
        plane_api::generated::build(&request).unwrap().headers()["content-type"],
        "each body has a boundary of its own"
    );
}

#[test]
fn unset_fields_have_no_part() {
    let (_, body) = parts(&upload());
    assert_eq!(body.matches("--B\n").count(), 4, "{body}");
}

#[test]
fn a_body_with_streams_has_a_length_if_its_streams_have() {
    let body = |file: Body| {
        let mut request = upload();
        request.file = FilePart::new("a", file);
        plane_api::generated::build(&request).unwrap().into_body()
    };
    let whole = body("Hello".into()).content_length();
    assert!(whole.is_some());
    let stream = || Body::reader(&b"Hello"[..]);
    assert_eq!(body(stream()).content_length(), None);
    assert_eq!(body(stream().with_content_length(5)).content_length(), whole);
    assert!(body(stream()).as_bytes().is_none());
}

#[test]
fn an_invalid_content_type_is_an_error() {
    let mut request = upload();
    request.file = FilePart::new("a", "").content_type("text/plain\r\nX: y");
    let error = plane_api::generated::build(&request).unwrap_err();
    assert_eq!(
        error.to_string(),
        "POST /uploads/: `file` cannot be sent: its content type contains characters that a header cannot contain"
    );
}

/// A file's content must not be able to end its part and add others.
#[test]
fn a_boundary_cannot_be_foreseen_from_others() {
    let boundary = || {
        fastrand::seed(7);
        let request = plane_api::generated::build(&upload()).unwrap();
        request.headers()["content-type"].clone()
    };
    assert_ne!(boundary(), boundary());
}

#[derive(Debug, Clone, Serialize)]
pub struct Session {
    pub model: &'static str,
    pub tools: Vec<u8>,
}

#[endpoint(POST, "/calls/", multipart)]
#[derive(Debug, Clone)]
pub struct CreateCall {
    #[part("application/sdp")]
    pub sdp: String,
    #[part(json)]
    pub session: Session,
    #[part(json)]
    pub tools: Vec<Session>,
    #[part(json)]
    #[serde(rename = "meta data")]
    pub metadata: Option<BTreeMap<String, Value>>,
    #[part("text/markdown; charset=utf-8")]
    pub notes: Vec<String>,
    pub plain: Option<u8>,
}

#[test]
fn parts_have_the_types_that_are_declared() {
    let parts = |request: &CreateCall| {
        let request = plane_api::generated::build(request).unwrap();
        let content_type = request.headers()["content-type"].to_str().unwrap().to_owned();
        let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        let body = std::str::from_utf8(request.body().as_bytes().unwrap()).unwrap();
        body.replace(boundary, "B").replace("\r\n", "\n")
    };
    let session = |model| Session { model, tools: vec![1] };
    let part = |name: &str, media: &str, value: &str| {
        let media =
            if media.is_empty() { String::new() } else { format!("\nContent-Type: {media}") };
        format!("--B\nContent-Disposition: form-data; name=\"{name}\"{media}\n\n{value}\n")
    };
    let first = part("sdp", "application/sdp", "v=0 ö");
    let second = part("session", "application/json", r#"{"model":"m","tools":[1]}"#);
    let request = CreateCall::new("v=0 ö", session("m"));
    assert_eq!(parts(&request), format!("{first}{second}--B--\n"), "an unset field is no part");
    let metadata = BTreeMap::from([("a".to_owned(), Value::Null)]);
    let request = request.tools([session("x")]).metadata(metadata).notes(["# 1", "2"]).plain(3);
    let markdown = "text/markdown; charset=utf-8";
    let rest = [
        part("tools", "application/json", r#"[{"model":"x","tools":[1]}]"#),
        part("meta data", "application/json", r#"{"a":null}"#),
        part("notes", markdown, "# 1"),
        part("notes", markdown, "2"),
        part("plain", "", "3"),
    ];
    assert_eq!(parts(&request), format!("{first}{second}{}--B--\n", rest.concat()));
    let types: Vec<_> = CreateCall::SPEC.params.into_iter().map(|param| param.part).collect();
    let json = Some("application/json");
    assert_eq!(types, [Some("application/sdp"), json, json, json, Some(markdown), None]);
}

#[test]
fn a_part_that_json_cannot_represent_is_an_error() {
    #[endpoint(POST, "/calls/", multipart)]
    struct Rate {
        #[part(json)]
        rate: f64,
    }
    let error = Rate::new(f64::NAN).request().unwrap_err().to_string();
    assert!(error.contains("`rate` contains a number that is not finite"), "{error}");
}
