//! Decodes the entries of a page one by one if the page cannot be decoded as a whole, so that one invalid entry does
//! not lose the others.
//!
//! This does not depend on types. The page's own decoder reports which entry failed: a second decoder would double the
//! code compiled for each type. None of this runs while pages can be decoded.

use bytes::Bytes;

use crate::{
    endpoint::{
        page::{Entries, Scan},
        raw_response::RawResponse,
    },
    error::{Error, ErrorKind},
};

/// Decodes a response to get the error.
pub(super) type Decode<'a> = &'a dyn Fn(RawResponse) -> Option<Error>;

/// Bytes that may be decoded in addition to a few times the page: small pages may have large envelopes.
const SPARE: usize = 1 << 20;

/// A page without the entries that cannot be decoded.
pub(super) struct Mended {
    pub(super) rest: RawResponse,
    /// The errors of the other entries, each with its index.
    pub(super) errors: Vec<(usize, Error)>,
}

/// Removes the entries that cannot be decoded. `None` if the failure is not caused by single entries, or if this would
/// take too long.
pub(super) fn mend(
    error: &Error,
    response: &RawResponse,
    entries: Entries,
    decode: Decode<'_>,
) -> Option<Mended> {
    if error.kind() != ErrorKind::Decode {
        return None;
    }
    let body = response.body();
    let Scan { array, entries: found } = entries.scan(body)?;
    let around = body.len() - array.len();
    let most = body.len().saturating_mul(4).saturating_add(SPARE);
    if found.len().saturating_mul(around) > most {
        return None;
    }
    // Builds the page with only these entries.
    let with = |kept: &mut dyn Iterator<Item = &[u8]>| -> Option<Bytes> {
        let mut json = body.get(..array.start)?.to_vec();
        json.push(b'[');
        for (index, entry) in kept.enumerate() {
            if index > 0 {
                json.push(b',');
            }
            json.extend_from_slice(entry);
        }
        json.push(b']');
        json.extend_from_slice(body.get(array.end..)?);
        Some(json.into())
    };
    let texts: Vec<&[u8]> =
        found.iter().map(|entry| body.get(entry.range.clone())).collect::<Option<_>>()?;
    if decode(response.with_entry(with(&mut std::iter::empty())?, None)).is_some() {
        return None;
    }
    let mut errors = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let alone = with(&mut std::iter::once(*text))?;
        let alone = response.with_entry(alone, Some((entries.path_in(body), index)));
        errors.extend(decode(alone).map(|error| (index, error.of_entry())));
    }
    let is_good = |index: usize| errors.binary_search_by_key(&index, |(bad, _)| *bad).is_err();
    let good = texts.iter().enumerate().filter(|(index, _)| is_good(*index));
    let rest = with(&mut good.map(|(_, text)| *text))?;
    Some(Mended { rest: response.with_entry(rest, None), errors })
}
