//! Requests and responses in recorded form: without secrets, and without values that change from run to run.

use std::{
    collections::BTreeMap,
    error::Error,
    time::{Duration, SystemTime},
};

use http::{HeaderMap, HeaderName, HeaderValue, Method, header, request, response};

use super::{
    exchange::{Content, End, Failure, Headers, Response, Sent},
    lines::REDACTED,
    scrub::{Scrub, plain_content_type},
};
use crate::{
    client::{
        headers::{is_credential, is_transport},
        transport::CallInfo,
    },
    error::TransportError,
    spec::{ResponseKind, Spec},
    text,
};

/// Replaces an idempotency key that was generated for the call.
const GENERATED: &str = "GENERATED";

impl Sent {
    /// Returns a request without secrets. `server` is the client's base URL without the API root.
    pub(super) fn of(
        scrub: &mut Scrub<'_>,
        parts: &request::Parts,
        info: &CallInfo,
        server: &str,
        body: &[u8],
    ) -> Self {
        let url = scrub.url(&parts.uri, server, info.query_credential_len);
        let media = parts.headers.get(header::CONTENT_TYPE).and_then(text::header);
        Self {
            endpoint: info.spec.name.to_owned(),
            method: parts.method.to_string(),
            url,
            headers: request_headers(scrub, &parts.headers, info.spec),
            body: scrub.content(media.unwrap_or_default(), body, true),
            is_partial: false,
        }
    }

    /// The path; after scheme and authority if they differ from the server's.
    pub(super) fn path(&self) -> &str {
        self.url.split('?').next().unwrap_or_default()
    }

    pub(super) fn query(&self) -> &str {
        self.url.split_once('?').map_or("", |(_, query)| query)
    }
}

fn request_headers(scrub: &mut Scrub<'_>, headers: &HeaderMap, spec: &Spec) -> Headers {
    let is_key = |name: &HeaderName| {
        let mut params = spec.params.into_iter();
        params.any(|it| it.idempotency_key && it.name.eq_ignore_ascii_case(name.as_str()))
    };
    let mut written = Headers::new();
    for (name, value) in headers {
        let is_own = [header::USER_AGENT, header::DATE].contains(name)
            || name == header::ACCEPT_ENCODING && value == "gzip";
        if is_own || is_transport(name) || is_credential(name) || scrub.is_credential(value) {
            continue;
        }
        let value = if name == header::CONTENT_TYPE
            && let Some(plain) = plain_content_type(headers)
        {
            shown(&plain)
        } else if is_key(name) && is_generated(value) {
            GENERATED.to_owned()
        } else {
            header(scrub, name, value)
        };
        written.entry(name.to_string()).or_default().push(value);
    }
    written
}

fn header(scrub: &mut Scrub<'_>, name: &HeaderName, value: &HeaderValue) -> String {
    if name == header::SET_COOKIE {
        scrub.cookie(value.as_bytes());
    }
    if value.is_sensitive() || is_credential(name) {
        return REDACTED.to_owned();
    }
    if let Some(url) = text::header(value).filter(|_| name == header::LOCATION) {
        return scrub.location(url);
    }
    String::from_utf8_lossy(&scrub.field(name.as_str(), value.as_bytes())).into_owned()
}

fn shown(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

/// Returns `true` if it looks like a key that the client generates.
fn is_generated(value: &HeaderValue) -> bool {
    value.len() == 32 && value.as_bytes().iter().all(u8::is_ascii_hexdigit)
}

impl Response {
    /// Returns a response without secrets.
    pub(super) fn of(
        scrub: &mut Scrub<'_>,
        parts: &response::Parts,
        spec: &Spec,
        body: &[u8],
        end: End,
    ) -> Self {
        let media = parts.headers.get(header::CONTENT_TYPE).and_then(text::header);
        // A body in an unsupported encoding cannot be searched.
        let coding = parts.headers.get(header::CONTENT_ENCODING);
        let body = if coding.is_some_and(|coding| !coding.is_empty() && coding != "identity") {
            Content::Empty
        } else {
            // For decoded JSON, only the value matters.
            let is_exact = !matches!(spec.response_kind, ResponseKind::Json | ResponseKind::Page);
            scrub.content(media.unwrap_or_default(), body, is_exact)
        };
        let mut headers = response_headers(scrub, &parts.headers);
        if end == End::Complete
            && spec.method != Method::HEAD
            && let Some(length) = headers.get_mut(header::CONTENT_LENGTH.as_str())
        {
            *length = vec![body.bytes().len().to_string()];
        }
        Self { status: parts.status.as_u16(), headers, body, end }
    }
}

fn response_headers(scrub: &mut Scrub<'_>, headers: &HeaderMap) -> Headers {
    let mut written = BTreeMap::<String, Vec<String>>::new();
    for (name, value) in headers {
        let is_dropped =
            name == header::DATE || is_transport(name) && name != header::CONTENT_LENGTH;
        if is_dropped {
            continue;
        }
        let value = match seconds(name, value, headers) {
            Some(seconds) => seconds.to_string(),
            None => header(scrub, name, value),
        };
        written.entry(name.to_string()).or_default().push(value);
    }
    written
}

/// Returns the seconds until the point in time in a header. `None` if it contains none.
fn seconds(name: &HeaderName, value: &HeaderValue, headers: &HeaderMap) -> Option<u64> {
    let date = |value: &HeaderValue| httpdate::parse_http_date(text::header(value)?).ok();
    let then = match name.as_str() {
        "retry-after" => date(value)?,
        "x-ratelimit-reset" | "ratelimit-reset" => {
            let time: f64 = text::header(value)?.trim().parse().ok()?;
            // The units differ by magnitude.
            let unix = match time {
                time if time < 1e9 => return None,
                time if time <= 1e11 => time,
                time => time / 1000.0,
            };
            SystemTime::UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(unix).ok()?)?
        }
        _ => return None,
    };
    let now = headers.get(header::DATE).and_then(date).unwrap_or_else(SystemTime::now);
    Some(then.duration_since(now).unwrap_or_default().as_secs_f64().ceil() as u64)
}

impl Failure {
    pub(super) fn of(error: &TransportError) -> Self {
        let mut causes = Vec::new();
        let mut next = error.source();
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        Self {
            stage: error.stage(),
            is_timeout: error.is_timeout(),
            is_malformed: error.is_malformed(),
            hint: error.hint().to_owned(),
            cause: causes.join(": "),
        }
    }

    pub(super) fn scrubbed(mut self, scrub: &mut Scrub<'_>) -> Self {
        self.hint = scrub.text(&self.hint);
        self.cause = scrub.text(&self.cause);
        self
    }

    /// Recreates the failure.
    pub(super) fn error(&self) -> TransportError {
        let error = TransportError::new(self.stage, self.cause.clone());
        let error = error.because(self.hint.clone()).with_malformed(self.is_malformed);
        if self.is_timeout { error.timed_out() } else { error }
    }
}
