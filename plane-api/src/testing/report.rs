//! Formats the failures of a mock: requests as lines of text, and comparisons of two requests.

use std::fmt::{self, Display};

use http::HeaderName;

use super::{
    RecordedCall,
    expectation::{Expected, Mismatch},
    lines::{self, Line, push, text_of},
};

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
    lines::write_unexpected(&mut text, unexpected);
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

/// The name of an expectation, and the line of its declaration.
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
    let compared = alike.iter().filter_map(|expected| {
        let place = Declared(expected).to_string();
        Some((compare(expected.request.as_ref()?, call), place))
    });
    let listed = others.iter().map(|it| format!("{}, {}", head(it), Declared(it))).collect();
    lines::beside(("expected", "other expectations"), compared.collect(), listed)
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
    lines::compare(&lines(expected, sent, &headers), &lines(sent, expected, &headers))
}

/// Returns the properties of a request for a comparison with another one.
fn lines(request: &RecordedCall, other: &RecordedCall, headers: &[&HeaderName]) -> Vec<Line> {
    let root = request.spec.root.unwrap_or_default();
    let start = format!("{} {root}{}", request.spec.method, request.path);
    let mut lines = vec![(String::new(), start)];
    lines::push_pairs(&mut lines, "query", &request.sorted_query());
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

/// Shows a body that is not JSON. If one of the two is a stream, its known parts are shown, piece by piece.
fn body_lines(lines: &mut Vec<Line>, request: &RecordedCall, other: &RecordedCall) {
    let Some(known) = request.stream.as_ref().or(other.stream.as_ref()) else {
        if !request.body.is_empty() {
            push(lines, "body".to_owned(), text_of(&request.body, &other.body));
        }
        return;
    };
    if request.stream.is_none() && other.expects_body_of(request) {
        // The body matches the expectation, so it is shown the same way.
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

/// Writes the lines of a request.
fn write_lines(text: &mut String, request: &RecordedCall) {
    let headers: Vec<_> = request.own_headers.iter().collect();
    lines::write(text, &lines(request, request, &headers));
}
