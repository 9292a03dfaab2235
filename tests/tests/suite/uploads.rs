//! Uploads and downloads: every byte that reaches the server and its storage, and the outcome if a step fails.

mod downloads;
mod failures;
mod files;
mod hosts;

use std::sync::{Arc, Mutex};

use plane_api::{
    Body, Client, ClientBuilder, Delivery, Error, ErrorKind, RetryPolicy, Value,
    upload::{Upload, UploadFile, UploadStep},
    v1::{
        assets::{AssetUpload, GetWorkspaceAsset, UserAssetEntityType},
        work_items::attachments::GetWorkItemAttachment,
    },
};
use plane_tests::{
    Received, Reply, Server, answer,
    faults::{Fault, FaultServer},
    json,
};
use serde_json::json;

use crate::transports::over;

const ATTACHMENTS: &str = "/api/v1/workspaces/acme/projects/p/work-items/w/attachments/";
const SIGNATURE: &str = "4575d73d0b25427a09cbfdba0812ccd1";
/// Conditions that allow 1 to 10 bytes.
const POLICY: &str = "eyJjb25kaXRpb25zIjogW3siYnVja2V0IjogInVwbG9hZHMifSwgWyJjb250ZW50LWxlbmd0aC1yYW5nZSIsIDEsIDEwXV19";

fn builder(url: &str) -> ClientBuilder {
    over(Client::plane()).base_url(url).api_key("sesame-key").retry(RetryPolicy::never())
}

/// An upload permission in Plane's format.
fn permission(storage: &str, media_type: &str) -> Value {
    let fields = json!({
        "Content-Type": media_type, "key": "w/1-a.txt", "policy": POLICY, "x-amz-signature": SIGNATURE,
    });
    json!({
        "upload_data": {"url": format!("{storage}/uploads"), "fields": fields},
        "asset_id": "asset-1",
        "asset_url": "/api/assets/1/",
    })
}

/// A fake of Plane that permits every upload, with the requested type.
fn api(storage: &str) -> impl Fn(&Received) -> Fault + Send + Sync + 'static {
    let storage = storage.to_owned();
    move |request| {
        if !request.line().starts_with("POST ") {
            return Fault::Answer(answer(204, "", ""));
        }
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        let permission = permission(&storage, body["type"].as_str().unwrap_or_default());
        Fault::Answer(answer(200, "", permission.to_string()))
    }
}

async fn stored() -> Server {
    Server::always(Reply::Send(answer(204, "", ""))).await.unwrap()
}

fn text() -> UploadFile {
    UploadFile::new("a.txt", "text/plain", "Hello")
}

fn attachment(file: UploadFile) -> Upload {
    Upload::attachment("acme", "p", "w", file)
}

fn lines(requests: &[Received]) -> Vec<String> {
    requests.iter().map(|request| request.line().to_owned()).collect()
}

/// The form that the storage must receive, with the boundary that was sent.
fn assert_form(request: &Received, media_type: &str, file_name: &str, bytes: &[u8]) {
    assert_eq!(request.line(), "POST /uploads");
    let content_type = request.header("content-type").unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let field = |name, value| {
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
    };
    let head = [
        field("Content-Type", media_type),
        field("key", "w/1-a.txt"),
        field("policy", POLICY),
        field("x-amz-signature", SIGNATURE),
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\n\
             Content-Type: {media_type}\r\n\r\n"
        ),
    ];
    let tail = format!("\r\n--{boundary}--\r\n");
    let expected = [head.concat().as_bytes(), bytes, tail.as_bytes()].concat();
    assert!(request.body == expected, "{}", request.text());
    assert_eq!(request.header("content-length"), Some(expected.len().to_string().as_str()));
    assert_eq!(request.header("transfer-encoding"), None);
    assert_no_key(request);
}

/// Asserts that a request to the storage contains none of the client's credentials.
fn assert_no_key(request: &Received) {
    assert!(!request.head.contains("sesame") && !request.head.to_lowercase().contains("x-api-key"));
}

/// Asserts that an error shows nothing of the permission.
fn assert_discreet(error: &Error) {
    let shown = format!("{error} {error:?} {:?} {:?}", error.body_snippet(), error.headers());
    assert!(!shown.contains(SIGNATURE) && !shown.contains(POLICY), "{shown}");
}

#[test]
fn a_permission_shows_its_url_and_no_values() {
    let answer = permission("https://storage.example", "text/plain");
    let shown = format!("{:?}", serde_json::from_value::<AssetUpload>(answer).unwrap());
    assert!(!shown.contains(SIGNATURE) && !shown.contains(POLICY), "{shown}");
    assert!(
        shown.contains("https://storage.example/uploads") && shown.contains("\"policy\""),
        "{shown}"
    );
}

#[tokio::test]
async fn an_attachment_is_asked_for_sent_and_confirmed() {
    let storage = stored().await;
    let plane = FaultServer::by(api(storage.url())).unwrap();
    let client = builder(plane.url()).build().unwrap();

    let mut upload = attachment(text()).external_id("mail", "7");
    assert_eq!((upload.next_step(), upload.asset_id()), (UploadStep::Create, None));
    let uploaded = upload.send(&client).await.unwrap();
    assert_eq!(uploaded.asset_id, "asset-1");
    assert_eq!(uploaded.asset_url.as_deref(), Some("/api/assets/1/"));
    assert_eq!(upload.next_step(), UploadStep::Done);

    let asked = plane.requests();
    let confirm = format!("PATCH {ATTACHMENTS}asset-1/");
    assert_eq!(lines(&asked), [format!("POST {ATTACHMENTS}"), confirm]);
    let create: Value = serde_json::from_slice(&asked[0].body).unwrap();
    let expected = json!({
        "name": "a.txt", "size": 5, "type": "text/plain", "external_source": "mail", "external_id": "7",
    });
    assert_eq!((create, asked[1].text().as_str()), (expected, r#"{"is_uploaded":true}"#));
    assert!(asked.iter().all(|request| request.header("x-api-key") == Some("sesame-key")));
    let [form] = &storage.requests()[..] else { panic!("one form") };
    assert_form(form, "text/plain", "a.txt", b"Hello");

    // Completed steps are not repeated.
    assert_eq!(upload.send(&client).await.unwrap(), uploaded);
    assert_eq!((plane.requests().len(), storage.requests().len()), (2, 1));
}

#[tokio::test]
async fn files_of_workspaces_projects_and_users_have_routes_of_their_own() {
    let storage = stored().await;
    let plane = FaultServer::by(api(storage.url())).unwrap();
    let client = builder(plane.url()).build().unwrap();
    let picture = || UploadFile::new("me.png", "image/png", "png");
    let assets = "/api/v1/workspaces/acme/assets/";
    let user_assets = "/api/v1/assets/user-assets/";
    let file = json!({"name": "me.png", "type": "image/png", "size": 3});
    let with = |key: &str, value: &str| {
        let mut file = file.clone();
        file[key] = value.into();
        file
    };
    let cases = [
        (
            Upload::workspace_asset("acme", picture()),
            assets,
            file.clone(),
            r#"{"is_uploaded":true}"#,
        ),
        (
            Upload::project_asset("acme", "p", picture()),
            assets,
            with("project_id", "p"),
            r#"{"is_uploaded":true}"#,
        ),
        (
            Upload::user_asset(UserAssetEntityType::Cover, picture()),
            user_assets,
            with("entity_type", "USER_COVER"),
            "{}",
        ),
    ];
    for (number, (mut upload, route, create, confirm)) in cases.into_iter().enumerate() {
        upload.send(&client).await.unwrap();
        let asked = &plane.requests()[number * 2..];
        assert_eq!(lines(asked), [format!("POST {route}"), format!("PATCH {route}asset-1/")]);
        assert_eq!(serde_json::from_slice::<Value>(&asked[0].body).unwrap(), create);
        assert_eq!(asked[1].text(), confirm);
        assert_form(&storage.requests()[number], "image/png", "me.png", b"png");
    }
}

/// A file in a temporary directory, which is removed when it is dropped.
struct OnDisk(std::path::PathBuf);

impl OnDisk {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let directory = std::env::temp_dir().join(format!("plane-{:x}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let path = directory.join(name);
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A permission without a size limit.
fn unlimited(storage: &str) -> impl Fn(&Received) -> Reply + Send + Sync + 'static {
    let mut permission = permission(storage, "application/octet-stream");
    permission["upload_data"]["fields"].as_object_mut().unwrap().remove("policy");
    move |request| match request.line().starts_with("POST ") {
        true => json(200, &permission.to_string()),
        false => json(204, ""),
    }
}

#[tokio::test]
async fn a_file_is_streamed_from_disk_and_says_how_far_it_is() {
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    let disk = OnDisk::new("data \"7\".bin", &bytes);
    let storage = stored().await;
    let plane = Server::start(unlimited(storage.url())).await.unwrap();
    let client = builder(plane.url()).build().unwrap();

    let progress = Arc::new(Mutex::new(Vec::new()));
    let log = progress.clone();
    let file = UploadFile::open(&disk.0, "application/octet-stream").await.unwrap();
    attachment(file)
        .on_progress(move |sent, size| log.lock().unwrap().push((sent, size)))
        .send(&client)
        .await
        .unwrap();

    let [form] = &storage.requests()[..] else { panic!("one form") };
    assert!(form.text().contains("filename=\"data %227%22.bin\""));
    assert_eq!(form.body.windows(bytes.len()).filter(|window| *window == bytes).count(), 1);
    let progress = progress.lock().unwrap().clone();
    assert!(progress.is_sorted() && progress.len() >= 4, "{progress:?}");
    assert_eq!(progress.last(), Some(&(200_000, 200_000)));

    // Bytes in memory are sent in chunks too.
    let log = Arc::new(Mutex::new(0));
    let pieces = log.clone();
    let file = UploadFile::new("data.bin", "application/octet-stream", bytes);
    let mut upload = attachment(file).on_progress(move |_, _| *pieces.lock().unwrap() += 1);
    upload.send(&client).await.unwrap();
    assert_eq!(*log.lock().unwrap(), 4);
}

#[tokio::test]
async fn files_that_the_server_does_not_allow_are_not_sent() {
    let storage = stored().await;
    let plane = FaultServer::by(api(storage.url())).unwrap();
    let client = builder(plane.url()).build().unwrap();
    let mut upload = attachment(UploadFile::new("a.txt", "text/plain", "Hello, world"));
    let error = upload.send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    assert_eq!(error.to_string(), "the file has 12 bytes; the server allows at most 10");
    assert_eq!(upload.next_step(), UploadStep::Send);
    let other = permission(storage.url(), "text/html");
    let plane = Server::always(json(200, &other.to_string())).await.unwrap();
    let client = builder(plane.url()).build().unwrap();
    let error = attachment(text()).send(&client).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file has the type `text/plain`; the server allows only `text/html`"
    );
    assert_eq!(storage.requests().len(), 0);
}

#[tokio::test]
async fn invalid_files_are_rejected_without_a_request() {
    let plane = Server::always(json(500, "")).await.unwrap();
    let client = builder(plane.url()).build().unwrap();
    let avatar = |file| Upload::user_asset(UserAssetEntityType::Avatar, file);
    let png = UploadFile::new("a.png", "image/png", "x");
    let endless = UploadFile::new("a", "text/plain", Body::reader(tokio::io::empty()));
    let cases = [
        (avatar(text()), "a user image must be `image/jpeg`, "),
        (avatar(png).external_id("a", "b"), "user images cannot have an external id"),
        (
            attachment(endless),
            "the length of the file is unknown; set it with `Body::with_content_length`",
        ),
    ];
    for (mut upload, message) in cases {
        let error = upload.send(&client).await.unwrap_err();
        assert!(error.to_string().starts_with(message), "{error}");
        assert_eq!(error.delivery(), Delivery::NotSent);
    }
    let error = UploadFile::open("/no/such/file", "text/plain").await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (ErrorKind::Request, "cannot read the file")
    );
    assert_eq!(plane.requests().len(), 0);
}
