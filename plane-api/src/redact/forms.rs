//! The forms in which a server may write a secret: JSON, URLs, HTML and XML, Base64.

/// A decoded character as UTF-8, and the number of bytes that it occupies in the encoded text.
pub(crate) struct Char {
    bytes: [u8; 4],
    count: usize,
    pub(super) length: usize,
}

impl Char {
    fn new(char: char, length: usize) -> Self {
        let mut bytes = [0; 4];
        let count = char.encode_utf8(&mut bytes).len();
        Self { bytes, count, length }
    }

    fn byte(byte: u8, length: usize) -> Self {
        Self { bytes: [byte, 0, 0, 0], count: 1, length }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.count]
    }
}

/// Reads the first character of a text in some form. `None` at the end, or if the character is truncated.
pub(crate) type Read = fn(&[u8]) -> Option<Char>;

/// Reads a character of JSON.
pub(crate) fn json(text: &[u8]) -> Option<Char> {
    match text {
        [] | [b'\\'] => None,
        [b'\\', b'u', hex @ ..] if hex.len() < 4 => None,
        [b'\\', b'u', hex @ ..] => Some(match (unit(hex), hex.get(4..).and_then(low_surrogate)) {
            (Some(high @ 0xd800..=0xdbff), Some(low)) => {
                let char = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                Char::new(char::from_u32(char).unwrap_or(char::REPLACEMENT_CHARACTER), 12)
            }
            (Some(unit), _) => {
                Char::new(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER), 6)
            }
            // Not an escape.
            (None, _) => Char::byte(b'\\', 1),
        }),
        [b'\\', b'n', ..] => Some(Char::byte(b'\n', 2)),
        [b'\\', b'r', ..] => Some(Char::byte(b'\r', 2)),
        [b'\\', b't', ..] => Some(Char::byte(b'\t', 2)),
        [b'\\', b'b', ..] => Some(Char::byte(8, 2)),
        [b'\\', b'f', ..] => Some(Char::byte(12, 2)),
        [b'\\', char, ..] => Some(Char::byte(*char, 2)),
        [char, ..] => Some(Char::byte(*char, 1)),
    }
}

fn unit(hex: &[u8]) -> Option<u32> {
    number(hex.get(..4)?, 16)
}

fn low_surrogate(text: &[u8]) -> Option<u32> {
    unit(text.strip_prefix(b"\\u")?).filter(|low| (0xdc00..=0xdfff).contains(low))
}

fn number(digits: &[u8], radix: u32) -> Option<u32> {
    let is_plain = digits.first().is_some_and(u8::is_ascii_alphanumeric);
    std::str::from_utf8(digits)
        .ok()
        .filter(|_| is_plain)
        .and_then(|text| u32::from_str_radix(text, radix).ok())
}

/// Reads a character of a URL.
pub(super) fn percent(text: &[u8]) -> Option<Char> {
    match text {
        [] | [b'%'] | [b'%', _] => None,
        [b'%', hex @ ..] => {
            Some(match number(&hex[..2], 16).and_then(|byte| u8::try_from(byte).ok()) {
                Some(byte) => Char::byte(byte, 3),
                None => Char::byte(b'%', 1),
            })
        }
        [char, ..] => Some(Char::byte(*char, 1)),
    }
}

/// Reads a character of a form.
pub(crate) fn form(text: &[u8]) -> Option<Char> {
    match text {
        [b'+', ..] => Some(Char::byte(b' ', 1)),
        text => percent(text),
    }
}

/// Reads a character of HTML or XML.
pub(super) fn markup(text: &[u8]) -> Option<Char> {
    const NAMES: [(&[u8], u8); 5] =
        [(b"&amp;", b'&'), (b"&lt;", b'<'), (b"&gt;", b'>'), (b"&quot;", b'"'), (b"&apos;", b'\'')];
    let first = *text.first()?;
    if first == b'&' {
        if let Some((name, char)) = NAMES.iter().find(|(name, _)| text.starts_with(name)) {
            return Some(Char::byte(*char, name.len()));
        }
        let end = text.iter().take(10).position(|byte| *byte == b';');
        let code = end.and_then(|end| text.get(2..end)).filter(|_| text.starts_with(b"&#"));
        let code = code.and_then(|code| match code {
            [b'x' | b'X', hex @ ..] => number(hex, 16),
            decimal => number(decimal, 10),
        });
        if let (Some(end), Some(char)) = (end, code.and_then(char::from_u32)) {
            return Some(Char::new(char, end + 1));
        }
    }
    Some(Char::byte(first, 1))
}

/// Decodes Base64 (RFC 4648, section 4).
pub(super) fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.trim_ascii().iter().take_while(|letter| **letter != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            // The eight bits that are complete; the bits above them were taken before.
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}

/// Returns the forms of a secret to search for, in lower case: as it is, in hexadecimal, and in base64 of both alphabets
/// at any position, as within that of `user:secret`.
pub(crate) fn patterns(secret: &[u8]) -> Vec<Vec<u8>> {
    let hex = secret.iter().flat_map(|byte| {
        [byte >> 4, byte & 15].map(|digit| b"0123456789abcdef"[usize::from(digit)])
    });
    let mut patterns = vec![secret.to_vec(), hex.collect()];
    for before in 0..3 {
        let text = to_base64(&[&vec![0; before][..], secret].concat());
        // Only these characters do not depend on the neighbours of the secret.
        let known = (before * 8).div_ceil(6)..(before + secret.len()) * 8 / 6;
        let known = text.get(known).unwrap_or_default();
        if known.contains(['+', '/']) {
            patterns.push(known.replace('+', "-").replace('/', "_").into_bytes());
        }
        patterns.push(known.as_bytes().to_vec());
    }
    patterns.iter_mut().for_each(|pattern| pattern.make_ascii_lowercase());
    patterns
}

/// Encodes bytes as Base64, with padding.
pub(crate) fn to_base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits =
            (0..3).fold(0, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_as_it_is_written() {
        let cases =
            [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob")];
        for (text, bytes) in cases {
            assert_eq!(to_base64(bytes.as_bytes()), text);
            assert_eq!(base64(text.as_bytes()).unwrap(), bytes.as_bytes());
        }
        assert_eq!(base64(b"+/+/").unwrap(), [0xfb, 0xff, 0xbf]);
        assert_eq!(base64(b"Zm9v!"), None);
    }
}
