//! Error bodies, without the rest of a response.

mod apis;

use proptest::prelude::*;

use super::{fields::MAX_FIELD_BYTES, words::SENTENCES, *};

fn read(body: &[u8]) -> Problem {
    Problem::read(body, &Dialect { existing_id: &["id", "asset_id"], ..Dialect::STANDARD })
}

/// Sentence, code, fields and id.
type Summary = (Option<String>, Option<String>, Vec<(String, String)>, Option<String>);

fn summary(body: &str) -> Summary {
    let problem = read(body.as_bytes());
    let fields =
        problem.fields.into_iter().map(|error| (error.field, error.messages.join("|"))).collect();
    (problem.detail, problem.code, fields, problem.id)
}

fn detail(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn sentences_are_found_under_every_name() {
    for key in SENTENCES {
        assert_eq!(summary(&format!(r#"{{"{key}": "No."}}"#)).0, detail("No."), "{key}");
    }
    assert_eq!(summary(r#"{"non_field_errors": ["One.", "Two."]}"#).0, detail("One. Two."));
    assert_eq!(summary(r#"["Sorry."]"#).0, detail("Sorry."));
    assert_eq!(summary(r#""Sorry.""#).0, detail("Sorry."));
}

#[test]
fn codes_are_words_or_numbers() {
    let throttled = summary(r#"{"error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED"}"#);
    assert_eq!((throttled.0, throttled.1), (detail("RATE_LIMIT_EXCEEDED"), detail("5900")));
    let completed = summary(
        r#"{"code": "CYCLE_COMPLETED", "message": "The Cycle has already been completed"}"#,
    );
    assert_eq!(completed.1, detail("CYCLE_COMPLETED"));
    let oauth = summary(r#"{"error": "invalid_grant", "error_description": "It is over."}"#);
    assert_eq!((oauth.0, oauth.1), (detail("It is over."), detail("invalid_grant")));
    let oauth = summary(r#"{"error": "invalid_client"}"#);
    assert_eq!((oauth.0, oauth.1), (detail("invalid_client"), detail("invalid_client")));
}

#[test]
fn field_errors_are_lists_strings_and_maps() {
    let fields = |body| summary(body).2;
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(fields(r#"{"name": ["Blank.", "Long."]}"#), [pair("name", "Blank.|Long.")]);
    assert_eq!(fields(r#"{"name": "Taken"}"#), [pair("name", "Taken")]);
    assert_eq!(
        fields(r#"{"labels": {"0": ["Bad."], "1": ["Worse."]}}"#),
        [pair("labels.0", "Bad."), pair("labels.1", "Worse.")]
    );
    assert_eq!(fields(r#"[{}, {"name": ["Blank."]}]"#), [pair("1.name", "Blank.")]);
    assert_eq!(fields(r#"{"detail": {"name": ["Blank."]}}"#), [pair("name", "Blank.")]);
}

#[test]
fn remarks_beside_a_sentence_are_no_field_errors() {
    let body =
        r#"{"message": "Asset exists", "asset_id": "3d2f", "asset_url": "/a/", "status": false}"#;
    assert_eq!(summary(body), (detail("Asset exists"), None, vec![], detail("3d2f")));
}

#[test]
fn file_stores_respond_in_xml() {
    let body = r#"<?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>AccessDenied</Code><Message>[&quot;eq&quot;, &quot;a&amp;b&quot;]</Message><Key>k</Key></Error>"#;
    let expected = (detail(r#"["eq", "a&b"]"#), detail("AccessDenied"), vec![], None);
    assert_eq!(summary(body), expected);
    assert!(!read(body.as_bytes()).is_html);
    assert_eq!(summary("<html><Code>x</Code></html>").1, None);
}

#[test]
fn pages_for_browsers_are_recognised() {
    assert!(read(b"\n<html><title>502</title></html>").is_html);
    assert!(!read(b"").is_html);
    assert!(!read(b"null").is_html);
}

#[test]
fn names_that_repeat_a_long_one_are_bounded() {
    let many = (0..50).map(|index| format!(r#""f{index}": ["x"]"#)).collect::<Vec<_>>().join(",");
    let long = "k".repeat(32 << 10);
    let body = format!(r#"{{"{long}": {{{many}}}, "other": ["y"]}}"#);
    let fields = read(body.as_bytes()).fields;
    assert_eq!(fields.len(), 2);
    assert!(fields.iter().all(|field| field.field.starts_with(&long)));
    let names = vec![r#""f""#; 10_000].join(",");
    let body = format!(r#"[{{"errorCode": "A", "message": "{long}", "fields": [{names}]}}]"#);
    assert_eq!(read(body.as_bytes()).fields.len(), 2);
    let short = format!(r#"{{"short": {{{many}}}, "other": ["y"]}}"#);
    assert_eq!(read(short.as_bytes()).fields.len(), 51);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_work_to_read_a_body_is_linear(
        pattern in r#"(<Error>|<Code>|</Code>|<Message>|&amp;|<|a|\n|\{"a":|\[|"b","){1,4}"#,
    ) {
        let input = |length| work::repeated(&pattern, length);
        work::assert_linear(16 << 10, 1024, input, |body| drop(read(body.as_bytes())));
    }

    #[test]
    fn the_work_to_read_field_errors_is_linear(
        item in proptest::sample::select(vec![
            r#"{"f": ["x"]}"#, r#"["x", {"a": "b"}]"#, r#""x""#, "[[]]", "{}", r#"{"": " "}"#,
        ]),
        is_list in any::<bool>(),
        depth in 0..8_usize,
    ) {
        // Half of the text consists of names that prefix those of all fields.
        let input = |length: usize| {
            let names = (0..depth).map(|_| "k".repeat(length / 2 / depth));
            let open: String = names.map(|name| format!(r#"{{"{name}": "#)).collect();
            let items = 0..length / 32;
            let items = match is_list {
                true => format!("[{}]", items.map(|_| item).collect::<Vec<_>>().join(",")),
                false => {
                    let items = items.map(|index| format!(r#""{index}": {item}"#));
                    format!("{{{}}}", items.collect::<Vec<_>>().join(","))
                }
            };
            format!("{open}{items}{}", "}".repeat(depth))
        };
        work::assert_linear(64 << 10, 2 * MAX_FIELD_BYTES, input, |body| {
            drop(read(body.as_bytes()));
        });
    }
}
