//! Assertions about what only the types can tell. They hold for all but a few endpoints, which is why each is written
//! out only where it is in doubt.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericParam, Type};

use crate::{
    model::{Endpoint, Guard},
    types::{ends, mentions},
};

/// The assertions, if there are any.
pub(crate) fn expand_guards(endpoint: &Endpoint) -> Option<TokenStream> {
    let guards: Vec<TokenStream> =
        endpoint.guards.iter().filter_map(|guard| expand_guard(endpoint, guard)).collect();
    if guards.is_empty() {
        return None;
    }
    let krate = &endpoint.krate;
    // Inherent constants win over those of a trait, so each is `true` exactly for the types of its impl.
    Some(quote! {
        const _: () = {
            #[allow(dead_code)]
            struct Probe<T: ?::core::marker::Sized>(::core::marker::PhantomData<T>);

            #[allow(dead_code)]
            trait Otherwise {
                const OPTION: bool = false;
                const PATCH: bool = false;
                const PARTIAL_EQ: bool = false;
                const HASH: bool = false;
            }

            impl<T: ?::core::marker::Sized> Otherwise for Probe<T> {}

            #[allow(dead_code)]
            impl<T> Probe<::core::option::Option<T>> { const OPTION: bool = true; }

            #[allow(dead_code)]
            impl<T> Probe<#krate::Patch<T>> { const PATCH: bool = true; }

            #[allow(dead_code)]
            impl<T: ::core::cmp::PartialEq> Probe<T> { const PARTIAL_EQ: bool = true; }

            #[allow(dead_code)]
            impl<T: ::core::hash::Hash> Probe<T> { const HASH: bool = true; }

            #(#guards)*
        };
    })
}

fn expand_guard(endpoint: &Endpoint, guard: &Guard) -> Option<TokenStream> {
    match guard {
        Guard::NotDerived(name) => {
            let constant =
                quote::format_ident!("{}", if *name == "Hash" { "HASH" } else { "PARTIAL_EQ" });
            let (ident, args) = (&endpoint.ident, arguments(endpoint));
            let message = format!(
                "`#[derive({name})]` above `#[endpoint]` does not see the path parameters; write it below `#[endpoint]`. If \
                 `{name}` is implemented by hand, declare the path parameters as fields"
            );
            Some(
                quote_spanned!(ident.span()=> ::core::assert!(!Probe::<#ident #args>::#constant, #message);),
            )
        }
        Guard::NotAlias(field, ty) => alias_guard(endpoint, field, ty),
    }
}

fn alias_guard(endpoint: &Endpoint, field: &Ident, ty: &Type) -> Option<TokenStream> {
    let generic = |word: &Ident| {
        let params = endpoint.generics.params.iter();
        params.filter(|param| !matches!(param, GenericParam::Lifetime(_))).any(
            |param| match param {
                GenericParam::Type(param) => param.ident == *word,
                GenericParam::Const(param) => param.ident == *word,
                GenericParam::Lifetime(_) => false,
            },
        )
    };
    // Nothing can be asserted of a type that is not known yet.
    if mentions(ty.to_token_stream(), &generic) {
        return None;
    }
    let ty = forever(endpoint, ty.to_token_stream());
    let guard = |constant: TokenStream, name: &str| {
        let message = format!(
            "`{field}` is an alias of `{name}`, which `#[endpoint]` cannot see; write `{name}<...>` itself"
        );
        let span = ends(&Type::Verbatim(ty.clone())).0;
        quote_spanned!(span=> ::core::assert!(!Probe::<#ty>::#constant, #message);)
    };
    let (option, patch) = (guard(quote!(OPTION), "Option"), guard(quote!(PATCH), "Patch"));
    Some(quote!(#option #patch))
}

/// Arguments for the struct's parameters: `'static`, and `()`.
fn arguments(endpoint: &Endpoint) -> Option<TokenStream> {
    let params = &endpoint.generics.params;
    let arguments = params.iter().map(|param| match param {
        GenericParam::Lifetime(_) => quote!('static),
        GenericParam::Type(_) | GenericParam::Const(_) => quote!(()),
    });
    (!params.is_empty()).then(|| quote!(<#(#arguments),*>))
}

/// The tokens of a type with the struct's lifetimes replaced by `'static`.
fn forever(endpoint: &Endpoint, tokens: TokenStream) -> TokenStream {
    let ours =
        |word: &Ident| endpoint.generics.lifetimes().any(|param| param.lifetime.ident == *word);
    let mut after_quote = false;
    let replace = |token: TokenTree| {
        let lifetime = std::mem::replace(
            &mut after_quote,
            matches!(&token, TokenTree::Punct(it) if it.as_char() == '\''),
        );
        match token {
            TokenTree::Ident(ident) if lifetime && ours(&ident) => {
                Ident::new("static", ident.span()).into()
            }
            TokenTree::Group(group) => {
                let mut inner =
                    proc_macro2::Group::new(group.delimiter(), forever(endpoint, group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            other => other,
        }
    };
    tokens.into_iter().map(replace).collect()
}
