//! Helpers for the tokens of an attribute.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, LitStr, Meta, MetaNameValue};

/// Returns the first string after an attribute's name, at any depth.
pub(super) fn string_in(meta: &Meta) -> Option<LitStr> {
    strings_in(meta).into_iter().next()
}

/// Returns the strings after an attribute's name, at any depth.
pub(super) fn strings_in(meta: &Meta) -> Vec<LitStr> {
    let mut found = Vec::new();
    collect(value(meta), &mut found);
    found
}

fn collect(tokens: TokenStream, found: &mut Vec<LitStr>) {
    for token in tokens {
        match token {
            TokenTree::Literal(literal) => found.extend(syn::parse_str(&literal.to_string())),
            TokenTree::Group(group) => collect(group.stream(), found),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// Returns the name of an attribute, or nothing for a path.
pub(super) fn name(attr: &Attribute) -> String {
    attr.path().get_ident().map(Ident::to_string).unwrap_or_default()
}

/// Returns the name in `#[serde(rename = "...")]` beside a header without a name, which is a mistake.
pub(super) fn name_of_header(attrs: &[Attribute]) -> Option<String> {
    let is_unnamed = |attr: &Attribute| {
        matches!(attr.meta, Meta::Path(_)) && matches!(&*name(attr), "header" | "idempotency_key")
    };
    attrs.iter().find(|attr| is_unnamed(attr))?;
    attrs.iter().filter(|attr| attr.path().is_ident("serde")).find_map(|attr| {
        let pair: MetaNameValue = attr.parse_args().ok()?;
        let rename = pair.path.is_ident("rename").then(|| string_in(&attr.meta))?;
        Some(rename?.value())
    })
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
