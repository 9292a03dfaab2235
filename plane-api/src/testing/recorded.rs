//! [`RecordedCall`]: a request that a mock received.

use std::{collections::BTreeMap, fmt};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, header, request::Parts};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::form_urlencoded;

use super::{
    json::Json,
    scrub::{self, plain_content_type},
};
use crate::{
    client::{headers::is_credential, transport::CallInfo},
    endpoint::body::Body,
    spec::{ParamLocation, Spec},
};

/// A request as it was sent to a [`Mock`](super::Mock).
///
/// ```
/// use plane_api::{endpoint, testing::Mock};
///
/// #[endpoint(GET, "/projects/<project>/tasks" -> Vec<u64>)]
/// struct ListTasks {
///     project: u64,
///     label: Vec<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// let mock = Mock::new();
/// mock.expect_any::<ListTasks>().reply(serde_json::json!([1]));
/// ListTasks::new(7_u64).label(["a"]).send(&mock.client()).await?;
///
/// let [call] = &mock.calls()[..] else { panic!("one call") };
/// assert_eq!((call.path.as_str(), &*call.path_params["project"]), ("/projects/7/tasks", "7"));
/// assert_eq!(call.query, [("label".to_owned(), "a".to_owned())]);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct RecordedCall {
    /// The description of the endpoint: its name, method, path template and more.
    pub spec: &'static Spec,
    /// The path below the API root, percent-encoded as sent.
    pub path: String,
    /// The path parameters by name, decoded.
    ///
    /// If a segment contains several parameters, such as `<project>-<sequence>`, the first value is as long as possible, then
    /// the second one, and so on: in `A-B-7`, `project` is `A-B` and `sequence` is `7`.
    pub path_params: BTreeMap<&'static str, String>,
    /// The query pairs in order, decoded, without credentials.
    pub query: Vec<(String, String)>,
    /// The headers, without credentials.
    pub headers: HeaderMap,
    /// The body. The random boundary of a multipart body is replaced by `boundary`, here and in the header `Content-Type`.
    pub body: Bytes,
    /// The body as a value, or [`Value::Null`] if it is not JSON.
    pub json: Value,
    /// The number of the attempt, starting at 1.
    pub attempt: u32,
    /// The headers that the request itself sets, according to its description.
    pub(super) own_headers: Vec<HeaderName>,
    /// The known parts of an expected body that is a stream: see [`Body::known`].
    ///
    /// [`Body::known`]: crate::Body::known
    pub(super) stream: Option<Vec<Bytes>>,
}

impl RecordedCall {
    /// Returns an expected request. A stream is not read, so that it can still be sent.
    pub(super) fn expected(spec: &'static Spec, parts: &Parts, body: &Body) -> Self {
        let bytes = body.as_bytes().cloned().unwrap_or_default();
        let mut call = Self::new(spec, parts, (0, 0), bytes, 1);
        call.own_headers = parts.headers.keys().cloned().collect();
        if body.as_bytes().is_none() {
            // The length depends on the content of the stream.
            call.own_headers.retain(|name| *name != header::CONTENT_LENGTH);
        }
        call.stream = body.known().map(|known| {
            let boundary = boundary(&parts.headers);
            known.iter().map(|piece| plain(piece, boundary)).collect()
        });
        call
    }

    /// Returns a request that was sent.
    pub(super) fn sent(info: &CallInfo, parts: &Parts, body: Bytes) -> Self {
        let not_own = (info.api_root_len, info.query_credential_len);
        Self::new(info.spec, parts, not_own, body, info.attempt)
    }

    /// Creates a call. `root` is the length of the API root in the path, `credential` the length of the client's
    /// credential in the query.
    fn new(
        spec: &'static Spec,
        parts: &Parts,
        (root, credential): (usize, usize),
        body: Bytes,
        attempt: u32,
    ) -> Self {
        let path = parts.uri.path().get(root..).unwrap_or_default().to_owned();
        let mut values = Vec::new();
        params(spec.path, &path, &mut values);
        let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let path_params = values.iter().map(|(name, value)| (*name, decoded(value))).collect();
        let query = parts.uri.query().unwrap_or_default();
        let query = query.get(..query.len() - credential).unwrap_or_default();
        let query = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let declared =
            spec.params.into_iter().filter(|param| param.location == ParamLocation::Header);
        let mut own_headers: Vec<HeaderName> = declared
            .map(|param| param.name)
            .chain(spec.headers.iter().map(|(name, _)| *name))
            .filter_map(|name| name.parse().ok())
            .chain([header::CONTENT_TYPE])
            .collect();
        let mut headers = HeaderMap::new();
        for (name, value) in &parts.headers {
            if !value.is_sensitive() && (own_headers.contains(name) || !is_credential(name)) {
                headers.append(name, value.clone());
            }
        }
        own_headers.retain(|name| headers.contains_key(name));
        let body = plain(&body, boundary(&parts.headers));
        if let Some(value) = plain_content_type(&parts.headers) {
            headers.insert(header::CONTENT_TYPE, value);
        }
        let content_type = headers.get(header::CONTENT_TYPE).and_then(crate::text::header);
        let json = match content_type {
            Some(content_type) if content_type.contains("json") => {
                serde_json::from_slice(&body).unwrap_or_default()
            }
            _ => Value::Null,
        };
        Self {
            spec,
            path,
            path_params,
            query,
            headers,
            body,
            json,
            attempt,
            own_headers,
            stream: None,
        }
    }

    /// The query pairs sorted by name; pairs with the same name keep their order.
    pub(super) fn sorted_query(&self) -> Vec<&(String, String)> {
        let mut query: Vec<_> = self.query.iter().collect();
        query.sort_by_key(|(name, _)| name);
        query
    }

    /// The headers to compare between this request and one that was sent.
    pub(super) fn compared_headers<'a>(&'a self, sent: &'a Self) -> Vec<&'a HeaderName> {
        // If a declared header is not set, the client's own is sent; if a key is not set, it is generated.
        let is_key = |name: &HeaderName| {
            let mut params = self.spec.params.into_iter();
            params.any(|param| {
                param.idempotency_key && param.name.eq_ignore_ascii_case(name.as_str())
            })
        };
        let is_clients =
            |name: &HeaderName| [header::ACCEPT, header::USER_AGENT].contains(name) || is_key(name);
        let others = sent.own_headers.iter();
        let others = others.filter(|name| !self.own_headers.contains(name) && !is_clients(name));
        self.own_headers.iter().chain(others).collect()
    }

    /// The body exactly as on the wire, if it is JSON.
    pub(super) fn exact_json(&self) -> Option<Json> {
        if self.json == Value::Null { None } else { Json::read(&self.body) }
    }

    /// Returns `true` if a body matches the expectation: by value if both are JSON, otherwise byte by byte. For a stream, only
    /// the known parts are compared.
    pub(super) fn expects_body_of(&self, sent: &Self) -> bool {
        if let Some(known) = &self.stream {
            return fits(known, &sent.body);
        }
        match (self.exact_json(), sent.exact_json()) {
            (Some(expected), Some(sent)) => expected == sent,
            _ => self.body == sent.body,
        }
    }
}

/// Returns whether a body contains these pieces in this order, the first at its beginning and the last at its end, with
/// anything between.
fn fits(pieces: &[Bytes], body: &[u8]) -> bool {
    let ([first, between @ ..], Some(last)) = (pieces, pieces.last()) else { return true };
    let Some(mut rest) = body.strip_prefix(&first[..]) else { return false };
    if between.is_empty() {
        return rest.is_empty();
    }
    for piece in between[..between.len() - 1].iter().filter(|piece| !piece.is_empty()) {
        let Some(at) = rest.windows(piece.len()).position(|window| window == piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

impl fmt::Debug for RecordedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedCall")
            .field("endpoint", &self.spec.name)
            .field("method", &self.spec.method)
            .field("path", &self.path)
            .field("query", &self.query)
            .field("headers", &self.headers)
            .field("body", &self.body)
            .field("attempt", &self.attempt)
            .finish()
    }
}

/// Returns the boundary of a multipart body.
fn boundary(headers: &HeaderMap) -> Option<&str> {
    scrub::boundary(crate::text::header(headers.get(header::CONTENT_TYPE)?)?)
}

/// Returns a body with a fixed boundary, so that two such bodies can be compared.
fn plain(body: &Bytes, boundary: Option<&str>) -> Bytes {
    boundary.map_or_else(|| body.clone(), |boundary| scrub::plain(body, boundary).into())
}

/// Finds the values of a template's parameters in a path. Returns whether the path matches.
fn params<'a>(
    template: &'static str,
    path: &'a str,
    values: &mut Vec<(&'static str, &'a str)>,
) -> bool {
    let Some((literal, rest)) = template.split_once('{') else { return template == path };
    let (Some(path), Some((name, rest))) = (path.strip_prefix(literal), rest.split_once('}'))
    else {
        return false;
    };
    let (name, longest) = match name.strip_suffix("..") {
        Some(name) => (name, path.len()),
        None => (name, path.find('/').unwrap_or(path.len())),
    };
    (1..=longest).rev().any(|end| {
        let Some((value, path)) = path.split_at_checked(end) else { return false };
        values.push((name, value));
        let fits = params(rest, path, values);
        if !fits {
            values.pop();
        }
        fits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_stream_is_found_in_the_whole() {
        let fits = |pieces: &[&'static str], body: &str| {
            let pieces: Vec<_> =
                pieces.iter().map(|piece| Bytes::from_static(piece.as_bytes())).collect();
            fits(&pieces, body.as_bytes())
        };
        for (pieces, body) in [
            (&[][..], "anything"),
            (&["ab"], "ab"),
            (&["ab", "cd"], "abcd"),
            (&["ab", "cd"], "ab-cd"),
            (&["ab", "cd", "ef"], "ab-cd-cd-ef"),
            (&["", "cd", ""], "-cd-"),
            (&["ab", "", "ef"], "ab-ef"),
        ] {
            assert!(fits(pieces, body), "{pieces:?} {body}");
        }
        for (pieces, body) in [
            (&["ab"][..], "abc"),
            (&["ab", "cd"], "abd"),
            (&["abc", "bcd"], "abcd"),
            (&["ab", "cd", "ef"], "abef"),
            (&["ab", "cd", "de"], "abcde"),
            (&["ab", "cd"], "xabcd"),
        ] {
            assert!(!fits(pieces, body), "{pieces:?} {body}");
        }
    }

    #[test]
    fn parameters_are_found_in_their_places() {
        let cases: [(_, _, &[(&str, &str)]); 8] = [
            ("/a/", "/a/", &[]),
            ("/a/{x}/b/{y}/", "/a/1/b/2/", &[("x", "1"), ("y", "2")]),
            ("/a/{x}-{y}/", "/a/KEY-7/", &[("x", "KEY"), ("y", "7")]),
            ("/a/{x}-{y}.{z}", "/a/A-B-7.zip", &[("x", "A-B"), ("y", "7"), ("z", "zip")]),
            ("/{x..}", "/a/b/c", &[("x", "a/b/c")]),
            ("/{x}/{y..}", "/a/b/c", &[("x", "a"), ("y", "b/c")]),
            ("/a/{x}/", "/b/1/", &[]),
            ("/a/{x}/", "/a//", &[]),
        ];
        for (template, path, expected) in cases {
            let mut values = Vec::new();
            let fits = params(template, path, &mut values);
            assert_eq!(values, expected, "{template}");
            assert_eq!(fits, !expected.is_empty() || template == path, "{template}");
        }
    }
}
