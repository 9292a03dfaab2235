//! Assertions that only the compiler can check. Nearly all endpoints satisfy them, so each is generated only if the
//! macro cannot decide it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Generics, punctuated::Punctuated};

use crate::{
    model::{Derived, Endpoint, Guard},
    tokens::{at, ends},
    write::calls::expand_rule,
};

/// Returns the assertions, if there are any.
pub(crate) fn expand_guards(endpoint: &Endpoint) -> Option<TokenStream> {
    let guards: Vec<TokenStream> =
        endpoint.guards.iter().map(|guard| expand_guard(endpoint, guard)).collect();
    if guards.is_empty() {
        return None;
    }
    let ident = &endpoint.ident;
    let (params, args, _) = endpoint.generics.split_for_impl();
    let bounds = bounds(&endpoint.generics);
    // This function is never called; rustc checks the calls in it. A method of the check takes precedence over the
    // method of its dereferenced type. The argument brings the implied bounds of the struct's parameters.
    // An editor, which sets `cfg(miri)`, does not check the calls, and would list their methods for the user's types.
    Some(quote! {
        #[cfg(not(miri))]
        const _: () = {
            #[allow(
                dead_code,
                deprecated,
                unused_lifetimes,
                single_use_lifetimes,
                clippy::extra_unused_lifetimes,
                clippy::extra_unused_type_parameters,
                clippy::multiple_bound_locations,
                clippy::type_repetition_in_bounds
            )]
            fn guard #params (_: &#ident #args) #bounds {
                #(#guards)*
            }
        };
    })
}

/// Returns the struct's bounds and the bounds that a derive adds. They are needed to detect the derive in a generic struct.
fn bounds(generics: &Generics) -> Option<TokenStream> {
    let predicates = generics.where_clause.as_ref().map(|clause| &clause.predicates);
    let predicates = predicates.into_iter().flat_map(Punctuated::iter);
    let types = generics.type_params().map(|param| &param.ident);
    (generics.where_clause.is_some() || generics.type_params().next().is_some()).then(
        || quote!(where #(#predicates,)* #(#types: ::core::cmp::PartialEq + ::core::hash::Hash),*),
    )
}

fn expand_guard(endpoint: &Endpoint, guard: &Guard) -> TokenStream {
    let krate = &endpoint.krate;
    let (ty, method, rule) = match guard {
        Guard::NotDerived(derived) => return expand_not_derived(endpoint, *derived),
        Guard::NotAlias(ty) => (ty, "checked_written_out", "WrittenOut"),
        Guard::NotResult(ty) => (ty, "checked_response", "Response"),
        Guard::NotNested(ty) => (ty, "checked_page", "PageOfItems"),
        Guard::HasEntries(ty) => (ty, "checked_entries", "HasEntries"),
        Guard::IsList(ty) => (ty, "checked_list", "List"),
        Guard::NotText(ty) => (ty, "checked_in_quotes", "InQuotes"),
        Guard::NotFile(ty) => (ty, "checked_content", "Content"),
    };
    let method = Ident::new(method, Span::call_site());
    expand_rule(krate, rule, ends(ty), &quote!(#krate::checks::Check::<#ty>::new().#method()))
}

fn expand_not_derived(endpoint: &Endpoint, derived: Derived) -> TokenStream {
    let (krate, ident) = (&endpoint.krate, &endpoint.ident);
    let (_, args, _) = endpoint.generics.split_for_impl();
    let method = match derived {
        Derived::PartialEq => "partial_eq",
        Derived::Hash => "hash",
    };
    let method = Ident::new(method, at(ident.span()));
    quote!(#krate::checks::Check::<#ident #args>::new().#method();)
}
