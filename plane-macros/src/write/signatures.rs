//! The signatures of the generated items, with a body, or as stubs next to errors.

mod lists;

use std::{borrow::Cow, cell::Cell};

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};
use syn::{Attribute, Ident, Meta, Path, Token, Type, parse_quote, punctuated::Punctuated};

pub(crate) use self::lists::{expand_lists, expand_missing_lists, expand_paginated};
use crate::{
    model::{Endpoint, Field, Presence, Response, Takes},
    tokens::{at, end_of, ends, mentions, start_of},
    write::documentation,
};

// The compiler parses a string literal inside of `quote!` on every call; it does not parse these.
const MUST_USE: &str = "a request does nothing until it is sent";

const SEND: &str = " Sends the request and decodes the response.

 # Errors

 Returns an error if the request cannot be sent or is rejected, or if the response cannot be decoded.";

const REQUEST: &str = " Builds the request without sending it.

 # Errors

 Returns an error if a value cannot be sent in the path, the query, a header or the body.";

/// Tokens that are interpolated once, and moved: `quote!` would copy them, and copying each group is a call into the
/// compiler.
pub(crate) struct Moved(Cell<TokenStream>);

impl Moved {
    pub(crate) const fn new(tokens: TokenStream) -> Self {
        Self(Cell::new(tokens))
    }
}

impl FromIterator<TokenStream> for Moved {
    fn from_iter<I: IntoIterator<Item = TokenStream>>(tokens: I) -> Self {
        Self::new(tokens.into_iter().collect())
    }
}

impl ToTokens for Moved {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend([self.0.take()]);
    }
}

/// Returns the struct, without our field attributes and with its path parameters.
pub(crate) fn expand_struct(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { attrs, ident, generics, fields, .. } = endpoint;
    let (vis, struct_token) = (&endpoint.vis, Token![struct](at(endpoint.struct_token.span)));
    let (attributes, closing) =
        (documentation::attributes(endpoint), documentation::closing(endpoint));
    let has_must_use = attrs.iter().any(|attr| attr.path().is_ident("must_use"));
    let must_use = (!has_must_use).then_some(MUST_USE).into_iter();
    let is_added = |field: &Field| matches!(field.ty, Type::Verbatim(_));
    let declared = fields.iter().filter(|field| !(endpoint.is_derived_above && is_added(field)));
    let declared = declared.map(|field| {
        let Field { attrs, vis, ident, ty, .. } = field;
        let location = documentation::location(field);
        quote!(#(#attrs)* #[doc = #location] #vis #ident: #ty,)
    });
    let where_clause = &generics.where_clause;
    let end = at(endpoint.end);
    // With empty generics, rustc does not suggest that an unknown type is a missing type parameter, and reports it once for
    // the field and the setter. A missing lifetime, however, is suggested there.
    let is_unknown = |field: &Field| !field.basic && !is_added(field);
    let may_borrow =
        |field: &Field| field.ty_text.contains(['&', '\'']) || field.ty_text.contains("Cow");
    let is_guarded = generics.params.is_empty()
        && fields.iter().any(is_unknown)
        && !fields.iter().any(may_borrow);
    let no_generics = is_guarded.then(|| quote_spanned!(self::end(ident)=> <>));
    let mut tokens = quote! {
        #attributes #[doc = #closing] #(#[must_use = #must_use])*
        #vis #struct_token #ident #generics #no_generics #where_clause
    };
    if endpoint.unit {
        quote_spanned!(end=> ;).to_tokens(&mut tokens);
    } else {
        let mut fields = Group::new(Delimiter::Brace, declared.collect());
        fields.set_span(end);
        tokens.append(fields);
    }
    tokens
}

/// Returns `impl`, located at the end of the struct's name: rustc suggests further parameters behind it.
fn impl_keyword(endpoint: &Endpoint) -> Token![impl] {
    Token![impl](end(&endpoint.ident))
}

/// Returns an inherent impl around these functions.
pub(crate) fn expand_inherent(
    endpoint: &Endpoint,
    attrs: Option<TokenStream>,
    functions: TokenStream,
) -> TokenStream {
    let ident = &endpoint.ident;
    let (params, args, bounds) = endpoint.generics.split_for_impl();
    let (allowed, deprecated) = allowed(endpoint);
    let functions = Moved::new(functions);
    let keyword = impl_keyword(endpoint);
    quote_spanned! {endpoint.span=>
        #[allow(dead_code, non_snake_case, clippy::new_without_default, clippy::too_many_arguments)]
        #attrs
        #(#allowed)* #deprecated
        #keyword #params #ident #args #bounds { #functions }
    }
}

/// Returns an impl of one of the runtime's traits. An alias from [`expand_own_type`] is in scope for it alone.
pub(crate) fn expand_impl(
    endpoint: &Endpoint,
    name: &str,
    alias: Option<TokenStream>,
    items: TokenStream,
) -> TokenStream {
    let (krate, ident) = (&endpoint.krate, &endpoint.ident);
    let name = Ident::new(name, Span::call_site());
    let (params, args, bounds) = endpoint.generics.split_for_impl();
    let (allowed, deprecated) = allowed(endpoint);
    let items = Moved::new(items);
    let keyword = impl_keyword(endpoint);
    let implementation = quote_spanned! {endpoint.span=>
        #[automatically_derived]
        #(#allowed)* #deprecated
        #keyword #params #krate::#name for #ident #args #bounds { #items }
    };
    if alias.is_none() {
        return implementation;
    }
    quote!(const _: () = { #alias #implementation };)
}

/// Returns the attributes that allow lints on the struct, for its expansion, and one that allows the use of its
/// deprecated parts.
fn allowed(endpoint: &Endpoint) -> (impl Iterator<Item = Cow<'_, Attribute>>, Option<TokenStream>) {
    let allowed = endpoint.attrs.iter().filter(|attr| is_allowed(attr)).map(as_allowed);
    (allowed, endpoint.deprecated.then(|| quote!(#[allow(deprecated)])))
}

fn is_allowed(attr: &Attribute) -> bool {
    attr.path().is_ident("allow") || attr.path().is_ident("expect")
}

/// Returns an attribute for generated items. They only allow an expected lint: the struct and its fields fulfil the
/// expectation.
fn as_allowed(attr: &Attribute) -> Cow<'_, Attribute> {
    match &attr.meta {
        Meta::List(list) if list.path.is_ident("expect") => {
            let lints = &list.tokens;
            Cow::Owned(parse_quote!(#[allow(#lints)]))
        }
        _ => Cow::Borrowed(attr),
    }
}

/// Returns the response type as an item of the trait, and its alias.
pub(crate) fn expand_response(
    endpoint: &Endpoint,
    ty: &TokenStream,
) -> (TokenStream, Option<TokenStream>) {
    // rustc reports the whole item if the type is private.
    let span = match &endpoint.response {
        Response::Unknown | Response::Wrong(_) | Response::Value => endpoint.ident.span(),
        Response::Type(_, ty) => ends(ty).0,
    };
    expand_own_type(endpoint, span, "Response", (ty, &endpoint.response_text))
}

/// Returns an associated type that the user wrote, and an alias of it if it mentions a type of the same name. If that
/// type is missing, rustc would report it once more in the impl, and suggest the associated type.
pub(crate) fn expand_own_type(
    endpoint: &Endpoint,
    token: Span,
    name: &str,
    (ty, text): (&dyn ToTokens, &str),
) -> (TokenStream, Option<TokenStream>) {
    let plain = expand_type(token, name, ty);
    // Most texts do not contain the name, and their tokens need not be read. An alias has no parameters.
    if !text.contains(name)
        || !endpoint.generics.params.is_empty()
        || !mentions(ty.to_token_stream(), &|ident| ident == name)
    {
        return (plain, None);
    }
    // rustc would suggest a similar name.
    let alias = Ident::new("__Aliased", Span::call_site());
    let aliased = expand_type(token, name, &alias);
    let item = quote!(#[cfg(doc)] #plain #[cfg(not(doc))] #aliased);
    (item, Some(quote!(#[cfg(not(doc))] type #alias = #ty;)))
}

/// Returns an associated type, in place of a user's token.
pub(crate) fn expand_type(token: Span, name: &str, ty: &dyn ToTokens) -> TokenStream {
    let end = at(end_of(token));
    let (name, semi) = (Ident::new(name, end), Token![;](end));
    quote_spanned!(at(start_of(token))=> type #name = #ty #semi)
}

/// Returns the name of a generated method with the location of the struct's name: editors go there from a call.
fn named(endpoint: &Endpoint, name: &str) -> Ident {
    Ident::new(name, endpoint.ident.span())
}

/// Returns the span for the end of a signature or an argument whose other tokens are in front of this name: rustc
/// reports the name.
fn end(name: &Ident) -> Span {
    at(end_of(name.span()))
}

/// Returns the argument of `send` and of similar methods.
fn client(endpoint: &Endpoint) -> TokenStream {
    let (krate, client) = (&endpoint.krate, Ident::new("Client", end(&endpoint.ident)));
    quote_spanned!(endpoint.span=> client: &#krate::#client)
}

/// Returns `new`, with this body.
pub(crate) fn expand_new(endpoint: &Endpoint, body: TokenStream) -> TokenStream {
    let vis = &endpoint.functions_vis;
    let docs = documentation::new(endpoint);
    let arguments = endpoint.required().map(|field| {
        let (cfgs, ident, ty) = (field.cfgs(), &field.ident, argument(endpoint, field));
        quote!(#(#cfgs)* #ident: #ty,)
    });
    let (arguments, body): (Moved, _) = (arguments.collect(), Moved::new(body));
    let name = named(endpoint, "new");
    let own = Token![Self](end(&endpoint.ident));
    let allowed = endpoint.required().flat_map(|field| &field.attrs);
    let allowed = allowed.filter(|attr| is_allowed(attr)).map(as_allowed);
    quote_spanned! {endpoint.span=>
        #[doc = #docs] #(#allowed)* #[inline] #vis fn #name(#arguments) -> #own { #body }
    }
}

/// Returns the setter of a field, with this body.
pub(crate) fn expand_setter(endpoint: &Endpoint, field: &Field, body: TokenStream) -> TokenStream {
    let Endpoint { krate, type_param, functions_vis: vis, .. } = endpoint;
    let Field { attrs, ident, value, .. } = field;
    let docs = documentation::setter(field);
    let attrs = attrs.iter().filter(|attr| belongs_to_setter(attr)).map(as_allowed);
    let body = Moved::new(body);
    let (params, ty) = match field.takes {
        Takes::Anything => (None, argument(endpoint, field)),
        Takes::Convert if field.presence == Presence::Patch => {
            let ty = quote!(impl #krate::patch::PatchOf<#value, #type_param>);
            (Some(quote!(<#type_param>)), Moved::new(ty))
        }
        _ if field.presence == Presence::Patch => {
            let taken = match &field.takes {
                Takes::Each(item) => quote!(PatchOfList<#item>),
                Takes::EachConvert(item) => quote!(PatchOfListInto<#item>),
                _ => quote!(IntoPatch<#value>),
            };
            (None, Moved::new(quote!(impl #krate::patch::#taken)))
        }
        _ => (None, argument(endpoint, field)),
    };
    let (own, this) = (Token![Self](end(ident)), Token![self](end(ident)));
    quote_spanned! {at(start_of(ident.span()))=>
        #(#attrs)* #[doc = #docs] #[inline] #vis fn #ident #params (mut #this, #ident: #ty) -> #own { #body }
    }
}

/// Returns `true` if the setter has the attribute, too. Those that a derive declares are unknown there, also under a condition.
fn belongs_to_setter(attr: &Attribute) -> bool {
    const STAY: [&str; 5] = ["allow", "cfg", "deprecated", "doc", "expect"];
    let stays = |path: &Path| STAY.iter().any(|name| path.is_ident(name));
    if !attr.path().is_ident("cfg_attr") {
        return stays(attr.path());
    }
    let parts = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    parts.is_ok_and(|parts| parts.iter().skip(1).all(|part| stays(part.path())))
}

/// Returns the type of the argument that fills a field.
fn argument(endpoint: &Endpoint, field: &Field) -> Moved {
    let (krate, value) = (&endpoint.krate, &field.value);
    let ty = match &field.takes {
        _ if field.presence == Presence::Nullable => field.ty.to_token_stream(),
        Takes::Anything => quote!(impl ::core::marker::Sized),
        Takes::Exact => quote!(#value),
        Takes::Convert => quote!(impl #krate::IntoValue<#value>),
        Takes::Each(item) => quote!(impl #krate::ListOf<#item>),
        Takes::EachConvert(item) => quote!(impl #krate::ListInto<#item>),
    };
    Moved::new(ty)
}

/// Returns `send`, with this body.
pub(crate) fn expand_send(
    endpoint: &Endpoint,
    response: &TokenStream,
    body: TokenStream,
) -> TokenStream {
    let (krate, vis, body) = (&endpoint.krate, &endpoint.functions_vis, Moved::new(body));
    let (name, client) = (named(endpoint, "send"), client(endpoint));
    let end = Token![>](end(&endpoint.ident));
    quote_spanned! {endpoint.span=>
        #[doc = #SEND]
        #[inline]
        #vis fn #name(&self, #client) -> #krate::ResponseFuture<#response #end { #body }
    }
}

/// Returns `send_blocking` in a separate impl, because it exists only if the runtime's feature is enabled.
pub(crate) fn expand_send_blocking(endpoint: &Endpoint, response: &TokenStream) -> TokenStream {
    let Endpoint { krate, functions_vis: vis, ident, .. } = endpoint;
    let (params, args, _) = endpoint.generics.split_for_impl();
    let (allowed, bounds) = (allowed(endpoint).0, predicates(endpoint));
    let name = named(endpoint, "send_blocking");
    quote! {
        #krate::if_blocking! {
            #(#allowed)* impl [#params] #ident [#args] [#bounds] #vis fn #name() -> #response
        }
    }
}

/// Returns the predicates of the struct's where clause, each followed by a comma.
fn predicates(endpoint: &Endpoint) -> TokenStream {
    let clause = endpoint.generics.where_clause.iter();
    let predicates = clause.flat_map(|clause| &clause.predicates);
    quote!(#(#predicates,)*)
}

/// Returns `request`, with this body.
pub(crate) fn expand_request(endpoint: &Endpoint, body: TokenStream) -> TokenStream {
    let (krate, vis, body) = (&endpoint.krate, &endpoint.functions_vis, Moved::new(body));
    let name = named(endpoint, "request");
    let end = Token![>](end(&endpoint.ident));
    quote_spanned! {endpoint.span=>
        #[doc = #REQUEST]
        #[inline]
        #vis fn #name(&self) -> #krate::Result<#krate::http::Request<#krate::Body> #end { #body }
    }
}

/// Returns an item of a type that has the name of one of the runtime's types, and may be the user's own.
pub(crate) fn recognized(krate: &Path, ty: &TokenStream, item: &TokenStream) -> TokenStream {
    quote!({
        #[allow(unused_imports)]
        use #krate::checks::Own as _;
        #krate::checks::Named::<#ty>::#item
    })
}

/// Returns the type of the response, unless it is invalid.
pub(crate) fn response(endpoint: &Endpoint) -> Option<TokenStream> {
    let krate = &endpoint.krate;
    match &endpoint.response {
        Response::Unknown | Response::Wrong(_) => None,
        Response::Value => Some(quote!(#krate::Value)),
        Response::Type(_, ty) => Some(quote!(#ty)),
    }
}
