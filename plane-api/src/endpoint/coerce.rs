//! [`coerce`]: deserializes every form of a value that servers send.

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

/// A type whose values have more than one form in responses.
pub(crate) trait Coerce: Sized {
    /// Deserializes any form of it.
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Deserializes any form of it for an optional field. `null` does not get here.
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
/// | an integer | a float without a fraction, such as `7.0` |
/// | `Vec<T>` | `null` for an empty list; `null` items, which are skipped |
/// | `Timestamp` | a date: its midnight in UTC |
/// | `Date` | a time: its day in UTC, or the day as it is written if the time has no offset |
/// | `Option<Timestamp>`, `Option<Date>` | any other string, as `None`, a time without an offset among them |
/// | `Option<Ref<T>>` | an object without an id, as `None` |
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
    ($($type:ident: $method:ident),+) => {$(
        impl Coerce for $type {
            fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$method(Integer::<$type>(PhantomData))
            }
        }

        impl de::Visitor<'_> for Integer<$type> {
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
                // A larger number becomes the largest one there is, which is none of `$type` either.
                let whole = (number.fract() == 0.0).then_some(number as i128);
                let integer = whole.and_then(|whole| whole.try_into().ok());
                integer.ok_or_else(|| E::invalid_type(Unexpected::Float(number), &self))
            }
        }
    )+};
}

integers!(i64: deserialize_i64, u64: deserialize_u64);

/// Skips `null` items.
impl<T: de::DeserializeOwned> Coerce for Vec<T> {
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        list(deserializer)
    }
}

/// Deserializes a list, `null` being an empty one, and skips `null` items.
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
        while let Some(item) = seq.next_element::<Option<T>>()? {
            if let Some(item) = item {
                items.push(item);
            }
        }
        Ok(items)
    }
}

impl Coerce for Timestamp {
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parsed = deserializer.deserialize_str(Text("a time", time))?;
        parsed.map_err(de::Error::custom)
    }

    fn coerce_optional<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_str(Text("a time", time)).map(Result::ok)
    }
}

impl Coerce for Date {
    fn coerce<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parsed = deserializer.deserialize_str(Text("a date", date))?;
        parsed.map_err(de::Error::custom)
    }

    fn coerce_optional<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_str(Text("a date", date)).map(Result::ok)
    }
}

fn time(text: &str) -> Result<Timestamp, jiff::Error> {
    text.parse().or_else(|error| match Pieces::parse(text) {
        Ok(pieces) if pieces.time().is_none() && pieces.to_numeric_offset().is_none() => {
            Offset::UTC.to_timestamp(pieces.date().to_datetime(Time::midnight()))
        }
        _ => Err(error),
    })
}

fn date(text: &str) -> Result<Date, jiff::Error> {
    const DATE: usize = "2026-01-02".len();
    if text.len() == DATE {
        return text.parse();
    }
    match text.parse::<Timestamp>() {
        Ok(time) => Ok(Offset::UTC.to_datetime(time).date()),
        Err(_) => text.parse(),
    }
}

/// What a string is expected to be, and how it is parsed.
struct Text<T>(&'static str, fn(&str) -> Result<T, jiff::Error>);

impl<T> de::Visitor<'_> for Text<T> {
    type Value = Result<T, jiff::Error>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.1(text))
    }
}

#[cfg(test)]
mod tests;
