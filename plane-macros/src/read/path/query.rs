//! The constant query after a path: `"/responses?beta=true"`.

use std::ops::Range;

use super::{
    is_escape, is_path_char,
    names::{self, is_word},
    reader::Reader,
    syntax::{concatenated, positional},
    text::escape,
};

impl Reader<'_> {
    /// Checks the query that starts here, after the `?`, and keeps it.
    pub(super) fn query(&mut self, start: usize) {
        let query = &self.path[start..];
        self.set_query(query);
        for (at, _) in query.match_indices("&amp;") {
            let spot = start + at..start + at + "&amp;".len();
            self.fixed(spot, "`&amp;` is the escape of HTML", "&");
        }
        if query.contains("&amp;") {
            return;
        }
        let mut names: Vec<String> = Vec::new();
        let mut at = start;
        for pair in query.split('&') {
            let spot = at..at + pair.len();
            at = spot.end + 1;
            // The pair and the sign before it, or after it.
            let whole = if spot.start > start {
                spot.start - 1..spot.end
            } else if at <= self.path.len() {
                spot.start..at
            } else {
                start - 1..spot.end
            };
            if self.pair(spot, whole, &mut names) {
                // The rest of a fragment is not a query.
                break;
            }
        }
    }

    /// Checks one parameter of the query, after those with these names; `whole` includes the sign that separates it. Returns
    /// `true` if a fragment starts in it.
    fn pair(&mut self, spot: Range<usize>, whole: Range<usize>, names: &mut Vec<String>) -> bool {
        let pair = &self.path[spot.clone()];
        let name = decoded(pair.split('=').next().unwrap_or_default());
        if let Some(at) = second_query(pair) {
            let instead = if at == 0 { "" } else { "&" };
            let second = spot.start + at..spot.start + at + 1;
            self.fixed(second, "a second `?`; parameters are separated by `&`", instead);
        } else if let Some(at) = variable_start(pair) {
            self.variable(pair, at, spot.start, whole);
        } else if !pair.trim_end_matches('=').contains('=') && self.is_queried(&name) {
            self.cut(whole);
            let message = "fields are sent in the query without being listed in the path";
            let note = if self.context.needs_marks { "; mark the field `#[query]`" } else { "" };
            self.wrong(spot, message, note);
        } else if name.is_empty() {
            let note = if pair.is_empty() { "" } else { "; a parameter is `name=value`" };
            let spot = if spot.is_empty() { whole.start..spot.end } else { spot };
            self.cut(whole);
            self.wrong(spot, "a constant query parameter needs a name", note);
        } else if names.contains(&name) {
            let message = format!("constant query parameter `{name}` is repeated; remove one");
            self.cut(whole);
            self.wrong(spot, message, "");
        } else {
            names.push(name);
            return self.characters(spot);
        }
        false
    }

    /// Reports a parameter in the query, and removes it.
    fn variable(&mut self, pair: &str, open: usize, start: usize, whole: Range<usize>) {
        let end = pair[open..].find(['>', '}']).map_or(pair.len(), |end| open + end + 1);
        // An intended parameter may be an argument.
        let name = pair.split('=').next().unwrap_or(pair).trim_matches(|c: char| !is_word(c));
        let inner = pair[open..end].trim_matches(|c: char| !is_word(c));
        let is_known = |name: &str| self.context.fields.contains(&name);
        let is_known = is_known(name) || is_known(inner);
        let note = match (is_known || !names::is_name(name), self.is_query_marked()) {
            (true, _) => self.query_note().to_owned(),
            (false, false) => format!("; declare a field `{name}`, which is sent in the query"),
            (false, true) => format!("; declare a field `{name}` with `#[query]`"),
        };
        if !is_known {
            self.set_unclear();
        }
        self.cut(whole);
        self.wrong(start + open..start + end, "the query in a path is constant", note);
    }

    /// Returns `true` if a field is sent in the query under this name.
    fn is_queried(&self, name: &str) -> bool {
        self.context.queried.iter().any(|field| field == name)
            && !self.params().any(|param| param.name == name)
    }

    /// Returns `true` if only marked fields are sent in the query.
    const fn is_query_marked(&self) -> bool {
        self.context.has_body || self.context.needs_marks
    }

    /// Returns the advice about a query that depends on values.
    pub(super) fn query_note(&self) -> &'static str {
        if self.is_query_marked() {
            "; fields marked `#[query]` are sent in the query without being listed in the path"
        } else {
            "; fields are sent in the query without being listed in the path"
        }
    }

    /// Checks the characters of a pair. It is sent unchanged, so it must consist of characters that a query may contain
    /// (RFC 3986), and of brackets, which servers expect unencoded. Returns `true` if a fragment starts in it.
    fn characters(&mut self, spot: Range<usize>) -> bool {
        for (offset, c) in self.path[spot.clone()].char_indices() {
            let at = spot.start + offset;
            let here = at..at + c.len_utf8();
            match c {
                '#' => {
                    self.fragment(at);
                    return true;
                }
                '%' if is_escape(&self.path[at..]) => {}
                '%' => {
                    let note = ", in which `%25` is the character itself";
                    self.noted(here, "`%` starts an escape such as `%20`", "%25", note);
                }
                ' ' => self.fixed(here, "a query has no spaces", "%20"),
                _ if is_path_char(c) || "/?[]".contains(c) => {}
                _ => self.fixed(here, "invalid character in a query", &escape(c)),
            }
        }
        false
    }
}

/// Returns the `?` of a second query in a pair: before the name, or before another name in a value that is no URL.
fn second_query(pair: &str) -> Option<usize> {
    if pair.starts_with('?') {
        return Some(0);
    }
    let (before, after) = pair.split_once('?')?;
    let name = after.split('=').next().filter(|name| name.len() < after.len())?;
    let is_name = !name.is_empty() && name.chars().all(is_word);
    (is_name && !before.contains(['/', ':', '%'])).then_some(before.len())
}

/// Returns the start of the value in a pair that is a parameter, in any language: `<id>`, `{id}`, `%s`, and
/// `:id` after `id=`.
fn variable_start(pair: &str) -> Option<usize> {
    let in_brackets = pair.find(['<', '{']);
    in_brackets.or_else(|| {
        let (name, value) = pair.split_once('=')?;
        let is_variable = value.starts_with('%') && positional(value).is_some()
            || concatenated(value).is_some()
            || value.strip_prefix([':', '$']) == Some(name);
        is_variable.then_some(name.len() + 1)
    })
}

/// Returns a name in unencoded form.
pub(crate) fn decoded(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let [byte, tail @ ..] = rest {
        let digits = tail.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        (rest, _) = match (byte, escaped) {
            (b'%', Some(escaped)) => (&tail[2..], bytes.push(escaped)),
            (byte, _) => (tail, bytes.push(*byte)),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
