//! `open_enum!`: enums of strings that preserve unknown values.

mod mistakes;
mod read;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Ident, LitStr, Visibility, parse::Parser};

use self::read::Written;
use crate::{decide::is_deprecated, error::Errors};

/// An enum of strings.
struct OpenEnum {
    attrs: Vec<Attribute>,
    vis: Visibility,
    name: Ident,
    variants: Vec<Variant>,
}

/// A variant, and the string that represents it.
struct Variant {
    attrs: Vec<Attribute>,
    name: Ident,
    word: LitStr,
}

impl OpenEnum {
    /// Returns the attributes of the impls: they have the conditions of the enum, and use its deprecated parts.
    fn shared(&self) -> TokenStream {
        let cfgs = cfgs(&self.attrs);
        let is_deprecated = is_deprecated(&self.attrs)
            || self.variants.iter().any(|variant| is_deprecated(&variant.attrs));
        let allowed = is_deprecated.then(|| quote!(#[allow(deprecated)]));
        quote!(#(#cfgs)* #allowed)
    }
}

fn cfgs(attrs: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
}

/// Returns the enums, and the reports of their mistakes. The tokens are the path of the runtime crate in brackets, and the enums.
pub(crate) fn expansion(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parsed = (|input: syn::parse::ParseStream<'_>| {
        let krate;
        syn::bracketed!(krate in input);
        let krate: TokenStream = krate.parse()?;
        let mut items = TokenStream::new();
        while let Some(Written { attrs, vis, name, drafts }) = read::open_enum(input, &mut errors) {
            let (attrs, variants) = mistakes::report(attrs, drafts, &mut errors);
            items.extend(expand(&krate, &OpenEnum { attrs, vis, name, variants }));
        }
        Ok(items)
    })
    .parse2(tokens);
    let items = parsed.unwrap_or_else(|error: syn::Error| error.to_compile_error());
    let errors = errors.finish();
    quote!(#items #errors)
}

/// Returns the enum and its impls. The names of their values are unlikely: a pattern with the name of a constant of the user
/// would be that constant.
fn expand(krate: &TokenStream, item: &OpenEnum) -> TokenStream {
    let OpenEnum { attrs, vis, name, variants } = item;
    let (span, shared) = (Span::mixed_site(), item.shared());
    let declared = variants.iter().map(|Variant { attrs, name, word }| {
        let docs = format!("`{}` in requests and responses.", word.value());
        quote_spanned!(span=> #(#attrs)* #[doc = ""] #[doc = #docs] #name,)
    });
    let arms = |arm: fn(&Ident, &LitStr) -> TokenStream| -> TokenStream {
        let arm = |variant: &Variant| {
            let (cfgs, arm) = (cfgs(&variant.attrs), arm(&variant.name, &variant.word));
            quote_spanned!(span=> #(#cfgs)* #arm,)
        };
        variants.iter().map(arm).collect()
    };
    let words = arms(|name, word| quote_spanned!(Span::mixed_site()=> Self::#name => #word));
    let names = arms(|name, word| quote_spanned!(Span::mixed_site()=> #word => Self::#name));
    quote_spanned! {span=>
        #(#attrs)*
        #[derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        #vis enum #name {
            #(#declared)*
            /// An unknown value.
            Other(::std::string::String),
        }

        #[allow(dead_code)]
        #shared
        impl #name {
            /// Returns the string that represents the value in requests and responses.
            #[must_use]
            #[inline]
            #vis fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #words
                    Self::Other(__word) => __word,
                }
            }
        }

        #[automatically_derived]
        #shared
        impl ::core::convert::From<::std::string::String> for #name {
            #[inline]
            fn from(__word: ::std::string::String) -> Self {
                match ::std::string::String::as_str(&__word) {
                    #names
                    _ => Self::Other(__word),
                }
            }
        }

        #[automatically_derived]
        #shared
        impl ::core::convert::From<&::core::primitive::str> for #name {
            #[inline]
            fn from(__word: &::core::primitive::str) -> Self {
                match __word {
                    #names
                    _ => Self::Other(::std::borrow::ToOwned::to_owned(__word)),
                }
            }
        }

        #[automatically_derived]
        #shared
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, __to: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __to.pad(self.as_str())
            }
        }

        #[automatically_derived]
        #shared
        impl #krate::generated::serde::Serialize for #name {
            #[inline]
            fn serialize<S: #krate::generated::serde::Serializer>(
                &self,
                __to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                __to.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        #shared
        impl<'de> #krate::generated::serde::Deserialize<'de> for #name {
            #[inline]
            fn deserialize<D: #krate::generated::serde::Deserializer<'de>>(
                __from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let __word = <::std::string::String as #krate::generated::serde::Deserialize>::deserialize(__from);
                ::core::result::Result::map(__word, ::core::convert::From::from)
            }
        }
    }
}
