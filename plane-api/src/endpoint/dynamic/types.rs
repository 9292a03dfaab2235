//! [`Type`]: the information that the text of a type gives about the JSON of its values.

use std::ops::RangeInclusive;

use serde_json::{Number, Value};

/// A type, as far as its text determines it. Types are recognized by the last segment of their path, as in
/// `#[endpoint]`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Type<'a> {
    Text,
    Secret,
    Char,
    Bool,
    Integer(RangeInclusive<i128>),
    Float,
    Option(&'a str),
    Patch(&'a str),
    List(&'a str),
    Map(&'a str),
    /// Any JSON: `Value`.
    Json,
    Bytes,
    File,
    /// Any other type, whose JSON is unknown.
    Unknown,
}

impl<'a> Type<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let text = text.trim().trim_start_matches('&').trim_start();
        if let Some(borrowed) = text.strip_prefix('\'') {
            return borrowed.split_once(' ').map_or(Self::Unknown, |(_, rest)| Self::read(rest));
        }
        if let Some(items) = text.strip_prefix('[') {
            let item = items.trim_end_matches(']');
            return Self::List(item.rsplit_once(';').map_or(item, |(item, _)| item));
        }
        let (path, arguments) = text.split_once('<').unwrap_or((text, ""));
        let arguments = arguments.trim_end().strip_suffix('>').unwrap_or(arguments);
        match path.trim_end().rsplit("::").next().unwrap_or_default() {
            "" => Self::Unknown,
            "String" | "str" => Self::Text,
            "Secret" => Self::Secret,
            "char" => Self::Char,
            "bool" => Self::Bool,
            "f32" | "f64" => Self::Float,
            "Option" => Self::Option(arguments),
            "Patch" => Self::Patch(arguments),
            "Vec" => Self::List(arguments),
            "BTreeMap" | "HashMap" => last_argument(arguments).map_or(Self::Unknown, Self::Map),
            "Cow" | "Box" | "Arc" | "Rc" => {
                last_argument(arguments).map_or(Self::Unknown, Self::read)
            }
            "Value" => Self::Json,
            "Bytes" | "Body" => Self::Bytes,
            "FilePart" => Self::File,
            name => range(name).map_or(Self::Unknown, Self::Integer),
        }
    }

    /// Returns the type without the `Option` or `Patch` around it.
    pub(super) fn of_value(text: &'a str) -> Self {
        match Self::read(text) {
            Self::Option(inner) | Self::Patch(inner) => Self::of_value(inner),
            other => other,
        }
    }

    /// Returns the type of a single value: without `Option`, `Patch` and `Vec`.
    pub(super) fn of_item(text: &'a str) -> Self {
        match Self::read(text) {
            Self::Option(inner) | Self::Patch(inner) | Self::List(inner) => Self::of_item(inner),
            other => other,
        }
    }

    /// Checks a value, and writes integers as numbers with a fraction if the type requires that. Returns the mistake,
    /// if any.
    pub(super) fn check(&self, value: &mut Value) -> Result<(), String> {
        let is_right = match self {
            Self::Text | Self::Secret | Self::Bytes => value.is_string(),
            Self::Char => value.as_str().is_some_and(|text| text.chars().count() == 1),
            Self::Bool => value.is_boolean(),
            Self::Integer(range) => {
                let integer = value.as_number().and_then(Number::as_i128);
                integer.is_some_and(|integer| range.contains(&integer))
            }
            Self::Float => match value {
                Value::Number(number) => {
                    let float = number.as_f64().and_then(Number::from_f64);
                    *number = float.unwrap_or_else(|| number.clone());
                    true
                }
                _ => false,
            },
            // Within another value, `None` is written as `null`.
            Self::Option(inner) | Self::Patch(inner) => {
                return if value.is_null() { Ok(()) } else { Type::read(inner).check(value) };
            }
            Self::List(inner) => {
                let Value::Array(items) = value else { return Err(self.wrong(value)) };
                let inner = Type::read(inner);
                return items.iter_mut().enumerate().try_for_each(|(index, item)| {
                    inner.check(item).map_err(|wrong| format!("{wrong} at index {index}"))
                });
            }
            Self::Map(inner) => {
                let Value::Object(entries) = value else { return Err(self.wrong(value)) };
                let inner = Type::read(inner);
                return entries.values_mut().try_for_each(|value| {
                    inner.check(value).map_err(|wrong| format!("{wrong} in an entry"))
                });
            }
            Self::File => false,
            Self::Json | Self::Unknown => true,
        };
        if is_right { Ok(()) } else { Err(self.wrong(value)) }
    }

    fn wrong(&self, value: &Value) -> String {
        let expected = match self {
            Self::Text | Self::Secret | Self::Bytes => "text",
            Self::Char => "one character",
            Self::Bool => "`true` or `false`",
            Self::Integer(range) => {
                &format!("an integer from {} to {}", range.start(), range.end())
            }
            Self::Float => "a number",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
            Self::File => {
                return "is a file, which JSON cannot hold; send the request with its type"
                    .to_owned();
            }
            Self::Option(_) | Self::Patch(_) | Self::Json | Self::Unknown => "something else",
        };
        format!("expects {expected}, but found {}", name_of(value))
    }

    /// Converts a text to JSON of this type. If that is impossible, returns text, which the check rejects.
    pub(super) fn value(&self, text: &str) -> Value {
        let parsed = match self {
            Self::Bool => text.parse().ok().map(Value::Bool),
            Self::Integer(_) | Self::Float => text.parse().ok().map(Value::Number),
            Self::Option(inner) | Self::Patch(inner) => Some(Type::read(inner).value(text)),
            Self::List(inner) => Some(Value::Array(vec![Type::read(inner).value(text)])),
            _ => None,
        };
        parsed.unwrap_or_else(|| text.into())
    }
}

/// Returns the last of several type arguments.
fn last_argument(arguments: &str) -> Option<&str> {
    let mut depth = 0_usize;
    let comma = arguments.rfind(|c| {
        match c {
            '>' | ')' | ']' => depth += 1,
            '<' | '(' | '[' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    let last = comma.map_or(arguments, |comma| &arguments[comma + 1..]).trim();
    (!last.is_empty()).then_some(last)
}

/// Returns the range of an integer type. 128-bit types have the range of JSON's integers.
fn range(name: &str) -> Option<RangeInclusive<i128>> {
    Some(match name {
        "i8" => i8::MIN.into()..=i8::MAX.into(),
        "i16" => i16::MIN.into()..=i16::MAX.into(),
        "i32" => i32::MIN.into()..=i32::MAX.into(),
        "i64" | "isize" => i64::MIN.into()..=i64::MAX.into(),
        "i128" => i128::MIN..=i128::MAX,
        "u8" => 0..=u8::MAX.into(),
        "u16" => 0..=u16::MAX.into(),
        "u32" => 0..=u32::MAX.into(),
        "u64" | "usize" => 0..=u64::MAX.into(),
        "u128" => 0..=i128::MAX,
        _ => return None,
    })
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a Boolean",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
