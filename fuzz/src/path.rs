//! Path parameters.

use percent_encoding::percent_decode_str;
use plane_api::{Delivery, ErrorKind, endpoint};

#[endpoint(GET, "/workspaces/<slug>/items/<project>-<sequence>/<last>/")]
struct GetItem {}

#[endpoint(GET, "/files/<path..>/raw")]
struct GetFile {}

#[endpoint(GET, "/projects/<id>/issues")]
struct ListIssues {
    #[path(slashes)]
    id: String,
}

/// The input is text, and each of its lines is a value of a path parameter. A value arrives in its segment, or nothing is
/// sent.
pub fn path(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let mut lines = text.split('\n');
    let values = [(); 4].map(|()| lines.next().unwrap_or("x"));
    values_stay_in_their_places(values);
    several_segments(&text);
    one_segment_with_slashes(&text);
}

/// Four values of path parameters, two of which share a segment: either nothing is sent, or the server finds exactly
/// the segments of the template, with the values in them.
pub fn values_stay_in_their_places(values: [&str; 4]) {
    let [slug, project, sequence, last] = values;
    let expected = [slug.to_owned(), format!("{project}-{sequence}"), last.to_owned()];
    match GetItem::new(slug, project, sequence, last).request() {
        Ok(request) => {
            let segments = segments(request.uri());
            assert_eq!(segments.len(), 7, "{segments:?}");
            let fixed = [0, 1, 3, 6].map(|index| &*segments[index]);
            assert_eq!(fixed, ["", "workspaces", "items", ""]);
            for (index, expected) in [2, 4, 5].into_iter().zip(&expected) {
                check(&segments[index], expected);
            }
        }
        Err(error) => {
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
            let values = values.into_iter().chain(expected.iter().map(String::as_str));
            assert!(values.clone().any(is_rejected), "rejected without need: {values:?}");
        }
    }
}

fn several_segments(value: &str) {
    match GetFile::new(value).request() {
        Ok(request) => {
            let segments = segments(request.uri());
            let [first, files, values @ .., last] = &segments[..] else { panic!("{segments:?}") };
            assert_eq!((&**first, &**files, &**last), ("", "files", "raw"));
            let expected: Vec<_> = value.split('/').collect();
            assert_eq!(values.len(), expected.len());
            values.iter().zip(expected).for_each(|(segment, expected)| check(segment, expected));
        }
        Err(error) => {
            assert_eq!(error.delivery(), Delivery::NotSent);
            assert!(value.len() > LIMIT || value.split('/').any(is_rejected), "{value:?}: {error}");
        }
    }
}

fn one_segment_with_slashes(value: &str) {
    match ListIssues::new(value).request() {
        Ok(request) => {
            let segments = segments(request.uri());
            assert_eq!(segments.len(), 4, "{segments:?}");
            let decoded = percent_decode_str(&segments[2]).decode_utf8().unwrap();
            assert_eq!(decoded, value);
            // At every level of decoding, the only slashes are those of the value.
            for level in levels(&segments[2]).into_iter().skip(1) {
                assert_eq!(level.matches('/').count(), value.matches('/').count(), "{level:?}");
                assert!(!level.split('/').any(is_harmful), "{level:?}");
            }
        }
        Err(error) => {
            assert_eq!(error.delivery(), Delivery::NotSent);
            assert!(value.len() > LIMIT || value.split('/').any(is_rejected), "{value:?}: {error}");
        }
    }
}

/// The maximum length of a value.
const LIMIT: usize = 8 << 10;

/// The segments of a path as a URL parser sees it, which resolves dots.
fn segments(uri: &plane_api::http::Uri) -> Vec<String> {
    assert_eq!(uri.query(), None);
    let url = url::Url::parse(&format!("http://host{uri}")).unwrap();
    assert_eq!(url.path(), uri.path());
    url.path().split('/').map(str::to_owned).collect()
}

/// Asserts that a segment decodes to the value, and is harmless at every level of decoding.
fn check(segment: &str, expected: &str) {
    let levels = levels(segment);
    assert_eq!(levels.get(1).unwrap_or(&levels[0]), expected, "{levels:?}");
    assert!(!levels.iter().any(|level| is_harmful(level)), "{levels:?}");
}

/// Decodes a segment like a server that decodes until nothing is left to decode.
fn levels(segment: &str) -> Vec<String> {
    let mut levels = vec![segment.to_owned()];
    loop {
        let last = &levels[levels.len() - 1];
        let decoded = percent_decode_str(last).decode_utf8_lossy().into_owned();
        if *last == decoded {
            return levels;
        }
        levels.push(decoded);
    }
}

/// Returns `true` if a value may be rejected.
fn is_rejected(value: &str) -> bool {
    value.len() > LIMIT || levels(value).iter().any(|level| is_harmful(level))
}

fn is_harmful(level: &str) -> bool {
    matches!(level, "" | "." | "..")
        || level.contains(['/', '\\'])
        || level.chars().any(char::is_control)
}
