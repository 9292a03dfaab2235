//! Paginated responses.

mod cursor;
mod entries;
pub(crate) mod link;
mod marks;
mod next;
mod page_json;
mod paged;
mod scan;

use std::{fmt, marker::PhantomData, vec};

use serde::{
    Deserialize, Deserializer,
    de::{
        self,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::Value;

pub use self::{
    cursor::Cursor,
    entries::Entries,
    next::{IntoCursor, NextPage, PageContext},
    paged::{PageSize, Paged, Paginated, Position},
};
pub(crate) use self::{
    cursor::Offset,
    marks::Marks,
    next::Place,
    page_json::PageJson,
    scan::{Key, Scan},
};
use super::coerce::coerce;

/// One page of a list, as Plane's API v1 sends it: `results`, `next_cursor`, `next_page_results`. For another API,
/// implement [`Paged`] for that API's envelope.
///
/// If a server responds with a bare array, the array is the whole list and the only page.
///
/// ```
/// use plane_api::Page;
///
/// let page: Page<u64> =
///     serde_json::from_str(r#"{"results": [1, 2], "next_cursor": "2:1:0", "next_page_results": true}"#)?;
/// assert_eq!(page.results, [1, 2]);
/// assert!(page.next_page_results);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The entries.
    pub results: Vec<T>,
    /// Position of the next page. Plane sends a position even on the last page: see [`Page::next_page_results`].
    pub next_cursor: Option<Cursor>,
    /// Position of the previous page. Plane sends a position even on the first page: see [`Page::prev_page_results`].
    pub prev_cursor: Option<Cursor>,
    /// `true` if there is a next page. If the server sends no `next_page_results`, `true` if it sends a `next_cursor`.
    pub next_page_results: bool,
    /// `true` if there is a previous page.
    pub prev_page_results: bool,
    /// Number of entries on this page, as counted by the server.
    pub count: Option<u64>,
    /// Number of pages.
    pub total_pages: Option<u64>,
    /// Number of entries on all pages.
    pub total_results: Option<u64>,
    /// The same number as `total_results`: Plane sends both.
    pub total_count: Option<u64>,
    /// Field by which the entries are grouped.
    pub grouped_by: Option<String>,
    /// Field by which the entries of each group are grouped.
    pub sub_grouped_by: Option<String>,
    /// Additional statistics that the server sends.
    pub extra_stats: Option<Value>,
    /// The form of the JSON.
    form: Form,
}

/// The form in which a page was sent.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Form {
    /// An envelope that reports whether there is a next page.
    Envelope,
    /// An envelope that does not.
    Other,
    /// A bare array.
    Array,
}

impl<T> Paged for Page<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("results").or_whole();

    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.results
    }

    fn next(&self, context: &PageContext<'_>) -> NextPage {
        let next = match self.form {
            Form::Envelope => NextPage::more(self.next_page_results, &self.next_cursor),
            // A server may omit both fields on the last page. A first page without them is another envelope.
            Form::Other if context.position().is_some() => NextPage::end(),
            Form::Other => NextPage::wrong(NO_ENVELOPE),
            Form::Array if link::link(context.headers(), "next").is_some() => {
                NextPage::wrong(LINKED_ARRAY)
            }
            Form::Array => NextPage::end(),
        };
        next.total(self.total()).pages(self.total_pages)
    }
}

const NO_ENVELOPE: &str = "the response is not a `Page`: it has neither `next_page_results` nor `next_cursor`; declare a \
                           type for its envelope and implement `Paged` for it";

const LINKED_ARRAY: &str = "the response is a bare array with a `Link` to a next page; write `-> Vec<T>` and mark the \
                            field `#[page(link)]`";

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.results.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.results.iter()
    }
}

/// A [`Page`] as it appears in JSON.
#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
struct Envelope<T> {
    #[serde(deserialize_with = "list")]
    results: Vec<T>,
    /// The outer `Option` is `None` if the field is missing.
    #[serde(default, deserialize_with = "present")]
    next_cursor: Option<Option<Cursor>>,
    prev_cursor: Option<Cursor>,
    next_page_results: Option<bool>,
    prev_page_results: Option<bool>,
    #[serde(default, deserialize_with = "coerce")]
    count: Option<u64>,
    #[serde(default, deserialize_with = "coerce")]
    total_pages: Option<u64>,
    #[serde(default, deserialize_with = "coerce")]
    total_results: Option<u64>,
    #[serde(default, deserialize_with = "coerce")]
    total_count: Option<u64>,
    grouped_by: Option<String>,
    sub_grouped_by: Option<String>,
    extra_stats: Option<Value>,
}

/// Accepts `null` as an empty list. Unlike in a model, a `null` item is an entry that cannot be decoded, because
/// entries are counted.
fn list<'de, T: Deserialize<'de>, D: Deserializer<'de>>(json: D) -> Result<Vec<T>, D::Error> {
    Option::deserialize(json).map(Option::unwrap_or_default)
}

fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(json: D) -> Result<Option<T>, D::Error> {
    T::deserialize(json).map(Some)
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a page of a list, or the whole list")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Page<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Page::whole)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Page<T>, A::Error> {
                Envelope::deserialize(MapAccessDeserializer::new(map)).map(Page::from)
            }
        }

        deserializer.deserialize_any(Visitor(PhantomData))
    }
}

impl<T> Page<T> {
    /// Returns the number of entries on all pages, under either name.
    pub(crate) fn total(&self) -> Option<u64> {
        self.total_results.or(self.total_count)
    }

    fn whole(results: Vec<T>) -> Self {
        let count = Some(results.len() as u64);
        Self {
            results,
            next_cursor: None,
            prev_cursor: None,
            next_page_results: false,
            prev_page_results: false,
            count,
            total_pages: Some(1),
            total_results: count,
            total_count: count,
            grouped_by: None,
            sub_grouped_by: None,
            extra_stats: None,
            form: Form::Array,
        }
    }
}

impl<T> From<Envelope<T>> for Page<T> {
    fn from(envelope: Envelope<T>) -> Self {
        let says_next = envelope.next_page_results.is_some() || envelope.next_cursor.is_some();
        let next_cursor = envelope.next_cursor.flatten();
        // A missing flag does not mean that there is no next page.
        let is_named = next_cursor.as_ref().is_some_and(|cursor| !cursor.as_str().is_empty());
        Self {
            form: if says_next { Form::Envelope } else { Form::Other },
            results: envelope.results,
            prev_cursor: envelope.prev_cursor,
            next_page_results: envelope.next_page_results.unwrap_or(is_named),
            next_cursor,
            prev_page_results: envelope.prev_page_results.unwrap_or_default(),
            count: envelope.count,
            total_pages: envelope.total_pages,
            total_results: envelope.total_results,
            total_count: envelope.total_count,
            grouped_by: envelope.grouped_by,
            sub_grouped_by: envelope.sub_grouped_by,
            extra_stats: envelope.extra_stats,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_a_bare_list_are_both_pages() {
        let page: Page<u8> = serde_json::from_str(
            r#"{"results": [1, 2], "next_cursor": "2:1:0", "next_page_results": true, "count": 2, "total_results": 5,
                "prev_page_results": null, "extra_stats": null, "something": "new"}"#,
        )
        .unwrap();
        assert_eq!(
            (page.results.len(), page.next_page_results, page.total_results),
            (2, true, Some(5))
        );
        assert_eq!(page.next_cursor, Some("2:1:0".into()));

        let list: Page<u8> = serde_json::from_str("[1, 2, 3]").unwrap();
        assert_eq!((list.next_page_results, list.total_results), (false, Some(3)));
        assert_eq!(list.into_iter().collect::<Vec<_>>(), [1, 2, 3]);
    }
}
