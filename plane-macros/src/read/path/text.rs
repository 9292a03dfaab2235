//! Checks the text between the parameters of a path.

use std::ops::Range;

use super::{is_escape, is_path_char, reader::Reader};

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
}

/// Returns the character, percent-encoded.
fn escape(c: char) -> String {
    c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect()
}
