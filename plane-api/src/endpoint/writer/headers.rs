//! The headers of a request.

use std::fmt::{Display, Write};

use http::{HeaderName, HeaderValue};

use super::RequestWriter;

impl RequestWriter {
    pub(super) fn header_value(&mut self, name: &'static str, value: &dyn Display) {
        let secrets = self.notes.secrets();
        if let Some(text) = self.text(name, value) {
            self.header_text(name, text, secrets);
        }
    }

    /// Returns a value as text, or reports that it cannot be formatted.
    pub(super) fn text(&mut self, name: &'static str, value: &dyn Display) -> Option<String> {
        let mut text = String::new();
        let written = write!(text, "{value}");
        if written.is_err() || self.notes.has_empty_id() {
            let reason = "cannot be formatted: its `Display` fails";
            self.fail_value(&format!("the header `{name}`"), reason);
            return None;
        }
        Some(text)
    }

    /// Adds a header. `secrets` is the number of secrets before the value was written.
    pub(super) fn header_text(&mut self, name: &'static str, value: String, secrets: usize) {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(self.notes.secrets() > secrets);
                self.headers.append(name, value);
            }
            (Err(_), _) => self.fail(format!("`{name}` is not a valid header name")),
            (_, Err(_)) => self.fail(format!(
                "the header `{name}` contains a control character, such as a line break"
            )),
        }
    }
}
