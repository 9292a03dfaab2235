//! The expansion beside errors: the struct, and stubs with the same signatures, so that nothing else is reported.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::{error::Errors, model::Endpoint, write::signatures};

/// The errors, the struct and its stubs. `item` is emitted instead of the struct if it is not a struct.
pub(crate) fn expand(
    endpoint: &Endpoint,
    item: Option<&dyn ToTokens>,
    mut errors: Errors,
) -> TokenStream {
    let krate = &endpoint.krate;
    let item = item.map_or_else(|| signatures::expand_struct(endpoint), ToTokens::to_token_stream);
    let never = quote!(loop {});
    let projected = quote!(<Self as #krate::Endpoint>::Response);
    let known = signatures::response(endpoint);
    let response = known.clone().or_else(|| errors.take_as_type()).unwrap_or_else(|| quote!(()));
    let new = if endpoint.new_is_known {
        signatures::expand_new(endpoint, never.clone())
    } else {
        let ty = if known.is_some() { errors.take_as_type() } else { None };
        let ty = ty.unwrap_or_else(|| projected.clone());
        let vis = &endpoint.vis;
        quote!(#[allow(missing_docs, non_upper_case_globals)] #vis const new: #ty = loop {};)
    };
    let setters = endpoint
        .optional()
        .filter(|field| field.settable)
        .map(|field| signatures::expand_setter(endpoint, field, never.clone()));
    let send = signatures::expand_send(endpoint, &projected, never.clone());
    let blocking = signatures::expand_send_blocking(endpoint, &projected);
    let request = signatures::expand_request(endpoint, never.clone());
    let lists = signatures::expand_lists(endpoint, &never, &never);
    let inherent = signatures::expand_inherent(
        endpoint,
        Some(quote!(#[allow(unused_mut, unused_variables)])),
        quote!(#new #(#setters)* #send #blocking #request #lists),
    );
    let implementation = expand_endpoint(endpoint, &response);
    let paginated = expand_paginated(endpoint);
    let errors = errors.finish();
    quote!(#errors #item #inherent #implementation #paginated)
}

fn expand_endpoint(endpoint: &Endpoint, response: &TokenStream) -> TokenStream {
    let krate = &endpoint.krate;
    let response = signatures::expand_response(endpoint, response);
    let items = quote! {
        #response
        const SPEC: &'static #krate::Spec = &#krate::Spec::new("", #krate::Method::GET, "/");
        fn encode(&self, _: &mut #krate::RequestWriter) {}
        fn decode(_: #krate::RawResponse) -> #krate::Result<Self::Response> { loop {} }
    };
    signatures::expand_impl(endpoint, "Endpoint", items)
}

fn expand_paginated(endpoint: &Endpoint) -> Option<TokenStream> {
    let pagination = endpoint.pagination.as_ref()?;
    let krate = &endpoint.krate;
    // The field's own type may be what is wrong.
    let position = quote!(type Position = #krate::Cursor;);
    let items = signatures::expand_paginated(endpoint, pagination, &position, quote!(loop {}));
    Some(signatures::expand_impl(endpoint, "Paginated", items))
}
