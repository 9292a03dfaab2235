//! Rust's words and punctuation, without comments and literals.

/// A word, or a single punctuation character.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// Its line, from 1.
    pub(super) line: usize,
}

/// Returns the tokens of a source. Raw identifiers lose their `r#`.
pub(super) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let (length, is_token) = match first {
            _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
            _ if rest.starts_with("/*") => (block_comment(rest), false),
            '"' => (string(rest), false),
            '\'' => (quote(rest), false),
            _ if is_word(first) => word(rest),
            _ => (first.len_utf8(), !first.is_whitespace()),
        };
        let (text, behind) = rest.split_at(length);
        if is_token {
            tokens.push(Token { text: text.strip_prefix("r#").unwrap_or(text), line });
        }
        line += text.matches('\n').count();
        rest = behind;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_length(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

/// Returns the length of a word, or of a literal with a prefix, and `true` if it is a word.
fn word(text: &str) -> (usize, bool) {
    let length = word_length(text);
    let (prefix, rest) = text.split_at(length);
    match prefix {
        "r" | "br" | "cr" => {
            let hashes = rest.find(|c| c != '#').unwrap_or(rest.len());
            if rest[hashes..].starts_with('"') {
                let end = format!("\"{}", &rest[..hashes]);
                let start = length + hashes + 1;
                let close =
                    text[start..].find(&end).map_or(text.len(), |at| start + at + end.len());
                return (close, false);
            }
            if prefix == "r" && hashes == 1 {
                return (length + 1 + word_length(&rest[1..]), true);
            }
        }
        "b" | "c" if rest.starts_with('"') => return (length + string(rest), false),
        "b" if rest.starts_with('\'') => return (length + quote(rest), false),
        _ => {}
    }
    (length, true)
}

/// Returns the length of a string, including the quotes.
fn string(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Returns the length of a character, or of the quote before a lifetime or label.
fn quote(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let start = at + escaped.len_utf8();
            text[start..].find('\'').map_or(text.len(), |end| start + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// Returns the length of a comment, which may contain others.
fn block_comment(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (at, depth) = (at + 2, depth + 1);
        } else if rest.starts_with("*/") {
            (at, depth) = (at + 2, depth - 1);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

#[test]
fn comments_and_literals_are_no_tokens() {
    let source = r####"
        a // crate::line
        /* crate::block /* nested */ "still" */ b
        "crate::string \" crate::escaped" r#"crate::raw "quoted" "# br"crate::bytes" b"\\" c"x"
        'x' '\'' '\u{1F600}' b'"' 'lifetime "crate::behind" r#type
        "two
        lines" c"####;
    let found: Vec<_> = tokens(source).iter().map(|token| (token.text, token.line)).collect();
    assert_eq!(found, [("a", 2), ("b", 3), ("lifetime", 5), ("type", 5), ("c", 7)]);
}
