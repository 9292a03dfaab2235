//! Serde's attributes, as far as they mean something to a request.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{
    Attribute, LitStr, Path, Token,
    meta::ParseNestedMeta,
    parse::{Error, Result},
};

use crate::{
    error::{Errors, did_you_mean},
    read::field_attributes::{Attributes, FieldAttribute, skip_value},
};

impl Attributes {
    /// Reads `#[serde(...)]`. It stays if a serde derive reads it, too.
    pub(super) fn serde(
        &mut self,
        attr: Attribute,
        stays: bool,
        on_struct: bool,
        errors: &mut Errors,
    ) {
        let mut flatten = false;
        let result = attr.parse_nested_meta(|meta| {
            flatten |= !on_struct && meta.path.is_ident("flatten");
            self.serde_argument(&meta, on_struct, errors)
        });
        if flatten {
            self.set(Some(FieldAttribute::Flatten), attr.clone(), errors);
        }
        if let Err(error) = result {
            errors.push(error);
        }
        if stays {
            self.kept.push(attr);
        }
    }

    fn serde_argument(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        on_struct: bool,
        errors: &mut Errors,
    ) -> Result<()> {
        let name = meta.path.to_token_stream().to_string();
        match name.as_str() {
            "rename" if !on_struct => {
                self.rename = rename(meta)?;
                if let Some(empty) = self.rename.as_ref().filter(|name| name.value().is_empty()) {
                    errors.at(empty, "a name is not empty; write `rename = \"name\"`");
                }
            }
            "rename_all" if on_struct => self.rename_all = rename(meta)?,
            "flatten" if !on_struct => {}
            "with" | "serialize_with" if !on_struct => {
                let path: LitStr = meta.value()?.parse()?;
                self.serialize_with = Some(function(&path, name == "with")?);
            }
            _ => {
                skip_value(meta.input)?;
                errors.at(&meta.path, unsupported(&name, on_struct));
            }
        }
        Ok(())
    }
}

fn unsupported(name: &str, on_struct: bool) -> String {
    let what = format!("#[serde({name})]");
    match name {
        "default" => "unset fields are omitted, so that `default` has no effect; remove it".to_owned(),
        "skip_serializing_if" => {
            "unset fields are omitted, so that `skip_serializing_if` has no effect; remove it, and declare the field as \
             an `Option`"
                .to_owned()
        }
        _ => {
            let known: &[&str] = if on_struct {
                &["rename_all"]
            } else {
                &["rename", "with", "serialize_with", "flatten"]
            };
            let near = did_you_mean(name, known.iter().copied());
            format!("`{what}` is not supported by `#[endpoint]`; remove it{near}")
        }
    }
}

/// `= "..."`, or `(serialize = "...", deserialize = "...")` of which only the former is ours.
fn rename(meta: &ParseNestedMeta<'_>) -> Result<Option<LitStr>> {
    if meta.input.peek(Token![=]) {
        let value = meta.value()?;
        let wrong = |error: Error| {
            Error::new(error.span(), "a name is a string; write `rename = \"name\"`")
        };
        return value.parse().map(Some).map_err(wrong);
    }
    let mut name = None;
    meta.parse_nested_meta(|inner| {
        let value = inner.value()?.parse()?;
        if inner.path.is_ident("serialize") {
            name = Some(value);
        }
        Ok(())
    })?;
    Ok(name)
}

/// The function that a path in a string names, or the function `serialize` in the module that it names.
fn function(path: &LitStr, in_module: bool) -> Result<Path> {
    let mut function: Path = path.parse()?;
    if in_module {
        function.segments.push(Ident::new("serialize", path.span()).into());
    }
    Ok(function)
}
