//! Scans of pages, compared with what a JSON parser finds.

use proptest::prelude::*;

use super::*;
use crate::endpoint::page::Entries;

const RESULTS: Entries = Entries::at("results");

fn keys(entries: Entries, json: &str) -> Option<Vec<Option<Key>>> {
    let scan = entries.scan(json.as_bytes())?;
    Some(scan.entries.into_iter().map(|entry| entry.key).collect())
}

fn text(text: &str) -> Option<Key> {
    Some(Key::Text(text.into()))
}

#[test]
fn ids_are_found_in_whatever_there_is() {
    let found = keys(
        RESULTS,
        r#"{"a": {"results": [{}]}, "results": [{"a": {"id": 1}, "id": "x", "b": [1]}, {"id": 7}, {"id": -7},
            {"i\u0064": "y\u0041"}, {"a": "]}\"", "id":"long enough for a word\\"}], "count": 4}"#,
    );
    let expected = vec![
        text("x"),
        Some(Key::Number(7)),
        Some(Key::Negative(-7)),
        text("yA"),
        text("long enough for a word\\"),
    ];
    assert_eq!(found, Some(expected));

    let found = keys(
        RESULTS,
        r#"{"results": [1, -1, 1.5, "id", true, null, ["id"], {}, {"id": null}, {"id": 1.5}, {"id": {"id": 1}},
            {"id": [1]}, {"id": true}]}"#,
    );
    assert_eq!(found, Some(vec![None; 13]));
}

#[test]
fn paths_lead_to_entries_and_ids() {
    let json = r#" {"a": {"b": [{"m": {"n": "x"}}, {"m": 1}, {"m": {}}]}}"#;
    let found = keys(Entries::at("a.b").id("m.n"), json);
    assert_eq!(found, Some(vec![text("x"), None, None]));
    assert_eq!(keys(Entries::whole(), "\u{feff}[{\"id\": 1}]"), Some(vec![Some(Key::Number(1))]));
    assert_eq!(keys(Entries::whole(), "[ ]"), Some(vec![]));
    assert_eq!(keys(RESULTS.or_whole(), "[{}]"), Some(vec![None]));
    for nowhere in
        ["{}", "[]", "1", "", r#"{"results": {}}"#, r#"{"results": null}"#, r#"{"results": [1"#]
    {
        assert_eq!(keys(RESULTS, nowhere), None, "{nowhere}");
    }
}

#[test]
fn ranges_are_those_of_the_values() {
    let json = r#"{"results": [ {"id":"a"} , 2,null,"x,]" ] }"#;
    let scan = RESULTS.scan(json.as_bytes()).unwrap();
    let texts: Vec<_> = scan.entries.iter().map(|entry| &json[entry.range.clone()]).collect();
    assert_eq!(texts, [r#"{"id":"a"}"#, "2", "null", r#""x,]""#]);
    assert_eq!(&json[scan.array], r#"[ {"id":"a"} , 2,null,"x,]" ]"#);
}

fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<i16>().prop_map(|number| (f64::from(number) / 4.0).into()),
        "[a-d\"\\\\\\]}{,: \u{e9}]{0,20}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec(("(id|a|b\"|c\\\\)", inner), 0..6)
                .prop_map(|pairs| { serde_json::Value::Object(pairs.into_iter().collect()) }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_entry_is_found_as_serde_finds_it(entries in prop::collection::vec(value(), 0..8), pretty: bool) {
        let json = serde_json::json!({"before": entries, "results": entries, "z": 1});
        let json = if pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
        let json = json.unwrap();
        let scan = RESULTS.scan(json.as_bytes()).unwrap();
        prop_assert_eq!(scan.entries.len(), entries.len());
        for (found, entry) in scan.entries.iter().zip(&entries) {
            let value: serde_json::Value = serde_json::from_str(&json[found.range.clone()]).unwrap();
            prop_assert_eq!(&value, entry);
            let key = entry.get("id").and_then(|id| match id {
                serde_json::Value::String(id) => text(id),
                id => id.as_u64().map(Key::Number).or(id.as_i64().map(Key::Negative)),
            });
            prop_assert_eq!(&found.key, &key);
        }
    }

    #[test]
    fn what_is_not_json_does_no_harm(json in r#"[\[\]{},:"\\a0 ]{0,64}"#) {
        RESULTS.scan(json.as_bytes());
        RESULTS.scan(format!("{{\"results\":{json}").as_bytes());
        Entries::whole().id("a.b").scan(json.as_bytes());
    }

    #[test]
    fn the_work_to_find_entries_is_linear(pattern in r#"([\[\]{},:"\\a0 ]|"id":|\{"id":"a"\},){1,6}"#) {
        let input = |length| format!("{{\"results\":[{}", work::repeated(&pattern, length));
        work::assert_linear(4 << 10, 4096, input, |json| {
            RESULTS.scan(json.as_bytes());
        });
    }
}
