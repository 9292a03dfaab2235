//! Serde's attributes, as far as they affect a request.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, LitStr, Meta, Path, Token, Type,
    meta::ParseNestedMeta,
    parse::{Error, Result},
    spanned::Spanned,
    token,
};

use crate::{
    error::{Errors, did_you_mean},
    read::{
        field_attributes::{Attributes, Derives, FieldAttribute, skip_value},
        types::last,
    },
};

impl Attributes {
    /// Reads `#[serde(...)]` on a field of this type, or on the struct. It is kept if a serde derive reads it, too.
    pub(super) fn serde(
        &mut self,
        attr: Attribute,
        derives: Derives,
        ty: Option<&Type>,
        errors: &mut Errors,
    ) {
        let on_struct = ty.is_none();
        let (mut flatten, mut omission) = (false, None);
        let result = attr.parse_nested_meta(|meta| {
            flatten |= !on_struct && meta.path.is_ident("flatten");
            let is_omission =
                meta.path.is_ident("default") || meta.path.is_ident("skip_serializing_if");
            let before = errors.count();
            if let Some(first) = omission.filter(|_| is_omission) {
                if before == first + 1 {
                    errors.truncate(first);
                    let message =
                        "unset fields are omitted; remove `default` and `skip_serializing_if`";
                    errors.at(&attr, message);
                }
                return skip_value(meta.input);
            }
            self.serde_argument(&meta, derives, ty, errors)?;
            omission = omission.or((is_omission && errors.count() > before).then_some(before));
            Ok(())
        });
        if flatten {
            self.set(Some(FieldAttribute::Flatten), attr.clone(), errors);
        }
        match (result, &attr.meta) {
            (Ok(()), _) => {}
            (Err(_), Meta::List(list)) if list.tokens.to_string().starts_with('"') => {
                let name = &list.tokens;
                errors.at(name, format!("write `#[serde(rename = {name})]`"));
            }
            (Err(error), Meta::List(_)) => errors.push(error),
            (Err(_), meta) => {
                errors.at(
                    meta,
                    "serde's attributes have arguments; write `#[serde(rename = \"name\")]`",
                );
            }
        }
        if derives.serde {
            self.kept.push(attr);
        }
    }

    fn serde_argument(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        derives: Derives,
        ty: Option<&Type>,
        errors: &mut Errors,
    ) -> Result<()> {
        let on_struct = ty.is_none();
        let name = meta.path.to_token_stream().to_string();
        match name.as_str() {
            "rename" if !on_struct => {
                let rename = rename(meta)?;
                if self.rename.is_some() {
                    errors.at(&meta.path, "`rename` is repeated; remove one");
                }
                self.rename = rename;
                if let Some(empty) = self.rename.as_ref().filter(|name| name.value().is_empty()) {
                    errors.at(empty, "a name is not empty; write `rename = \"name\"`");
                }
            }
            "rename_all" if on_struct => self.rename_all = rename(meta)?,
            "flatten" if !on_struct => {}
            "with" | "serialize_with" if !on_struct => {
                let written = meta.input.fork();
                let written = written.parse::<Token![=]>().and_then(|_| written.parse::<Path>());
                let path = match (written, &*name) {
                    (Ok(path), _) => path.to_token_stream().to_string().replace(' ', ""),
                    (_, "with") => "path::to::module".to_owned(),
                    _ => "path::to::function".to_owned(),
                };
                let message = format!("the path is a string; write `{name} = \"{path}\"`");
                let path = value(meta, &message)?;
                let wrong = |_| Error::new(path.span(), &message);
                self.serialize_with = Some(function(&path, name == "with").map_err(wrong)?);
            }
            _ if is_of_derive(&name, derives) => skip_value(meta.input)?,
            _ => {
                skip_value(meta.input)?;
                errors.at(&meta.path, unsupported(&name, ty));
            }
        }
        Ok(())
    }
}

/// Returns `true` if the argument only concerns the code that a serde derive on the struct generates.
fn is_of_derive(name: &str, derives: Derives) -> bool {
    const DESERIALIZE: [&str; 10] = [
        "alias",
        "borrow",
        "bound",
        "default",
        "deny_unknown_fields",
        "deserialize_with",
        "expecting",
        "from",
        "skip_deserializing",
        "try_from",
    ];
    match name {
        "skip_serializing_if" => derives.serialize,
        "bound" | "crate" => derives.serde,
        "skip" => derives.deserialize && !derives.serialize,
        _ => derives.deserialize && DESERIALIZE.contains(&name),
    }
}

fn unsupported(name: &str, ty: Option<&Type>) -> String {
    let what = format!("#[serde({name})]");
    match name {
        "default" => "unset fields are omitted, so `default` has no effect; remove it".to_owned(),
        "skip_serializing_if" if ty.and_then(last).is_some_and(|last| last.ident == "Option") => {
            "unset fields are omitted, so `skip_serializing_if` has no effect; remove it".to_owned()
        }
        "skip_serializing_if" => {
            "unset fields are omitted, so `skip_serializing_if` has no effect; remove it, and declare the field as \
             an `Option`"
                .to_owned()
        }
        "rename_all" => {
            "`rename_all` names the fields of a struct; move it to the struct, or write `rename = \"name\"`".to_owned()
        }
        _ => {
            let known: &[&str] = if ty.is_none() {
                &["rename_all"]
            } else {
                &["rename", "with", "serialize_with", "flatten"]
            };
            // This one is right, but does not concern a request.
            let near = if name == "deserialize_with" {
                String::new()
            } else {
                did_you_mean(name, known.iter().copied())
            };
            let remove = if near.is_empty() { "; remove it" } else { "" };
            format!("`{what}` is not supported by `#[endpoint]`{remove}{near}")
        }
    }
}

/// Parses `= "..."`, or `(serialize = "...", deserialize = "...")`, of which only `serialize` concerns the request.
fn rename(meta: &ParseNestedMeta<'_>) -> Result<Option<LitStr>> {
    let attribute = meta.path.to_token_stream();
    let example = if attribute.to_string() == "rename" { "name" } else { "camelCase" };
    // The name may be written as a word, or in parentheses.
    let written = meta.input.fork().parse::<TokenStream>().unwrap_or_default().to_string();
    let written = written.split(',').next().unwrap_or_default();
    let written = written.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let is_pair = written.starts_with("serialize") || written.starts_with("deserialize");
    let example = if written.is_empty() || is_pair || written.contains(['"', ' ']) {
        example
    } else {
        written
    };
    let message = format!("a name is a string; write `{attribute} = \"{example}\"`");
    if !meta.input.peek(token::Paren) {
        return value(meta, &message).map(Some);
    }
    let mut name = None;
    let nested = meta.parse_nested_meta(|inner| {
        let value = value(&inner, &message)?;
        if inner.path.is_ident("serialize") {
            name = Some(value);
        }
        Ok(())
    });
    nested.map_err(|error| Error::new(error.span(), &message))?;
    Ok(name)
}

/// Returns the string after `=`.
fn value(meta: &ParseNestedMeta<'_>, message: &str) -> Result<LitStr> {
    let span = meta.path.span();
    let equals = meta.input.parse::<Token![=]>().map_err(|_| Error::new(span, message))?;
    let span = if meta.input.is_empty() { equals.span } else { meta.input.span() };
    let value = meta.input.parse().map_err(|_| Error::new(span, message));
    if value.is_err() {
        skip_value(meta.input)?;
    }
    value
}

/// Returns the function that a path in a string names, or the function `serialize` in the module that it names.
fn function(path: &LitStr, in_module: bool) -> Result<Path> {
    let mut function: Path = path.parse()?;
    if in_module {
        function.segments.push(Ident::new("serialize", path.span()).into());
    }
    Ok(function)
}
