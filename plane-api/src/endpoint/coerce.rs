//! [`coerce`]: deserializes every form in which servers send a value.

use std::{fmt, marker::PhantomData};

use jiff::{
    Timestamp,
    civil::{Date, Time},
    fmt::temporal::Pieces,
    tz::Offset,
};
use serde::{
    Deserialize, Deserializer,
    de::{self, Unexpected},
};

use super::id::NUMBER;

/// A type whose values have more than one form in responses.
pub(crate) trait Coerce: Sized {
    /// Deserializes any form of the value.
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Deserializes any form of the value for an optional field. `null` is handled by the caller.
    fn coerce_optional<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Self>, D::Error> {
        Self::coerce(deserializer).map(Some)
    }
}

/// The `deserialize_with` of every field whose type is [`Coerce`].
///
/// | type | also accepts |
/// |---|---|
/// | an integer | a float without a fraction, such as `7.0` or `1e2` |
/// | `Option` of an integer | an empty string, as `None` |
/// | `Vec<T>` | `null` for an empty list; `null` items, which are skipped |
/// | `Timestamp` | a date: its midnight in UTC, or at its offset if it has one, such as `2026-01-02+01:00` |
/// | `Date` | a time: its day in UTC, or the day as written if the time has no offset; the day of a date with an offset |
/// | `Option<Timestamp>`, `Option<Date>` | any other string, including a time without an offset, as `None` |
/// | `Option<Ref<T>>` | an object without an id, or an empty string, as `None` |
pub(crate) fn coerce<'de, D: Deserializer<'de>, T: Coerce>(deserializer: D) -> Result<T, D::Error> {
    T::coerce(deserializer)
}

impl<T: Coerce> Coerce for Option<T> {
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<fn() -> T>);

        impl<'de, T: Coerce> de::Visitor<'de> for Visitor<T> {
            type Value = Option<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an optional value")
            }

            fn visit_none<E>(self) -> Result<Option<T>, E> {
                Ok(None)
            }

            fn visit_unit<E>(self) -> Result<Option<T>, E> {
                Ok(None)
            }

            fn visit_some<D: Deserializer<'de>>(self, some: D) -> Result<Option<T>, D::Error> {
                T::coerce_optional(some)
            }
        }

        deserializer.deserialize_option(Visitor(PhantomData))
    }
}

struct Integer<T>(PhantomData<fn() -> T>);

macro_rules! integers {
    ($($type:ident),+) => {$(
        impl Coerce for $type {
            fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // With `arbitrary_precision`, a `Value` rejects `7.0` if an integer is requested.
                deserializer.deserialize_any(Integer::<$type>(PhantomData))
            }

            fn coerce_optional<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Option<Self>, D::Error> {
                deserializer.deserialize_any(OptionalInteger::<$type>(PhantomData))
            }
        }

        impl<'de> de::Visitor<'de> for Integer<$type> {
            type Value = $type;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($type))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<$type, E> {
                let error = || E::invalid_value(Unexpected::Signed(number), &self);
                number.try_into().map_err(|_| error())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<$type, E> {
                let error = || E::invalid_value(Unexpected::Unsigned(number), &self);
                number.try_into().map_err(|_| error())
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<$type, E> {
                // A larger number saturates, and is then out of range for `$type` as well.
                let whole = (number.fract() == 0.0).then_some(number as i128);
                let integer = whole.and_then(|whole| whole.try_into().ok());
                integer.ok_or_else(|| E::invalid_type(Unexpected::Float(number), &self))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<$type, A::Error> {
                if map.next_key::<String>()?.as_deref() != Some(NUMBER) {
                    return Err(de::Error::invalid_type(Unexpected::Map, &self));
                }
                let digits = map.next_value::<String>()?;
                match (digits.parse(), digits.parse()) {
                    (Ok(integer), _) => Ok(integer),
                    (_, Ok(float)) => self.visit_f64(float),
                    _ => Err(de::Error::invalid_type(Unexpected::Other(&digits), &self)),
                }
            }
        }
    )+};
}

integers!(i64, u64);

struct OptionalInteger<T>(PhantomData<fn() -> T>);

impl<'de, T> de::Visitor<'de> for OptionalInteger<T>
where
    Integer<T>: de::Visitor<'de, Value = T>,
{
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Integer(PhantomData).expecting(f)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Option<T>, E> {
        Integer(PhantomData).visit_i64(number).map(Some)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Option<T>, E> {
        Integer(PhantomData).visit_u64(number).map(Some)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Option<T>, E> {
        Integer(PhantomData).visit_f64(number).map(Some)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
        Integer(PhantomData).visit_map(map).map(Some)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Option<T>, E> {
        if text.is_empty() { Ok(None) } else { Integer(PhantomData).visit_str(text).map(Some) }
    }
}

/// Skips `null` items.
impl<T: de::DeserializeOwned> Coerce for Vec<T> {
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        list(deserializer)
    }
}

/// Deserializes a list. Skips `null` items, and accepts `null` as an empty list.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_option(List(PhantomData))
}

struct List<T>(PhantomData<fn() -> T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_none<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, list: D) -> Result<Vec<T>, D::Error> {
        list.deserialize_seq(self)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while seq.next_element_seed(Push(&mut items))?.is_some() {}
        Ok(items)
    }
}

/// Appends an item unless it is `null`. An `Option<T>` would need another move.
struct Push<'a, T>(&'a mut Vec<T>);

impl<'de, T: Deserialize<'de>> de::DeserializeSeed<'de> for Push<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Push<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item of a list")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, item: D) -> Result<(), D::Error> {
        self.0.push(T::deserialize(item)?);
        Ok(())
    }
}

/// Accepts `null` where a list is expected, as an empty list, and nothing else.
pub(crate) struct NullList;

impl<'de> Deserializer<'de> for NullList {
    type Error = de::value::Error;

    fn deserialize_any<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::invalid_type(Unexpected::Unit, &visitor))
    }

    fn deserialize_seq<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_seq(self)
    }

    fn deserialize_newtype_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

// serde's empty sequence would have every model compiled for one more deserializer.
impl<'de> de::SeqAccess<'de> for NullList {
    type Error = de::value::Error;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(
        &mut self,
        _: T,
    ) -> Result<Option<T::Value>, Self::Error> {
        Ok(None)
    }
}

/// A type that is a string in JSON.
trait Parse: Sized {
    const EXPECTED: &'static str;

    fn parse(text: &str) -> Result<Self, jiff::Error>;
}

macro_rules! parsed {
    ($($type:ident),+) => {$(
        impl Coerce for $type {
            fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Text::<$type>(PhantomData))
            }

            fn coerce_optional<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Option<Self>, D::Error> {
                deserializer.deserialize_str(OptionalText::<$type>(PhantomData))
            }
        }
    )+};
}

parsed!(Timestamp, Date);

impl Parse for Timestamp {
    const EXPECTED: &'static str = "a time";

    fn parse(text: &str) -> Result<Self, jiff::Error> {
        text.parse().or_else(|error| midnight(text, error))
    }
}

#[cold]
fn midnight(text: &str, error: jiff::Error) -> Result<Timestamp, jiff::Error> {
    match Pieces::parse(text) {
        Ok(pieces) if pieces.time().is_none() && pieces.to_numeric_offset().is_none() => {
            Offset::UTC.to_timestamp(pieces.date().to_datetime(Time::midnight()))
        }
        _ => match day_and_offset(text) {
            Some((day, offset)) => format!("{day}T00:00{offset}").parse(),
            None => Err(error),
        },
    }
}

/// Splits a date with an offset, as defined by XML Schema.
fn day_and_offset(text: &str) -> Option<(&str, &str)> {
    let parts = text.split_at_checked(DAY)?;
    parts.1.starts_with(['Z', 'z', '+', '-']).then_some(parts)
}

/// The length of a date.
const DAY: usize = "2026-01-02".len();

impl Parse for Date {
    const EXPECTED: &'static str = "a date";

    fn parse(text: &str) -> Result<Self, jiff::Error> {
        if text.len() == DAY {
            return text.parse();
        }
        match text.parse::<Timestamp>() {
            Ok(time) => Ok(Offset::UTC.to_datetime(time).date()),
            Err(_) => day_and_offset(text).map_or(text, |(day, _)| day).parse(),
        }
    }
}

struct Text<T>(PhantomData<fn() -> T>);

impl<T: Parse> de::Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::parse(text).map_err(E::custom)
    }
}

struct OptionalText<T>(PhantomData<fn() -> T>);

impl<T: Parse> de::Visitor<'_> for OptionalText<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<T>, E> {
        Ok(T::parse(text).ok())
    }
}

#[cfg(test)]
mod tests;
