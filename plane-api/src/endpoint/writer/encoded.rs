//! [`Encoded`]: a request that is ready to be sent.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Uri, header, uri::InvalidUri};

use super::{
    RequestWriter,
    finite::is_finite,
    json::keys,
    multipart::Parts,
    pairs::{Pairs, Style},
    path::PathWriter,
};
use crate::{
    endpoint::{
        Endpoint,
        body::Body,
        values::{BodyValue, QueryValue},
    },
    error::{CallSite, Error, Result},
    secret::{Notes, Secret},
    spec::{Param, ParamLocation, Spec},
};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

const EMPTY_ID: &str =
    "contains an empty id, such as that of an unset reference; pass an id, or omit the value";

impl RequestWriter {
    /// Encodes a request and appends its path to the base URL and the API root.
    pub(crate) fn encode<E: Endpoint>(prefix: (&str, &str), endpoint: &E) -> Result<Encoded> {
        let mut writer = Self::new(prefix, endpoint.spec());
        endpoint.encode(&mut writer);
        writer.finish()
    }

    /// Returns the error of a single value, which is written without the others.
    #[cfg(feature = "registry")]
    pub(in crate::endpoint) fn problem(
        spec: &'static Spec,
        write: impl FnOnce(&mut Self),
    ) -> Option<Error> {
        let mut writer = Self::new(("", ""), spec);
        write(&mut writer);
        writer.error
    }

    fn new(prefix: (&str, &str), spec: &'static Spec) -> Self {
        let mut writer = Self {
            spec,
            path: PathWriter::new(prefix, spec.path),
            query: spec.query.to_owned(),
            headers: HeaderMap::new(),
            body: None,
            form: String::new(),
            parts: None,
            whole: None,
            idempotency_header: None,
            query_names: None,
            body_names: None,
            error: None,
            notes: Notes::begin(),
        };
        for (name, value) in spec.headers {
            writer.header_value(name, value);
        }
        writer
    }

    pub(super) fn fail(&mut self, message: String) {
        self.error.get_or_insert_with(|| Error::request(message));
    }

    pub(super) fn fail_with(
        &mut self,
        name: &'static str,
        reason: &str,
        source: serde_json::Error,
    ) {
        if self.notes.has_empty_id() {
            return self.fail_value(&format!("`{name}`"), reason);
        }
        let error = || Error::request(format!("`{name}` {reason}")).with_source(source);
        self.error.get_or_insert_with(error);
    }

    /// Reports an invalid value. The reason is replaced if the value is an empty id.
    pub(super) fn fail_value(&mut self, what: &str, reason: &str) {
        let reason = if self.notes.has_empty_id() { EMPTY_ID } else { reason };
        self.fail(format!("{what} {reason}"));
    }

    /// Returns the encoded request, or the error of the first invalid value.
    fn finish(mut self) -> Result<Encoded> {
        let site = CallSite::of(self.spec);
        if let Err(reason) = self.path.finish() {
            self.fail(format!("the path {reason}"));
        }
        if self.notes.has_empty_id() {
            self.fail_value("a value of the request", EMPTY_ID);
        }
        if let Some(error) = self.error {
            return Err(error.at(site));
        }
        let mut uri = self.path.encoded;
        if !self.query.is_empty() {
            uri.push('?');
            uri.push_str(&self.query);
        }
        let uri = uri.try_into().map_err(|error| too_long(error).at(site))?;
        let mut content_type = self.spec.content_type.map(HeaderValue::from_static);
        let body = if self.spec.content_type == Some(MULTIPART) {
            let (media_type, body) = self.parts.unwrap_or_else(Parts::new).finish();
            content_type = HeaderValue::try_from(media_type).ok();
            Some(body)
        } else {
            self.whole.or_else(|| finish_body(self.spec, self.body, self.form).map(Body::from))
        };
        let content_type = content_type.filter(|_| body.is_some());
        // The transport sets the length of bytes.
        let length =
            body.as_ref().filter(|body| body.as_bytes().is_none()).and_then(Body::content_length);
        if let (Some(content_type), Some(length)) = (&content_type, length) {
            self.headers.entry(header::CONTENT_TYPE).or_insert_with(|| content_type.clone());
            self.headers.insert(header::CONTENT_LENGTH, length.into());
        }
        let secrets = self.notes.end().secrets;
        Ok(Encoded {
            spec: self.spec,
            uri,
            headers: self.headers,
            content_type,
            body,
            idempotency_header: self.idempotency_header,
            secrets,
        })
    }
}

/// Closes the JSON object of a body made of fields. The object exists even if no field is set, unless the body is
/// optional: an empty `PATCH` sends `{}`.
fn finish_body(spec: &Spec, body: Option<Vec<u8>>, form: String) -> Option<Bytes> {
    let is_field = |param: Param| param.location == ParamLocation::Body && !param.name.is_empty();
    match spec.content_type {
        None => body.map(Bytes::from),
        Some(FORM) => Some(form.into()),
        // JSON, or a JSON-based type such as `application/merge-patch+json`.
        Some(_)
            if body.is_some() || !spec.optional_body && spec.params.into_iter().any(is_field) =>
        {
            let mut body = body.unwrap_or_else(|| vec![b'{']);
            body.push(b'}');
            Some(body.into())
        }
        Some(_) => None,
    }
}

/// The only possible mistake in a URI that is fully encoded.
fn too_long(error: InvalidUri) -> Error {
    Error::request("path and query exceed the maximum length of a URL (65,534 bytes)")
        .with_source(error)
}

/// A request that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) spec: &'static Spec,
    /// Starts with the prefix that it was encoded with.
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    /// The type of the body, unless the headers contain it.
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) body: Option<Body>,
    /// The header of the idempotency key, in lower case.
    pub(crate) idempotency_header: Option<&'static str>,
    /// The secrets of the request, which errors must not show.
    pub(crate) secrets: Vec<Secret>,
}

impl Encoded {
    /// Adds the request's own headers to these, replacing those with the same names.
    pub(crate) fn apply(&self, headers: &mut HeaderMap) {
        for name in self.headers.keys() {
            headers.remove(name);
            for value in self.headers.get_all(name) {
                headers.append(name, value.clone());
            }
        }
        if let Some(content_type) = &self.content_type {
            headers.entry(header::CONTENT_TYPE).or_insert_with(|| content_type.clone());
        }
    }

    /// Adds a query parameter.
    pub(crate) fn add_query<T: QueryValue + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<()> {
        if name.is_empty() {
            return Err(Error::request("a query parameter needs a name"));
        }
        let mut query = self.uri.query().unwrap_or_default().to_owned();
        let style = Style::query(self.spec.list_style());
        let notes = Notes::begin();
        let written = value.serialize(Pairs::new(&mut query, style, name));
        if notes.has_empty_id() {
            return Err(Error::request(format!("the query parameter `{name}` {EMPTY_ID}")));
        }
        self.secrets.extend(notes.end().secrets);
        written.map_err(|error| {
            Error::request(format!("the query parameter `{name}` cannot be sent: {error}"))
        })?;
        if !query.is_empty() {
            let mut parts = self.uri.clone().into_parts();
            let target = format!("{}?{query}", self.uri.path());
            parts.path_and_query = Some(target.try_into().map_err(too_long)?);
            self.uri = Uri::from_parts(parts)
                .map_err(|error| Error::request("the query cannot be sent").with_source(error))?;
        }
        Ok(())
    }

    /// Adds a member to a JSON object in the body.
    pub(crate) fn add_field<T: BodyValue + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        let rejected =
            |reason: &str| Err(Error::request(format!("`{name}` cannot be sent: {reason}")));
        let is_json = |media: &str| media == "application/json" || media.ends_with("+json");
        let media = self.spec.content_type.unwrap_or_default();
        let body = match &self.body {
            _ if !is_json(media.split(';').next().unwrap_or_default().trim()) => None,
            None => Some(&b"{}"[..]),
            Some(body) => body.as_bytes().map(|bytes| bytes.trim_ascii()),
        };
        let Some((body, keys)) = body.and_then(|body| Some((body, keys(body)?))) else {
            return rejected("the body of the request is not a JSON object");
        };
        let is_declared = |param: Param| {
            param.location == ParamLocation::Body && param.name == name && !param.flatten
        };
        if self.spec.params.into_iter().any(is_declared) || keys.iter().any(|key| key == name) {
            return rejected("the body already has a field with this name; set that instead");
        }
        if !is_finite(value) {
            return rejected(
                "it contains a number that is not finite, which JSON does not support",
            );
        }
        let mut json = body.strip_suffix(b"}").unwrap_or(body).to_vec();
        if !keys.is_empty() {
            json.push(b',');
        }
        let notes = Notes::begin();
        let written = serde_json::to_writer(&mut json, name).and_then(|()| {
            json.push(b':');
            serde_json::to_writer(&mut json, value)
        });
        if notes.has_empty_id() {
            return Err(Error::request(format!("`{name}` {EMPTY_ID}")));
        }
        self.secrets.extend(notes.end().secrets);
        if let Err(error) = written {
            let message = format!("`{name}` cannot be serialized as JSON");
            return Err(Error::request(message).with_source(error));
        }
        json.push(b'}');
        let media = HeaderValue::from_static(media);
        self.content_type.get_or_insert(media);
        self.body = Some(Bytes::from(json).into());
        Ok(())
    }

    fn into_request(self) -> Request<Body> {
        let mut headers = HeaderMap::new();
        self.apply(&mut headers);
        let mut request = Request::new(self.body.unwrap_or_default());
        *request.method_mut() = self.spec.method.clone();
        *request.uri_mut() = self.uri;
        *request.headers_mut() = headers;
        request
    }
}

/// Builds the HTTP request without a client and without sending it. The path is relative to the API root, and the
/// headers that a client adds are missing (credentials, `Accept`, `User-Agent`).
///
/// The generated method `request` calls this method.
///
/// # Errors
///
/// Returns an error if a value cannot be sent: see [`RequestWriter::path`].
pub fn build<E: Endpoint>(endpoint: &E) -> Result<Request<Body>> {
    RequestWriter::encode(("", ""), endpoint).map(Encoded::into_request)
}
