//! Validation of requests, with the messages of Plane's web framework.

use http::StatusCode;
use jiff::{Timestamp, civil, tz::Offset};
use serde_json::{Map, Value, json};
use url::{Host, Url};
use uuid::Uuid;

use super::{
    resource::Field, resource::Kind, resource::Resource, resource::Rule, response::Response,
};

const REQUIRED: &str = "This field is required.";
const NULL: &str = "This field may not be null.";
const BLANK: &str = "This field may not be blank.";
const NO_STRING: &str = "Not a valid string.";
const NUL: &str = "Null characters are not allowed.";
const NO_EMAIL: &str = "Enter a valid email address.";
const NO_URL: &str = "Enter a valid URL.";
const NO_INTEGER: &str = "A valid integer is required.";
const NO_NUMBER: &str = "A valid number is required.";
const NO_TIME_ZONE: &str = "Not a valid timezone.";
const NO_BOOLEAN: &str = "Must be a valid boolean.";
const NO_DATE: &str = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
const NO_DATE_TIME: &str = "Datetime has wrong format. Use one of these formats instead: \
    YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

/// Range of the integer columns in Plane's database.
const INTEGERS: std::ops::RangeInclusive<i64> = -2_147_483_648..=2_147_483_647;

/// Either the value to store, or all problems with it: a list of reasons or, for a list, reasons by index.
type Checked = Result<Value, Value>;

/// The rule for required fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// All required fields must be present.
    Whole,
    /// No field is required; omitted fields stay unchanged.
    Partial,
}

/// Reads the fields of a resource from a body. Unknown and read-only fields are ignored; all other problems are
/// reported together, by field.
pub(super) fn body(
    resource: &Resource,
    data: &Map<String, Value>,
    mode: Mode,
) -> Result<Map<String, Value>, Response> {
    let mut values = Map::new();
    let mut errors = Map::new();
    for field in resource.fields.iter().filter(|field| !matches!(field.kind, Kind::Served)) {
        let checked = match data.get(field.name) {
            Some(value) => value_of(field, value),
            None if field.required && mode == Mode::Whole => reject(REQUIRED),
            None => continue,
        };
        match checked {
            Ok(value) => values.insert(String::from(field.name), value),
            Err(reasons) => errors.insert(String::from(field.name), reasons),
        };
    }
    if errors.is_empty() { Ok(values) } else { Err(Response::invalid(errors)) }
}

/// Checks rules across several fields, for the values of a new object or of a change.
pub(super) fn rules(
    resource: &Resource,
    values: &Map<String, Value>,
    changed: Option<(&Map<String, Value>, Timestamp)>,
) -> Result<(), Response> {
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    for rule in resource.rules {
        let rejection = match *rule {
            Rule::InOrder(start, end, reason) => {
                let is_late = text(start).zip(text(end)).is_some_and(|(start, end)| start > end);
                is_late.then(|| non_field(reason))
            }
            Rule::Never(field, value, reason) => {
                (text(field) == Some(value)).then(|| non_field(reason))
            }
            Rule::BothOrNone(start, end, reason) => {
                let one = text(start).is_some() != text(end).is_some();
                (changed.is_none() && one).then(|| error(reason))
            }
            Rule::NotOver(end, reason) => {
                let is_over = changed.is_some_and(|(record, now)| {
                    let end = record.get(end).and_then(Value::as_str);
                    end.and_then(|end| end.parse::<Timestamp>().ok()).is_some_and(|end| end < now)
                });
                is_over.then(|| error(reason))
            }
            Rule::Late(..) => None,
        };
        rejection.map_or(Ok(()), Err)?;
    }
    Ok(())
}

/// Returns the errors that Plane reports after it has created an invalid object.
pub(super) fn late(resource: &Resource, record: &Map<String, Value>) -> Result<(), Response> {
    let is_set = |field: &str| record.get(field).is_some_and(|value| !value.is_null());
    let late = resource.rules.iter().find_map(|rule| match *rule {
        Rule::Late(field, reason) if is_set(field) => Some(error(reason)),
        _ => None,
    });
    late.map_or(Ok(()), Err)
}

fn non_field(reason: &str) -> Response {
    Response::json(StatusCode::BAD_REQUEST, json!({ "non_field_errors": [reason] }))
}

fn error(reason: &str) -> Response {
    Response::error(StatusCode::BAD_REQUEST, reason)
}

/// Formats a time like Plane: with `Z`, and with microseconds unless they are zero.
pub(super) fn time_text(time: Timestamp) -> String {
    if time.subsec_nanosecond() / 1_000 == 0 { format!("{time:.0}") } else { format!("{time:.6}") }
}

fn reject(reason: &str) -> Checked {
    Err(json!([reason]))
}

fn value_of(field: &Field, value: &Value) -> Checked {
    if value.is_null() {
        return if field.nullable { Ok(Value::Null) } else { reject(NULL) };
    }
    match field.kind {
        Kind::Text => text(field, value, |_| None),
        Kind::UpperText => text(field, value, |_| None).map(|text| upper(&text)),
        Kind::Email => text(field, value, |text| (!is_email(text)).then_some(NO_EMAIL)),
        Kind::Url => text(field, value, |text| (!is_url(text)).then_some(NO_URL)),
        Kind::Link => text(field, value, link),
        Kind::Choice(words) | Kind::Ranked(words) => choice(words, value),
        Kind::TimeZone => text(field, value, |text| (!is_time_zone(text)).then_some(NO_TIME_ZONE)),
        Kind::Within(least, most) => within(value, least, most),
        Kind::Boolean => boolean(value),
        Kind::Integer => integer(value),
        Kind::Number => number(value),
        Kind::Date => date(value),
        Kind::DateTime => date_time(value),
        Kind::Day(time) => day(value, time),
        Kind::Uuid => uuid(value),
        Kind::Uuids => uuids(value),
        Kind::JsonText if !value.is_string() => Ok(Value::String(value.to_string())),
        Kind::Json | Kind::JsonText | Kind::Served => Ok(value.clone()),
    }
}

fn text(field: &Field, value: &Value, format: fn(&str) -> Option<&'static str>) -> Checked {
    let text = match value {
        Value::String(text) => String::from(text.trim()),
        // The framework accepts numbers as strings, but not booleans.
        Value::Number(number) => number.to_string(),
        _ => return reject(NO_STRING),
    };
    if text.is_empty() {
        return if field.required { reject(BLANK) } else { Ok(Value::String(text)) };
    }
    let mut reasons = Vec::new();
    if let Some(max) = field.max.filter(|max| text.chars().count() > *max) {
        reasons.push(format!("Ensure this field has no more than {max} characters."));
    }
    if text.contains('\0') {
        reasons.push(String::from(NUL));
    }
    reasons.extend(format(&text).map(String::from));
    if reasons.is_empty() { Ok(Value::String(text)) } else { Err(reasons.into()) }
}

fn upper(text: &Value) -> Value {
    Value::from(text.as_str().unwrap_or_default().to_uppercase())
}

fn choice(words: &[&str], value: &Value) -> Checked {
    match value {
        Value::String(word) if words.contains(&word.as_str()) => Ok(value.clone()),
        Value::String(word) => reject(&format!("\"{word}\" is not a valid choice.")),
        other => reject(&format!("\"{other}\" is not a valid choice.")),
    }
}

/// The framework accepts some numbers and strings as booleans.
fn boolean(value: &Value) -> Checked {
    let word = match value {
        Value::Bool(_) => return Ok(value.clone()),
        Value::String(text) => text.trim().to_lowercase(),
        other => other.to_string(),
    };
    match word.as_str() {
        "true" | "t" | "yes" | "y" | "on" | "1" => Ok(Value::Bool(true)),
        "false" | "f" | "no" | "n" | "off" | "0" => Ok(Value::Bool(false)),
        _ => reject(NO_BOOLEAN),
    }
}

fn number(value: &Value) -> Checked {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    };
    number.map_or_else(|| reject(NO_NUMBER), |number| Ok(Value::from(number)))
}

fn date(value: &Value) -> Checked {
    // A time is not a date, although the parser would accept it.
    let text = value.as_str().filter(|text| text.len() == "YYYY-MM-DD".len());
    let date = text.and_then(|text| text.parse::<civil::Date>().ok());
    date.map_or_else(|| reject(NO_DATE), |date| Ok(Value::from(date.to_string())))
}

fn integer(value: &Value) -> Checked {
    let (least, most) = INTEGERS.into_inner();
    within(value, least, most)
}

fn within(value: &Value, least: i64, most: i64) -> Checked {
    let text = match value {
        Value::String(text) => String::from(text.trim()),
        Value::Number(number) => number.to_string(),
        _ => return reject(NO_INTEGER),
    };
    // The framework accepts `3.0` as an integer, but not `3.5`.
    let whole = text.split_once('.').map_or(text.as_str(), |(whole, fraction)| {
        if fraction.bytes().all(|digit| digit == b'0') { whole } else { "" }
    });
    let Ok(number) = whole.parse::<i64>() else {
        return reject(NO_INTEGER);
    };
    if number > most {
        return reject(&format!("Ensure this value is less than or equal to {most}."));
    }
    if number < least {
        return reject(&format!("Ensure this value is greater than or equal to {least}."));
    }
    Ok(Value::from(number))
}

fn date_time(value: &Value) -> Checked {
    let time = value.as_str().and_then(|text| {
        let utc = || Offset::UTC.to_timestamp(text.parse::<civil::DateTime>().ok()?).ok();
        text.parse::<Timestamp>().ok().or_else(utc)
    });
    time.map_or_else(|| reject(NO_DATE_TIME), |time| Ok(Value::String(time_text(time))))
}

fn day(value: &Value, time: &str) -> Checked {
    let of_it = |checked: Value| Some(checked.as_str()?.split('T').next()?.to_owned());
    let day = date(value).or_else(|_| date_time(value)).map(of_it)?;
    day.map_or_else(|| reject(NO_DATE_TIME), |day| Ok(Value::from(day + time)))
}

fn uuid(value: &Value) -> Checked {
    let Value::String(text) = value else {
        let kind = type_name(value);
        return reject(&format!("Incorrect type. Expected pk value, received {kind}."));
    };
    match Uuid::parse_str(text) {
        Ok(uuid) => Ok(Value::String(uuid.to_string())),
        Err(_) => reject(&format!("\u{201c}{text}\u{201d} is not a valid UUID.")),
    }
}

pub(super) fn uuids(value: &Value) -> Checked {
    let Value::Array(entries) = value else {
        let kind = type_name(value);
        return reject(&format!("Expected a list of items but got type \"{kind}\"."));
    };
    let (mut kept, mut errors) = (Vec::new(), Map::new());
    for (at, entry) in entries.iter().enumerate() {
        match uuid(entry) {
            Ok(id) => kept.push(id),
            Err(reasons) => {
                errors.insert(at.to_string(), reasons);
            }
        }
    }
    if errors.is_empty() { Ok(kept.into()) } else { Err(errors.into()) }
}

/// Returns the Python type name of a JSON value.
pub(super) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "NoneType",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "float",
        Value::Number(_) => "int",
        Value::String(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let atom = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| {
                letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{}|~".contains(letter)
            })
    };
    local.split('.').all(atom) && (domain == "localhost" || is_domain(domain))
}

fn is_domain(text: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    let top = text.rsplit('.').next().unwrap_or_default();
    text.contains('.')
        && text.split('.').all(label)
        && top.chars().count() > 1
        && !top.bytes().all(|byte| byte.is_ascii_digit())
}

/// Checks the format of a time zone name; the sandbox has no time zone database.
fn is_time_zone(text: &str) -> bool {
    const AREAS: &str = "Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian \
        Mexico Pacific US";
    match text.split_once('/') {
        Some((area, place)) => !place.is_empty() && AREAS.split(' ').any(|known| known == area),
        None => {
            !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-".contains(&byte))
        }
    }
}

fn is_url(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else {
        return false;
    };
    matches!(url.scheme(), "http" | "https" | "ftp" | "ftps")
        && text.contains("://")
        && !text.contains(char::is_whitespace)
        && match url.host() {
            Some(Host::Domain(domain)) => domain == "localhost" || is_domain(domain),
            Some(Host::Ipv4(_) | Host::Ipv6(_)) => true,
            None => false,
        }
}

fn link(text: &str) -> Option<&'static str> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => None,
        Ok(_) => Some("Invalid URL scheme."),
        Err(_) => Some("Invalid URL format."),
    }
}

#[cfg(test)]
mod tests;
