//! Finds the values of secrets in arbitrary text by their names, even if the text is truncated: `"token": "…"`,
//! `token=…`, `<Token>…`, `name="token" value="…"`, and the part of a multipart body. The caller decodes escapes.

use std::ops::Range;

use super::{
    names,
    shapes::{after_scheme, is_word, looks_random, run, token},
};

/// Longer words are not names.
const MAX_NAME: usize = 80;

/// The text between a name and its value. A colon is also part of ordinary text.
const SEPARATORS: [&str; 3] = ["=>", "=", ":"];

/// Finds the values whose names are secret.
pub(super) fn values(text: &[u8], is_name: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    // The last value that precedes its name: `value="…" name="token"`.
    let mut before: Option<Range<usize>> = None;
    while at < text.len() {
        let length = run(&text[at..], is_word);
        let end = at + length.max(1);
        if length == 0 {
            before = before.filter(|_| !b"<>{}".contains(&text[at]));
            at = end;
            continue;
        }
        let word = std::str::from_utf8(&text[at..end]).unwrap_or_default();
        let value = (length <= MAX_NAME).then(|| of_name(text, at..end, is_name)).flatten();
        let is_element = before_name(text, at) == Some(b'<');
        if is_name(word) {
            found.extend(before.take());
        } else if value.is_none() && names::is_value_member(word) {
            before = quoted_value(text, end).or(before);
        }
        // The attributes of an element may have secrets, too.
        at = value.as_ref().map_or(end, |value| if is_element { end } else { value.end.max(end) });
        found.extend(value.filter(|value| !value.is_empty() && !is_literal(&text[value.clone()])));
    }
    found
}

fn is_literal(value: &[u8]) -> bool {
    [&b"true"[..], b"false", b"null", b"None", b"undefined"].contains(&value)
}

/// Returns the byte before a name and its namespace.
fn before_name(text: &[u8], at: usize) -> Option<u8> {
    let namespace = text[..at].iter().rev().take(MAX_NAME);
    let length = match text[..at].last() {
        Some(b':') => 1 + namespace.skip(1).take_while(|byte| is_word(**byte)).count(),
        _ => 0,
    };
    text[..at - length].last().copied()
}

/// Returns the value of the name at this position.
fn of_name(
    text: &[u8],
    word: Range<usize>,
    is_name: &dyn Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let name = std::str::from_utf8(&text[word.clone()]).ok()?;
    let is_policy = name.eq_ignore_ascii_case("policy");
    let is_code = name == "code" && matches!(text[..word.start].last(), Some(b'?' | b'&' | b'#'));
    if !is_policy && !is_code && !is_name(name) {
        return None;
    }
    let reader = Reader { text, at: word.end };
    if before_name(text, word.start) == Some(b'<') {
        return reader.element(name);
    }
    let value =
        reader.value(names::normal(name).ends_with("cookie"), is_named(text, word.start))?;
    let bytes = &text[value.clone()];
    let is_secret = match () {
        () if is_policy => names::is_policy("policy", bytes),
        // Other codes are short: those of countries and errors.
        () if is_code && !is_name(name) => {
            let code = &bytes[..run(bytes, |byte| byte != b'#')];
            code.len() >= 8 && looks_random(code)
        }
        () => true,
    };
    is_secret.then_some(value)
}

/// Returns `true` if the name is itself a value: `name="token"`.
fn is_named(text: &[u8], at: usize) -> bool {
    let before = text[..at].strip_suffix(b"\"").or(text[..at].strip_suffix(b"'"));
    before.unwrap_or(&text[..at]).ends_with(b"name=")
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

    fn skip_space(&mut self) {
        self.at += run(self.rest(), |byte| byte.is_ascii_whitespace());
    }

    fn quote(&mut self) -> Option<u8> {
        let is_quote = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`');
        let quote = self.rest().first().copied().filter(is_quote)?;
        self.at += 1;
        Some(quote)
    }

    /// Skips the quote before a string, including those of Python: `b'…'`, `"""…"""`.
    fn opening(&mut self) -> Option<u8> {
        let mut next = *self;
        next.at += run(next.rest(), |byte| b"bBfFrRuU".contains(&byte)).min(2);
        let quote = next.quote()?;
        if next.rest().starts_with(&[quote, quote]) {
            next.at += 2;
        }
        *self = next;
        Some(quote)
    }

    /// Returns the text of the element whose name ends here, or its whole content if it contains elements.
    fn element(mut self, name: &str) -> Option<Range<usize>> {
        self.at += run(self.rest(), |byte| byte != b'<' && byte != b'>');
        if self.text[..self.at].ends_with(b"/") || !self.take(">") {
            return None;
        }
        self.skip_space();
        if self.take("<![CDATA[") {
            let rest = self.rest();
            let length = memchr::memmem::find(rest, b"]]>").unwrap_or(rest.len());
            return Some(self.at..self.at + length);
        }
        let rest = self.rest();
        let length = match run(rest, |byte| byte != b'<') {
            0 if rest.starts_with(b"<") => memchr::memmem::find_iter(rest, "</")
                .find(|at| {
                    let tag = &rest[at + 2..];
                    tag[..run(tag, |byte| is_word(byte) || byte == b':')].ends_with(name.as_bytes())
                })
                .unwrap_or(rest.len()),
            length => length,
        };
        Some(self.at..self.at + length)
    }

    /// Skips the end of a name, and the name of the value if there is one: `name="token" value=`. A name that is a
    /// value itself may name a part, whose content follows an empty line.
    fn separator(&mut self, is_named: bool) -> Option<&'static str> {
        // `user[password]=`
        self.take("]");
        let is_quoted = self.quote().is_some();
        let space = self.at;
        self.skip_space();
        let space = &self.text[space..self.at];
        if is_named && (space.ends_with(b"\n\r\n") || space.ends_with(b"\n\n")) {
            return Some("");
        }
        if is_quoted || is_named {
            let mut next = *self;
            if next.take(",") || next.take(";") {
                next.skip_space();
            }
            next.quote();
            let word = run(next.rest(), is_word);
            if std::str::from_utf8(&next.rest()[..word]).is_ok_and(names::is_value_member) {
                next.at += word;
                next.quote();
                next.skip_space();
                *self = next;
            }
        }
        let separator = SEPARATORS.into_iter().find(|part| self.take(part))?;
        self.skip_space();
        Some(separator)
    }

    /// Returns the value after a name. After a colon, a value without quotes must look random.
    fn value(mut self, is_cookie: bool, is_named: bool) -> Option<Range<usize>> {
        let separator = self.separator(is_named)?;
        if let Some(quote) = self.opening() {
            return Some(self.quoted(quote));
        }
        if matches!(self.rest().first(), Some(b'[' | b'{')) {
            return Some(self.at..self.at + nested(self.rest()));
        }
        if let Some(space) = after_scheme(self.rest()) {
            let start = self.at + space;
            self.at = start;
            let length = token(self.rest());
            // `Digest username="…", response="…"`
            let line = || run(self.rest(), |byte| !b"\r\n'<>`".contains(&byte));
            return Some(start..start + if length == 0 { line() } else { length });
        }
        let is_end = |byte: u8| {
            byte.is_ascii_whitespace() && !(is_cookie && byte == b' ')
                || b"&\"'<>,)}]\\`|".contains(&byte)
                || byte == b';' && !is_cookie
        };
        let length = run(self.rest(), |byte| !is_end(byte));
        let bytes = &self.rest()[..length];
        (separator != ":" || looks_random(bytes)).then_some(self.at..self.at + length)
    }

    /// Returns the text up to the closing quote, or to the end of a truncated text.
    fn quoted(self, quote: u8) -> Range<usize> {
        let rest = self.rest();
        let mut length = 0;
        while length < rest.len() && rest[length] != quote {
            length += if rest[length] == b'\\' { 2 } else { 1 };
        }
        self.at..self.at + length.min(rest.len())
    }
}

/// Returns the quoted value after the name of a value.
fn quoted_value(text: &[u8], at: usize) -> Option<Range<usize>> {
    let mut reader = Reader { text, at };
    reader.quote();
    reader.skip_space();
    SEPARATORS.into_iter().find(|part| reader.take(part))?;
    reader.skip_space();
    let quote = reader.quote()?;
    let place = reader.at..reader.at + run(reader.rest(), |byte| byte != quote && byte != b'\n');
    (!place.is_empty()).then_some(place)
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
