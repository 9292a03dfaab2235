//! Forms, and multipart bodies that are written like forms.

use url::form_urlencoded;

use super::{RequestWriter, pairs::Unsendable};

impl RequestWriter {
    pub(super) fn form_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            self.fail_value(&format!("`{name}`"), &format!("cannot be sent: {error}"));
        }
    }

    /// Rejects a map or a struct as a part with a JSON type: it would become a part for each entry, and none of them JSON.
    pub(super) fn check_json_part(&mut self, name: &'static str, content_type: &str) {
        let essence = content_type.split(';').next().unwrap_or_default().trim_end();
        let is_json = essence == "application/json" || essence.ends_with("+json");
        let plain = |name: &str| name.trim_end_matches("[]").to_owned();
        let is_nested = is_json
            && form_urlencoded::parse(self.form.as_bytes())
                .any(|(part, _)| plain(&part) != plain(name));
        if is_nested {
            self.form.clear();
            let problem = format!(
                "has fields, which are not one text of the type `{content_type}`; write `#[part(json)]`, or pass the JSON as a `String`"
            );
            self.fail_value(&format!("`{name}`"), &problem);
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
