//! Lists, maps and structs.

use std::borrow::Cow;

use serde::{Serialize, ser};

use super::{Mode, Names, Pairs, Style, Unsendable};

/// The items of a list.
pub(crate) struct Items<'a> {
    pub(super) out: &'a mut String,
    pub(super) style: Style,
    pub(super) name: Cow<'a, str>,
    pub(super) item: Mode,
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsendable> {
        let before = self.out.len();
        let name = Cow::Borrowed(&*self.name);
        item.serialize(Pairs { out: self.out, style: self.style, name, mode: self.item })?;
        match &mut self.item {
            Mode::Item(index) => *index += 1,
            // `None` items write nothing.
            item if self.out.len() > before => *item = Mode::NextJoined,
            _ => {}
        }
        Ok(())
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}

/// The entries of a map, or the fields of a struct.
pub(crate) struct Entries<'a> {
    pub(super) out: &'a mut String,
    pub(super) style: Style,
    /// `None` if the entries have no common name, because they are flattened.
    pub(super) prefix: Option<Cow<'a, str>>,
    pub(super) key: String,
    /// The record of the names of flattened entries.
    pub(super) names: Option<&'a mut Names>,
}

impl Entries<'_> {
    pub(super) fn entry<T: Serialize + ?Sized>(
        &mut self,
        key: &str,
        value: &T,
    ) -> Result<(), Unsendable> {
        let name = match &self.prefix {
            Some(prefix) => format!("{prefix}[{key}]").into(),
            None => Cow::Borrowed(key),
        };
        let before = self.out.len();
        value.serialize(Pairs { out: self.out, style: self.style, name, mode: Mode::Value })?;
        match &mut self.names {
            // An entry that writes nothing repeats no name.
            Some(names) if self.out.len() > before => names.take(key).map_err(Unsendable),
            _ => Ok(()),
        }
    }
}

impl ser::SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsendable> {
        self.key = match serde_json::to_value(key) {
            Ok(serde_json::Value::String(key)) => key,
            Ok(key @ (serde_json::Value::Number(_) | serde_json::Value::Bool(_))) => {
                key.to_string()
            }
            _ => return Err(Unsendable("a key of a map is not a string or a number".to_owned())),
        };
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsendable> {
        let key = std::mem::take(&mut self.key);
        self.entry(&key, value)
    }

    fn end(self) -> Result<(), Unsendable> {
        Ok(())
    }
}

/// The fields of a struct.
pub(crate) enum Fields<'a> {
    Named(Entries<'a>),
    /// A number of `serde_json` with its feature `arbitrary_precision`, which any crate of the program may enable: a
    /// struct whose only field contains the digits.
    Number(Option<Pairs<'a>>),
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Unsendable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unsendable> {
        match self {
            Self::Named(entries) => entries.entry(key, value),
            Self::Number(pairs) => pairs.take().map_or(Ok(()), |pairs| value.serialize(pairs)),
        }
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
