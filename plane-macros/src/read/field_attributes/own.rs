//! Our attributes, one function for each.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, LitStr, Meta, Token,
    parse::{Parse, ParseStream, Parser},
};

use crate::{
    error::{Errors, did_you_mean},
    model::{ListStyle, PartType},
    read::field_attributes::{FieldAttribute, is_header_byte},
    tokens::mentions,
};

/// Reads the attribute of this name.
pub(super) fn read(name: &str, attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    match name {
        "query" => query(attr, errors),
        "header" => header("header", "X-Name", attr, errors).map(FieldAttribute::Header),
        "idempotency_key" => header("idempotency_key", "Idempotency-Key", attr, errors)
            .map(FieldAttribute::IdempotencyKey),
        "part" => part(attr, errors),
        "body" => body(attr, errors),
        "flatten" => flatten(attr, errors),
        _ => path(attr, errors),
    }
}

fn query(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    let style = match &attr.meta {
        Meta::Path(_) => return Some(FieldAttribute::Query(None)),
        Meta::List(list) => match list.tokens.to_string().as_str() {
            "comma" => Some(ListStyle::Comma),
            "brackets" => Some(ListStyle::Brackets),
            _ => None,
        },
        Meta::NameValue(_) => None,
    };
    if style.is_none() {
        let help = wrong_query(&attr.meta);
        errors.at(
            value(&attr.meta),
            format!("`#[query]` takes `comma`, `brackets` or nothing; {help}"),
        );
    }
    style.map(|style| FieldAttribute::Query(Some(style)))
}

/// Returns the code to write instead of a `#[query]` with other arguments.
fn wrong_query(meta: &Meta) -> String {
    const ALL: &str = "write `#[query]`, `#[query(comma)]` or `#[query(brackets)]`";
    let text = string_in(meta).map(|name| name.value());
    let found = value(meta);
    let words = found.to_string();
    let first = words.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let is_name = words.starts_with('"') || matches!(first, "rename" | "name" | "value" | "key");
    let style = match first {
        "comma" | "csv" | "joined" | "delimited" => "(comma)",
        "brackets" | "bracket" | "array" => "(brackets)",
        _ => "",
    };
    match text.as_deref() {
        None if !style.is_empty() => format!("write `#[query{style}]`"),
        Some(name) if !style.is_empty() && words.contains("rename") => {
            format!("write `#[query{style}] {}`", renamed(name))
        }
        Some(name) if name.len() > 2 && name.ends_with("[]") => {
            "write `#[query(brackets)]`".to_owned()
        }
        Some("comma" | "," | "csv") => "write `#[query(comma)]`".to_owned(),
        Some("brackets" | "[]") => "write `#[query(brackets)]`".to_owned(),
        _ if mentions(found.clone(), &|word| word == "default") => {
            "write `#[query]`; a field is optional if its type is `Option<T>`".to_owned()
        }
        Some(name) if is_name => {
            format!("to send it under another name, write `#[query] {}`", renamed(name))
        }
        _ => format!("{ALL}{}", did_you_mean(&found.to_string(), ["comma", "brackets"])),
    }
}

/// Returns the name in `#[header("X-Name")]`, or in a similar attribute.
fn header(attribute: &str, example: &str, attr: &Attribute, errors: &mut Errors) -> Option<LitStr> {
    let name = match &attr.meta {
        Meta::List(list) => list.parse_args::<LitStr>().ok(),
        _ => None,
    };
    if name.is_none() {
        let bare = || match &attr.meta {
            Meta::List(list) => list.tokens.to_string().replace([' ', '\''], ""),
            _ => String::new(),
        };
        let meant = string_in(&attr.meta).map_or_else(bare, |name| name.value());
        let name =
            if !meant.is_empty() && meant.bytes().all(is_header_byte) { &*meant } else { example };
        errors.at(
            value(&attr.meta),
            format!("`#[{attribute}]` takes the header's name; write `#[{attribute}(\"{name}\")]`"),
        );
    }
    name
}

fn part(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    let found = value(&attr.meta);
    if let Meta::List(list) = &attr.meta {
        if list.tokens.to_string() == "json" {
            return Some(FieldAttribute::Part(PartType::Json));
        }
        if let Ok(media) = list.parse_args::<LitStr>() {
            let text = media.value();
            let is_type = text.split_once('/').is_some_and(|(before, after)| {
                let subtype = after.split(';').next().unwrap_or_default().trim_end();
                let is_token = |part: &str| !part.is_empty() && part.bytes().all(is_header_byte);
                is_token(before) && is_token(subtype)
            });
            if is_type && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
                return Some(FieldAttribute::Part(PartType::Text(text)));
            }
        }
    }
    let text = string_in(&attr.meta).map(|text| text.value());
    if text.is_none() && found.to_string().to_ascii_lowercase().starts_with("json") {
        errors.at(found, "`#[part]` takes the type of the part; write `#[part(json)]`");
        return None;
    }
    if let Some(text) = text.as_deref().filter(|text| *text == "json" || text.contains('/')) {
        let is_half = text.starts_with('/') || text.ends_with('/');
        let write = match text {
            "json" => text.to_owned(),
            _ if is_half => "\"text/plain\"".to_owned(),
            _ => format!("{text:?}"),
        };
        errors.at(found, format!("`#[part]` takes the type of the part; write `#[part({write})]`"));
        return None;
    }
    // In other libraries, the attribute takes the part's name, or nothing.
    let is_name = matches!(&attr.meta, Meta::Path(_)) || text.is_some();
    if is_name {
        errors.at(
            attr.path(),
            "a field of a `multipart` body is a part of its own, named like the field; remove `#[part]` and declare files as \
             `FilePart`, or write the type of the part, such as `#[part(json)]`",
        );
        return None;
    }
    errors.at(
        found,
        "`#[part]` takes the type of the part; write `#[part(json)]`, or for text `#[part(\"text/markdown\")]`",
    );
    None
}

fn body(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    if let Meta::Path(_) = &attr.meta {
        return Some(FieldAttribute::Body);
    }
    let mut message =
        "`#[body]` takes no arguments: the field is the whole body; write `#[body]`".to_owned();
    if let Some(name) = string_in(&attr.meta) {
        message += &format!(", or `{}` for one field of a JSON body", renamed(&name.value()));
    }
    errors.at(value(&attr.meta), message);
    None
}

fn flatten(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    if let Meta::Path(_) = &attr.meta {
        return Some(FieldAttribute::Flatten);
    }
    errors.at(
        value(&attr.meta),
        "`#[flatten]` takes no arguments: the field's entries join the others; write `#[flatten]`",
    );
    None
}

fn path(attr: &Attribute, errors: &mut Errors) -> Option<FieldAttribute> {
    if let Some(name) = string_in(&attr.meta) {
        let name = name.value();
        let message = format!(
            "a path parameter is the field of the same name; name the field `{name}`, and remove `#[path]`"
        );
        errors.at(value(&attr.meta), message);
        return None;
    }
    let Meta::List(list) = &attr.meta else {
        errors.at(
            attr,
            "a path parameter needs no attribute, only the name of a parameter in the path; remove `#[path]`",
        );
        return None;
    };
    let words = |input: ParseStream<'_>| input.parse_terminated(<Ident as Parse>::parse, Token![,]);
    let words = words.parse2(list.tokens.clone()).unwrap_or_default();
    let (mut body, mut slashes) = (false, false);
    let is_known = |word: &Ident| match word.to_string().as_str() {
        "body" => !std::mem::replace(&mut body, true),
        "slashes" => !std::mem::replace(&mut slashes, true),
        _ => false,
    };
    if words.is_empty() || !words.iter().all(is_known) {
        let near = did_you_mean(&list.tokens.to_string(), ["body", "slashes"]);
        errors.at(
            value(&attr.meta),
            format!("`#[path]` takes `body` or `slashes`; write `#[path(body)]` to send the parameter in the body as well, or `#[path(slashes)]` to encode its slashes{near}"),
        );
        return None;
    }
    Some(FieldAttribute::Path { body, slashes })
}

/// Returns the string after an attribute's name.
pub(super) fn string_in(meta: &Meta) -> Option<LitStr> {
    let found = |token| match token {
        TokenTree::Literal(literal) => syn::parse_str(&literal.to_string()).ok(),
        _ => None,
    };
    value(meta).into_iter().find_map(found)
}

/// Returns the attribute that sends a field under this name.
pub(super) fn renamed(name: &str) -> String {
    format!("#[serde(rename = {name:?})]")
}

/// Returns the tokens after an attribute's name, or the name if there are none.
pub(super) fn value(meta: &Meta) -> TokenStream {
    match meta {
        Meta::List(list) if !list.tokens.is_empty() => list.tokens.clone(),
        Meta::NameValue(pair) => pair.value.to_token_stream(),
        _ => meta.to_token_stream(),
    }
}
