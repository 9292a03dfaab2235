//! Our attributes, one function for each.

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, Path};

use super::{
    Declared, FieldAttribute, NAMES, is_header_byte,
    meta::{renamed, string_in, value},
    page, part, path,
};
use crate::{
    error::{Errors, did_you_mean},
    model::ListStyle,
    read::{
        arguments::{constant, in_title_case},
        types::source,
    },
    tokens::mentions,
};

/// The advice about a field with several headers.
pub(super) const HEADERS: &str =
    "a header has one name; declare a field for each header, or add headers with an `Interceptor`";

/// Reads the attribute of this name.
pub(super) fn read(
    name: &str,
    attr: &Attribute,
    field: Declared<'_>,
    errors: &mut Errors,
) -> Option<FieldAttribute> {
    match name {
        "query" => query(attr, field, errors),
        "header" => header("header", attr, field, errors).map(FieldAttribute::Header),
        "idempotency_key" => {
            header("idempotency_key", attr, field, errors).map(FieldAttribute::IdempotencyKey)
        }
        "part" => part::read(attr, field, errors),
        "body" => body(attr, field, errors),
        "flatten" => flatten(attr, errors),
        _ => path::read(attr, field, errors),
    }
}

/// Returns the advice about another location of a path parameter.
pub(super) fn on_parameter(attribute: &str, field: Declared<'_>) -> String {
    format!("`{}` is a path parameter; remove `#[{attribute}]`, or rename the field", field.name)
}

/// Returns `true` if a field cannot have both locations.
pub(super) fn is_beside(other: &str, name: &str) -> bool {
    let is_pair = |name: &str| matches!(name, "query" | "flatten");
    is_location(other) && other != name && !(is_pair(other) && is_pair(name))
}

/// Returns `true` if our attribute of this name is a location.
pub(super) fn is_location(name: &str) -> bool {
    NAMES.contains(&name) && !matches!(name, "page" | "nullable")
}

fn query(attr: &Attribute, field: Declared<'_>, errors: &mut Errors) -> Option<FieldAttribute> {
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
        let help = wrong_query(&attr.meta, field);
        errors.at(
            value(&attr.meta),
            format!("`#[query]` takes `comma`, `brackets` or nothing; {help}"),
        );
    }
    style.map(|style| FieldAttribute::Query(Some(style)))
}

/// Returns the code to write instead of a `#[query]` with other arguments.
fn wrong_query(meta: &Meta, field: Declared<'_>) -> String {
    const ALL: &str = "write `#[query]`, `#[query(comma)]` or `#[query(brackets)]`";
    let text = string_in(meta).map(|name| name.value());
    let found = value(meta);
    let words = found.to_string();
    let first = words.split(|c: char| !is_word(c)).next().unwrap_or_default();
    let is_name = words.starts_with('"') || matches!(first, "rename" | "name" | "value" | "key");
    let has = |word: &str| mentions(found.clone(), &|it| it == word);
    let style = match first {
        "comma" | "csv" | "joined" | "delimited" => "(comma)",
        "brackets" | "bracket" | "array" => "(brackets)",
        _ if is_name && has("comma") => "(comma)",
        _ if is_name && has("brackets") => "(brackets)",
        _ => "",
    };
    match text.as_deref() {
        // As in OpenAPI.
        _ if has("explode") && has("false") => "write `#[query(comma)]`".to_owned(),
        _ if has("explode") && has("true") => "write `#[query]`".to_owned(),
        None if !style.is_empty() => format!("write `#[query{style}]`"),
        Some(name) if !style.is_empty() && (is_name || words.contains("rename")) => {
            format!("write `#[query{style}] {}`", renamed(name))
        }
        Some(name) if name.len() > 2 && name.ends_with("[]") => {
            "write `#[query(brackets)]`".to_owned()
        }
        Some("comma" | "," | "csv") => "write `#[query(comma)]`".to_owned(),
        Some("brackets" | "[]") => "write `#[query(brackets)]`".to_owned(),
        Some(name) if is_name && name == field.name => "write `#[query]`".to_owned(),
        _ if is_presence(&found) => match field.optional(true) {
            Some(ty) if !first.starts_with("required") => {
                format!("write `#[query]`, and `{ty}` as the type of the field")
            }
            _ => "write `#[query]`; a field is optional if its type is `Option<T>`".to_owned(),
        },
        Some(name) if is_name => {
            format!("to send it under another name, write `#[query] {}`", renamed(name))
        }
        _ => other_query(first, field).unwrap_or_else(|| {
            format!("{ALL}{}", did_you_mean(&found.to_string(), ["comma", "brackets"]))
        }),
    }
}

/// Returns `true` if the arguments say that a field is optional, or required.
fn is_presence(found: &TokenStream) -> bool {
    mentions(found.clone(), &|word| {
        word == "default" || word == "optional" || word == "required" || word == "skip_none"
    })
}

/// Returns the code to write for a `#[query]` whose argument is another attribute, or a style of lists.
fn other_query(word: &str, field: Declared<'_>) -> Option<String> {
    Some(match word {
        "flatten" | "flat" | "inline" => format!("write `{}`", field.queried("#[flatten]")),
        "explode" | "multi" | "repeat" | "repeated" => {
            "write `#[query]` to repeat the key for each item, or `#[query(comma)]` to join them"
                .to_owned()
        }
        _ => {
            let (_, attribute) = page::in_query(word, field)?;
            format!("write `{}`", field.queried(attribute))
        }
    })
}

pub(super) const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Returns the name in `#[header("X-Name")]`, or in a similar attribute.
fn header(
    attribute: &str,
    attr: &Attribute,
    field: Declared<'_>,
    errors: &mut Errors,
) -> Option<LitStr> {
    let name = match &attr.meta {
        Meta::List(list) => list.parse_args::<LitStr>().ok(),
        _ => None,
    };
    if name.is_none() {
        let bare = || match &attr.meta {
            Meta::List(list) => constant(&list.tokens.to_string().replace([' ', '\''], "")),
            _ => String::new(),
        };
        let meant = string_in(&attr.meta).map_or_else(bare, |name| name.value());
        let is_name = |name: &&str| !name.is_empty() && name.bytes().all(is_header_byte);
        let renamed = field.rename.filter(|rename| meant.is_empty() && is_name(rename));
        let name = if is_name(&&*meant) {
            meant
        } else if let Some(rename) = renamed {
            rename.to_owned()
        } else if attribute == "idempotency_key" {
            "Idempotency-Key".to_owned()
        } else {
            header_of(field.name)
        };
        let message = if attribute == "header" && field.is_map() {
            HEADERS.to_owned()
        } else {
            let constant = second_literal(&attr.meta).filter(|_| attribute == "header");
            let or = constant.map(|value| format!("; for a constant header, remove the field and write the option `header(\"{name}\" = {value})`"));
            let is_key = attribute == "idempotency_key" && source(field.ty) != "Option<String>";
            let ty = if is_key { ", and `Option<String>` as the type of the field" } else { "" };
            let remove = if renamed.is_some() { ", and remove `#[serde(rename)]`" } else { "" };
            let write = format!("`#[{attribute}(\"{name}\")]`{ty}{remove}");
            match constant_in(&attr.meta) {
                Some(constant) => format!(
                    "`#[{attribute}]` takes the header's name as a string; write the value of `{constant}`, as in {write}"
                ),
                None => format!(
                    "`#[{attribute}]` takes the header's name; write {write}{}",
                    or.unwrap_or_default()
                ),
            }
        };
        errors.at(value(&attr.meta), message);
    }
    name
}

/// Returns the name of a constant in place of a header's name. `http::header::IF_MATCH` has the name of its header.
fn constant_in(meta: &Meta) -> Option<String> {
    let path: Path = meta.require_list().ok()?.parse_args().ok()?;
    let name = path.segments.last()?.ident.to_string();
    let is_constant =
        name.bytes().all(|it| it.is_ascii_uppercase() || it == b'_' || it.is_ascii_digit());
    let is_standard =
        path.segments.len() > 1 && path.segments.iter().any(|it| it.ident == "header");
    (is_constant && !is_standard).then_some(name)
}

/// Returns the value in `#[header("X-Name" = "value")]`.
fn second_literal(meta: &Meta) -> Option<Literal> {
    let Meta::List(list) = meta else { return None };
    let mut literals = list.tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Literal(literal) => Some(literal),
        _ => None,
    });
    literals.nth(1)
}

/// Returns the name of the header that the name of a field suggests.
pub(super) fn header_of(field: &str) -> String {
    const RESERVED: [&str; 7] = [
        "authorization",
        "connection",
        "content_length",
        "content_type",
        "host",
        "transfer_encoding",
        "x_api_key",
    ];
    let is_usable = field.is_ascii() && !RESERVED.contains(&field);
    let name = if is_usable { in_title_case(field) } else { String::new() };
    if name.is_empty() { "X-Name".to_owned() } else { name }
}

fn body(attr: &Attribute, field: Declared<'_>, errors: &mut Errors) -> Option<FieldAttribute> {
    if let Meta::Path(_) = &attr.meta {
        return Some(FieldAttribute::Body);
    }
    let found = value(&attr.meta);
    let message = match field.bodiless() {
        Some(_) => field.as_body(false),
        None => {
            let text = string_in(&attr.meta).map(|text| text.value());
            let write = body_of_form(&found, text.as_deref(), field);
            format!("`#[body]` takes no arguments: the field is the whole body; {write}")
        }
    };
    errors.at(&found, message);
    None
}

/// Returns the code to write instead of a `#[body]` with the form of the body, or a name.
fn body_of_form(found: &TokenStream, text: Option<&str>, field: Declared<'_>) -> String {
    let has = |names: &[&str]| {
        text.is_some_and(|text| names.contains(&text))
            || mentions(found.clone(), &|word| names.iter().any(|name| word == name))
    };
    if has(&["form", "urlencoded", "application/x-www-form-urlencoded"]) {
        return "write `#[flatten]`, and the option `form` after the path".to_owned();
    }
    if has(&["multipart", "multipart/form-data"]) {
        return "write `#[flatten]`, and the option `multipart` after the path".to_owned();
    }
    match text {
        None | Some("json" | "application/json") => field.as_body(has(&["text", "raw", "plain"])),
        Some("text" | "raw" | "bytes") => field.as_body(true),
        Some(media) if media.contains('/') => {
            let body = field.as_body(true);
            format!("{body}, and the option `header(\"Content-Type\" = {media:?})` after the path")
        }
        Some(name) => {
            let (body, renamed) = (field.as_body(false), renamed(name));
            format!("{body}, or `{renamed}` for one field of a JSON body")
        }
    }
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

/// Returns the advice about `#[endpoint(...)]` on a field, which is the syntax of another crate.
pub(super) fn endpoint_on_field(attr: &Attribute, field: Declared<'_>) -> String {
    let tokens = value(&attr.meta).to_string();
    let word = tokens.split(|c: char| !is_word(c)).next().unwrap_or_default();
    let text = string_in(&attr.meta).map(|text| text.value());
    let renamed = text.as_deref().map(renamed);
    let write = match (word, &renamed) {
        ("query", Some(renamed)) => format!("write `#[query] {renamed}`"),
        ("query", None) => "write `#[query]`".to_owned(),
        ("header", _) => {
            format!("write `#[header({:?})]`", text.unwrap_or_else(|| header_of(field.name)))
        }
        ("body" | "data", _) => field.as_body(false),
        ("raw", _) => field.as_body(true),
        ("flatten", _) => "write `#[flatten]`".to_owned(),
        ("part", _) => "write `#[part(json)]`".to_owned(),
        ("nullable" | "page", _) => format!("write `#[{word}]`"),
        ("skip" | "skip_serializing", _) => field.skipped().to_owned(),
        ("rename" | "name", Some(renamed)) => format!("write `{renamed}`"),
        _ => "remove it; a field with the name of a path parameter is sent in the path".to_owned(),
    };
    format!("`#[{}]` belongs on the struct; {write}", attr.path().to_token_stream())
}
