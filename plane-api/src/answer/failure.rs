//! Finds where in the JSON of an answer decoding failed, without giving away what is data.
//!
//! It knows no type. What it needs to know of one it finds out by decoding texts that differ a little, with the decoder that
//! failed: a second decoder, one that takes notes, would double what is compiled for each type.

use std::{fmt::Write, ops::Range};

use serde_json::Error;

/// Decodes a text again, for the error alone.
pub(super) type Decode<'a> = &'a dyn Fn(&[u8]) -> Option<Error>;

/// For so many steps the decoder is asked: no answer has more, unless it was made to take time.
const MAX_STEPS: usize = 16;

/// Stands in for a key: no field is called that.
const NO_FIELD: u8 = 0x7f;

/// The place where this JSON is not what the decoder expects, such as `results[3].created_at`.
///
/// Names of fields are shown, keys of maps are not, because they may be data: `counts.*`.
pub(super) fn find(json: &[u8], error: &Error, decode: Decode<'_>) -> String {
    let mut target = byte(json, error);
    let mut end = json.len();
    let mut way = Way::to(json, target);
    // An error at the end of a list or of an object can be about its last entry, if that was read before it was refused. Then
    // it is the same when the end is missing.
    for _ in 0..MAX_STEPS {
        if !way.is_at_end {
            break;
        }
        match decode(&json[..target]) {
            Some(error) if error.is_data() => {
                end = target;
                target = byte(&json[..end], &error);
                way = Way::to(json, target);
            }
            _ => break,
        }
    }
    let mut text = json[..end].to_vec();
    let mut place = String::new();
    for (index, step) in way.steps.into_iter().enumerate() {
        let key = match step {
            Step::Item(index) => {
                // Writing to a string does not fail.
                let _ = write!(place, "[{index}]");
                continue;
            }
            Step::Entry(None) => continue,
            Step::Entry(Some(key)) => key,
        };
        if !place.is_empty() {
            place.push('.');
        }
        let is_field = index < MAX_STEPS && is_field(&mut text, key.clone(), target, decode);
        let name = is_field.then(|| &json[key.start - 1..=key.end]);
        let name = name.and_then(|name| serde_json::from_slice::<String>(name).ok());
        place.push_str(name.as_deref().unwrap_or("*"));
    }
    if place.is_empty() { ".".to_owned() } else { place }
}

/// Whether this key names a field: under another name, what is there is not read, or not allowed. What is in a map is read.
fn is_field(text: &mut [u8], key: Range<usize>, target: usize, decode: Decode<'_>) -> bool {
    let name = text[key.clone()].to_vec();
    text[key.clone()].fill(NO_FIELD);
    let error = decode(text);
    text[key.clone()].copy_from_slice(&name);
    error.is_none_or(|error| {
        let is_here = !error.is_eof() && (key.start - 1..=target).contains(&byte(text, &error));
        let was_allowed = target > key.end;
        !is_here || was_allowed && error.to_string().starts_with("unknown field `")
    })
}

/// A byte of the value, or of the key, that an error is about.
fn byte(json: &[u8], error: &Error) -> usize {
    let lines = json.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let at = match error.line() {
        // Nobody knew where: it is about the whole.
        0 => json.len(),
        _ => (before + error.column()).min(json.len()),
    };
    // What cannot be what it should is not read, if it is a list or an object, or if it is none of what JSON could have there.
    if error.is_data() && matches!(json.get(at), Some(b'[' | b'{')) {
        return at;
    }
    let read = if error.is_data() { json[..at].trim_ascii_end().len() } else { at };
    read.saturating_sub(1)
}

/// The way from the root to a byte.
struct Way {
    steps: Vec<Step>,
    /// Whether the byte closes the list or the object.
    is_at_end: bool,
}

enum Step {
    Item(usize),
    /// Where the key is, between its quotes; none before it is there.
    Entry(Option<Range<usize>>),
}

impl Way {
    fn to(json: &[u8], target: usize) -> Self {
        let mut steps = Vec::new();
        let mut bytes = json.iter().copied().enumerate();
        while let Some((at, byte)) = bytes.next() {
            if at == target && matches!(byte, b'[' | b'{') {
                break;
            }
            if at == target && matches!(byte, b']' | b'}') {
                steps.pop();
                return Self { steps, is_at_end: true };
            }
            match byte {
                b'[' => steps.push(Step::Item(0)),
                b'{' => steps.push(Step::Entry(None)),
                b']' | b'}' => drop(steps.pop()),
                b',' => match steps.last_mut() {
                    Some(Step::Item(index)) => *index += 1,
                    Some(Step::Entry(key)) => *key = None,
                    None => {}
                },
                b'"' => {
                    let end = end_of_string(&mut bytes).unwrap_or(at);
                    if let Some(Step::Entry(key @ None)) = steps.last_mut() {
                        *key = Some(at + 1..end);
                    }
                    if target <= end {
                        break;
                    }
                }
                _ => {}
            }
            if at >= target {
                break;
            }
        }
        Self { steps, is_at_end: false }
    }
}

/// Goes on to the quote that closes a string.
fn end_of_string(bytes: &mut impl Iterator<Item = (usize, u8)>) -> Option<usize> {
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at),
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use serde::{
        Deserialize,
        de::{DeserializeOwned, Deserializer, Error as _},
    };
    use serde_json::Value;
    use uuid::Uuid;

    use super::*;
    use crate::Page;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Root {
        results: Vec<Item>,
        #[serde(default)]
        counts: HashMap<String, Item>,
        #[serde(default)]
        by_number: BTreeMap<u8, Kind>,
        #[serde(default)]
        by_id: BTreeMap<Uuid, u8>,
        flat: Option<Flat>,
        choice: Option<Choice>,
        strict: Option<Strict>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Item {
        id: u64,
        pair: Option<(u8, bool)>,
        name: Option<Name>,
        #[serde(default, deserialize_with = "even")]
        even: Vec<u64>,
        kind: Option<Kind>,
        inner: Option<Box<Item>>,
    }

    /// Reads the whole before it refuses it.
    fn even<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        let numbers = Value::deserialize(deserializer)?;
        let numbers = numbers.as_array().map(Vec::as_slice).unwrap_or_default();
        let numbers = numbers.iter().map(|number| number.as_u64().filter(|n| n % 2 == 0));
        numbers.collect::<Option<_>>().ok_or_else(|| D::Error::custom("not even"))
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Name(String);

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Known,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Flat {
        id: u64,
        #[serde(flatten)]
        more: BTreeMap<String, u8>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "only decoded")]
    enum Choice {
        Number(u8),
        Object { id: u8 },
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only decoded")]
    struct Strict {
        id: u8,
    }

    fn place<T: DeserializeOwned>(json: &str) -> Option<String> {
        let decode = |json: &[u8]| serde_json::from_slice::<T>(json).err();
        let error = decode(json.as_bytes())?;
        Some(find(json.as_bytes(), &error, &decode))
    }

    fn holds<T: DeserializeOwned>(cases: &[(&str, &str)]) {
        for (json, expected) in cases {
            assert_eq!(place::<T>(json).as_deref(), Some(*expected), "{json}");
            // However it is laid out.
            let value: Value = serde_json::from_str(json).unwrap();
            let pretty = format!("\n\n {}\r\n", serde_json::to_string_pretty(&value).unwrap());
            assert_eq!(place::<T>(&pretty).as_deref(), Some(*expected), "{pretty}");
        }
    }

    #[test]
    fn names_of_fields_are_shown_and_keys_of_maps_are_not() {
        holds::<Root>(&[
            ("{}", "."),
            ("7", "."),
            ("[7]", "[0]"),
            (r#"{"results": 7}"#, "results"),
            (r#"{"results": {"0": {"id": 1}}}"#, "results"),
            (r#"{"results": [{"id": 1}, {"id": "x"}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, {"id": "] } , \" \\"}, {"id": 1}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, {"id": []}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, {"id": {"id": [7]}}]}"#, "results[1].id"),
            (r#"{"results": [{"id": 1}, []]}"#, "results[1]"),
            (r#"{"results": [{"id": 1}, ["x"]]}"#, "results[1][0]"),
            (r#"{"results": [{"other": {"a": [1, {}]}, "id": 1.5}]}"#, "results[0].id"),
            (r#"{"results": [{"id": 1, "pair": [1, 2]}]}"#, "results[0].pair[1]"),
            (r#"{"results": [{"id": 1, "pair": [1]}]}"#, "results[0].pair"),
            (r#"{"results": [{"id": 1, "name": 2}]}"#, "results[0].name"),
            (r#"{"results": [{"id": 1, "kind": 2}]}"#, "results[0].kind"),
            (r#"{"results": [{"id": 1, "kind": [[2]]}]}"#, "results[0].kind"),
            (r#"{"results": [{"id": 1, "kind": "secret"}]}"#, "results[0].kind"),
            (r#"{"results": [{}]}"#, "results[0]"),
            (r#"{"results": [{"inner": {"id": 1}}]}"#, "results[0]"),
            (r#"{"results": [{"id": 1, "inner": {}}]}"#, "results[0].inner"),
            (r#"{"results": [], "counts": {"secret": {"id": -1}}}"#, "counts.*.id"),
            (r#"{"results": [], "counts": {"": {"id": -1}}}"#, "counts.*.id"),
            (r#"{"results": [], "counts": {"secret": {}}}"#, "counts.*"),
            (
                r#"{"results": [], "counts": {"a": {"id": 1}, "secret": {"even": [1]}}}"#,
                "counts.*.even",
            ),
            (r#"{"results": [], "by_number": {"secret": "known"}}"#, "by_number.*"),
            (r#"{"results": [], "by_number": {"7": "secret"}}"#, "by_number.*"),
            (r#"{"results": [], "by_id": {"secret": 7}}"#, "by_id.*"),
            (
                r#"{"results": [], "by_id": {"00000000-0000-0000-0000-000000000000": []}}"#,
                "by_id.*",
            ),
            (r#"{"results": [], "flat": {"id": 1, "secret": "x"}}"#, "flat"),
            (r#"{"results": [], "choice": {"id": "x"}}"#, "choice"),
            (r#"{"choice": "x", "results": []}"#, "choice"),
            (r#"{"results": [], "strict": {"id": []}}"#, "strict.id"),
            (r#"{"results": [], "strict": {"secret": 1}}"#, "strict.*"),
        ]);
        let right = r#"{"results": [{"id": 1, "pair": [1, true], "name": "n"}], "counts": {"k": {"id": 1}},
            "by_number": {"7": "known"}, "flat": {"id": 1, "k": 2}, "choice": {"id": 7}}"#;
        assert_eq!(place::<Root>(right), None);
    }

    #[test]
    fn what_is_read_before_it_is_refused_is_the_place_too() {
        holds::<Root>(&[
            (r#"{"results": [{"id": 1, "even": [2, 3]}]}"#, "results[0].even"),
            (r#"{"results": [{"even": [2, 3], "id": 1}]}"#, "results[0].even"),
            (
                r#"{"results": [{"even": {}, "id": 1}, {"id": 1, "even": [{"a": [7]}]}]}"#,
                "results[1].even",
            ),
            (
                r#"{"results": [{"id": 1, "inner": {"id": 1, "even": [3]}}]}"#,
                "results[0].inner.even",
            ),
        ]);
        assert_eq!(
            place::<Root>(r#"{"results": [{"id": 1, "id": 2}]}"#).as_deref(),
            Some("results[0].id")
        );
        assert_eq!(
            place::<Root>(r#"{"results": [{"\u0069d": "x"}]}"#).as_deref(),
            Some("results[0].id")
        );
    }

    #[test]
    fn pages_and_bare_values_have_places() {
        holds::<Page<Item>>(&[
            (r#"{"results": [{"id": "x"}]}"#, "results[0].id"),
            (r#"[{"id": 1}, {"id": "x"}]"#, "[1].id"),
            (r#"{"next_cursor": 7, "results": []}"#, "next_cursor"),
        ]);
        holds::<Vec<u8>>(&[("[1, 2, 300]", "[2]"), ("{}", "."), (r#""x""#, ".")]);
        holds::<HashMap<String, u8>>(&[(r#"{"a": 1, "secret": "x"}"#, "*")]);
    }

    #[test]
    fn an_answer_made_to_take_time_is_not_looked_at_for_long() {
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only decoded")]
        struct Deep {
            next: Option<Box<Deep>>,
        }
        let json = format!("{}7{}", r#"{"next":"#.repeat(100), "}".repeat(100));
        let expected = format!("{}{}", "next.".repeat(16), ["*"; 84].join("."));
        assert_eq!(place::<Deep>(&json), Some(expected));
    }
}
