//! [`Marks`]: what may be the ids of a page, found without a look at its structure.

use memchr::memmem::Finder;

use crate::{
    endpoint::page::{entries::Entries, scan::Json},
    work,
};

/// A number for each id on a page, and for whatever else has the name of one: of an object within an entry, too.
///
/// Pages that share no number have no entry in common, which is most often all that needs to be known. It takes a small part
/// of the time that it takes to find the entries.
#[derive(Debug, Default)]
pub(crate) struct Marks(Vec<u64>);

/// A longer name is searched for by its beginning.
const NEEDLE: usize = 32;

impl Marks {
    /// Reads a page of about so many entries.
    pub(super) fn read(entries: Entries, body: &[u8], count: usize) -> Self {
        let mut marks = Vec::with_capacity(count);
        match entries.id_field() {
            // The entries are ids themselves.
            "" => {
                let found = entries.scan(body).unwrap_or_default().entries;
                marks.extend(found.into_iter().filter_map(|entry| body.get(entry.range)).map(mark));
            }
            field => Self::find(field.as_bytes(), body, |value| marks.push(mark(value))),
        }
        marks.sort_unstable();
        Self(marks)
    }

    /// Finds what a field of this name has for a value, wherever it is, if that can be an id.
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

/// A number that is another for another text, as good as always.
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
