//! [`Object`]: an object whose id may be absent, for models that require one.

use std::fmt;

use serde::de::{self, DeserializeSeed, IntoDeserializer, MapAccess, value::StrDeserializer};

use crate::endpoint::id::Id;

/// Passes on the fields of an object, and adds an empty id if the id is missing or `null`, so that a model with a
/// required id decodes.
pub(super) struct Object<'a, A> {
    map: A,
    key: String,
    /// `true` if `key` was already read from the map and comes next.
    is_ahead: bool,
    /// The id that was passed on: the one in the object, or the substitute.
    given: Given,
    has_id: &'a mut bool,
}

#[derive(PartialEq)]
enum Given {
    Nothing,
    Id,
    /// The map ended without an id; the next value is the substitute.
    AbsentId,
}

impl<'a, A> Object<'a, A> {
    /// Wraps an object whose first key was already read. Sets `has_id` if the object has an id.
    pub(super) fn new(map: A, first: Option<String>, has_id: &'a mut bool) -> Self {
        let is_ahead = first.is_some();
        Self { map, key: first.unwrap_or_default(), is_ahead, given: Given::Nothing, has_id }
    }
}

const ID: &str = "id";

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Object<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let is_ahead = std::mem::take(&mut self.is_ahead);
        if !is_ahead && self.map.next_key_seed(Into(&mut self.key))?.is_none() {
            if self.given != Given::Nothing {
                return Ok(None);
            }
            self.given = Given::AbsentId;
            return seed.deserialize(text(ID)).map(Some);
        }
        seed.deserialize(text(&self.key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        if self.given == Given::AbsentId {
            return seed.deserialize(text(""));
        }
        if self.key != ID {
            return self.map.next_value_seed(seed);
        }
        self.given = Given::Id;
        match self.map.next_value::<Option<Id<()>>>()? {
            Some(id) => {
                *self.has_id = true;
                id.with_str(|id| seed.deserialize(text(id)))
            }
            None => seed.deserialize(text("")),
        }
    }
}

fn text<E: de::Error>(text: &str) -> StrDeserializer<'_, E> {
    text.into_deserializer()
}

/// Decodes a key into a reused string buffer.
struct Into<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Into<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl de::Visitor<'_> for Into<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        name.clone_into(self.0);
        Ok(())
    }
}
