//! Our own attributes, one function for each.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta};

use crate::{
    error::{Errors, did_you_mean},
    read::field_attributes::{FieldAttribute, is_header_byte},
};

/// Reads the attribute of this name.
pub(super) fn read(name: &str, attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    match name {
        "query" => query(attr, errors),
        "header" => header(attr, errors),
        "body" => body(attr, errors),
        "flatten" => flatten(attr, errors),
        _ => path(attr, errors),
    }
}

fn query(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    match &attr.meta {
        Meta::Path(_) => Some(FieldAttribute::Query { comma: false }),
        Meta::List(list) if list.tokens.to_string() == "comma" => {
            Some(FieldAttribute::Query { comma: true })
        }
        meta => {
            let near = match (string_in(meta), meta) {
                (Some(name), _) => {
                    format!("; another name is given with `#[serde(rename = {})]`", name.token())
                }
                (None, Meta::List(list)) => did_you_mean(&list.tokens.to_string(), ["comma"]),
                _ => String::new(),
            };
            errors.at(value(meta), format!("`#[query]` takes `comma` or nothing; write `#[query]` or `#[query(comma)]`{near}"));
            None
        }
    }
}

fn header(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    let name = match &attr.meta {
        Meta::List(list) => list.parse_args::<LitStr>().ok(),
        _ => None,
    };
    if name.is_none() {
        let bare = || match &attr.meta {
            Meta::List(list) => list.tokens.to_string().replace(' ', ""),
            _ => String::new(),
        };
        let meant = string_in(&attr.meta).map_or_else(bare, |name| name.value());
        let name =
            if !meant.is_empty() && meant.bytes().all(is_header_byte) { &*meant } else { "X-Name" };
        errors.at(
            value(&attr.meta),
            format!("`#[header]` takes the header's name; write `#[header(\"{name}\")]`"),
        );
    }
    name.map(FieldAttribute::Header)
}

fn body(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    if let Meta::Path(_) = &attr.meta {
        return Some(FieldAttribute::Body);
    }
    errors.at(
        value(&attr.meta),
        "`#[body]` takes nothing, the field is the whole body; write `#[body]`",
    );
    None
}

fn flatten(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    if let Meta::Path(_) = &attr.meta {
        return Some(FieldAttribute::Flatten);
    }
    errors.at(
        value(&attr.meta),
        "`#[flatten]` takes nothing, the field's entries join the others; write `#[flatten]`",
    );
    None
}

fn path(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    match &attr.meta {
        Meta::List(list) if list.tokens.to_string() == "body" => Some(FieldAttribute::PathBody),
        _ => {
            errors.at(
                attr,
                "a path parameter needs no mark: it is the field that the path names; remove `#[path]`",
            );
            None
        }
    }
}

/// A string in what follows an attribute's name.
fn string_in(meta: &Meta) -> Option<LitStr> {
    let found = |token| match token {
        TokenTree::Literal(literal) => syn::parse_str(&literal.to_string()).ok(),
        _ => None,
    };
    value(meta).into_iter().find_map(found)
}

/// What follows an attribute's name, or the name if nothing does.
pub(super) fn value(meta: &Meta) -> TokenStream {
    match meta {
        Meta::List(list) if !list.tokens.is_empty() => list.tokens.clone(),
        Meta::NameValue(pair) => pair.value.to_token_stream(),
        _ => meta.to_token_stream(),
    }
}
