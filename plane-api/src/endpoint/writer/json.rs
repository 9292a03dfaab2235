//! JSON bodies, and bodies that consist of one value.

use std::fmt;

use serde::{
    Deserializer, Serialize,
    de::{IgnoredAny, MapAccess, Visitor},
};

use super::{RequestWriter, pairs::Names};
use crate::error::Result;

impl RequestWriter {
    /// Reports keys that already exist.
    pub(super) fn take_names(&mut self, name: &'static str, keys: &[String]) {
        let names = self.body_names.get_or_insert_with(|| Box::new(Names::of_json(self.spec)));
        if let Err(reason) = keys.iter().try_for_each(|key| names.take(key)) {
            self.fail(format!("`{name}` cannot be sent: {reason}"));
        }
    }

    /// Opens or continues the body, up to the field's value.
    pub(super) fn key(&mut self, name: &'static str) -> &mut Vec<u8> {
        let separator = if self.body.is_some() { b',' } else { b'{' };
        let body = self.body.get_or_insert_with(|| Vec::with_capacity(128));
        body.push(separator);
        // Serializing a string into a vector cannot fail.
        let _ = name.serialize(&mut serde_json::Serializer::new(&mut *body));
        body.push(b':');
        body
    }

    pub(super) fn body_result(
        &mut self,
        name: &'static str,
        result: Result<(), serde_json::Error>,
    ) {
        if let Err(error) = result {
            self.fail_with(name, "cannot be serialized as JSON", error);
        }
    }

    pub(super) fn not_finite(&mut self, name: &'static str) {
        self.fail(format!(
            "`{name}` contains a number that is not finite, which JSON does not support"
        ));
    }
}

/// Returns the keys of a JSON object, or `None` for anything else.
pub(super) fn keys(json: &[u8]) -> Option<Vec<String>> {
    struct Keys;
    impl<'de> Visitor<'de> for Keys {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
            let mut keys = Vec::new();
            while let Some((key, IgnoredAny)) = map.next_entry()? {
                keys.push(key);
            }
            Ok(keys)
        }
    }
    let mut json = serde_json::Deserializer::from_slice(json);
    let keys = json.deserialize_map(Keys).ok()?;
    json.end().is_ok().then_some(keys)
}
