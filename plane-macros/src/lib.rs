//! The `#[endpoint]` attribute of `plane-api`, which documents it and is the crate to depend on.

use proc_macro2::TokenStream;
use quote::quote;

mod docs;
mod error;
mod expand;
mod fallback;
mod guards;
mod item;
mod marks;
mod model;
mod params;
mod parse;
mod path;
mod place;
mod response;
mod rules;
mod sign;
mod types;

use crate::{error::Errors, item::Item, model::Endpoint};

/// Declares one request of a REST API as one struct: `#[endpoint(METHOD, "/path/<param>/" -> Response, options)]`.
#[proc_macro_attribute]
pub fn endpoint(
    attribute: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expand(attribute.into(), item.into()).into()
}

/// The whole way: tokens, head, model, tokens.
fn expand(attribute: TokenStream, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    match item::read(&tokens, &mut errors) {
        Item::Struct(item) => {
            let head = parse::head(attribute, &mut errors);
            let endpoint = Endpoint::new(head, item, &mut errors);
            if errors.is_empty() {
                expand::expand(&endpoint)
            } else {
                fallback::expand(&endpoint, None, errors)
            }
        }
        Item::Type(item) => {
            let head = parse::head(attribute, &mut errors);
            let stripped = fallback::stripped(item.clone());
            // What it would be if it were a struct; that it lacks fields is not worth another word.
            let endpoint = Endpoint {
                new_is_known: false,
                ..Endpoint::new(head, item, &mut Errors::default())
            };
            fallback::expand(&endpoint, Some(&stripped), errors)
        }
        Item::Other => {
            let errors = errors.finish();
            quote!(#errors #tokens)
        }
    }
}
