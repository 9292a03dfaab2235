use serde_json::{Value, json};

use super::*;

fn of<T: Coerce>(value: &Value) -> Result<T, serde_json::Error> {
    let text = value.to_string();
    let from_text = T::coerce(&mut serde_json::Deserializer::from_str(&text));
    let from_value = T::coerce(value);
    assert_eq!(from_text.is_ok(), from_value.is_ok(), "{value}");
    from_text
}

#[test]
fn whole_numbers_with_a_fraction_of_zero_are_integers() {
    for (json, expected) in [
        (json!(7), Some(7)),
        (json!(7.0), Some(7)),
        (json!(-7.0), Some(-7)),
        (json!(-0.0), Some(0)),
        (json!(1e3), Some(1000)),
        (json!(-2e0), Some(-2)),
        (json!(i64::MIN), Some(i64::MIN)),
        (json!(-9.223_372_036_854_776e18), Some(i64::MIN)),
        (json!(7.5), None),
        (json!(9.223_372_036_854_776e18), None),
        (json!(u64::MAX), None),
        (json!(1e300), None),
        (json!("7"), None),
        (json!(true), None),
        (json!(null), None),
    ] {
        assert_eq!(of::<i64>(&json).ok(), expected, "{json}");
        let optional = if json.is_null() { Some(None) } else { expected.map(Some) };
        assert_eq!(of::<Option<i64>>(&json).ok(), optional, "{json}");
    }
    // Strings are not numbers, and neither is an empty string.
    assert_eq!(of::<Option<i64>>(&json!("")).ok(), Some(None));
    assert_eq!(of::<Option<u64>>(&json!("")).ok(), Some(None));
    assert!(of::<i64>(&json!("")).is_err() && of::<Option<i64>>(&json!(" ")).is_err());
    let error = of::<Option<i64>>(&json!("7")).unwrap_err().to_string();
    assert!(error.starts_with("invalid type: string \"7\", expected i64"), "{error}");
    assert_eq!(of::<u64>(&json!(u64::MAX)).ok(), Some(u64::MAX));
    assert_eq!(of::<u64>(&json!(0.0)).ok(), Some(0));
    assert_eq!(of::<u64>(&json!(-1)).ok(), None);
    assert_eq!(of::<u64>(&json!(-1.0)).ok(), None);
    assert_eq!(of::<u64>(&json!(1.9e19)).ok(), None);

    let error = of::<i64>(&json!(7.5)).unwrap_err().to_string();
    assert!(error.starts_with("invalid type: floating point `7.5`, expected i64"), "{error}");
}

#[test]
fn null_is_no_list_and_no_item() {
    assert_eq!(of::<Vec<u8>>(&json!(null)).ok(), Some(vec![]));
    assert_eq!(of::<Vec<u8>>(&json!([null, 1, null, 2])).ok(), Some(vec![1, 2]));
    assert_eq!(of::<Option<Vec<u8>>>(&json!(null)).ok(), Some(None));
    assert_eq!(of::<Option<Vec<u8>>>(&json!([null])).ok(), Some(Some(vec![])));
    assert_eq!(
        of::<Option<Vec<Vec<u8>>>>(&json!([null, [1], null])).ok(),
        Some(Some(vec![vec![1]]))
    );
    assert!(of::<Vec<u8>>(&json!({})).is_err() && of::<Vec<u8>>(&json!(["x"])).is_err());
}

#[test]
fn dates_are_times_and_times_are_dates() {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let on = |text: &str| text.parse::<Date>().unwrap();
    for (text, time, date) in [
        ("2026-01-02", Some(at("2026-01-02T00:00:00Z")), Some(on("2026-01-02"))),
        ("2026-01-02T03:04:05.5Z", Some(at("2026-01-02T03:04:05.5Z")), Some(on("2026-01-02"))),
        ("2026-01-02T23:30:00-05:00", Some(at("2026-01-03T04:30:00Z")), Some(on("2026-01-03"))),
        ("2026-01-02 03:04:05+00:00", Some(at("2026-01-02T03:04:05Z")), Some(on("2026-01-02"))),
        ("2026-01-02T03:04Z", Some(at("2026-01-02T03:04:00Z")), Some(on("2026-01-02"))),
        ("2026-01-02 03:04:05Z", Some(at("2026-01-02T03:04:05Z")), Some(on("2026-01-02"))),
        ("2026-01-02t03:04:05z", Some(at("2026-01-02T03:04:05Z")), Some(on("2026-01-02"))),
        ("2026-01-02T03:04:05+0100", Some(at("2026-01-02T02:04:05Z")), Some(on("2026-01-02"))),
        ("2026-01-02 03:04:05+00", Some(at("2026-01-02T03:04:05Z")), Some(on("2026-01-02"))),
        (
            "2026-01-02T23:30:00-05:00[America/New_York]",
            Some(at("2026-01-03T04:30:00Z")),
            Some(on("2026-01-03")),
        ),
        // A leap second is the last second of its minute.
        ("2016-12-31T23:59:60Z", Some(at("2016-12-31T23:59:59Z")), Some(on("2016-12-31"))),
        // A date may have an offset.
        ("2026-01-02Z", Some(at("2026-01-02T00:00:00Z")), Some(on("2026-01-02"))),
        ("2026-01-02+01:00", Some(at("2026-01-01T23:00:00Z")), Some(on("2026-01-02"))),
        ("2026-01-02-05:00", Some(at("2026-01-02T05:00:00Z")), Some(on("2026-01-02"))),
        ("2026-02-30Z", None, None),
        ("2026-01-02+99:00", None, Some(on("2026-01-02"))),
        ("2026-01-0é", None, None),
        // Without an offset it is not a point in time, but it is a day.
        ("2026-01-02T03:04:05", None, Some(on("2026-01-02"))),
        ("2026-02-30", None, None),
        ("2026-02-30T00:00:00Z", None, None),
        ("0000-00-00", None, None),
        ("", None, None),
        ("soon", None, None),
    ] {
        let json = json!(text);
        assert_eq!(of::<Timestamp>(&json).ok(), time, "{text}");
        assert_eq!(of::<Option<Timestamp>>(&json).ok(), Some(time), "{text}");
        assert_eq!(of::<Date>(&json).ok(), date, "{text}");
        assert_eq!(of::<Option<Date>>(&json).ok(), Some(date), "{text}");
    }
    assert_eq!(of::<Option<Timestamp>>(&json!(null)).ok(), Some(None));
    assert!(of::<Option<Timestamp>>(&json!(1_700_000_000)).is_err());
    assert!(of::<Option<Date>>(&json!({})).is_err());
}

#[test]
fn null_is_a_list_only_where_a_list_is_expected() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Many(Vec<u8>);

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "it is not made")]
    struct Object {
        #[serde(default)]
        many: Vec<u8>,
    }

    assert_eq!(Vec::<u8>::deserialize(NullList).ok(), Some(vec![]));
    assert_eq!(Many::deserialize(NullList).ok(), Some(Many(vec![])));
    assert!(Object::deserialize(NullList).is_err());
    assert!(<(u8, u8)>::deserialize(NullList).is_err() && u8::deserialize(NullList).is_err());
    assert!(String::deserialize(NullList).is_err());
}
