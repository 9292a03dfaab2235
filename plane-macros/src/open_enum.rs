//! `open_enum!`: enums of strings that preserve unknown values.

mod mistakes;
mod read;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{Attribute, Ident, LitStr, Visibility, parse::Parser};

use self::read::Written;
use crate::error::Errors;

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

impl Variant {
    fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }
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
    quote::quote!(#items #errors)
}

fn expand(krate: &TokenStream, item: &OpenEnum) -> TokenStream {
    let OpenEnum { attrs, vis, name, variants } = item;
    let span = Span::mixed_site();
    let declared = variants.iter().map(|Variant { attrs, name, word }| {
        let docs = format!("`{}` in requests and responses.", word.value());
        quote_spanned!(span=> #(#attrs)* #[doc = ""] #[doc = #docs] #name,)
    });
    let arms = |arm: fn(&Ident, &LitStr) -> TokenStream| -> TokenStream {
        let arm = |variant: &Variant| {
            let (cfgs, arm) = (variant.cfgs(), arm(&variant.name, &variant.word));
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
        impl #name {
            /// Returns the string that represents the value in requests and responses.
            #[must_use]
            #[inline]
            #vis fn as_str(&self) -> &str {
                match self {
                    #words
                    Self::Other(word) => word,
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<::std::string::String> for #name {
            #[inline]
            fn from(word: ::std::string::String) -> Self {
                match word.as_str() {
                    #names
                    _ => Self::Other(word),
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<&str> for #name {
            #[inline]
            fn from(word: &str) -> Self {
                match word {
                    #names
                    other => Self::Other(::std::string::String::from(other)),
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl #krate::generated::serde::Serialize for #name {
            #[inline]
            fn serialize<S: #krate::generated::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> #krate::generated::serde::Deserialize<'de> for #name {
            #[inline]
            fn deserialize<D: #krate::generated::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let word = <::std::string::String as #krate::generated::serde::Deserialize>::deserialize(deserializer);
                ::core::result::Result::map(word, ::core::convert::From::from)
            }
        }
    }
}
