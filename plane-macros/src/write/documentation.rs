//! The documentation of the generated items.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Expr, ExprLit, Lit, Meta, ext::IdentExt};

use crate::model::{Endpoint, Field, ListStyle, Location, Media, PartType, Presence, Segments};

/// The beginning of a text that is a separate paragraph. rustc removes the first line of an attribute if it is empty.
const PARAGRAPH: &str = "\n\n";

/// Returns the struct's attributes, with the method, the path and the response after the first paragraph of its
/// documentation.
pub(crate) fn attributes(endpoint: &Endpoint) -> TokenStream {
    let is_empty = |attr: &Attribute| match &attr.meta {
        Meta::NameValue(pair) => literal(&pair.value).is_some_and(|line| line.trim().is_empty()),
        _ => false,
    };
    let attrs = &endpoint.attrs;
    let docs = || attrs.iter().enumerate().filter(|(_, attr)| is_doc(attr));
    let first = docs().find(|(_, attr)| !is_empty(attr)).map(|(index, _)| index);
    let end = docs().find(|(index, attr)| Some(*index) > first && is_empty(attr));
    let end = end.or_else(|| docs().next_back().map(|(index, attr)| (index + 1, attr)));
    let end = end.filter(|_| first.is_some()).map_or(0, |(index, _)| index);
    let (before, behind) = attrs.split_at(end);
    let line = request_line(endpoint);
    let line = if before.is_empty() { line } else { format!("{PARAGRAPH}{line}") };
    // Without the line break, the next paragraph would continue this one.
    let line = if behind.iter().any(is_doc) { format!("{line}\n") } else { line };
    quote!(#(#before)* #[doc = #line] #(#behind)*)
}

fn request_line(endpoint: &Endpoint) -> String {
    let Endpoint { method, path, query, .. } = endpoint;
    let root = endpoint.root.as_deref().unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    let response = match &*endpoint.response_text {
        "" | "()" => String::new(),
        response => format!(" returns `{response}`"),
    };
    format!(" `{} {root}{path}{mark}{query}`{response}", method.name())
}

/// Returns the end of the struct's documentation: how to send the request. A block of Rust would be a test in the
/// user's crate.
pub(crate) fn closing(endpoint: &Endpoint) -> String {
    let name = endpoint.ident.unraw();
    let always = |field: &&Field| field.cfgs().next().is_none();
    let arguments: Vec<String> =
        endpoint.required().filter(always).map(|field| field.ident.unraw().to_string()).collect();
    let position = endpoint.pagination.as_ref().and_then(|it| endpoint.fields.get(it.position));
    let position = position.map(|field| &field.ident);
    let setter = endpoint
        .optional()
        .filter(always)
        .map(|field| &field.ident)
        .find(|ident| position != Some(*ident))
        .map_or_else(String::new, |ident| format!(".{ident}({})", ident.unraw()));
    let request = format!("{name}::new({}){setter}", arguments.join(", "));
    let mut lines = vec![format!("{request}.send(&client).await?")];
    if position.is_some() {
        lines = vec![
            format!("{request}.items(&client) // all items"),
            format!("{request}.send(&client).await? // one page"),
        ];
    }
    format!("{PARAGRAPH} Send it with:\n\n ```text\n {}\n ```", lines.join("\n "))
}

/// Returns the line about the location of a field, separate from the user's documentation.
pub(crate) fn location(field: &Field) -> String {
    let gap = if field.attrs.iter().any(is_doc) { PARAGRAPH } else { "" };
    format!("{gap}{}", location_line(field))
}

/// Returns the lines that a setter's documentation adds to that of its field.
pub(crate) fn setter(field: &Field) -> String {
    let line = location_line(field);
    if field.attrs.iter().any(is_doc) {
        format!("{PARAGRAPH}{line}")
    } else {
        format!(" Sets `{}`.\n\n{line}", field.ident.unraw())
    }
}

/// Returns the documentation of `new`.
pub(crate) fn new(endpoint: &Endpoint) -> String {
    let names: Vec<String> =
        endpoint.required().map(|field| format!("`{}`", field.ident.unraw())).collect();
    match &names[..] {
        [] => " Creates the request.".to_owned(),
        names => format!(" Creates the request with its required values: {}.", names.join(", ")),
    }
}

fn location_line(field: &Field) -> String {
    let wire = &field.wire;
    let location = match field.location {
        _ if field.flatten => match field.location {
            Location::Query => "in the query, entry by entry".to_owned(),
            _ => "in the body, entry by entry".to_owned(),
        },
        Location::Nowhere => return " Not sent.".to_owned(),
        Location::Path => {
            let slashes = match field.segments {
                Segments::One => "",
                Segments::Slashes => "; slashes are sent as `%2F`",
                Segments::Several => "; slashes separate segments",
            };
            match &field.also {
                Some((_, name)) => {
                    format!("in the path as `{{{wire}}}`, and in the body as `{name}`{slashes}")
                }
                None => format!("in the path as `{{{wire}}}`{slashes}"),
            }
        }
        Location::Query => match field.list {
            ListStyle::Repeat => format!("in the query as `{wire}`"),
            ListStyle::Comma => format!("in the query as `{wire}`, joined by commas"),
            ListStyle::Brackets => format!("in the query as `{wire}`, lists as `{wire}[]`"),
        },
        Location::Header if field.idempotency_key => {
            return format!(
                " Sent in the header `{wire}`; if `None`, a random key is generated for each call and kept for its retries."
            );
        }
        Location::Header if field.list == ListStyle::Comma => {
            format!("in the header `{wire}`, joined by commas")
        }
        Location::Header => format!("in the header `{wire}`"),
        Location::Body(Media::Json) => format!("in the body as `{wire}`"),
        Location::Body(Media::Form) => format!("in the form as `{wire}`"),
        Location::Body(Media::Multipart) => match &field.part {
            None => format!("in the body as the part `{wire}`"),
            Some(PartType::Json) => format!("in the body as the part `{wire}`, in JSON"),
            Some(PartType::Text(media)) => {
                format!("in the body as the part `{wire}`, of type `{media}`")
            }
        },
        Location::WholeBody(_) => "as the whole body".to_owned(),
    };
    let presence = match field.presence {
        Presence::Required => "",
        Presence::Nullable => "; `null` if `None`",
        Presence::Optional => "; omitted if `None`",
        Presence::Patch => "; omitted if `Patch::Keep`, `null` if `Patch::Clear`",
        Presence::Items => "; omitted if empty",
    };
    format!(" Sent {location}{presence}.")
}

/// Returns a text and the documentation after it as one string: a constant expression.
pub(crate) fn text(mut text: String, attrs: &[Attribute]) -> Box<dyn ToTokens> {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if is_doc(attr) => Some(&pair.value),
        _ => None,
    });
    let mut pieces = Vec::new();
    for line in lines {
        match literal(line) {
            Some(line) => text.push_str(line.strip_prefix(' ').unwrap_or(&line)),
            // The text to which a macro expands.
            None => {
                pieces.push(quote!(#text, #line,));
                text.clear();
            }
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    if pieces.is_empty() {
        Box::new(text)
    } else {
        Box::new(quote!(::core::concat!(#(#pieces)* #text)))
    }
}

/// Returns the text of a string literal.
fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// Returns `true` if the attribute is documentation, and not a hint such as `#[doc(hidden)]`.
pub(crate) fn is_doc(attr: &Attribute) -> bool {
    attr.path().is_ident("doc") && matches!(attr.meta, Meta::NameValue(_))
}
