//! Pairs of a name and a value: the query of a request, or a form in its body.

mod flat;
mod names;
mod nested;

use std::{
    borrow::Cow,
    fmt::{self, Display, Write},
};

use percent_encoding::utf8_percent_encode;
use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};
use url::form_urlencoded;

pub(super) use self::names::Names;
use self::{
    flat::Flat,
    nested::{Entries, Fields, Items},
};
use super::path::RESERVED;
use crate::{endpoint::id::NUMBER, spec::ListStyle};

/// The notation of pairs.
#[derive(Clone, Copy)]
pub(super) struct Style {
    place: Place,
    list: ListStyle,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Percent-encoded.
    Query,
    /// As `application/x-www-form-urlencoded`, with `+` for a space.
    Form,
}

impl Style {
    pub(super) const fn query(list: ListStyle) -> Self {
        Self { place: Place::Query, list }
    }

    pub(super) const fn form(list: ListStyle) -> Self {
        Self { place: Place::Form, list }
    }

    const fn name(self) -> &'static str {
        match self.place {
            Place::Query => "a query",
            Place::Form => "a form",
        }
    }

    fn encode(self, out: &mut String, text: &str) {
        match self.place {
            Place::Query => out.extend(utf8_percent_encode(text, RESERVED)),
            Place::Form => out.extend(form_urlencoded::byte_serialize(text.as_bytes())),
        }
    }
}

/// Appends one parameter to a query string or a form. Nested values are named `a[b]`.
pub(super) struct Pairs<'a> {
    out: &'a mut String,
    style: Style,
    name: Cow<'a, str>,
    mode: Mode,
}

/// The position of the value that is being written, which determines what it may be.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// A value, or a list.
    Value,
    /// An item of a list with its own pair, and its index.
    Item(usize),
    /// The first of several joined items.
    FirstJoined,
    /// Another joined item.
    NextJoined,
}

/// Appends the entries of a map, or the fields of a struct, under their own names.
pub(super) fn flatten<T: Serialize + ?Sized>(
    out: &mut String,
    style: Style,
    names: &mut Names,
    value: &T,
) -> Result<(), Unsendable> {
    value.serialize(Flat { out, style, names })
}

impl<'a> Pairs<'a> {
    pub(super) fn new(out: &'a mut String, style: Style, name: &'a str) -> Self {
        Self { out, style, name: name.into(), mode: Mode::Value }
    }

    fn text(self, text: &str) -> Result<(), Unsendable> {
        if matches!(self.mode, Mode::FirstJoined | Mode::NextJoined) && text.contains(',') {
            return Err(Unsendable(
                "a comma-separated list item must not contain a comma".to_owned(),
            ));
        }
        let style = self.style;
        style.encode(self.begin()?, text);
        Ok(())
    }

    /// Writes a number or a similar value that needs no encoding.
    fn plain(self, value: &dyn Display) -> Result<(), Unsendable> {
        // Writing to a string cannot fail.
        let _ = write!(self.begin()?, "{value}");
        Ok(())
    }

    /// Writes the text before the value.
    fn begin(self) -> Result<&'a mut String, Unsendable> {
        if self.mode == Mode::NextJoined {
            self.out.push(',');
            return Ok(self.out);
        }
        if self.out.is_empty() {
            // Most parameters need no more.
            self.out.reserve(64);
        } else {
            self.out.push('&');
        }
        self.style.encode(self.out, &self.name);
        let is_item = self.style.list == ListStyle::Brackets && matches!(self.mode, Mode::Item(_));
        // The name may already end with brackets, as that of a renamed field can.
        if is_item && !self.name.ends_with("[]") {
            self.style.encode(self.out, "[]");
        }
        self.out.push('=');
        Ok(self.out)
    }

    fn finite(self, value: &dyn Display, is_finite: bool) -> Result<(), Unsendable> {
        if is_finite { self.plain(value) } else { self.unsendable("a number that is not finite") }
    }

    fn items(mut self) -> Result<Items<'a>, Unsendable> {
        let item = match (self.mode, self.style.list) {
            (Mode::Value, ListStyle::Comma) => Mode::FirstJoined,
            (Mode::Value, _) => Mode::Item(0),
            (Mode::Item(index), ListStyle::Brackets) => {
                self.name = format!("{}[{index}]", self.name).into();
                Mode::Item(0)
            }
            _ => return self.unsendable("a list within a list"),
        };
        Ok(Items { out: self.out, style: self.style, name: self.name, item })
    }

    fn entries(self, what: &str) -> Result<Entries<'a>, Unsendable> {
        let prefix = match self.mode {
            Mode::Value => self.name,
            Mode::Item(index) => format!("{}[{index}]", self.name).into(),
            Mode::FirstJoined | Mode::NextJoined => {
                let message = format!("{what} is not supported in a comma-separated list");
                return Err(Unsendable(message));
            }
        };
        let Self { out, style, .. } = self;
        Ok(Entries { out, style, prefix: Some(prefix), key: String::new(), names: None })
    }

    fn unsendable<T>(&self, what: &str) -> Result<T, Unsendable> {
        Err(Unsendable(format!("{what} is not supported in {}", self.style.name())))
    }
}

macro_rules! as_plain {
    ($($method:ident: $type:ty),+) => {$(
        fn $method(self, value: $type) -> Result<(), Unsendable> {
            self.plain(&value)
        }
    )+};
}

impl<'a> Serializer for Pairs<'a> {
    type Ok = ();
    type Error = Unsendable;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Impossible<(), Unsendable>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Impossible<(), Unsendable>;

    as_plain!(
        serialize_bool: bool,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    );

    fn serialize_f32(self, value: f32) -> Result<(), Unsendable> {
        self.finite(&value, value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unsendable> {
        self.finite(&value, value.is_finite())
    }

    fn serialize_char(self, value: char) -> Result<(), Unsendable> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Unsendable> {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Unsendable> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text(text),
            Err(_) => self.unsendable("a byte string that is not UTF-8"),
        }
    }

    fn serialize_none(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsendable> {
        Ok(())
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<(), Unsendable> {
        self.text(name)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsendable> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsendable> {
        self.unsendable("an enum variant with a value")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Unsendable> {
        self.items()
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Unsendable> {
        self.items()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unsendable> {
        self.items()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsendable> {
        self.unsendable("an enum variant with values")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unsendable> {
        self.entries("a map")
    }

    fn serialize_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStruct, Unsendable> {
        if name == NUMBER {
            return Ok(Fields::Number(Some(self)));
        }
        self.entries("a struct").map(Fields::Named)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsendable> {
        self.unsendable("an enum variant with fields")
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        let mut text = String::new();
        write!(text, "{value}").map_err(|_| Unsendable("its `Display` fails".to_owned()))?;
        self.text(&text)
    }
}

/// The reason why a value cannot be sent in a query or a form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unsendable(String);

impl Display for Unsendable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsendable {}

impl ser::Error for Unsendable {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

#[cfg(test)]
mod tests;
