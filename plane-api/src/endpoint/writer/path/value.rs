//! What a value in a path may be.

use std::{
    borrow::Cow,
    fmt::{self, Display, Write},
};

use crate::work;

/// How many bytes a value may have. A URL has no room for much more.
pub(super) const MAX_VALUE_BYTES: usize = 8 << 10;

/// Why a value cannot stand in a path.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::endpoint::writer) struct Refusal(&'static str);

/// What a slash or a backslash does, and the same for a value that could be sent in several segments.
const SLASH: &str = "holds a slash or a backslash, which would address something else";
const SLASHES: &str = "contains `/`, which would change the path";

impl Refusal {
    /// Whether all that is wrong is that the value has slashes.
    pub(in crate::endpoint::writer) fn is_of_slashes(&self) -> bool {
        self.0 == SLASHES
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Refuses a value that is harmful when its slashes are encoded: what is between them is checked one by one.
///
/// At every level of percent-decoding the value has the same slashes, or a piece of it is refused: one that is decoded
/// is still in its piece at the last level. So it is enough to cut the value as it is.
pub(super) fn check_pieces(value: &str) -> Result<(), Refusal> {
    value.split('/').try_for_each(|piece| match check(piece) {
        Err(Refusal(SLASH)) if !piece.contains('\\') => Err(Refusal(
            "contains `%2F` or `%5C`, as if it were encoded; pass the value unencoded: `group/project`",
        )),
        result => result,
    })
}

/// Writes a value, but for one that is too long.
pub(super) fn write_value(out: &mut String, value: &dyn Display) -> Result<(), Refusal> {
    let mut bounded = Bounded { out, left: Some(MAX_VALUE_BYTES) };
    let is_written = write!(bounded, "{value}").is_ok();
    match bounded.left {
        // Whatever the `Display` says of it.
        None => Err(Refusal("is longer than 8 KiB, the limit for a value in a path")),
        Some(_) if is_written => Ok(()),
        Some(_) => Err(Refusal("cannot be written: its `Display` fails")),
    }
}

/// Stops a `Display` while it writes: what it has left to write may be more than fits into memory.
struct Bounded<'a> {
    out: &'a mut String,
    /// How many bytes may follow; `None` after one too many.
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

/// Whether there is nothing to refuse or to encode: ids and slugs, most of the time.
pub(super) fn is_plain(value: &str) -> bool {
    let is_plain = |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_');
    !value.is_empty() && value.bytes().all(is_plain)
}

/// Refuses a value that is harmful at any level of percent-decoding.
///
/// Only the last level is looked at, because whatever is harmful stays until then. Decoding consumes `%` and digits and
/// nothing else, so that a slash, a backslash, or the bytes of a control character stay, and the latter stay side by
/// side. `.` and `..` hold nothing to decode. Each escape leaves a byte, so that only an empty value becomes empty.
pub(super) fn check(value: &str) -> Result<(), Refusal> {
    let decoded = decoded(value);
    work::count(decoded.len());
    match &*decoded {
        b"" => return Err(Refusal("is empty")),
        b"." | b".." => return Err(Refusal("is `.` or `..`, which would address something else")),
        _ => {}
    }
    if decoded.iter().any(|byte| matches!(byte, b'/' | b'\\')) {
        let is_of_slashes =
            value.contains('/') && value.split('/').all(|piece| check(piece).is_ok());
        return Err(Refusal(if is_of_slashes { SLASHES } else { SLASH }));
    }
    // Those beyond ASCII are U+0080 to U+009F. Bytes that are not UTF-8 can stand around them: 0xC2 begins a character
    // whatever comes before it.
    let is_control = |pair: &[u8]| matches!(pair, [0xc2, 0x80..=0x9f]);
    if decoded.iter().any(u8::is_ascii_control) || decoded.windows(2).any(is_control) {
        return Err(Refusal("holds a control character"));
    }
    Ok(())
}

/// The last level of percent-decoding, at which there is nothing left to decode.
///
/// An escape is decoded as soon as its last digit is there, and what comes of it can complete another one. The order in
/// which escapes are decoded makes no difference: no two overlap, as `%` is no digit. Each takes two bytes off what is
/// written, so that the work is linear.
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

/// The value of a hexadecimal digit.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
