//! Reads `Link` headers (RFC 8288) and the query parameters of their URLs.

use http::{HeaderMap, header};
use url::form_urlencoded;

use crate::work;

/// Returns the URL with this relation (`next`, `last` and so on).
pub(crate) fn link(headers: &HeaderMap, rel: &str) -> Option<String> {
    links(headers).find(|(_, rels)| has(rels, rel)).map(|(url, _)| url)
}

/// Returns `true` if a response links to any other page. If it does, a missing `next` means that there is no next page.
pub(crate) fn names_pages(headers: &HeaderMap) -> bool {
    let is_page = |(_, rels): (String, String)| {
        ["next", "prev", "previous", "first", "last"].iter().any(|rel| has(&rels, rel))
    };
    links(headers).any(is_page)
}

/// Returns the value of a parameter in a URL, regardless of its host and path.
pub(crate) fn parameter(url: &str, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query(url).as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// Returns the query of a URL, without `?`.
pub(crate) fn query(url: &str) -> &str {
    work::count(url.len());
    let url = url.split('#').next().unwrap_or_default();
    url.split_once('?').map_or("", |(_, query)| query)
}

fn has(rels: &str, rel: &str) -> bool {
    rels.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(rel))
}

/// Returns each URL with its relation.
fn links(headers: &HeaderMap) -> impl Iterator<Item = (String, String)> {
    headers.get_all(header::LINK).iter().flat_map(|value| {
        let value = String::from_utf8_lossy(value.as_bytes());
        let mut found = Vec::new();
        let mut rest = &*value;
        while let Some((url, params, after)) = next(rest) {
            found.push((url.trim().to_owned(), rel(params).to_owned()));
            rest = after;
        }
        found
    })
}

/// Splits off the first link: its URL, its parameters, and the rest.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (_, text) = text.split_once('<')?;
    let (url, text) = text.split_once('>')?;
    work::count(url.len());
    let (params, after) = split_unquoted(text, b',');
    Some((url, params, after))
}

/// Returns the value of the first `rel`.
fn rel(params: &str) -> &str {
    let mut rest = params;
    while !rest.is_empty() {
        let (param, after) = split_unquoted(rest, b';');
        let (name, value) = param.split_once('=').unwrap_or_default();
        if name.trim().eq_ignore_ascii_case("rel") {
            return value.trim().trim_matches('"');
        }
        rest = after;
    }
    ""
}

/// Splits the text at the first such byte outside of quotes.
fn split_unquoted(text: &str, separator: u8) -> (&str, &str) {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let end = text.bytes().position(|byte| {
        work::count(1);
        let was_escaped = std::mem::take(&mut is_escaped);
        match byte {
            _ if was_escaped => {}
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            byte => return byte == separator && !is_quoted,
        }
        false
    });
    end.map_or((text, ""), |end| (&text[..end], &text[end + 1..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn headers(values: &[&str]) -> HeaderMap {
        values.iter().map(|value| (header::LINK, value.parse().unwrap())).collect()
    }

    #[test]
    fn links_are_told_apart() {
        let next = |values: &[&str]| link(&headers(values), "next");
        let cases: [(&[&str], Option<&str>); 9] = [
            (&["<https://a.example/?page=2>; rel=\"next\""], Some("https://a.example/?page=2")),
            (&["</?p=1>; rel=prev, </?p=3>; rel=next"], Some("/?p=3")),
            (&["</?p=1>; rel=\"prev\"", "</?p=3>; REL=\"Next last\""], Some("/?p=3")),
            (&["</?a=1,2&p=3>; title=\"x, <y>; rel=\\\"next\\\"\"; rel=next"], Some("/?a=1,2&p=3")),
            (&["</?p=1>; rel=\"nextish\""], None),
            (&["</?p=1>; title=\"next\""], None),
            (&["</?p=1"], None),
            (&["nonsense; rel=next"], None),
            (&[], None),
        ];
        for (values, expected) in cases {
            assert_eq!(next(values).as_deref(), expected, "{values:?}");
        }
        assert!(names_pages(&headers(&["</?p=1>; rel=first"])));
        assert!(!names_pages(&headers(&["</style.css>; rel=preload"])));
    }

    #[test]
    fn parameters_are_decoded() {
        let cases = [
            ("https://a.example/x?page=2&b=c", Some("2")),
            ("?b=c&page=a%2Bb%20c+d#page=3", Some("a+b c d")),
            ("/x?b=page=2", None),
            ("/x#?page=2", None),
            ("", None),
        ];
        for (url, expected) in cases {
            assert_eq!(parameter(url, "page").as_deref(), expected, "{url}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_links_is_linear(pattern in r#"[<>;,="\\ a]{1,8}"#) {
            let input = |length| headers(&[&work::repeated(&pattern, length)]);
            work::assert_linear(4 << 10, 512, input, |headers| {
                work::count(1);
                link(headers, "next");
            });
        }
    }
}
