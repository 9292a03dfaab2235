//! The cost of the search for the location.

use std::cell::Cell;

use serde::{Deserialize, de::DeserializeOwned};

use super::{
    super::{
        Probes, byte, find,
        json_path::{End, JsonPath, MAX_DEPTH},
        text::Text,
    },
    Root,
};

/// Returns the location in a long response, and how many times its length was decoded, including the first time.
fn place_and_cost<T: DeserializeOwned>(json: &str) -> (String, f64) {
    let decoded = Cell::new(0);
    let decode = |json: &[u8]| {
        decoded.set(decoded.get() + json.len());
        serde_json::from_slice::<T>(json).err()
    };
    let error = decode(json.as_bytes()).unwrap();
    let place = find(json.as_bytes(), &error, &decode);
    (place, decoded.get() as f64 / json.len() as f64)
}

/// Builds entries of a list or an object with this total size.
fn entries(bytes: usize, entry: impl Fn(usize) -> String) -> (String, usize) {
    let mut entries = String::with_capacity(bytes + 128);
    for index in 0.. {
        if entries.len() >= bytes {
            return (entries, index);
        }
        entries += &entry(index);
    }
    unreachable!()
}

fn items(bytes: usize) -> (String, usize) {
    entries(bytes, |index| {
        let padding = "] } , \\\" ".repeat(16);
        format!(r#"{{"id": {index}, "other": "{padding}", "even": [2, 4]}}, "#)
    })
}

#[test]
fn the_place_in_a_response_of_10_mb_takes_less_than_decoding_it_thrice() {
    let (items, count) = items(10 << 20);
    let (place, cost) = place_and_cost::<Root>(&format!(r#"{{"results": [{items}{{}}]}}"#));
    assert_eq!(place, format!("results[{count}]"));
    assert!(cost < 1.1, "{cost} times");

    let (numbers, _) = entries(10 << 20, |_| "2, ".to_owned());
    let json = format!(r#"{{"results": [{{"id": 1, "even": [{numbers}3]}}]}}"#);
    let (place, cost) = place_and_cost::<Root>(&json);
    assert_eq!(place, "results[0]", "the entry, not the field of it");
    assert!(cost <= 3.0, "{cost} times");
}

#[test]
fn a_long_response_is_decoded_few_times() {
    const LONG: usize = 2 << 20;
    let (items, count) = items(LONG);
    let (numbers, _) = entries(LONG, |_| "2, ".to_owned());
    let (members, _) = entries(LONG, |index| format!(r#""secret{index}": {{"id": 1}}, "#));
    let exact = [
        (format!(r#"{{"results": [{items}{{}}]}}"#), format!("results[{count}]")),
        (format!(r#"{{"results": [{items}{{"id": "x"}}]}}"#), format!("results[{count}].id")),
        (
            format!(r#"{{"results": [{items}{{"id": 1, "even": [2, 3]}}, {{"id": 2}}]}}"#),
            format!("results[{count}].even"),
        ),
        (
            format!(r#"{{"results": [{items}{{"id": 1, "pair": [1, 2]}}]}}"#),
            format!("results[{count}].pair[1]"),
        ),
        (
            format!(r#"{{"results": [{{"id": "x"}}, {items}{{"id": 1}}]}}"#),
            "results[0].id".to_owned(),
        ),
        (
            format!(r#"{{"results": [], "counts": {{{members}"secret": {{"id": -1}}}}}}"#),
            "counts.*.id".to_owned(),
        ),
        (format!(r#"{{"counts": {{{members}"secret": {{"id": 1}}}}}}"#), ".".to_owned()),
        (format!(r#"{{"x": [{numbers}2]}}"#), ".".to_owned()),
        (
            format!(r#"{{"results": [], "x": [{numbers}2], "counts": {{"secret": {{}}}}}}"#),
            "counts.*".to_owned(),
        ),
    ];
    for (json, expected) in &exact {
        let (place, cost) = place_and_cost::<Root>(json);
        assert_eq!(&place, expected);
        assert!(cost < 2.2, "{cost} times for {expected}");
    }
    // If the invalid value is as long as the response, so is every probe.
    let json = format!(r#"{{"results": [{{"id": "{numbers}"}}]}}"#);
    let (place, cost) = place_and_cost::<Root>(&json);
    assert_eq!(place, "results[0].*");
    assert!(cost <= 3.0, "{cost} times");
}

#[test]
fn the_way_through_a_deep_response_is_bounded() {
    let brackets = 65_000_000 / 2;
    let json = format!(r#"{{"x": {}{}, "n": "no"}}"#, "[".repeat(brackets), "]".repeat(brackets));
    // To the innermost bracket, and to the byte after all of them.
    let deepest = JsonPath::to(json.as_bytes(), 6 + brackets);
    assert!(deepest.is_deeper && matches!(deepest.end, End::Closed(None)));
    assert_eq!((deepest.steps.len(), deepest.steps.capacity()), (MAX_DEPTH, MAX_DEPTH));
    let behind = JsonPath::to(json.as_bytes(), json.len() - 2);
    assert!(!behind.is_deeper && matches!(behind.end, End::Entry));
    assert_eq!((behind.steps.len(), behind.steps.capacity()), (1, MAX_DEPTH));
}

#[test]
fn a_place_beyond_the_bound_is_approximate() {
    let json = format!(r#"{}{{"id": "x"}}{}"#, "[".repeat(200), "]".repeat(200));
    let target = json.find('x').unwrap();
    let text = Text::new(json.as_bytes(), target);
    let mut probes = Probes { decode: &|_| None, budget: 0 };
    assert_eq!(text.place(&mut probes), "[0]".repeat(128) + ".*");
}

#[test]
fn a_deep_response_takes_no_more_memory_than_decoding_it() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Number {
        n: u8,
    }
    let depth = 2 << 20;
    let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let cases = [
        (format!(r#"{{"x": {nested}, "n": "no"}}"#), "n"),
        (format!(r#"{{"n": "no", "x": {nested}}}"#), "n"),
        // The response is not even copied if the budget does not allow a probe of all of it.
        (format!(r#"{{"x": {nested}}}"#), "."),
    ];
    for (json, expected) in cases {
        let decode = |json: &[u8]| serde_json::from_slice::<Number>(json).err();
        let mut error = None;
        let first = allocation_counter::measure(|| error = decode(json.as_bytes()));
        let error = error.unwrap();
        let mut place = String::new();
        let search = allocation_counter::measure(|| {
            place = find(json.as_bytes(), &error, &decode);
        });
        assert_eq!(place, expected);
        let limit = first.bytes_max + (64 << 10);
        assert!(search.bytes_max <= limit, "{} of {limit} bytes", search.bytes_max);
    }
}

#[test]
fn without_time_to_decode_nothing_is_copied_and_no_key_is_shown() {
    let (items, count) = items(1 << 20);
    let json = format!(r#"{{"results": [{items}{{"id": "x"}}]}}"#);
    let error = serde_json::from_str::<Root>(&json).unwrap_err();
    let text = Text::new(json.as_bytes(), byte(json.as_bytes(), &error));
    let mut probes = Probes { decode: &|_| unreachable!(), budget: json.len() - 1 };
    let mut place = String::new();
    let search = allocation_counter::measure(|| place = text.place(&mut probes));
    assert_eq!(place, format!("*[{count}].*"));
    assert!(search.bytes_total < 1 << 10, "{} bytes", search.bytes_total);
}
