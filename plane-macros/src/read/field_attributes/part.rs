//! `#[part(...)]`: the type of a part of a multipart body.

use quote::ToTokens;
use syn::{Attribute, LitStr, Meta};

use super::{
    Declared, FieldAttribute, is_header_byte,
    meta::{renamed, string_in, value},
};
use crate::{error::Errors, model::PartType, read::types::is_bytes};

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
    let text = string_in(&attr.meta).map(|text| text.value());
    if field.is_file_part() {
        errors.at(attr.path(), of_file(attr, text.as_deref(), field));
        return None;
    }
    if let Some(write) = meant_type(&found.to_string(), text.as_deref()) {
        errors.at(found, format!("`#[part]` takes the type of the part; write `#[part({write})]`"));
        return None;
    }
    // In other libraries, the attribute takes the part's name, or nothing.
    match text {
        None if !matches!(&attr.meta, Meta::Path(_)) => errors.at(
            found,
            "`#[part]` takes the type of the part; write `#[part(json)]`, or for text `#[part(\"text/markdown\")]`",
        ),
        text => errors.at(attr.path(), of_name(attr, text.as_deref(), field)),
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

/// Returns the type in an attribute of another form.
fn meant_type(found: &str, text: Option<&str>) -> Option<String> {
    let Some(text) = text else {
        return found.to_ascii_lowercase().starts_with("json").then(|| "json".to_owned());
    };
    let is_half = text.starts_with('/') || text.ends_with('/');
    match text {
        "json" => Some(text.to_owned()),
        _ if is_half => Some("\"text/plain\"".to_owned()),
        _ => text.contains('/').then(|| format!("{text:?}")),
    }
}

/// Returns the code to write for a file, which is a part with a type of its own.
fn of_file(attr: &Attribute, text: Option<&str>, field: Declared<'_>) -> String {
    let found = attr.path().to_token_stream();
    match text {
        Some(media) if media.contains('/') => format!(
            "a `FilePart` has its own type; remove `#[{found}]`, and write `FilePart::new(...).content_type({media:?})`"
        ),
        Some(name) if name != field.name => format!(
            "a `FilePart` is a part of a `multipart` body, named like the field; write `{}` instead of `#[{found}]`",
            renamed(name)
        ),
        _ => format!("a `FilePart` is a part of a `multipart` body already; remove `#[{found}]`"),
    }
}

/// Returns the code to write for a part of this name.
fn of_name(attr: &Attribute, text: Option<&str>, field: Declared<'_>) -> String {
    let found = attr.path().to_token_stream();
    let instead = match text {
        Some(name) if name != field.name => {
            format!("write `{}` instead of `#[{found}]`", renamed(name))
        }
        _ => format!("remove `#[{found}]`"),
    };
    let more = if is_bytes(field.value()) {
        ", and declare the file as a `FilePart`"
    } else {
        ", or write the type of the part, such as `#[part(json)]`"
    };
    format!(
        "a field of a `multipart` body is a part of its own, named like the field; {instead}{more}"
    )
}
