//! [`Id`] and [`Ref`]: how objects name each other.

use std::{cmp::Ordering, convert::Infallible, fmt, hash, marker::PhantomData, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self},
};
use uuid::{Uuid, fmt::Hyphenated};

/// The id of a `T`, which cannot be mistaken for the id of anything else.
///
/// Plane's ids are UUIDs, kept here without an allocation; any other string is kept as it came.
///
/// ```
/// use plane_api::ids::CustomerId;
///
/// let id = CustomerId::from("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
/// assert!(id.as_uuid().is_some());
/// assert_eq!(id.to_string(), "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
/// assert_eq!(CustomerId::from("resource-uuid"), "resource-uuid");
/// ```
pub struct Id<T> {
    repr: Repr,
    of: PhantomData<fn() -> T>,
}

/// A UUID is only kept as such if it prints as it was read, so that equal ids are equal strings.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Uuid(Uuid),
    Text(Box<str>),
}

impl<T> Id<T> {
    /// The id as a UUID, if it is one in lower case and with hyphens.
    pub const fn as_uuid(&self) -> Option<&Uuid> {
        match &self.repr {
            Repr::Uuid(uuid) => Some(uuid),
            Repr::Text(_) => None,
        }
    }

    const fn new(repr: Repr) -> Self {
        Self { repr, of: PhantomData }
    }

    fn with_str<R>(&self, f: impl FnOnce(&str) -> R) -> R {
        match &self.repr {
            Repr::Uuid(uuid) => f(uuid.hyphenated().encode_lower(&mut [0; Hyphenated::LENGTH])),
            Repr::Text(text) => f(text),
        }
    }
}

fn canonical_uuid(text: &str) -> Option<Uuid> {
    let canonical =
        text.len() == Hyphenated::LENGTH && !text.bytes().any(|byte| byte.is_ascii_uppercase());
    if canonical { Uuid::try_parse(text).ok() } else { None }
}

impl<T> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        Self::new(Repr::Uuid(uuid))
    }
}

impl<T> From<&str> for Id<T> {
    fn from(text: &str) -> Self {
        Self::new(canonical_uuid(text).map_or_else(|| Repr::Text(text.into()), Repr::Uuid))
    }
}

impl<T> From<String> for Id<T> {
    fn from(text: String) -> Self {
        Self::new(canonical_uuid(&text).map_or_else(|| Repr::Text(text.into()), Repr::Uuid))
    }
}

/// Any text is an id.
impl<T> FromStr for Id<T> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl<T> From<&String> for Id<T> {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl<T> From<&Self> for Id<T> {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl<T> From<Id<T>> for String {
    fn from(id: Id<T>) -> Self {
        match id.repr {
            Repr::Uuid(uuid) => uuid.hyphenated().to_string(),
            Repr::Text(text) => text.into(),
        }
    }
}

impl<T> From<&Id<T>> for String {
    fn from(id: &Id<T>) -> Self {
        id.with_str(str::to_owned)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_str(|text| f.pad(text))
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_str(|text| fmt::Debug::fmt(text, f))
    }
}

// Written out because derives would ask the same of `T`.

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self::new(self.repr.clone())
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.repr == other.repr
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialEq<str> for Id<T> {
    fn eq(&self, other: &str) -> bool {
        self.with_str(|text| text == other)
    }
}

impl<T> PartialEq<&str> for Id<T> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In the order of the ids as text.
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.with_str(|a| other.with_str(|b| a.cmp(b)))
    }
}

impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.repr.hash(state);
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_str(|text| serializer.serialize_str(text))
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<fn() -> T>);

        impl<T> de::Visitor<'_> for Visitor<T> {
            type Value = Id<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Id<T>, E> {
                Ok(text.into())
            }

            fn visit_string<E: de::Error>(self, text: String) -> Result<Id<T>, E> {
                Ok(text.into())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id<T>, E> {
                Ok(number.to_string().into())
            }
        }

        deserializer.deserialize_any(Visitor(PhantomData))
    }
}
