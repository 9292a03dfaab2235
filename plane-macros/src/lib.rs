//! The `#[endpoint]` attribute of `plane-api`, which documents it and is the crate to depend on.

use proc_macro2::TokenStream;
use quote::quote;

mod decide;
mod error;
mod model;
mod open_enum;
mod read;
#[cfg(test)]
mod tests;
mod tokens;
mod write;

use crate::{
    error::Errors,
    model::Endpoint,
    read::{
        arguments::{self, Server},
        field_attributes,
        item::{self, Item},
    },
    write::{expand, fallback},
};

/// Declares one request of a REST API as one struct: `#[endpoint(METHOD, "/path/<param>/" -> Response, options)]`.
#[proc_macro_attribute]
pub fn endpoint(
    attribute: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expansion(attribute.into(), item.into()).into()
}

/// The same for a server that decodes paths before it routes requests. No value may contain a slash there, not even an
/// encoded one: `<name..>` and `#[path(slashes)]` are mistakes, and no error suggests them.
#[proc_macro_attribute]
pub fn endpoint_routed_decoded(
    attribute: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expansion_routed_decoded(attribute.into(), item.into()).into()
}

/// Declares enums of strings that preserve unknown values. `plane_api::open_enum!` documents it, and adds the path of that crate
/// in brackets.
#[proc_macro]
pub fn open_enum(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    open_enum::expansion(tokens.into()).into()
}

fn expansion(attribute: TokenStream, tokens: TokenStream) -> TokenStream {
    expand_for(Server::Any, attribute, tokens)
}

fn expansion_routed_decoded(attribute: TokenStream, tokens: TokenStream) -> TokenStream {
    expand_for(Server::RoutesDecoded, attribute, tokens)
}

/// Reads, decides and writes.
fn expand_for(server: Server, attribute: TokenStream, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    match item::read(&tokens, &mut errors) {
        Item::Struct(mut item) => {
            let arguments = arguments::read(attribute, server, &mut item.attrs, &mut errors);
            let endpoint = decide::endpoint(arguments, item, &mut errors);
            if errors.is_empty() {
                expand::expand(&endpoint)
            } else {
                fallback::expand(&endpoint, None, errors)
            }
        }
        Item::Type(mut item) => {
            let arguments = arguments::read(attribute, server, &mut item.attrs, &mut errors);
            let stripped = field_attributes::stripped(item.clone());
            // The item is treated as a struct, but its missing fields are not reported as well.
            let endpoint = Endpoint {
                new_is_known: false,
                ..decide::endpoint(arguments, item, &mut Errors::default())
            };
            fallback::expand(&endpoint, Some(&stripped), errors)
        }
        Item::Other => {
            let (errors, item) = (errors.finish(), item::with_body(tokens));
            quote!(#errors #item)
        }
    }
}
