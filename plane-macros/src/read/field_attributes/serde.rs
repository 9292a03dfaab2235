//! Serde's attributes, as far as they affect a request.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, LitStr, Meta, Path, Token,
    meta::ParseNestedMeta,
    parse::{Error, Result},
    spanned::Spanned,
    token,
};

use crate::{
    error::{Errors, did_you_mean},
    read::{
        field_attributes::{
            Attributes, Declared, Derives, FieldAttribute, meta::string_in, skip_value,
        },
        types::{is_optional_twice, source},
    },
};

impl Attributes {
    /// Reads `#[serde(...)]` on a field of this type, or on the struct. It is kept if a serde derive reads it, too.
    pub(super) fn serde(
        &mut self,
        attr: Attribute,
        derives: Derives,
        field: Option<Declared<'_>>,
        errors: &mut Errors,
    ) {
        let on_struct = field.is_none();
        let (mut flatten, start) = (false, errors.count());
        let result = attr.parse_nested_meta(|meta| {
            flatten |= !on_struct && meta.path.is_ident("flatten");
            let is_omission =
                meta.path.is_ident("default") || meta.path.is_ident("skip_serializing_if");
            let before = errors.count();
            if is_omission && errors.contain(start, SKIPPED) {
                return skip_value(meta.input);
            }
            if let Some(first) = self.omission.filter(|_| is_omission) {
                if before == first + 1 {
                    errors.truncate(first);
                    let both = "`default` and `skip_serializing_if`";
                    let message = self.always_sent(both, field);
                    let omitted = || format!("unset fields are omitted; remove {both}");
                    errors.at(&attr, message.unwrap_or_else(omitted));
                }
                return skip_value(meta.input);
            }
            self.serde_argument(&meta, derives, field, errors)?;
            let is_reported = is_omission && errors.count() > before;
            self.omission = self.omission.or(is_reported.then_some(before));
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
                let name = string_in(meta).map_or_else(|| "name".to_owned(), |name| name.value());
                errors.at(
                    meta,
                    format!(
                        "serde's attributes have arguments; write `#[serde(rename = {name:?})]`"
                    ),
                );
            }
        }
        // A function in a reported attribute may not fit the corrected type.
        if derives.serde && errors.count() <= start {
            self.kept.push(attr);
        }
    }

    fn serde_argument(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        derives: Derives,
        field: Option<Declared<'_>>,
        errors: &mut Errors,
    ) -> Result<()> {
        let on_struct = field.is_none();
        let name = meta.path.to_token_stream().to_string();
        match name.as_str() {
            "rename" if !on_struct => {
                renamed(meta, derives, &mut self.rename, errors)?;
                if let Some(empty) = self.rename.take_if(|name| name.value().is_empty()) {
                    let name = field.map_or("name", |field| field.name);
                    errors.at(
                        empty,
                        format!("a name is not empty; write `rename = \"{name}\"`, or remove it"),
                    );
                }
            }
            "rename_all" if on_struct => renamed(meta, derives, &mut self.rename_all, errors)?,
            "flatten" if !on_struct && meta.input.peek(Token![=]) => {
                skip_value(meta.input)?;
                errors.at(&meta.path, "`flatten` takes no value; write `#[serde(flatten)]`");
            }
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
                self.adapts_option(&name, field);
                let path = value(meta, &message)?;
                let wrong = |_| Error::new(path.span(), &message);
                self.serialize_with = Some(function(&path, name == "with").map_err(wrong)?);
            }
            "skip_serializing_if" if derives.serialize => {
                skip_value(meta.input)?;
                self.omitted_by_derive = Some(meta.path.clone());
            }
            _ if is_of_derive(&name, derives) => skip_value(meta.input)?,
            _ => {
                let text = meta.input.fork().parse::<TokenStream>().unwrap_or_default();
                skip_value(meta.input)?;
                if !self.adapts_option(&name, field) {
                    // A field that is not sent is not optional either.
                    let is_skipped = name == "skip" || name == "skip_serializing";
                    if let Some(first) = self.omission.filter(|_| is_skipped) {
                        errors.truncate(first);
                    }
                    errors.at(&meta.path, self.unsupported(&name, text, field));
                }
            }
        }
        Ok(())
    }

    /// Stores the name of an argument that makes a type which is optional twice tell `null` from an omitted field. Returns
    /// `true` if it is one: the type is reported together with it.
    fn adapts_option(&mut self, name: &str, field: Option<Declared<'_>>) -> bool {
        let adapts = matches!(
            name,
            "default" | "skip_serializing_if" | "with" | "serialize_with" | "deserialize_with"
        ) && field.is_some_and(|field| is_optional_twice(field.ty));
        if adapts {
            self.adapters.push(name.to_owned());
        }
        adapts
    }

    /// Reports `skip_serializing_if` for a serde derive, if the request always sends the field. An empty map in place of its
    /// entries sends nothing.
    pub(super) fn check_omission(&mut self, field: Declared<'_>, errors: &mut Errors) {
        let Some(argument) = self.omitted_by_derive.take() else { return };
        let is_flattened =
            matches!(self.own, Some((FieldAttribute::Flatten | FieldAttribute::FlattenQuery, _)));
        let message = self.always_sent("`skip_serializing_if`", Some(field));
        if let Some(message) = message.filter(|_| !is_flattened) {
            errors.at(argument, message);
            // The function may not fit the corrected type.
            self.kept.retain(|attr| !attr.path().is_ident("serde"));
        }
    }

    /// Returns the mistake in arguments about presence, if the type says that the field is always sent.
    fn always_sent(&self, arguments: &str, field: Option<Declared<'_>>) -> Option<String> {
        let field = field?;
        let is_query =
            matches!(self.own, Some((FieldAttribute::Query(_) | FieldAttribute::Header(_), _)));
        if let Some(write) = field.optional(is_query) {
            let ty = source(field.ty);
            return Some(format!(
                "a `{ty}` is always sent; write `{write}` for an optional field, and remove {arguments}"
            ));
        }
        let is_parameter = field.arguments.has_parameter(field.name);
        is_parameter.then(|| format!("a path parameter is always sent; remove {arguments}"))
    }

    fn unsupported(&self, name: &str, text: TokenStream, field: Option<Declared<'_>>) -> String {
        let what = format!("#[serde({name})]");
        match name {
            "default" | "skip_serializing_if" => {
                self.always_sent(&format!("`{name}`"), field).unwrap_or_else(|| {
                    format!("unset fields are omitted, so `{name}` has no effect; remove it")
                })
            }
            "rename_all" => {
                "`rename_all` names all fields of a struct; move it to the struct".to_owned()
            }
            "skip" | "skip_serializing" if field.is_some() => {
                field.map_or(SKIPPED, |field| field.skipped()).to_owned()
            }
            "alias" if field.is_some() => {
                let name = text.into_iter().nth(1).map(|text| text.to_string()).unwrap_or_default();
                format!("`{what}` is not supported by `#[endpoint]`; write `rename = {name}` to send the field under this name, or remove it")
            }
            "optional" if field.is_some() => {
                self.always_sent("`optional`", field).unwrap_or_else(|| {
                    "a field is optional if its type is `Option<T>`; remove `optional`".to_owned()
                })
            }
            "rename" | "rename_all_fields" if field.is_none() && is_case(text.clone()) => {
                format!("the case of all fields is `rename_all`; write `rename_all {text}`")
            }
            case if field.is_none() && case.ends_with("Case") => {
                format!("a case is a string; write `rename_all = \"{case}\"`")
            }
            "nullable" if field.is_some() => {
                "`nullable` is no attribute of serde; write `#[nullable]`".to_owned()
            }
            "transparent" if field.is_none() => {
                "`transparent` is not supported by `#[endpoint]`; mark the field that is the whole body `#[body]`".to_owned()
            }
            _ => {
                let known: &[&str] = if field.is_none() {
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
}

/// The advice about a field that is not meant to be sent.
pub(crate) const SKIPPED: &str =
    "every field of a request is sent; remove the field, and keep its value outside of the struct";

/// Returns `true` if the tokens after an argument's name are one of serde's cases.
fn is_case(value: TokenStream) -> bool {
    let text = value.into_iter().nth(1).map(|text| text.to_string()).unwrap_or_default();
    matches!(
        text.trim_matches('"'),
        "lowercase" | "UPPERCASE" | "PascalCase" | "camelCase" | "snake_case"
    ) || text.ends_with("_CASE\"")
        || text.ends_with("-case\"")
        || text.ends_with("-CASE\"")
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
        "bound" | "crate" => derives.serde,
        "skip" => derives.deserialize && !derives.serialize,
        _ => derives.deserialize && DESERIALIZE.contains(&name),
    }
}

/// Reads a name, unless it is that in responses, which only a derive reads.
fn renamed(
    meta: &ParseNestedMeta<'_>,
    derives: Derives,
    name: &mut Option<LitStr>,
    errors: &mut Errors,
) -> Result<()> {
    let written = rename(meta)?;
    let attribute = meta.path.to_token_stream();
    if written.is_some() && name.is_some() {
        errors.at(&meta.path, format!("`{attribute}` is repeated; remove one"));
    } else if written.is_none() && !derives.deserialize {
        let message = "a request is only serialized; write `serialize` instead of `deserialize`";
        errors.at(&meta.path, message);
    }
    *name = written.or_else(|| name.take());
    Ok(())
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
