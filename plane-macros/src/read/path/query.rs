//! The constant query after a path: `"/responses?beta=true"`.

use std::ops::Range;

use super::{Mistake, is_escape, is_path_char, reader::Reader};

impl Reader<'_> {
    /// Checks the query that starts here, after the `?`, and keeps it.
    pub(super) fn query(&mut self, start: usize) {
        let query = &self.path[start..];
        let mut names: Vec<String> = Vec::new();
        let mut at = start;
        let before = self.mistakes.len();
        if let Some(at) = query.find("&amp;") {
            let spot = start + at..start + at + "&amp;".len();
            return self.fixed(spot, "`&amp;` is the escape of HTML", "&");
        }
        for pair in query.split('&') {
            let spot = at..at + pair.len();
            at = spot.end + 1;
            let name = decoded(pair.split('=').next().unwrap_or_default());
            if let Some(mistake) = wrong_characters(self.path, &spot) {
                // An intended parameter may be an argument.
                if self.path[spot.clone()].contains(['<', '{']) {
                    self.set_unclear();
                }
                self.mistakes.push(mistake);
                // The rest of a fragment or of a parameter is not a query.
                break;
            }
            if name.is_empty() {
                let message = "a constant query parameter needs a name";
                let spot = if spot.is_empty() { start - 1..spot.end } else { spot };
                self.wrong(spot, message, "write `?name=value`");
            } else if names.contains(&name) {
                let message = format!("constant query parameter `{name}` is repeated; remove one");
                self.wrong(spot, message, "");
            } else {
                names.push(name);
            }
        }
        if self.mistakes.len() == before {
            self.set_query(query);
        }
    }
}

/// Returns the mistake in the characters of a constant query. It is sent unchanged, so it must consist of characters
/// that a query may contain (RFC 3986), and of brackets, which servers expect unencoded.
fn wrong_characters(path: &str, spot: &Range<usize>) -> Option<Mistake> {
    let is_allowed = |at: usize, c: char| match c {
        '%' => is_escape(&path[at..]),
        _ => is_path_char(c) || "/?[]".contains(c),
    };
    let mut chars = path[spot.clone()].char_indices().map(|(at, c)| (spot.start + at, c));
    let (at, c) = chars.find(|&(at, c)| !is_allowed(at, c))?;
    let end = path[at..].find(['>', '}']).map_or(path.len(), |end| at + end + 1);
    let (spot, message, help) = match c {
        '<' | '{' => (
            at..end,
            "the query in a path is constant",
            "declare a field; it is sent in the query, or mark it `#[query]`",
        ),
        '#' => (at..at + 1, "a path has no fragment; it is not sent to a server", ""),
        '%' => (
            at..at + 1,
            "`%` starts an escape such as `%20`",
            "write `%25` for the character itself",
        ),
        ' ' => (at..at + 1, "a query has no spaces", "write `%20` for an intended space"),
        _ => (
            at..at + c.len_utf8(),
            "invalid character in a query",
            "write its percent-encoded form",
        ),
    };
    Some(Mistake::new(spot, message, help))
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
