//! Object storage like S3: presigned requests, object names with slashes, streams of known length, multipart uploads.

use std::collections::BTreeMap;

use plane_api::{Body, Bytes, Download, FilePart, Redirect, endpoint};

use super::*;

/// The parameters of a presigned URL.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Signed {
    #[serde(rename = "X-Amz-Expires")]
    pub expires: u32,
    #[serde(rename = "X-Amz-Signature")]
    pub signature: String,
}

/// Creates a bucket.
#[endpoint(PUT, "/<bucket>" -> (), auth = none)]
pub struct CreateBucket {
    #[query]
    pub x_id: Option<String>,
}

/// Stores an object.
#[endpoint(PUT, "/<bucket>/<key..>" -> (), query, auth = none)]
pub struct PutObject {
    #[flatten]
    pub signed: Signed,
    #[header("Content-Type")]
    pub content_type: String,
    #[header("x-amz-meta-author")]
    pub author: Option<String>,
    #[body]
    pub object: Body,
}

/// Gets an object, or a range of it.
#[endpoint(GET, "/<bucket>/<key..>" -> Download, auth = none)]
pub struct GetObject {
    #[flatten]
    pub signed: Signed,
    #[header("Range")]
    pub range: Option<String>,
}

/// Gets the metadata of an object.
#[endpoint(HEAD, "/<bucket>/<key..>" -> (), auth = none)]
pub struct HeadObject {}

/// Deletes an object.
#[endpoint(DELETE, "/<bucket>/<key..>" -> (), query, auth = none)]
pub struct DeleteObject {
    #[serde(rename = "versionId")]
    pub version: Option<String>,
}

/// Lists objects, in XML.
#[endpoint(GET, "/<bucket>" -> Bytes, auth = none)]
#[serde(rename_all = "kebab-case")]
pub struct ListObjects {
    pub list_type: u8,
    pub prefix: Option<String>,
    pub max_keys: Option<u16>,
}

/// Stores an object like a browser's form. The file comes last: fields after it are ignored.
#[endpoint(POST, "/<bucket>" -> (), multipart, auth = none)]
pub struct PostObject {
    #[flatten]
    pub fields: BTreeMap<String, String>,
    pub file: FilePart,
}

/// Starts a multipart upload.
#[endpoint(POST, "/<bucket>/<key..>" -> Bytes, query, auth = none)]
pub struct BeginParts {
    pub uploads: &'static str,
}

/// Uploads a part. The `ETag` of the response is needed at the end.
#[endpoint(PUT, "/<bucket>/<key..>" -> (), query, auth = none)]
#[serde(rename_all = "camelCase")]
pub struct PutPart {
    pub part_number: u16,
    pub upload_id: String,
    #[body]
    pub part: Body,
}

/// Completes a multipart upload.
#[endpoint(POST, "/<bucket>/<key..>" -> Bytes, query, auth = none)]
pub struct CompleteParts {
    #[serde(rename = "uploadId")]
    pub upload_id: String,
    #[header("Content-Type")]
    pub content_type: &'static str,
    #[body]
    pub parts: Bytes,
}

/// Gets the URL of a bucket's website.
#[endpoint(GET, "/<bucket>/index.html" -> Redirect, auth = none)]
pub struct GetWebsite {}

const ACCEPT: &str = "accept: application/json";
const BINARY: &str = "content-type: application/octet-stream";
const SIGNED: &str = "X-Amz-Expires=60&X-Amz-Signature=abc";

fn signed() -> Signed {
    Signed { expires: 60, signature: "abc".to_owned() }
}

/// Returns a client with a key that no request may contain.
async fn storage(headers: &str, body: &str) -> (Server, Client) {
    api(Reply::Send(answer(200, headers, body)), Auth::api_key("never-sent-anywhere")).await
}

fn sent(server: &Server) -> Vec<String> {
    server.requests().iter().map(|request| bytes(server, request, "")).collect()
}

fn stream(text: &'static str) -> Body {
    Body::reader(text.as_bytes()).with_content_length(text.len() as u64)
}

#[tokio::test]
async fn objects_are_stored_with_their_length_and_signature() {
    let (server, client) = storage("", "").await;
    CreateBucket::new("b").send(&client).await.unwrap();
    let put = PutObject::new("b", "a b/ö.txt", signed(), "text/plain", stream("Hello"));
    put.author("me").send(&client).await.unwrap();
    DeleteObject::new("b", "x/y").version("3").send(&client).await.unwrap();
    assert_eq!(
        sent(&server),
        [
            format!("PUT /b\n{ACCEPT}\ncontent-length: 0\n\n"),
            format!(
                "PUT /b/a%20b/%C3%B6.txt?{SIGNED}\n{ACCEPT}\ncontent-type: text/plain\nx-amz-meta-author: me\n\
                 content-length: 5\n\nHello"
            ),
            format!("DELETE /b/x/y?versionId=3\n{ACCEPT}\n\n"),
        ]
    );
}

#[tokio::test]
async fn objects_are_read_in_pieces() {
    let (server, client) = storage("Content-Type: text/plain\r\nETag: \"e\"\r\n", "llo").await;
    let mut object =
        GetObject::new("b", "x/y", signed()).range("bytes=2-").send(&client).await.unwrap();
    assert_eq!((object.content_length(), object.content_type()), (Some(3), Some("text/plain")));
    assert_eq!(object.chunk().await.unwrap().unwrap(), "llo");
    assert!(object.chunk().await.is_none());
    let list = ListObjects::new("b", 2).prefix("x/").max_keys(9).send(&client).await.unwrap();
    assert_eq!(list, "llo");
    assert_eq!(
        sent(&server),
        [
            format!("GET /b/x/y?{SIGNED}\naccept: */*\nrange: bytes=2-\n\n"),
            "GET /b?list-type=2&prefix=x%2F&max-keys=9\naccept: */*\n\n".to_owned(),
        ]
    );

    let head =
        Reply::Send(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nETag: \"e\"\r\n\r\n".to_vec());
    let (server, client) = api(head, Auth::none()).await;
    let ((), meta) = client.call(&HeadObject::new("b", "x")).with_meta().await.unwrap();
    assert_eq!(
        (&meta.headers()["etag"], &meta.headers()["content-length"]),
        (&"\"e\"".parse().unwrap(), &99.into())
    );
    assert_eq!(sent(&server), [format!("HEAD /b/x\n{ACCEPT}\n\n")]);
}

#[tokio::test]
async fn a_form_of_fields_and_a_stream_has_its_exact_length() {
    let (server, client) = storage("", "").await;
    let fields = [("key", "a/b.txt"), ("policy", "e30="), ("x-amz-signature", "abc")];
    let fields = BTreeMap::from(fields.map(|(key, value)| (key.to_owned(), value.to_owned())));
    let file = FilePart::new("b.txt", stream("Hello")).content_type("text/plain");
    PostObject::new("b", fields, file).send(&client).await.unwrap();
    let request = &server.requests()[0];
    let boundary = request.header("content-type").unwrap().rsplit('=').next().unwrap();
    let part = |name: &str, value: &str| {
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
    };
    let body = part("key", "a/b.txt")
        + &part("policy", "e30=")
        + &part("x-amz-signature", "abc")
        + &part("file\"; filename=\"b.txt", "Hello")
            .replace("\r\n\r\nH", "\r\nContent-Type: text/plain\r\n\r\nH")
        + &format!("--{boundary}--\r\n");
    assert_eq!(
        sent(&server),
        [format!(
            "POST /b\n{ACCEPT}\ncontent-type: multipart/form-data; boundary={boundary}\ncontent-length: {}\n\n{body}",
            body.len()
        )]
    );
}

#[tokio::test]
async fn objects_are_stored_in_parts() {
    let (server, client) = storage("ETag: \"e1\"\r\n", "<UploadId>u</UploadId>").await;
    let begun = BeginParts::new("b", "big.iso", "").send(&client).await.unwrap();
    assert_eq!(begun, "<UploadId>u</UploadId>");
    let part = PutPart::new("b", "big.iso", 1, "u", stream("part"));
    let ((), meta) = client.call(&part).with_meta().await.unwrap();
    assert_eq!(meta.headers()["etag"], "\"e1\"");
    let parts = "<CompleteMultipartUpload/>";
    CompleteParts::new("b", "big.iso", "u", "application/xml", parts).send(&client).await.unwrap();
    assert_eq!(
        sent(&server),
        [
            "POST /b/big.iso?uploads=\naccept: */*\ncontent-length: 0\n\n".to_owned(),
            format!(
                "PUT /b/big.iso?partNumber=1&uploadId=u\n{ACCEPT}\n{BINARY}\ncontent-length: 4\n\npart"
            ),
            format!(
                "POST /b/big.iso?uploadId=u\naccept: */*\ncontent-type: application/xml\ncontent-length: 26\n\n{parts}"
            ),
        ]
    );
}

#[tokio::test]
async fn a_website_is_a_redirect() {
    let moved = answer(301, "Location: https://b.example/\r\n", "");
    let (server, client) = api(Reply::Send(moved), Auth::none()).await;
    assert_eq!(GetWebsite::new("b").send(&client).await.unwrap().location(), "https://b.example/");
    assert_eq!(sent(&server), [format!("GET /b/index.html\n{ACCEPT}\n\n")]);
}
