//! Helpers for the tokens of an attribute.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Meta};

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
