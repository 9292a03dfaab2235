//! Reads a path from left to right, and corrects its mistakes.

use std::ops::Range;

use super::{
    Help, Mistake, Param, Part, Reading, Template, below_root, is_escape, is_path_char,
    names::{self, Guess, is_word},
};

/// The brackets of parameters in other languages and frameworks. The longest come first.
const BRACKETS: [(&str, &str); 15] = [
    ("<<", ">>"),
    ("(?P<", ")"),
    ("&lt;", "&gt;"),
    ("%3C", "%3E"),
    ("%3c", "%3e"),
    ("[[...", "]]"),
    ("<%=", "%>"),
    ("${", "}"),
    ("#{", "}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{", "}"),
    ("[", "]"),
    ("%{", "}"),
    (">", "<"),
];

pub(super) struct Reader<'a> {
    pub(super) path: &'a str,
    has_root: bool,
    /// The end of the path; a query may follow.
    end: usize,
    template: Template,
    pub(super) mistakes: Vec<Mistake>,
    /// The corrections: spots and their new texts.
    edits: Vec<(Range<usize>, String)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(path: &'a str, has_root: bool) -> Self {
        let template = Template { is_clear: true, ..Template::default() };
        let end = query_start(path);
        Self { path, has_root, end, template, mistakes: Vec::new(), edits: Vec::new() }
    }

    pub(super) fn read(mut self) -> Reading {
        let mut start = self.check_start();
        while start <= self.end {
            let end = self.segment_end(start);
            self.segment(start..end);
            start = end + 1;
        }
        self.check_neighbours();
        if self.end < self.path.len() {
            self.query(self.end + 1);
        }
        let corrected = self.corrected();
        self.template.is_right = self.mistakes.is_empty();
        Reading { template: self.template, mistakes: self.mistakes, corrected }
    }

    /// Returns the path with all corrections.
    fn corrected(&mut self) -> String {
        self.edits.sort_by_key(|(spot, _)| (spot.start, spot.end));
        let (mut corrected, mut at) = (String::new(), 0);
        for (spot, text) in self.edits.iter().filter(|(spot, _)| spot.end <= self.path.len()) {
            if let Some(between) = self.path.get(at..spot.start) {
                corrected.extend([between, text]);
                at = spot.end;
            }
        }
        corrected.push_str(&self.path[at..]);
        corrected
    }

    /// Reports a mistake. The same mistake in several spots is reported once.
    pub(super) fn wrong(
        &mut self,
        spot: Range<usize>,
        message: impl Into<String>,
        help: impl Into<Help>,
    ) {
        let (message, help) = (message.into(), help.into());
        let same = |other: &&mut Mistake| other.message == message && other.help == help;
        match self.mistakes.iter_mut().find(same) {
            Some(mistake) => mistake.spots.push(spot),
            None => self.mistakes.push(Mistake::new(spot, message, help)),
        }
    }

    /// Reports a mistake, and corrects it in the corrected path.
    pub(super) fn fixed(&mut self, spot: Range<usize>, message: impl Into<String>, instead: &str) {
        self.edits.push((spot.clone(), instead.to_owned()));
        self.wrong(spot, message, Help::Corrected(""));
    }

    /// Keeps the constant query.
    pub(super) fn set_query(&mut self, query: &str) {
        query.clone_into(&mut self.template.query);
    }

    /// Records that the parameters of the path are unknown.
    pub(super) fn set_unclear(&mut self) {
        self.template.is_clear = false;
    }

    /// Checks the start of the path, and returns the start of its first segment.
    fn check_start(&mut self) -> usize {
        let path = self.path;
        if path.starts_with('\\') {
            // Reported as a backslash.
            return 1;
        }
        if !path.starts_with('/') {
            self.edits.push((0..0, "/".to_owned()));
            self.text("/");
            self.wrong(0..1, "a path starts with `/`", Help::Corrected(""));
            return 0;
        }
        let Some(rest) = below_root(path).filter(|_| !self.has_root) else { return 1 };
        let start = (path.len() + 1 - rest.len()).min(path.len());
        self.edits.push((0..start, "/".to_owned()));
        self.wrong(
            0..7,
            "a path is relative to the API root, which already has `/api/v1`",
            Help::Corrected("; for another root add `root = \"/…\"` after the path"),
        );
        start
    }

    /// Returns the end of the segment that starts here: the next `/` outside of braces and parentheses, even if a `<` is open.
    fn segment_end(&self, start: usize) -> usize {
        let mut depth = 0_usize;
        let path = &self.path[..self.end];
        for (at, c) in path[start..].char_indices().map(|(at, c)| (start + at, c)) {
            match c {
                '{' if path[at..].contains('}') => depth += 1,
                '(' if path[at..].contains(')') => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                '/' | '\\' if depth == 0 => return at,
                _ => {}
            }
        }
        path.len()
    }

    /// Reads one segment and the `/` before it.
    fn segment(&mut self, at: Range<usize>) {
        let segment = &self.path[at.clone()];
        if segment.is_empty() && at.end < self.end {
            self.edits.push((at.start..at.start + 1, String::new()));
            let message = "a path has no empty segments";
            return self.wrong(at.start - 1..at.start + 1, message, Help::Corrected(""));
        }
        if at.start > 0 {
            self.text("/");
            if self.path[..at.start].ends_with('\\') {
                self.fixed(at.start - 1..at.start, "a path has no backslashes", "/");
            }
        }
        let dots = segment.replace("%2e", ".").replace("%2E", ".");
        if dots == "." || dots == ".." {
            let message = format!("a path has no `{dots}` segments; write the intended path");
            return self.wrong(at, message, Help::None);
        }
        if matches!(segment, "*" | "**") {
            let message = "`*` is sent as it is";
            self.set_unclear();
            return self.wrong(
                at,
                message,
                "write `<name..>` for a parameter of several segments, or `%2A` for the character itself",
            );
        }
        let has_colons = segment.starts_with(':') && self.colon(at.clone()).is_some();
        let mut next = at.start;
        while next < at.end {
            next = self.piece(next..at.end, has_colons);
        }
    }

    /// Returns the end of the `:name` or `*name` at the beginning of this range, including a pattern and `?`, `*` or
    /// `+` after it.
    fn colon(&self, at: Range<usize>) -> Option<usize> {
        let rest = self.path[at.clone()].strip_prefix([':', '*'])?;
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        if !names::is_name(&rest[..length]) {
            return None;
        }
        let mut end = at.start + 1 + length;
        if self.path[end..at.end].starts_with('(') {
            end = closing(&self.path[..at.end], end, "(", ")");
        }
        let follows = |c: char| matches!(c, '?' | '*' | '+');
        Some(end + self.path[end..at.end].chars().take_while(|&c| follows(c)).count())
    }

    /// Reads a parameter, or text up to the next one, and returns its end.
    fn piece(&mut self, at: Range<usize>, has_colons: bool) -> usize {
        let Range { start, end } = at;
        let rest = &self.path[start..end];
        let is_first = self.path[..start].ends_with(['/', '\\']) || start == 0;
        let is_bracket = |&(open, close): &(&str, &str)| {
            rest.starts_with(open) && (open != ">" || rest.contains(close))
        };
        let bracket = BRACKETS.into_iter().find(is_bracket);
        if rest.starts_with(':') && has_colons || rest.starts_with('*') && is_first {
            if let Some(stop) = self.colon(start..end) {
                let name = self.path[start..stop].trim_start_matches(':');
                let name = name.split('(').next().unwrap_or(name);
                self.other_style(start..stop, names::guess(name));
                return stop;
            }
        } else if let Some((open, close)) = bracket {
            let stop = closing(&self.path[..end], start, open, close);
            let inner = &self.path[start + open.len()..stop];
            let inner = inner.strip_suffix(close).unwrap_or(inner);
            let inner = if open == ">" { inner } else { inner.split('>').next().unwrap_or(inner) };
            let mut guess = names::guess(inner);
            guess.several |= open == "[[...";
            self.other_style(start..stop, guess);
            return stop;
        } else if rest.starts_with('<') {
            let stop = rest.find('>').map_or(end, |at| start + at + 1);
            self.param(start..stop);
            return stop;
        } else if rest.starts_with("%s") || rest.starts_with("%d") {
            self.other_style(start..start + 2, names::guess(""));
            return start + 2;
        } else if let Some(name) = names::variable(rest) {
            let stop = start + 1 + name.len();
            self.other_style(start..stop, names::guess(name));
            return stop;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let starts = |&(_, c): &(usize, char)| {
            matches!(c, '<' | '>' | '{' | '[' | '%' | '$' | '&' | '#' | '(')
                || has_colons && c == ':'
        };
        let next = rest[first..].char_indices().find(starts);
        let stop = next.map_or(end, |(at, _)| start + first + at);
        self.check_text(start..stop);
        let text = &self.path[start..stop];
        self.text(text);
        stop
    }

    /// Reads `<name>` or `<name..>`.
    fn param(&mut self, spot: Range<usize>) {
        let text = &self.path[spot.clone()];
        let Some(inner) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
            let rest = &text[1..];
            let length = rest.find(|c| !is_word(c) && c != '.').unwrap_or(rest.len());
            let guess = names::guess(&rest[..length]);
            let instead = self.add(spot.clone(), guess);
            self.edits.push((spot.start..spot.start + 1 + length, instead));
            return self.wrong(spot, "`<` is not closed", Help::Corrected(""));
        };
        let (name, several) = match inner.strip_suffix("..") {
            Some(name) => (name, true),
            None => (inner, false),
        };
        let Some(message) = names::check(name) else {
            let guess = Guess { name: Some(name.to_owned()), several };
            self.add(spot, guess);
            return;
        };
        let guess = names::guess(inner);
        if guess.name.is_none() && !name.is_empty() {
            self.set_unclear();
            return self.wrong(spot, message, Help::None);
        }
        let instead = self.add(spot.clone(), guess);
        self.fixed(spot, message, &instead);
    }

    /// Reads a parameter in the syntax of another language or framework.
    fn other_style(&mut self, spot: Range<usize>, guess: Guess) {
        let instead = self.add(spot.clone(), guess);
        self.fixed(spot, "a path parameter is written `<name>`", &instead);
    }

    /// Adds a parameter, and returns its correct form.
    fn add(&mut self, spot: Range<usize>, guess: Guess) -> String {
        let dots = if guess.several { ".." } else { "" };
        let Some(name) = guess.name else {
            self.set_unclear();
            return format!("<name{dots}>");
        };
        let is_end = |c: &str| c.is_empty() || c.starts_with(['/', '\\', '?']);
        let behind = &self.path[spot.end..];
        let alone = self.path[..spot.start].ends_with(['/', '\\']) && is_end(behind);
        let is_repeated = |name: &str| self.template.params().any(|param| param.name == name);
        if is_repeated(&name) {
            let own = names::qualified(&self.path[..spot.start], &name);
            let own = own.filter(|own| !is_repeated(own));
            self.set_unclear();
            let instead = own.map(|own| format!("<{own}{dots}>"));
            // A parameter in another style is corrected as a whole.
            if self.path[spot.clone()] == *format!("<{name}{dots}>") || instead.is_none() {
                let message =
                    format!("path parameter `{name}` is repeated; give each its own name");
                match &instead {
                    Some(instead) => self.fixed(spot, message, instead),
                    None => self.wrong(spot, message, Help::None),
                }
            }
            return instead.unwrap_or_else(|| format!("<{name}{dots}>"));
        }
        let instead = format!("<{name}{dots}>");
        let param = Param { name, several: guess.several, alone, spot };
        self.template.parts.push(Part::Param(param));
        instead
    }

    /// Checks text, which is sent unchanged, so it must consist of characters that a path may contain (RFC 3986,
    /// `pchar`).
    fn check_text(&mut self, at: Range<usize>) {
        let mut past = at.start;
        for (offset, c) in self.path[at.clone()].char_indices() {
            let start = at.start + offset;
            let spot = start..start + c.len_utf8();
            if start < past {
                continue;
            }
            let (message, help) = match c {
                '?' => (
                    "no query follows this `?`".to_owned(),
                    "remove it; for a constant query write `?name=value`",
                ),
                '#' => ("a path has no fragment; it is not sent to a server".to_owned(), ""),
                '>' => {
                    ("`>` has no matching `<`".to_owned(), "a path parameter is written `<name>`")
                }
                '%' if is_escape(&self.path[start..]) => continue,
                '%' => (
                    "`%` starts an escape such as `%20`".to_owned(),
                    "write `%25` for the character itself",
                ),
                '&' if self.path[start..].starts_with("&amp;") => {
                    let spot = start..start + "&amp;".len();
                    self.fixed(spot, "`&amp;` is the escape of HTML", "&");
                    continue;
                }
                _ if is_path_char(c) => continue,
                _ if c.is_ascii_control() => {
                    // The indentation of the next line is not part of it either.
                    let rest = &self.path[start..at.end];
                    past = at.end - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
                    past = past.max(spot.end);
                    let spot = start..past;
                    self.fixed(spot, "a path has no line breaks and other control characters", "");
                    continue;
                }
                _ if !c.is_ascii() => {
                    self.fixed(spot, "a path consists of ASCII characters", &escape(c));
                    continue;
                }
                ' ' => ("a path has no spaces".to_owned(), "write `%20` for an intended space"),
                _ => {
                    (format!("invalid character {c:?} in a path"), "write its percent-encoded form")
                }
            };
            self.wrong(spot, message, help);
            if c == '>' {
                self.set_unclear();
            }
            // The rest of a fragment is not a path.
            if c == '#' {
                break;
            }
        }
    }

    /// Reports parameters with nothing between them, whose values could not be distinguished.
    fn check_neighbours(&mut self) {
        let parts = std::mem::take(&mut self.template.parts);
        for part in parts {
            if let (Some(Part::Param(first)), Part::Param(second)) =
                (self.template.parts.last(), &part)
            {
                let message = format!("nothing separates `{}` from `{}`", first.name, second.name);
                let spot = first.spot.start..second.spot.end;
                self.edits.push((second.spot.start..second.spot.start, "/".to_owned()));
                self.wrong(spot, message, Help::Corrected(", or other text between them"));
                self.text("/");
            }
            self.template.parts.push(part);
        }
    }

    fn text(&mut self, text: &str) {
        match self.template.parts.last_mut() {
            Some(Part::Text(before)) => before.push_str(text),
            _ => self.template.parts.push(Part::Text(text.to_owned())),
        }
    }
}

/// Returns the character, percent-encoded.
fn escape(c: char) -> String {
    c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Returns the end of the bracket that opens here, with nested ones in between; the end of the path if it is not closed.
fn closing(path: &str, start: usize, open: &str, close: &str) -> usize {
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

/// Returns the start of the query: a `?` that is not part of a parameter in another style, such as `<name?>`, `:name?` and
/// `(?P<name>…)`.
fn query_start(path: &str) -> usize {
    let starts = |&(at, _): &(usize, &str)| {
        !path[..at].ends_with('(')
            && path[at + 1..]
                .starts_with(|next| !matches!(next, '/' | '\\' | '>' | '}' | ']' | ':' | '('))
    };
    path.match_indices('?').find(starts).map_or(path.len(), |(at, _)| at)
}
