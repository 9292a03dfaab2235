//! The texts of a source that people read: comments, and string literals that are more than one word.

/// A paragraph of a comment, or a string literal.
pub(super) struct Text {
    /// Its lines without the comment's slashes, each with its number, from 1.
    pub(super) lines: Vec<(usize, String)>,
    /// `true` if it is a paragraph of documentation.
    pub(super) is_documentation: bool,
}

/// Returns the texts of a file: of a Rust source up to its unit tests, of a Markdown file, or of the unreleased part of a
/// changelog. Code blocks are not texts.
///
/// String literals in tests are data: input, and messages of servers.
pub(super) fn texts(name: &str, source: &str) -> Vec<Text> {
    if name.ends_with(".md") {
        let released =
            if name == "CHANGELOG.md" { source.match_indices("\n## ").nth(1) } else { None };
        let source = &source[..released.map_or(source.len(), |(at, _)| at)];
        return paragraphs(source, |line| Some(("///", line)));
    }
    let end = source.find("#[cfg(test)]\nmod ").unwrap_or(source.len());
    let source = &source[..end];
    let mut texts = paragraphs(source, comment);
    if !name.contains("tests/") && !name.ends_with("tests.rs") {
        texts.extend(literals(source));
    }
    texts.sort_by_key(|text| text.lines[0].0);
    texts
}

/// Returns the paragraphs of the lines for which `text` returns the slashes of a comment and the text after them.
fn paragraphs<'a>(source: &'a str, text: fn(&'a str) -> Option<(&'a str, &'a str)>) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let (mut is_block, mut continues) = (false, None);
    for (number, line) in (1..).zip(source.lines()) {
        let Some((slashes, content)) = text(line) else {
            (is_block, continues) = (false, None);
            continue;
        };
        let content = content.trim();
        if content.starts_with("```") && slashes != "//" {
            (is_block, continues) = (!is_block, None);
        } else if is_block || content.is_empty() {
            continues = None;
        } else if continues == Some(slashes) && !content.starts_with(['-', '|', '#']) {
            let text = texts.last_mut().unwrap();
            text.lines.push((number, content.to_owned()));
        } else {
            let lines = vec![(number, content.to_owned())];
            texts.push(Text { lines, is_documentation: slashes != "//" });
            continues = Some(slashes);
        }
    }
    texts
}

/// Splits a line that is a comment into its slashes and the rest.
fn comment(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let slashes = ["///", "//!", "//"].into_iter().find(|slashes| line.starts_with(slashes))?;
    Some(line.split_at(slashes.len()))
}

/// Returns the string literals that contain a space, outside of comments. Raw strings are data, not texts.
fn literals(source: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut at = 0;
    while let Some(next) = source[at..].find(['/', 'r', '\'', '"']) {
        at += next;
        let rest = &source[at..];
        let c = rest.as_bytes()[0];
        at += if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            raw_string(rest)
        } else if c == b'\'' {
            character(rest)
        } else if c == b'"' {
            let length = string(rest);
            if rest[..length].contains(' ') {
                let first = source[..at].matches('\n').count() + 1;
                let lines = (first..).zip(rest[1..length].lines().map(str::to_owned));
                texts.push(Text { lines: lines.collect(), is_documentation: false });
            }
            length
        } else {
            1
        };
    }
    texts
}

/// The length of a string literal with its quotes.
fn string(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest[1..].find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |end| end + 2)
}

/// The length of a raw string literal, or of the `r` that begins none.
fn raw_string(rest: &str) -> usize {
    let hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    if !rest[1 + hashes..].starts_with('"') {
        return 1;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    rest[body..].find(&close).map_or(rest.len(), |end| body + end + close.len())
}

/// The length of a character literal, or of the quote that begins a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    let Some((_, first)) = chars.next() else { return 1 };
    if first == '\\' {
        return rest[3..].find('\'').map_or(rest.len(), |end| end + 4);
    }
    chars.next().filter(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1)
}
