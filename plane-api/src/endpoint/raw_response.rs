//! [`RawResponse`]: a response before it is decoded.

mod decode_failure;
pub(crate) mod streams;

use std::{
    borrow::Cow,
    fmt,
    str::{self, FromStr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde::de::IgnoredAny;

use crate::{
    endpoint::{
        body::Body,
        coerce::NullList,
        download::{Download, Gauge},
        meta::Meta,
        raw_response::streams::{Events, Lines},
        redirect::Redirect,
        values::FromResponse,
    },
    error::{CallSite, Error, ErrorKind, Result},
    redact::Redaction,
    text, work,
};

/// A response that accepts the request (2xx), before it is decoded. Cloning is cheap and shares the body.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, RawResponse, Result, endpoint};
///
/// /// Counts the tasks. The server sends their number in a header.
/// #[endpoint(HEAD, "/tasks" -> u64, decode = total)]
/// struct CountTasks {}
///
/// fn total(response: RawResponse) -> Result<u64> {
///     response.header("X-Total-Count")
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::{http::StatusCode, testing::{Mock, Reply}};
/// # let mock = Mock::new();
/// # mock.expect_any::<CountTasks>().reply(Reply::new(StatusCode::OK).header("x-total-count", "42"));
/// # let client = mock.client();
/// assert_eq!(CountTasks::new().send(&client).await?, 42);
/// # Ok(())
/// # }
/// ```
// A response is moved many times, so its parts are boxed.
#[derive(Clone)]
pub struct RawResponse(Arc<Parts>);

struct Parts {
    meta: Meta,
    body: Bytes,
    site: CallSite,
    /// The secrets of the request, which are redacted from server messages.
    redaction: Redaction,
    /// The body, if it was not read yet. The first caller takes it.
    stream: Mutex<Option<(Body, Gauge, usize)>>,
    /// The index of the only entry of a page that the body contains, and the path to it.
    entry: Option<(&'static str, usize)>,
    /// The name of the body in errors: `response`, unless it is an item of a stream.
    what: &'static str,
}

/// Shows the length of the body, not its content.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("meta", &self.0.meta)
            .field("body_bytes", &self.0.body.len())
            .finish_non_exhaustive()
    }
}

impl RawResponse {
    pub(crate) fn new(
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        site: CallSite,
        redaction: Redaction,
    ) -> Self {
        let meta = Meta::new(status, headers, site.attempts);
        let what = "response";
        Self(Arc::new(Parts {
            meta,
            body,
            site,
            redaction,
            stream: Mutex::default(),
            entry: None,
            what,
        }))
    }

    /// Returns the same response with another body, which contains only the entry with this index of the list at this
    /// path.
    pub(crate) fn with_entry(&self, body: Bytes, entry: Option<(&'static str, usize)>) -> Self {
        let Parts { meta, site, redaction, .. } = &*self.0;
        let (meta, site, redaction) = (meta.clone(), site.clone(), redaction.clone());
        let what = self.0.what;
        Self(Arc::new(Parts { meta, body, site, redaction, stream: Mutex::default(), entry, what }))
    }

    /// Returns the same response with another name in errors.
    pub(crate) fn called(mut self, what: &'static str) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.what = what;
        }
        self
    }

    /// Returns the endpoint and the host of the call.
    pub(crate) fn site(&self) -> &CallSite {
        &self.0.site
    }

    /// Records how long the call took.
    pub(crate) fn took(&mut self, duration: Duration) {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.meta.set_duration(duration);
        }
    }

    /// Attaches a body that is still to arrive, with its minimum rate and the maximum number of bytes that may be
    /// collected.
    pub(crate) fn with_stream(mut self, body: Body, gauge: Gauge, max_bytes: usize) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.stream = Mutex::new(Some((body, gauge, max_bytes)));
        }
        self
    }

    /// Returns the status, headers and other metadata of the response.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// Returns the body, decompressed.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Returns the body, decompressed.
    #[must_use]
    pub fn into_body(self) -> Bytes {
        self.0.body.clone()
    }

    /// Decodes the body as JSON in UTF-8. An empty or blank body is decoded as `null`; a byte order mark is ignored. If
    /// `T` is a list, a body that is `null` is decoded as an empty list.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not JSON of the type `T`. The error contains the location in the JSON
    /// ([`Error::json_path`]) and the body.
    pub fn json<T: FromResponse>(self) -> Result<T> {
        let decode = |json: &[u8]| serde_json::from_str::<T>(&text::utf8(json));
        let json = text::json(&self.0.body);
        let json = if json.is_empty() { b"null" } else { json };
        let error = match decode(json) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        // An empty body is not a list.
        if text::json(&self.0.body) == b"null"
            && let Ok(list) = T::deserialize(NullList)
        {
            return Ok(list);
        }
        Err(self.undecodable(&error, &|json| decode(json).err()))
    }

    /// Returns the target of a redirect.
    ///
    /// # Errors
    ///
    /// Returns an error if the response is not a redirect or has no target.
    pub fn redirect(self) -> Result<Redirect> {
        let location = self.0.meta.headers().get(header::LOCATION).and_then(text::header);
        match location {
            Some(location) if self.0.meta.status().is_redirection() => Ok(Redirect::new(location)),
            _ => Err(self.unreadable("expected a redirect, but the response has no `Location`")),
        }
    }

    /// Returns the body as a stream.
    ///
    /// # Errors
    ///
    /// Returns an error if the body was already read, because the endpoint's [`ResponseKind`](crate::ResponseKind) is
    /// not `Download`.
    pub fn download(self) -> Result<Download> {
        let stream = self.0.stream.lock().unwrap_or_else(PoisonError::into_inner).take();
        match stream {
            Some((body, gauge, max_bytes)) => {
                let Parts { meta, site, .. } = &*self.0;
                Ok(Download::new(body, meta.clone(), site.clone(), gauge, max_bytes))
            }
            None => Err(self.unreadable("expected a stream, but the body was already read")),
        }
    }

    /// Returns the body as a stream of server-sent events.
    ///
    /// # Errors
    ///
    /// Returns an error if the `Content-Type` of the response is not `text/event-stream`, or if the body was already
    /// read, because the endpoint's [`ResponseKind`](crate::ResponseKind) is not `Events`, `Lines` or `Download`.
    pub fn events<T: FromResponse>(self) -> Result<Events<T>> {
        let content_type = self.0.meta.headers().get(header::CONTENT_TYPE).and_then(text::header);
        let content_type = content_type.unwrap_or("text/event-stream");
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("text/event-stream") {
            let message = format!(
                "expected server-sent events, but the response is `{essence}`; check the parameter that enables streaming"
            );
            return Err(self.unreadable(message));
        }
        let redaction = self.0.redaction.clone();
        Ok(Events::new(self.download()?, redaction))
    }

    /// Returns the body as a stream of JSON values, one per line.
    ///
    /// # Errors
    ///
    /// Returns an error if the body was already read, because the endpoint's [`ResponseKind`](crate::ResponseKind) is
    /// not `Lines`, `Events` or `Download`.
    pub fn lines<T: FromResponse>(self) -> Result<Lines<T>> {
        let redaction = self.0.redaction.clone();
        Ok(Lines::new(self.download()?, redaction))
    }

    /// Returns the body as text. Use `decode = RawResponse::text` for a response that is not JSON.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not UTF-8.
    pub fn text(self) -> Result<String> {
        match str::from_utf8(&self.0.body) {
            Ok(text) => Ok(text.to_owned()),
            Err(_) => {
                let what = self.0.what;
                Err(self.unreadable(format!("the {what} is not UTF-8 text")))
            }
        }
    }

    /// Parses the value of a header. Use this method in a decode function:
    ///
    /// ```
    /// use plane_api::{RawResponse, Result, endpoint};
    ///
    /// /// Returns the URL of the new robot.
    /// #[endpoint(POST, "/robots" -> String, decode = location)]
    /// pub struct CreateRobot {
    ///     pub name: String,
    /// }
    ///
    /// fn location(response: RawResponse) -> Result<String> {
    ///     response.header("Location")
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the response has no such header, or if the value of the header cannot be parsed as a `T`.
    pub fn header<T: FromStr>(&self, name: &str) -> Result<T> {
        let Some(value) = self.0.meta.headers().get(name) else {
            return Err(self.clone().unreadable(format!("the response has no header `{name}`")));
        };
        text::header(value).and_then(|value| value.trim().parse().ok()).ok_or_else(|| {
            self.clone().unreadable(format!("the header `{name}` has an invalid value"))
        })
    }

    /// Creates the error of a response that rejects the request despite its status. Use this method in a decode
    /// function. `code` is the server's machine-readable code ([`Error::code`]), and `detail` is the server's message
    /// for people ([`Error::detail`]); either may be empty. Reject a response only if the server did nothing.
    ///
    /// [`Error::kind`](crate::Error::kind) is [`ErrorKind::Status`]. [`Error::delivery`](crate::Error::delivery) is
    /// [`Delivery::Rejected`](crate::Delivery::Rejected), unless [`Error::with_delivery`] sets another delivery. The
    /// request is not retried.
    #[must_use]
    pub fn reject(self, code: impl Into<String>, detail: impl Into<String>) -> Error {
        let Parts { meta, body, site, redaction, .. } = &*self.0;
        let (status, headers) = (meta.status(), meta.headers().clone());
        let [code, detail] =
            [code.into(), detail.into()].map(|text| redaction.redacted_text(&text));
        Error::rejected(code, detail, status, headers, redaction.redacted(body)).at(site.clone())
    }

    /// Finds out why a response cannot be decoded.
    fn undecodable(self, error: &serde_json::Error, decode: decode_failure::Decode<'_>) -> Error {
        let json = text::json(&self.0.body);
        if json.is_empty() {
            let what = self.0.what;
            return self.unreadable(format!("expected JSON, but the {what} is empty"));
        }
        if serde_json::from_slice::<IgnoredAny>(json).is_err() {
            return match self.0.what {
                "response" => self.unreadable("the response is not JSON; check the base URL"),
                what => self.unreadable(format!("the {what} is not JSON")),
            };
        }
        let mut path = decode_failure::find(json, error, decode);
        if let Some((entries, index)) = self.0.entry
            && let Some(rest) = path.strip_prefix(entries).and_then(|path| path.strip_prefix("[0]"))
        {
            path = format!("{entries}[{index}]{rest}");
        }
        let what = self.0.what;
        let place = if path == "." { "the root".to_owned() } else { format!("`{path}`") };
        let problem = without_values(&error.to_string());
        let message = format!("cannot decode the {what} at {place}: {problem}");
        self.unreadable(message).with_json_path(path)
    }

    pub(crate) fn unreadable(self, message: impl Into<Cow<'static, str>>) -> Error {
        let Parts { meta, body, site, redaction, .. } = &*self.0;
        let body = redaction.redacted(body);
        let (status, headers) = (meta.status(), meta.headers().clone());
        Error::unreadable(ErrorKind::Decode, message, status, headers, body).at(site.clone())
    }
}

/// Removes the values that a decoder quotes from its message: an error shows a body only on request.
fn without_values(message: &str) -> String {
    work::count(message.len());
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    if message.starts_with("missing field `") || message.starts_with("duplicate field `") {
        return message.to_owned();
    }
    let found =
        ["invalid type: ", "invalid value: "].iter().find_map(|start| message.strip_prefix(start));
    match (found, message.rsplit_once(", expected ")) {
        (Some(found), Some((_, expected))) => {
            let kind = found.split(['"', '`', ',']).next().unwrap_or_default().trim_end();
            format!("found {kind}, expected {expected}")
        }
        _ => "invalid value".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::without_values;
    use crate::work;

    #[test]
    fn decode_errors_keep_names_and_lose_values() {
        let cases = [
            ("missing field `id` at line 1 column 2", "missing field `id`"),
            (
                "invalid type: string \"secret\", expected u64 at line 1 column 9",
                "found string, expected u64",
            ),
            ("invalid type: null, expected a string", "found null, expected a string"),
            ("invalid value: integer `7`, expected u8", "found integer, expected u8"),
            ("unknown variant `secret`, expected `a` or `b`", "invalid value"),
            ("secret is no date", "invalid value"),
        ];
        for (message, expected) in cases {
            assert_eq!(without_values(message), expected);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_take_out_values_is_linear(
            before in "(invalid type: |invalid value: |missing field `)?",
            pattern in r#"(, expected |, | at line |"|`|a){1,4}"#,
        ) {
            let input = |length| before.clone() + &work::repeated(&pattern, length);
            work::assert_linear(4 << 10, 512, input, |message| drop(without_values(message)));
        }
    }
}
