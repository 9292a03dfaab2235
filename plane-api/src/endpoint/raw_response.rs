//! [`RawResponse`]: what the server sent back to a request that it accepted.

mod decode_failure;

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde::de::IgnoredAny;

use crate::{
    endpoint::{
        body::Body,
        download::{Download, Gauge},
        meta::Meta,
        redirect::Redirect,
        values::FromResponse,
    },
    error::{CallSite, Error, ErrorKind, Result},
    redact::Redaction,
    text, work,
};

/// What the server sent back to a request that it accepted.
// It is handed on many times, so it stays where it is. Only pagination shares it, and looks at it after it was decoded.
pub struct RawResponse(Arc<Parts>);

struct Parts {
    meta: Meta,
    body: Bytes,
    site: CallSite,
    /// What was sent with the request, so that it can be blotted out of what the server sent.
    redaction: Redaction,
    /// The body, if it was not read.
    stream: Option<(Body, Gauge, usize)>,
    /// Which entry of a page the body has alone, and the path to it.
    entry: Option<(&'static str, usize)>,
}

/// Says how long the body is, not what it holds.
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
        Self(Arc::new(Parts { meta, body, site, redaction, stream: None, entry: None }))
    }

    /// The same response, for whoever looks at it after it was decoded.
    pub(crate) fn share(&self) -> Self {
        Self(self.0.clone())
    }

    /// The same response with another body: one that has, of the entries at this path, the one with this index alone.
    pub(crate) fn with_entry(&self, body: Bytes, entry: Option<(&'static str, usize)>) -> Self {
        let Parts { meta, site, redaction, .. } = &*self.0;
        let (meta, site, redaction) = (meta.clone(), site.clone(), redaction.clone());
        Self(Arc::new(Parts { meta, body, site, redaction, stream: None, entry }))
    }

    /// Where the call went.
    pub(crate) fn site(&self) -> &CallSite {
        &self.0.site
    }

    /// Notes how long the call took.
    pub(crate) fn took(&mut self, duration: Duration) {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.meta.set_duration(duration);
        }
    }

    /// An answer whose body is still to come: how fast it must, and how much of it may be collected.
    pub(crate) fn with_stream(mut self, body: Body, gauge: Gauge, max_bytes: usize) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.stream = Some((body, gauge, max_bytes));
        }
        self
    }

    /// Status, headers and the like.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// The body, decompressed.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// The body, decompressed.
    #[must_use]
    pub fn into_body(self) -> Bytes {
        self.0.body.clone()
    }

    /// Decodes the body as JSON in UTF-8. An empty one, or white space alone, is decoded as `null`; a byte order mark is
    /// ignored.
    ///
    /// # Errors
    ///
    /// When it is not JSON of that shape. The error knows the place ([`Error::json_path`]) and the body.
    pub fn json<T: FromResponse>(self) -> Result<T> {
        let decode = |json: &[u8]| serde_json::from_str::<T>(&text::utf8(json));
        let json = text::json(&self.0.body);
        let json = if json.is_empty() { b"null" } else { json };
        match decode(json) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.undecodable(&error, &|json| decode(json).err())),
        }
    }

    /// Reads where the server redirects to.
    ///
    /// # Errors
    ///
    /// When the answer is not a redirect, or does not say where to.
    pub fn redirect(self) -> Result<Redirect> {
        let location = self.0.meta.headers().get(header::LOCATION).and_then(text::header);
        match location {
            Some(location) if self.0.meta.status().is_redirection() => Ok(Redirect::new(location)),
            _ => Err(self.unreadable("a redirect was expected, and the answer names no target")),
        }
    }

    /// The body as a stream.
    ///
    /// # Errors
    ///
    /// When it was read already: if the endpoint's [`ResponseKind`](crate::ResponseKind) is another than `Download`.
    pub fn download(mut self) -> Result<Download> {
        match Arc::get_mut(&mut self.0).and_then(|parts| parts.stream.take()) {
            Some((body, gauge, max_bytes)) => {
                let Parts { meta, site, .. } = &*self.0;
                Ok(Download::new(body, meta.clone(), site.clone(), gauge, max_bytes))
            }
            None => Err(self.unreadable("the answer was read already, and a stream was expected")),
        }
    }

    /// Makes an error of a response that is a rejection in spite of its status, for a decode function. It has this
    /// [`Error::code`] and this [`Error::detail`], either of which may be empty.
    ///
    /// Its kind is [`ErrorKind::Status`], and its delivery [`Delivery::Rejected`](crate::Delivery::Rejected) unless
    /// [`Error::with_delivery`] says otherwise. The request is not retried.
    #[must_use]
    pub fn reject(self, code: impl Into<String>, detail: impl Into<String>) -> Error {
        let Parts { meta, body, site, redaction, .. } = &*self.0;
        let (status, headers) = (meta.status(), meta.headers().clone());
        let [code, detail] =
            [code.into(), detail.into()].map(|text| redaction.redacted_text(&text));
        Error::rejected(code, detail, status, headers, redaction.redacted(body)).at(site.clone())
    }

    /// Finds out what is wrong with an answer that is not what it should be.
    fn undecodable(self, error: &serde_json::Error, decode: decode_failure::Decode<'_>) -> Error {
        let json = text::json(&self.0.body);
        if json.is_empty() {
            return self.unreadable("the answer is empty, and JSON was expected");
        }
        if serde_json::from_slice::<IgnoredAny>(json).is_err() {
            return self.unreadable("the answer is not JSON; check that the base URL is the API's");
        }
        let mut path = decode_failure::find(json, error, decode);
        if let Some((entries, index)) = self.0.entry
            && let Some(rest) = path.strip_prefix(entries).and_then(|path| path.strip_prefix("[0]"))
        {
            path = format!("{entries}[{index}]{rest}");
        }
        let message = format!(
            "the answer is not as expected at `{path}`: {}",
            without_values(&error.to_string())
        );
        self.unreadable(message).with_json_path(path)
    }

    fn unreadable(self, message: impl Into<Cow<'static, str>>) -> Error {
        let Parts { meta, body, site, redaction, .. } = &*self.0;
        let body = redaction.redacted(body);
        let (status, headers) = (meta.status(), meta.headers().clone());
        Error::unreadable(ErrorKind::Decode, message, status, headers, body).at(site.clone())
    }
}

/// What a decoder says, without the values that it quotes: an error shows nothing of a body unless it is asked to.
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
        _ => "its value is not valid".to_owned(),
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
            ("unknown variant `secret`, expected `a` or `b`", "its value is not valid"),
            ("secret is no date", "its value is not valid"),
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
