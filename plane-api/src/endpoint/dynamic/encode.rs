//! Writes the value of a parameter with the same method of [`RequestWriter`] that the typed request calls.

use std::fmt::{self, Display};

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::types::Type;
use crate::{
    endpoint::{body::Body, id::Id, writer::RequestWriter},
    secret::Secret,
    spec::{ListStyle, Param, ParamLocation, Spec},
};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// Writes the values, which are in the order of the parameters.
pub(super) fn encode<'a>(
    spec: &'static Spec,
    values: impl Iterator<Item = Option<&'a Value>>,
    writer: &mut RequestWriter,
) {
    for (param, value) in spec.params.into_iter().zip(values) {
        match value {
            Some(value) => encode_value(spec, &param, value, writer),
            // The client generates a missing key.
            None if param.idempotency_key => writer.idempotency_key(param.name, &None),
            None => {}
        }
    }
}

/// Returns the reason why a value of a parameter cannot be sent, if there is one.
pub(super) fn problem(spec: &'static Spec, param: &Param, value: &Value) -> Option<String> {
    let error = RequestWriter::problem(spec, |writer| encode_value(spec, param, value, writer));
    error.map(|error| error.to_string())
}

fn encode_value(spec: &Spec, param: &Param, value: &Value, writer: &mut RequestWriter) {
    let value = &Sent::new(param, value);
    let name = param.name;
    match param.location {
        ParamLocation::Path if param.slashes => writer.path_slashes(name, value),
        ParamLocation::Path if spec.path.contains(&format!("{{{name}..}}")) => {
            writer.path_segments(name, value);
        }
        ParamLocation::Path => writer.path(name, value),
        ParamLocation::Query if param.flatten => writer.query_flatten(name, value),
        ParamLocation::Query => match param.list_style {
            ListStyle::Repeat => writer.query(name, value),
            ListStyle::Comma => writer.query_comma(name, value),
            ListStyle::Brackets => writer.query_brackets(name, value),
        },
        ParamLocation::Header => encode_header(param, value, writer),
        ParamLocation::Body if name.is_empty() => encode_body(param, value, writer),
        ParamLocation::Body => match (spec.content_type, param.flatten) {
            (Some(FORM), false) => writer.form(name, value),
            (Some(FORM), true) => writer.form_flatten(name, value),
            (Some(MULTIPART), false) => encode_part(param, value, writer),
            (Some(MULTIPART), true) => writer.part_flatten(name, value),
            (_, false) => writer.field(name, value),
            (_, true) => writer.flatten(name, value),
        },
    }
}

fn encode_header(param: &Param, value: &Sent<'_>, writer: &mut RequestWriter) {
    match value.items() {
        _ if param.idempotency_key => {
            let key = value.value.as_str().map(str::to_owned);
            writer.idempotency_key(param.name, &key);
        }
        Some(items) => writer.header_list(param.name, &items),
        None => writer.header(param.name, value),
    }
}

/// Writes the whole body.
fn encode_body(param: &Param, value: &Sent<'_>, writer: &mut RequestWriter) {
    match (Type::of_value(param.ty), value.value) {
        (Type::Bytes, Value::String(text)) => writer.body_stream(&Body::from(text.clone())),
        _ => writer.body(value),
    }
}

fn encode_part(param: &Param, value: &Sent<'_>, writer: &mut RequestWriter) {
    let is_list = || matches!(Type::read(param.ty), Type::List(_));
    match param.part {
        None => writer.part(param.name, value),
        Some(content_type) if !param.part_json => writer.part_as(param.name, content_type, value),
        // An empty list is omitted; as JSON it would be `[]`.
        Some(_) if is_list() && value.items().is_some_and(|items| items.is_empty()) => {}
        Some(_) => writer.part_json(param.name, value),
    }
}

/// A value in the form that typed requests send: text in a path or a header, and a [`Secret`] if the type is one.
struct Sent<'a> {
    value: &'a Value,
    of: Of,
}

/// The type of a value in the typed request.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    /// A `Value`.
    Json,
    Secret,
    /// An id, which must not be empty.
    Id,
    /// A value of another type, whose numbers are formatted differently from JSON: in a query, `1.0` is `1`.
    Other,
}

impl<'a> Sent<'a> {
    fn new(param: &Param, value: &'a Value) -> Self {
        let of = match Type::of_item(param.ty) {
            Type::Json => Of::Json,
            Type::Secret => Of::Secret,
            Type::Id => Of::Id,
            _ => Of::Other,
        };
        Self { value, of }
    }

    /// Returns the items, if it is a list.
    fn items(&self) -> Option<Vec<Self>> {
        let item = |value| Self { value, of: self.of };
        self.value.as_array().map(|items| items.iter().map(item).collect())
    }
}

impl Display for Sent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Value::String(text) if self.of == Of::Secret => Secret::from(text.as_str()).fmt(f),
            Value::String(text) if self.of == Of::Id => Id::<()>::from(text.as_str()).fmt(f),
            Value::String(text) => f.write_str(text),
            Value::Number(number) if number.is_f64() => {
                number.as_f64().map_or(Ok(()), |float| float.fmt(f))
            }
            other => other.fmt(f),
        }
    }
}

impl Serialize for Sent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            value if self.of == Of::Json => value.serialize(serializer),
            Value::String(text) if self.of == Of::Secret => {
                Secret::from(text.as_str()).serialize(serializer)
            }
            Value::String(text) if self.of == Of::Id => {
                Id::<()>::from(text.as_str()).serialize(serializer)
            }
            // With the feature `arbitrary_precision` of `serde_json`, a number is text.
            Value::Number(number) if number.is_f64() => number.as_f64().serialize(serializer),
            Value::Array(_) => self.items().serialize(serializer),
            Value::Object(entries) => serializer.collect_map(
                entries.iter().map(|(name, value)| (name, Sent { value, of: self.of })),
            ),
            other => other.serialize(serializer),
        }
    }
}
