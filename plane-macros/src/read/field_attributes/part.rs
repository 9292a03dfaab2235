//! `#[part(...)]`: the type of a part of a multipart body.

use quote::ToTokens;
use syn::{Attribute, LitStr, Meta};

use super::{
    Declared, FieldAttribute, is_header_byte,
    meta::{renamed, strings_in, value},
};
use crate::{
    error::Errors,
    model::PartType,
    read::types::{is_bytes, is_named},
    tokens::mentions,
};

/// Reads the attribute.
pub(super) fn read(
    attr: &Attribute,
    field: Declared<'_>,
    errors: &mut Errors,
) -> Option<FieldAttribute> {
    if let Meta::List(list) = &attr.meta {
        if list.tokens.to_string() == "json" {
            return Some(FieldAttribute::Part(PartType::Json));
        }
        if let Ok(media) = list.parse_args::<LitStr>()
            && is_media_type(&media.value())
        {
            return Some(FieldAttribute::Part(PartType::Text(media.value())));
        }
    }
    let found = value(&attr.meta);
    let texts: Vec<String> = strings_in(&attr.meta).iter().map(LitStr::value).collect();
    let is_type = |text: &&String| text.contains('/') || *text == "json";
    let name = texts.iter().find(|text| !is_type(text)).map(String::as_str);
    let media = texts.iter().find(is_type).map(String::as_str);
    if field.is_file_part() {
        errors.at(attr.path(), of_file(attr, media, name, field));
        return None;
    }
    let word = found.to_string().to_ascii_lowercase();
    let is_json = mentions(found.clone(), &|word| word == "json") || word.starts_with("json");
    if is_json || media.is_some() {
        let write = match media {
            Some(media) if !is_json => meant_type(media, field),
            _ => "json".to_owned(),
        };
        let rename = name.filter(|name| *name != field.name).map(renamed);
        let rename = rename.map(|rename| format!(" {rename}")).unwrap_or_default();
        let message =
            format!("`#[part]` takes the type of the part; write `#[part({write})]{rename}`");
        errors.at(found, message);
        return None;
    }
    // In other libraries, the attribute takes the part's name, or nothing.
    match &*word {
        "text" | "string" | "plain" => {
            errors.at(found, "a part is sent as text unless it has a type; remove `#[part]`");
        }
        "file" | "bytes" | "binary" | "stream" => {
            errors.at(attr.path(), of_name(attr, None, true, field));
        }
        _ if name.is_some() || matches!(&attr.meta, Meta::Path(_)) => {
            errors.at(attr.path(), of_name(attr, name, is_bytes(field.value()), field));
        }
        _ => errors.at(
            found,
            "`#[part]` takes the type of the part; write `#[part(json)]`, or for text `#[part(\"text/markdown\")]`",
        ),
    }
    None
}

fn is_media_type(text: &str) -> bool {
    let is_type = text.split_once('/').is_some_and(|(before, after)| {
        let subtype = after.split(';').next().unwrap_or_default().trim_end();
        let is_token = |part: &str| !part.is_empty() && part.bytes().all(is_header_byte);
        is_token(before) && is_token(subtype)
    });
    is_type && text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// Returns the argument for this type.
fn meant_type(media: &str, field: Declared<'_>) -> String {
    let is_half = media.starts_with('/') || media.ends_with('/');
    match media {
        "json" => media.to_owned(),
        // Text may already be JSON.
        "application/json" if !is_named(field.value(), "String") => "json".to_owned(),
        _ if is_half => "\"text/plain\"".to_owned(),
        _ => format!("{media:?}"),
    }
}

/// Returns the code to write for a file, which is a part with a type of its own.
fn of_file(
    attr: &Attribute,
    media: Option<&str>,
    name: Option<&str>,
    field: Declared<'_>,
) -> String {
    let mut steps = vec![without_name(attr, name, field)];
    steps.extend(missing_option(field));
    let what = match media {
        Some(media) => {
            steps.push(format!("call `plane_api::FilePart::new(...).content_type({media:?})`"));
            "a `FilePart` has its own type"
        }
        None => "a `FilePart` is a part of a `multipart` body without an attribute",
    };
    format!("{what}; {}", steps.join(", and "))
}

/// Returns the code to write for a part of this name, which may be meant as a file.
fn of_name(attr: &Attribute, name: Option<&str>, is_file: bool, field: Declared<'_>) -> String {
    let mut steps = vec![without_name(attr, name, field)];
    if is_file {
        steps.push("declare the file as a `plane_api::FilePart`".to_owned());
    }
    steps.extend(missing_option(field));
    let steps = steps.join(", and ");
    let or = if is_file { "" } else { ", or write the type of the part, such as `#[part(json)]`" };
    format!("a field of a `multipart` body is a part of its own, named like the field; {steps}{or}")
}

/// Returns the code to write instead of an attribute with this name.
fn without_name(attr: &Attribute, name: Option<&str>, field: Declared<'_>) -> String {
    let found = attr.path().to_token_stream();
    match name {
        Some(name) if name != field.name => {
            format!("write `{}` instead of `#[{found}]`", renamed(name))
        }
        _ => format!("remove `#[{found}]`"),
    }
}

/// Returns the advice to add the option, if there is room for it.
fn missing_option(field: Declared<'_>) -> Option<String> {
    let has_location = field.arguments.options.unmarked.is_some();
    (!has_location && field.bodiless().is_none())
        .then(|| "add the option `multipart` after the path".to_owned())
}
