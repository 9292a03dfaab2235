//! What stands beside the errors: the struct and stubs that look like the real thing, so that nothing else is reported.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, DeriveInput};

use crate::{
    error::Errors,
    expand,
    item::{self, Item},
    model::Endpoint,
    parse,
    response::Response,
    sign,
};

/// The whole way: tokens, head, model, tokens.
pub(crate) fn endpoint(attribute: TokenStream, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    match item::read(&tokens, &mut errors) {
        Item::Other => {
            let errors = errors.finish();
            quote!(#errors #tokens)
        }
        Item::Type(item) => {
            let head = parse::head(attribute, &mut errors);
            let stripped = stripped(item.clone());
            // What it would be if it were a struct; that it lacks fields is not worth another word.
            let endpoint = Endpoint {
                new_is_known: false,
                ..Endpoint::new(head, item, &mut Errors::default())
            };
            expand(&endpoint, Some(&stripped), errors)
        }
        Item::Struct(item) => {
            let head = parse::head(attribute, &mut errors);
            let endpoint = Endpoint::new(head, item, &mut errors);
            if errors.is_empty() {
                expand::expand(&endpoint)
            } else {
                expand(&endpoint, None, errors)
            }
        }
    }
}

/// An item of the wrong kind without what only `#[endpoint]` understands.
fn stripped(mut item: DeriveInput) -> DeriveInput {
    const OURS: [&str; 6] = ["query", "header", "body", "flatten", "path", "serde"];
    sign::strip(&mut item.data, &|attr: &Attribute| {
        OURS.iter().any(|name| attr.path().is_ident(name))
    });
    item
}

/// The errors, and the rest. `item` is what to emit instead of the struct if it is not a proper one.
fn expand(endpoint: &Endpoint, item: Option<&dyn ToTokens>, mut errors: Errors) -> TokenStream {
    let krate = &endpoint.krate;
    let item = item.map_or_else(|| sign::expand_struct(endpoint), ToTokens::to_token_stream);
    let never = quote!(loop {});
    let projected = quote!(<Self as #krate::Endpoint>::Response);
    // A `compile_error!` in the place of a type makes an error type, and rustc says nothing about what has that type.
    let known = sign::response(endpoint);
    let response = known.clone().or_else(|| errors.take_as_type()).unwrap_or_else(|| quote!(()));
    let new = if endpoint.new_is_known {
        sign::expand_new(endpoint, &never)
    } else {
        let ty = if known.is_some() { errors.take_as_type() } else { None };
        let ty = ty.unwrap_or_else(|| projected.clone());
        let vis = &endpoint.vis;
        quote!(#[allow(missing_docs, non_upper_case_globals)] #vis const new: #ty = loop {};)
    };
    let setters = endpoint.optional().map(|field| sign::expand_setter(endpoint, field, &never));
    let send = sign::expand_send(endpoint, &projected, &never);
    let request = sign::expand_request(endpoint, &never);
    let lists = sign::expand_lists(endpoint, &never, &never);
    let inherent =
        sign::expand_inherent(endpoint, &quote!(#new #(#setters)* #send #request #lists));
    let implementation = expand_endpoint(endpoint, &response);
    let paginated = expand_paginated(endpoint);
    let errors = errors.finish();
    quote!(#errors #item #inherent #implementation #paginated)
}

fn expand_endpoint(endpoint: &Endpoint, response: &TokenStream) -> TokenStream {
    let krate = &endpoint.krate;
    let items = quote! {
        type Response = #response;
        const SPEC: &'static #krate::Spec = &#krate::Spec::new("", #krate::Method::GET, "/");
        fn encode(&self, _: &mut #krate::RequestWriter) {}
        fn decode(_: #krate::Answer) -> #krate::Result<Self::Response> { loop {} }
    };
    sign::expand_impl(endpoint, "Endpoint", &items)
}

fn expand_paginated(endpoint: &Endpoint) -> Option<TokenStream> {
    let Response::Page { item, cursor: Some(_), .. } = &endpoint.response else { return None };
    let krate = &endpoint.krate;
    let items = quote! {
        type Item = #item;
        fn cursor_mut(&mut self) -> &mut ::core::option::Option<#krate::Cursor> { loop {} }
    };
    Some(sign::expand_impl(endpoint, "Paginated", &items))
}
