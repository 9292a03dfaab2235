//! What the headers of an answer say.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, header};

use crate::{text, work};

/// `Retry-After` of an answer that came this moment.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    retry_after_at(headers, SystemTime::now())
}

/// In seconds or as a date; a date that is past means now.
fn retry_after_at(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = text::header(headers.get(header::RETRY_AFTER)?)?.trim();
    work::count(value.len());
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    text::header(headers.get("x-request-id")?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        let read = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, value.parse().unwrap());
            retry_after_at(&headers, now).map(|wait| wait.as_secs())
        };
        assert_eq!((read("59"), read(" 0 ")), (Some(59), Some(0)));
        assert_eq!(read("Sun, 06 Nov 1994 08:50:37 GMT"), Some(60));
        assert_eq!(read("Sun, 06 Nov 1994 08:40:37 GMT"), Some(0), "a date that is past");
        for value in ["", "-1", "1.5", "soon", "99999999999999999999999"] {
            assert_eq!(read(value), None, "{value}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_retry_after_is_linear(
            before in "(Sun, 06 Nov 1994 08:)?",
            pattern in "[0-9 :,a-]{1,7}x?",
        ) {
            let input = |length| {
                let value = format!("x{before}{}x", work::repeated(&pattern, length));
                HeaderMap::from_iter([(header::RETRY_AFTER, value.parse().unwrap())])
            };
            work::assert_linear(4 << 10, 256, input, |headers| {
                retry_after_at(headers, SystemTime::UNIX_EPOCH);
            });
        }
    }
}
