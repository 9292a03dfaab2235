//! [`Ref`]: references between objects.

mod object;

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, IntoDeserializer, value::MapAccessDeserializer},
};

use self::object::Object;
use crate::endpoint::{
    coerce::Coerce,
    id::{Id, NUMBER},
};

/// An object that has its own id.
///
/// ```
/// use plane_api::{HasId, Id, v1::labels::Label};
///
/// fn ids<T: HasId>(objects: &[T]) -> Vec<&Id<T::Tag>> {
///     objects.iter().filter_map(HasId::own_id).collect()
/// }
///
/// # let json = r#"[{"id": "7", "name": "urgent"}]"#;
/// let labels: Vec<Label> = serde_json::from_str(json)?;
/// assert_eq!(ids(&labels), ["7"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait HasId {
    /// Tag that distinguishes the ids of these objects from other ids.
    type Tag;

    /// Returns the id of the object, if the server sent the id.
    fn own_id(&self) -> Option<&Id<Self::Tag>>;
}

/// A reference to another object: its id, or the object itself if it was requested with `expand`.
///
/// A reference can be compared with an [`Id`], and requests accept a reference in place of an `Id`:
///
/// ```
/// use plane_api::v1::{work_items::{WorkItem, comments::CreateWorkItemComment}};
///
/// # let json = r#"{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "project": "6ba7b810-9dad-11d1-80b4-00c04fd430c8"}"#;
/// let item: WorkItem = serde_json::from_str(json)?;
/// let request = CreateWorkItemComment::new("acme", item.project, item.id);
/// assert_eq!(request.project_id, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// An absent reference (`None`) converts into an empty id. A request with an empty id in its path, query, headers or
/// body is rejected before it is sent, with an error that names the field. To omit an optional field instead, pass the
/// reference only if it is `Some`.
pub struct Ref<T: HasId> {
    id: Id<T::Tag>,
    object: Option<Box<T>>,
}

impl<T: HasId> Ref<T> {
    /// Returns the id of the object, whether the object was requested with `expand` or not.
    pub const fn id(&self) -> &Id<T::Tag> {
        &self.id
    }

    /// Returns the object, if it was requested with `expand`.
    pub fn as_object(&self) -> Option<&T> {
        self.object.as_deref()
    }

    /// Converts into the object, if it was requested with `expand`.
    pub fn into_object(self) -> Option<T> {
        self.object.map(|object| *object)
    }
}

impl<T: HasId> From<Id<T::Tag>> for Ref<T> {
    fn from(id: Id<T::Tag>) -> Self {
        Self { id, object: None }
    }
}

impl<T: HasId> From<Ref<T>> for Id<T::Tag> {
    fn from(reference: Ref<T>) -> Self {
        reference.id
    }
}

impl<T: HasId> From<&Ref<T>> for Id<T::Tag> {
    fn from(reference: &Ref<T>) -> Self {
        reference.id.clone()
    }
}

/// Returns an empty id for `None`. A request with an empty id is rejected before it is sent.
impl<T: HasId> From<Option<Ref<T>>> for Id<T::Tag> {
    fn from(reference: Option<Ref<T>>) -> Self {
        reference.map_or_else(|| Self::from(""), Self::from)
    }
}

/// Returns an empty id for `None`. A request with an empty id is rejected before it is sent.
impl<T: HasId> From<&Option<Ref<T>>> for Id<T::Tag> {
    fn from(reference: &Option<Ref<T>>) -> Self {
        reference.as_ref().map_or_else(|| Self::from(""), Self::from)
    }
}

impl<T: HasId> PartialEq<Id<T::Tag>> for Ref<T> {
    fn eq(&self, id: &Id<T::Tag>) -> bool {
        self.id == *id
    }
}

impl<T: HasId> PartialEq<Ref<T>> for Id<T::Tag> {
    fn eq(&self, reference: &Ref<T>) -> bool {
        *self == reference.id
    }
}

impl<T: HasId> PartialEq<str> for Ref<T> {
    fn eq(&self, id: &str) -> bool {
        self.id == *id
    }
}

impl<T: HasId> PartialEq<&str> for Ref<T> {
    fn eq(&self, id: &&str) -> bool {
        self.id == **id
    }
}

// Implemented manually, because derives would require the same traits of the tag.

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

/// Serializes the object if the reference contains it, otherwise the id.
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
        let reference = deserializer.deserialize_any(Visitor(PhantomData))?;
        reference.ok_or_else(|| de::Error::missing_field("id"))
    }
}

/// An object without an id counts as absent: Plane sends an object such as `{}` even if there is nothing to expand. An
/// empty string also counts as absent.
impl<T: HasId + de::DeserializeOwned> Coerce for Ref<T> {
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn coerce_optional<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Self>, D::Error> {
        let reference: Option<Self> = deserializer.deserialize_any(Visitor(PhantomData))?;
        Ok(reference.filter(|reference| !reference.id.is_empty()))
    }
}

/// Deserializes an id or an object; `None` if the object has no id.
struct Visitor<T>(PhantomData<fn() -> T>);

impl<'de, T: HasId + Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
    type Value = Option<Ref<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id or an object")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Id::from(text).into()))
    }

    // The documentation shows ids that are numbers.

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Id::deserialize(number.into_deserializer()).map(|id| Some(Ref::from(id)))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Id::deserialize(number.into_deserializer()).map(|id| Some(Ref::from(id)))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        Id::deserialize(number.into_deserializer()).map(|id| Some(Ref::from(id)))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let first = map.next_key::<String>()?;
        if first.as_deref() == Some(NUMBER) {
            return Id::from_digits(&map.next_value::<String>()?).map(|id| Some(Ref::from(id)));
        }
        let mut has_id = false;
        let object = Object::new(map, first, &mut has_id);
        let object = T::deserialize(MapAccessDeserializer::new(object))?;
        let id = if has_id { object.own_id().cloned() } else { None };
        Ok(id.map(|id| Ref { id, object: Some(Box::new(object)) }))
    }
}
