//! Forms, and multipart bodies that are written like forms.

use url::form_urlencoded;

use super::{RequestWriter, pairs::Unsendable};

impl RequestWriter {
    pub(super) fn form_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            self.fail_value(&format!("`{name}`"), &format!("cannot be sent: {error}"));
        }
    }

    /// Writes the fields of a form as parts.
    pub(super) fn form_parts(&mut self, content_type: Option<&str>) {
        let form = std::mem::take(&mut self.form);
        let Some(parts) = self.parts() else { return };
        for (name, value) in form_urlencoded::parse(form.as_bytes()) {
            parts.text(&name, content_type, value.as_bytes());
        }
    }
}
