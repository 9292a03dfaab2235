use serde_json::json;

use super::*;

fn check(kind: Kind, value: Value) -> Checked {
    value_of(&Field::new("field", kind).max(10), &value)
}

#[test]
fn strings_are_trimmed_and_numbers_become_strings() {
    assert_eq!(check(Kind::Text, json!("  a b ")), Ok(json!("a b")));
    assert_eq!(check(Kind::Text, json!(12)), Ok(json!("12")));
    assert_eq!(check(Kind::Text, json!("")), Ok(json!("")));
    for value in [json!(true), json!([]), json!({})] {
        assert_eq!(check(Kind::Text, value), reject(NO_STRING));
    }
}

#[test]
fn length_counts_characters_and_every_reason_is_given() {
    assert_eq!(check(Kind::Text, json!("öööööööööö")), Ok(json!("öööööööööö")));
    let reasons = ["Ensure this field has no more than 10 characters.", NUL, NO_EMAIL];
    let expected = Err(json!(reasons));
    assert_eq!(check(Kind::Email, json!("not an e-mail\0 address")), expected);
}

#[test]
fn integers_come_as_numbers_or_strings() {
    for value in [json!(3), json!("3"), json!(3.0), json!("3.00"), json!(" 3 ")] {
        assert_eq!(check(Kind::Integer, value), Ok(json!(3)));
    }
    for value in [json!(3.5), json!("x"), json!(""), json!(true), json!([1]), json!(1e30)] {
        assert_eq!(check(Kind::Integer, value.clone()), reject(NO_INTEGER), "{value}");
    }
    let high = "Ensure this value is less than or equal to 2147483647.";
    assert_eq!(check(Kind::Integer, json!(2_147_483_648_i64)), reject(high));
    let low = "Ensure this value is greater than or equal to -2147483648.";
    assert_eq!(check(Kind::Integer, json!(-2_147_483_649_i64)), reject(low));
}

#[test]
fn times_are_kept_in_utc() {
    for (sent, kept) in [
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        ("2024-01-01T02:00:00.25+02:00", "2024-01-01T00:00:00.250000Z"),
        ("2024-01-01T00:00", "2024-01-01T00:00:00Z"),
        ("2024-01-01", "2024-01-01T00:00:00Z"),
    ] {
        assert_eq!(check(Kind::DateTime, json!(sent)), Ok(json!(kept)));
    }
    for value in [json!("01/02/2026"), json!(""), json!(5)] {
        assert_eq!(check(Kind::DateTime, value), reject(NO_DATE_TIME));
    }
}

#[test]
fn uuids_are_kept_in_their_usual_form() {
    let id = "0123abcd-0000-4000-8000-000000000001";
    assert_eq!(check(Kind::Uuid, json!(id.to_uppercase())), Ok(json!(id)));
    assert_eq!(check(Kind::Uuid, json!("q")), reject("\u{201c}q\u{201d} is not a valid UUID."));
    let number = "Incorrect type. Expected pk value, received int.";
    assert_eq!(check(Kind::Uuid, json!(1)), reject(number));
}

#[test]
fn lists_of_uuids_say_which_entry_is_wrong() {
    let id = "0123abcd-0000-4000-8000-000000000001";
    assert_eq!(check(Kind::Uuids, json!([id])), Ok(json!([id])));
    assert_eq!(check(Kind::Uuids, json!([])), Ok(json!([])));
    let reason = json!({ "1": ["\u{201c}a\u{201d} is not a valid UUID."] });
    assert_eq!(check(Kind::Uuids, json!([id, "a"])), Err(reason));
    let text = "Expected a list of items but got type \"str\".";
    assert_eq!(check(Kind::Uuids, json!("zz")), reject(text));
}

#[test]
fn words_switches_numbers_and_days() {
    let choice = Kind::Choice(&["low", "none"]);
    assert_eq!(check(choice, json!("low")), Ok(json!("low")));
    assert_eq!(check(choice, json!("meh")), reject("\"meh\" is not a valid choice."));
    assert_eq!(check(choice, json!(1)), reject("\"1\" is not a valid choice."));
    for (sent, kept) in [(json!(true), true), (json!("False"), false), (json!(1), true)] {
        assert_eq!(check(Kind::Boolean, sent), Ok(json!(kept)));
    }
    assert_eq!(check(Kind::Boolean, json!("x")), reject(NO_BOOLEAN));
    assert_eq!(check(Kind::Number, json!(3)), Ok(json!(3.0)));
    assert_eq!(check(Kind::Number, json!("1.5")), Ok(json!(1.5)));
    for value in [json!("w"), json!("inf"), json!(true)] {
        assert_eq!(check(Kind::Number, value), reject(NO_NUMBER));
    }
    assert_eq!(check(Kind::Date, json!("2026-03-01")), Ok(json!("2026-03-01")));
    for value in [json!("01/02/2026"), json!("2026-03-01T00:00:00Z"), json!("2026-3-1"), json!(5)] {
        assert_eq!(check(Kind::Date, value), reject(NO_DATE));
    }
    assert_eq!(check(Kind::UpperText, json!("roc")), Ok(json!("ROC")));
}

#[test]
fn json_is_kept_or_becomes_text() {
    let object = json!({ "b": [1], "a": null });
    assert_eq!(check(Kind::Json, object.clone()), Ok(object.clone()));
    assert_eq!(check(Kind::JsonText, object), Ok(json!(r#"{"a":null,"b":[1]}"#)));
    assert_eq!(check(Kind::JsonText, json!("text")), Ok(json!("text")));
}

#[test]
fn email_addresses() {
    for good in ["a@b.co", "ops+x.y@acme.example", "a@localhost", "a@sub.bücher.example"] {
        assert!(is_email(good), "{good}");
    }
    for bad in ["a", "a@", "@b.co", "a@b", "a b@b.co", "a..b@b.co", "a@b.c", "a@-b.co", "a@b.12"] {
        assert!(!is_email(bad), "{bad}");
    }
}

#[test]
fn urls() {
    for good in
        ["https://acme.example", "http://localhost:8000/x?y#z", "ftp://1.2.3.4/", "http://[::1]/"]
    {
        assert!(is_url(good), "{good}");
    }
    for bad in [
        "acme.example",
        "https:acme.example",
        "https://acme",
        "javascript://a.co/",
        "https://a.co/ b",
    ] {
        assert!(!is_url(bad), "{bad}");
    }
}
