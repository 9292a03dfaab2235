//! Requests as lines of text, and comparisons of two requests, for the reports of mocks and recordings.

use std::fmt::{Display, Write};

use super::scrub::REDACTED;

/// Number of requests with which an unexpected one is compared, and of unexpected requests that a report shows.
const MAX_SHOWN: usize = 3;

/// Maximum number of other requests that are listed.
const MAX_LISTED: usize = 10;

/// A property of a request: its name, and its line.
pub(super) type Line = (String, String);

pub(super) fn push(lines: &mut Vec<Line>, key: String, value: impl Display) {
    let text = format!("{key}: {value}");
    lines.push((key, text));
}

/// Adds the pairs of a query or a form, which are sorted by name.
pub(super) fn push_pairs(lines: &mut Vec<Line>, location: &str, pairs: &[&(String, String)]) {
    for pair in pairs.chunk_by(|a, b| a.0 == b.0) {
        let values: Vec<_> = pair.iter().map(|(_, value)| format!("{value:?}")).collect();
        push(lines, format!("{location}.{}", pair[0].0), values.join(", "));
    }
}

/// Writes the lines of a request.
pub(super) fn write(text: &mut String, lines: &[Line]) {
    for (_, line) in lines {
        *text += &format!("    {line}\n");
    }
}

/// Returns the number of differences, and a comparison.
pub(super) fn compare(expected: &[Line], sent: &[Line]) -> (usize, String) {
    let find = |lines: &[Line], key: &str| {
        lines.iter().find(|(name, _)| name == key).map(|(_, text)| text.clone())
    };
    let added = sent.iter().filter(|(key, _)| find(expected, key).is_none());
    let mut text = String::new();
    let mut differences = 0;
    for (key, _) in expected.iter().chain(added) {
        let (expected, sent) = (find(expected, key), find(sent, key));
        if expected
            .as_ref()
            .zip(sent.as_ref())
            .is_some_and(|(expected, sent)| covers(expected, sent))
        {
            text += &format!("    {}\n", sent.unwrap_or_default());
            continue;
        }
        differences += 1;
        for (sign, line) in [('-', expected), ('+', sent)] {
            if let Some(line) = line {
                text += &format!("  {sign} {line}\n");
            }
        }
    }
    (differences, text)
}

/// Shows comparisons with similar requests, most similar first, and lists the others.
///
/// `place` and `others` are headings: of a comparison, before its place, and of the other requests.
pub(super) fn beside(
    (expected, others): (&str, &str),
    mut compared: Vec<((usize, String), String)>,
    listed: Vec<String>,
) -> String {
    let mut text = String::new();
    compared.sort_by_key(|((differences, _), _)| *differences);
    for ((_, comparison), place) in compared.iter().take(MAX_SHOWN) {
        text += &format!("compared with {place}, - {expected}, + sent:\n{comparison}");
    }
    let left = compared.len().saturating_sub(MAX_SHOWN);
    if left > 0 {
        text += &format!("and {left} more with more differences\n");
    }
    if !listed.is_empty() {
        text += &format!("{others}:\n");
    }
    for line in listed.iter().take(MAX_LISTED) {
        text += &format!("    {line}\n");
    }
    let left = listed.len().saturating_sub(MAX_LISTED);
    if left > 0 {
        text += &format!("    and {left} more\n");
    }
    text.truncate(text.trim_end().len());
    text
}

/// Shows the reports of unexpected requests.
pub(super) fn write_unexpected(text: &mut String, unexpected: &[String]) {
    for unexpected in unexpected.iter().take(MAX_SHOWN) {
        *text += &format!("\n{unexpected}\n");
    }
    if unexpected.len() > MAX_SHOWN {
        *text += &format!("\nand {} more unexpected requests\n", unexpected.len() - MAX_SHOWN);
    }
}

/// Returns `true` if the texts are equal. `REDACTED` in the expected text stands for any text.
pub(super) fn covers(expected: &str, sent: &str) -> bool {
    let Some((start, rest)) = expected.split_once(REDACTED) else {
        return expected == sent;
    };
    let (between, end) = rest.rsplit_once(REDACTED).map_or((None, rest), |(a, b)| (Some(a), b));
    let Some(mut sent) = sent.strip_prefix(start).and_then(|sent| sent.strip_suffix(end)) else {
        return false;
    };
    between.into_iter().flat_map(|it| it.split(REDACTED)).all(|part| {
        let found = sent.split_once(part);
        sent = found.map_or(sent, |(_, rest)| rest);
        found.is_some()
    })
}

/// Shows a body that is not JSON, from shortly before its first difference.
pub(super) fn text_of(body: &[u8], other: &[u8]) -> String {
    const LENGTH: usize = 200;
    let same = body.iter().zip(other).take_while(|(a, b)| a == b).count();
    let start = if body == other { 0 } else { same.saturating_sub(LENGTH / 2) };
    let end = body.len().min(start + LENGTH);
    let mut text = format!("{:?}", String::from_utf8_lossy(&body[start..end]));
    if end - start < body.len() {
        // Writing to a `String` cannot fail.
        let _ = write!(text, " ({start} to {end} of {} bytes)", body.len());
    }
    text
}
