//! Forms, and the bodies of several parts that are written like them.

use url::form_urlencoded;

use super::{
    RequestWriter,
    multipart::{FilePart, Parts},
    pairs::{Pairs, Style, Unsendable},
};
use crate::endpoint::values::BodyValue;

impl RequestWriter {
    ///
    /// A list repeats the name, an empty one is left out. The entries of a map and the fields of a struct are named
    /// `name[entry]`; if they are items of a list, `name[0][entry]`.
    pub fn form<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::new(&mut self.form, Style::Form, name));
        self.form_result(name, result);
    }

    /// Writes the entries of a map, or the fields of a struct, as fields of a form.
    pub fn form_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        let result = value.serialize(Pairs::flat(&mut self.form, Style::Form));
        self.form_result(name, result);
    }

    fn form_result(&mut self, name: &'static str, result: Result<(), Unsendable>) {
        if let Err(error) = result {
            self.fail_value(&format!("`{name}`"), &format!("cannot be sent: {error}"));
        }
    }

    /// Writes a part of a multipart body as text. Lists and what is nested become several parts, as in a form.
    pub fn part<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form(name, value);
        self.form_parts();
    }

    /// Writes the entries of a map, or the fields of a struct, as parts of a multipart body.
    pub fn part_flatten<T: BodyValue + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.form_flatten(name, value);
        self.form_parts();
    }

    /// What a form would hold, as parts.
    fn form_parts(&mut self) {
        let form = std::mem::take(&mut self.form);
        let parts = self.parts.get_or_insert_with(Parts::new);
        for (name, value) in form_urlencoded::parse(form.as_bytes()) {
            parts.text(&name, &value);
        }
    }

    /// Writes parts of a multipart body that are files.
    pub fn file(&mut self, name: &'static str, files: &[FilePart]) {
        let parts = self.parts.get_or_insert_with(Parts::new);
        if let Err(reason) = files.iter().try_for_each(|file| parts.file(name, file)) {
            self.fail(format!("`{name}` cannot be sent: {reason}"));
        }
    }
}
