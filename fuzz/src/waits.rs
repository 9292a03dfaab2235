//! Waits that a server asks for.

use std::time::Duration;

use plane_api::{
    ErrorKind, RateLimit, endpoint,
    http::{HeaderName, HeaderValue},
};

use crate::client::{Reply, block_on, client};

#[endpoint(GET, "/things/")]
struct ListThings {}

const NAMES: [&str; 8] = [
    "retry-after",
    "ratelimit-reset",
    "ratelimit-remaining",
    "ratelimit-limit",
    "x-ratelimit-reset",
    "x-ratelimit-reset-after",
    "x-ratelimit-remaining",
    "date",
];

/// The first byte of the input determines the status of a response, and each line of the rest is a header of that
/// response: the first byte of the line chooses the name of the header. Whatever the headers are, the wait that the client
/// reads from them is bounded, and digits in `Retry-After` are seconds.
pub fn waits(input: &[u8]) {
    let (first, rest) = crate::split(input);
    let status = [200, 429, 403, 503][usize::from(first % 4)];
    let mut reply = Reply::new(status, "null");
    for line in rest.split(|byte| *byte == b'\n') {
        let (name, value) = crate::split(line);
        let name = HeaderName::from_static(NAMES[usize::from(name % 8)]);
        if let Ok(value) = HeaderValue::from_bytes(value) {
            reply.headers.insert(name, value);
        }
    }
    let headers = reply.headers.clone();
    let (client, targets) = client([reply], |builder| builder.rate_limit(RateLimit::Auto));
    let result = block_on(ListThings::new().send(&client));
    assert_eq!(targets.lock().unwrap().len(), 1);
    let limit = client.rate_limit();
    assert_eq!(limit.waiting, 0);
    let Err(error) = result else { return assert_eq!(status, 200) };
    assert_eq!(error.kind(), ErrorKind::Status);
    let wait = error.retry_after();
    assert!(wait.is_none_or(|wait| wait <= Duration::from_secs(1 << 31)), "{wait:?}");
    assert_eq!(error.is_rate_limited(), status == 429 || status == 403 && wait.is_some());

    // A rejection for too many requests pauses the client for that time, but at most for a day.
    if let Some(wait) = wait.filter(|wait| error.is_rate_limited() && !wait.is_zero()) {
        let paused = limit.next_available.unwrap();
        assert!(paused <= wait.min(Duration::from_secs(24 * 60 * 60)), "{paused:?}");
    }
    let Some(text) = headers.get("retry-after").and_then(|value| value.to_str().ok()) else {
        return;
    };
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = text.parse::<u64>().unwrap_or(u64::MAX).min(1 << 31);
        assert_eq!(wait, Some(Duration::from_secs(seconds)), "{text}");
    } else if !text.bytes().any(|byte| byte.is_ascii_digit()) && status == 503 {
        assert_eq!(wait, None, "{text}");
    }
    if httpdate::parse_http_date(text).is_ok() {
        assert!(wait.is_some(), "{text}");
    }
}
