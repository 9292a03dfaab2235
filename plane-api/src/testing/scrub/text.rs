//! Finds the values of secrets in arbitrary text by their names, even if the text is truncated: `"token": "…"`,
//! `token=…`, `<Token>…`, `name="token" value="…"`, and each of them within JSON strings and URLs.

use std::{borrow::Cow, ops::Range};

use super::names;

/// Longer words are not names.
const MAX_NAME: usize = 80;

/// Quotes, plain and escaped within JSON, HTML and URLs.
const QUOTES: [&str; 6] = ["\"", "'", "\\\"", "&quot;", "%22", "\\u0022"];

/// The text between a name and its value. A colon is also part of ordinary text.
const SEPARATORS: [&str; 9] =
    ["=>", "=", ":", "%3D", "%3d", "%253D", "%253d", "\\u003d", "\\u003D"];

/// Finds the values whose names are secret, and JSON web tokens.
pub(super) fn values(text: &[u8], is_name: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let length = word(&text[at..]);
        let end = at + length.max(1);
        let value = match length {
            1..=MAX_NAME => of_name(text, at..end, is_name),
            _ => None,
        };
        let value = value.or_else(|| web_token(text, at));
        at = value.as_ref().map_or(end, |value| value.end.max(end));
        found.extend(value.filter(|value| !value.is_empty()));
    }
    found
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-".contains(&byte)
}

/// The length of the word at the beginning. In a URL, `-` and `_` may be encoded.
fn word(text: &[u8]) -> usize {
    let mut length = 0;
    loop {
        length += match &text[length..] {
            [byte, ..] if is_word(*byte) => 1,
            [b'%', b'2', b'D' | b'd', ..] | [b'%', b'5', b'F' | b'f', ..] => 3,
            _ => return length,
        };
    }
}

/// Returns the number of leading bytes that satisfy a condition.
fn run(text: &[u8], is: impl Fn(u8) -> bool) -> usize {
    text.iter().position(|byte| !is(*byte)).unwrap_or(text.len())
}

/// Returns the value of the name at this position.
fn of_name(
    text: &[u8],
    word: Range<usize>,
    is_name: &dyn Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let before = &text[..word.start];
    let name = unescaped(before, std::str::from_utf8(&text[word.clone()]).ok()?);
    let name = ["%2D", "%2d", "%5F", "%5f"]
        .iter()
        .fold(Cow::Borrowed(name), |name, escape| name.replace(escape, "-").into());
    let name = names::normal(&name);
    let is_policy = name == "policy";
    if !is_policy && !is_name(&name) {
        return None;
    }
    let value = value(text, before.ends_with(b"<"), word.end)?;
    (!is_policy || names::is_policy(&name, &text[value.clone()])).then_some(value)
}

/// Removes the rest of an escape before a name: `%26sig`, `\u0026sig`.
fn unescaped<'a>(before: &[u8], name: &'a str) -> &'a str {
    match before.last() {
        Some(b'%') => {
            let name = name.get(2..).unwrap_or_default();
            name.strip_prefix("26").unwrap_or(name)
        }
        Some(b'\\') if name.starts_with("u00") => name.get(5..).unwrap_or_default(),
        Some(b'\\') => name.get(1..).unwrap_or_default(),
        _ => name,
    }
}

/// Reads text from a position on.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(self) -> &'a [u8] {
        &self.text[self.at..]
    }

    fn take(&mut self, part: &str) -> bool {
        let is_next = self.rest().starts_with(part.as_bytes());
        if is_next {
            self.at += part.len();
        }
        is_next
    }

    fn take_any(&mut self, parts: &[&'static str]) -> Option<&'static str> {
        parts.iter().copied().find(|part| self.take(part))
    }

    fn skip_space(&mut self) {
        self.at += run(self.rest(), |byte| byte.is_ascii_whitespace());
    }

    fn until(self, end: impl Fn(&[u8]) -> bool) -> Range<usize> {
        let rest = self.rest();
        let length = (0..rest.len()).find(|at| end(&rest[*at..])).unwrap_or(rest.len());
        self.at..self.at + length
    }
}

/// Returns the value after a name. After a colon, a value without quotes must look random.
fn value(text: &[u8], is_tag: bool, at: usize) -> Option<Range<usize>> {
    let mut reader = Reader { text, at };
    if is_tag && reader.take(">") {
        return Some(reader.until(|rest| rest.starts_with(b"<")));
    }
    let is_quoted = reader.take_any(&QUOTES).is_some();
    reader.skip_space();
    if is_quoted && reader.take_any(&["value", "content"]).is_some() {
        reader.skip_space();
    }
    let separator = reader.take_any(&SEPARATORS)?;
    reader.skip_space();
    if let Some(quote) = reader.take_any(&QUOTES) {
        return Some(quoted(reader, quote));
    }
    if matches!(reader.rest().first(), Some(b'[' | b'{')) {
        return Some(reader.at..reader.at + nested(reader.rest()));
    }
    let value = reader.until(|rest| {
        let is_end = rest[0].is_ascii_whitespace() || b"&\"'<>,;)}]\\`|".contains(&rest[0]);
        is_end || rest.starts_with(b"%26") || rest.starts_with(b"%22")
    });
    let bytes = &text[value.clone()];
    let has_digit = bytes.iter().any(u8::is_ascii_digit);
    (separator != ":" || bytes.len() >= 16 || bytes.len() >= 6 && has_digit).then_some(value)
}

/// Returns the text up to the closing quote, or to the end of a truncated text.
fn quoted(reader: Reader<'_>, quote: &str) -> Range<usize> {
    let rest = reader.rest();
    let mut length = 0;
    while length < rest.len() && !rest[length..].starts_with(quote.as_bytes()) {
        let is_escape = quote == "\"" && rest[length] == b'\\';
        length += if is_escape { 2 } else { 1 };
    }
    reader.at..reader.at + length.min(rest.len())
}

/// Returns the length of a list or an object, which may be truncated.
fn nested(text: &[u8]) -> usize {
    let (mut depth, mut is_string, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_string = !is_string,
            b'[' | b'{' if !is_string => depth += 1,
            b']' | b'}' if !is_string => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// A JSON web token: three parts, the first of which is a JSON object in base64.
fn web_token(text: &[u8], at: usize) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix(b"eyJ")?;
    let length = 3 + run(rest, |byte| is_word(byte) || byte == b'.');
    let token = &text[at..at + length];
    let dots = token.iter().filter(|byte| **byte == b'.').count();
    (dots >= 2 && length >= 40).then_some(at..at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrubbed(text: &str) -> String {
        let found = values(text.as_bytes(), &names::is_secret);
        let mut text = text.to_owned();
        for range in found.into_iter().rev() {
            text.replace_range(range, "*");
        }
        text
    }

    #[test]
    fn values_are_found_by_their_names_in_any_text() {
        for (text, expected) in [
            (r#"{"access_token": "CANARY", "a": 1}"#, r#"{"access_token": "*", "a": 1}"#),
            (r#"{"access_token":"CAN\"ARY","#, r#"{"access_token":"*","#),
            (r#"{"access_token":"CANA"#, r#"{"access_token":"*"#),
            (r#"{"tokens":["CANARY", {"a":"CANARY"}], "#, r#"{"tokens":*, "#),
            (r#"{"tokens":["CANARY", "CANA"#, r#"{"tokens":*"#),
            (r#"{"json":"{\"token\":\"CANARY\"}"}"#, r#"{"json":"{\"token\":\"*\"}"}"#),
            ("data: {\"secret_key\":\"CANARY\"}\n\n", "data: {\"secret_key\":\"*\"}\n\n"),
            ("?a=b&X-Amz-Signature=CANARY&c=d", "?a=b&X-Amz-Signature=*&c=d"),
            ("?a=b&amp;Signature=CANARY&amp;c=d", "?a=b&amp;Signature=*&amp;c=d"),
            (r"?a=b\u0026sig=CANARY\u0026c=d", r"?a=b\u0026sig=*\u0026c=d"),
            ("?next=%3Fa%3Db%26sig%3DCANARY%26c", "?next=%3Fa%3Db%26sig%3D*%26c"),
            (
                "?next=%3FX%2DAmz%2DDate%3DCANARY%26api%5fkey%3DCANARY",
                "?next=%3FX%2DAmz%2DDate%3D*%26api%5fkey%3D*",
            ),
            ("?next=%253Fa%253Db%2526sig%253DCANARY", "?next=%253Fa%253Db%2526sig%253D*"),
            ("<Signature>CANARY</Signature>", "<Signature>*</Signature>"),
            (
                "<input name=\"csrf_token\" value=\"CANARY\">",
                "<input name=\"csrf_token\" value=\"*\">",
            ),
            ("password: hunter22!", "password: *"),
            ("Invalid token: expected a comma", "Invalid token: expected a comma"),
            ("policy=eyJjb25k&policy=strict", "policy=*&policy=strict"),
            (r#"{"next_page_token":"abc"}"#, r#"{"next_page_token":"abc"}"#),
            (r#"{"x":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"}"#, r#"{"x":"*"}"#),
            ("eyJpZCI6MX0", "eyJpZCI6MX0"),
            ("token", "token"),
            ("token=", "token="),
        ] {
            assert_eq!(scrubbed(text), expected, "{text}");
        }
    }
}
