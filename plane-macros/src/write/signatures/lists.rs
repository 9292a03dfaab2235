//! The signatures of lists: `pages`, `items` and `Paginated`.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Token};

use crate::{
    model::{Endpoint, MissingOfList, Pagination},
    tokens::{at, end_of, ends, start_of},
    write::signatures::{Moved, allowed, client, end, expand_type, named, predicates},
};

const PAGES: &str = " Returns a stream of the pages, from the position that is set in this request, or else from the first page.";

const ITEMS: &str = " Returns a stream of the items of all pages, from the position that is set in this request, or else from the first page.";

/// Returns the items of `Paginated`, except the size. `body` is the body of `position_mut`.
pub(crate) fn expand_paginated(
    endpoint: &Endpoint,
    pagination: &Pagination,
    position: &TokenStream,
    body: TokenStream,
) -> TokenStream {
    let krate = &endpoint.krate;
    // If the type were written again, rustc would report a missing one twice.
    let span = ends(&pagination.page).0;
    let end = Ident::new("Response", at(end_of(span)));
    let page = quote_spanned!(at(start_of(span))=> <Self as #krate::Endpoint>::#end);
    let page = expand_page(endpoint, pagination, span, &page);
    let body = Moved::new(body);
    quote! {
        #page
        #position
        #[inline]
        fn position_mut(&mut self) -> &mut ::core::option::Option<Self::Position> { #body }
    }
}

/// Returns the type of a page. For an envelope, it contains a check. If the check fails, rustc does not report the
/// envelope again at each use of `items`. The check cannot contain parameters of the struct. Documentation and editors
/// do not show it.
fn expand_page(
    endpoint: &Endpoint,
    pagination: &Pagination,
    span: Span,
    page: &TokenStream,
) -> TokenStream {
    let plain = expand_type(span, "Page", page);
    if !pagination.is_envelope || !endpoint.generics.params.is_empty() {
        return plain;
    }
    let krate = &endpoint.krate;
    let checked = quote!(#krate::checks::CheckedPage<Self, { #krate::checks::is_page::<#page>() }>);
    let checked = expand_type(span, "Page", &checked);
    quote!(#[cfg(any(doc, miri))] #plain #[cfg(not(any(doc, miri)))] #checked)
}

/// Returns `pages` and `items`, with these bodies, if the request is a list.
pub(crate) fn expand_lists(
    endpoint: &Endpoint,
    pages: &TokenStream,
    items: &TokenStream,
) -> Option<TokenStream> {
    let (krate, vis) = (&endpoint.krate, &endpoint.functions_vis);
    let (pages_name, items_name) = (named(endpoint, "pages"), named(endpoint, "items"));
    let end = Token![>](end(&endpoint.ident));
    let client = client(endpoint);
    endpoint.pagination.as_ref()?;
    Some(quote_spanned! {endpoint.span=>
        #[doc = #PAGES]
        #[inline]
        #vis fn #pages_name(self, #client) -> #krate::Pages<Self #end { #pages }

        #[doc = #ITEMS]
        #[inline]
        #vis fn #items_name(self, #client) -> #krate::Items<Self #end { #items }
    })
}

/// Returns `pages` and `items` of a request that only looks like a list. Calling them is an error that names the
/// missing parts.
/// They are in an impl whose bound is never satisfied, so the user's own functions of these names take precedence.
pub(crate) fn expand_missing_lists(endpoint: &Endpoint) -> Option<TokenStream> {
    let Endpoint { krate, functions_vis: vis, ident, .. } = endpoint;
    let (params, args, _) = endpoint.generics.split_for_impl();
    let (allowed, deprecated) = allowed(endpoint);
    let bounds = predicates(endpoint);
    let names = [named(endpoint, "pages"), named(endpoint, "items")];
    let own = Token![Self](end(&endpoint.ident));
    endpoint.missing_of_list.map(|missing| {
        let missing = match missing {
            MissingOfList::Attribute => quote_spanned!(endpoint.span=> Paginated),
            MissingOfList::Cursor => quote_spanned!(endpoint.span=> checks::WithCursor),
        };
        // With the lifetime, rustc does not report that the bound never holds.
        quote_spanned! {endpoint.span=>
            #[doc(hidden)]
            #[allow(dead_code, single_use_lifetimes)]
            #(#allowed)* #deprecated
            impl #params #ident #args where #bounds for<'list> Self: #krate::#missing {
                #(#vis fn #names(self, _: &#krate::Client) -> #own { self })*
            }
        }
    })
}
