//! The `#[endpoint]` attribute of `plane-api`, which documents it and is the crate to depend on.

use proc_macro::TokenStream;

mod docs;
mod error;
mod expand;
mod fallback;
mod guards;
mod item;
mod marks;
mod model;
mod parse;
mod path;
mod place;
mod response;
mod rules;
mod sign;
mod types;

/// Declares one request of a REST API as one struct: `#[endpoint(METHOD, "/path/<param>/" -> Response, options)]`.
#[proc_macro_attribute]
pub fn endpoint(attribute: TokenStream, item: TokenStream) -> TokenStream {
    fallback::endpoint(attribute.into(), item.into()).into()
}
