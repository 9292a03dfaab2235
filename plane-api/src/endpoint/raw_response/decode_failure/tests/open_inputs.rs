//! The location in arbitrary texts.

use proptest::prelude::*;
use serde_json::{Error, Value, json};

use super::{
    super::{Bounds, find_within},
    Item, Root,
};
use crate::work;

/// A response in which at most one value is wrong.
fn response() -> impl Strategy<Value = String> {
    fn item() -> impl Strategy<Value = Value> {
        let wrong = prop_oneof![
            20 => Just(None),
            1 => proptest::sample::select(vec![
                json!({}),
                json!({"id": "secret"}),
                json!({"id": 1, "pair": [1, 2]}),
                json!({"id": 1, "pair": [300, true]}),
                json!({"id": 1, "even": [2, 3], "name": "x"}),
                json!({"id": 1, "even": {"secret": [1]}}),
                json!({"id": 1, "kind": {"secret": 1}}),
                json!({"id": 1, "inner": {"id": 1, "inner": {"id": []}}}),
                json!([1, [2]]),
                json!(7),
            ]).prop_map(Some),
        ];
        let right = (any::<u64>(), any::<Option<(u8, bool)>>(), "[\\PC]{0,20}").prop_map(
            |(id, pair, name)| {
                let inner = json!({"id": 7, "even": [2], "kind": "known"});
                json!({"id": id, "pair": pair, "name": name, "inner": inner, "other": [name]})
            },
        );
        (right, wrong).prop_map(|(right, wrong)| wrong.unwrap_or(right))
    }
    let map = |value| proptest::collection::btree_map("secret[a-z]{0,9}", value, 0..6);
    let results = proptest::collection::vec(item(), 0..12);
    let flat = prop_oneof![
        Just(json!(null)),
        Just(json!({"id": 1, "secret": 2})),
        Just(json!({"id": 1, "secret": "x"})),
    ];
    let choice = prop_oneof![
        Just(json!(null)),
        Just(json!({"id": 1})),
        Just(json!({"id": 1, "secret": [1]})),
        Just(json!("secret")),
    ];
    let fields = (results, map(item()), flat, choice, any::<bool>(), any::<bool>());
    fields.prop_map(|(results, counts, flat, choice, is_first, is_pretty)| {
        let rest = [
            ("unknown", json!({"a": results.clone()})),
            ("counts", json!(counts)),
            ("flat", flat),
            ("choice", choice),
        ];
        let mut fields: Vec<_> = rest.into_iter().collect();
        fields.insert(if is_first { 0 } else { 4 }, ("results", json!(results)));
        let fields = fields.iter().map(|(name, value)| match is_pretty {
            true => format!("\n  \"{name}\" : {value:#}"),
            false => format!("\"{name}\":{value}"),
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shortened_response_has_the_same_place(json in response(), beside in 0..200_usize) {
        let decode = |json: &[u8]| serde_json::from_slice::<Root>(json).err();
        let Some(error) = decode(json.as_bytes()) else { return Ok(()) };
        let place = |short| {
            let bounds = Bounds { short, beside, spare: 1 << 30 };
            find_within(json.as_bytes(), &error, &decode, &bounds)
        };
        let expected = place(usize::MAX);
        prop_assert!(!expected.contains("secret"));
        prop_assert_eq!(place(0), expected.clone(), "{}", json);
        // With a smaller budget, the location is less precise, but not wrong.
        let bounds = Bounds { short: 0, beside, spare: 0 };
        let hasty = find_within(json.as_bytes(), &error, &decode, &bounds);
        let names = |place: &str| match place {
            "." => Vec::new(),
            place => place.split('.').map(str::to_owned).collect(),
        };
        let (hasty, expected) = (names(&hasty), names(&expected));
        prop_assert!(hasty.len() <= expected.len(), "{}", json);
        for (hasty, expected) in hasty.iter().zip(&expected) {
            // A location that ends early ends at the list itself, or at the item that contains the target.
            let is_known = expected.starts_with(hasty) || hasty.starts_with('*');
            prop_assert!(is_known, "{} instead of {} in {}", hasty, expected, json);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_work_is_linear(
        open in r#"(\[|\{"[a-c]":|\[1,|\{"id":1,"inner":|\{"even":\[\],"inner":){1,3}"#,
        between in r#"(\[\]|"\\"|1|,|"a":1|\{\}|\n){0,3}"#,
        spare in 0..1024_usize,
        quarters in 1..=4_usize,
    ) {
        // A decoder can fail at every byte of a text, JSON or not.
        let input = |length: usize| {
            let open = work::repeated(&open, length / 4);
            let between = work::repeated(&between, length / 2);
            let close: String = open.bytes().rev().filter_map(|byte| match byte {
                b'[' => Some(']'),
                b'{' => Some('}'),
                _ => None,
            }).collect();
            format!("{open}{between}{close}")
        };
        let bounds = Bounds { short: 0, beside: 16, spare };
        // The budget may allow one more probe of the longer text, which is copied for it.
        work::assert_linear(8 << 10, 16 * (8 << 10), input, |json| {
            let target = json.len() * quarters / 4 - 1;
            let decode = |json: &[u8]| {
                let _: Result<Item, _> = serde_json::from_slice(json);
                Some(failed_at(target.min(json.len().saturating_sub(2))))
            };
            find_within(json.as_bytes(), &failed_at(target), &decode, &bounds);
        });
    }
}

/// A decoder's error about the value that ends at this byte.
fn failed_at(at: usize) -> Error {
    let json = format!("{}7", " ".repeat(at));
    serde_json::from_str::<bool>(&json).unwrap_err()
}
