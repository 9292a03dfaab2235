//! Pairs of a name and a value: the query of a request, or a form in its body.

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

use self::nested::{Entries, Fields, Items};
use super::path::RESERVED;
use crate::endpoint::id::NUMBER;

/// Where pairs stand, and so how they are written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Style {
    /// Percent-encoded.
    Query,
    /// As `application/x-www-form-urlencoded`, a space being `+`. What is nested is named `a[b]`.
    Form,
}

impl Style {
    const fn name(self) -> &'static str {
        match self {
            Self::Query => "a query",
            Self::Form => "a form",
        }
    }

    fn encode(self, out: &mut String, text: &str) {
        match self {
            Self::Query => out.extend(utf8_percent_encode(text, RESERVED)),
            Self::Form => out.extend(form_urlencoded::byte_serialize(text.as_bytes())),
        }
    }
}

/// Appends one parameter to a query string or a form.
pub(super) struct Pairs<'a> {
    out: &'a mut String,
    style: Style,
    name: Cow<'a, str>,
    mode: Mode,
}

/// What is being written, and so what it may be.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// A value, or a list whose items each repeat the name: `name=a&name=b`.
    Repeated,
    /// A value, or a list whose items are joined: `name=a,b`.
    Joined,
    /// An item of its own, and its place in the list.
    Item(usize),
    /// The first of the joined items.
    FirstJoined,
    /// Another of the joined items.
    NextJoined,
    /// A map or a struct, whose entries stand for it.
    Flat,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(out: &'a mut String, style: Style, name: &'a str) -> Self {
        Self { out, style, name: name.into(), mode: Mode::Repeated }
    }

    pub(super) fn comma(query: &'a mut String, name: &'a str) -> Self {
        Self { out: query, style: Style::Query, name: name.into(), mode: Mode::Joined }
    }

    /// Takes the entries of a map or a struct, each under its own name.
    pub(super) fn flat(out: &'a mut String, style: Style) -> Self {
        Self { out, style, name: Cow::Borrowed(""), mode: Mode::Flat }
    }

    fn text(self, text: &str) -> Result<(), Unsendable> {
        if matches!(self.mode, Mode::FirstJoined | Mode::NextJoined) && text.contains(',') {
            return Err(Unsendable(
                "an item of a list that is joined by commas holds a comma".to_owned(),
            ));
        }
        let style = self.style;
        style.encode(self.begin()?, text);
        Ok(())
    }

    /// Writes a number or the like, in which there is nothing to encode.
    fn plain(self, value: &dyn Display) -> Result<(), Unsendable> {
        // Writing to a string does not fail.
        let _ = write!(self.begin()?, "{value}");
        Ok(())
    }

    /// Writes what stands before the value.
    fn begin(self) -> Result<&'a mut String, Unsendable> {
        if self.mode == Mode::Flat {
            return Err(Unsendable("only a map or a struct can be flattened".to_owned()));
        }
        if self.mode == Mode::NextJoined {
            self.out.push(',');
            return Ok(self.out);
        }
        if self.out.is_empty() {
            // Most need no more.
            self.out.reserve(64);
        } else {
            self.out.push('&');
        }
        self.style.encode(self.out, &self.name);
        self.out.push('=');
        Ok(self.out)
    }

    fn finite(self, value: &dyn Display, is_finite: bool) -> Result<(), Unsendable> {
        if is_finite { self.plain(value) } else { self.unsendable("a number that is not finite") }
    }

    fn items(self) -> Result<Items<'a>, Unsendable> {
        let item = match self.mode {
            Mode::Repeated => Mode::Item(0),
            Mode::Joined => Mode::FirstJoined,
            Mode::Flat => {
                return Err(Unsendable("only a map or a struct can be flattened".to_owned()));
            }
            Mode::Item(_) | Mode::FirstJoined | Mode::NextJoined => {
                return self.unsendable("a list within a list");
            }
        };
        Ok(Items { out: self.out, style: self.style, name: self.name, item })
    }

    fn entries(self, what: &str) -> Result<Entries<'a>, Unsendable> {
        let prefix = match self.mode {
            Mode::Flat => None,
            _ if self.style == Style::Query => return self.unsendable(what),
            Mode::Item(index) => Some(format!("{}[{index}]", self.name).into()),
            _ => Some(self.name),
        };
        Ok(Entries { out: self.out, style: self.style, prefix, key: String::new() })
    }

    fn unsendable<T>(&self, what: &str) -> Result<T, Unsendable> {
        Err(Unsendable(format!("{what} has no place in {}", self.style.name())))
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
            Err(_) => self.unsendable("what is not text"),
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
        self.unsendable("an enum variant that holds a value")
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
        self.unsendable("an enum variant that holds values")
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
        self.unsendable("an enum variant that holds fields")
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        let mut text = String::new();
        write!(text, "{value}").map_err(|_| Unsendable("its `Display` fails".to_owned()))?;
        self.text(&text)
    }
}

/// Why a value cannot stand in a query or a form.
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
