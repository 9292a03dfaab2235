//! [`Id`]: a typed id.

use std::{cmp::Ordering, convert::Infallible, fmt, hash, marker::PhantomData, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Unexpected},
    ser,
};
use uuid::{Uuid, fmt::Hyphenated};

use crate::secret::note_empty_id;

/// The id of an object of the type `T`. An `Id<Project>` cannot be passed in place of an `Id<User>`.
///
/// Plane's ids are UUIDs, which are stored without an allocation; any other string is stored unchanged. A request with
/// an empty id, in any location, is rejected before it is sent, because some servers treat an empty string as `null`.
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

/// A UUID is stored as a UUID only if it prints as it was read, so equal ids are equal strings.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Uuid(Uuid),
    Text(Box<str>),
}

/// The only key of the map that represents a number if any crate of the program enables the feature
/// `arbitrary_precision` of `serde_json` and the deserializer is not asked for a number. The value contains the digits.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

impl<T> Id<T> {
    /// Reads the digits of a JSON number as an id. A zero fraction is ignored.
    pub(crate) fn from_digits<E: de::Error>(digits: &str) -> Result<Self, E> {
        let whole = match digits.split_once('.') {
            Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole,
            _ => digits,
        };
        match whole.parse::<i64>() {
            Ok(number) => Ok(number.to_string().into()),
            Err(_) if whole.bytes().all(|byte| byte.is_ascii_digit()) => Ok(whole.into()),
            Err(_) => Self::from_float(digits.parse().unwrap_or(f64::NAN)),
        }
    }

    /// Reads a JSON number as an id if it is an integer.
    fn from_float<E: de::Error>(number: f64) -> Result<Self, E> {
        // Beyond 2^53, a float cannot represent every integer.
        if number.fract() != 0.0 || number.abs() >= 9_007_199_254_740_992.0 {
            return Err(E::invalid_type(Unexpected::Float(number), &"an id"));
        }
        Ok((number as i64).to_string().into())
    }

    /// Returns the id as a UUID, if it is a hyphenated UUID in lower case.
    pub const fn as_uuid(&self) -> Option<&Uuid> {
        match &self.repr {
            Repr::Uuid(uuid) => Some(uuid),
            Repr::Text(_) => None,
        }
    }

    /// Returns `true` if the text is empty. Requests reject such ids.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(&self.repr, Repr::Text(text) if text.is_empty())
    }

    const fn new(repr: Repr) -> Self {
        Self { repr, of: PhantomData }
    }

    /// Calls `f` with the id as text, without an allocation.
    pub(crate) fn with_str<R>(&self, f: impl FnOnce(&str) -> R) -> R {
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

/// An empty id, as a placeholder. A request that contains an empty id is rejected before it is sent.
impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::from("")
    }
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

/// Every text is a valid id.
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
        self.with_str(|text| {
            if self.is_empty() {
                note_empty_id();
            }
            f.pad(text)
        })
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_str(|text| fmt::Debug::fmt(text, f))
    }
}

// Written by hand because derives would require the same of `T`.

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

/// Orders ids by their text.
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

/// # Errors
///
/// Returns an error if the id is empty and a request is being encoded.
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_str(|text| {
            if self.is_empty() && note_empty_id() {
                return Err(ser::Error::custom("the id is empty"));
            }
            serializer.serialize_str(text)
        })
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<fn() -> T>);

        impl<'de, T> de::Visitor<'de> for Visitor<T> {
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

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Id<T>, E> {
                Ok(number.to_string().into())
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Id<T>, E> {
                Id::from_float(number)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Id<T>, A::Error> {
                match map.next_key::<String>()? {
                    Some(key) if key == NUMBER => Id::from_digits(&map.next_value::<String>()?),
                    _ => Err(de::Error::invalid_type(Unexpected::Map, &self)),
                }
            }
        }

        deserializer.deserialize_any(Visitor(PhantomData))
    }
}
