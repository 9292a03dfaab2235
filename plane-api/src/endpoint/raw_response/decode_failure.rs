//! Finds where in the JSON of an answer decoding failed, without giving away what is data.
//!
//! It knows no type. What it needs to know of one it finds out by decoding texts that differ a little, with the decoder that
//! failed: a second decoder, one that takes notes, would double what is compiled for each type.
//!
//! A long answer is shortened first, to a text with the same failure, and what can be asked in total is bounded.

mod text;
mod way;

use serde_json::Error;

use self::text::Text;
use crate::work;

/// Decodes a text again, for the error alone.
pub(super) type Decode<'a> = &'a dyn Fn(&[u8]) -> Option<Error>;

/// For so many steps the decoder is asked: no answer has more, unless it was made to take time.
const MAX_STEPS: usize = 16;

/// What the search may cost.
struct Bounds {
    /// A text up to this length is not shortened.
    short: usize,
    /// So much of what is beside the way is kept: a tuple, or the field that says what the others are.
    beside: usize,
    /// How much may be decoded, besides the answer itself and a half: enough for all questions about a short text.
    spare: usize,
}

const BOUNDS: Bounds = Bounds { short: 8 << 10, beside: 1 << 10, spare: 2 * MAX_STEPS * (8 << 10) };

/// The place where this JSON is not what the decoder expects, such as `results[3].created_at`.
///
/// Names of fields are shown, keys of maps are not, because they may be data: `counts.*`. Nor are keys that there was no
/// more time to ask about.
pub(super) fn find(json: &[u8], error: &Error, decode: Decode<'_>) -> String {
    find_within(json, error, decode, &BOUNDS)
}

fn find_within(json: &[u8], error: &Error, decode: Decode<'_>, bounds: &Bounds) -> String {
    let budget = (json.len() + json.len() / 2).saturating_add(bounds.spare);
    let mut questions = Questions { decode, budget };
    let mut text = Text::new(json, byte(json, error));
    text.shorten(&mut questions, bounds);
    // An error at the end of a list or of an object can be about its last entry, if that was read before it was refused. Then
    // it is the same when the end is missing.
    for _ in 0..MAX_STEPS {
        if !text.may_fail_before_its_end(&mut questions, bounds) {
            break;
        }
        match questions.ask(&text.json[..text.target]) {
            Some(Some(error)) if error.is_data() => {
                text.end_at_target(&error);
                text.shorten(&mut questions, bounds);
            }
            _ => break,
        }
    }
    text.place(&mut questions)
}

/// What the decoder is asked, as long as there is time.
struct Questions<'a> {
    decode: Decode<'a>,
    /// How many bytes may still be decoded.
    budget: usize,
}

impl Questions<'_> {
    fn can_ask(&self, bytes: usize) -> bool {
        bytes <= self.budget
    }

    /// The decoder's error, if there is one; `None` if there was no time to ask.
    fn ask(&mut self, json: &[u8]) -> Option<Option<Error>> {
        self.budget = self.budget.checked_sub(json.len())?;
        work::count(json.len());
        Some((self.decode)(json))
    }
}

/// A byte of the value, or of the key, that an error is about.
fn byte(json: &[u8], error: &Error) -> usize {
    work::count(json.len());
    let lines = json.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let at = match error.line() {
        // Nobody knew where: it is about the whole.
        0 => json.len(),
        // A position can be made up: a decoder may quote what the server sent, and `serde_json` reads it from the text.
        _ => before.saturating_add(error.column()).min(json.len()),
    };
    // What cannot be what it should is not read, if it is a list or an object, or if it is none of what JSON could have there.
    if error.is_data() && matches!(json.get(at), Some(b'[' | b'{')) {
        return at;
    }
    let read = if error.is_data() { json[..at].trim_ascii_end().len() } else { at };
    read.saturating_sub(1)
}

#[cfg(test)]
mod tests;
