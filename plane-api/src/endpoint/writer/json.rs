//! JSON bodies, and bodies that are one value.

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

use super::{RequestWriter, finite::is_finite};
use crate::{
    endpoint::{body::Body, patch::Patch, values::BodyValue},
    error::Result,
};

impl RequestWriter {
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

    pub(super) fn not_finite(&mut self, name: &'static str) {
        self.fail(format!("`{name}` holds a number that is not finite, which JSON cannot say"));
    }
}
