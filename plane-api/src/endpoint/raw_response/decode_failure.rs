//! Finds the location in the JSON of a response at which decoding failed, without revealing data.
//!
//! The search does not depend on types. It probes the type by decoding slightly different texts with the decoder that
//! failed. A second decoder that records its path would double the code compiled for each type.
//!
//! A long response is first shortened to a text with the same failure, and the total work is bounded.

mod json_path;
mod text;

use serde_json::Error;

use self::text::Text;
use crate::work;

/// Decodes a text again to get its error.
pub(super) type Decode<'a> = &'a dyn Fn(&[u8]) -> Option<Error>;

/// The maximum depth of the search. Only responses made to take time are deeper.
const MAX_STEPS: usize = 16;

/// The maximum cost of the search.
struct Bounds {
    /// Texts up to this length are not shortened.
    short: usize,
    /// Bytes next to the path that are kept: they may be a tuple, or the field that determines the others.
    beside: usize,
    /// Bytes that may be decoded in addition to one and a half times the response: enough for all probes of a short
    /// text.
    spare: usize,
}

const BOUNDS: Bounds = Bounds { short: 8 << 10, beside: 1 << 10, spare: 2 * MAX_STEPS * (8 << 10) };

/// Returns the location of the value that the decoder does not expect, such as `results[3].created_at`.
///
/// Names of fields are shown. Keys of maps are not, because they may be data: `counts.*`. Keys whose role could not be
/// determined in time are not shown either.
pub(super) fn find(json: &[u8], error: &Error, decode: Decode<'_>) -> String {
    find_within(json, error, decode, &BOUNDS)
}

fn find_within(json: &[u8], error: &Error, decode: Decode<'_>, bounds: &Bounds) -> String {
    let budget = (json.len() + json.len() / 2).saturating_add(bounds.spare);
    let mut probes = Probes { decode, budget };
    let mut text = Text::new(json, byte(json, error));
    text.shorten(&mut probes, bounds);
    // An error at the end of a list or an object can be about its last entry, if the entry was read before it was
    // rejected. The error is then the same without the end.
    for _ in 0..MAX_STEPS {
        if !text.may_fail_before_its_end(&mut probes, bounds) {
            break;
        }
        match probes.decode(&text.json[..text.target]) {
            Some(Some(error)) if error.is_data() => {
                text.end_at_target(&error);
                text.shorten(&mut probes, bounds);
            }
            _ => break,
        }
    }
    text.place(&mut probes)
}

/// Probes: further runs of the decoder, within a budget.
struct Probes<'a> {
    decode: Decode<'a>,
    /// Bytes that may still be decoded.
    budget: usize,
}

impl Probes<'_> {
    fn can_decode(&self, bytes: usize) -> bool {
        bytes <= self.budget
    }

    /// Returns the decoder's error, if there is one. `None` if the budget does not allow the probe.
    fn decode(&mut self, json: &[u8]) -> Option<Option<Error>> {
        self.budget = self.budget.checked_sub(json.len())?;
        work::count(json.len());
        Some((self.decode)(json))
    }
}

/// Returns a byte of the value or key that an error is about.
fn byte(json: &[u8], error: &Error) -> usize {
    work::count(json.len());
    let lines = json.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let at = match error.line() {
        // The position is unknown: the error is about the whole text.
        0 => json.len(),
        // A position can be forged: a decoder may quote the server, and `serde_json` reads the position from the
        // message.
        _ => before.saturating_add(error.column()).min(json.len()),
    };
    // A list or an object of the wrong type is not read, and neither is a token that JSON does not allow there.
    if error.is_data() && matches!(json.get(at), Some(b'[' | b'{')) {
        return at;
    }
    let read = if error.is_data() { json[..at].trim_ascii_end().len() } else { at };
    read.saturating_sub(1)
}

#[cfg(test)]
mod tests;
