//! Finds secrets in a text, in any form.

use std::ops::Range;

use super::forms::{Read, form, json, markup, patterns, percent};
use crate::work;

/// Shorter values are not treated as secrets because they occur in ordinary text.
pub(crate) const MIN_SECRET: usize = 6;

/// The number of escapes within each other that are decoded: JSON in a string of JSON in a string of JSON.
const MAX_UNESCAPED: usize = 3;

/// The positions of secrets in a text, written plainly, in other letter case, in base64, in hexadecimal, or escaped as
/// in JSON, URLs, forms, HTML and XML.
pub(super) struct Places<'a> {
    views: &'a [View],
    found: Vec<Range<usize>>,
}

/// A text with its escapes decoded.
pub(crate) struct View {
    pub(crate) bytes: Vec<u8>,
    /// The position in the text from which each byte was decoded, followed by the end of the last one.
    starts: Vec<usize>,
    /// The position in the text at which the view ends.
    length: usize,
}

/// Returns a view and its decoded forms.
pub(crate) fn views(plain: View) -> Vec<View> {
    let mut unescaped = vec![plain];
    while let Some(last) = unescaped.last()
        && unescaped.len() <= MAX_UNESCAPED
        && last.bytes.contains(&b'\\')
    {
        let next = last.read(json);
        unescaped.push(next);
    }
    let mut views = Vec::with_capacity(unescaped.len());
    for view in unescaped {
        for (mark, read) in [(b'%', percent as Read), (b'+', form), (b'&', markup)] {
            views.extend(view.bytes.contains(&mark).then(|| view.read(read)));
        }
        // The text may contain a URL within the query of another URL.
        if contains(&view.bytes, b"%25") {
            views.push(view.read(percent).read(form));
        }
        views.push(view);
    }
    views
}

impl<'a> Places<'a> {
    /// Creates an empty set of positions in these views.
    pub(super) fn of(views: &'a [View]) -> Self {
        Self { views, found: Vec::new() }
    }

    /// Adds the positions of this secret. At the end of the text, which may be truncated, a prefix of the secret is
    /// enough.
    pub(super) fn add(&mut self, secret: &[u8]) {
        if secret.len() >= MIN_SECRET {
            for pattern in patterns(secret) {
                let borders = borders(&pattern);
                for view in self.views {
                    view.find(&pattern, &borders, &mut self.found);
                }
            }
        }
    }

    /// Returns the positions, in no order.
    pub(super) fn found(self) -> Vec<Range<usize>> {
        self.found
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    work::count(text.len());
    text.windows(part.len()).any(|window| window == part)
}

impl View {
    /// A text as it is.
    pub(crate) fn of(text: &[u8]) -> Self {
        Self { bytes: text.to_vec(), starts: (0..=text.len()).collect(), length: text.len() }
    }

    /// Decodes escapes of another form.
    fn read(&self, read: Read) -> Self {
        self.part(0..self.bytes.len(), read)
    }

    /// Decodes the escapes in a part.
    pub(crate) fn part(&self, part: Range<usize>, read: Read) -> Self {
        // An escape is never shorter than the character that it encodes.
        let (text, starts) = (&self.bytes[part.clone()], &self.starts[part.start..]);
        let mut bytes = Vec::with_capacity(text.len());
        let mut decoded = Vec::with_capacity(text.len() + 1);
        let mut at = 0;
        while let Some(char) = read(&text[at..]) {
            work::count(1);
            decoded.extend(char.bytes().iter().map(|_| starts[at]));
            bytes.extend_from_slice(char.bytes());
            at += char.length;
        }
        decoded.push(starts[at]);
        let length = if part.end == self.bytes.len() { self.length } else { starts[text.len()] };
        Self { bytes, starts: decoded, length }
    }

    /// Returns the position in the text of a part that is not empty.
    #[cfg(feature = "testing")]
    pub(crate) fn place(&self, part: &Range<usize>) -> Range<usize> {
        self.starts[part.start]..self.end_of(part.end - 1)
    }

    /// Finds the secret, in any letter case, with the algorithm of Knuth, Morris and Pratt: each byte is inspected at
    /// most twice on average, for any text. Overlapping positions are joined.
    fn find(&self, secret: &[u8], borders: &[usize], found: &mut Vec<Range<usize>>) {
        let mine = found.len();
        let mut add = |place: Range<usize>| match found[mine..].last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => found.push(place),
        };
        // The number of last bytes that match a prefix of the secret.
        let mut matched = 0;
        for (at, byte) in self.bytes.iter().enumerate() {
            work::count(1);
            let byte = byte.to_ascii_lowercase();
            while matched > 0 && secret[matched] != byte {
                work::count(1);
                matched = borders[matched - 1];
            }
            if secret[matched] == byte {
                matched += 1;
            }
            if matched == secret.len() {
                add(self.starts[at + 1 - matched]..self.end_of(at));
                matched = borders[matched - 1];
            }
        }
        if matched >= MIN_SECRET {
            // A quote at the end may end a string.
            let is_quoted = self.bytes.ends_with(b"\"");
            let end = if is_quoted { self.starts[self.bytes.len() - 1] } else { self.length };
            add(self.starts[self.bytes.len() - matched]..end);
        }
    }

    /// Returns the position in the text at which the escape of this byte ends.
    fn end_of(&self, at: usize) -> usize {
        let start = self.starts[at];
        self.starts[at + 1..].iter().copied().find(|next| *next > start).unwrap_or(self.length)
    }
}

/// Returns, for each prefix of the secret, the length of the longest shorter prefix that is also its suffix.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Places, View, views};
    use crate::work;

    fn blot(text: &mut [u8], secret: &[u8]) {
        let views = views(View::of(text));
        let mut places = Places::of(&views);
        places.add(secret);
        for place in places.found() {
            text[place].fill(b'*');
        }
    }

    #[test]
    fn a_secret_is_found_however_urls_forms_and_markup_write_it() {
        for (before, written, after) in [
            ("/", "p%c3%a4ss%20w%2frd%22", "?"),
            ("?k=", "p%C3%A4ss+w%2Frd%22", "&x"),
            ("?k=", "p%C3%A4ss%20w/rd%22", ""),
            (r#"["https:\/\/a\/?k="#, r"p%C3%A4ss%20w\/rd%22", r#""]"#),
            ("?next=%2Fa%3Fk%3D", "p%25C3%25A4ss%2520w%252Frd%2522", "%26x"),
            ("?next=%2Fa%3Fk%3D", "p%25c3%25a4ss+w/rd%2522", "%26x"),
            ("<b>", "päss w/rd&quot;", "</b>"),
            ("<b>", "p&#228;ss w&#x2f;rd&#34;", "</b>"),
            ("\"", r#"p\u00e4ss w\/rd\""#, "\""),
            ("cut: ", "p%C3%A4ss%20w%2", ""),
            ("100 % päs", "", ""),
        ] {
            let mut blotted = format!("{before}{written}{after}").into_bytes();
            blot(&mut blotted, "päss w/rd\"".as_bytes());
            let expected = format!("{before}{}{after}", "*".repeat(written.len()));
            assert_eq!(String::from_utf8_lossy(&blotted), expected, "{written}");
        }
        let mut blotted = br#""pass \ud83d\ude00 word""#.to_vec();
        blot(&mut blotted, "pass \u{1f600} word".as_bytes());
        assert_eq!(blotted, br#""**********************""#);
    }

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

    /// Nothing else is replaced, even if secret and text repeat themselves.
    #[test]
    fn exactly_the_secret_is_replaced() {
        let text = |length: usize, bits: usize| -> Vec<u8> {
            (0..length).map(|at| if bits >> at & 1 == 0 { b'a' } else { b'b' }).collect()
        };
        for secret in (0..64).map(|bits| text(6, bits)) {
            for text in (0..512).map(|bits| text(9, bits)) {
                let mut expected = text.clone();
                for at in (0..=3).filter(|at| text[*at..].starts_with(&secret)) {
                    expected[at..at + 6].fill(b'*');
                }
                let mut blotted = text;
                blot(&mut blotted, &secret);
                assert_eq!(blotted, expected, "{}", String::from_utf8_lossy(&secret));
            }
        }
    }

    #[test]
    fn an_escape_may_be_the_end_of_the_text() {
        for text in ["sesam\\u0065", "s%65sam%65", "sesam&#101;"] {
            let mut blotted = text.as_bytes().to_vec();
            blot(&mut blotted, b"sesame");
            assert!(blotted.iter().all(|byte| *byte == b'*'), "{text}");
        }
    }

    /// The quote that ends a string of JSON is not the beginning of a secret that contains quotes.
    #[test]
    fn the_last_quote_of_a_string_is_kept() {
        for (secret, json) in [
            ("/\"\\//\"\\//", r#""/\"\\//\"\\//""#),
            ("canary\"next", r#""canary""#),
            ("canary\"next", r#"["the canary"#),
        ] {
            let mut blotted = json.to_owned().into_bytes();
            blot(&mut blotted, secret.as_bytes());
            assert_eq!(blotted.ends_with(b"\""), json.ends_with('"'), "{json}");
            assert!(!String::from_utf8_lossy(&blotted).contains("canary"), "{json}");
        }
    }

    #[test]
    fn a_secret_is_found_in_other_encodings() {
        let secret = b"CANARY/p4ss?word";
        let base64 = |before: &str| super::super::to_base64(&[before.as_bytes(), secret].concat());
        for text in [
            base64(""),
            base64("a"),
            base64("ab"),
            base64("user:"),
            base64("user:").replace('/', "_"),
            base64("").replace('/', "%2F"),
            "43414e4152592f703473733f776f7264".to_owned(),
            "43414E4152592F703473733F776F7264".to_owned(),
            "canary/P4SS?WORD".to_owned(),
            r#"{"a":"{\"b\":\"{\\\"c\\\":\\\"CANARY\\\\/p4ss?word\\\"}\"}"}"#.to_owned(),
        ] {
            let mut blotted = text.clone().into_bytes();
            blot(&mut blotted, secret);
            let stars = blotted.iter().filter(|byte| **byte == b'*').count();
            assert!(stars >= secret.len(), "{text}: {}", String::from_utf8_lossy(&blotted));
        }
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

    /// Secrets that have much in common with the surrounding text.
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
            // The text is still valid JSON and does not contain the secret.
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
            // The secret grows with the text, and almost matches everywhere.
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
