//! Reads response headers: `Retry-After`, rate limits and request ids.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, StatusCode, header};

use super::Dialect;
use crate::{text, work};

const RESET_AFTER: HeaderName = HeaderName::from_static("x-ratelimit-reset-after");
const RESET_IETF: HeaderName = HeaderName::from_static("ratelimit-reset");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// The longest supported delay. Longer ones are equivalent to it (RFC 9111, 1.2.2).
const LONGEST: Duration = Duration::from_secs(1 << 31);

/// Returns `true` if the server rejected a request because there were too many: 429, or 403 with a delay.
pub(crate) fn is_throttled(status: StatusCode, headers: &HeaderMap) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS
        || status == StatusCode::FORBIDDEN && retry_after(headers, SystemTime::now).is_some()
}

/// Returns how long the server asks to wait, counted from now: the `Retry-After` of the response, or the reset of the
/// rate limit if the request was rejected for that reason.
pub(crate) fn asked_wait(
    status: StatusCode,
    headers: &HeaderMap,
    dialect: &Dialect,
) -> Option<Duration> {
    retry_after(headers, SystemTime::now).or_else(|| {
        let is_throttled = status == StatusCode::TOO_MANY_REQUESTS;
        is_throttled.then(|| reset(headers, dialect)).flatten()
    })
}

/// Returns how long it takes until the rate limit resets, counted from now.
pub(crate) fn reset(headers: &HeaderMap, dialect: &Dialect) -> Option<Duration> {
    reset_at(headers, dialect, SystemTime::now)
}

/// Reads seconds or a date. A date in the past means now.
fn retry_after(headers: &HeaderMap, now: fn() -> SystemTime) -> Option<Duration> {
    let value = value(headers, header::RETRY_AFTER)?;
    seconds(value).or_else(|| {
        let date = httpdate::parse_http_date(value).ok()?;
        Some(date.duration_since(sent_at(headers, now)).unwrap_or_default().min(LONGEST))
    })
}

/// `X-RateLimit-Reset` is used with three units, which differ by magnitude. `RateLimit-Reset` is used the same way,
/// despite its standard. A point in time is compared with the server's own clock.
fn reset_at(headers: &HeaderMap, dialect: &Dialect, now: fn() -> SystemTime) -> Option<Duration> {
    const UNIX_SECONDS: Duration = Duration::from_secs(1_000_000_000);
    const UNIX_MILLISECONDS: Duration = Duration::from_secs(100_000_000_000);
    let number = |name| value(headers, name).and_then(number);
    if let Some(time) = number(RESET_AFTER) {
        return Some(time.min(LONGEST));
    }
    let time =
        number(RESET_IETF).or_else(|| if dialect.ignores_reset { None } else { number(RESET) })?;
    let since_epoch = match time {
        time if time < UNIX_SECONDS => return Some(time),
        time if time <= UNIX_MILLISECONDS => time,
        time => time / 1000,
    };
    let sent_at = sent_at(headers, now).duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(since_epoch.saturating_sub(sent_at).min(LONGEST))
}

/// Returns when the server sent the response: by its `Date`, or by the local clock if there is none.
fn sent_at(headers: &HeaderMap, now: fn() -> SystemTime) -> SystemTime {
    value(headers, header::DATE)
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or_else(now)
}

fn value(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let value = headers.get(name)?;
    work::count(value.len());
    text::header(value).map(str::trim)
}

fn seconds(text: &str) -> Option<Duration> {
    number(text).map(|time| time.min(LONGEST))
}

/// Reads digits with an optional fraction as seconds. Other notations are rejected.
fn number(text: &str) -> Option<Duration> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    // A number that is too large for a duration, infinity included, becomes the largest duration.
    Some(Duration::try_from_secs_f64(text.parse().ok()?).unwrap_or(Duration::MAX))
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    text::header(headers.get("x-request-id")?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Sun, 06 Nov 1994 08:49:37 GMT.
    const NOW: u64 = 784_111_777;

    const IGNORING: Dialect = Dialect { ignores_reset: true, ..Dialect::STANDARD };

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
            .collect()
    }

    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(NOW)
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let read = |value: &str| retry_after(&headers(&[("retry-after", value)]), now);
        let millis = |millis| Some(Duration::from_millis(millis));
        assert_eq!((read("59"), read(" 0 ")), (millis(59_000), millis(0)));
        assert_eq!(
            (read("2.0"), read("1.5"), read("0.25")),
            (millis(2000), millis(1500), millis(250))
        );
        // The three notations that HTTP allows (RFC 9110, 5.6.7).
        for date in [
            "Sun, 06 Nov 1994 08:50:37 GMT",
            "Sunday, 06-Nov-94 08:50:37 GMT",
            "Sun Nov  6 08:50:37 1994",
        ] {
            assert_eq!(read(date), millis(60_000), "{date}");
        }
        assert_eq!(read("Fri, 31 Dec 9999 23:59:59 GMT"), Some(LONGEST));
        assert_eq!(read("Sun, 06 Nov 1994 08:40:37 GMT"), millis(0), "a date that is past");
        for long in ["99999999999999999999999", "2147483649", &"9".repeat(400)] {
            assert_eq!(read(long), Some(LONGEST), "{long}");
        }
        for value in [
            "", "-1", "+1", "1e3", ".5", "5.", ".", "1.5.2", "inf", "nan", "NaN", "Infinity",
            "0x1", "1_000", "1,5", "\u{661}", "1 s", "PT5S", "soon",
        ] {
            assert_eq!(read(value), None, "{value}");
        }
    }

    #[test]
    fn a_date_is_compared_with_the_servers_own_clock() {
        let read = |date: &str| {
            let retry_after = ("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT");
            super::retry_after(&headers(&[retry_after, ("date", date)]), now)
                .map(|wait| wait.as_secs())
        };
        assert_eq!(read("Sun, 06 Nov 1994 08:50:30 GMT"), Some(7));
        assert_eq!(read("Sun, 06 Nov 1994 09:50:30 GMT"), Some(0));
        assert_eq!(read("yesterday"), Some(60));
    }

    #[test]
    fn a_reset_is_seconds_or_a_point_of_time_by_its_size() {
        let read = |pairs: &[_]| reset_at(&headers(pairs), &Dialect::STANDARD, now);
        let secs = |seconds| Some(Duration::from_secs(seconds));
        assert_eq!(read(&[("x-ratelimit-reset-after", "0.5")]), Some(Duration::from_millis(500)));
        assert_eq!(read(&[("ratelimit-reset", "30")]), secs(30));
        assert_eq!(read(&[("x-ratelimit-reset", "30")]), secs(30));
        assert_eq!(read(&[("x-ratelimit-reset", "999999999")]), secs(999_999_999));
        let date = ("date", "Sat, 01 Nov 2025 00:00:00 GMT");
        for reset in ["1761955230", "1761955230000"] {
            assert_eq!(read(&[("x-ratelimit-reset", reset), date]), secs(30), "{reset}");
        }
        assert_eq!(
            read(&[("x-ratelimit-reset", "1761955200.5"), date]),
            Some(Duration::from_millis(500))
        );
        assert_eq!(read(&[("x-ratelimit-reset", "1761955199"), date]), secs(0), "it is past");
        // The two boundaries between the units.
        assert_eq!(read(&[("x-ratelimit-reset", "1000000000")]), secs(1_000_000_000 - NOW));
        assert_eq!(read(&[("x-ratelimit-reset", "100000000000")]), Some(LONGEST));
        assert_eq!(read(&[("x-ratelimit-reset", "1000000000000")]), secs(1_000_000_000 - NOW));
        for value in ["", "-1", "soon"] {
            assert_eq!(read(&[("x-ratelimit-reset", value)]), None);
        }
        // GitLab's value is a point in time, too.
        assert_eq!(read(&[("ratelimit-reset", "1761955230"), date]), secs(30));
        let all = [
            ("x-ratelimit-reset-after", "1"),
            ("ratelimit-reset", "2"),
            ("x-ratelimit-reset", "3"),
        ];
        assert_eq!((read(&all), read(&all[1..]), read(&all[2..])), (secs(1), secs(2), secs(3)));
        let ignoring = |pairs: &[_]| reset_at(&headers(pairs), &IGNORING, now);
        assert_eq!((ignoring(&all[2..]), ignoring(&all)), (None, secs(1)));
    }

    #[test]
    fn a_reset_is_a_hint_only_for_what_the_rate_limit_rejected() {
        let wait = |status: u16, pairs: &[_]| {
            let status = StatusCode::from_u16(status).unwrap();
            asked_wait(status, &headers(pairs), &Dialect::STANDARD).map(|wait| wait.as_secs())
        };
        let both = [("retry-after", "7"), ("x-ratelimit-reset", "9")];
        assert_eq!((wait(429, &both), wait(429, &both[1..])), (Some(7), Some(9)));
        for status in [200, 403, 404, 503] {
            assert_eq!(
                (wait(status, &both), wait(status, &both[1..])),
                (Some(7), None),
                "{status}"
            );
        }
    }

    #[test]
    fn a_403_with_a_time_to_wait_is_throttled() {
        let is = |status: u16, pairs: &[_]| {
            is_throttled(StatusCode::from_u16(status).unwrap(), &headers(pairs))
        };
        let wait = [("retry-after", "1")];
        assert!(is(429, &[]) && is(403, &wait));
        assert!(!is(403, &[]) && !is(403, &[("retry-after", "soon")]) && !is(503, &wait));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_time_to_wait_is_linear(
            before in "(Sun, 06 Nov 1994 08:|1\\.)?",
            pattern in "[0-9 :,a-]{1,7}x?",
            end in "x?",
        ) {
            let input = |length| {
                let value = format!("{end}{before}{}{end}", work::repeated(&pattern, length));
                let headers = [header::RETRY_AFTER, header::DATE, RESET_AFTER, RESET_IETF, RESET];
                HeaderMap::from_iter(headers.map(|name| (name, value.parse().unwrap())))
            };
            work::assert_linear(4 << 10, 256, input, |headers| {
                retry_after(headers, || SystemTime::UNIX_EPOCH);
                reset_at(headers, &Dialect::STANDARD, || SystemTime::UNIX_EPOCH);
            });
        }
    }
}
