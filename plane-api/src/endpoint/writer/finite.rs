//! Finds numbers that JSON does not support.

use std::{cell::Cell, fmt};

use serde::{Serialize, Serializer, ser};

/// Returns `true` if all numbers of the value are finite. `serde_json` writes others as `null`, which would clear a
/// field.
pub(super) fn is_finite<T: Serialize + ?Sized>(value: &T) -> bool {
    let is_finite = Cell::new(true);
    // Any other mistake is found again when the value is written.
    let _ = value.serialize(Look(&is_finite));
    is_finite.get()
}

/// Traverses a value without writing anything.
#[derive(Clone, Copy)]
struct Look<'a>(&'a Cell<bool>);

impl Look<'_> {
    fn number(self, is_finite: bool) -> fmt::Result {
        if !is_finite {
            self.0.set(false);
            return Err(fmt::Error);
        }
        Ok(())
    }
}

macro_rules! pass {
    ($($method:ident($($type:ty),*)),+) => {$(
        fn $method(self, $(_: $type),*) -> fmt::Result {
            Ok(())
        }
    )+};
}

macro_rules! go_in {
    ($($method:ident($($type:ty),*)),+) => {$(
        fn $method(self, $(_: $type),*) -> Result<Self, fmt::Error> {
            Ok(self)
        }
    )+};
}

impl Serializer for Look<'_> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    pass!(
        serialize_bool(bool),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_i128(i128),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_u128(u128),
        serialize_none(),
        serialize_unit(),
        serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str)
    );

    go_in!(
        serialize_seq(Option<usize>),
        serialize_tuple(usize),
        serialize_tuple_struct(&'static str, usize),
        serialize_tuple_variant(&'static str, u32, &'static str, usize),
        serialize_map(Option<usize>),
        serialize_struct(&'static str, usize),
        serialize_struct_variant(&'static str, u32, &'static str, usize)
    );

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.number(value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        self.number(value.is_finite())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> fmt::Result {
        value.serialize(self)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, _: &T) -> fmt::Result {
        Ok(())
    }
}

macro_rules! compound {
    ($($of:ident::$method:ident($($key:ty)?)),+) => {$(
        impl ser::$of for Look<'_> {
            type Ok = ();
            type Error = fmt::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, $(_: $key,)? value: &T) -> fmt::Result {
                value.serialize(*self)
            }

            fn end(self) -> fmt::Result {
                Ok(())
            }
        }
    )+};
}

compound!(
    SerializeSeq::serialize_element(),
    SerializeTuple::serialize_element(),
    SerializeTupleStruct::serialize_field(),
    SerializeTupleVariant::serialize_field(),
    SerializeStruct::serialize_field(&'static str),
    SerializeStructVariant::serialize_field(&'static str)
);

impl ser::SerializeMap for Look<'_> {
    type Ok = ();
    type Error = fmt::Error;

    /// A key that is not finite is not a valid JSON key anyway.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> fmt::Result {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(*self)
    }

    fn end(self) -> fmt::Result {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Serialize)]
    struct Nested {
        name: &'static str,
        value: Value,
    }

    #[derive(Serialize)]
    struct Meters(f64);

    #[derive(Serialize)]
    enum Value {
        One(f64),
        Two(f64, f64),
        Named { x: f32 },
    }

    #[test]
    fn numbers_are_found_wherever_they_are() {
        let nested = |value| vec![Nested { name: "n", value }];
        let infinite = f64::INFINITY;
        assert!(is_finite(&(1.5, "x", BTreeMap::from([(1, Some(f64::MAX))]))));
        assert!(is_finite(&nested(Value::Two(0.0, -0.0))));
        for found in [
            is_finite(&f64::NAN),
            is_finite(&Some(f32::NEG_INFINITY)),
            is_finite(&[1.0, infinite]),
            is_finite(&BTreeMap::from([("k", infinite)])),
            is_finite(&Meters(infinite)),
            is_finite(&nested(Value::One(infinite))),
            is_finite(&nested(Value::Two(0.0, infinite))),
            is_finite(&nested(Value::Named { x: f32::NAN })),
        ] {
            assert!(!found);
        }
    }
}
