//! `#[path(...)]`, which most path parameters do not need.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Meta, Token,
    parse::{Parse, ParseStream, Parser},
};

use super::{
    Declared, FieldAttribute,
    meta::{renamed, string_in, value},
};
use crate::{
    error::{Errors, did_you_mean, nearest},
    tokens::mentions,
};

/// Reads the attribute. Without arguments, it is a mistake, but says that the field is a parameter.
pub(super) fn read(
    attr: &Attribute,
    field: Declared<'_>,
    errors: &mut Errors,
) -> Option<FieldAttribute> {
    const PLAIN: FieldAttribute = FieldAttribute::Path { body: false, slashes: false };
    if let Some(name) = string_in(&attr.meta) {
        if mentions(value(&attr.meta), &|word| word == "body") {
            let rename = renamed(&name.value());
            let message =
                format!("`#[path]` takes `body` or `slashes`; write `#[path(body)] {rename}`");
            errors.at(value(&attr.meta), message);
            return Some(FieldAttribute::Path { body: true, slashes: false });
        }
        errors.at(value(&attr.meta), named(attr, &name.value(), field));
        return None;
    }
    let Meta::List(list) = &attr.meta else {
        errors.at(attr, named(attr, field.name, field));
        return Some(PLAIN);
    };
    let words = |input: ParseStream<'_>| input.parse_terminated(<Ident as Parse>::parse, Token![,]);
    let words = words.parse2(list.tokens.clone()).unwrap_or_default();
    let (mut body, mut slashes) = (false, false);
    let is_known = |word: &Ident| match word.to_string().as_str() {
        "body" => !std::mem::replace(&mut body, true),
        "slashes" => !std::mem::replace(&mut slashes, true),
        _ => false,
    };
    if !words.is_empty() && words.iter().all(is_known) {
        return Some(FieldAttribute::Path { body, slashes });
    }
    let name = words.first().map(Ident::to_string).unwrap_or_default();
    if words.len() == 1 && (name == field.name || field.arguments.has_parameter(&name)) {
        errors.at(value(&attr.meta), named(attr, &name, field));
        return None;
    }
    errors.at(value(&attr.meta), wrong_arguments(&list.tokens, field));
    None
}

/// Returns the code to write instead of other arguments.
fn wrong_arguments(found: &TokenStream, field: Declared<'_>) -> String {
    let has =
        |names: &[&str]| mentions(found.clone(), &|word| names.iter().any(|name| word == name));
    let has_slashes = has(&["slashes", "slash"]);
    let write = if has_slashes && has(&["body"]) {
        "write `#[path(body, slashes)]`".to_owned()
    } else if has_slashes {
        "write `#[path(slashes)]`".to_owned()
    } else if has(&["body"]) {
        "write `#[path(body)]`".to_owned()
    } else if has(&["raw", "encoded", "allow_reserved", "rest", "several"]) {
        let name = field.name;
        format!(
            "write `<{name}..>` in the path for a value of several segments, or `#[path(slashes)]` to encode its slashes"
        )
    } else {
        let near = did_you_mean(&found.to_string(), ["body", "slashes"]);
        format!(
            "write `#[path(body)]` to send the parameter in the body as well, or `#[path(slashes)]` to encode its slashes{near}"
        )
    };
    format!("`#[path]` takes `body` or `slashes`; {write}")
}

/// Returns the code to write for a field that an attribute declares as the parameter of this name.
pub(super) fn named(attr: &Attribute, name: &str, field: Declared<'_>) -> String {
    let found = attr.path().to_token_stream();
    let is_in_path = field.arguments.path.is_none() || field.arguments.has_parameter(name);
    if !is_in_path {
        let other = field.arguments.only_parameter().filter(|other| is_similar(other, field.name));
        let rename = other.map(|other| format!(", or name the field `{other}`"));
        format!(
            "the path has no parameter `<{name}>`; write `<{name}>` in the path{}, and remove `#[{found}]`",
            rename.unwrap_or_default()
        )
    } else if name == field.name {
        format!(
            "a path parameter needs no attribute, only the name of a parameter in the path; remove `#[{found}]`"
        )
    } else {
        format!(
            "a path parameter is the field of the same name; name the field `{name}`, and remove `#[{found}]`"
        )
    }
}

/// Returns `true` if two names probably mean the same: `id` and `project_id`, or a typing error.
fn is_similar(name: &str, other: &str) -> bool {
    let is_part = |long: &str, short: &str| long.starts_with(short) || long.ends_with(short);
    is_part(name, other) || is_part(other, name) || nearest(name, [other]).is_some()
}
