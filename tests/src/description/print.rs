//! [`print`]: prints JSON in the same form, whatever the order of its keys in memory.

use serde_json::Value;

/// The first keys of a document.
const FIRST: [&str; 7] = ["openapi", "info", "servers", "security", "tags", "paths", "components"];

/// Maximum length of a line that contains a whole value.
const WIDTH: usize = 120;

/// Returns JSON with sorted keys and two spaces per level. A value that fits into a line is on one line.
#[must_use]
pub fn print(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, 0, 0);
    out.push('\n');
    out
}

/// Writes a value at a depth. The current line already contains `used` bytes.
fn write(out: &mut String, value: &Value, depth: usize, used: usize) {
    let short = line(value);
    if depth * 2 + used + short.len() < WIDTH && depth > 1 {
        *out += &short;
        return;
    }
    let indent = |out: &mut String, depth| *out += &format!("\n{}", "  ".repeat(depth));
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (index, key) in keys(value).into_iter().enumerate() {
                *out += if index > 0 { "," } else { "" };
                indent(out, depth + 1);
                let key_text = format!("{}: ", Value::from(key));
                *out += &key_text;
                write(out, &fields[key], depth + 1, key_text.len());
            }
            indent(out, depth);
            out.push('}');
        }
        Value::Array(items) if !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                *out += if index > 0 { "," } else { "" };
                indent(out, depth + 1);
                write(out, item, depth + 1, 0);
            }
            indent(out, depth);
            out.push(']');
        }
        _ => *out += &short,
    }
}

/// Returns a value on one line.
fn line(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields = keys(value)
                .into_iter()
                .map(|key| format!("{}: {}", Value::from(key), line(&fields[key])));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(line).collect::<Vec<_>>().join(", "))
        }
        scalar => scalar.to_string(),
    }
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> =
        value.as_object().into_iter().flat_map(|it| it.keys().map(String::as_str)).collect();
    let is_document = keys.contains(&"openapi");
    let rank =
        |key: &str| FIRST.iter().position(|it| is_document && *it == key).unwrap_or(FIRST.len());
    keys.sort_unstable_by_key(|key| (rank(key), *key));
    keys
}
