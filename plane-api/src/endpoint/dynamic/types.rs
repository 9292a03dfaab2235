//! [`Type`]: the information that the text of a type gives about the JSON of its values.

use std::{fmt::Display, str::FromStr};

use jiff::{Timestamp, civil};
use serde_json::{Number, Value};
use uuid::Uuid;

/// A type, as far as its text determines it. Types are recognized by the last segment of their path, as in
/// `#[endpoint]`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Type<'a> {
    Text,
    Secret,
    Char,
    Bool,
    /// An integer, with the least and the greatest value.
    Integer(i128, u128),
    /// A number, with the greatest value.
    Float(f64),
    /// An id: text that is not empty, or a number.
    Id,
    Uuid,
    Timestamp,
    Date,
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
            "String" | "str" | "Cursor" => Self::Text,
            "Secret" => Self::Secret,
            "char" => Self::Char,
            "bool" => Self::Bool,
            "f32" => Self::Float(f32::MAX.into()),
            "f64" => Self::Float(f64::MAX),
            "Uuid" => Self::Uuid,
            "Timestamp" => Self::Timestamp,
            "Date" => Self::Date,
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
            name if name.ends_with("Id") => Self::Id,
            name => range(name).map_or(Self::Unknown, |(least, most)| Self::Integer(least, most)),
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

    /// Checks a value, and converts it to the form of this type: integers to floats, times to UTC. Returns the mistake, if
    /// any.
    pub(super) fn check(&self, value: &mut Value) -> Result<(), String> {
        self.check_within(value).map_err(|wrong| match wrong.path.trim_start_matches('.') {
            "" => wrong.text,
            path => format!("{} at `{path}`", wrong.text),
        })
    }

    fn check_within(&self, value: &mut Value) -> Result<(), Wrong> {
        let is_right = match self {
            Self::Text | Self::Secret | Self::Bytes => value.is_string(),
            Self::Char => value.as_str().is_some_and(|text| text.chars().count() == 1),
            Self::Bool => value.is_boolean(),
            Self::Integer(least, most) => match value {
                Value::Number(number) => {
                    *number = whole(number).unwrap_or_else(|| number.clone());
                    is_between(number, *least, *most)
                }
                _ => false,
            },
            Self::Float(most) => match value {
                Value::Number(number) => {
                    let float = number.as_f64();
                    let is_in_range = float.is_none_or(|float| float.abs() <= *most);
                    *number = float.and_then(Number::from_f64).unwrap_or_else(|| number.clone());
                    is_in_range
                }
                _ => false,
            },
            // The encoder rejects empty ids.
            Self::Id => value.is_string() || value.is_number(),
            Self::Uuid => reads::<Uuid>(value),
            Self::Timestamp => reads::<Timestamp>(value),
            Self::Date => reads::<civil::Date>(value),
            // Within another value, `None` is written as `null`.
            Self::Option(inner) | Self::Patch(inner) => {
                return if value.is_null() {
                    Ok(())
                } else {
                    Type::read(inner).check_within(value)
                };
            }
            Self::List(inner) => {
                let Value::Array(items) = value else { return Err(self.wrong(value).into()) };
                let inner = Type::read(inner);
                return items.iter_mut().enumerate().try_for_each(|(index, item)| {
                    inner.check_within(item).map_err(|wrong| wrong.within(&format!("[{index}]")))
                });
            }
            Self::Map(inner) => {
                let Value::Object(entries) = value else { return Err(self.wrong(value).into()) };
                let inner = Type::read(inner);
                return entries.iter_mut().try_for_each(|(name, value)| {
                    inner.check_within(value).map_err(|wrong| wrong.within(&format!(".{name}")))
                });
            }
            Self::File => false,
            Self::Json | Self::Unknown => true,
        };
        if is_right { Ok(()) } else { Err(self.wrong(value).into()) }
    }

    fn wrong(&self, value: &Value) -> String {
        let expected = match self {
            Self::Text | Self::Secret | Self::Bytes => "text",
            Self::Char => "one character",
            Self::Bool => "`true` or `false`",
            Self::Integer(least, most) => &format!("an integer from {least} to {most}"),
            Self::Float(most) if *most < f64::MAX => {
                &format!("a number from -{most:e} to {most:e}")
            }
            Self::Float(_) => "a number",
            Self::Id => "an id",
            Self::Uuid => "a UUID",
            Self::Timestamp => "a time such as `2026-01-31T12:00:00Z`",
            Self::Date => "a date such as `2026-01-31`",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
            Self::File => {
                return "is a file, which JSON cannot represent; send the typed request".to_owned();
            }
            Self::Option(_) | Self::Patch(_) | Self::Json | Self::Unknown => "something else",
        };
        let found = match (self, value) {
            (Self::Integer(least, most), Value::Number(number)) => misfit(number, *least, *most),
            (Self::Float(_), Value::Number(_)) => "a number beyond that",
            (Self::Uuid | Self::Timestamp | Self::Date, Value::String(_)) => "other text",
            _ => name_of(value),
        };
        format!("expects {expected}, but found {found}")
    }

    /// Converts a text to JSON of this type. If that is impossible, returns text, which the check rejects.
    pub(super) fn value(&self, text: &str) -> Value {
        let parsed = match self {
            Self::Bool => text.parse().ok().map(Value::Bool),
            Self::Integer(..) | Self::Float(_) => text.parse().ok().map(Value::Number),
            Self::Option(inner) | Self::Patch(inner) => Some(Type::read(inner).value(text)),
            Self::List(inner) => Some(Value::Array(vec![Type::read(inner).value(text)])),
            _ => None,
        };
        parsed.unwrap_or_else(|| text.into())
    }
}

/// A mistake, and where it is within the value: `[1]`, `.name[1]`.
struct Wrong {
    path: String,
    text: String,
}

impl Wrong {
    fn within(self, step: &str) -> Self {
        Self { path: format!("{step}{}", self.path), ..self }
    }
}

impl From<String> for Wrong {
    fn from(text: String) -> Self {
        Self { path: String::new(), text }
    }
}

/// Reads a value of a type that is sent as text, and writes it as that type does: a time is sent in UTC. Returns `false`
/// if it is not one.
fn reads<T: FromStr + Display>(value: &mut Value) -> bool {
    let read = value.as_str().and_then(|text| text.parse::<T>().ok());
    if let Some(read) = &read {
        *value = read.to_string().into();
    }
    read.is_some()
}

/// Says why a number is not one of these integers.
fn misfit(number: &Number, least: i128, most: u128) -> &'static str {
    #[expect(clippy::cast_precision_loss, reason = "a float that is compared with a float")]
    let (least, most) = (least as f64, most as f64);
    match number.as_f64() {
        _ if has_fraction(number) => "a number with a fraction",
        Some(float) if number.is_f64() && (least..=most).contains(&float) => {
            "a number of which only the first digits are known; write all of them"
        }
        Some(float) if float < 0.0 => "a smaller number",
        _ => "a larger number",
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

fn is_between(number: &Number, least: i128, most: u128) -> bool {
    let is_above = |it: i128| u128::try_from(it).is_ok_and(|it| it > most);
    match (number.as_i128(), number.as_u128()) {
        (Some(number), _) => number >= least && !is_above(number),
        (None, Some(number)) => number <= most,
        (None, None) => false,
    }
}

fn has_fraction(number: &Number) -> bool {
    number.is_f64() && number.as_f64().is_some_and(|float| float.fract() != 0.0)
}

/// Returns a number without a fraction as an integer: `1e3` is 1000. Beyond 2^53, a float may represent several integers.
fn whole(number: &Number) -> Option<Number> {
    const MAX: f64 = 9_007_199_254_740_992.0;
    let float = number.as_f64().filter(|float| number.is_f64() && float.abs() <= MAX)?;
    if float.fract() == 0.0 { format!("{float:.0}").parse().ok() } else { None }
}

/// Returns the range of an integer type. That of 128-bit types is the range of JSON's integers: 64 bits, unless the feature
/// `arbitrary_precision` of `serde_json` is enabled.
fn range(name: &str) -> Option<(i128, u128)> {
    let is_wide = Number::from_u128(u128::MAX).is_some();
    Some(match name {
        "i8" => (i8::MIN.into(), i8::MAX as u128),
        "i16" => (i16::MIN.into(), i16::MAX as u128),
        "i32" => (i32::MIN.into(), i32::MAX as u128),
        "i64" | "isize" => (i64::MIN.into(), i64::MAX as u128),
        "i128" if is_wide => (i128::MIN, i128::MAX as u128),
        "i128" => (i64::MIN.into(), u64::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u128" if is_wide => (0, u128::MAX),
        "u64" | "usize" | "u128" => (0, u64::MAX.into()),
        _ => return None,
    })
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a Boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
