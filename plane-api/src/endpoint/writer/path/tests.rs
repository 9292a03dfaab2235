use std::fmt::{self, Write};

use percent_encoding::percent_decode;
use proptest::prelude::*;

use super::{
    value::{MAX_VALUE_BYTES, decoded},
    *,
};
use crate::work;

fn path(template: &'static str, values: &[&str]) -> Result<String, InvalidValue> {
    let mut writer = PathWriter::new(("", ""), template);
    values.iter().try_for_each(|value| writer.value(value))?;
    writer.finish()?;
    Ok(writer.encoded)
}

#[test]
fn values_are_encoded_in_their_places() {
    assert_eq!(path("/plain/", &[]).unwrap(), "/plain/");
    assert_eq!(path("/a/{x}/b/{y}/", &["1", "2"]).unwrap(), "/a/1/b/2/");
    assert_eq!(path("/a/{x}-{y}.{z}", &["K Y", "7", "%"]).unwrap(), "/a/K%20Y-7.%25");
    assert_eq!(path("/{x}", &["?#'\"é名~-._"]).unwrap(), "/%3F%23%27%22%C3%A9%E5%90%8D~-._");
    assert_eq!(path("/{x}", &["100%2"]).unwrap(), "/100%252");
}

#[test]
fn several_segments_are_checked_one_by_one() {
    let path = |value: &str| {
        let mut writer = PathWriter::new(("", ""), "/files/{path..}/");
        writer.segments(&value)?;
        writer.finish()?;
        Ok::<_, InvalidValue>(writer.encoded)
    };
    assert_eq!(path("a").unwrap(), "/files/a/");
    assert_eq!(path("a b/c?/d.e").unwrap(), "/files/a%20b/c%3F/d.e/");
    let rejected =
        ["", "/", "/a", "a/", "a//b", "a/../b", ".", "a/%2e%2E", "a/b%2Fc", "a\\b", "a/\n"];
    for value in rejected {
        assert!(path(value).is_err(), "{value:?}");
    }
}

#[test]
fn several_segments_stand_anywhere() {
    let path = |template, values: [&str; 2]| {
        let mut writer = PathWriter::new(("", ""), template);
        for value in values {
            writer.segments(&value)?;
        }
        writer.finish()?;
        Ok::<_, InvalidValue>(writer.encoded)
    };
    assert_eq!(path("/v1/{a..}/x:{b..}:send", ["a/b", "c/d"]).unwrap(), "/v1/a/b/x:c/d:send");
    assert_eq!(path("/{a..}-{b..}", ["a/b c", "d/e"]).unwrap(), "/a/b%20c-d/e");
    // The pieces of the segment are harmless, but the segment is not.
    assert!(path("/{a..}{b..}/", ["a/.", "./b"]).is_err());
    assert!(path("/{a..}%2f{b..}/", ["a", "b"]).is_err());
}

#[test]
fn slashes_are_encoded() {
    let path = |template, value: &str| {
        let mut writer = PathWriter::new(("", ""), template);
        writer.slashes(&value)?;
        writer.finish()?;
        Ok::<_, InvalidValue>(writer.encoded)
    };
    for (value, expected) in [
        ("7", "/p/7/x"),
        ("group/project", "/p/group%2Fproject/x"),
        ("@scope/name", "/p/%40scope%2Fname/x"),
        ("a/100%/é b", "/p/a%2F100%25%2F%C3%A9%20b/x"),
        ("a/%41", "/p/a%2F%2541/x"),
        ("...", "/p/.../x"),
    ] {
        assert_eq!(path("/p/{x}/x", value).unwrap(), expected);
    }
    for value in
        ["", "/", "/a", "a/", "a//b", ".", "a/..", "a/%2e%2e", "a/%252E/b", "a\\b", "a/\n", "%00/a"]
    {
        assert!(path("/p/{x}/x", value).is_err(), "{value:?}");
    }
    for value in ["a%2Fb", "a%2fb/c", "%252F", "a/%25252f", "%5C", "a/b%255cc", "%25%32%46"] {
        let invalid = path("/p/{x}/x", value).unwrap_err().to_string();
        assert!(invalid.ends_with("pass the value unencoded: `group/project`"), "{invalid}");
    }
    assert!(path("/p/a{x}/x", "b/c").is_err(), "it is a segment of its own");
    assert_eq!(
        path("/p/{x}/x", &"a/".repeat(MAX_VALUE_BYTES)).unwrap_err().to_string().find("is longer"),
        Some(0)
    );
}

#[test]
fn values_that_address_something_else_are_rejected_at_every_layer() {
    let values = ["", ".", "..", "/", "a/b", "a\\b", "a\nb", "\0", "\u{85}"];
    for value in values {
        assert!(path("/a/{x}/", &[value]).is_err(), "{value:?}");
        let mut encoded: String = value.bytes().map(|byte| format!("%{byte:02x}")).collect();
        for _ in 0..3 {
            assert!(path("/a/{x}/", &[&encoded]).is_err(), "{encoded:?}");
            encoded = encoded.replace('%', "%25");
        }
    }
}

#[test]
fn pieces_that_are_harmless_alone_are_rejected_together() {
    assert!(path("/a/{x}{y}/", &["%2", "f"]).is_err());
    assert!(path("/a/{x}f/", &["%2"]).is_err());
    assert!(path("/a/%2{x}/", &["f"]).is_err());
    assert!(path("/a/{x}2f/b/{y}/", &["%", "c"]).is_err());
    assert!(path("/a/{x}2/f{y}/", &["%", "c"]).is_ok());
}

/// Returns every level of decoding. `read` processes the bytes of each level.
fn levels(value: &str, read: fn(&[u8]) -> Vec<u8>) -> Vec<Vec<u8>> {
    let mut levels = vec![value.as_bytes().to_vec()];
    while let Some(level) = levels.last() {
        let decoded = read(&percent_decode(level).collect::<Vec<_>>());
        if decoded == *level {
            break;
        }
        levels.push(decoded);
    }
    levels
}

fn is_harmful(level: &[u8]) -> bool {
    let text = String::from_utf8_lossy(level);
    matches!(&*text, "" | "." | "..")
        || text.contains(['/', '\\'])
        || text.contains(|char: char| char.is_control())
}

/// Decodes like a server that decodes bytes and reads them as text at the end.
fn in_bytes(value: &str) -> Vec<Vec<u8>> {
    levels(value, <[u8]>::to_vec)
}

/// Decodes like a server that turns each level into text, with U+FFFD for bytes that are not UTF-8.
fn in_text(value: &str) -> Vec<Vec<u8>> {
    levels(value, |level| String::from_utf8_lossy(level).into_owned().into())
}

/// Values of few letters, so that escapes occur by chance, and texts whose bytes are encoded at different levels.
fn value() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        "[%25fFce./a80C9]{0,6}",
        proptest::sample::select(vec![
            "/", "\\", "..", ".", "\u{85}", "\n", "\u{7f}", "é", "a\u{9f}b", "%"
        ])
        .prop_map(str::to_owned),
    ];
    let levels = proptest::collection::vec(proptest::collection::vec(any::<bool>(), 1..8), 0..4);
    let encoded = (text, levels, any::<bool>()).prop_map(|(text, levels, is_upper)| {
        levels.into_iter().fold(text, |text, chosen| {
            let mut encoded = String::new();
            for (char, is_encoded) in text.chars().zip(chosen.into_iter().cycle()) {
                let mut bytes = [0; 4];
                for byte in char.encode_utf8(&mut bytes).bytes() {
                    // A part of a multi-byte character must be encoded.
                    let _ = match (is_encoded || !char.is_ascii(), is_upper) {
                        (true, true) => write!(encoded, "%{byte:02X}"),
                        (true, false) => write!(encoded, "%{byte:02x}"),
                        (false, _) => write!(encoded, "{char}"),
                    };
                }
            }
            encoded
        })
    });
    prop_oneof!["[%25fFce./a80C9]{0,24}", encoded]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_pass_finds_what_is_harmful_at_any_level(value in value()) {
        let levels = in_bytes(&value);
        prop_assert_eq!(Some(&*decoded(&value)), levels.last().map(Vec::as_slice));
        let is_refused = levels.iter().any(|level| is_harmful(level));
        prop_assert_eq!(check(&value).is_err(), is_refused, "{}", value);
        // A server that turns each level into text finds no further harmful values.
        prop_assert!(is_refused || !in_text(&value).iter().any(|level| is_harmful(level)));
    }
}

#[test]
fn one_pass_decodes_to_the_end() {
    let cases = [
        ("%2%35", "%"),
        ("%%32%35", "%"),
        ("%25%32%35", "%"),
        ("%2%3532f", "2f"),
        ("%%%32%36%36", "%&6"),
        ("%25252525zz", "%zz"),
        ("%2", "%2"),
        ("%", "%"),
        ("%g0%0g", "%g0%0g"),
    ];
    for (value, expected) in cases {
        assert_eq!(String::from_utf8_lossy(&decoded(value)), expected, "{value}");
    }
}

#[test]
fn control_characters_are_found_whose_bytes_are_encoded_at_different_levels() {
    for value in ["%c2%85", "%C2%2585", "%25c2%85", "a%%63%32%8%35b", "%c3%c2%80", "\u{85}"] {
        assert!(check(value).is_err(), "{value}");
    }
    // None of these is a control character in UTF-8: a single byte, and bytes of other characters.
    for value in ["%85", "%c3%85", "%c2", "%c2%a0", "%e2%80%a6", "é…"] {
        check(value).unwrap();
    }
    // A server that turns each level into text has lost the first byte by the second level. A server that decodes
    // bytes has not.
    let is_seen = |levels: Vec<Vec<u8>>| levels.iter().any(|level| is_harmful(level));
    assert!(is_seen(in_bytes("%C2%2585")) && !is_seen(in_text("%C2%2585")));
}

#[test]
fn values_that_are_too_long_are_not_looked_at() {
    let longest = "x".repeat(MAX_VALUE_BYTES);
    let several = |value: &dyn Display| {
        let mut writer = PathWriter::new(("", ""), "/files/{path..}");
        writer.segments(value).map(|()| writer.encoded)
    };
    assert_eq!(path("/{x}", &[&longest]).unwrap().len(), MAX_VALUE_BYTES + 1);
    assert_eq!(several(&longest).unwrap().len(), MAX_VALUE_BYTES + "/files/".len());
    // Slashes count, and the value is measured before encoding.
    assert!(
        several(&"a/".repeat(MAX_VALUE_BYTES / 2)).unwrap_err().to_string().contains("is empty")
    );
    assert!(path("/{x}", &[&"é".repeat(MAX_VALUE_BYTES / 2)]).is_ok());
    for long in [format!("{longest}x"), "%".to_owned() + &"25".repeat(MAX_VALUE_BYTES / 2)] {
        for invalid in [path("/{x}", &[&long]).unwrap_err(), several(&long).unwrap_err()] {
            assert!(invalid.to_string().starts_with("is longer than 8 KiB"), "{invalid}");
        }
    }
    assert!(
        several(&"a/".repeat(MAX_VALUE_BYTES)).unwrap_err().to_string().starts_with("is longer")
    );
}

#[test]
fn a_display_that_writes_without_end_is_stopped() {
    struct Endless;
    impl Display for Endless {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            loop {
                f.write_str("endless")?;
            }
        }
    }
    /// Keeps writing after an error, and reports success.
    struct Deaf;
    impl Display for Deaf {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let _ = f.write_str(&"x".repeat(MAX_VALUE_BYTES + 1));
            for _ in 0..100_000 {
                let _ = f.write_str("short");
            }
            Ok(())
        }
    }
    for value in [&Endless as &dyn Display, &Deaf] {
        for write in [PathWriter::value, PathWriter::segments] {
            let mut writer = PathWriter::new(("", ""), "/a/{x}");
            let invalid = write(&mut writer, value).unwrap_err();
            assert!(invalid.to_string().starts_with("is longer than 8 KiB"), "{invalid}");
            assert!(writer.encoded.len() <= "/a/".len(), "nothing of it is kept");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_work_is_linear(
        before in "[%25fa]{0,4}",
        pattern in prop_oneof!["[%25fca/]{1,8}", "(25|%25|%32%35|%%3235){1,2}"],
    ) {
        let input = |length| before.clone() + &work::repeated(&pattern, length);
        work::assert_linear(4096, 256, input, |value| {
            let _ = check(value);
        });
    }
}

#[test]
fn the_work_for_escapes_of_escapes_is_linear() {
    let nested = |length| "%".to_owned() + &work::repeated("25", length);
    work::assert_linear(64 << 10, 256, nested, |value| {
        check(value).unwrap();
    });
    // Each value is harmless and short, but the segment that they form is long.
    let values = |length: usize| vec!["%25"; length];
    work::assert_linear(1 << 10, 256, values, |values| {
        let mut writer = PathWriter::new(("", ""), "");
        for value in values {
            writer.value_here(value).unwrap();
        }
        writer.finish().unwrap();
    });
}
