//! Tests of the reported location.

mod cost;
mod open_inputs;

use std::collections::{BTreeMap, HashMap};

use serde::{
    Deserialize,
    de::{DeserializeOwned, Deserializer, Error as _},
};
use serde_json::Value;
use uuid::Uuid;

use super::*;

/// Reads a page of a list: an envelope, or a bare array.
#[derive(Debug)]
struct Page<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PageVisitor(std::marker::PhantomData))
    }
}

struct PageVisitor<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for PageVisitor<T> {
    type Value = Page<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a page of a list, or the whole list")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Page<T>, A::Error> {
        let entries = serde::de::value::SeqAccessDeserializer::new(seq);
        Vec::<T>::deserialize(entries).map(|_| Page(self.0))
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Page<T>, A::Error> {
        #[derive(Deserialize)]
        #[expect(dead_code, reason = "only decoded")]
        struct Envelope<T> {
            results: Vec<T>,
            next_cursor: Option<String>,
            count: Option<u64>,
        }
        let envelope = serde::de::value::MapAccessDeserializer::new(map);
        Envelope::<T>::deserialize(envelope).map(|_| Page(self.0))
    }
}

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

/// Reads the whole value before it rejects it.
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
        // The layout does not matter.
        let value: Value = serde_json::from_str(json).unwrap();
        let pretty = format!("\n\n {}\r\n", serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(place::<T>(&pretty).as_deref(), Some(*expected), "{pretty}");
    }
}

/// An error's position is parsed from the end of its message, and a decoder may quote the server there.
#[test]
fn a_position_that_is_made_up_does_no_harm() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Painted {
        color: Color,
        name: String,
    }

    #[derive(Debug)]
    struct Color;

    impl<'de> Deserialize<'de> for Color {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Err(D::Error::custom(String::deserialize(deserializer)?))
        }
    }

    for column in [0, 1, 7, 40, 60, 100, 1_030, 20_000, u64::MAX - 1, u64::MAX] {
        for line in [0, 1, 2, u64::MAX] {
            for before in ["", "\n"] {
                let text = format!("blue at line {line} column {column}");
                let long = "k".repeat(20_000);
                let json =
                    format!("{{{before}\"color\":\"{text}\",\"name\":\"x\",{before}\"{long}\":1}}");
                assert!(place::<Painted>(&json).is_some(), "{text}");
            }
        }
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
        (r#"{"results": [], "by_id": {"00000000-0000-0000-0000-000000000000": []}}"#, "by_id.*"),
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
fn what_is_read_before_it_is_rejected_is_the_place_too() {
    holds::<Root>(&[
        (r#"{"results": [{"id": 1, "even": [2, 3]}]}"#, "results[0].even"),
        (r#"{"results": [{"even": [2, 3], "id": 1}]}"#, "results[0].even"),
        (
            r#"{"results": [{"even": {}, "id": 1}, {"id": 1, "even": [{"a": [7]}]}]}"#,
            "results[1].even",
        ),
        (r#"{"results": [{"id": 1, "inner": {"id": 1, "even": [3]}}]}"#, "results[0].inner.even"),
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
fn a_response_made_to_take_time_is_not_looked_at_for_long() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Deep {
        next: Option<Box<Deep>>,
    }
    let json = format!("{}7{}", r#"{"next":"#.repeat(100), "}".repeat(100));
    let expected = format!("{}{}", "next.".repeat(16), ["*"; 84].join("."));
    assert_eq!(place::<Deep>(&json), Some(expected));
}
