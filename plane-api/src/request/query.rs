//! The query of a request: any serializable scalar, or a list of them.

use std::fmt::{self, Display, Write};

use percent_encoding::utf8_percent_encode;
use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};

use super::path::RESERVED;

/// Appends one parameter to a query string.
pub(super) struct Pairs<'a> {
    query: &'a mut String,
    name: &'static str,
    mode: Mode,
}

/// What is being written, and so what it may be.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// A value, or a list whose items each repeat the name: `name=a&name=b`.
    Repeated,
    /// A value, or a list whose items are joined: `name=a,b`.
    Joined,
    /// An item of its own.
    Item,
    /// The first of the joined items.
    FirstJoined,
    /// Another of the joined items.
    NextJoined,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(query: &'a mut String, name: &'static str) -> Self {
        Self { query, name, mode: Mode::Repeated }
    }

    pub(super) fn comma(query: &'a mut String, name: &'static str) -> Self {
        Self { query, name, mode: Mode::Joined }
    }

    fn text(self, text: &str) -> Result<(), Unsendable> {
        if matches!(self.mode, Mode::FirstJoined | Mode::NextJoined) && text.contains(',') {
            return Err(Unsendable(
                "an item of a list that is joined by commas holds a comma".to_owned(),
            ));
        }
        if self.mode == Mode::NextJoined {
            self.query.push(',');
        } else {
            if !self.query.is_empty() {
                self.query.push('&');
            }
            self.query.extend(utf8_percent_encode(self.name, RESERVED));
            self.query.push('=');
        }
        self.query.extend(utf8_percent_encode(text, RESERVED));
        Ok(())
    }

    fn display(self, value: impl Display) -> Result<(), Unsendable> {
        let mut text = String::new();
        write!(text, "{value}").map_err(|_| Unsendable("its `Display` fails".to_owned()))?;
        self.text(&text)
    }

    fn finite(self, value: impl Display, is_finite: bool) -> Result<(), Unsendable> {
        if is_finite { self.display(value) } else { unsendable("a number that is not finite") }
    }

    fn items(self) -> Result<Items<'a>, Unsendable> {
        let item = match self.mode {
            Mode::Repeated => Mode::Item,
            Mode::Joined => Mode::FirstJoined,
            Mode::Item | Mode::FirstJoined | Mode::NextJoined => {
                return unsendable("a list within a list");
            }
        };
        Ok(Items { query: self.query, name: self.name, item })
    }
}

fn unsendable<T>(what: &str) -> Result<T, Unsendable> {
    Err(Unsendable(format!("{what} has no place in a query")))
}

/// The items of a list.
pub(super) struct Items<'a> {
    query: &'a mut String,
    name: &'static str,
    item: Mode,
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsendable> {
        let before = self.query.len();
        item.serialize(Pairs { query: self.query, name: self.name, mode: self.item })?;
        // `None` items write nothing.
        if self.item == Mode::FirstJoined && self.query.len() > before {
            self.item = Mode::NextJoined;
        }
        Ok(())
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}

macro_rules! like_a_list {
    ($($of:ident::$method:ident),+) => {$(
        impl ser::$of for Items<'_> {
            type Ok = ();
            type Error = Unsendable;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsendable> {
                ser::SerializeSeq::serialize_element(self, item)
            }

            fn end(self) -> Result<(), Unsendable> {
                Ok(())
            }
        }
    )+};
}

like_a_list!(SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field);

macro_rules! as_displayed {
    ($($method:ident: $type:ty),+) => {$(
        fn $method(self, value: $type) -> Result<(), Unsendable> {
            self.display(value)
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
    type SerializeMap = Impossible<(), Unsendable>;
    type SerializeStruct = Impossible<(), Unsendable>;
    type SerializeStructVariant = Impossible<(), Unsendable>;

    as_displayed!(
        serialize_bool: bool, serialize_char: char,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    );

    fn serialize_f32(self, value: f32) -> Result<(), Unsendable> {
        self.finite(value, value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unsendable> {
        self.finite(value, value.is_finite())
    }

    fn serialize_str(self, text: &str) -> Result<(), Unsendable> {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Unsendable> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text(text),
            Err(_) => unsendable("what is not text"),
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
        unsendable("an enum variant that holds a value")
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
        unsendable("an enum variant that holds values")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unsendable> {
        unsendable("a map")
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStruct, Unsendable> {
        unsendable("a struct")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsendable> {
        unsendable("an enum variant that holds fields")
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Unsendable> {
        self.display(value)
    }
}

/// Why a value cannot stand in a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unsendable(String);

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
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn repeated(value: impl Serialize) -> Result<String, String> {
        let mut query = String::new();
        value.serialize(Pairs::new(&mut query, "k")).map_err(|error| error.0)?;
        Ok(query)
    }

    fn comma(value: impl Serialize) -> Result<String, String> {
        let mut query = "a=1".to_owned();
        value.serialize(Pairs::comma(&mut query, "k")).map_err(|error| error.0)?;
        Ok(query)
    }

    #[derive(Serialize)]
    enum Order {
        #[serde(rename = "-created_at")]
        Newest,
        By(u8),
    }

    #[derive(Serialize)]
    struct Unit;

    #[test]
    fn scalars_are_written_as_they_print() {
        assert_eq!(repeated("a b&c=d").unwrap(), "k=a%20b%26c%3Dd");
        assert_eq!(repeated('é').unwrap(), "k=%C3%A9");
        assert_eq!(repeated(true).unwrap(), "k=true");
        assert_eq!(repeated(-7).unwrap(), "k=-7");
        assert_eq!(repeated(u128::MAX).unwrap(), format!("k={}", u128::MAX));
        assert_eq!(repeated(1.5).unwrap(), "k=1.5");
        assert_eq!(repeated(Order::Newest).unwrap(), "k=-created_at");
        assert_eq!(repeated(Unit).unwrap(), "k=Unit");
        assert_eq!(repeated(Some(1)).unwrap(), "k=1");
        assert_eq!(repeated("").unwrap(), "k=");
        assert_eq!(repeated(None::<u8>).unwrap(), "");
    }

    #[test]
    fn lists_repeat_the_name_or_are_joined() {
        assert_eq!(repeated(["a", "b"]).unwrap(), "k=a&k=b");
        assert_eq!(repeated(Vec::<u8>::new()).unwrap(), "");
        assert_eq!(comma(["a", "b c"]).unwrap(), "a=1&k=a,b%20c");
        assert_eq!(comma((1, Some("x"), None::<u8>)).unwrap(), "a=1&k=1,x");
        assert_eq!(comma(Vec::<u8>::new()).unwrap(), "a=1");
        assert_eq!(comma("one").unwrap(), "a=1&k=one");
    }

    #[test]
    fn what_has_no_place_in_a_query_is_refused() {
        assert!(repeated(BTreeMap::from([("a", 1)])).unwrap_err().starts_with("a map"));
        assert!(repeated(vec![vec![1]]).unwrap_err().starts_with("a list within"));
        assert!(comma(vec![vec![1]]).unwrap_err().contains("a list within"));
        assert!(repeated(Order::By(1)).unwrap_err().starts_with("an enum variant"));
        assert!(repeated(f64::NAN).unwrap_err().starts_with("a number that is not finite"));
        assert!(comma(["a,b"]).unwrap_err().contains("holds a comma"));
        assert!(comma(["a", "b,c"]).unwrap_err().contains("holds a comma"));
    }
}
