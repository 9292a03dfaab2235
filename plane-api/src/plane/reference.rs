//! [`Ref`]: how objects name each other.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, value::MapAccessDeserializer},
};

use crate::endpoint::id::Id;

/// An object that has an id of its own.
pub trait HasId {
    /// The type that tells its id from other ids.
    type Tag;

    /// Its id, if the server sent it.
    fn own_id(&self) -> Option<&Id<Self::Tag>>;
}

/// A reference to another object: its id, and the object itself if the request asked to `expand` it.
pub struct Ref<T: HasId> {
    id: Id<T::Tag>,
    object: Option<Box<T>>,
}

impl<T: HasId> Ref<T> {
    /// The id, whether the object was expanded or not.
    pub const fn id(&self) -> &Id<T::Tag> {
        &self.id
    }

    /// The object, if it was expanded.
    pub fn as_object(&self) -> Option<&T> {
        self.object.as_deref()
    }

    /// The object, if it was expanded.
    pub fn into_object(self) -> Option<T> {
        self.object.map(|object| *object)
    }
}

impl<T: HasId> From<Id<T::Tag>> for Ref<T> {
    fn from(id: Id<T::Tag>) -> Self {
        Self { id, object: None }
    }
}

// Written out because derives would ask the same of the tag.

impl<T: HasId + Clone> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), object: self.object.clone() }
    }
}

impl<T: HasId + PartialEq> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.object) == (&other.id, &other.object)
    }
}

impl<T: HasId + fmt::Debug> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.object {
            Some(object) => f.debug_tuple("Ref").field(object).finish(),
            None => f.debug_tuple("Ref").field(&self.id).finish(),
        }
    }
}

/// As the object if it was expanded, as its id otherwise.
impl<T: HasId + Serialize> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.object {
            Some(object) => object.serialize(serializer),
            None => self.id.serialize(serializer),
        }
    }
}

impl<'de, T: HasId + Deserialize<'de>> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<fn() -> T>);

        impl<'de, T: HasId + Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Ref<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id or an object")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Ref<T>, E> {
                Ok(Id::from(text).into())
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Ref<T>, A::Error> {
                let object = T::deserialize(MapAccessDeserializer::new(map))?;
                let id = object.own_id().cloned().ok_or_else(|| de::Error::missing_field("id"))?;
                Ok(Ref { id, object: Some(Box::new(object)) })
            }
        }

        deserializer.deserialize_any(Visitor(PhantomData))
    }
}
