//! [`Way`]: how a byte of JSON is reached from the root, as far as its brackets tell.

use std::ops::Range;

use crate::work;

/// So many steps are kept: the decoder goes no deeper (`serde_json` stops at 128), but it skips what is deeper.
pub(super) const MAX_DEPTH: usize = 128;

/// The way from the root to a byte.
pub(super) struct Way {
    /// Up to [`MAX_DEPTH`] of them.
    pub(super) steps: Vec<Step>,
    /// Whether there are more.
    pub(super) is_deeper: bool,
    pub(super) end: End,
}

/// What is at the end of a way.
pub(super) enum End {
    /// A value or a key.
    Entry,
    /// The end of a list or an object. The step is that to its last entry, unless it is too deep.
    Closed(Option<Step>),
}

/// From a list or an object to an entry of it.
pub(super) struct Step {
    /// Where the first entry begins, and where this one does.
    first: usize,
    this: usize,
    pub(super) at: At,
}

pub(super) enum At {
    Item(usize),
    /// Where the key is, between its quotes; none before it is there.
    Entry(Option<Range<usize>>),
}

impl Step {
    /// The entries before this one, and the comma behind them.
    pub(super) fn before(&self) -> Range<usize> {
        self.first..self.this
    }
}

impl Way {
    pub(super) fn to(json: &[u8], target: usize) -> Self {
        let mut steps: Vec<Step> = Vec::new();
        // How many lists and objects are open below the last step.
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
                    // A shortened text may end within a string, which is no key then.
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

/// The quote that closes a string.
fn end_of_string(json: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += json.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        if json[at] == b'"' {
            return Some(at);
        }
        at += 2;
    }
}
