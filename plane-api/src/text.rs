//! Reads text from outside and removes what may surround it.

use std::borrow::Cow;

use http::HeaderValue;

use crate::work;

/// Returns JSON without the byte order mark and the white space around it (RFC 8259, 2 and 8.1). Empty if nothing else
/// remains.
pub(crate) fn json(body: &[u8]) -> &[u8] {
    let body = trimmed(body);
    body.strip_prefix(b"\xef\xbb\xbf").map_or(body, trimmed)
}

/// Removes the characters that JSON defines as white space from both ends.
fn trimmed(body: &[u8]) -> &[u8] {
    let is_text = |byte: &u8| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let Some(start) = body.iter().position(is_text) else {
        work::count(body.len());
        return &[];
    };
    let end = body.iter().rposition(is_text).map_or(start, |last| last + 1);
    work::count(body.len() - (end - start));
    &body[start..end]
}

/// Returns JSON as text. Checking all of it at once is cheaper than checking each of its strings.
///
/// Each byte that is not UTF-8 is replaced by one character that JSON does not allow, so positions stay the same.
pub(crate) fn utf8(json: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = str::from_utf8(json) {
        return Cow::Borrowed(text);
    }
    work::count(json.len());
    let mut text = String::with_capacity(json.len());
    for chunk in json.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '\0'));
    }
    Cow::Owned(text)
}

/// Returns the value of a foreign header. Servers send UTF-8, which `HeaderValue::to_str` does not accept.
pub(crate) fn header(value: &HeaderValue) -> Option<&str> {
    std::str::from_utf8(value.as_bytes()).ok()
}

/// Returns the candidate that a misspelled name probably means: the one with the fewest typing mistakes, at most one for
/// every three characters. A missing, an extra or another character is a mistake, and so are two that are swapped; upper
/// and lower case, and `-` and `_`, are the same.
#[cfg(feature = "registry")]
pub(crate) fn closest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    // Longer names than this are not names.
    const MAX: usize = 64;
    let fold = |text: &str| text.replace('-', "_").to_lowercase().chars().collect::<Vec<_>>();
    if name.len() > MAX {
        return None;
    }
    let name = fold(name);
    let mistakes = candidates.map(|candidate| (mistakes(&name, &fold(candidate)), candidate));
    let (mistakes, closest) = mistakes.min_by_key(|(mistakes, _)| *mistakes)?;
    // With a mistake in each of its characters, nothing of the name is left.
    let is_similar = mistakes <= name.len().div_ceil(3) && mistakes < name.len();
    is_similar.then_some(closest)
}

/// Returns the number of typing mistakes between two words.
#[cfg(feature = "registry")]
fn mistakes(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && one[i - 1] == *b && other[j - 1] == *a {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_json_is_left_out() {
        for (body, expected) in [
            ("\u{feff}{}", "{}"),
            (" \r\n\t\u{feff} {} \n", "{}"),
            ("{}", "{}"),
            ("", ""),
            ("  \r\n", ""),
            ("\u{feff}", ""),
            ("\u{feff} \n", ""),
            ("\u{a0}{}", "\u{a0}{}"),
        ] {
            assert_eq!(json(body.as_bytes()), expected.as_bytes(), "{body:?}");
        }
    }

    #[cfg(feature = "registry")]
    #[test]
    fn a_name_of_one_character_is_like_no_other() {
        let closest = |name| closest(name, ["q", "id"].into_iter());
        assert_eq!((closest("x"), closest("i"), closest("")), (None, None, None));
        assert_eq!((closest("Q"), closest("ib")), (Some("q"), Some("id")));
    }

    #[test]
    fn what_is_not_utf_8_is_replaced_in_its_place() {
        for (json, expected) in [
            (&b"[\"caf\xc3\xa9\"]"[..], "[\"caf\u{e9}\"]"),
            (b"[\"caf\xe9\"]", "[\"caf\0\"]"),
            (b"\xff\xfe{", "\0\0{"),
            (b"\xe2\x82", "\0\0"),
            (b"", ""),
        ] {
            let text = utf8(json);
            assert_eq!((&*text, text.len() >= json.len()), (expected, true));
        }
    }

    #[test]
    fn headers_are_read_as_utf_8() {
        let value = |bytes: &[u8]| HeaderValue::from_bytes(bytes).unwrap();
        assert_eq!(header(&value("café".as_bytes())), Some("café"));
        assert_eq!(header(&value(b"caf\xe9")), None);
    }
}
