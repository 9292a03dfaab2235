//! Finds where in the JSON of an answer decoding fails, without giving away what is data.

use std::{cell::RefCell, fmt};

use serde::{
    de::{
        self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess,
        SeqAccess, Visitor,
    },
    forward_to_deserialize_any,
};
use serde_json::{Error, Map, Value, map};

/// The place where the value is not what a `T` expects, such as `results[3].created_at`, and what is wrong there.
///
/// Names of fields are shown, keys of maps are not, because they may be data: `counts.*`.
pub(super) fn find<T: DeserializeOwned>(json: &Value) -> Option<(String, Error)> {
    let found = RefCell::new(None);
    let error = T::deserialize(Node { json, place: Place::Root, found: &found }).err()?;
    Some((found.into_inner().unwrap_or_else(|| Place::Root.to_string()), error))
}

/// A way from the root.
#[derive(Clone, Copy)]
enum Place<'a> {
    Root,
    Item(&'a Place<'a>, usize),
    Field(&'a Place<'a>, &'a str),
    Key(&'a Place<'a>),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, name) = match *self {
            Self::Root => return f.write_str("."),
            Self::Item(Self::Root, index) => return write!(f, "[{index}]"),
            Self::Item(before, index) => return write!(f, "{before}[{index}]"),
            Self::Field(before, name) => (before, name),
            Self::Key(before) => (before, "*"),
        };
        match before {
            Self::Root => f.write_str(name),
            before => write!(f, "{before}.{name}"),
        }
    }
}

/// A value in its place.
#[derive(Clone, Copy)]
struct Node<'de, 'p> {
    json: &'de Value,
    place: Place<'p>,
    /// The innermost place that failed.
    found: &'p RefCell<Option<String>>,
}

impl<'de> Node<'de, '_> {
    fn decode<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let (place, found) = (self.place, self.found);
        seed.deserialize(self).inspect_err(|_| {
            found.borrow_mut().get_or_insert_with(|| place.to_string());
        })
    }

    fn items<V: Visitor<'de>>(self, items: &'de [Value], visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Items { node: self, parent: &self.place, items: items.iter(), index: 0 })
    }

    fn entries<V: Visitor<'de>>(
        self,
        entries: &'de Map<String, Value>,
        are_fields: bool,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let (entries, parent) = (entries.iter(), &self.place);
        visitor.visit_map(Entries { node: self, parent, entries, are_fields, current: None })
    }
}

macro_rules! as_json {
    ($($method:ident($($name:ident: $type:ty),*)),+) => {$(
        fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, Error> {
            self.json.$method($($name,)* visitor)
        }
    )+};
}

macro_rules! as_list {
    ($($method:ident($($name:ident: $type:ty),*)),+) => {$(
        fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, Error> {
            match self.json {
                Value::Array(items) => self.items(items, visitor),
                other => other.$method($($name,)* visitor),
            }
        }
    )+};
}

impl<'de> Deserializer<'de> for Node<'de, '_> {
    type Error = Error;

    as_json!(
        deserialize_bool(), deserialize_char(), deserialize_str(), deserialize_string(),
        deserialize_i8(), deserialize_i16(), deserialize_i32(), deserialize_i64(), deserialize_i128(),
        deserialize_u8(), deserialize_u16(), deserialize_u32(), deserialize_u64(), deserialize_u128(),
        deserialize_f32(), deserialize_f64(), deserialize_bytes(), deserialize_byte_buf(),
        deserialize_unit(), deserialize_unit_struct(name: &'static str), deserialize_identifier(),
        deserialize_ignored_any(),
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    );

    as_list!(
        deserialize_seq(), deserialize_tuple(length: usize),
        deserialize_tuple_struct(name: &'static str, length: usize)
    );

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.json {
            Value::Array(items) => self.items(items, visitor),
            Value::Object(entries) => self.entries(entries, false, visitor),
            scalar => scalar.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.json.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.json {
            Value::Object(entries) => self.entries(entries, false, visitor),
            other => other.deserialize_map(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.json {
            Value::Object(entries) => self.entries(entries, true, visitor),
            Value::Array(items) => self.items(items, visitor),
            other => other.deserialize_struct(name, fields, visitor),
        }
    }
}

struct Items<'de, 'p> {
    node: Node<'de, 'p>,
    parent: &'p Place<'p>,
    items: std::slice::Iter<'de, Value>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some(json) = self.items.next() else { return Ok(None) };
        let place = Place::Item(self.parent, self.index);
        self.index += 1;
        Node { json, place, ..self.node }.decode(seed).map(Some)
    }
}

struct Entries<'de, 'p> {
    node: Node<'de, 'p>,
    parent: &'p Place<'p>,
    entries: map::Iter<'de>,
    are_fields: bool,
    current: Option<(&'de str, &'de Value)>,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some((key, json)) = self.entries.next() else { return Ok(None) };
        self.current = Some((key, json));
        let place =
            if self.are_fields { Place::Field(self.parent, key) } else { Place::Key(self.parent) };
        let found = self.node.found;
        seed.deserialize(Key(key)).map(Some).inspect_err(|_| {
            found.borrow_mut().get_or_insert_with(|| place.to_string());
        })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let Some((key, json)) = self.current.take() else {
            return Err(de::Error::custom("a value was asked for before its key"));
        };
        let place =
            if self.are_fields { Place::Field(self.parent, key) } else { Place::Key(self.parent) };
        Node { json, place, ..self.node }.decode(seed)
    }
}

/// A key: text, which may be a number.
struct Key<'de>(&'de str);

macro_rules! as_number {
    ($($method:ident: $type:ty, $visit:ident);+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0.parse::<$type>() {
                Ok(number) => visitor.$visit(number),
                Err(_) => visitor.visit_borrowed_str(self.0),
            }
        }
    )+};
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Error;

    as_number!(
        deserialize_bool: bool, visit_bool;
        deserialize_i8: i8, visit_i8; deserialize_i16: i16, visit_i16; deserialize_i32: i32, visit_i32;
        deserialize_i64: i64, visit_i64; deserialize_i128: i128, visit_i128;
        deserialize_u8: u8, visit_u8; deserialize_u16: u16, visit_u16; deserialize_u32: u32, visit_u32;
        deserialize_u64: u64, visit_u64; deserialize_u128: u128, visit_u128
    );

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(IntoDeserializer::<Error>::into_deserializer(self.0))
    }

    forward_to_deserialize_any! {
        f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Page {
        results: Vec<Item>,
        #[serde(default)]
        counts: HashMap<String, Item>,
        #[serde(default)]
        by_number: BTreeMap<u8, Kind>,
        flat: Option<Flat>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Item {
        id: u64,
        pair: Option<(u8, bool)>,
        name: Option<Name>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Name(String);

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Known,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Flat {
        id: u64,
        #[serde(flatten)]
        more: BTreeMap<String, u8>,
    }

    fn place(json: &Value) -> Option<String> {
        find::<Page>(json).map(|(place, _)| place)
    }

    #[test]
    fn names_of_fields_are_shown_and_keys_of_maps_are_not() {
        let cases = [
            (json!({}), "."),
            (json!([7]), "[0]"),
            (json!({"results": 7}), "results"),
            (json!({"results": [{"id": 1}, {"id": "x"}]}), "results[1].id"),
            (json!({"results": [{"id": 1, "pair": [1, 2]}]}), "results[0].pair[1]"),
            (json!({"results": [{"id": 1, "name": 2}]}), "results[0].name"),
            (json!({"results": [{}]}), "results[0]"),
            (json!({"results": [], "counts": {"secret": {"id": -1}}}), "counts.*.id"),
            (json!({"results": [], "by_number": {"secret": "known"}}), "by_number.*"),
            (json!({"results": [], "by_number": {"7": "secret"}}), "by_number.*"),
            (json!({"results": [], "flat": {"id": 1, "secret": "x"}}), "flat"),
        ];
        for (json, expected) in cases {
            assert_eq!(place(&json).as_deref(), Some(expected), "{json}");
        }
        let right = json!({"results": [{"id": 1, "pair": [1, true], "name": "n"}], "counts": {"k": {"id": 1}},
            "by_number": {"7": "known"}, "flat": {"id": 1, "k": 2}});
        assert_eq!(place(&right), None);
    }
}
