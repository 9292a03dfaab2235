//! Blots a secret out of what a server sent.

use std::ops::Range;

use crate::work;

/// What is shorter is no secret, and would be found in innocent words.
const MIN_SECRET: usize = 8;

/// Puts stars in the place of the secret, written as it is, as JSON may write it, or percent-encoded. At the end of the text, where it may
/// have been cut off, the beginning of the secret is enough.
pub(super) fn blot(text: &mut [u8], secret: &[u8]) {
    if secret.len() < MIN_SECRET {
        return;
    }
    let borders = borders(secret);
    let as_it_is = |rest: &[u8]| rest.first().map(|byte| (*byte, 1));
    let mut found = find(text, secret, &borders, as_it_is);
    if text.contains(&b'\\') {
        found.extend(find(text, secret, &borders, unescaped));
    }
    if text.contains(&b'%') {
        found.extend(find(text, secret, &borders, |rest| decoded(rest, b'+')));
    }
    // In a form, a space is a plus sign.
    if secret.contains(&b' ') && text.contains(&b'+') {
        found.extend(find(text, secret, &borders, |rest| decoded(rest, b' ')));
    }
    for place in found {
        text[place].fill(b'*');
    }
}

/// Where the secret is, as Knuth, Morris and Pratt look for it: no byte of the text is looked at more than twice on
/// average, whatever it has in common with the secret. Places that overlap are joined.
///
/// `next` reads a character, if it is whole, and says how many bytes it takes up.
fn find(
    text: &[u8],
    secret: &[u8],
    borders: &[usize],
    next: impl Fn(&[u8]) -> Option<(u8, usize)>,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut add = |place: Range<usize>| match found.last_mut() {
        Some(last) if place.start <= last.end => last.end = place.end,
        _ => found.push(place),
    };
    // Where each character begins, and how many of the last ones are those that the secret begins with.
    let mut starts = Vec::new();
    let mut matched = 0;
    let mut at = 0;
    while let Some((byte, length)) = next(&text[at..]) {
        work::count(1);
        starts.push(at);
        at += length;
        while matched > 0 && secret[matched] != byte {
            work::count(1);
            matched = borders[matched - 1];
        }
        if secret[matched] == byte {
            matched += 1;
        }
        if matched == secret.len() {
            add(starts[starts.len() - matched]..at);
            matched = borders[matched - 1];
        }
    }
    if matched >= MIN_SECRET {
        add(starts[starts.len() - matched]..text.len());
    }
    found
}

/// For each beginning of the secret, the length of the longest shorter one that it ends with.
fn borders(secret: &[u8]) -> Vec<usize> {
    let mut borders = vec![0; secret.len()];
    let mut matched = 0;
    for at in 1..secret.len() {
        work::count(1);
        while matched > 0 && secret[matched] != secret[at] {
            work::count(1);
            matched = borders[matched - 1];
        }
        if secret[matched] == secret[at] {
            matched += 1;
        }
        borders[at] = matched;
    }
    borders
}

/// The first character of a text in JSON, and how many bytes it takes up; what is no ASCII is no character of a secret.
/// `None` at the end, and where the end has cut off an escape.
fn unescaped(text: &[u8]) -> Option<(u8, usize)> {
    match text {
        [] | [b'\\'] => None,
        [b'\\', b'u', hex @ ..] if hex.len() < 4 => None,
        [b'\\', b'u', hex @ ..] => {
            let byte = std::str::from_utf8(&hex[..4]).ok();
            let byte = byte.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            // No escape, or one of another character.
            Some(byte.map_or((b'\\', 1), |byte| (byte, 6)))
        }
        [b'\\', b'n', ..] => Some((b'\n', 2)),
        [b'\\', b'r', ..] => Some((b'\r', 2)),
        [b'\\', b't', ..] => Some((b'\t', 2)),
        [b'\\', char, ..] => Some((*char, 2)),
        [char, ..] => Some((*char, 1)),
    }
}

/// The first byte of a text in a URL, where a plus sign means this byte, and how many bytes it takes up. `None` at the
/// end, and where the end has cut off an encoded byte.
fn decoded(text: &[u8], plus: u8) -> Option<(u8, usize)> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    match text {
        [] | [b'%'] => None,
        [b'%', high] if digit(*high).is_some() => None,
        [b'%', high, low, ..] => Some(match (digit(*high), digit(*low)) {
            (Some(high), Some(low)) => (high << 4 | low, 3),
            _ => (b'%', 1),
        }),
        [b'+', ..] => Some((plus, 1)),
        [byte, ..] => Some((*byte, 1)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::blot;
    use crate::work;

    #[test]
    fn a_secret_is_found_however_json_writes_it() {
        let cases = [
            (r#"a/b\c"CANARY/x"#, "**************"),
            (r#"["a\/b\\c\"CANARY\/x"]"#, r#"["******************"]"#),
            (
                r#"["a/b\u005cc\u0022\u0043ANARY\u002Fx"]"#,
                r#"["**********************************"]"#,
            ),
            (r#"a/b\c"CANAR, a/b"#, r#"a/b\c"CANAR, a/b"#),
            (r#"cut: a/b\c"CANA"#, "cut: **********"),
            (r#"cut: a\/b\\c\"CAN\u00"#, "cut: ****************"),
            (r#"cut: a\/b\\c\"CAN\"#, "cut: *************"),
        ];
        for (text, expected) in cases {
            let mut blotted = text.as_bytes().to_vec();
            blot(&mut blotted, br#"a/b\c"CANARY/x"#);
            assert_eq!(String::from_utf8_lossy(&blotted), expected, "{text}");
        }
    }

    #[test]
    fn a_secret_is_found_however_a_url_writes_it() {
        for text in [
            "a=CANARY%2Fs%C3%A9%20%2B%26&b=1",
            "a=CANARY%2fs%c3%a9%20%2b%26&b=1",
            "a=CANARY%2Fs%C3%A9+%2B%26&b=1",
            "a=%43%41%4E%41%52%59/s%C3%A9 +%26&b=1",
            "a=CANARY/s\u{e9} +%26&b=1",
            "a=CANARY/s%C3%A9%20+&&b=1",
        ] {
            let mut blotted = text.as_bytes().to_vec();
            blot(&mut blotted, "CANARY/s\u{e9} +&".as_bytes());
            let blotted = String::from_utf8(blotted).unwrap();
            let stars = text.len() - "a=&b=1".len();
            assert_eq!(blotted, format!("a={}&b=1", "*".repeat(stars)), "{text}");
        }
        // Where it may have been cut off.
        for text in ["CANARY%2Fs%C3", "CANARY%2Fs%C3%", "CANARY%2Fs%C3%A", "CANARY%2Fs+"] {
            let mut blotted = text.as_bytes().to_vec();
            blot(&mut blotted, "CANARY/s\u{e9} +&".as_bytes());
            assert!(
                !String::from_utf8_lossy(&blotted).contains("CANARY") || text.ends_with('+'),
                "{text}"
            );
        }
        let mut innocent = b"100% of CANARY%2F, 7 + 3 %zz%".to_vec();
        blot(&mut innocent, b"CANARY/s +&");
        assert_eq!(innocent, b"100% of CANARY%2F, 7 + 3 %zz%");
    }

    #[test]
    fn a_secret_of_several_lines_is_found_in_json() {
        let secret = "-----BEGIN KEY-----\nCANARY\tCANARY\r\n";
        let mut text = serde_json::to_vec(&["got", secret, "."]).unwrap();
        blot(&mut text, secret.as_bytes());
        let [got, blotted, dot]: [String; 3] = serde_json::from_slice(&text).unwrap();
        assert_eq!((got.as_str(), dot.as_str()), ("got", "."));
        assert!(blotted.bytes().all(|byte| byte == b'*'), "{blotted}");
    }

    /// Secrets that have much in common with what is around them.
    fn secret() -> impl Strategy<Value = String> {
        r#"[ab]{8,12}|[ab\n"/\\]{8,10}|(ab){4,6}|a{8,9}b?"#
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_secret_is_found_wherever_it_is(
            secret in secret(),
            pieces in proptest::collection::vec(prop_oneof![Just(None), "[ab]{0,9}".prop_map(Some)], 0..8),
        ) {
            let text: String = pieces.iter().map(|piece| piece.as_ref().unwrap_or(&secret).as_str()).collect();
            let mut blotted = text.clone().into_bytes();
            blot(&mut blotted, secret.as_bytes());
            prop_assert_eq!(blotted.len(), text.len());
            for (at, window) in text.as_bytes().windows(secret.len()).enumerate() {
                let is_blotted = blotted[at..at + secret.len()].iter().all(|byte| *byte == b'*');
                prop_assert!(window != secret.as_bytes() || is_blotted, "{} at {}", text, at);
            }
            if !text.contains(&secret[..super::MIN_SECRET]) {
                prop_assert_eq!(blotted, text.into_bytes());
            }
        }

        #[test]
        fn a_secret_is_found_in_json_wherever_it_is(
            secret in secret(),
            pieces in proptest::collection::vec(prop_oneof![Just(None), r#"[ab"\\/]{0,9}"#.prop_map(Some)], 0..8),
            is_escaped in proptest::collection::vec(any::<bool>(), 1..16),
        ) {
            let text: String = pieces.iter().map(|piece| piece.as_ref().unwrap_or(&secret).as_str()).collect();
            let mut escaped = is_escaped.iter().cycle();
            let json: String = text
                .chars()
                .map(|char| match (char, escaped.next()) {
                    (char, Some(true)) => format!("\\u{:04X}", u32::from(char)),
                    ('\n', _) => "\\n".to_owned(),
                    ('"' | '\\', _) => format!("\\{char}"),
                    (char, _) => char.to_string(),
                })
                .collect();
            let json = format!("\"{json}\"");
            prop_assert_eq!(&serde_json::from_str::<String>(&json).unwrap(), &text);
            let mut blotted = json.into_bytes();
            blot(&mut blotted, secret.as_bytes());
            // It is JSON still, in which the secret is not.
            let blotted = serde_json::from_slice::<String>(&blotted);
            prop_assert!(blotted.is_ok_and(|blotted| !blotted.contains(&secret)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_is_linear(
            pattern in r#"(a|b|\\|\\u0061|\\n|\\u|"){1,4}"#,
            end in "[ac]?",
            share in 2..64_usize,
        ) {
            // As the text grows, so does a secret that it nearly holds everywhere.
            let input = |length| {
                let secret = work::repeated(&pattern, length / share) + &end;
                (work::repeated(&pattern, length).into_bytes(), secret.into_bytes())
            };
            work::assert_linear(8 << 10, 512, input, |(text, secret)| {
                blot(&mut text.clone(), secret);
            });
        }
    }
}
