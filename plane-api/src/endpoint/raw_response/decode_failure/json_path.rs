//! [`JsonPath`]: the path from the root to a byte of JSON, determined by brackets only.

use std::ops::Range;

use crate::work;

/// The maximum number of steps. The decoder goes no deeper (`serde_json` stops at 128), but skips deeper values.
pub(super) const MAX_DEPTH: usize = 128;

/// The path from the root to a byte.
pub(super) struct JsonPath {
    /// At most [`MAX_DEPTH`] steps.
    pub(super) steps: Vec<Step>,
    /// `true` if there are more steps.
    pub(super) is_deeper: bool,
    pub(super) end: End,
}

/// The end of a path.
pub(super) enum End {
    /// A value or a key.
    Entry,
    /// The end of a list or an object, with the step to its last entry unless it is too deep.
    Closed(Option<Step>),
}

/// A step from a list or an object to one of its entries.
pub(super) struct Step {
    /// The start of the first entry, and the start of this one.
    first: usize,
    this: usize,
    pub(super) at: At,
}

pub(super) enum At {
    Item(usize),
    /// The range of the key between its quotes, if it has been read.
    Entry(Option<Range<usize>>),
}

impl Step {
    /// Returns the entries before this one, including the comma after them.
    pub(super) fn before(&self) -> Range<usize> {
        self.first..self.this
    }
}

impl JsonPath {
    pub(super) fn to(json: &[u8], target: usize) -> Self {
        let mut steps: Vec<Step> = Vec::new();
        // The number of open lists and objects below the last step.
        let mut deeper = 0_usize;
        let mut end = End::Entry;
        let (mut at, limit) = (0, json.len().min(target + 1));
        let is_mark = |byte: &u8| matches!(byte, b'[' | b'{' | b']' | b'}' | b',' | b'"');
        while let Some(distance) = json[at..limit].iter().position(is_mark) {
            at += distance;
            match json[at] {
                b'[' | b'{' if at == target => break,
                b'[' | b'{' if steps.len() == MAX_DEPTH => deeper += 1,
                b'[' => steps.push(Step { first: at + 1, this: at + 1, at: At::Item(0) }),
                b'{' => steps.push(Step { first: at + 1, this: at + 1, at: At::Entry(None) }),
                b']' | b'}' => {
                    let last = if deeper > 0 { None } else { steps.pop() };
                    deeper = deeper.saturating_sub(1);
                    if at == target {
                        end = End::Closed(last);
                    }
                }
                b',' if deeper == 0 => {
                    if let Some(step) = steps.last_mut() {
                        step.this = at + 1;
                        match &mut step.at {
                            At::Item(index) => *index += 1,
                            At::Entry(key) => *key = None,
                        }
                    }
                }
                b'"' => {
                    // A shortened text may end within a string, which then is not a key.
                    let Some(quote) = end_of_string(json, at + 1) else { break };
                    if deeper == 0
                        && let Some(Step { at: At::Entry(key @ None), .. }) = steps.last_mut()
                    {
                        *key = Some(at + 1..quote);
                    }
                    at = quote;
                }
                _ => {}
            }
            at += 1;
            if at >= limit {
                break;
            }
        }
        work::count(at);
        Self { steps, is_deeper: deeper > 0, end }
    }
}

/// Returns the position of the quote that closes a string.
fn end_of_string(json: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += json.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        if json[at] == b'"' {
            return Some(at);
        }
        at += 2;
    }
}
