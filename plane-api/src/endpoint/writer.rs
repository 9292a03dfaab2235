//! [`RequestWriter`]: from a request's values to its bytes.
//!
//! What generated code calls is here, so that rustc's notes name it by its public path; how it is done is in the modules.

mod encoded;
mod finite;
mod form;
mod headers;
mod json;
mod multipart;
mod pairs;
mod path;
mod query;

use std::fmt::{self, Display};

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;

pub(crate) use self::encoded::Encoded;
pub use self::{encoded::build, multipart::FilePart};
use self::{
    finite::is_finite,
    json::keys,
    multipart::Parts,
    pairs::{Names, Pairs, Style, flatten},
    path::PathWriter,
};
use crate::{
    endpoint::{
        body::Body,
        patch::Patch,
        values::{BodyValue, HeaderText, PathValue, QueryValue},
    },
    error::{Error, Result},
    secret::Notes,
    spec::{ListStyle, Spec},
};

/// Takes the values of a request and encodes them. [`Endpoint::encode`](crate::Endpoint::encode) is a list of calls to it.
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
    /// The header in which an idempotency key is sent.
    idempotency_header: Option<&'static str>,
    /// Names that flattened entries may not have; there are some once something is flattened.
    query_names: Option<Box<Names>>,
    body_names: Option<Box<Names>>,
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
    /// Writes the next parameter of the path.
    ///
    /// The value is refused if, percent-decoded however often, it is empty, `.` or `..`, or holds `/`, `\` or a control
    /// character: servers decode before they route, so that encoding is no defence. Anything else is percent-encoded. A
    /// value longer than 8 KiB is refused before it is looked at.
    pub fn path<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.path_value(name, &value);
    }

    /// Writes a parameter of the path whose value is made of segments, with a slash between each and the next: the value
    /// chooses how many segments the path has.
    ///
    /// Each is checked as [`RequestWriter::path`] does. The limit of 8 KiB is that of the whole value.
    pub fn path_segments<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Err(reason) = self.path.segments(&value) {
            self.fail_value(&format!("the path parameter `{name}`"), &reason.to_string());
        }
    }

    /// Writes a parameter of the path whose value may contain slashes, which are sent as `%2F`: it is one segment.
    ///
    /// It is for servers that route a request before they decode its path. What is between the slashes is checked as
    /// [`RequestWriter::path`] does, so that a value which is encoded already is rejected. The limit of 8 KiB is that of
    /// the whole value.
    pub fn path_slashes<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Err(reason) = self.path.slashes(&value) {
            self.fail_value(&format!("the path parameter `{name}`"), &reason.to_string());
        }
    }

    /// Writes a parameter of the query. A list repeats the name, with brackets behind it if [`Spec::brackets`] is set; an
    /// empty one is omitted. The entries of a map and the fields of a struct are named `name[entry]`; if they are items
    /// of a list, `name[0][entry]`.
    ///
    /// [`Spec::brackets`]: crate::Spec::brackets
    pub fn query<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_in(self.spec.list_style(), name, value);
    }

    /// Writes a parameter of the query, if there is a value.
    pub fn optional_query<T: QueryValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Writes a parameter of the query; a list becomes one value, joined by commas, an empty one is omitted.
    pub fn query_comma<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_in(ListStyle::Comma, name, value);
    }

    /// Writes a parameter of the query; a list repeats the name with brackets behind it, at every depth.
    pub fn query_brackets<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_in(ListStyle::Brackets, name, value);
    }

    /// Writes the entries of a map, or the fields of a struct, as parameters of the query. An entry with the name of a
    /// declared parameter, or of another flattened entry, is an error.
    pub fn query_flatten<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let style = Style::query(self.spec.list_style());
        let names = self.query_names.get_or_insert_with(|| Box::new(Names::of_query(self.spec)));
        let result = flatten(&mut self.query, style, names, value);
        self.query_result(name, result);
    }

    ///
    /// A list repeats the name, with brackets behind it if [`Spec::brackets`] is set; an empty one is omitted. The entries of a map and the fields of a struct are named
    /// `name[entry]`; if they are items of a list, `name[0][entry]`.
    ///
    /// [`Spec::brackets`]: crate::Spec::brackets
    pub fn form<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let style = Style::form(self.spec.list_style());
        let result = value.serialize(Pairs::new(&mut self.form, style, name));
        self.form_result(name, result);
    }

    /// Writes the entries of a map, or the fields of a struct, as fields of a form. An entry with the name of a declared
    /// field, or of another flattened entry, is an error.
    pub fn form_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let style = Style::form(self.spec.list_style());
        let names = self.body_names.get_or_insert_with(|| Box::new(Names::of_form(self.spec)));
        let result = flatten(&mut self.form, style, names, value);
        self.form_result(name, result);
    }

    /// Writes a part of a multipart body as text. Lists and what is nested become several parts, as in a form.
    pub fn part<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form(name, value);
        self.form_parts(None);
    }

    /// Writes a part of a multipart body as text that has this content type.
    pub fn part_as<T: BodyValue + ?Sized>(
        &mut self,
        name: &'static str,
        content_type: &'static str,
        value: &T,
    ) {
        self.form(name, value);
        self.form_parts(Some(content_type));
    }

    /// Writes a part of a multipart body as JSON, of the type `application/json`.
    pub fn part_json<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_finite(value) {
            return self.not_finite(name);
        }
        match serde_json::to_vec(value) {
            Ok(json) => {
                let parts = self.parts.get_or_insert_with(Parts::new);
                parts.text(name, Some("application/json"), &json);
            }
            Err(error) => self.body_result(name, Err(error)),
        }
    }

    /// Writes the entries of a map, or the fields of a struct, as parts of a multipart body.
    pub fn part_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form_flatten(name, value);
        self.form_parts(None);
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

    /// Writes a header whose value is a list, joined by commas. An empty list is omitted, and an item with a comma is an
    /// error. The name is in lower case.
    pub fn header_list<T: HeaderText>(&mut self, name: &'static str, values: &[T]) {
        if values.is_empty() {
            return;
        }
        let secrets = self.notes.secrets();
        let items: Option<Vec<String>> = values.iter().map(|item| self.text(name, item)).collect();
        let Some(items) = items else { return };
        if items.iter().any(|item| item.contains(',')) {
            return self.fail(format!(
                "the header `{name}` is a list that is joined by commas, and an item contains a comma"
            ));
        }
        self.header_text(name, items.join(","), secrets);
    }

    /// Writes an idempotency key. If there is none, the client generates one for each call. The name is in lower case.
    pub fn idempotency_key(&mut self, name: &'static str, value: &Option<String>) {
        self.idempotency_header = Some(name);
        if let Some(value) = value {
            self.header(name, value);
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

    /// Writes the entries of a map, or the fields of a struct, as fields of the body. An entry with the name of a declared
    /// field, or of another flattened entry, is an error.
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
                let keys = keys(&body[start..]).unwrap_or_default();
                body.pop();
                if !is_first {
                    body[start] = b',';
                }
                self.take_names(name, &keys);
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

    /// Writes the whole body, unless it is kept as it is: then there is none.
    pub fn body_patch<T: BodyValue>(&mut self, value: &Patch<T>) {
        match value {
            Patch::Keep => {}
            Patch::Clear => self.body(&Value::Null),
            Patch::Set(value) => self.body(value),
        }
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

    fn path_value(&mut self, name: &'static str, value: &dyn Display) {
        let Err(reason) = self.path.value(value) else { return };
        let mut message = reason.to_string();
        if reason.is_of_slashes() && !self.spec.routes_decoded {
            message += &format!(
                "; if the server expects slashes here, write `<{name}..>` in the path, or mark the field \
                 `#[path(slashes)]` to send them as `%2F`"
            );
        }
        self.fail_value(&format!("the path parameter `{name}`"), &message);
    }
}
