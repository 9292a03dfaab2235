//! Which entries of a list have been handed out lately.

use std::{collections::HashSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny},
};

use super::walk::Read;
use crate::endpoint::{
    id::{Id, NUMBER},
    page::Page,
};

/// What an entry calls itself in its field `id`: a string, most often a UUID, or a whole number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Text(Id<()>),
    Number(u64),
    Negative(i64),
}

/// The ids of the entries of the last two pages. Earlier ones are forgotten, so that memory stays flat.
#[derive(Debug, Default)]
pub(super) struct Seen {
    latest: HashSet<Key>,
    before: HashSet<Key>,
}

impl Seen {
    /// How many pages are remembered.
    pub(super) const PAGES: u64 = 2;

    pub(super) fn has(&self, key: &Key) -> bool {
        self.latest.contains(key) || self.before.contains(key)
    }

    pub(super) fn has_none(&self) -> bool {
        self.latest.is_empty() && self.before.is_empty()
    }

    /// Adds entries to those of the latest page.
    pub(super) fn add(&mut self, keys: impl IntoIterator<Item = Key>) {
        self.latest.extend(keys);
    }

    /// Turns to another page.
    pub(super) fn turn(&mut self, keys: impl IntoIterator<Item = Key>) {
        self.before = std::mem::take(&mut self.latest);
        self.latest.extend(keys);
    }
}

impl<T> Read<T> {
    /// The id of each entry, as far as it has one. The entries' own type is not asked: the JSON is read a second time,
    /// for nothing but the ids.
    pub(super) fn keys(&self) -> Vec<Option<Key>> {
        let count = self.page.results.len();
        serde_json::from_slice::<Page<Node>>(&self.body)
            .map(|page| page.results.into_iter().map(Node::into_key).collect())
            .ok()
            // An answer that was decoded in a way of its own.
            .filter(|keys: &Vec<_>| keys.len() == count)
            .unwrap_or_else(|| vec![None; count])
    }
}

/// A JSON value, as far as ids are concerned.
enum Node {
    Id(Key),
    Object(Option<Key>),
    Other,
}

impl Node {
    /// A number, if it is an id.
    fn of_digits(digits: &str) -> Self {
        let negative = || digits.parse().map(Key::Negative);
        digits.parse().map(Key::Number).or_else(|_| negative()).map_or(Self::Other, Self::Id)
    }

    fn into_key(self) -> Option<Key> {
        match self {
            Self::Object(key) => key,
            Self::Id(_) | Self::Other => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> de::Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry of a list")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut key = None;
        while let Some(Name { is_id, is_number }) = map.next_key()? {
            if is_number {
                return map.next_value::<String>().map(|digits| Node::of_digits(&digits));
            }
            if !is_id {
                map.next_value::<IgnoredAny>()?;
            } else if let Node::Id(id) = map.next_value()? {
                key = Some(id);
            }
        }
        Ok(Node::Object(key))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Node, A::Error> {
        IgnoredAny.visit_seq(seq).map(|_| Node::Other)
    }

    fn visit_str<F>(self, text: &str) -> Result<Node, F> {
        Ok(Node::Id(Key::Text(text.into())))
    }

    fn visit_u64<F>(self, number: u64) -> Result<Node, F> {
        Ok(Node::Id(Key::Number(number)))
    }

    fn visit_i64<F>(self, number: i64) -> Result<Node, F> {
        Ok(Node::Id(Key::Negative(number)))
    }

    fn visit_f64<F>(self, _: f64) -> Result<Node, F> {
        Ok(Node::Other)
    }

    fn visit_bool<F>(self, _: bool) -> Result<Node, F> {
        Ok(Node::Other)
    }

    fn visit_unit<F>(self) -> Result<Node, F> {
        Ok(Node::Other)
    }
}

/// The name of a field, as far as ids are concerned.
struct Name {
    is_id: bool,
    /// Whether it is that of a number's digits.
    is_number: bool,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<F>(self, name: &str) -> Result<Name, F> {
                Ok(Name { is_id: name == "id", is_number: name == NUMBER })
            }
        }

        deserializer.deserialize_identifier(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use serde::de::IgnoredAny;

    use super::*;

    fn keys(json: &'static str) -> Vec<Option<Key>> {
        let page = serde_json::from_str::<Page<IgnoredAny>>(json).unwrap();
        Read { page, cursor: None, body: Bytes::from_static(json.as_bytes()) }.keys()
    }

    #[test]
    fn ids_are_found_in_whatever_there_is() {
        let found = keys(
            r#"{"results": [{"a": {"id": 1}, "id": "x", "b": [1]}, {"id": 7}, {"id": -7}, {"i\u0064": "y"}], "count": 4}"#,
        );
        let expected =
            [Key::Text("x".into()), Key::Number(7), Key::Negative(-7), Key::Text("y".into())];
        assert_eq!(found, expected.map(Some));

        let found = keys(
            r#"{"results": [1, -1, 1.5, "id", true, null, ["id"], {}, {"id": null}, {"id": 1.5}, {"id": {"id": 1}},
                {"id": [1]}, {"id": true}]}"#,
        );
        assert_eq!(found, vec![None; 13]);
    }

    #[test]
    fn an_answer_decoded_in_another_way_has_no_ids() {
        let page = serde_json::from_str("[1, 2]").unwrap();
        let read =
            Read::<u8> { page, cursor: None, body: Bytes::from_static(b"{\"results\": []}") };
        assert_eq!(read.keys(), [None, None]);
        let read = Read { body: Bytes::from_static(b"1;2"), ..read };
        assert_eq!(read.keys(), [None, None]);
    }

    #[test]
    fn the_last_two_pages_are_remembered() {
        let mut seen = Seen::default();
        assert!(seen.has_none());
        for number in 1..=3 {
            seen.turn([Key::Number(number)]);
        }
        seen.add([Key::Negative(-1)]);
        let has = [1, 2, 3].map(|number| seen.has(&Key::Number(number)));
        assert_eq!(has, [false, true, true]);
        assert!(seen.has(&Key::Negative(-1)) && !seen.has_none());
    }
}
