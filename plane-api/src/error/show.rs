//! Formats an error as one line that contains no secrets.

use std::{
    borrow::Cow,
    fmt::{self, Write},
};

use http::{HeaderMap, StatusCode, header};

use super::{CallSite, Error, ErrorKind, FieldError};
use crate::{redact::Redaction, text, work};

/// The maximum number of characters of a text that an error shows, and of the description of an invalid request.
const MAX_TEXT: usize = 300;
const MAX_REQUEST: usize = 4096;
/// The maximum number of fields that an error shows.
const MAX_FIELDS: usize = 10;

/// Returns advice if the status alone gives none. `target` is the requested path, below the API root.
pub(super) fn hint(
    status: StatusCode,
    headers: &HeaderMap,
    target: &str,
    redaction: &Redaction,
) -> Cow<'static, str> {
    if status == StatusCode::NOT_MODIFIED {
        return "the object has not changed since the version that the request names".into();
    }
    if !status.is_redirection() {
        return "".into();
    }
    let path = |text: &str| {
        work::count(text.len());
        text.split(['?', '#']).next().unwrap_or_default().to_owned()
    };
    let location = headers.get(header::LOCATION).and_then(text::header).map(path);
    let Some(location) = location.filter(|location| !location.trim().is_empty()) else {
        return "redirects are not followed; check the base URL".into();
    };
    let advice = if location.ends_with(&(path(target) + "/")) {
        "add the trailing slash to the endpoint's path"
    } else {
        "check the base URL, or declare the response type `Redirect`"
    };
    let location = redaction.redacted_text(&location);
    format!("redirects are not followed; {advice}; the target is {location}").into()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if let Some(CallSite { spec, host, .. }) = &self.0.call {
            write!(f, "{} {}", spec.method, spec.template())?;
            if let Some(host) = host {
                write!(f, " at {host}")?;
            }
            separator = ": ";
        }
        if let Some(rejection) = &self.0.rejection {
            write!(f, "{separator}{}", rejection.status)?;
            separator = ": ";
        }
        let hint: &str = if self.is_route_missing() {
            "the server has no such route; check its edition, the base URL and the ids in the path"
        } else {
            &self.0.message
        };
        if !hint.is_empty() {
            // An invalid request is described completely, with everything that has to be corrected.
            let length = if self.0.kind == ErrorKind::Request { MAX_REQUEST } else { MAX_TEXT };
            f.write_str(separator)?;
            write_line(f, hint, length)?;
            separator = ": ";
        }
        // Without a sentence, the code is the server's only message.
        if let Some(detail) = self.detail().or_else(|| self.code()) {
            write!(f, "{separator}{}", OneLine(detail))?;
            separator = "; ";
        }
        let fields = self.field_errors();
        for FieldError { field, code, messages } in fields.iter().take(MAX_FIELDS) {
            let message = messages.join(" ");
            let message =
                if message.is_empty() { code.as_deref().unwrap_or_default() } else { &message };
            write!(f, "{separator}{}", OneLine(field))?;
            // A message that is also the sentence was already written.
            if self.detail() != Some(message) {
                write!(f, ": {}", OneLine(message))?;
            }
            separator = "; ";
        }
        match fields.len().saturating_sub(MAX_FIELDS) {
            0 => Ok(()),
            1 => f.write_str("; and 1 more field"),
            more => write!(f, "; and {more} more fields"),
        }
    }
}

/// Formats foreign text as part of one readable line: without line breaks and control characters, truncated, and
/// without the queries of URLs, which may contain signatures.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_line(f, self.0, MAX_TEXT)
    }
}

/// Writes at most this many characters of a text, like [`OneLine`].
fn write_line(f: &mut fmt::Formatter<'_>, text: &str, length: usize) -> fmt::Result {
    work::count(text.len());
    let text = text.trim();
    let (mut in_query, mut skip_to) = (false, 0);
    let mut word = Word::default();
    for (at, char) in text.char_indices().take(length) {
        if at >= word.end {
            word = Word::at(text, at);
        }
        if at < skip_to || in_query && !char.is_whitespace() {
            continue;
        }
        if let Some(length) = user_info(&text[..at], &text[at..]) {
            f.write_str("…@")?;
            skip_to = at + length;
            continue;
        }
        in_query = matches!(char, '?' | '#') && word.has_query_at(at);
        if in_query {
            write!(f, "{char}…")?;
            continue;
        }
        // Includes characters that change the direction of the surrounding text.
        let unprintable =
            char.is_control() || matches!(char, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        f.write_char(if unprintable { ' ' } else { char })?;
    }
    if text.chars().nth(length).is_some() { f.write_str("…") } else { Ok(()) }
}

/// Returns the length of the user info that follows (`user:password@`), if a URL may have one here.
fn user_info(before: &str, rest: &str) -> Option<usize> {
    if !before.ends_with("//") {
        return None;
    }
    let end = |char: char| char.is_whitespace() || matches!(char, '/' | '?' | '#');
    let rest = rest.split(end).next()?;
    work::count(rest.len());
    rest.rfind('@').map(|at| at + 1)
}

/// Facts about a word. They are collected once, regardless of the number of question marks.
#[derive(Default)]
struct Word {
    /// The start of the white space after the word, or the end of the white space if there is no word.
    end: usize,
    /// The position of the last `=` of the word.
    equals: Option<usize>,
    /// The position of the first `://` of the word.
    scheme: Option<usize>,
}

impl Word {
    fn at(text: &str, start: usize) -> Self {
        let rest = &text[start..];
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        work::count(word.len());
        let place = |at| start + at;
        Self {
            end: start + word.len().max(1),
            equals: word.rfind('=').map(place),
            scheme: word.find("://").map(place),
        }
    }

    /// Returns `true` if a query or fragment of a URL follows this character. A question mark may also end a sentence.
    fn has_query_at(&self, at: usize) -> bool {
        let is_url = self.scheme.is_some_and(|scheme| scheme + "://".len() <= at);
        self.equals.is_some_and(|equals| equals > at) || is_url && at + 1 < self.end
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.0.kind).field("delivery", &self.0.delivery);
        debug.field("message", &format_args!("{self}"));
        if let Some(code) = self.code() {
            debug.field("code", &format_args!("{}", OneLine(code)));
        }
        if let Some(path) = &self.0.json_path {
            debug.field("json_path", path);
        }
        if let Some(call) = &self.0.call {
            debug.field("attempts", &call.attempts);
        }
        if let Some(source) = &self.0.source {
            debug.field("source", source);
        }
        debug.finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, StatusCode, header};
    use proptest::prelude::*;

    use super::{OneLine, hint};
    use crate::{redact::Redaction, work};

    #[test]
    fn text_from_elsewhere_is_tamed() {
        let cases = [
            (" a\nb\u{1b}[31m\u{202e}c ", "a b [31m c"),
            ("Really? Yes.", "Really? Yes."),
            ("see https://a.example/b?X-Sig=c&d=e for more", "see https://a.example/b?… for more"),
            ("'/b?sig=c', or (/b?sig=c)", "'/b?… or (/b?…"),
            ("https://a.example/?a=(b)&c=d e", "https://a.example/?… e"),
            (
                "https://a.example/?word https://a.example/#t=u",
                "https://a.example/?… https://a.example/#…",
            ),
            ("?a=b", "?…"),
            ("see https://me:secret@a.example/b for more", "see https://…@a.example/b for more"),
            ("(//tok@en@a.example)", "(//…@a.example)"),
            ("mail me@a.example // not@ a URL", "mail me@a.example // not@ a URL"),
        ];
        for (text, expected) in cases {
            assert_eq!(OneLine(text).to_string(), expected);
        }
        let long = OneLine(&"x".repeat(999)).to_string();
        assert_eq!(long.chars().count(), 301);
    }

    /// Computes the same as [`super::Word`], in a simple way.
    fn begins_query(before: &str, rest: &str) -> bool {
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let rest = rest.split(char::is_whitespace).next().unwrap_or_default();
        rest.contains('=') || word.contains("://") && !rest.is_empty()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_word_is_looked_at_once(text in "[?#=:/a \u{3000}é]{0,24}") {
            let mut word = super::Word::default();
            for (at, char) in text.char_indices() {
                if at >= word.end {
                    word = super::Word::at(&text, at);
                }
                if matches!(char, '?' | '#') {
                    let expected = begins_query(&text[..at], &text[at + 1..]);
                    prop_assert_eq!(word.has_query_at(at), expected, "{} at {}", text, at);
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_show_text_from_elsewhere_is_linear(pattern in r"[?#=:/@a \n]{1,8}") {
            let input = |length| work::repeated(&pattern, length);
            // One length that is shown whole, and one that is truncated. The constant covers the output buffer, which
            // doubles: with twice the input it may have grown once more.
            for length in [128, 8 << 10] {
                work::assert_linear(length, 2048, input, |text| drop(OneLine(text).to_string()));
            }
        }

        #[test]
        fn the_work_for_a_redirect_is_linear(pattern in "[?#/a]{1,8}") {
            let input = |length| {
                let location = work::repeated(&pattern, length);
                let mut headers = HeaderMap::new();
                headers.insert(header::LOCATION, HeaderValue::try_from(&location).unwrap());
                (headers, location)
            };
            work::assert_linear(4 << 10, 256, input, |(headers, target)| {
                hint(StatusCode::FOUND, headers, target, &Redaction::default());
            });
        }
    }
}
