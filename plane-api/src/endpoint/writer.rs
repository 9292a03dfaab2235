//! [`RequestWriter`]: from a request's values to its bytes.

mod encoded;
mod finite;
mod form;
mod json;
mod multipart;
mod pairs;
mod path;
mod query;

use std::fmt::{self, Display, Write};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header, uri::InvalidUri};

pub(crate) use self::encoded::Encoded;
pub use self::{encoded::build, multipart::FilePart};
use self::{
    multipart::Parts,
    path::{PathWriter, Refusal},
};
use crate::{
    endpoint::{
        Endpoint,
        body::Body,
        values::{HeaderText, PathValue},
    },
    error::{Error, Result},
    secret::Notes,
    spec::{Param, ParamLocation, Spec},
};

const EMPTY_ID: &str =
    "holds an empty id, such as that of an absent reference (`None`); pass an id, or leave it out";

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

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

/// All that can be wrong with a URI whose every character is encoded.
fn too_long(error: InvalidUri) -> Error {
    Error::request("path and query are longer than a URL can be (65,534 bytes)").with_source(error)
}
