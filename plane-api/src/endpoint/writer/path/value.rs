//! Checks values of path parameters.

use std::{
    borrow::Cow,
    fmt::{self, Display, Write},
};

use crate::work;

/// The maximum length of a value in bytes. A URL has no room for much more.
pub(super) const MAX_VALUE_BYTES: usize = 8 << 10;

/// The reason why a value cannot be a path parameter.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::endpoint::writer) struct InvalidValue(&'static str);

/// The reason for a value with a slash or a backslash, and the reason for one that could be sent as several segments.
const SLASH: &str = "contains `/` or `\\`, which would change the path";
const SLASHES: &str = "contains `/`, which would change the path";

impl InvalidValue {
    /// Returns `true` if slashes are the only problem.
    pub(in crate::endpoint::writer) fn is_of_slashes(&self) -> bool {
        self.0 == SLASHES
    }
}

impl Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Rejects a value that is harmful even with its slashes encoded. The pieces between them are checked one by one.
///
/// It is enough to split the undecoded value: a slash that appears by decoding remains in its piece until the last
/// level of percent-decoding, where the piece is rejected.
pub(super) fn check_pieces(value: &str) -> Result<(), InvalidValue> {
    value.split('/').try_for_each(|piece| match check(piece) {
        Err(InvalidValue(SLASH)) if !piece.contains('\\') => Err(InvalidValue(
            "contains `%2F` or `%5C`, as if it were encoded; pass the value unencoded: `group/project`",
        )),
        result => result,
    })
}

/// Writes a value, unless it is too long.
pub(super) fn write_value(out: &mut String, value: &dyn Display) -> Result<(), InvalidValue> {
    let mut bounded = Bounded { out, left: Some(MAX_VALUE_BYTES) };
    let is_written = write!(bounded, "{value}").is_ok();
    match bounded.left {
        // Regardless of what `Display` returns.
        None => Err(InvalidValue("is longer than 8 KiB, the maximum for a path parameter")),
        Some(_) if is_written => Ok(()),
        Some(_) => Err(InvalidValue("cannot be formatted: its `Display` fails")),
    }
}

/// Stops a `Display` while it writes, because the rest may not fit into memory.
struct Bounded<'a> {
    out: &'a mut String,
    /// Bytes that may follow. `None` after one too many.
    left: Option<usize>,
}

impl Write for Bounded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.left = self.left.and_then(|left| left.checked_sub(text.len()));
        if self.left.is_none() {
            return Err(fmt::Error);
        }
        self.out.push_str(text);
        Ok(())
    }
}

/// Returns `true` if the value needs neither checks nor encoding, as most ids and slugs.
pub(super) fn is_plain(value: &str) -> bool {
    let is_plain = |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_');
    !value.is_empty() && value.bytes().all(is_plain)
}

/// Rejects a value that is harmful at any level of percent-decoding.
///
/// Checking the last level is enough, because harmful characters stay until then. Decoding consumes only `%` and
/// digits, so slashes, backslashes and the bytes of control characters stay, and the latter stay adjacent. `.` and `..`
/// contain nothing to decode. Each escape leaves a byte, so only an empty value becomes empty.
pub(super) fn check(value: &str) -> Result<(), InvalidValue> {
    let decoded = decoded(value);
    work::count(decoded.len());
    match &*decoded {
        b"" => return Err(InvalidValue("is empty")),
        b"." | b".." => return Err(InvalidValue("is `.` or `..`, which would change the path")),
        _ => {}
    }
    if decoded.iter().any(|byte| matches!(byte, b'/' | b'\\')) {
        let is_of_slashes =
            value.contains('/') && value.split('/').all(|piece| check(piece).is_ok());
        return Err(InvalidValue(if is_of_slashes { SLASHES } else { SLASH }));
    }
    // Control characters beyond ASCII are U+0080 to U+009F. Bytes that are not UTF-8 may surround them: 0xC2 begins a
    // character whatever precedes it.
    let is_control = |pair: &[u8]| matches!(pair, [0xc2, 0x80..=0x9f]);
    if decoded.iter().any(u8::is_ascii_control) || decoded.windows(2).any(is_control) {
        return Err(InvalidValue("contains a control character"));
    }
    Ok(())
}

/// Returns the last level of percent-decoding, at which nothing is left to decode.
///
/// An escape is decoded as soon as its last digit has been read, and the result can complete another escape. The order
/// does not matter: escapes do not overlap, because `%` is not a digit. Each one removes two bytes from the output, so
/// the work is linear.
pub(super) fn decoded(value: &str) -> Cow<'_, [u8]> {
    if !value.contains('%') {
        return Cow::Borrowed(value.as_bytes());
    }
    let mut decoded = Vec::with_capacity(value.len());
    for mut byte in value.bytes() {
        work::count(1);
        while let [.., b'%', high] = *decoded
            && let (Some(high), Some(low)) = (digit(high), digit(byte))
        {
            work::count(1);
            decoded.truncate(decoded.len() - 2);
            byte = high << 4 | low;
        }
        decoded.push(byte);
    }
    Cow::Owned(decoded)
}

/// Returns the value of a hexadecimal digit.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
