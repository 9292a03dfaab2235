//! Checks the text between the parameters of a path.

use std::ops::Range;

use super::{
    is_escape, is_path_char,
    names::is_word,
    reader::{Reader, not_opened},
};

impl Reader<'_> {
    /// Checks text, which is sent unchanged, so it must consist of characters that a path may contain (RFC 3986,
    /// `pchar`).
    pub(super) fn check_text(&mut self, at: Range<usize>) {
        let mut past = at.start;
        for (offset, c) in self.path[at.clone()].char_indices() {
            let start = at.start + offset;
            let spot = start..start + c.len_utf8();
            if start < past {
                continue;
            }
            match c {
                '?' => {
                    let note = "; for a constant query write `?name=value`";
                    self.noted(spot, "no query follows this `?`", "", note);
                }
                '#' => return self.fragment(start),
                '>' | '}' | ']' => self.fixed(spot, not_opened(&self.path[start..]), ""),
                '%' if is_escape(&self.path[start..]) => {}
                // It belongs to a parameter in another style.
                '%' if self.path[start + 1..].starts_with(['<', '{']) => {
                    self.fixed(spot, "`%` starts an escape such as `%20`", "");
                }
                '%' => {
                    let note = ", in which `%25` is the character itself";
                    self.noted(spot, "`%` starts an escape such as `%20`", "%25", note);
                }
                '&' if self.path[..start].ends_with('/') && self.path[start..].contains('=') => {
                    self.fixed(start - 1..start + 1, "a query starts with `?`", "/?");
                }
                '&' if self.path[start..].starts_with("&amp;") => {
                    let spot = start..start + "&amp;".len();
                    self.fixed(spot, "`&amp;` is the escape of HTML", "&");
                }
                _ if is_path_char(c) => {}
                _ if c.is_ascii_control() => {
                    // The indentation of the next line is not part of it either.
                    let rest = &self.path[start..at.end];
                    past = at.end - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
                    past = past.max(spot.end);
                    let message = "a path has no line breaks and other control characters";
                    self.fixed(start..past, message, "");
                }
                ' ' => {
                    let is_between = self.path[..start].ends_with(is_word)
                        && self.path[spot.end..].starts_with(is_word);
                    self.fixed(spot, "a path has no spaces", if is_between { "%20" } else { "" });
                }
                _ if !c.is_ascii() => {
                    self.fixed(spot, "a path consists of ASCII characters", &escape(c));
                }
                _ => {
                    self.fixed(spot, format!("invalid character {c:?} in a path"), &escape(c));
                }
            }
        }
    }
}

/// Returns the character, percent-encoded.
pub(super) fn escape(c: char) -> String {
    c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect()
}
