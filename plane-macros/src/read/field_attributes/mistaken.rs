//! Attributes of other crates, and misspelt ones.

use syn::Attribute;

use super::{
    Declared, NAMES,
    meta::{renamed, string_in, value},
    own, page, path,
};
use crate::{
    error::{Errors, nearest},
    model::Media,
    read::{
        arguments::Unmarked,
        types::{is_scalar, last, source},
    },
    tokens::{mentions, of_crate},
};

/// Attributes of the language.
const BUILT_IN: [&str; 8] =
    ["doc", "cfg", "allow", "warn", "deny", "expect", "forbid", "deprecated"];

/// Returns `true` if the attribute says that the field is a path parameter.
pub(super) fn is_path(name: &str) -> bool {
    matches!(&*word(name), "pathparam" | "pathvariable" | "inpath")
        || misspelt(&name.to_ascii_lowercase(), false) == Some("path")
}

/// Returns the name in the form in which it is compared. In other languages, attributes are types: `#[FormField("name")]`.
fn word(name: &str) -> String {
    name.to_ascii_lowercase().replace('_', "")
}

/// Returns `true` if the name says that the field is a parameter, in any location.
fn is_parameter(word: &str) -> bool {
    matches!(word, "param" | "params" | "parameter" | "arg" | "args" | "argument" | "clap")
}

/// Returns `true` if the name says that the field is a parameter of the query.
fn is_in_query(word: &str) -> bool {
    matches!(word, "queryparam" | "queries" | "querystring" | "inquery" | "search" | "requestparam")
}

/// Returns the option for all unmarked fields that the attribute means.
pub(super) fn option(name: &str) -> Option<&'static str> {
    Some(match &*word(name) {
        "json" => "json",
        "form" | "formparam" | "formfield" | "formdata" => "form",
        "multipart" => "multipart",
        _ => return None,
    })
}

/// Returns the code to write instead of an attribute that is probably meant as one of ours. If the struct has a foreign derive,
/// it may have attributes of any name.
pub(super) fn mistaken(name: &str, attr: &Attribute, field: Declared<'_>) -> Option<String> {
    if BUILT_IN.contains(&name) {
        return None;
    }
    if name.is_empty() {
        return with_path(attr);
    }
    if let Some(near) = misspelt(name, field.derives.foreign) {
        return Some(match mistake_in(near, attr, field) {
            Some(message) => format!("unknown field attribute `#[{name}]`; {message}"),
            None => {
                format!("unknown field attribute `#[{name}]`\nhelp: did you mean `#[{near}]`?")
            }
        });
    }
    // A text with spaces describes the field.
    let text = string_in(&attr.meta).map(|text| text.value()).filter(|text| !text.contains(' '));
    let word = word(name);
    let write = match (text.as_deref(), option(name)) {
        (text, _) if word == "rename" => format!("write `{}`", renamed(text.unwrap_or("name"))),
        _ if field.derives.foreign => return None,
        _ if (is_parameter(&word) || word == "builder") && has_default(attr) => {
            presence("default", field)
        }
        (None, Some(option)) => return Some(option_on_field(option, name, field)),
        (Some(text), Some(option)) => with_option(option, text, field),
        (None, None) if is_path(name) => path::named(attr, field.name, field),
        (Some(text), None) => {
            with_text(&word, text, attr, field).or_else(|| plain(&word, Some(text), field))?
        }
        (None, None) => {
            let lower = name.to_ascii_lowercase();
            page::instead(&lower, attr, field).or_else(|| plain(&word, None, field))?
        }
    };
    // It has a location already.
    let is_location = write.contains("write `#[") && field.arguments.has_parameter(field.name);
    if is_location && !is_path(name) {
        return Some(format!(
            "unknown field attribute `#[{name}]`; a path parameter needs no attribute; remove it"
        ));
    }
    Some(format!("unknown field attribute `#[{name}]`; {write}"))
}

/// Returns `true` if the arguments of an attribute contain a default value.
fn has_default(attr: &Attribute) -> bool {
    mentions(value(&attr.meta), &|word| word.to_string().starts_with("default"))
}

/// Returns the code to write instead of an attribute with the path of a crate that has no such attribute.
fn with_path(attr: &Attribute) -> Option<String> {
    let segments: Vec<String> =
        attr.path().segments.iter().map(|it| it.ident.to_string()).collect();
    match &segments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["plane_api", name] if NAMES.contains(name) => {
            Some(format!("a field attribute is written without a path; write `#[{name}]`"))
        }
        ["serde", name @ ("rename" | "with" | "serialize_with")] => {
            let text = string_in(&attr.meta).map_or_else(|| "name".to_owned(), |text| text.value());
            Some(format!(
                "an attribute of serde is an argument; write `#[serde({name} = {text:?})]`"
            ))
        }
        _ => None,
    }
}

/// Returns the mistake in the arguments of an attribute with a misspelt name.
fn mistake_in(near: &str, attr: &Attribute, field: Declared<'_>) -> Option<String> {
    let mut errors = Errors::default();
    match near {
        "nullable" => {}
        "page" => _ = page::read(attr, &mut errors),
        _ => _ = own::read(near, attr, field, &mut errors),
    }
    errors.first()
}

/// Returns the code to write instead of an attribute that has the name of an option, and no arguments.
fn option_on_field(option: &str, name: &str, field: Declared<'_>) -> String {
    let is_scalar = is_scalar(field.value());
    let written = field.arguments.options.unmarked.as_ref().map(|(_, option)| option);
    match (field.bodiless(), written) {
        (Some(method), _) => {
            format!(
                "`{method}` has no body; remove `#[{name}]`, or write another method and the option `{option}`"
            )
        }
        (_, Some(multipart)) if multipart == "multipart" && option == "json" => {
            format!(
                "a part is sent as JSON if it is declared so; write `#[part(json)]` instead of `#[{name}]`"
            )
        }
        (_, Some(written)) if written == option => {
            format!("the option `{option}` is for all unmarked fields; remove `#[{name}]`")
        }
        (_, Some(written)) => format!(
            "`{option}` is an option for all unmarked fields, which are sent as `{written}` here; remove `#[{name}]`"
        ),
        (_, None)
            if option == "json"
                && field.arguments.unmarked().is_some_and(|it| it != Unmarked::Query) =>
        {
            let or =
                if is_scalar { "" } else { ", or write `#[body]` if the field is the whole body" };
            format!("unmarked fields are sent as JSON here; remove `#[{name}]`{or}")
        }
        _ => format!(
            "`{option}` is an option for all unmarked fields; write it after the path, and remove `#[{name}]`"
        ),
    }
}

/// Returns the code to write instead of an attribute that has the name of an option, and contains a name.
fn with_option(option: &str, text: &str, field: Declared<'_>) -> String {
    let has_location = field.arguments.options.unmarked.is_some() || field.bodiless().is_some();
    let is_missing = !has_location && option != "json";
    let more = if is_missing {
        format!(", and the option `{option}` after the path")
    } else {
        String::new()
    };
    field.named(text) + &more
}

/// Returns the code to write instead of an attribute that contains a name.
fn with_text(word: &str, text: &str, attr: &Attribute, field: Declared<'_>) -> Option<String> {
    let rename = renamed(text);
    Some(match word {
        "name" | "alias" | "field" | "bodyparam" | "property" | "key" => field.named(text),
        _ if is_parameter(word) || is_in_query(word) => {
            if text == field.name && field.arguments.has_parameter(text) {
                return Some(path::named(attr, text, field));
            }
            if text == field.name {
                return plain(word, None, field);
            }
            let write = match field.arguments.unmarked() {
                Some(Unmarked::Query) => format!("write `{rename}`"),
                Some(Unmarked::Body(_)) if is_parameter(word) => format!(
                    "write `{rename}` to send the field in the body, `#[query] {rename}` to send it in the query"
                ),
                _ => format!("write `#[query] {rename}`"),
            };
            format!("{write}, or name the field `{text}` if it is a parameter of the path")
        }
        "pathparam" | "pathvariable" | "inpath" | "segment" | "var" => {
            path::named(attr, text, field)
        }
        "cookie" | "cookies" => {
            format!("cookies are a header; write `#[header(\"Cookie\")]`, and pass `{text}=value`")
        }
        _ if is_header(word) => format!("write `#[header({text:?})]`"),
        "with" | "serializewith" => format!("write `{}`", adapted(word, text)),
        _ => return None,
    })
}

/// Returns `true` if the name says that the field is a header.
fn is_header(word: &str) -> bool {
    matches!(word, "head" | "headers" | "headerparam" | "requestheader" | "inheader")
}

/// Returns serde's attribute for a function.
fn adapted(word: &str, function: &str) -> String {
    let name = if word == "with" { word } else { "serialize_with" };
    format!("#[serde({name} = {function:?})]")
}

/// Returns the code to write instead of an attribute whose name says what it means.
fn plain(word: &str, text: Option<&str>, field: Declared<'_>) -> Option<String> {
    let write = match word {
        "cookie" | "cookies" => {
            "cookies are a header; write `#[header(\"Cookie\")]`, and pass `name=value`"
        }
        _ if is_parameter(word) => field.parameter(),
        _ if is_in_query(word) => "write `#[query]`",
        "uri" | "url" | "segment" | "var" => {
            "a field with the name of a path parameter is sent in the path"
        }
        _ if is_header(word) => &format!("write `#[header({:?})]`", own::header_of(field.name)),
        "data" | "payload" | "requestbody" | "jsonbody" | "entity" => &field.as_data(),
        "raw" | "rawbody" | "bodybytes" | "content" | "stream" | "bytes" | "binary" | "text" => {
            &field.as_body(true)
        }
        "headermap" => own::HEADERS,
        "querymap" => &format!("write `{}`", field.queried("#[flatten]")),
        "flat" | "inline" | "spread" | "merge" | "extra" | "rest" | "fieldmap" | "partmap" => {
            "write `#[flatten]`"
        }
        "field" | "bodyparam" | "inbody" | "property" => field.unmarked(),
        "file" | "upload" | "attachment" => &file(text, field),
        "skip" | "ignore" => field.skipped(),
        "optional" | "default" | "defaultvalue" | "required" => &presence(word, field),
        "description" | "summary" | "help" | "docs" => "write a doc comment: `/// Description`",
        "patch" => &patch(field),
        "skipnone" | "skipserializingif" => "remove it; unset fields are omitted",
        "with" | "serializewith" => &format!("write `{}`", adapted(word, "path::to::function")),
        "auth" | "authorization" | "bearer" | "token" | "apikey" => {
            "remove the field; the client has the credentials"
        }
        "null" => &null(field),
        "idempotency" | "idempotent" => "write `#[idempotency_key(\"Idempotency-Key\")]`",
        "limit" | "size" | "perpage" | "pagesize" => "write `#[page(size)]`",
        "comma" | "csv" | "joined" => "write `#[query(comma)]`",
        "brackets" => "write `#[query(brackets)]`",
        "builder" | "setter" | "setters" | "into" => "remove it; every optional field has a setter",
        _ => return None,
    };
    Some(write.to_owned())
}

/// Returns the code to write instead of an attribute for files.
fn file(text: Option<&str>, field: Declared<'_>) -> String {
    if let Some(method) = field.bodiless() {
        return format!(
            "`{method}` has no body for a file; write another method, and the option `multipart`"
        );
    }
    // The name of a file is that of its `FilePart`.
    let name = text.filter(|text| !text.contains('.'));
    let rename = name.map_or_else(|| "remove it".to_owned(), |name| field.named(name));
    match (field.is_file_part(), field.has_option("multipart")) {
        (true, true) => rename,
        (true, false) => format!("{rename}, and write the option `multipart` after the path"),
        (false, true) => format!("{rename}, and write `plane_api::FilePart` as the type of the field"),
        (false, false) => {
            "remove it, and write `plane_api::FilePart` as the type of the field, and the option `multipart` after the path"
                .to_owned()
        }
    }
}

/// Returns the code to write instead of an attribute about presence, which follows from the type.
fn presence(word: &str, field: Declared<'_>) -> String {
    let ty = match (word, field.value_in(&["Option", "Patch"])) {
        ("required", Some(value)) => Some(source(value)),
        ("required", None) => None,
        _ => field.optional(false),
    };
    match ty {
        Some(ty) => format!("remove it, and write `{ty}` as the type of the field"),
        None => "remove it; a field is optional if its type is `Option<T>`".to_owned(),
    }
}

/// Returns the code to write instead of an attribute for values that are omitted or cleared.
fn patch(field: Declared<'_>) -> String {
    if last(field.ty).is_some_and(|last| last.ident == "Patch") {
        return "remove it".to_owned();
    }
    let patch = format!("Patch<{}>", source(field.value()));
    let krate = field.arguments.options.krate.as_ref();
    let write =
        krate.map_or_else(|| format!("plane_api::{patch}"), |krate| of_crate(krate, &patch));
    format!("remove it, and write `{write}` as the type of the field")
}

/// Returns the code to write instead of an attribute for `null`.
fn null(field: Declared<'_>) -> String {
    let is_patch = last(field.ty).is_some_and(|last| last.ident == "Patch");
    let unmarked = field.arguments.unmarked();
    let is_json = unmarked.is_none_or(|unmarked| unmarked == Unmarked::Body(Media::Json));
    let option = if unmarked.is_none() { ", and the option `json` after the path" } else { "" };
    if is_patch {
        "a `Patch` can already be `null`; remove it".to_owned()
    } else if !is_json {
        "only a field of a JSON body can be `null`; remove it".to_owned()
    } else if field.value_in(&["Option"]).is_some() {
        format!("write `#[nullable]`{option}")
    } else {
        let ty = source(field.ty);
        format!("write `#[nullable]`, and `Option<{ty}>` as the type of the field{option}")
    }
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
