//! [`RequestWriter`]: encodes the values of a request.
//!
//! The methods that generated code calls are here, so that rustc's notes name them by their public path. The submodules
//! implement them.

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

/// Encodes the values of a request. An implementation of [`Endpoint::encode`](crate::Endpoint::encode) calls one of
/// these methods for each value.
///
/// An invalid value does not interrupt encoding: the first invalid value is reported at the end, before anything is
/// sent.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Endpoint, Method, RawResponse, RequestWriter, Result, Spec};
///
/// /// Deletes all tasks of a project that are older than some days. The unit depends on the number.
/// struct DeleteOldTasks {
///     project: String,
///     days: u32,
/// }
///
/// impl Endpoint for DeleteOldTasks {
///     type Response = ();
///     const SPEC: &'static Spec = &Spec::new("DeleteOldTasks", Method::DELETE, "/projects/{project}/tasks");
///
///     fn encode(&self, writer: &mut RequestWriter) {
///         writer.path("project", &self.project);
///         match self.days % 7 {
///             0 => writer.query("weeks", &(self.days / 7)),
///             _ => writer.query("days", &self.days),
///         }
///     }
///
///     fn decode(_: RawResponse) -> Result<()> {
///         Ok(())
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<DeleteOldTasks>();
/// # let client = mock.client();
/// client.send(&DeleteOldTasks { project: "a b".into(), days: 14 }).await?;
/// # let call = &mock.calls()[0];
/// # assert_eq!((call.path.as_str(), &*call.query), ("/projects/a%20b/tasks", &[("weeks".into(), "2".into())][..]));
/// # Ok(())
/// # }
/// ```
///
/// # Stability
///
/// Before 1.0, a minor version may change this struct; afterwards, methods may only be added.
pub struct RequestWriter {
    spec: &'static Spec,
    path: PathWriter,
    query: String,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
    form: String,
    parts: Option<Parts>,
    /// A body that is sent unchanged.
    whole: Option<Body>,
    /// The header of the idempotency key.
    idempotency_header: Option<&'static str>,
    /// Names that flattened entries must not have. Only set once something is flattened.
    query_names: Option<Box<Names>>,
    body_names: Option<Box<Names>>,
    /// The first invalid value.
    error: Option<Error>,
    /// The secrets among the values.
    notes: Notes,
}

/// Shows the endpoint, not the values, which may be secret.
impl fmt::Debug for RequestWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestWriter").field("endpoint", &self.spec.name).finish_non_exhaustive()
    }
}

impl RequestWriter {
    /// Writes the next path parameter.
    ///
    /// The value is rejected if it is empty, `.` or `..`, or if it contains `/`, `\` or a control character, even after
    /// percent-decoding it any number of times. Many servers decode paths before they route requests, so encoding these
    /// characters does not help. Everything else is percent-encoded. A value longer than 8 KiB is rejected before it is
    /// checked.
    pub fn path<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.path_value(name, &value);
    }

    /// Writes a path parameter whose value consists of segments separated by slashes. The value determines the number
    /// of segments.
    ///
    /// Each segment is checked as in [`RequestWriter::path`]. The limit of 8 KiB applies to the whole value.
    pub fn path_segments<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Err(reason) = self.path.segments(&value) {
            self.fail_value(&format!("path parameter `{name}`"), &reason.to_string());
        }
    }

    /// Writes a path parameter whose value may contain slashes, which are sent as `%2F`. The value is one segment.
    ///
    /// Use this method for servers that route a request before they decode its path. The parts between the slashes are
    /// checked as in [`RequestWriter::path`], so a value that contains an encoded slash or backslash (`%2F`, `%5C`) is
    /// rejected. The limit of 8 KiB applies to the whole value.
    pub fn path_slashes<T: PathValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Err(reason) = self.path.slashes(&value) {
            self.fail_value(&format!("path parameter `{name}`"), &reason.to_string());
        }
    }

    /// Writes a query parameter. For a list, the name is repeated for each item, followed by brackets if
    /// [`Spec::brackets`] is set; an empty list is omitted. The entries of a map and the fields of a struct are named
    /// `name[entry]`, or `name[0][entry]` if they are items of a list.
    ///
    /// [`Spec::brackets`]: crate::Spec::brackets
    pub fn query<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_in(self.spec.list_style(), name, value);
    }

    /// Writes a query parameter, unless the value is `None`.
    pub fn optional_query<T: QueryValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Writes a query parameter. A list becomes one value, joined by commas; an empty list is omitted.
    pub fn query_comma<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_in(ListStyle::Comma, name, value);
    }

    /// Writes a query parameter. For a list, the name is repeated for each item, followed by brackets, at every depth.
    pub fn query_brackets<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.query_in(ListStyle::Brackets, name, value);
    }

    /// Writes the entries of a map, or the fields of a struct, as query parameters. An entry with the name of a
    /// declared parameter, or of another flattened entry, is an error.
    pub fn query_flatten<T: QueryValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let style = Style::query(self.spec.list_style());
        let names = self.query_names.get_or_insert_with(|| Box::new(Names::of_query(self.spec)));
        let result = flatten(&mut self.query, style, names, value);
        self.query_result(name, result);
    }

    /// Writes a field of a form.
    ///
    /// For a list, the name is repeated for each item, followed by brackets if [`Spec::brackets`] is set; an empty list
    /// is omitted. The entries of a map and the fields of a struct are named `name[entry]`, or `name[0][entry]` if they
    /// are items of a list.
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

    /// Writes a part of a multipart body as text. Lists and nested values become several parts, as in a form.
    pub fn part<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form(name, value);
        self.form_parts(None);
    }

    /// Writes a part of a multipart body as text with this content type.
    pub fn part_as<T: BodyValue + ?Sized>(
        &mut self,
        name: &'static str,
        content_type: &'static str,
        value: &T,
    ) {
        self.form(name, value);
        self.check_json_part(name, content_type);
        self.form_parts(Some(content_type));
    }

    /// Writes a part of a multipart body as JSON (`application/json`).
    pub fn part_json<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_finite(value) {
            return self.not_finite(name);
        }
        match serde_json::to_vec(value) {
            Ok(json) => {
                if let Some(parts) = self.parts() {
                    parts.text(name, Some("application/json"), &json);
                }
            }
            Err(error) => self.body_result(name, Err(error)),
        }
    }

    /// Writes the entries of a map, or the fields of a struct, as parts of a multipart body.
    pub fn part_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form_flatten(name, value);
        self.form_parts(None);
    }

    /// Writes a list of files as parts of a multipart body. Their name is followed by brackets if [`Spec::brackets`] is set.
    ///
    /// [`Spec::brackets`]: crate::Spec::brackets
    pub fn files(&mut self, name: &'static str, files: &[FilePart]) {
        self.list_of_files(name, files);
    }

    /// Writes files as parts of a multipart body.
    pub fn file(&mut self, name: &'static str, files: &[FilePart]) {
        self.parts_of_files(name, files);
    }

    /// Writes a header. The name must be in lower case.
    pub fn header<T: HeaderText + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.header_value(name, &value);
    }

    /// Writes a header whose value is a list, joined by commas. An empty list is omitted, and an item that contains a
    /// comma is an error. The name must be in lower case.
    pub fn header_list<T: HeaderText>(&mut self, name: &'static str, values: &[T]) {
        if values.is_empty() {
            return;
        }
        let secrets = self.notes.secrets();
        let items: Option<Vec<String>> = values.iter().map(|item| self.text(name, item)).collect();
        let Some(items) = items else { return };
        if items.iter().any(|item| item.contains(',')) {
            return self.fail(format!(
                "header `{name}`: a comma-separated list item must not contain a comma"
            ));
        }
        self.header_text(name, items.join(","), secrets);
    }

    /// Writes an idempotency key as a header. If the value is `None`, the client generates a key for each call. The
    /// name must be in lower case.
    pub fn idempotency_key(&mut self, name: &'static str, value: &Option<String>) {
        self.idempotency_header = Some(name);
        if let Some(value) = value {
            self.header(name, value);
        }
    }

    /// Writes a field of the JSON body.
    pub fn field<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_finite(value) {
            return self.not_finite(name);
        }
        let body = self.key(name);
        let result = value.serialize(&mut serde_json::Serializer::new(body));
        self.body_result(name, result);
    }

    /// Writes a field of the JSON body, unless the value is `None`.
    pub fn optional_field<T: BodyValue>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    /// Writes a field of the JSON body, unless the value is [`Patch::Keep`].
    pub fn patch<T: BodyValue>(&mut self, name: &'static str, value: &Patch<T>) {
        match value {
            Patch::Keep => {}
            Patch::Clear => self.key(name).extend_from_slice(b"null"),
            Patch::Set(value) => self.field(name, value),
        }
    }

    /// Writes the entries of a map, or the fields of a struct, as fields of the JSON body. An entry with the name of a
    /// declared field, or of another flattened entry, is an error.
    pub fn flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_finite(value) {
            return self.not_finite(name);
        }
        let is_first = self.body.is_none();
        let body = self.body.get_or_insert_with(Vec::new);
        let start = body.len();
        let result = value.serialize(&mut serde_json::Serializer::new(&mut *body));
        match (body.get(start), body.len() - start) {
            // The entries are appended to the body: a brace becomes a comma, or opens the body.
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

    /// Returns the result of a function that serializes a field, such as that of serde's `serialize_with`. If the
    /// function failed, reports the field as invalid and returns `null`.
    pub fn value(&mut self, name: &'static str, value: Result<Value, serde_json::Error>) -> Value {
        value.unwrap_or_else(|error| {
            self.fail_with(name, "cannot be serialized", error);
            Value::Null
        })
    }

    /// Writes the value as the whole body, in JSON.
    pub fn body<T: BodyValue + ?Sized>(&mut self, value: &T) {
        if !is_finite(value) {
            return self.not_finite("body");
        }
        let mut body = Vec::new();
        let result = value.serialize(&mut serde_json::Serializer::new(&mut body));
        self.body_result("body", result);
        self.whole = Some(body.into());
    }

    /// Writes the value as the whole body, in JSON. For [`Patch::Keep`], no body is sent.
    pub fn body_patch<T: BodyValue>(&mut self, value: &Patch<T>) {
        match value {
            Patch::Keep => {}
            Patch::Clear => self.body(&Value::Null),
            Patch::Set(value) => self.body(value),
        }
    }

    /// Writes the bytes as the whole body, unchanged.
    pub fn body_bytes(&mut self, value: &Bytes) {
        self.whole = Some(value.clone().into());
    }

    /// Writes the bytes or the stream as the whole body, unchanged. A stream that was already sent is an error.
    pub fn body_stream(&mut self, value: &Body) {
        if value.is_started() {
            self.fail(
                "the stream of the body was already sent; a stream can be sent only once"
                    .to_owned(),
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
        self.fail_value(&format!("path parameter `{name}`"), &message);
    }
}
