//! Streamed responses.

use std::{future::poll_fn, pin::pin};

use plane_api::{Delivery, ErrorKind};
use plane_tests::{
    Reply, Server, answer,
    faults::{Fault, FaultServer},
};

use super::*;

const HEADERS: &str =
    "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"a b.txt\"\r\n";

async fn download(server: &Server) -> Download {
    GetFile::new("a").send(&client(server.url())).await.unwrap()
}

async fn server() -> Server {
    Server::always(Reply::Send(answer(200, HEADERS, "Hello, world"))).await.unwrap()
}

#[tokio::test]
async fn a_download_has_metadata_and_arrives_in_pieces() {
    let server = server().await;
    let mut file = download(&server).await;
    assert_eq!(server.requests()[0].header("accept"), Some("*/*"));
    assert_eq!(file.content_length(), Some(12));
    assert_eq!(file.content_type(), Some("text/plain"));
    assert_eq!(file.file_name().as_deref(), Some("a b.txt"));
    assert_eq!(file.meta().status(), 200);
    assert!(!format!("{file:?}").contains("Hello"));
    let mut text = Vec::new();
    while let Some(piece) = file.chunk().await {
        text.extend_from_slice(&piece.unwrap());
    }
    assert_eq!(text, b"Hello, world");
    assert!(file.chunk().await.is_none());

    let mut file = pin!(download(&server).await);
    let piece = poll_fn(|context| file.as_mut().poll_next(context)).await;
    assert!(b"Hello, world".starts_with(&piece.unwrap().unwrap()), "it is a stream");
}

#[tokio::test]
async fn a_download_can_be_collected_and_written() {
    let server = server().await;
    assert_eq!(download(&server).await.collect().await.unwrap(), "Hello, world");
    let mut text = Vec::new();
    assert_eq!(download(&server).await.write_to(&mut text).await.unwrap(), 12);
    assert_eq!(text, b"Hello, world");

    let client = builder(server.url()).max_response_bytes(11).build().unwrap();
    let error = GetFile::new("a").send(&client).await.unwrap().collect().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::TooLarge, Delivery::Applied));
    let whole = client.call(&GetFile::new("a")).max_response_bytes(12).raw().await.unwrap();
    assert_eq!(whole.body(), "Hello, world");
}

#[tokio::test]
async fn a_download_that_is_json_can_be_read_as_such() {
    let server = Server::always(Reply::Send(answer(200, "", "[1]"))).await.unwrap();
    let client = client(server.url());
    let list: Vec<u8> = client.call(&GetFile::new("a")).send_as().await.unwrap();
    assert_eq!(list, [1]);
    let (file, meta) = client.call(&GetFile::new("a")).with_meta().await.unwrap();
    assert_eq!(
        (meta.status(), file.collect().await.unwrap().as_ref()),
        (200.try_into().unwrap(), &b"[1]"[..])
    );
}

#[tokio::test]
async fn a_rejected_download_is_an_error_before_it_begins() {
    let server =
        FaultServer::start([Fault::Reset], Fault::Answer(answer(404, "", r#"{"detail": "No."}"#)))
            .unwrap();
    let error = GetFile::new("a").send(&client(server.url())).await.unwrap_err();
    assert!(error.is_not_found() && error.detail() == Some("No."), "{error}");
    assert_eq!(server.requests().len(), 2, "it is retried like any request before it begins");
}

#[tokio::test]
async fn a_download_that_breaks_off_is_an_error() {
    let whole = answer(200, "", "Hello, world");
    let server = FaultServer::always(Fault::Close(whole[..whole.len() - 5].to_vec())).unwrap();
    let client = client(server.url());
    let mut file = GetFile::new("a").send(&client).await.unwrap();
    assert_eq!(file.chunk().await.unwrap().unwrap(), "Hello, ");
    let error = file.chunk().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Delivery::Applied));
    assert_eq!(error.endpoint().map(|spec| spec.name), Some("GetFile"));
    assert_eq!(server.requests().len(), 1);
}
