//! [`RecordedCall`]: what a mock was sent.

use std::{collections::BTreeMap, fmt};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::form_urlencoded;

use crate::{
    client::interceptor::is_secret,
    spec::{ParamLocation, Spec},
};

/// One request as it was sent to a [`Mock`](super::Mock).
#[derive(Clone)]
#[non_exhaustive]
pub struct RecordedCall {
    /// The endpoint's description: its name, method, path template and more.
    pub spec: &'static Spec,
    /// The path below the API root, encoded as it was sent.
    pub path: String,
    /// The parameters of the path by their names, decoded.
    ///
    /// Of several in one segment, such as `<project>-<sequence>`, each takes as much as it can, the first first.
    pub path_params: BTreeMap<&'static str, String>,
    /// The pairs of the query as they were sent, decoded.
    pub query: Vec<(String, String)>,
    /// The headers, credentials apart.
    pub headers: HeaderMap,
    /// The body. The boundary of a multipart body, which is another in every request, reads `boundary`, here as in the
    /// header.
    pub body: Bytes,
    /// The body as a value, or [`Value::Null`] if it is not JSON.
    pub json: Value,
    /// Which sending of the request it is, from 1.
    pub attempt: u32,
    /// The headers that the request itself sets, as far as its description knows.
    pub(super) own_headers: Vec<HeaderName>,
}

impl RecordedCall {
    /// `root` is how much of the path is the API root's.
    pub(super) fn new(
        spec: &'static Spec,
        parts: &Parts,
        root: usize,
        body: Bytes,
        attempt: u32,
    ) -> Self {
        let path = parts.uri.path().get(root..).unwrap_or_default().to_owned();
        let mut values = Vec::new();
        params(spec.path, &path, &mut values);
        let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let path_params = values.iter().map(|(name, value)| (*name, decoded(value))).collect();
        let query = parts.uri.query().unwrap_or_default();
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
            if !value.is_sensitive() && (own_headers.contains(name) || !is_secret(name)) {
                headers.append(name, value.clone());
            }
        }
        own_headers.retain(|name| headers.contains_key(name));
        let body = with_plain_boundary(&mut headers, body);
        let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let json = match content_type {
            Some(content_type) if content_type.contains("json") => {
                serde_json::from_slice(&body).unwrap_or_default()
            }
            _ => Value::Null,
        };
        Self { spec, path, path_params, query, headers, body, json, attempt, own_headers }
    }

    /// The pairs of the query by name; those of one name stay in their order.
    pub(super) fn sorted_query(&self) -> Vec<&(String, String)> {
        let mut query: Vec<_> = self.query.iter().collect();
        query.sort_by_key(|(name, _)| name);
        query
    }

    /// The headers in which this request and one that was sent may differ.
    pub(super) fn compared_headers<'a>(&'a self, sent: &'a Self) -> Vec<&'a HeaderName> {
        let others = sent.own_headers.iter().filter(|name| !self.own_headers.contains(name));
        self.own_headers.iter().chain(others).collect()
    }

    /// Whether the bodies are the same: by value if both are JSON, otherwise byte for byte.
    pub(super) fn has_body_of(&self, other: &Self) -> bool {
        match (&self.json, &other.json) {
            (Value::Null, _) | (_, Value::Null) => self.body == other.body,
            (json, other) => json == other,
        }
    }
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

/// Puts a word in place of a multipart body's boundary, so that two such bodies can be compared.
fn with_plain_boundary(headers: &mut HeaderMap, body: Bytes) -> Bytes {
    const PLAIN: &str = "boundary";
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let parts = content_type.and_then(|content_type| content_type.split_once("; boundary="));
    let Some((kind, boundary)) = parts.filter(|(kind, _)| kind.starts_with("multipart/")) else {
        return body;
    };
    let delimiter = format!("--{boundary}");
    let plain = HeaderValue::try_from(format!("{kind}; boundary={PLAIN}"));
    let mut plain_body = Vec::with_capacity(body.len());
    let mut rest = &*body;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(delimiter.as_bytes()) {
            plain_body.extend_from_slice(b"--");
            plain_body.extend_from_slice(PLAIN.as_bytes());
            rest = after;
        } else {
            plain_body.push(rest[0]);
            rest = &rest[1..];
        }
    }
    if let Ok(plain) = plain {
        headers.insert(header::CONTENT_TYPE, plain);
    }
    plain_body.into()
}

/// Finds the values of a template's parameters in a path. Says whether the path fits.
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
