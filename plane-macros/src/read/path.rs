//! The path literal: `"/customers/<customer_id>/"` -> [`Template`]. Knows nothing of the struct.

mod query;

use std::ops::Range;

use syn::LitStr;

pub(crate) use self::query::decoded;

/// A path, cut at its parameters.
#[derive(Debug, PartialEq)]
pub(crate) struct Template {
    parts: Vec<Part>,
    /// The constant query, without `?`. Empty if there is none.
    pub(crate) query: String,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Text(String),
    Param(Param),
}

/// One `<name>`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Param {
    /// The name, without `r#`.
    pub(crate) name: String,
    /// Whether its value may be of several segments: `<name..>`.
    pub(crate) several: bool,
    /// Whether it is a segment of its own.
    pub(crate) alone: bool,
    /// The range of `<name>` in the literal's value, in bytes.
    pub(crate) spot: Range<usize>,
}

/// Something wrong in a path.
#[derive(Debug, PartialEq)]
pub(crate) struct Mistake {
    message: String,
    spot: Range<usize>,
    help: String,
}

impl Mistake {
    fn new(spot: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), spot, help: help.into() }
    }

    /// The message with the path below it and carets below the spot.
    pub(crate) fn show(&self, path: &str) -> String {
        point(&self.message, path, std::slice::from_ref(&self.spot), &self.help)
    }
}

/// A message about spots of a path, with the path below it and carets below the spots.
pub(crate) fn point(message: &str, path: &str, spots: &[Range<usize>], help: &str) -> String {
    let marked = |at: usize| {
        spots.iter().any(|spot| spot.contains(&at) || (spot.start == at && spot.is_empty()))
    };
    let mut carets = String::new();
    for (at, _) in path.char_indices().chain([(path.len(), ' ')]) {
        carets.push(if marked(at) { '^' } else { ' ' });
    }
    let path: String = path.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let help = if help.is_empty() { String::new() } else { format!("\nhelp: {help}") };
    format!("{message}\n  {path}\n  {}{help}", carets.trim_end())
}

impl Template {
    /// Reads the literal. `has_root` says that the endpoint has an API root of its own.
    pub(crate) fn parse(literal: &LitStr, has_root: bool) -> Result<Self, Vec<Mistake>> {
        Self::read(&literal.value(), has_root)
    }

    /// The parameters, in order.
    pub(crate) fn params(&self) -> impl Iterator<Item = &Param> {
        self.parts.iter().filter_map(|part| match part {
            Part::Param(param) => Some(param),
            Part::Text(_) => None,
        })
    }

    /// The path with its parameters in braces, as in OpenAPI.
    pub(crate) fn in_braces(&self) -> String {
        let write = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Param(param) if param.several => format!("{{{}..}}", param.name),
            Part::Param(param) => format!("{{{}}}", param.name),
        };
        self.parts.iter().map(write).collect()
    }

    fn read(path: &str, has_root: bool) -> Result<Self, Vec<Mistake>> {
        let end = query_start(path);
        let mut reader =
            Reader { path, end, parts: Vec::new(), query: String::new(), mistakes: Vec::new() };
        if let Some(mistake) = not_a_path(path) {
            return Err(vec![mistake]);
        }
        reader.check_start(has_root);
        let mut start = usize::from(path.starts_with('/'));
        while start <= reader.end {
            let end = segment_end(&path[..reader.end], start);
            reader.segment(start..end);
            start = end + 1;
        }
        if reader.end < path.len() {
            reader.query(reader.end + 1);
        }
        reader.check_repeats();
        if reader.mistakes.is_empty() {
            Ok(Self { parts: reader.parts, query: reader.query })
        } else {
            Err(reader.mistakes)
        }
    }
}

/// What is wrong with the whole of it, and hides what else may be.
fn not_a_path(path: &str) -> Option<Mistake> {
    let (mut message, mut rest) = ("a path starts and ends without spaces", path.trim());
    if let Some((method, after)) = rest.split_once(' ')
        && matches!(method, "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS")
    {
        (message, rest) =
            ("the method stands in front of the path, outside of the quotes", after.trim());
    }
    let host = rest.split('/').next().unwrap_or_default();
    let url = rest.split_once("://").filter(|(before, _)| !before.contains(['/', '?']));
    let url = url.map(|(_, after)| after);
    let url =
        url.or_else(|| (host.contains('.') && !host.contains(['<', '{', '?'])).then_some(rest));
    if let Some(url) = url {
        message = "a path is relative to the API root, which is set on the client";
        rest = url.find('/').map_or("/", |at| &url[at..]);
        rest = below_root(rest).unwrap_or(rest);
    }
    (rest.len() < path.len())
        .then(|| Mistake::new(0..path.len(), message, format!("write `{rest}`")))
}

/// What follows Plane's API root, if the path starts with it.
fn below_root(path: &str) -> Option<&str> {
    match path.strip_prefix("/api/v1")? {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

/// Where a query starts: at a `?` that is not part of a parameter in another style, such as `<name?>` and `:name?`.
fn query_start(path: &str) -> usize {
    let starts = |&(at, _): &(usize, &str)| {
        path[at + 1..].starts_with(|next| !matches!(next, '/' | '>' | '}' | ']'))
    };
    path.match_indices('?').find(starts).map_or(path.len(), |(at, _)| at)
}

/// Where the segment that starts here ends: at a `/`, even inside of an unclosed `<`.
fn segment_end(path: &str, start: usize) -> usize {
    path[start..].find('/').map_or(path.len(), |at| start + at)
}

struct Reader<'a> {
    path: &'a str,
    /// Where the path ends, and a query may follow.
    end: usize,
    parts: Vec<Part>,
    query: String,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    fn wrong(&mut self, spot: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.mistakes.push(Mistake::new(spot, message, help));
    }

    fn check_start(&mut self, has_root: bool) {
        let path = self.path;
        if !path.starts_with('/') {
            self.wrong(0..1, "a path starts with `/`", format!("write `/{path}`"));
        } else if let Some(rest) = below_root(path).filter(|_| !has_root) {
            let help =
                format!("write `{rest}`; for another root add `root = \"/…\"` behind the path");
            self.wrong(
                0..7,
                "a path is relative to the API root, which has `/api/v1` already",
                help,
            );
        }
    }

    /// Reads one segment and the `/` in front of it.
    fn segment(&mut self, at: Range<usize>) {
        if at.start > 0 {
            self.text("/");
        }
        let segment = &self.path[at.clone()];
        if segment.is_empty() && at.end < self.end {
            let help = format!("write `{}{}`", &self.path[..at.start], &self.path[at.end + 1..]);
            return self.wrong(at.start - 1..at.start + 1, "a path has no empty segments", help);
        }
        let dots = segment.replace("%2e", ".").replace("%2E", ".");
        if dots == "." || dots == ".." {
            return self.wrong(
                at,
                format!("a path has no `{dots}` segments; write the path that is meant"),
                "",
            );
        }
        let mut next = at.start;
        if let Some(rest) = segment.strip_prefix(':') {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            if is_name(&rest[..length]) {
                let optional = usize::from(rest[length..].starts_with('?'));
                next += 1 + length + optional;
                self.wrong_style(at.start..next, &rest[..length]);
            }
        }
        while next < at.end {
            next = self.piece(next, at.end);
        }
    }

    /// Reads a parameter, or text up to the next one, and says where it ends.
    fn piece(&mut self, start: usize, end: usize) -> usize {
        let rest = &self.path[start..end];
        let closing = |close| rest.find(close).map_or(end, |at| start + at + 1);
        if rest.starts_with('<') {
            let stop = closing('>');
            self.param(start..stop);
            stop
        } else if let Some(open) =
            ["${", "{{", "{", "["].into_iter().find(|it| rest.starts_with(it))
        {
            let close = if open == "{{" {
                "}}"
            } else if open == "[" {
                "]"
            } else {
                "}"
            };
            let stop = rest.find(close).map_or(end, |at| start + at + close.len());
            let name = rest[open.len()..stop - start].trim_end_matches(['}', ']']);
            self.wrong_style(start..stop, name);
            stop
        } else if rest.starts_with("%s") || rest.starts_with("%d") {
            self.wrong_style(start..start + 2, "");
            start + 2
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let next = rest[first..].find(['<', '{', '[', '%', '$']);
            let stop = next.map_or(end, |at| start + first + at);
            self.check_text(start..stop);
            self.text(&self.path[start..stop]);
            stop
        }
    }

    fn param(&mut self, spot: Range<usize>) {
        let path = self.path;
        let Some(name) =
            path[spot.clone()].strip_prefix('<').and_then(|rest| rest.strip_suffix('>'))
        else {
            let name: String = path[spot.start + 1..].chars().take_while(|c| is_word(*c)).collect();
            let help = format!(
                "write `{}<{name}>{}`",
                &path[..spot.start],
                &path[spot.start + 1 + name.len()..]
            );
            return self.wrong(spot, "`<` is not closed", help);
        };
        let (name, several) = match name.strip_suffix("..") {
            Some(name) => (name, true),
            None => (name, false),
        };
        let (before, behind) = (&path[..spot.start], &path[spot.end..self.end.max(spot.end)]);
        if several && (before.ends_with('>') || behind.starts_with('<')) {
            let message = format!(
                "where `<{name}..>` ends cannot be told from the parameter beside it; write text or `/` between them"
            );
            return self.wrong(spot, message, "");
        }
        let alone = before.ends_with('/') && (behind.is_empty() || behind.starts_with('/'));
        match check_name(name) {
            Ok(()) => {
                let name = name.to_owned();
                self.parts.push(Part::Param(Param { name, several, alone, spot }));
            }
            Err(NameError { message, better }) => {
                let fix = |better| {
                    format!("write `{}<{better}>{}`", &path[..spot.start], &path[spot.end..])
                };
                let help = better.map_or_else(String::new, fix);
                self.wrong(spot, message, help);
            }
        }
    }

    /// A parameter in the syntax of another language or framework.
    fn wrong_style(&mut self, spot: Range<usize>, name: &str) {
        let name = match check_name(name) {
            Ok(()) => Some(name.to_owned()),
            Err(error) => error.better,
        };
        let path = self.path;
        let fix = |name| format!("write `{}<{name}>{}`", &path[..spot.start], &path[spot.end..]);
        let help = name.map_or_else(String::new, fix);
        self.wrong(spot, "a path parameter is written `<name>`", help);
    }

    /// Text is sent unchanged, so it consists of characters that a path may contain (RFC 3986, `pchar`).
    fn check_text(&mut self, at: Range<usize>) {
        for (offset, c) in self.path[at.clone()].char_indices() {
            let start = at.start + offset;
            let spot = start..start + c.len_utf8();
            let (message, help) = match c {
                '?' => (
                    "no query follows this `?`".to_owned(),
                    "remove it; for a constant query write `?name=value`",
                ),
                '#' => ("a path has no fragment; it is not sent to a server".to_owned(), ""),
                '>' => ("`>` closes nothing".to_owned(), "a path parameter is written `<name>`"),
                '%' if is_escape(&self.path[start..]) => continue,
                '%' => (
                    "`%` starts an escape such as `%20`".to_owned(),
                    "write `%25` for the sign itself",
                ),
                _ if is_path_char(c) => continue,
                ' ' => ("a path has no spaces".to_owned(), "write `%20` for a space that is meant"),
                '\\' => ("a path has no backslashes".to_owned(), "write `/`"),
                _ => (format!("{c:?} cannot stand in a path"), "write its percent-encoded form"),
            };
            self.wrong(spot, message, help);
            // The rest of a fragment is not a path at all.
            if c == '#' {
                break;
            }
        }
    }

    fn check_repeats(&mut self) {
        let params: Vec<Param> = Template { parts: self.parts.clone(), query: String::new() }
            .params()
            .cloned()
            .collect();
        for (i, param) in params.iter().enumerate() {
            if params[..i].iter().any(|earlier| earlier.name == param.name) {
                let message =
                    format!("`<{}>` stands in the path twice; give each its own name", param.name);
                self.wrong(param.spot.clone(), message, "");
            }
        }
    }

    fn text(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(Part::Text(before)) => before.push_str(text),
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
    }
}

/// Whether a path may contain the character as it is (RFC 3986, `pchar`).
pub(crate) fn is_path_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@".contains(c)
}

fn is_escape(text: &str) -> bool {
    text.len() > 2 && text.bytes().skip(1).take(2).all(|byte| byte.is_ascii_hexdigit())
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| is_word(c) && !c.is_ascii_digit())
        && name.chars().all(is_word)
        && name != "_"
}

struct NameError {
    message: String,
    better: Option<String>,
}

/// A parameter is named like the field that fills it.
fn check_name(name: &str) -> Result<(), NameError> {
    if name.is_empty() {
        return Err(NameError {
            message: "a path parameter needs a name".to_owned(),
            better: Some("name".to_owned()),
        });
    }
    if matches!(name, "self" | "Self" | "super" | "crate") {
        return Err(NameError {
            message: format!("`{name}` cannot be the name of a field"),
            better: None,
        });
    }
    if is_name(name) {
        return Ok(());
    }
    let message = format!("`{name}` cannot be the name of a field; use letters, digits and `_`");
    let (before, after) = name.split_once(':').unwrap_or((name, ""));
    // Django writes the type in front of the name, Rust behind it.
    let kind_first = matches!(before.trim(), "str" | "int" | "slug" | "uuid" | "path");
    let word = if kind_first { after } else { before };
    let word = word.trim().trim_start_matches(['*', ':']).trim_start_matches("r#");
    let better = Some(word.replace(['-', '.', ' '], "_")).filter(|better| is_name(better));
    Err(NameError { message, better })
}

#[cfg(test)]
mod tests;
