//! The expansion of an [`Endpoint`] without mistakes. Cannot fail.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;

use crate::{
    model::{Encoded, Endpoint, Field, Location, Presence, Response, ResponseKind, Takes},
    tokens::{end_of, ends, start_of},
    write::{
        calls::{expand_call, in_place_of, is_matched},
        guards::expand_guards,
        signatures::{self, Moved},
        spec::expand_spec,
    },
};

/// Returns the struct and its impls.
pub(crate) fn expand(endpoint: &Endpoint) -> TokenStream {
    let krate = &endpoint.krate;
    let item = signatures::expand_struct(endpoint);
    let projected = quote!(<Self as #krate::Endpoint>::Response);
    let named = signatures::response(endpoint).filter(|_| endpoint.names_response);
    let response = named.unwrap_or(projected);
    let inherent = expand_inherent(endpoint, &response);
    let blocking = signatures::expand_send_blocking(endpoint, &response);
    let implementation = expand_endpoint(endpoint);
    let lists = signatures::expand_missing_lists(endpoint);
    let paginated = expand_paginated(endpoint);
    let guards = expand_guards(endpoint);
    let required = [item, inherent, blocking, implementation].into_iter();
    required.chain(lists).chain(paginated).chain(guards).collect()
}

fn expand_inherent(endpoint: &Endpoint, response: &TokenStream) -> TokenStream {
    let krate = &endpoint.krate;
    let new = expand_new(endpoint);
    let setters = endpoint.optional().map(|field| expand_setter(endpoint, field));
    let send = signatures::expand_send(endpoint, response, quote!(client.send(self)));
    let request = signatures::expand_request(endpoint, quote!(#krate::generated::build(self)));
    let pages = quote!(#krate::Pages::new(self, client));
    let items = quote!(#krate::Items::new(self, client));
    let lists = signatures::expand_lists(endpoint, &pages, &items);
    let functions = [new].into_iter().chain(setters).chain([send, request]).chain(lists);
    signatures::expand_inherent(endpoint, None, functions.collect())
}

fn expand_new(endpoint: &Endpoint) -> TokenStream {
    let krate = &endpoint.krate;
    let fields = endpoint.fields.iter().map(|field| {
        let (cfgs, ident) = (field.cfgs(), &field.ident);
        let value = match field.presence {
            Presence::Required if field.location == Location::Nowhere => {
                quote!(::core::marker::PhantomData)
            }
            Presence::Required => converted(krate, field),
            Presence::Nullable => field.ident.to_token_stream(),
            Presence::Optional => quote!(::core::option::Option::None),
            Presence::Patch => quote!(#krate::Patch::Keep),
            Presence::Items => quote!(::std::vec::Vec::new()),
        };
        let value = Moved::new(value);
        quote!(#(#cfgs)* #ident: #value,)
    });
    let fields: Moved = fields.collect();
    signatures::expand_new(endpoint, quote!(Self { #fields }))
}

fn expand_setter(endpoint: &Endpoint, field: &Field) -> TokenStream {
    let (krate, ident) = (&endpoint.krate, &field.ident);
    let value = match field.presence {
        Presence::Optional => {
            let value = Moved::new(converted(krate, field));
            quote!(::core::option::Option::Some(#value))
        }
        Presence::Patch if matches!(field.takes, Takes::Convert) => {
            quote!(#krate::patch::PatchOf::patch(#ident))
        }
        Presence::Patch => match field.takes {
            Takes::Each(_) => quote!(#krate::patch::PatchOfList::patch(#ident)),
            Takes::EachConvert(_) => quote!(#krate::patch::PatchOfListInto::patch(#ident)),
            _ => quote!(#krate::patch::IntoPatch::into_patch(#ident)),
        },
        Presence::Required | Presence::Nullable | Presence::Items => converted(krate, field),
    };
    let value = Moved::new(value);
    signatures::expand_setter(endpoint, field, quote!(self.#ident = #value; self))
}

/// Returns the argument of a field's name as the field's value.
fn converted(krate: &Path, field: &Field) -> TokenStream {
    let ident = &field.ident;
    match field.takes {
        Takes::Exact | Takes::Anything => quote!(#ident),
        Takes::Convert => quote!(#krate::IntoValue::into_value(#ident)),
        Takes::Each(_) => quote!(#krate::ListOf::collect_list(#ident)),
        Takes::EachConvert(_) => quote!(#krate::ListInto::collect_list(#ident)),
    }
}

fn expand_endpoint(endpoint: &Endpoint) -> TokenStream {
    let krate = &endpoint.krate;
    let response = signatures::response(endpoint).unwrap_or_else(|| quote!(()));
    let (response, alias) = signatures::expand_response(endpoint, &response);
    let spec = Moved::new(expand_spec(endpoint));
    let writes = endpoint.encoded().next().is_some();
    let writer = if writes { quote!(__writer) } else { quote!(_) };
    let calls = endpoint.encoded().map(|encoded| expand_call(krate, &encoded));
    let calls: Moved = calls.collect();
    let (argument, decoded) = expand_decode(endpoint);
    let is_in_place = |encoded: Encoded<'_>| {
        encoded.field.ends.1.is_none() && (!encoded.field.basic || is_matched(&encoded))
    };
    let allowed = endpoint
        .encoded()
        .any(is_in_place)
        .then(|| quote!(#[allow(unused_parens, clippy::double_parens)]));
    let items = quote! {
        #response

        const SPEC: &'static #krate::Spec = #spec;

        #[inline]
        #allowed
        fn encode(&self, #writer: &mut #krate::RequestWriter) { #calls }

        #[inline]
        fn decode(#argument: #krate::RawResponse) -> #krate::Result<Self::Response> { #decoded }
    };
    signatures::expand_impl(endpoint, "Endpoint", alias, items)
}

/// Returns the argument and the body of `decode`.
fn expand_decode(endpoint: &Endpoint) -> (TokenStream, TokenStream) {
    let krate = &endpoint.krate;
    let own = quote!(Self::Response);
    let decoded = match (&endpoint.decode, &endpoint.response) {
        // A function of another type causes one error, at its path.
        (Some(function), _) => quote! {
            let __decode: fn(#krate::RawResponse) -> #krate::Result<Self::Response> = #function;
            __decode(__response)
        },
        (None, Response::Unknown | Response::Wrong(_) | Response::Value) => {
            quote!(__response.json::<#krate::Value>())
        }
        (None, Response::Type(kind, ty)) => match kind {
            ResponseKind::Json => {
                // If the type were written again, rustc would report an invalid one twice. It reports these tokens
                // instead.
                let (start, end) = ends(ty);
                let own = quote_spanned!(start_of(start)=> Self);
                let end = end_of(end.unwrap_or(start));
                if endpoint.may_be_beside_body {
                    let call = quote_spanned!(end=> body_of(__response));
                    let named = quote_spanned!(start_of(start)=> Named::<Self::Response>);
                    let decoded = quote! {
                        #[allow(unused_imports)]
                        use #krate::checks::{Named, Own as _};
                        #named::#call
                    };
                    return (quote!(__response), decoded);
                }
                let response = Ident::new("Response", end);
                quote!(__response.json::<#own::#response>())
            }
            ResponseKind::Bytes | ResponseKind::Download | ResponseKind::Redirect => {
                signatures::recognized(krate, &own, &quote!(decode(__response)))
            }
            // An item without its own arguments would be reported twice.
            ResponseKind::Events(_) if !endpoint.names_response => {
                signatures::recognized(krate, &own, &quote!(decode(__response)))
            }
            ResponseKind::Events(item) => {
                signatures::recognized(krate, &own, &quote!(source(__response).events::<#item>()))
            }
            ResponseKind::Lines(item) => {
                signatures::recognized(krate, &own, &quote!(source(__response).lines::<#item>()))
            }
            ResponseKind::Empty => return (quote!(_), quote!(::core::result::Result::Ok(()))),
        },
    };
    (quote!(__response), decoded)
}

fn expand_paginated(endpoint: &Endpoint) -> Option<TokenStream> {
    let pagination = endpoint.pagination.as_ref()?;
    let Field { ident, value, ty_text, ends: (start, _), .. } =
        endpoint.fields.get(pagination.position)?;
    let (position, alias) =
        signatures::expand_own_type(endpoint, *start, "Position", (value, ty_text));
    let body = quote!(&mut self.#ident);
    let items = signatures::expand_paginated(endpoint, pagination, &position, body);
    let size = pagination.size.and_then(|size| endpoint.fields.get(size)).map(|field| {
        // rustc reports the argument if the type has no size.
        let (start, _) = ends(&field.ty);
        let value = Ident::new("__value", start_of(start));
        let argument = in_place_of(start, &value);
        let (krate, ident) = (&endpoint.krate, &field.ident);
        quote! {
            #[inline]
            #[allow(unused_parens, clippy::double_parens)]
            fn page_size(&self) -> ::core::option::Option<::core::primitive::u64> {
                let #value = &self.#ident;
                #krate::PageSize::page_size(#argument)
            }
        }
    });
    Some(signatures::expand_impl(endpoint, "Paginated", alias, quote!(#items #size)))
}
