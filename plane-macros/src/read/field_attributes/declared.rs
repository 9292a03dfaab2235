//! [`Declared`]: the declaration around an attribute, for the advice about it.

use syn::Type;

use super::{Derives, SKIPPED, meta::renamed};
use crate::{
    model::{Media, Method, Recognized},
    read::{
        arguments::{Arguments, Unmarked},
        types::{is_bytes, is_file, is_named, is_scalar, last, only_argument, recognized, source},
    },
};

/// A field, and the arguments of its `#[endpoint]`.
#[derive(Clone, Copy)]
pub(crate) struct Declared<'a> {
    /// The identifier without `r#`.
    pub(crate) name: &'a str,
    pub(crate) ty: &'a Type,
    /// The name in `#[serde(rename = "...")]`.
    pub(crate) rename: Option<&'a str>,
    pub(crate) derives: Derives,
    pub(crate) arguments: &'a Arguments,
}

impl<'a> Declared<'a> {
    /// Returns the method, if its requests have no body.
    pub(super) fn bodiless(&self) -> Option<&'static str> {
        let method = self.arguments.method?;
        matches!(method, Method::Get | Method::Head).then(|| method.name())
    }

    /// Returns `true` if unmarked fields are certainly sent in the query.
    pub(super) fn is_in_query(&self) -> bool {
        self.arguments.unmarked() == Some(Unmarked::Query)
    }

    /// Returns `true` if this option is written after the path.
    pub(super) fn has_option(&self, name: &str) -> bool {
        self.arguments.options.unmarked.as_ref().is_some_and(|(_, option)| option == name)
    }

    /// Returns the type in the type of the field, if that is one of these.
    pub(super) fn value_in(&self, wrappers: &[&str]) -> Option<&'a Type> {
        let is_wrapper = |name: &&str| last(self.ty).is_some_and(|last| last.ident == **name);
        only_argument(self.ty).filter(|_| wrappers.iter().any(is_wrapper))
    }

    /// Returns the type of the value that is sent.
    pub(super) fn value(&self) -> &'a Type {
        self.value_in(&["Option", "Patch"]).unwrap_or(self.ty)
    }

    /// Returns `true` if the value is a file.
    pub(super) fn is_file_part(&self) -> bool {
        recognized(self.value()) == Some(Recognized::File)
    }

    /// Returns the advice about a field that is not meant to be sent, or not in the body.
    pub(super) fn skipped(&self) -> &'static str {
        if self.arguments.has_parameter(self.name) {
            "a field with the name of a path parameter is sent in the path alone; remove the attribute"
        } else {
            SKIPPED
        }
    }

    /// Returns the advice about an attribute that says that the field is a parameter, in any location.
    pub(super) fn parameter(&self) -> &'static str {
        match self.arguments.unmarked() {
            Some(Unmarked::Query) => {
                "remove it; unmarked fields are sent in the query, and fields with the name of a parameter in the path"
            }
            Some(Unmarked::Body(_)) => {
                "remove it to send the field in the body, or write `#[query]` to send it in the query"
            }
            None => {
                "write `#[query]`, or remove it and write the option `json` after the path to send the field in the body"
            }
        }
    }

    /// Returns the advice about an attribute that says that the field is not a parameter.
    pub(super) fn unmarked(&self) -> &'static str {
        match self.arguments.unmarked() {
            Some(Unmarked::Query) => "remove it; unmarked fields are sent in the query",
            Some(Unmarked::Body(_)) => "remove it; unmarked fields are sent in the body",
            None => "remove it, and write the option `json` or `query` after the path",
        }
    }

    /// Returns `true` if the value is a map.
    pub(super) fn is_map(&self) -> bool {
        let name = last(self.value()).map(|last| last.ident.to_string()).unwrap_or_default();
        matches!(&*name, "BTreeMap" | "HashMap" | "HeaderMap")
    }

    /// Returns the optional type to write, if the field is required as it is.
    pub(super) fn optional(&self, is_query: bool) -> Option<String> {
        let is_list_of_pairs = self.value_in(&["Vec"]).is_some()
            && (is_query
                || !matches!(self.arguments.unmarked(), Some(Unmarked::Body(Media::Json))));
        let is_required = self.value_in(&["Option", "Patch"]).is_none()
            && !self.arguments.has_parameter(self.name)
            && last(self.ty).is_none_or(|last| last.ident != "PhantomData");
        (is_required && !is_list_of_pairs).then(|| format!("Option<{}>", source(self.ty)))
    }

    /// Returns the code that sends the field under this name.
    pub(super) fn named(&self, name: &str) -> String {
        if name == self.name {
            "remove it".to_owned()
        } else {
            format!("write `{}`", renamed(name))
        }
    }

    /// Returns an attribute that is combined with `#[query]`, unless unmarked fields are sent there.
    pub(super) fn queried(&self, attribute: &str) -> String {
        if self.is_in_query() { attribute.to_owned() } else { format!("#[query] {attribute}") }
    }

    /// Returns the code to write if the field is meant as the whole body, or as one of its fields.
    pub(super) fn as_data(&self) -> String {
        let is_field = is_scalar(self.value())
            && self.arguments.unmarked() == Some(Unmarked::Body(Media::Json));
        if is_field {
            let remove = self.unmarked();
            format!("{remove}, or write `#[body]` if the field is the whole body")
        } else {
            self.as_body(false)
        }
    }

    /// Returns the code to write if the field is meant as the whole body. `is_text` says that text is not meant as JSON.
    pub(super) fn as_body(&self, is_text: bool) -> String {
        let value = self.value();
        let is_bytes = is_bytes(value) || is_file(value) || is_text && is_named(value, "String");
        if let Some(method) = self.bodiless() {
            return format!("`{method}` has no body; write `#[query]`, or another method");
        }
        match self.arguments.unmarked() {
            Some(Unmarked::Body(Media::Multipart)) => {
                "remove it; every field of a `multipart` body is a part".to_owned()
            }
            Some(Unmarked::Body(Media::Form)) if is_scalar(value) => {
                "remove it; every field is sent in the form".to_owned()
            }
            Some(Unmarked::Body(Media::Form)) => "write `#[flatten]`".to_owned(),
            _ if self.is_file_part() => {
                "remove it, and write the option `multipart` after the path".to_owned()
            }
            _ if is_bytes => {
                "write `#[body]`, and `plane_api::Bytes` as the type of the field".to_owned()
            }
            _ => "write `#[body]`".to_owned(),
        }
    }
}
