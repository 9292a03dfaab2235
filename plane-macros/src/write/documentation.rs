//! The documentation of what is generated.

use quote::{ToTokens, quote};
use syn::{Attribute, Expr, ExprLit, Lit, Meta, ext::IdentExt};

use crate::model::{Endpoint, Field, ListStyle, Location, Media, PartType, Presence, Segments};

/// The line that opens the struct's documentation, apart from the user's.
pub(crate) fn opening(endpoint: &Endpoint) -> String {
    let gap = if endpoint.attrs.iter().any(is_doc) { "\n\n" } else { "" };
    let Endpoint { method, path, query, .. } = endpoint;
    let root = endpoint.root.as_deref().unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    format!(" `{} {root}{path}{mark}{query}`{gap}", method.name())
}

/// The line that closes the struct's documentation: how it is sent. It is not a code block, which would be a test in the
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
    if position.is_some() {
        format!(
            "\n One page is `{request}.send(&client).await?`, all items are `{request}.items(&client)`."
        )
    } else {
        format!("\n It is sent by `{request}.send(&client).await?`.")
    }
}

/// The line that says where a field is sent, apart from the user's documentation.
pub(crate) fn location(field: &Field) -> String {
    let gap = if field.attrs.iter().any(is_doc) { "\n" } else { "" };
    format!("{gap}{}", location_line(field))
}

/// What a setter's documentation adds to that of its field.
pub(crate) fn setter(field: &Field) -> String {
    let line = location_line(field);
    if field.attrs.iter().any(is_doc) {
        format!("\n{line}")
    } else {
        format!(" Sets `{}`.\n\n{line}", field.ident.unraw())
    }
}

/// The documentation of `new`.
pub(crate) fn new(endpoint: &Endpoint) -> String {
    let names: Vec<String> =
        endpoint.required().map(|field| format!("`{}`", field.ident.unraw())).collect();
    match &names[..] {
        [] => " Creates the request.".to_owned(),
        names => format!(" Creates the request from what it always carries: {}.", names.join(", ")),
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
                Segments::Slashes => "; a slash in it is sent as `%2F`",
                Segments::Several => "; its slashes are those of the path",
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
                " Sent in the header `{wire}`; when `None`, a random key is generated for each call and kept for its retries."
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
        Presence::Nullable => "; `null` when `None`",
        Presence::Optional => "; left out when `None`",
        Presence::Patch => "; left out when `Patch::Keep`, `null` when `Patch::Clear`",
        Presence::Items => "; left out when empty",
    };
    format!(" Sent {location}{presence}.")
}

/// A text and the documentation behind it as one string, as an expression that is constant.
pub(crate) fn text(mut text: String, attrs: &[Attribute]) -> Box<dyn ToTokens> {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if is_doc(attr) => Some(&pair.value),
        _ => None,
    });
    let mut pieces = Vec::new();
    for line in lines {
        match line {
            Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) => {
                let line = line.value();
                text.push_str(line.strip_prefix(' ').unwrap_or(&line));
            }
            // The text that a macro expands to.
            other => {
                pieces.push(quote!(#text, #other,));
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

/// Whether the attribute is documentation, and not a hint such as `#[doc(hidden)]`.
pub(crate) fn is_doc(attr: &Attribute) -> bool {
    attr.path().is_ident("doc") && matches!(attr.meta, Meta::NameValue(_))
}
