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

/// The boundary of a request.
fn boundary(request: &http::Request<Body>) -> String {
    let content_type = request.headers()["content-type"].to_str().unwrap();
    content_type.strip_prefix("multipart/form-data; boundary=").unwrap().to_owned()
}

/// A file's content must not be able to end its part and add others.
#[test]
fn a_boundary_cannot_be_foreseen_from_others() {
    let build = || {
        fastrand::seed(7);
        boundary(&plane_api::generated::build(&upload()).unwrap())
    };
    let boundaries: std::collections::BTreeSet<String> = (0..100).map(|_| build()).collect();
    assert_eq!(boundaries.len(), 100);
    for boundary in &boundaries {
        let is_hex = |c| matches!(c, '0'..='9' | 'a'..='f');
        assert!(boundary.len() == 32 && boundary.chars().all(is_hex), "{boundary}");
    }
}

/// The lines of an earlier boundary, and lines that look like one, are content like any other.
#[test]
fn content_with_the_lines_of_another_boundary_stays_one_part() {
    let earlier = boundary(&plane_api::generated::build(&upload()).unwrap());
    let part = |boundary: &str| {
        format!(
            "\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"admin\"\r\n\r\ntrue\r\n--{boundary}--\r\n"
        )
    };
    for content in [part(&earlier), part(""), part("boundary"), "\r\n--".to_owned()] {
        let mut request = upload().title(&*content);
        request.file = FilePart::new("a", content.clone());
        let request = plane_api::generated::build(&request).unwrap();
        let boundary = boundary(&request);
        let body = String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap();
        assert!(!content.contains(&boundary));

        // The server separates the parts at the lines of the boundary.
        let (parts, end) = body.rsplit_once(&format!("--{boundary}--\r\n")).unwrap();
        assert_eq!(end, "");
        let line = format!("--{boundary}\r\n");
        let values: Vec<_> = parts
            .split(&line)
            .skip(1)
            .map(|part| part.split_once("\r\n\r\n").unwrap().1.strip_suffix("\r\n").unwrap())
            .collect();
        assert_eq!(values, ["a/b", &content, "5", &content, "true"]);
    }
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

#[test]
fn a_struct_is_no_text_of_a_json_type() {
    #[endpoint(POST, "/calls/", multipart)]
    struct Start {
        #[part("application/json")]
        session: Session,
    }
    #[endpoint(POST, "/calls/", multipart)]
    struct StartAll {
        #[part("application/ld+json; charset=utf-8")]
        sessions: Vec<String>,
    }
    let error = Start::new(Session { model: "m", tools: vec![1] }).request().unwrap_err();
    let expected = "write `#[part(json)]`, or pass the JSON as a `String`";
    assert!(error.to_string().contains("`session`"), "{error}");
    assert!(error.to_string().contains(expected), "{error}");
    let request = StartAll::new().sessions(["{}", "[1]"]).request().unwrap();
    let body = String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap();
    assert_eq!(body.matches("Content-Type: application/ld+json; charset=utf-8").count(), 2);
}
