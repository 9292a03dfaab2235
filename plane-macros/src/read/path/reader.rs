//! Reads a path from left to right, and corrects its mistakes.

use std::ops::Range;

use super::{
    Context, Mistake, OTHER_ROOT, Param, Part, Reading, Template, below_root,
    names::{self, Guess, is_word},
    regex::matches_any,
    syntax::{bracket, closing, concatenated, positional, query_start},
};

pub(super) const OTHER_STYLE: &str = "a path parameter is written `<name>`";

pub(super) struct Reader<'a> {
    pub(super) path: &'a str,
    pub(super) context: Context<'a>,
    /// The names of the parameters without a name, in order. If there are none, the names are unknown.
    pub(super) unnamed: &'a [&'a str],
    /// The number of parameters without a name so far.
    pub(super) unnamed_count: usize,
    /// The end of the path; a query may follow.
    end: usize,
    /// `true` if the rest of the path is a fragment.
    is_cut: bool,
    pub(super) template: Template,
    mistakes: Vec<Mistake>,
    /// The corrections: spots and their new texts.
    pub(super) edits: Vec<(Range<usize>, String)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(path: &'a str, context: Context<'a>, unnamed: &'a [&'a str]) -> Self {
        Self {
            path,
            context,
            unnamed,
            unnamed_count: 0,
            end: query_start(path),
            is_cut: false,
            template: Template { is_clear: true, ..Template::default() },
            mistakes: Vec::new(),
            edits: Vec::new(),
        }
    }

    /// Reads the path, and returns the number of parameters without a name as well.
    pub(super) fn read(mut self) -> (Reading, usize) {
        let mut start = self.check_start();
        while start <= self.end {
            let end = self.segment_end(start);
            self.segment(start..end);
            start = end + 1;
        }
        self.check_neighbours();
        if self.end < self.path.len() && !self.is_cut {
            self.query(self.end + 1);
        }
        let corrected = self.corrected();
        self.template.is_right = self.mistakes.is_empty();
        let (template, mistakes) = (self.template, self.mistakes);
        (Reading { template, mistakes, corrected }, self.unnamed_count)
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

    /// Reports a mistake, and corrects it in the corrected path, after which the note follows.
    pub(super) fn noted(
        &mut self,
        spot: Range<usize>,
        message: impl Into<String>,
        instead: &str,
        note: impl Into<String>,
    ) {
        self.edits.push((spot.clone(), instead.to_owned()));
        self.wrong(spot, message, note);
    }

    /// Reports a mistake, and corrects it in the corrected path.
    pub(super) fn fixed(&mut self, spot: Range<usize>, message: impl Into<String>, instead: &str) {
        self.noted(spot, message, instead, "");
    }

    /// Removes text in the corrected path.
    pub(super) fn cut(&mut self, spot: Range<usize>) {
        self.edits.push((spot, String::new()));
    }

    /// Reports a mistake without a correction of its own.
    pub(super) fn wrong(
        &mut self,
        spot: Range<usize>,
        message: impl Into<String>,
        note: impl Into<String>,
    ) {
        let (message, note, spots) = (message.into(), note.into(), Vec::from([spot]));
        self.mistakes.push(Mistake { message, spots, note });
    }

    /// Reports a fragment, and ends the path before it.
    pub(super) fn fragment(&mut self, start: usize) {
        let message = "a path has no fragment; it is not sent to a server";
        self.edits.push((start..self.path.len(), String::new()));
        self.wrong(start..start + 1, message, "");
        (self.end, self.is_cut) = (start, true);
    }

    /// Keeps the constant query.
    pub(super) fn set_query(&mut self, query: &str) {
        query.clone_into(&mut self.template.query);
    }

    /// Returns the parameters so far.
    pub(super) fn params(&self) -> impl Iterator<Item = &Param> {
        self.template.params()
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
            self.wrong(0..1, "a path starts with `/`", "");
            return 0;
        }
        let (root, rest) = match self.context.root {
            Some(root) => {
                (root, Some(root).filter(|it| it.len() > 1).and_then(|it| path.strip_prefix(it)))
            }
            None => ("/api/v1", below_root(path)),
        };
        let Some(rest) = rest.filter(|rest| rest.starts_with('/')) else { return 1 };
        let start = (path.len() + 1 - rest.len()).min(path.len());
        self.edits.push((0..start, "/".to_owned()));
        if self.context.root.is_some() {
            let message = format!("a path is relative to its API root, which is already `{root}`");
            self.wrong(0..root.len(), message, "");
        } else {
            let message = "a path is relative to the API root, which already has `/api/v1`";
            self.wrong(0..root.len(), message, OTHER_ROOT);
        }
        start
    }

    /// Returns the end of the segment that starts here: the next `/` outside of braces and parentheses, even if a `<` is open.
    fn segment_end(&self, start: usize) -> usize {
        let mut depth = 0_usize;
        let path = &self.path[..self.end];
        let is_markup = !path[start..].starts_with('>');
        for (at, c) in path[start..].char_indices().map(|(at, c)| (start + at, c)) {
            match c {
                '{' if path[at..].contains('}') => depth += 1,
                '(' if path[at..].contains(')') => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                // Markup: `</id>` and `<id />`.
                '/' if is_markup && path[..at].ends_with('<') && path[at..].contains('>') => {}
                '/' if is_markup
                    && path[at..].starts_with("/>")
                    && path[start..at].contains('<') => {}
                // A pattern of Google: `<name=projects/*>`.
                '/' if path[at..].contains('>') && is_pattern(&path[start..at]) => {}
                '\\' if path[at..].starts_with("\\(") && path[at..].contains(')') => {}
                '\\' if path[start..at].contains('<') && matches_any(&path[at..]).is_some() => {}
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
            return self.wrong(at.start - 1..at.start + 1, "a path has no empty segments", "");
        }
        if at.start > 0 {
            self.text("/");
            if self.path[..at.start].ends_with('\\') {
                self.fixed(at.start - 1..at.start, "a path has no backslashes", "/");
            }
        }
        // Most segments need no copy.
        let dots = if segment.starts_with(['.', '%']) {
            segment.replace("%2e", ".").replace("%2E", ".")
        } else {
            String::new()
        };
        if dots == "." || dots == ".." {
            let before = &self.path[..at.start];
            let up = before.trim_end_matches('/').rfind('/').filter(|_| dots == "..");
            // Callers pass a parameter, so it stays.
            let up = up.filter(|&up| !before[up..].contains(['<', '{']));
            let end = (at.end + 1).min(self.end);
            self.edits.retain(|(spot, _)| up.is_none_or(|up| spot.start <= up));
            self.edits.push((up.map_or(at.start, |up| up + 1)..end, String::new()));
            return self.wrong(at, format!("a path has no `{dots}` segments"), "");
        }
        if matches!(segment, "*" | "**") {
            let instead = self.add(at.clone(), Guess { several: true, ..Guess::default() });
            let note = "; the character itself is written `%2A`";
            return self.noted(at, "`*` is sent as it is", &instead, note);
        }
        if !self.context.free.is_empty()
            && let Some(name) = self.bare_field(segment)
        {
            let instead = format!("<{name}>");
            if is_wrapped(segment, name) {
                return self.fixed(at, OTHER_STYLE, &instead);
            }
            let message = format!("`{segment}` is sent as it is, but there is a field `{name}`");
            let note = if self.context.has_body {
                ", or add the option `json` if the field is sent in the body"
            } else {
                ", or mark the field `#[query]` if it is sent in the query"
            };
            return self.noted(at, message, &instead, note);
        }
        let has_colons = segment.starts_with(':') && self.colon(at.clone()).is_some();
        let mut next = at.start;
        while next < at.end.min(self.end) {
            next = self.piece(next..at.end, has_colons);
        }
    }

    /// Returns the field that a constant segment names, with or without other characters around it: `(id)`, `ID`. The
    /// field is sent somewhere else otherwise. Without parentheses and the like, it has to be an id, since `/search/` may
    /// be meant.
    fn bare_field(&self, segment: &str) -> Option<&'a str> {
        let letters =
            |text: &str| text.replace(|c| !is_word(c) || c == '_', "").to_ascii_lowercase();
        if segment.contains(|c: char| !is_word(c) && !SIGNS.contains(c) && !matches!(c, '@' | '~'))
        {
            return None;
        }
        let name = self.context.free.iter().find(|name| letters(name) == letters(segment))?;
        let is_name = |word: &&str| letters(word) == letters(name);
        let is_elsewhere = self.path.split(|c| !is_word(c) && c != '-').filter(is_name).count() > 1;
        let is_sure = names::is_id(name) && !self.context.has_location;
        (!is_elsewhere && (is_sure || is_wrapped(segment, name))).then_some(name)
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
        if rest.starts_with(':') && has_colons || rest.starts_with('*') && is_first {
            if let Some(stop) = self.colon(start..end) {
                let name = self.path[start..stop].trim_start_matches(':');
                let name = name.split('(').next().unwrap_or(name);
                self.other_style(start..stop, names::guess(name));
                return stop;
            }
        } else if let Some((open, close)) = bracket(rest) {
            let stop = closing(&self.path[..end], start, open, close);
            self.bracketed(start..stop, open, close);
            return stop;
        } else if rest.starts_with('<') {
            let stop = rest.find('>').map_or(end, |at| start + at + 1);
            self.param(start..stop);
            return stop;
        } else if let Some(length) = positional(rest) {
            self.other_style(start..start + length, Guess::default());
            return start + length;
        } else if let Some((name, length)) = concatenated(rest) {
            self.other_style(start..start + length, names::guess(name));
            return start + length;
        } else if let Some(name) = names::variable(rest) {
            let stop = start + 1 + name.len();
            self.other_style(start..stop, names::guess(name));
            return stop;
        } else if let Some(length) = self.late_close(rest) {
            let name = &rest[..length - 1];
            let instead = self.add(start..start + length, names::guess(name));
            self.fixed(start..start + length, not_opened(&rest[length - 1..]), &instead);
            return start + length;
        }
        let mut was_word = false;
        let starts = |(at, c): (usize, char)| {
            let is_start =
                matches!(c, '<' | '>' | '{' | '[' | '%' | '$' | '&' | '#' | '(' | '"' | '\'')
                    || !c.is_ascii()
                    || has_colons && c == ':'
                    || is_word(c) && !was_word;
            was_word = is_word(c);
            is_start && at > 0
        };
        let next = rest.char_indices().position(starts);
        let stop = next.and_then(|count| rest.char_indices().nth(count));
        let stop = stop.map_or(end, |(at, _)| start + at);
        self.check_text(start..stop);
        let text = &self.path[start..stop];
        self.text(text);
        stop
    }

    /// Returns the length of a name and the bracket that closes here, if none was opened: `id>`.
    fn late_close(&self, rest: &str) -> Option<usize> {
        let length = rest.find(|c| !is_word(c))?;
        let closes = rest[length..].starts_with(['>', '}', ']']);
        (closes && names::is_name(&rest[..length])).then_some(length + 1)
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
                self.wrong(spot, message, ", or other text between them");
                self.text("/");
            }
            self.template.parts.push(part);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.template.parts.last_mut() {
            Some(Part::Text(before)) => before.push_str(text),
            _ => self.template.parts.push(Part::Text(text.to_owned())),
        }
    }
}

/// Returns `true` if a pattern of a parameter starts in the text, and does not end: `<name=`.
fn is_pattern(text: &str) -> bool {
    text.rsplit_once('<').is_some_and(|(_, inner)| inner.contains('=') && !inner.contains('>'))
}

/// Returns the mistake of the bracket at the beginning of the text.
pub(super) fn not_opened(text: &str) -> &'static str {
    match text.get(..1) {
        Some("}") => "`}` has no matching `{`",
        Some("]") => "`]` has no matching `[`",
        _ => "`>` has no matching `<`",
    }
}

/// The signs around the names of parameters in other languages, which a segment may contain.
const SIGNS: &str = "()!$'+=#.-";

/// Returns `true` if the segment is the name with signs around it that other languages write.
fn is_wrapped(segment: &str, name: &str) -> bool {
    segment != name && segment.trim_matches(|c| SIGNS.contains(c)) == name
}
