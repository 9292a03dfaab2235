//! The parameters of other languages and frameworks.

use super::{
    is_escape,
    names::{is_name, is_word},
};

/// Their brackets. The longest come first.
const BRACKETS: [(&str, &str); 29] = [
    ("<<", ">>"),
    ("\"<", ">\""),
    ("(?P<", ")"),
    ("&lt;", "&gt;"),
    ("%3C", "%3E"),
    ("%3c", "%3e"),
    ("%7B", "%7D"),
    ("%7b", "%7d"),
    ("[[...", "]]"),
    ("<%=", "%>"),
    ("${", "}"),
    ("#{", "}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{", "}"),
    ("[", "]"),
    ("%{", "}"),
    ("%(", ")s"),
    ("$(", ")"),
    ("\\(", ")"),
    ("</", ">"),
    (">", "<"),
    ("\u{ab}", "\u{bb}"),
    ("\u{2039}", "\u{203a}"),
    ("\u{27e8}", "\u{27e9}"),
    ("\u{3008}", "\u{3009}"),
    ("\u{ff1c}", "\u{ff1e}"),
    ("\u{ff5b}", "\u{ff5d}"),
    ("\u{ff08}", "\u{ff09}"),
];

/// Returns the brackets that open here.
pub(super) fn bracket(rest: &str) -> Option<(&'static str, &'static str)> {
    // Most of a path is words and `<name>`.
    if rest.strip_prefix('<').unwrap_or(rest).starts_with(is_word) {
        return None;
    }
    // These are also text.
    let is_there = |open: &str, close: &str| match open {
        ">" => rest[1..].trim_start_matches(is_word).starts_with(close) && !rest.starts_with("><"),
        "</" | "\"<" | "$(" | "%(" => rest.contains(close),
        _ => true,
    };
    BRACKETS.into_iter().find(|&(open, close)| rest.starts_with(open) && is_there(open, close))
}

/// Returns the end of the bracket that opens here, with nested ones in between; the end of the path if it is not closed.
pub(super) fn closing(path: &str, start: usize, open: &str, close: &str) -> usize {
    let inside = start + open.len();
    let (opens, mut depth) = (open.chars().last(), 0_usize);
    for (at, c) in path[inside..].char_indices().map(|(at, c)| (inside + at, c)) {
        if depth == 0 && path[at..].starts_with(close) {
            return at + close.len();
        }
        if Some(c) == opens {
            depth += 1;
        } else if close.starts_with(c) {
            depth = depth.saturating_sub(1);
        }
    }
    path.len()
}

/// Returns the length of the `%s`, `%1$d`, `%@` or `$1` that starts here: a parameter without a name.
pub(super) fn positional(rest: &str) -> Option<usize> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if let Some(after) = rest.strip_prefix('$') {
        let length = digits(after);
        let is_end = after[length..].starts_with(|c| !is_word(c)) || after.len() == length;
        return (length > 0 && is_end).then_some(1 + length);
    }
    let after = rest.strip_prefix('%')?;
    let length = digits(after);
    let length = if after[length..].starts_with('$') { length + 1 } else { 0 };
    let is_letter = after[length..].starts_with(['s', 'd', 'i', 'u', 'v', '@']);
    (is_letter && !is_escape(rest)).then_some(length + 2)
}

/// Returns the name and the length of the `' + name + '` that starts here: concatenated strings of another language.
pub(super) fn concatenated(rest: &str) -> Option<(&str, usize)> {
    let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))?;
    let after = rest[1..].trim_start();
    let sign = after.chars().next().filter(|c| matches!(c, '+' | '.' | ',' | '&' | '~'))?;
    let after = after[1..].trim_start();
    let stop = after.find(|c| !is_word(c) && !matches!(c, '$' | '.' | '(' | ')'));
    let (name, after) = after.split_at(stop.unwrap_or(after.len()));
    // The value of a method call is that of the variable.
    let name = name
        .split_once('(')
        .map_or(name, |(call, _)| call.rsplit_once('.').map_or(call, |(value, _)| value));
    let after = after.trim_start();
    let after = after.strip_prefix(sign).map_or(after, str::trim_start);
    let after = after.strip_prefix(quote).unwrap_or(after);
    let last = name.rsplit(|c| !is_word(c)).find(|word| !word.is_empty())?;
    is_name(last).then_some((name, rest.len() - after.len()))
}

/// Returns the start of the query: a `?` that is not part of a parameter in another style, such as `<name?>`, `:name?`,
/// `(?P<name>…)` and `{?name}`.
pub(super) fn query_start(path: &str) -> usize {
    let starts = |&(at, _): &(usize, &str)| {
        !path[..at].ends_with(['(', '{'])
            && path[at + 1..]
                .starts_with(|next| !matches!(next, '/' | '\\' | '>' | '}' | ']' | ':' | '('))
    };
    path.match_indices('?').find(starts).map_or(path.len(), |(at, _)| at)
}
