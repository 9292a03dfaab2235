//! Derives above `#[endpoint]`. The compiler expands them first and removes them, so only the source text contains them.

use std::fs;

use proc_macro2::Span;

/// Returns the derives above the attribute as they are written, such as `#[derive(Clone)]`. Empty if there are none,
/// or if the source cannot be read.
pub(crate) fn derives_above() -> Vec<String> {
    if !proc_macro::is_available() {
        return Vec::new();
    }
    let attribute = Span::call_site().unwrap();
    let text = attribute.local_file().and_then(|path| fs::read_to_string(path).ok());
    let (text, written) = (text.unwrap_or_default(), attribute.source_text().unwrap_or_default());
    // In a documentation test, the lines are those of the test, and the file is that of the documentation.
    start(&text, attribute.line(), attribute.column())
        .filter(|before| !written.is_empty() && text[before.len()..].starts_with(&written))
        .map(find)
        .unwrap_or_default()
}

/// Returns the text before an attribute that begins at this line and column, both counted from 1. `None` if no
/// attribute begins there: in an editor, the file may be older than the declaration.
fn start(text: &str, line: usize, column: usize) -> Option<&str> {
    let (number, column) = (line.checked_sub(1)?, column.checked_sub(1)?);
    let before: usize = text.split_inclusive('\n').take(number).map(str::len).sum();
    let at = before + text.get(before..)?.char_indices().nth(column)?.0;
    text[at..].starts_with("#[").then(|| &text[..at])
}

/// Returns the derives at the end of the text, among other attributes and comments.
fn find(text: &str) -> Vec<String> {
    let (mut rest, mut found) = (text.trim_end(), Vec::new());
    loop {
        let line = rest.rfind('\n').map_or(0, |at| at + 1);
        let (before, last) = rest.split_at(line);
        if last.trim_start().starts_with("//") {
            rest = before;
        } else if let Some(comment) = rest.strip_suffix("*/") {
            rest = comment.rfind("/*").map_or("", |at| &comment[..at]);
        } else if let Some((before, attribute)) = attribute(rest) {
            if attribute.trim_start().starts_with("derive") {
                found.insert(0, format!("#[{attribute}]"));
            }
            rest = before;
        } else if let Some(at) = last.rfind("//").filter(|_| rest.contains("#[")) {
            rest = &rest[..line + at];
            // Only an attribute before the comment is of interest.
            if !rest.trim_end().ends_with(']') {
                return found;
            }
        } else {
            return found;
        }
        rest = rest.trim_end();
    }
}

/// Returns the text before the attribute at the end of the text, and its content.
fn attribute(text: &str) -> Option<(&str, &str)> {
    let content = text.strip_suffix(']')?;
    let (mut depth, mut is_string) = (0_usize, false);
    for (at, c) in content.char_indices().rev() {
        match c {
            '"' => is_string = !is_string,
            ']' if !is_string => depth += 1,
            '[' if !is_string && depth > 0 => depth -= 1,
            '[' if !is_string => {
                return content[..at].strip_suffix('#').map(|before| (before, &content[at + 1..]));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{find, start};

    #[test]
    fn derives_are_found_among_comments_and_attributes() {
        let table: [(&str, &[&str]); 8] = [
            ("", &[]),
            ("struct A;\n", &[]),
            ("#[derive(Clone)]\n", &["#[derive(Clone)]"]),
            (
                "#[derive(Clone)] #[derive(\n  Debug,\n)]\n",
                &["#[derive(Clone)]", "#[derive(\n  Debug,\n)]"],
            ),
            (
                "#[derive(Clone)]\n/// A [link].\n// no\n#[doc = \"a ] \"]\n/* no */",
                &["#[derive(Clone)]"],
            ),
            ("#[derive(Clone)] // cheap\n", &["#[derive(Clone)]"]),
            ("#[derive(Clone)]\nstruct A; // http://x\n", &[]),
            ("#[derive(Clone)]\nstruct A([u8; 2]);\n#[cfg(unix)]", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(find(text), expected, "{text}");
        }
    }

    #[test]
    fn text_of_an_older_file_is_not_used() {
        let text = "// ä\nfn main() {}\n  #[endpoint]";
        assert_eq!(start(text, 3, 3), Some("// ä\nfn main() {}\n  "));
        assert_eq!(start(text, 2, 1), None);
        assert_eq!(start(text, 3, 99), None);
        assert_eq!(start(text, 9, 1), None);
    }
}
