//! Connections that fail, and limits.

use super::*;

#[tokio::test]
async fn no_connection_means_not_sent() {
    let server = Server::always(json(200, "{}")).await.unwrap();
    let client = client(&server);
    drop(server);
    tokio::task::yield_now().await;
    let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::Connect, Delivery::NotSent),
        "{error}"
    );
    assert_eq!(words(&error), "cannot connect to the server: connection refused");
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn after_a_broken_connection_the_delivery_is_unknown() {
    let error = rejection(Reply::Close(Vec::new())).await;
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::Transport, Delivery::Unknown),
        "{error}"
    );
    let error =
        rejection(Reply::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":".to_vec()))
            .await;
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::Transport, Delivery::Applied),
        "{error}"
    );
    assert_eq!(error.status(), Some(StatusCode::OK));
}

async fn timed_out(reply: Reply, timeouts: Timeouts) -> Error {
    let server = Server::always(reply).await.unwrap();
    let builder = builder(&server);
    let client = builder.timeouts(timeouts).build().unwrap();
    let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    error
}

#[tokio::test]
async fn each_time_limit_ends_the_call() {
    let short = Some(Duration::from_millis(50));
    let none = Timeouts::default().connect(None).idle(None).min_rate(None).attempt(None).call(None);
    let silent = Reply::Hang(Vec::new());
    let halfway = Reply::Hang(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":".to_vec());

    let error = timed_out(silent.clone(), none.call(short)).await;
    assert_eq!(
        (error.delivery(), words(&error).as_str()),
        (Delivery::Unknown, "no complete response within 50ms")
    );
    timed_out(silent.clone(), none.attempt(short)).await;
    let error = timed_out(halfway, none.idle(short)).await;
    assert_eq!(error.delivery(), Delivery::Applied);

    let server = Server::always(silent).await.unwrap();
    let call = || client(&server).call(&UpdateCustomer::new("7"));
    let error = call().timeout(Duration::from_millis(50)).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let error = call().timeouts(none.attempt(short)).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_response_that_is_too_large_is_cut_off() {
    let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    let chunk = [b"1000\r\n".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
    let server = Server::always(Reply::Endless(head, chunk)).await.unwrap();
    let builder = builder(&server);
    let client = builder.max_response_bytes(100_000).build().unwrap();
    let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::TooLarge, Delivery::Applied));
    assert!(words(&error).contains("larger than 100000 bytes"), "{error}");
    let call = client.call(&UpdateCustomer::new("7")).max_response_bytes(50_000);
    let error = call.send().await.unwrap_err();
    assert!(words(&error).contains("larger than 50000 bytes"), "{error}");
}

#[tokio::test]
async fn an_endless_rejection_is_a_rejection() {
    let head = b"HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    let chunk = [b"1000\r\n".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
    let error = rejection(Reply::Endless(head, chunk)).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(StatusCode::BAD_REQUEST)));
}
