//! [`PageJson`]: the raw JSON of a page, and what was found in it.

use std::sync::OnceLock;

use crate::endpoint::{
    page::{
        entries::Entries,
        marks::Marks,
        scan::{Json, Key, Scan},
    },
    raw_response::RawResponse,
};

/// The raw JSON of a page, and what was found in it so far.
///
/// Finding the entries takes half as long as decoding them, so it is done on demand. Most pages can be distinguished
/// without it, by [`Marks`].
#[derive(Debug)]
pub(crate) struct PageJson {
    response: RawResponse,
    entries: Entries,
    count: usize,
    scan: OnceLock<Option<Scan>>,
    marks: OnceLock<Marks>,
}

impl PageJson {
    /// Returns a page with this many entries, decoded or not.
    pub(crate) const fn new(response: RawResponse, entries: Entries, count: usize) -> Self {
        Self { response, entries, count, scan: OnceLock::new(), marks: OnceLock::new() }
    }

    pub(crate) const fn response(&self) -> &RawResponse {
        &self.response
    }

    pub(crate) const fn entries(&self) -> &Entries {
        &self.entries
    }

    pub(crate) const fn count(&self) -> usize {
        self.count
    }

    /// Returns the entries in the JSON.
    pub(crate) fn scan(&self) -> Option<&Scan> {
        self.scan.get_or_init(|| self.entries.scan(self.response.body())).as_ref()
    }

    /// Returns the id of each entry, if it has one. The ids are read without the type of the entries, so entries that
    /// cannot be decoded are included.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Option<&Key>> {
        // A custom decoder may read other entries than those in the JSON.
        let scan = self.scan().filter(|scan| scan.entries.len() == self.count);
        (0..self.count).map(move |index| scan?.entries[index].key.as_ref())
    }

    /// Fingerprints of the possible ids.
    pub(crate) fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::read(self.entries, self.response.body(), self.count))
    }

    /// Returns `true` if the entries are identical to those of another page, byte by byte.
    pub(crate) fn has_the_entries_of(&self, other: &Self) -> bool {
        let (this, other) = (self.array(), other.array());
        let common = this.iter().zip(other).take_while(|(a, b)| a == b).count();
        let is_whole = common == this.len() && common == other.len();
        // Bytes after the array do not matter.
        is_whole || this.starts_with(b"[") && Json::new(&this[..common]).skip().is_some()
    }

    /// Returns the body from the array of entries on, or all of it if there is no array.
    fn array(&self) -> &[u8] {
        let body = self.response.body();
        &body[self.entries.start(body).unwrap_or_default()..]
    }
}

#[cfg(test)]
impl PageJson {
    /// Returns a page with this many entries in `results`.
    pub(crate) fn of(json: String, count: usize) -> Self {
        use crate::{error::CallSite, redact::Redaction, spec::Spec};
        static SPEC: Spec = Spec::new("List", http::Method::GET, "/");

        let site = CallSite::of(&SPEC);
        let headers = http::HeaderMap::new();
        let redaction = Redaction::default();
        let response =
            RawResponse::new(http::StatusCode::OK, headers, json.into(), site, redaction);
        Self::new(response, Entries::at("results"), count)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::work;

    const RESULTS: Entries = Entries::at("results");

    fn page(json: impl Into<String>, count: usize) -> PageJson {
        PageJson::of(json.into(), count)
    }

    #[test]
    fn pages_are_equal_if_their_entries_are() {
        let cases = [
            (r#"{"results":[{"id":1}],"next":2}"#, r#"{"results":[{"id":1}],"next":3}"#, true),
            (r#"{"next":2,"results":[1]}"#, r#"{"next":"three","results":[1]}"#, true),
            (r#"{"results":[{"id":1}]}"#, r#"{"results":[{"id":1},{"id":2}]}"#, false),
            (r#"{"results":["]"]}"#, r#"{"results":["]",1]}"#, false),
            (r#"{"results":[[1],2]}"#, r#"{"results":[[1],3]}"#, false),
            (r#"{"results":[1]"#, r#"{"results":[1]"#, true),
            ("one two", "one two", true),
            ("one two", "one three", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(page(one, 1).has_the_entries_of(&page(other, 1)), expected, "{one} {other}");
        }
    }

    #[test]
    fn what_may_be_an_id_is_marked() {
        let share = |one: &str, other: &str, id| {
            let marks = |json: &str| Marks::read(RESULTS.id(id), json.as_bytes(), 0);
            marks(one).shares_any(&marks(other))
        };
        let cases = [
            (r#"{"results":[{"id":1}]}"#, r#"{"results":[{"id" : 1 }]}"#, "id", true),
            (r#"{"results":[{"id":1}]}"#, r#"{"results":[{"id":"1"}]}"#, "id", false),
            (r#"{"results":[{"id":"a"}]}"#, r#"{"results":[{"id":"a"},{"id":"b"}]}"#, "id", true),
            (r#"{"results":[{"id":"a\"b"}]}"#, r#"{"results":[{"id":"a\"c"}]}"#, "id", false),
            (r#"{"results":[{"id":null}]}"#, r#"{"results":[{"id":null}]}"#, "id", false),
            (r#"{"results":[{"identity":1}]}"#, r#"{"results":[{"identity":1}]}"#, "id", false),
            (r#"{"results":[{"a":"id"}]}"#, r#"{"results":[{"a":"id"}]}"#, "id", false),
            (r#"{"results":[{"m":{"u":-7}}]}"#, r#"{"results":[{"m":{"u":-7}}]}"#, "m.u", true),
            (r#"{"results":["a"]}"#, r#"{"results":["b","a"]}"#, "", true),
            (r#"{"results":["a"]}"#, r#"{"results":["b"],"x":"a"}"#, "", false),
        ];
        for (one, other, id, expected) in cases {
            assert_eq!(share(one, other, id), expected, "{one} {other}");
        }
        let name = "a_name_that_is_longer_than_what_is_searched_for";
        let json = |rest: &str| format!(r#"{{"results":[{{"{name}{rest}":1}}]}}"#);
        assert!(share(&json(""), &json(""), name));
        assert!(!share(&json("_more"), &json("_more"), name));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn entries_with_an_id_in_common_share_a_mark(
            one in prop::collection::vec("(1|2|-3|\"[ab]{0,3}\"|null)", 0..4),
            other in prop::collection::vec("(1|2|-3|\"[ab]{0,3}\"|null)", 0..4),
            is_nested: bool,
        ) {
            let json = |ids: &[String]| {
                let entry = |id: &String| match is_nested {
                    true => format!(r#"{{"x":{{"id":{id}}},"id":{id},"y":[{{"id":7}}]}}"#),
                    false => format!(r#"{{"id": {id}}}"#),
                };
                let entries: Vec<_> = ids.iter().map(entry).collect();
                format!(r#"{{"results":[{}]}}"#, entries.join(","))
            };
            let (one, other) = (page(json(&one), one.len()), page(json(&other), other.len()));
            let has_common = one.keys().flatten().any(|key| other.keys().flatten().any(|it| it == key));
            prop_assert!(!has_common || one.marks().shares_any(other.marks()));
            if !is_nested {
                prop_assert_eq!(has_common, one.marks().shares_any(other.marks()));
            }
        }

        #[test]
        fn the_work_to_mark_and_to_compare_is_linear(pattern in r#"([\[\]{},:"\\a0 ]|"id":|"id":"a",|"id"){1,6}"#) {
            let input = |length| format!("{{\"results\":[{}", work::repeated(&pattern, length));
            work::assert_linear(4 << 10, 4096, input, |json| {
                // The count reserves space for all entries, because a growing list is copied repeatedly.
                Marks::read(RESULTS, json.as_bytes(), json.len() / 5);
            });
            let input = |length| {
                let json = format!("{{\"results\":[{}", work::repeated(&pattern, length));
                (page(json.clone() + "1", 1), page(json + "2", 1))
            };
            work::assert_linear(4 << 10, 4096, input, |(one, other)| {
                one.has_the_entries_of(other);
            });
        }
    }
}
