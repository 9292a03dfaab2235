//! Schemas of types, from their text in a declaration.

use serde_json::{Map, Value, json};

/// The location of schemas in a document.
const SCHEMAS: &str = "#/components/schemas/";

/// Returns the schema of a Rust type, given as text: `Vec<String>`.
///
/// For a type with no known structure, the result is a reference to a schema with the name of the type, without the path
/// of the type and with the type arguments appended: `#/components/schemas/Page_Customer` for `Page<Customer>`. The
/// schemas of `Option<T>` and `Patch<T>` also accept `null`.
///
/// ```
/// use serde_json::json;
/// use plane_api::openapi::schema_of;
///
/// assert_eq!(schema_of("Vec<String>"), json!({"type": "array", "items": {"type": "string"}}));
/// assert_eq!(schema_of("models::Robot"), json!({"$ref": "#/components/schemas/Robot"}));
/// assert_eq!(schema_of("Option<bool>"), json!({"type": ["boolean", "null"]}));
/// ```
#[must_use]
pub fn schema_of(ty: &str) -> Value {
    let ty = without_reference(ty);
    if let Some(inner) = ty.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        let items: Vec<Value> = split(inner).into_iter().map(schema_of).collect();
        return match items.len() {
            0 => json!({"type": "null"}),
            count => {
                json!({"type": "array", "prefixItems": items, "minItems": count, "maxItems": count})
            }
        };
    }
    if let Some(inner) = ty.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
        let item = inner.rsplit_once(';').map_or(inner, |(item, _)| item);
        return json!({"type": "array", "items": schema_of(item)});
    }
    let (name, args) = parts(ty);
    match (name, &args[..]) {
        ("bool", []) => json!({"type": "boolean"}),
        ("String" | "str" | "char" | "Cursor", []) | ("Id", [_]) => json!({"type": "string"}),
        ("Secret", []) => json!({"type": "string", "format": "password"}),
        ("PresignedUrl", []) => json!({"type": "string", "format": "uri"}),
        ("i32" | "i64", []) => json!({"type": "integer", "format": format!("int{}", &name[1..])}),
        ("i8" | "i16" | "i128" | "isize", []) => json!({"type": "integer"}),
        ("u8" | "u16" | "u32" | "u64" | "u128" | "usize", []) => {
            json!({"type": "integer", "minimum": 0})
        }
        ("f32", []) => json!({"type": "number", "format": "float"}),
        ("f64", []) => json!({"type": "number", "format": "double"}),
        ("FilePart" | "Bytes" | "Body" | "Download", []) => file(),
        ("Value", []) => json!({}),
        ("Option" | "Patch", [inner]) => nullable(schema_of(inner)),
        ("Box" | "Arc" | "Rc" | "Cow", [inner]) => schema_of(inner),
        ("Vec" | "VecDeque" | "HashSet" | "BTreeSet" | "IndexSet", [item, ..]) => {
            json!({"type": "array", "items": schema_of(item)})
        }
        ("HashMap" | "BTreeMap" | "IndexMap" | "Map", [_, value, ..]) => {
            json!({"type": "object", "additionalProperties": schema_of(value)})
        }
        _ => json!({"$ref": format!("{SCHEMAS}{}", schema_name(ty))}),
    }
}

/// Binary content.
pub(super) fn file() -> Value {
    json!({"type": "string", "format": "binary", "contentMediaType": "application/octet-stream"})
}

/// Returns a schema that accepts `null` as well.
pub(super) fn nullable(mut schema: Value) -> Value {
    match schema.get("type") {
        Some(Value::String(ty)) => {
            schema["type"] = json!([ty, "null"]);
            schema
        }
        Some(_) => schema,
        None if schema == json!({}) => schema,
        None => json!({"anyOf": [schema, {"type": "null"}]}),
    }
}

/// Returns the type within an `Option`, a `Patch` or a `Vec`, if it is one.
pub(super) fn within<'a>(ty: &'a str, wrapper: &str) -> Option<&'a str> {
    match parts(ty.trim()) {
        (name, args) if name == wrapper && args.len() == 1 => Some(args[0]),
        _ => None,
    }
}

/// Returns the name of a type's schema: its last path segment, and those of its arguments.
fn schema_name(ty: &str) -> String {
    let (name, args) = parts(without_reference(ty));
    let mut text = name.replace(|c: char| !c.is_ascii_alphanumeric() && c != '_', "_");
    for arg in args {
        text.push('_');
        text += &schema_name(arg);
    }
    text
}

/// Returns a type's name without its path, and its arguments without lifetimes.
fn parts(ty: &str) -> (&str, Vec<&str>) {
    let (path, args) = match ty.split_once('<') {
        Some((path, args)) => (path, args.trim_end().strip_suffix('>').unwrap_or(args)),
        None => (ty, ""),
    };
    let name = path.trim_end_matches("::").rsplit("::").next().unwrap_or(path).trim();
    let mut args = split(args);
    args.retain(|arg| !arg.starts_with('\''));
    (name, args)
}

/// Splits at commas outside of brackets.
fn split(list: &str) -> Vec<&str> {
    let (mut found, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, char) in list.char_indices().chain([(list.len(), ',')]) {
        match char {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                found.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|part| !part.is_empty());
    found
}

fn without_reference(ty: &str) -> &str {
    let ty = ty.trim();
    let Some(inner) = ty.strip_prefix('&') else { return ty };
    let inner = inner.trim_start();
    let inner = match inner.strip_prefix('\'') {
        Some(lifetime) => lifetime.split_once(' ').map_or("", |(_, inner)| inner),
        None => inner,
    };
    without_reference(inner.strip_prefix("mut ").unwrap_or(inner))
}

/// Returns the schema of a type of which only the name is known: that of `jiff`'s times and dates and of UUIDs, as in a
/// request by name, or one that accepts every value.
pub(super) fn by_name(name: &str) -> Value {
    let format = match name {
        "Timestamp" => "date-time",
        "Date" => "date",
        "Uuid" => "uuid",
        _ => return json!({}),
    };
    json!({"type": "string", "format": format})
}

/// Adds the names of the schemas that a document refers to, in order and each once.
pub(super) fn references(value: &Value, names: &mut Vec<String>) {
    let mut visit = |name: &Value| {
        let name = name.as_str().and_then(|name| name.strip_prefix(SCHEMAS));
        if let Some(name) = name.filter(|name| !names.iter().any(|known| known == name)) {
            names.push(name.to_owned());
        }
    };
    match value {
        Value::Object(fields) => {
            fields.get("$ref").into_iter().for_each(&mut visit);
            in_fields(fields, names);
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, names)),
        _ => {}
    }
}

fn in_fields(fields: &Map<String, Value>, names: &mut Vec<String>) {
    fields.values().for_each(|value| references(value, names));
}
