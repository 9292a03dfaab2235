//! Reads foreign text and removes the white space and marks around it.

#[cfg(feature = "registry")]
pub(crate) mod names;

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
