//! [`Marks`]: fingerprints of the possible ids on a page, found without parsing its structure.

use memchr::memmem::Finder;

use crate::{
    endpoint::page::{entries::Entries, scan::Json},
    work,
};

/// A number for each id on a page, and for every other value whose field has the same name, also within nested objects.
///
/// Pages without a common number have no common entry, which is usually all that needs to be known. Finding the numbers
/// takes a small fraction of the time needed to find the entries.
#[derive(Debug, Default)]
pub(crate) struct Marks(Vec<u64>);

/// Longer names are searched for by their beginning.
const NEEDLE: usize = 32;

impl Marks {
    /// Reads a page of about this many entries.
    pub(super) fn read(entries: Entries, body: &[u8], count: usize) -> Self {
        let mut marks = Vec::with_capacity(count);
        match entries.id_field() {
            // The entries themselves are ids.
            "" => {
                let found = entries.scan(body).unwrap_or_default().entries;
                marks.extend(found.into_iter().filter_map(|entry| body.get(entry.range)).map(mark));
            }
            field => Self::find(field.as_bytes(), body, |value| marks.push(mark(value))),
        }
        marks.sort_unstable();
        Self(marks)
    }

    /// Finds the values of all fields with this name, in any position, if they can be ids.
    fn find(field: &[u8], body: &[u8], mut found: impl FnMut(&[u8])) {
        work::count(body.len());
        let mut needle = [b'"'; NEEDLE];
        let length = field.len().min(NEEDLE - 1);
        needle[1..=length].copy_from_slice(&field[..length]);
        for at in Finder::new(&needle[..=length]).find_iter(body) {
            let rest = body[at + 1..].strip_prefix(field);
            if let Some(rest) = rest.and_then(|rest| rest.strip_prefix(b"\""))
                && let Some(value) = Json::new(rest).id_value()
            {
                found(value);
            }
        }
    }

    pub(crate) fn shares_any(&self, others: &Self) -> bool {
        self.0.iter().any(|mark| others.0.binary_search(mark).is_ok())
    }
}

/// Returns a number that almost certainly differs for different texts.
fn mark(text: &[u8]) -> u64 {
    let (words, rest) = text.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let start = (text.len() as u64) ^ 0x9e37_79b9_7f4a_7c15;
    let words = words.iter().chain(std::iter::once(&last));
    words.fold(start, |mark, word| {
        let product = u128::from(mark ^ u64::from_le_bytes(*word)) * 0xa076_1d64_78bd_642f;
        (product as u64) ^ ((product >> 64) as u64)
    })
}
