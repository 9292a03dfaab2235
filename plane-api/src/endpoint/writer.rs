//! [`RequestWriter`]: from a request's values to its bytes.

mod finite;
mod multipart;
mod pairs;
mod path;

use std::fmt::{self, Display, Write};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri, header, uri::InvalidUri};
use serde::Serialize;
use serde_json::Value;
use url::form_urlencoded;

pub use self::multipart::FilePart;
use self::{
    finite::is_finite,
    multipart::Parts,
    pairs::{Pairs, Style, Unsendable},
    path::{PathWriter, Refusal},
};
use crate::{
    endpoint::{
        Endpoint,
        body::Body,
        patch::Patch,
        values::{BodyValue, HeaderText, PathValue, QueryValue},
    },
    error::{Error, Result},
    secret::{Notes, Secret},
    spec::{Param, ParamLocation, Spec},
};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

const EMPTY_ID: &str =
    "holds an empty id, such as that of an absent reference (`None`); pass an id, or leave it out";

/// Takes the values of a request and encodes them. [`Endpoint::encode`] is a list of calls to it.
///
/// A value that cannot be sent does not interrupt the list: it is reported when the request is finished, before
/// anything is sent.
pub struct RequestWriter {
    spec: &'static Spec,
    path: PathWriter,
    query: String,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
    form: String,
    parts: Option<Parts>,
    /// A body that is sent as it is.
    whole: Option<Body>,
    /// The first value that cannot be sent.
    error: Option<Error>,
    /// The secrets among the values.
    notes: Notes,
}

/// Says which request it is, not what it holds: there may be secrets.
impl fmt::Debug for RequestWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestWriter").field("endpoint", &self.spec.name).finish_non_exhaustive()
    }
}

impl RequestWriter {
    /// Encodes a request, its path behind the base URL and the API root.
    pub(crate) fn encode<E: Endpoint>(prefix: (&str, &str), endpoint: &E) -> Result<Encoded> {
        let mut writer = Self::new(prefix, E::SPEC);
        endpoint.encode(&mut writer);
        writer.finish()
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
            error: None,
            notes: Notes::begin(),
        };
        for (name, value) in spec.headers {
            writer.header_value(name, value);
        }
        writer
    }

    /// Writes the next parameter of the path.
    ///
    /// The value is refused if, percent-decoded however often, it is empty, `.` or `..`, or holds `/`, `\` or a control
    /// character: servers decode before they route, so that encoding is no defence. Anything else is percent-encoded. A
    /// value longer than 8 KiB is refused before it is looked at.
    pub fn path<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.path_value(name, &value);
    }

    /// Writes the last parameter of the path, whose value is made of segments, with a slash between each and the next.
    ///
    /// Each is checked as [`RequestWriter::path`] does. The limit of 8 KiB is that of the whole value.
    pub fn path_segments<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = self.path.segments(&value);
        self.path_result(name, result);
    }

    fn path_value(&mut self, name: &'static str, value: &dyn Display) {
        let result = self.path.value(value);
        self.path_result(name, result);
    }

    fn path_result(&mut self, name: &'static str, result: Result<(), Refusal>) {
        if let Err(reason) = result {
            let what = format!("the path parameter `{name}`");
            self.fail_value(&what, &reason.to_string());
        }
    }

    /// Writes a parameter of the query; a list repeats the name, an empty one is left out.
    pub fn query<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::new(&mut self.query, Style::Query, name));
        self.query_result(name, result);
    }

    /// Writes a parameter of the query, if there is a value.
    pub fn optional_query<T: QueryValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Writes a parameter of the query; a list becomes one value, joined by commas, an empty one is left out.
    pub fn query_comma<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::comma(&mut self.query, name));
        self.query_result(name, result);
    }

    /// Writes the entries of a map, or the fields of a struct, as parameters of the query.
    pub fn query_flatten<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::flat(&mut self.query, Style::Query));
        self.query_result(name, result);
    }

    fn query_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            let what = format!("the query parameter `{name}`");
            self.fail_value(&what, &format!("cannot be sent: {error}"));
        }
    }

    /// Puts the query of a URL in place of the query that was written: the values of declared parameters, and nothing
    /// else. Constants stay.
    pub(crate) fn replace_query(&mut self, query: &str) {
        self.query.clear();
        self.query.push_str(self.spec.query);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let is_declared =
                |param: Param| param.location == ParamLocation::Query && param.name == name;
            if let Some(param) = self.spec.params.into_iter().find(|param| is_declared(*param)) {
                self.query(param.name, &*value);
            }
        }
    }

    /// Writes a field of a form, the body as `application/x-www-form-urlencoded`.
    ///
    /// A list repeats the name, an empty one is left out. The entries of a map and the fields of a struct are named
    /// `name[entry]`; if they are items of a list, `name[0][entry]`.
    pub fn form<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::new(&mut self.form, Style::Form, name));
        self.form_result(name, result);
    }

    /// Writes the entries of a map, or the fields of a struct, as fields of a form.
    pub fn form_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::flat(&mut self.form, Style::Form));
        self.form_result(name, result);
    }

    fn form_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            self.fail_value(&format!("`{name}`"), &format!("cannot be sent: {error}"));
        }
    }

    /// Writes a part of a multipart body as text. Lists and what is nested become several parts, as in a form.
    pub fn part<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form(name, value);
        self.form_parts();
    }

    /// Writes the entries of a map, or the fields of a struct, as parts of a multipart body.
    pub fn part_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form_flatten(name, value);
        self.form_parts();
    }

    /// What a form would hold, as parts.
    fn form_parts(&mut self) {
        let form = std::mem::take(&mut self.form);
        let parts = self.parts.get_or_insert_with(Parts::new);
        for (name, value) in form_urlencoded::parse(form.as_bytes()) {
            parts.text(&name, &value);
        }
    }

    /// Writes parts of a multipart body that are files.
    pub fn file(&mut self, name: &'static str, files: &[FilePart]) {
        let parts = self.parts.get_or_insert_with(Parts::new);
        if let Err(reason) = files.iter().try_for_each(|file| parts.file(name, file)) {
            self.fail(format!("`{name}` cannot be sent: {reason}"));
        }
    }

    /// Writes a header. The name is in lower case.
    pub fn header<T: HeaderText + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.header_value(name, &value);
    }

    fn header_value(&mut self, name: &'static str, value: &dyn Display) {
        let secrets = self.notes.secrets();
        let mut text = String::new();
        if write!(text, "{value}").is_err() {
            return self
                .fail(format!("the header `{name}` cannot be written: its `Display` fails"));
        }
        if self.notes.has_empty_id() {
            return self.fail_value(&format!("the header `{name}`"), EMPTY_ID);
        }
        match (HeaderName::try_from(name), HeaderValue::try_from(text)) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(self.notes.secrets() > secrets);
                self.headers.append(name, value);
            }
            (Err(_), _) => self.fail(format!("`{name}` is not the name of a header")),
            (_, Err(_)) => self.fail(format!(
                "the header `{name}` holds a control character, a line break for example"
            )),
        }
    }

    /// Writes a field of the body.
    pub fn field<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_finite(value) {
            return self.not_finite(name);
        }
        let body = self.key(name);
        let result = value.serialize(&mut serde_json::Serializer::new(body));
        self.body_result(name, result);
    }

    /// Writes a field of the body, if there is a value.
    pub fn optional_field<T: BodyValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    /// Writes a field of the body, unless it is kept as it is.
    pub fn patch<T: BodyValue>(&mut self, name: &'static str, value: &Patch<T>) {
        match value {
            Patch::Keep => {}
            Patch::Clear => self.key(name).extend_from_slice(b"null"),
            Patch::Set(value) => self.field(name, value),
        }
    }

    /// Writes the entries of a map, or the fields of a struct, as fields of the body.
    pub fn flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_finite(value) {
            return self.not_finite(name);
        }
        let is_first = self.body.is_none();
        let body = self.body.get_or_insert_with(Vec::new);
        let start = body.len();
        let result = value.serialize(&mut serde_json::Serializer::new(&mut *body));
        match (body.get(start), body.len() - start) {
            // The entries go on what is there: a brace becomes a comma, or opens the body.
            (Some(b'{'), 3..) => {
                body.pop();
                if !is_first {
                    body[start] = b',';
                }
            }
            (first, _) => {
                if result.is_ok() && !matches!(first, Some(b'{' | b'n')) {
                    self.fail(format!(
                        "`{name}` cannot be sent: only a map or a struct can be flattened"
                    ));
                }
                // Nothing to write: no entries, or `null`.
                if let Some(body) = &mut self.body {
                    body.truncate(start);
                }
                if is_first {
                    self.body = None;
                }
            }
        }
        self.body_result(name, result);
    }

    /// What a function such as serde's `serialize_with` names has made of a field's value; `null` if it failed.
    pub fn value(&mut self, name: &'static str, value: Result<Value, serde_json::Error>) -> Value {
        value.unwrap_or_else(|error| {
            self.fail_with(name, "cannot be serialized", error);
            Value::Null
        })
    }

    /// Writes the whole body.
    pub fn body<T: BodyValue + ?Sized>(&mut self, value: &T) {
        if !is_finite(value) {
            return self.not_finite("body");
        }
        let mut body = Vec::new();
        let result = value.serialize(&mut serde_json::Serializer::new(&mut body));
        self.body_result("body", result);
        self.whole = Some(body.into());
    }

    /// Writes the whole body as it is.
    pub fn body_bytes(&mut self, value: &Bytes) {
        self.whole = Some(value.clone().into());
    }

    /// Writes the whole body as it is, bytes or a stream. A stream that was sent before is refused.
    pub fn body_stream(&mut self, value: &Body) {
        if value.is_started() {
            self.fail(
                "the stream of the body was sent before; a stream can be sent once".to_owned(),
            );
        }
        self.whole = Some(value.clone());
    }

    /// Opens the body or continues it, up to the field's value.
    fn key(&mut self, name: &'static str) -> &mut Vec<u8> {
        let separator = if self.body.is_some() { b',' } else { b'{' };
        let body = self.body.get_or_insert_with(|| Vec::with_capacity(128));
        body.push(separator);
        // A string always serializes into a vector.
        let _ = name.serialize(&mut serde_json::Serializer::new(&mut *body));
        body.push(b':');
        body
    }

    fn body_result(&mut self, name: &'static str, result: Result<(), serde_json::Error>) {
        if let Err(error) = result {
            self.fail_with(name, "cannot be written as JSON", error);
        }
    }

    fn not_finite(&mut self, name: &'static str) {
        self.fail(format!("`{name}` holds a number that is not finite, which JSON cannot say"));
    }

    fn fail(&mut self, message: String) {
        self.error.get_or_insert_with(|| Error::request(message));
    }

    fn fail_with(&mut self, name: &'static str, reason: &str, source: serde_json::Error) {
        if self.notes.has_empty_id() {
            return self.fail_value(&format!("`{name}`"), reason);
        }
        let error = || Error::request(format!("`{name}` {reason}")).with_source(source);
        self.error.get_or_insert_with(error);
    }

    /// Says what is wrong with a value: if it is an empty id, that it is.
    fn fail_value(&mut self, what: &str, reason: &str) {
        let reason = if self.notes.has_empty_id() { EMPTY_ID } else { reason };
        self.fail(format!("{what} {reason}"));
    }

    /// The encoded request, or the first value that cannot be sent.
    fn finish(mut self) -> Result<Encoded> {
        let site = crate::error::CallSite { spec: self.spec, host: None, attempts: 0 };
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
        // The length of bytes is the transport's concern.
        let length =
            body.as_ref().filter(|body| body.as_bytes().is_none()).and_then(Body::content_length);
        if let (Some(content_type), Some(length)) = (&content_type, length) {
            self.headers.entry(header::CONTENT_TYPE).or_insert_with(|| content_type.clone());
            self.headers.insert(header::CONTENT_LENGTH, length.into());
        }
        let secrets = self.notes.end().secrets;
        Ok(Encoded { spec: self.spec, uri, headers: self.headers, content_type, body, secrets })
    }
}

/// Closes the object of a JSON body of fields. It is there even when no field is: a `PATCH` of nothing sends `{}`.
fn finish_body(spec: &Spec, body: Option<Vec<u8>>, form: String) -> Option<Bytes> {
    let is_field = |param: Param| param.location == ParamLocation::Body && !param.name.is_empty();
    match spec.content_type {
        None => body.map(Bytes::from),
        Some(FORM) => Some(form.into()),
        // JSON, or a dialect of it such as `application/merge-patch+json`.
        Some(_) if body.is_some() || spec.params.into_iter().any(is_field) => {
            let mut body = body.unwrap_or_else(|| vec![b'{']);
            body.push(b'}');
            Some(body.into())
        }
        Some(_) => None,
    }
}

/// A request that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) spec: &'static Spec,
    /// Behind the prefix that it was encoded with.
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    /// What the body is, unless the headers say so.
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) body: Option<Body>,
    /// What of all this an error must not show.
    pub(crate) secrets: Vec<Secret>,
}

impl Encoded {
    /// Puts the request's own headers among these, in place of those of the same names.
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

/// Builds the request without a client and without sending it: its path is below the API root, and what the client
/// adds (credentials, `Accept`, `User-Agent`) is not in it.
///
/// It is what the generated `request` method calls.
///
/// # Errors
///
/// When a value cannot be sent: see [`RequestWriter::path`].
pub fn build<E: Endpoint>(endpoint: &E) -> Result<Request<Body>> {
    RequestWriter::encode(("", ""), endpoint).map(Encoded::into_request)
}

/// All that can be wrong with a URI whose every character is encoded.
fn too_long(error: InvalidUri) -> Error {
    Error::request("path and query are longer than a URL can be (65,534 bytes)").with_source(error)
}
