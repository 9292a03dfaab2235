//! Downloads from file storage.

use plane_api::{CallInfo, Interceptor, http};

use super::*;

#[tokio::test]
async fn a_download_follows_to_the_storage_without_the_key() {
    const TARGET: &str = "/uploads/w/1-a.txt?response-content-disposition=attachment%3B%20filename%2A%3DUTF-8%27%27a.txt&X-Amz-Signature=4575d73d0b25427a09cbfdba0812ccd1";
    let headers =
        "Content-Disposition: attachment; filename*=UTF-8''a.txt\r\nContent-Type: text/plain\r\n";
    let storage = Server::always(Reply::Send(answer(200, headers, "Hello"))).await.unwrap();
    let url = format!("{}{TARGET}", storage.url());
    let asset = json!({"asset_url": url}).to_string();
    let location = format!("Location: {url}\r\n");
    let plane = Server::start(move |request| match request.line().contains("attachments") {
        true => Reply::Send(answer(302, &location, "")),
        false => json(200, &asset),
    });
    let plane = plane.await.unwrap();
    let seen = Arc::new(Seen::default());
    let client = builder(plane.url()).interceptor(seen.clone()).build().unwrap();

    let request = GetWorkItemAttachment::new("acme", "p", "w", "asset-1");
    let file = request.send(&client).await.unwrap().download(&client).await.unwrap();
    assert_eq!((file.file_name().as_deref(), file.content_length()), (Some("a.txt"), Some(5)));
    assert_eq!(file.collect().await.unwrap(), "Hello");
    let asset = GetWorkspaceAsset::new("acme", "asset-1").send(&client).await.unwrap();
    assert_eq!(asset.download(&client).await.unwrap().collect().await.unwrap(), "Hello");
    for request in storage.requests() {
        assert_eq!(
            (request.line(), request.header("accept")),
            (&*format!("GET {TARGET}"), Some("*/*"))
        );
        assert_no_key(&request);
    }
    assert_eq!(storage.requests().len(), 2);
    let seen = seen.0.lock().unwrap();
    assert!(seen.len() == 2 && !seen.concat().contains("Signature"), "{seen:?}");
}

/// Records the requests that an interceptor sees.
#[derive(Default)]
struct Seen(Mutex<Vec<String>>);

impl Interceptor for Seen {
    fn request(
        &self,
        uri: &http::Uri,
        _: &mut http::HeaderMap,
        _: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        self.0.lock().unwrap().push(uri.to_string());
        Ok(())
    }
}

/// Returns the error of a download that is redirected to this location.
async fn lost(location: &str) -> Error {
    let location = format!("Location: {location}\r\n");
    let plane = Server::always(Reply::Send(answer(302, &location, ""))).await.unwrap();
    let client = builder(plane.url()).build().unwrap();
    let request = GetWorkItemAttachment::new("acme", "p", "w", "asset-1");
    let redirect = request.send(&client).await.unwrap();
    let error = redirect.download(&client).await.unwrap_err();
    assert_discreet(&error);
    error
}

#[tokio::test]
async fn a_failed_download_shows_the_host_and_no_secrets() {
    let xml = format!(
        "<Error><Code>NoSuchKey</Code><SignatureProvided>{SIGNATURE}</SignatureProvided></Error>"
    );
    let storage = Server::always(Reply::Send(answer(404, "", xml))).await.unwrap();
    let error = lost(&format!("{}/a?X-Amz-Signature={SIGNATURE}", storage.url())).await;
    assert!(error.is_not_found() && !error.is_route_missing(), "{error}");
    assert_eq!((error.code(), error.endpoint().unwrap().name), (Some("NoSuchKey"), "FetchFile"));

    let cases = [
        (
            format!("http://files.example/a?s={SIGNATURE}"),
            "`http://files.example`, which is not encrypted",
        ),
        (format!("https://user:{SIGNATURE}@files.example/"), "it contains a user name or password"),
        (format!("ftp://files.example/?s={SIGNATURE}"), "it is not an HTTP URL"),
        (format!("http://[/?s={SIGNATURE}"), "it is not a valid URL"),
    ];
    for (location, message) in cases {
        let error = lost(&location).await;
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Config, Delivery::NotSent));
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[tokio::test]
async fn a_relative_address_is_on_the_same_server_and_still_without_the_key() {
    let plane = Server::start(|request| match request.line().contains("attachments") {
        true => Reply::Send(answer(302, "Location: /uploads/a\r\n", "")),
        false => Reply::Send(answer(200, "", "Hello")),
    });
    let plane = plane.await.unwrap();
    let client = builder(plane.url()).build().unwrap();
    let request = GetWorkItemAttachment::new("acme", "p", "w", "asset-1");
    let redirect = request.send(&client).await.unwrap();
    assert_eq!(redirect.download(&client).await.unwrap().collect().await.unwrap(), "Hello");
    let requests = plane.requests();
    assert_eq!(requests[1].line(), "GET /uploads/a");
    assert_no_key(&requests[1]);
}
