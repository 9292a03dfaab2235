//! The bodies of rejections.

use plane_api::{Delivery, ErrorKind, endpoint};

use crate::{
    client::{KEY, Reply, block_on, client},
    split,
};

#[endpoint(POST, "/things/")]
struct CreateThing {}

#[endpoint(GET, "/things/")]
struct ListThings {}

/// The first byte of the input determines the status of a rejection. The rest is the body, in which `$KEY` stands for the
/// client's API key. The error is one readable line and does not show the key, and its delivery follows from the status.
pub fn error_body(input: &[u8]) {
    let (first, rest) = split(input);
    let status = 400 + u16::from(first) % 200;
    let body = String::from_utf8_lossy(rest).contains("$KEY").then(|| echoed(rest));
    let body = body.unwrap_or_else(|| rest.to_vec());
    let (client, targets) = client([Reply::new(status, body)], |builder| builder);
    let error = block_on(CreateThing::new().send(&client)).unwrap_err();

    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, status));
    let expected = if status > 500 || status == 408 || status == 500 {
        Delivery::Unknown
    } else {
        Delivery::Rejected
    };
    assert_eq!(error.delivery(), expected, "{status}");
    let line = error.to_string();
    assert!(!line.is_empty() && !line.contains(char::is_control), "{line:?}");
    let shown = format!(
        "{line} {error:?} {:?} {:?} {:?} {:?}",
        error.detail(),
        error.code(),
        error.body_snippet(),
        error.field_errors()
    );
    assert!(!shown.contains(KEY), "{shown}");
    assert!(
        error.field_errors().iter().all(|field| !field.messages.is_empty() || field.code.is_some())
    );

    // The same response gives the same error, and a request that only reads has done nothing.
    let other = block_on(ListThings::new().send(&client)).unwrap_err();
    assert_eq!((other.detail(), other.code()), (error.detail(), error.code()));
    assert!(other.delivery() != Delivery::Applied);
    assert_eq!(targets.lock().unwrap().len(), 2);
}

/// The body with the key in place of `$KEY`.
fn echoed(body: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.windows(4).position(|bytes| bytes == b"$KEY") {
        text.extend_from_slice(&rest[..at]);
        text.extend_from_slice(KEY.as_bytes());
        rest = &rest[at + 4..];
    }
    text.extend_from_slice(rest);
    text
}
