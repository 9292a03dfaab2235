//! The item below the attribute: a struct with named fields, or something else.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields};

use crate::error::Errors;

/// The item below the attribute.
pub(crate) enum Item {
    /// A struct with named fields, or none.
    Struct(DeriveInput),
    /// Another type; reported.
    Type(DeriveInput),
    /// No type at all; reported.
    Other,
}

/// Reads the item, and reports what is not a struct with named fields.
pub(crate) fn read(tokens: &TokenStream, errors: &mut Errors) -> Item {
    const WRITE: &str = "write a struct with named fields";
    if let Some((word, what)) = other(tokens.clone()) {
        errors.at(
            word,
            format!("`#[endpoint]` describes a request as a struct, and this is {what}; {WRITE}"),
        );
        return Item::Other;
    }
    let item = match syn::parse2::<DeriveInput>(tokens.clone()) {
        Ok(item) => item,
        Err(error) => {
            errors.push(error);
            return head_only(tokens.clone()).map_or(Item::Other, Item::Type);
        }
    };
    let (word, what) = match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(_) | Fields::Unit => return Item::Struct(item),
            Fields::Unnamed(fields) => (fields.to_token_stream(), "a tuple struct"),
        },
        Data::Enum(data) => (data.enum_token.to_token_stream(), "an enum"),
        Data::Union(data) => (data.union_token.to_token_stream(), "a union"),
    };
    errors.at(word, format!("`#[endpoint]` describes a request as a struct with named fields, and this is {what}; {WRITE}"));
    Item::Type(item)
}

/// The keyword of an item that is not a type, behind its attributes and visibility.
fn other(tokens: TokenStream) -> Option<(Ident, &'static str)> {
    tokens
        .into_iter()
        .find_map(|token| match token {
            TokenTree::Ident(word) if word != "pub" => Some(word),
            _ => None,
        })
        .and_then(|word| {
            let what = match word.to_string().as_str() {
                "fn" | "async" | "unsafe" | "extern" => "a function",
                "trait" | "auto" => "a trait",
                "impl" => "an impl",
                "mod" => "a module",
                "type" => "a type alias",
                "const" | "static" => "a constant",
                "use" => "an import",
                "let" => "a variable",
                _ => return None,
            };
            Some((word, what))
        })
}

/// All but the fields of a struct with a syntax error, which rustc reports as well.
fn head_only(tokens: TokenStream) -> Option<DeriveInput> {
    let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let head: TokenStream = tokens.into_iter().take_while(|token| !is_body(token)).collect();
    syn::parse2(quote!(#head { })).ok()
}
