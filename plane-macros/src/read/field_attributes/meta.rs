//! Helpers for the tokens of an attribute.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Meta};

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
