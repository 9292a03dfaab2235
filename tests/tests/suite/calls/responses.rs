//! Decoding of responses.

use super::*;

#[tokio::test]
async fn an_empty_body_is_null_and_an_ignored_body_is_not_decoded() {
    let server = Server::always(Reply::Send(answer(204, "", ""))).await.unwrap();
    let client = client(&server);
    assert_eq!(GetPublic::new().send(&client).await.unwrap(), Value::Null);
    DeleteCustomer::new("7").send(&client).await.unwrap();
    let server = Server::always(Reply::Send(answer(200, "", "<html>"))).await.unwrap();
    DeleteCustomer::new("7").send(&self::client(&server)).await.unwrap();
}

#[tokio::test]
async fn text_that_is_not_utf_8_is_an_error_with_its_location() {
    let body = b"{\"id\": \"caf\xe9\"}";
    let error = rejection(Reply::Send(answer(200, "", body))).await;
    assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    assert!(error.json_path().is_some() && !error.to_string().contains("not JSON"), "{error}");
    let body = "{\"id\": \"caf\u{e9}\"}";
    let server = Server::always(Reply::Send(answer(200, "", body))).await.unwrap();
    assert_eq!(GetCustomer::new("7").send(&client(&server)).await.unwrap().id, "caf\u{e9}");
}

#[tokio::test]
async fn bytes_are_returned_unchanged() {
    let server = Server::always(Reply::Send(answer(200, "", b"\0\xff"))).await.unwrap();
    assert_eq!(GetFileBytes::new("7").send(&client(&server)).await.unwrap(), &b"\0\xff"[..]);
}

#[tokio::test]
async fn a_response_in_pieces_is_put_together() {
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n5\r\n: \"7\"\r\n1\r\n}\r\n0\r\n\r\n";
    let server = Server::always(Reply::Send(chunked.into())).await.unwrap();
    assert_eq!(GetCustomer::new("7").send(&client(&server)).await.unwrap().id, "7");
}

/// A chunked body ends with its last chunk, whatever length is declared (RFC 9112, 6.3).
#[tokio::test]
async fn a_length_beside_chunks_does_not_end_the_body() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n";
    let chunks = "5\r\n{\"id\"\r\n5\r\n: \"7\"\r\n1\r\n}\r\n0\r\n\r\n";
    let server = Server::always(Reply::Send((head.to_owned() + chunks).into())).await.unwrap();
    assert_eq!(GetCustomer::new("7").send(&client(&server)).await.unwrap().id, "7");
}

#[tokio::test]
async fn a_redirect_can_be_the_response_and_hides_its_signature() {
    let head = "Location: https://storage.example/a.png?X-Amz-Signature=CANARY\r\n";
    let server = Server::always(Reply::Send(answer(302, head, ""))).await.unwrap();
    let redirect = GetFile::new("7").send(&client(&server)).await.unwrap();
    assert_eq!(redirect.location(), "https://storage.example/a.png?X-Amz-Signature=CANARY");
    assert!(!format!("{redirect:?}").contains("CANARY"));

    let server = Server::always(Reply::Send(answer(200, "", ""))).await.unwrap();
    let error = GetFile::new("7").send(&client(&server)).await.unwrap_err();
    assert!(error.to_string().contains("expected a redirect"), "{error}");
}

#[tokio::test]
async fn a_decode_error_has_status_path_and_snippet() {
    let body = r#"{"id": "7", "employees": "SECRET"}"#;
    let error = rejection(json(200, body)).await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
    assert_eq!((error.status(), error.json_path()), (Some(StatusCode::OK), Some("employees")));
    assert_eq!(error.body_snippet().unwrap(), body);
    assert_eq!(error.body::<Value>().unwrap()["id"], "7");
    assert_eq!(
        words(&error),
        "200 OK: cannot decode the response at `employees`: found string, expected u32"
    );
    assert!(!format!("{error:?}").contains("SECRET"), "values are shown only on request");

    let error = rejection(json(200, "{}")).await;
    assert_eq!(words(&error), "200 OK: cannot decode the response at the root: missing field `id`");
    let error = rejection(json(200, r#"{"id": "7"} x"#)).await;
    assert!(words(&error).contains("is not JSON"), "{error}");
}

#[tokio::test]
async fn a_page_for_browsers_suggests_the_base_url() {
    let error = rejection(Reply::Send(answer(200, "", "<!doctype html>"))).await;
    assert_eq!(words(&error), "200 OK: the response is not JSON; check the base URL");
    assert_eq!(error.body_snippet().unwrap(), "<!doctype html>");
    let error = rejection(Reply::Send(answer(200, "", ""))).await;
    assert!(
        words(&error).contains("expected at `.`") || words(&error).contains("is empty"),
        "{error}"
    );
}
