//! Formats the failures of a mock: requests as lines of text, and comparisons of two requests.

use std::fmt::{self, Display, Write};

use http::HeaderName;

use super::{
    RecordedCall,
    expectation::{Expected, Mismatch},
};

/// With how many expectations an unexpected call is compared, and how many unexpected calls a report shows.
const MAX_SHOWN: usize = 3;

/// Maximum number of expectations of other endpoints that are listed.
const MAX_LISTED: usize = 10;

/// A property of a request: its name, and its line.
type Line = (String, String);

/// Describes a call that was not expected.
pub(super) fn unexpected(call: &RecordedCall, expected: &[Expected], mismatch: Mismatch) -> String {
    let mut text = format!("unexpected request {}:\n", call.spec.name);
    write_lines(&mut text, call);
    let place = |index: usize| Declared(&expected[index]);
    text += &match mismatch {
        Mismatch::Unlike if expected.is_empty() => "no requests are expected".to_owned(),
        Mismatch::Unlike => beside(call, expected),
        Mismatch::TooOften(index) => {
            let times = expected[index].times();
            format!("expected {times} to {}, got one more", place(index))
        }
        Mismatch::TooEarly(index, before) => {
            format!("{} is expected only after {}", place(index), place(before))
        }
        Mismatch::TooLate(index, after) => {
            format!("{} is expected before {}, which was already sent", place(index), place(after))
        }
    };
    text
}

/// Returns the report of a failed verification.
pub(super) fn failure(unexpected: &[String], expected: &[Expected]) -> Option<String> {
    let unmet: Vec<_> = expected.iter().filter(|expected| !expected.is_satisfied()).collect();
    if unexpected.is_empty() && unmet.is_empty() {
        return None;
    }
    let mut text = String::from("mock expectations not met\n");
    for unexpected in unexpected.iter().take(MAX_SHOWN) {
        text = text + "\n" + unexpected + "\n";
    }
    if unexpected.len() > MAX_SHOWN {
        text += &format!("\nand {} more unexpected requests\n", unexpected.len() - MAX_SHOWN);
    }
    for expected in unmet {
        let Expected { spec, at, count, .. } = expected;
        let times = expected.times();
        text += &format!("\nexpected {times} to {} ({at}), got {count}:\n", spec.name);
        match &expected.request {
            Some(request) => write_lines(&mut text, request),
            None => text += &format!("    {}\n", head(expected)),
        }
    }
    Some(text)
}

/// The name of an expectation, and where it is declared.
struct Declared<'a>(&'a Expected);

impl Display for Declared<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expected { spec, request, at, .. } = self.0;
        let any = if request.is_none() { "any " } else { "" };
        write!(f, "{any}{} ({at})", spec.name)
    }
}

/// Compares the call with the expectations of its endpoint, most similar first, and lists the others.
fn beside(call: &RecordedCall, expected: &[Expected]) -> String {
    let is_like = |request: &RecordedCall| {
        let (a, b) = (request.spec, call.spec);
        a.method == b.method && (a.path == b.path || request.path == call.path)
    };
    let (alike, others): (Vec<_>, Vec<_>) =
        expected.iter().partition(|expected| expected.request.as_ref().is_some_and(is_like));
    let mut text = String::new();
    let mut compared: Vec<_> = alike
        .iter()
        .filter_map(|expected| {
            Some((compare(expected.request.as_ref()?, call), Declared(expected)))
        })
        .collect();
    compared.sort_by_key(|((differences, _), _)| *differences);
    for ((_, comparison), place) in compared.iter().take(MAX_SHOWN) {
        text += &format!("compared with {place}, - expected, + sent:\n{comparison}");
    }
    let left = compared.len().saturating_sub(MAX_SHOWN);
    if left > 0 {
        text += &format!("and {left} more with more differences\n");
    }
    if !others.is_empty() {
        text += "other expectations:\n";
    }
    for expected in others.iter().take(MAX_LISTED) {
        text += &format!("    {}, {}\n", head(expected), Declared(expected));
    }
    let left = others.len().saturating_sub(MAX_LISTED);
    if left > 0 {
        text += &format!("    and {left} more\n");
    }
    text.truncate(text.trim_end().len());
    text
}

/// The method and the path, or the path template.
fn head(expected: &Expected) -> String {
    let path = expected.request.as_ref().map_or(expected.spec.path, |request| &request.path);
    let root = expected.spec.root.unwrap_or_default();
    format!("{} {root}{path}", expected.spec.method)
}

/// Returns the number of differences, and a comparison.
fn compare(expected: &RecordedCall, sent: &RecordedCall) -> (usize, String) {
    let headers = expected.compared_headers(sent);
    let (expected, sent) = (lines(expected, sent, &headers), lines(sent, expected, &headers));
    let find = |lines: &[Line], key: &str| {
        lines.iter().find(|(name, _)| name == key).map(|(_, text)| text.clone())
    };
    let added = sent.iter().filter(|(key, _)| find(&expected, key).is_none());
    let mut text = String::new();
    let mut differences = 0;
    for (key, _) in expected.iter().chain(added) {
        let (expected, sent) = (find(&expected, key), find(&sent, key));
        if expected == sent {
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

/// Returns the properties of a request for a comparison with another one.
fn lines(request: &RecordedCall, other: &RecordedCall, headers: &[&HeaderName]) -> Vec<Line> {
    let root = request.spec.root.unwrap_or_default();
    let start = format!("{} {root}{}", request.spec.method, request.path);
    let mut lines = vec![(String::new(), start)];
    for pair in request.sorted_query().chunk_by(|a, b| a.0 == b.0) {
        let values: Vec<_> = pair.iter().map(|(_, value)| format!("{value:?}")).collect();
        push(&mut lines, format!("query.{}", pair[0].0), values.join(", "));
    }
    for name in headers {
        let values = request.headers.get_all(*name).iter();
        let values: Vec<_> = values.map(|value| format!("{value:?}")).collect();
        if !values.is_empty() {
            push(&mut lines, format!("header.{name}"), values.join(", "));
        }
    }
    match request.exact_json() {
        Some(json) => {
            json.each("body".to_owned(), &mut |path, value| push(&mut lines, path, value));
        }
        None => body_lines(&mut lines, request, other),
    }
    lines
}

fn push(lines: &mut Vec<Line>, key: String, value: impl Display) {
    let text = format!("{key}: {value}");
    lines.push((key, text));
}

/// Shows a body that is not JSON. If one of the two is a stream, its known parts are shown, piece by piece.
fn body_lines(lines: &mut Vec<Line>, request: &RecordedCall, other: &RecordedCall) {
    let Some(known) = request.stream.as_ref().or(other.stream.as_ref()) else {
        if !request.body.is_empty() {
            push(lines, "body".to_owned(), text_of(&request.body, &other.body));
        }
        return;
    };
    if request.stream.is_none() && other.expects_body_of(request) {
        // It matches the expectation, so it is shown the same way.
        return body_lines(lines, other, other);
    }
    if request.stream.is_none() {
        let pieces: Vec<_> = known.iter().map(|piece| &**piece).collect();
        return push(lines, "body".to_owned(), text_of(&request.body, &pieces.concat()));
    }
    for (index, piece) in known.iter().enumerate().filter(|(_, piece)| !piece.is_empty()) {
        let text = format!("{:?}", String::from_utf8_lossy(piece));
        push(
            lines,
            if index == 0 { "body".to_owned() } else { format!("body, after stream {index}") },
            text,
        );
    }
}

/// Shows a body that is not JSON, from shortly before its first difference.
fn text_of(body: &[u8], other: &[u8]) -> String {
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

/// Writes the lines of a request.
fn write_lines(text: &mut String, request: &RecordedCall) {
    let headers: Vec<_> = request.own_headers.iter().collect();
    for (_, line) in lines(request, request, &headers) {
        *text += &format!("    {line}\n");
    }
}
