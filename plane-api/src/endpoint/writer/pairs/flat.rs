//! [`Flat`]: a map or a struct that is replaced by its entries.

use serde::{
    Serialize, Serializer,
    ser::{Impossible, SerializeStruct},
};

use super::{
    Names, Style, Unsendable,
    nested::{Entries, Fields},
};
use crate::endpoint::id::NUMBER;

/// Appends the entries of a map or a struct, each under its own name.
pub(crate) struct Flat<'a> {
    pub(super) out: &'a mut String,
    pub(super) style: Style,
    pub(super) names: &'a mut Names,
}

impl<'a> Flat<'a> {
    fn entries(self) -> Entries<'a> {
        let Self { out, style, names } = self;
        Entries { out, style, prefix: None, key: String::new(), names: Some(names) }
    }
}

fn rejected<T>() -> Result<T, Unsendable> {
    Err(Unsendable("only a map or a struct can be flattened".to_owned()))
}

macro_rules! reject {
    ($($method:ident($($type:ty),*) -> $ok:ty),+) => {$(
        fn $method(self, $(_: $type),*) -> Result<$ok, Unsendable> {
            rejected()
        }
    )+};
}

impl<'a> Serializer for Flat<'a> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = Impossible<(), Unsendable>;
    type SerializeTuple = Impossible<(), Unsendable>;
    type SerializeTupleStruct = Impossible<(), Unsendable>;
    type SerializeTupleVariant = Impossible<(), Unsendable>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Impossible<(), Unsendable>;

    reject!(
        serialize_bool(bool) -> (),
        serialize_char(char) -> (),
        serialize_str(&str) -> (),
        serialize_bytes(&[u8]) -> (),
        serialize_i8(i8) -> (),
        serialize_i16(i16) -> (),
        serialize_i32(i32) -> (),
        serialize_i64(i64) -> (),
        serialize_i128(i128) -> (),
        serialize_u8(u8) -> (),
        serialize_u16(u16) -> (),
        serialize_u32(u32) -> (),
        serialize_u64(u64) -> (),
        serialize_u128(u128) -> (),
        serialize_f32(f32) -> (),
        serialize_f64(f64) -> (),
        serialize_unit_struct(&'static str) -> (),
        serialize_unit_variant(&'static str, u32, &'static str) -> (),
        serialize_seq(Option<usize>) -> Self::SerializeSeq,
        serialize_tuple(usize) -> Self::SerializeTuple,
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant,
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant
    );

    fn serialize_none(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    /// As in serde, an enum value is an entry with the name of the variant.
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        Fields::Named(self.entries()).serialize_field(variant, value)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, Unsendable> {
        Ok(self.entries())
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'a>, Unsendable> {
        if name == NUMBER { rejected() } else { Ok(Fields::Named(self.entries())) }
    }
}
