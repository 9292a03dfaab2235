//! The headers of a request.

use std::fmt::Display;

use http::{HeaderName, HeaderValue};

use super::RequestWriter;

impl RequestWriter {
    pub(super) fn header_value(&mut self, name: &'static str, value: &dyn Display) {
        let secrets = self.notes.count();
        self.header_text(name, value.to_string(), secrets);
    }

    /// `secrets` is how many there were before the value was written.
    pub(super) fn header_text(&mut self, name: &'static str, value: String, secrets: usize) {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(self.notes.count() > secrets);
                self.headers.append(name, value);
            }
            (Err(_), _) => self.fail(format!("`{name}` is not the name of a header")),
            (_, Err(_)) => self.fail(format!(
                "the header `{name}` holds a control character, a line break for example"
            )),
        }
    }
}
