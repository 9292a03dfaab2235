//! Paths that are regular expressions, as in Django's `re_path`.

use super::{
    names::is_word,
    syntax::{closing, query_start},
};

/// A part of a regular expression.
struct Pattern {
    length: usize,
    /// The text of a path for it.
    instead: String,
    /// `true` if it is no part of a path.
    is_sure: bool,
}

/// Returns the path that a regular expression means, with its groups and patterns in braces.
pub(super) fn path_of(text: &str) -> Option<String> {
    if !text.contains(['^', '\\', '[', '(', '.']) {
        return None;
    }
    let anchored = ["/^", "^", "\\A"].iter().find_map(|start| text.strip_prefix(start));
    let (mut path, mut is_regex) = (String::new(), anchored.is_some());
    let text = anchored.unwrap_or(text);
    let is_optional = text.ends_with('?') || text.ends_with("?$");
    let (mut rest, query) = text.split_at(if is_optional { text.len() } else { query_start(text) });
    while let Some(c) = rest.chars().next() {
        let is_first = path.is_empty() || path.ends_with('/');
        let (length, instead) = match pattern(rest, is_first) {
            Some(pattern) => {
                is_regex |= pattern.is_sure;
                (pattern.length, pattern.instead)
            }
            None => {
                let length = parameter(rest).unwrap_or(c.len_utf8());
                (length, rest[..length].to_owned())
            }
        };
        path.push_str(&instead);
        rest = &rest[length..];
    }
    let end = ["$/", "$", "\\Z", "\\z"].iter().find_map(|end| path.strip_suffix(end));
    is_regex.then(|| format!("{}{query}", end.unwrap_or(&path)))
}

/// Returns the length of the parameter that starts here, which may have a pattern of its own: `{id:[0-9]+}`, `<id>`,
/// `:id(\d+)`.
fn parameter(rest: &str) -> Option<usize> {
    let close = match rest.as_bytes().first()? {
        b'{' => return Some(closing(rest, 0, "{", "}")),
        b'<' => return rest.find('>').map(|end| end + 1),
        b':' => rest[1..].find(|c| !is_word(c))? + 1,
        _ => return None,
    };
    rest[close..].starts_with('(').then(|| closing(rest, close, "(", ")"))
}

/// Reads a pattern, at the start of a segment or behind other text.
fn pattern(rest: &str, is_first: bool) -> Option<Pattern> {
    let parameter = |length: usize, name: &str| {
        let length = length + quantifier(&rest[length..]);
        Some(Pattern { length, instead: format!("{{{name}}}"), is_sure: true })
    };
    if rest.starts_with('(') {
        let length = closing(rest, 0, "(", ")");
        let inner = &rest[1..length];
        let named = inner.strip_prefix("?P<").or_else(|| inner.strip_prefix("?<"));
        if let Some((name, _)) = named.and_then(|named| named.split_once('>')) {
            return parameter(length, name);
        }
        let is_left_out = rest[length..].starts_with('?') && inner.starts_with(['?', '\\']);
        if is_left_out {
            return Some(Pattern { length: length + 1, instead: String::new(), is_sure: true });
        }
        let is_pattern = inner.starts_with("?:")
            || (0..inner.len())
                .any(|at| inner.is_char_boundary(at) && matches_any(&inner[at..]).is_some());
        return is_pattern.then(|| parameter(length, "")).flatten();
    }
    if let Some(length) = matches_any(rest) {
        let after = length + quantifier(&rest[length..]);
        let is_segment = is_first && (after == rest.len() || rest[after..].starts_with(['/', '$']));
        return if rest.starts_with('.') && !is_segment { None } else { parameter(length, "") };
    }
    let escaped = rest.strip_prefix('\\')?.chars().next().filter(|&c| "./-_".contains(c));
    let slash = rest.strip_prefix("/?").filter(|after| after.is_empty() || *after == "$");
    let (length, c) = match (escaped, slash) {
        (Some(c), _) => (2, c),
        (None, slash) => slash.map(|_| (2, '/'))?,
    };
    Some(Pattern { length, instead: c.to_string(), is_sure: false })
}

/// Returns the length of the set of characters that starts here: `\d`, `[0-9]`, `.+`.
pub(super) fn matches_any(rest: &str) -> Option<usize> {
    if let Some(class) = rest.strip_prefix('\\') {
        let is_class = class.starts_with(['d', 'w', 'S', 'D', 'W']);
        // Backslashes may also be meant as slashes: `\w\<slug>`.
        let is_name = |c: char| is_word(c) || c == '\\';
        return (is_class && !class[1..].starts_with(is_name)).then_some(2);
    }
    if rest.starts_with('[') {
        let length = rest.find(']')? + 1;
        let set = &rest[1..length];
        let is_range = |range: &&str| set.contains(range);
        let is_set = set.starts_with('^') || ["0-9", "a-z", "A-Z", "\\"].iter().any(is_range);
        return is_set.then_some(length);
    }
    (rest.starts_with(".+") || rest.starts_with(".*")).then_some(1)
}

/// Returns the length of `+`, `*` and `{1,3}`.
fn quantifier(rest: &str) -> usize {
    if let Some((count, _)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        let is_count = count.chars().all(|c| c.is_ascii_digit() || c == ',');
        return if is_count && !count.is_empty() { count.len() + 2 } else { 0 };
    }
    let length = rest.find(|c| c != '+' && c != '*').unwrap_or(rest.len());
    length + usize::from(length > 0 && rest[length..].starts_with('?'))
}
