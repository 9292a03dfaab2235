//! [`Type`]: the values that a schema accepts, in one form however the schema is written.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::openapi::document::{Document, is_binary, list, text};

/// Maximum number of nested alternatives that are followed.
const MAX_DEPTH: usize = 16;

/// A JSON type, or a file. Messages name several types in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    String,
    File,
    Boolean,
    Integer,
    Number,
    List,
    Object,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::File => "file",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::List => "list",
            Self::Object => "object",
        }
    }
}

/// The values that a schema accepts. Nested schemas are read when they are compared, because a schema may contain itself.
#[derive(Debug, Default, Clone)]
pub(super) struct Type<'a> {
    /// `true` if the schema accepts any value.
    pub(super) any: bool,
    pub(super) null: bool,
    pub(super) kinds: BTreeSet<Kind>,
    /// The values of an enum, as text, even if other values are accepted as well.
    pub(super) values: BTreeSet<String>,
    /// The formats of dates and times.
    pub(super) dates: BTreeSet<&'a str>,
    /// Alternative schemas of a list's items.
    pub(super) items: Vec<&'a Value>,
    pub(super) fields: BTreeMap<&'a str, Field<'a>>,
    /// The names of required fields.
    pub(super) required: BTreeSet<&'a str>,
    /// Alternative schemas of the fields that are not described.
    pub(super) others: Vec<&'a Value>,
}

/// A field of an object.
#[derive(Debug, Default, Clone)]
pub(super) struct Field<'a> {
    /// Alternative schemas of its value.
    pub(super) schemas: Vec<&'a Value>,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
}

impl<'a> Type<'a> {
    /// Reads alternative schemas.
    pub(super) fn of(document: &Document<'a>, schemas: &[&'a Value]) -> Self {
        Self::either(schemas.iter().map(|schema| read(document, schema, MAX_DEPTH)).collect())
    }

    /// Names the types: `string or list`.
    pub(super) fn name(&self) -> String {
        let kinds: Vec<_> = self.kinds.iter().map(|kind| kind.name()).collect();
        match kinds.is_empty() {
            _ if self.any => "anything".to_owned(),
            true => "null".to_owned(),
            false => kinds.join(" or "),
        }
    }

    /// Returns whether `null` is accepted, if the schema says so.
    pub(super) fn nullable(&self) -> Option<bool> {
        (!self.any).then_some(self.null)
    }

    /// Returns `true` if the other type accepts all JSON types of this one.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.kinds.iter().all(|kind| other.accepts(*kind))
    }

    fn accepts(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind) || kind == Kind::Integer && self.kinds.contains(&Kind::Number)
    }

    /// Returns the type that accepts every value that any of these accepts.
    fn either(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let Some(mut all) = parts.next() else { return Self { any: true, ..Self::default() } };
        for part in parts {
            let is_object = |it: &Self| it.any || it.kinds.contains(&Kind::Object);
            match (is_object(&all), is_object(&part)) {
                (true, true) => all.required.retain(|name| part.required.contains(name)),
                (false, true) => all.required = part.required,
                _ => {}
            }
            all.any |= part.any;
            all.null |= part.null;
            all.kinds.extend(part.kinds);
            all.values.extend(part.values);
            all.dates.extend(part.dates);
            all.items.extend(part.items);
            all.others.extend(part.others);
            for (name, field) in part.fields {
                let known = all.fields.entry(name).or_default();
                known.schemas.extend(field.schemas);
                known.read_only |= field.read_only;
                known.write_only |= field.write_only;
            }
        }
        all
    }

    /// Returns the type that accepts only values that both accept.
    fn and(mut self, other: Self) -> Self {
        if self.any {
            (self.any, self.null, self.kinds) = (other.any, other.null, other.kinds);
        } else if !other.any {
            self.null &= other.null;
            let both = |kind: &&Kind| self.accepts(**kind) && other.accepts(**kind);
            let both: BTreeSet<Kind> =
                self.kinds.union(&other.kinds).filter(both).copied().collect();
            if both.is_empty() {
                self.kinds.extend(other.kinds);
            } else {
                self.kinds = both;
            }
        }
        self.values.extend(other.values);
        self.dates.extend(other.dates);
        self.items.extend(other.items);
        self.fields.extend(other.fields);
        self.required.extend(other.required);
        self.others.extend(other.others);
        self
    }
}

/// Reads a schema: its own keywords, and those of the schemas that it combines.
fn read<'a>(document: &Document<'a>, schema: &'a Value, depth: usize) -> Type<'a> {
    let reference = schema;
    let schema = document.resolve(schema);
    let mut found = own(document, schema);
    if reference.get("$ref").is_some() {
        // Since OpenAPI 3.1, keywords next to a reference count as well.
        found = found.and(own(document, reference));
    }
    if depth > 0 {
        for part in list(schema, "allOf") {
            found = found.and(read(document, part, depth - 1));
        }
        for keyword in ["anyOf", "oneOf"] {
            if schema.get(keyword).is_some() {
                let parts = list(schema, keyword).map(|part| read(document, part, depth - 1));
                found = found.and(Type::either(parts.collect()));
            }
        }
    }
    // Generators write `nullable` next to `allOf` and references as well.
    let is_nullable = |it: &Value| it.get("nullable") == Some(&Value::Bool(true));
    found.null |= is_nullable(schema) || is_nullable(reference);
    found
}

/// Reads the keywords of a schema itself.
fn own<'a>(document: &Document<'a>, schema: &'a Value) -> Type<'a> {
    let mut found = Type::default();
    let (kinds, null) = kinds(schema);
    found.any = kinds.is_empty() && !null;
    (found.kinds, found.null) = (kinds, null);
    let values = list(schema, "enum").chain(schema.get("const")).filter(|value| !value.is_null());
    found.values.extend(
        values.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    );
    let format = text(schema, "format");
    found.dates.extend(Some(format).filter(|it| matches!(*it, "date" | "date-time" | "time")));
    found.items.extend(schema.get("items"));
    found.required.extend(list(schema, "required").filter_map(Value::as_str));
    found.others.extend(schema.get("additionalProperties").filter(|it| it.is_object()));
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, schema) in properties.into_iter().flatten() {
        let is = |keyword| {
            let either = [schema, document.resolve(schema)];
            either.iter().any(|it| it.get(keyword) == Some(&Value::Bool(true)))
        };
        let (read_only, write_only) = (is("readOnly"), is("writeOnly"));
        found.fields.insert(name, Field { schemas: vec![schema], read_only, write_only });
    }
    found
}

/// Returns the JSON types that a schema itself names, without nested schemas, and whether the schema accepts `null`.
fn kinds(schema: &Value) -> (BTreeSet<Kind>, bool) {
    let has = |keyword| schema.get(keyword).is_some();
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(one)) => vec![one],
        _ if has("properties") || has("additionalProperties") => vec!["object"],
        _ if has("items") || has("prefixItems") => vec!["array"],
        _ => list(schema, "enum").chain(schema.get("const")).map(type_of).collect(),
    };
    let kind = |ty: &&str| {
        Some(match *ty {
            "string" if is_binary(schema) => Kind::File,
            "string" => Kind::String,
            "boolean" => Kind::Boolean,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "array" => Kind::List,
            "object" => Kind::Object,
            _ => return None,
        })
    };
    let is_null_listed = list(schema, "enum").any(Value::is_null) && !has("type");
    (types.iter().filter_map(kind).collect(), types.contains(&"null") || is_null_listed)
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
