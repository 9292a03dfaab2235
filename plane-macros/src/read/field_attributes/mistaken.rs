//! Attributes of other crates, and misspelt ones.

use quote::ToTokens;
use syn::{Meta, Type};

use super::{NAMES, own};
use crate::{
    error::nearest,
    read::types::{last, only_argument, source},
};

/// Attributes of the language.
const BUILT_IN: [&str; 8] =
    ["doc", "cfg", "allow", "warn", "deny", "expect", "forbid", "deprecated"];

/// Returns the code to write instead of an attribute that is probably meant as one of ours. If `may_be_foreign` is
/// `true`, a derive on the struct may have attributes of any name.
pub(super) fn mistaken(name: &str, meta: &Meta, ty: &Type, may_be_foreign: bool) -> Option<String> {
    if BUILT_IN.contains(&name) {
        return None;
    }
    let text = own::string_in(meta).map(|text| text.value());
    if let Some(near) = misspelt(name, may_be_foreign) {
        return Some(format!(
            "unknown field attribute `#[{name}]`\nhelp: did you mean `#[{near}]`?"
        ));
    }
    let write = match name {
        "json" | "form" | "multipart" => {
            return Some(format!(
                "`{name}` is an option for all unmarked fields; write it after the path, and remove `#[{name}]`"
            ));
        }
        "rename" => &format!("write `{}`", own::renamed(text.as_deref().unwrap_or("name"))),
        _ if may_be_foreign => return None,
        "name" | "alias" | "field" | "body_param" if text.is_some() => {
            &format!("write `{}`", own::renamed(text.as_deref().unwrap_or("name")))
        }
        "param" | "params" | "arg" | "query_param" | "queries" if text.is_some() => {
            let name = text.as_deref().unwrap_or("name");
            &format!(
                "write `#[query] {}`, or name the field `{name}` if it is a parameter of the path",
                own::renamed(name)
            )
        }
        "path_param" | "segment" | "var" if text.is_some() => {
            let name = text.as_deref().unwrap_or("name");
            &format!(
                "a field with the name of a path parameter is sent in the path; name it `{name}`, and remove `#[{attribute}]`",
                attribute = meta.path().to_token_stream()
            )
        }
        "cookie" | "cookies" => match text {
            Some(name) => &format!(
                "cookies are a header; write `#[header(\"Cookie\")]`, and pass `{name}=value`"
            ),
            None => "cookies are a header; write `#[header(\"Cookie\")]`, and pass `name=value`",
        },
        "head" | "headers" | "header_param" if text.is_some() => {
            &format!("write `#[header({:?})]`", text.as_deref().unwrap_or("X-Name"))
        }
        "param" | "params" | "arg" => {
            "write `#[query]`, or remove it if the field is a parameter of the path"
        }
        "query_param" | "queries" | "search" => "write `#[query]`",
        "path_param" | "uri" | "url" | "segment" | "var" => {
            "a field with the name of a path parameter is sent in the path"
        }
        "head" | "headers" | "header_param" => "write `#[header(\"X-Name\")]`",
        "data" | "payload" | "raw" | "content" => "write `#[body]`",
        "flat" | "inline" | "spread" | "merge" | "extra" | "rest" => "write `#[flatten]`",
        "field" | "body_param" => "remove it; unmarked fields are sent in the body or the query",
        "file" | "upload" | "attachment" => {
            "write `FilePart` as the type of the field, and the option `multipart` after the path"
        }
        "skip" | "ignore" => "remove the field; every field is sent",
        "optional" | "default" | "required" => &presence(name, ty),
        "patch" => &match value_of(ty, &["Patch", "Option"]) {
            Some(("Patch", _)) => "remove it".to_owned(),
            Some((_, value)) => format!("write `Patch<{value}>` as the type of the field"),
            None => format!("write `Patch<{}>` as the type of the field", source(ty)),
        },
        "skip_none" | "skip_serializing_if" => "remove it; unset fields are omitted",
        "with" | "serialize_with" => &format!(
            "write `#[serde({name} = {:?})]`",
            text.as_deref().unwrap_or("path::to::function")
        ),
        "auth" | "authorization" | "bearer" | "token" | "api_key" => {
            "remove the field; the client has the credentials"
        }
        "null" => "write `#[nullable]`",
        "idempotency" | "idempotent" => "write `#[idempotency_key(\"Idempotency-Key\")]`",
        "page_number" => "write `#[page(number)]`",
        "limit" | "size" | "per_page" | "page_size" => "write `#[page(size)]`",
        "cursor" | "offset" | "pagination" | "paginate" | "paginated" => {
            "write `#[page]`, `#[page(number)]`, `#[page(offset)]` or `#[page(size)]`"
        }
        "comma" | "csv" | "joined" => "write `#[query(comma)]`",
        "brackets" => "write `#[query(brackets)]`",
        "builder" | "setter" | "setters" | "into" => "remove it; every optional field has a setter",
        _ => return None,
    };
    Some(format!("unknown field attribute `#[{name}]`; {write}"))
}

/// Returns the code to write instead of an attribute about presence, which follows from the type.
fn presence(name: &str, ty: &Type) -> String {
    let ty = match (name, value_of(ty, &["Option", "Patch"])) {
        ("required", Some((_, value))) => value,
        ("required", None) | (_, Some(_)) => {
            return "remove it; a field is optional if its type is `Option<T>`".to_owned();
        }
        (_, None) => format!("Option<{}>", source(ty)),
    };
    format!("write `{ty}` as the type of the field")
}

/// Returns the name of the type and the type within it, if it is one of these.
fn value_of(ty: &Type, wrappers: &[&'static str]) -> Option<(&'static str, String)> {
    let wrapper = wrappers.iter().find(|name| last(ty).is_some_and(|last| last.ident == **name))?;
    Some((wrapper, source(only_argument(ty)?)))
}

/// Returns our attribute with a similar name. At most one edit: it may belong to a derive.
fn misspelt(name: &str, may_be_foreign: bool) -> Option<&'static str> {
    // `#[param]` belongs to an OpenAPI library. The others have a message of their own.
    if matches!(name, "patch" | "param" | "head" | "bearer") {
        return None;
    }
    let is_near =
        |near: &&str| !may_be_foreign || near.len().abs_diff(name.len()) < 2 && name.len() > 3;
    nearest(name, NAMES).filter(is_near)
}
