//! The signatures of what is generated: the same with a body, and as a stub beside errors.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Data, Token, Type, Visibility};

use crate::{
    docs,
    model::{Endpoint, Field, Presence},
    response::Response,
    types::{Takes, ends},
};

/// The place of a word of the user's for a word of the macro's: names still mean what they mean to the macro, but editors
/// and rustc's notes lead to the user's word.
pub(crate) fn at(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// The struct, with its marks gone and its path parameters in it.
pub(crate) fn expand_struct(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { attrs, ident, generics, fields, .. } = endpoint;
    let (vis, word) = (visibility(endpoint), Token![struct](at(endpoint.word.span)));
    let (opening, closing) = (docs::opening(endpoint), docs::closing(endpoint));
    let must_use = (!attrs.iter().any(|attr| attr.path().is_ident("must_use")))
        .then(|| quote!(#[must_use = "a request does nothing until it is sent"]));
    let fields = fields.iter().map(|field| {
        let Field { attrs, vis, ident, ty, .. } = field;
        let docs = docs::place(field);
        quote!(#(#attrs)* #docs #vis #ident: #ty)
    });
    let where_clause = &generics.where_clause;
    let head =
        quote!(#opening #(#attrs)* #closing #must_use #vis #word #ident #generics #where_clause);
    if endpoint.unit {
        return quote_spanned!(at(endpoint.end)=> #head;);
    }
    let mut fields = Group::new(Delimiter::Brace, quote!(#(#fields),*));
    fields.set_span(at(endpoint.end));
    quote!(#head #fields)
}

/// An inherent impl around these functions.
pub(crate) fn expand_inherent(
    endpoint: &Endpoint,
    attrs: &TokenStream,
    functions: &TokenStream,
) -> TokenStream {
    let ident = &endpoint.ident;
    let (params, args, bounds) = endpoint.generics.split_for_impl();
    let allowed = allowed(endpoint);
    quote_spanned! {at(ident.span())=>
        #[allow(dead_code, non_snake_case, clippy::new_without_default, clippy::too_many_arguments)]
        #attrs
        #allowed
        impl #params #ident #args #bounds { #functions }
    }
}

/// An impl of one of the runtime's traits.
pub(crate) fn expand_impl(endpoint: &Endpoint, name: &str, items: &TokenStream) -> TokenStream {
    let (krate, ident) = (&endpoint.krate, &endpoint.ident);
    let name = quote::format_ident!("{name}");
    let (params, args, bounds) = endpoint.generics.split_for_impl();
    let allowed = allowed(endpoint);
    quote_spanned! {at(ident.span())=>
        #[automatically_derived]
        #[allow(clippy::shadow_unrelated)]
        #allowed
        impl #params #krate::#name for #ident #args #bounds { #items }
    }
}

/// What the user allows on the struct is allowed in what it expands into, and so is the use of its own deprecated parts.
fn allowed(endpoint: &Endpoint) -> TokenStream {
    let allowed = endpoint.attrs.iter().filter(|attr| attr.path().is_ident("allow"));
    let deprecated = endpoint.deprecated.then(|| quote!(#[allow(deprecated)]));
    quote!(#(#allowed)* #deprecated)
}

/// The struct's visibility, as the macro's own word, so that no lint takes it for the user's.
fn visibility(endpoint: &Endpoint) -> Visibility {
    let mut vis = endpoint.vis.clone();
    match &mut vis {
        Visibility::Public(token) => token.span = at(token.span),
        Visibility::Restricted(restricted) => {
            restricted.pub_token.span = at(restricted.pub_token.span);
        }
        Visibility::Inherited => {}
    }
    vis
}

/// The type of the answer, as an item of the trait.
pub(crate) fn expand_response(endpoint: &Endpoint, ty: &TokenStream) -> TokenStream {
    // rustc blames the whole item for a type that is private.
    let place = match &endpoint.response {
        Response::Unknown | Response::Value => endpoint.ident.span(),
        Response::Page { item, .. } => ends(item).0,
        Response::Empty(ty)
        | Response::Json(ty)
        | Response::Bytes(ty)
        | Response::Download(ty)
        | Response::Redirect(ty) => ends(ty).0,
    };
    quote_spanned!(at(place)=> type Response = #ty;)
}

/// The type of an entry, as an item of the trait.
pub(crate) fn expand_item(item: &Type) -> TokenStream {
    quote_spanned!(at(ends(item).0)=> type Item = #item;)
}

/// `new`, with this body.
pub(crate) fn expand_new(endpoint: &Endpoint, body: &TokenStream) -> TokenStream {
    let vis = visibility(endpoint);
    let docs = docs::new(endpoint);
    let arguments = endpoint.required().map(|field| {
        let (cfgs, ident, ty) = (field.cfgs(), &field.ident, argument(endpoint, field));
        quote!(#(#cfgs)* #ident: #ty)
    });
    quote_spanned! {at(endpoint.ident.span())=>
        #docs #[inline] #vis fn new(#(#arguments),*) -> Self { #body }
    }
}

/// The setter of a field, with this body.
pub(crate) fn expand_setter(endpoint: &Endpoint, field: &Field, body: &TokenStream) -> TokenStream {
    let (krate, kind) = (&endpoint.krate, &endpoint.kind);
    let Field { attrs, ident, value, .. } = field;
    let vis = visibility(endpoint);
    let docs = docs::setter(field);
    let attrs = attrs.iter().filter(|attr| belongs_to_setter(attr));
    let convert = matches!(field.takes, Takes::Convert);
    let (params, ty) = if field.presence == Presence::Patch {
        let by = match field.takes {
            Takes::Exact => quote!(Exact),
            Takes::Convert => quote!(Convert<#kind>),
            Takes::Each(_) => quote!(Each),
            Takes::EachConvert(_) => quote!(EachConvert),
        };
        let params = convert.then(|| quote!(<#kind>));
        (params, quote!(impl #krate::patch::IntoPatch<#value, #krate::patch::#by>))
    } else {
        (None, argument(endpoint, field))
    };
    quote_spanned! {at(ident.span())=>
        #docs #(#attrs)* #[inline] #vis fn #ident #params (mut self, #ident: #ty) -> Self { #body }
    }
}

fn belongs_to_setter(attr: &Attribute) -> bool {
    let path = attr.path();
    // Plain documentation is written with the place, above.
    (path.is_ident("doc") && !docs::is_doc(attr))
        || path.is_ident("allow")
        || path.is_ident("cfg")
        || path.is_ident("cfg_attr")
        || path.is_ident("deprecated")
}

/// The type of the argument that fills a field.
fn argument(endpoint: &Endpoint, field: &Field) -> TokenStream {
    let (krate, value) = (&endpoint.krate, &field.value);
    match &field.takes {
        Takes::Exact => quote!(#value),
        Takes::Convert => quote!(impl #krate::IntoValue<#value>),
        Takes::Each(item) => quote!(impl ::core::iter::IntoIterator<Item = #item>),
        Takes::EachConvert(item) => {
            quote!(impl ::core::iter::IntoIterator<Item: #krate::IntoValue<#item>>)
        }
    }
}

/// `send`, with this body.
pub(crate) fn expand_send(
    endpoint: &Endpoint,
    response: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let (krate, vis) = (&endpoint.krate, visibility(endpoint));
    quote_spanned! {at(endpoint.ident.span())=>
        /// Sends the request, and decodes the answer.
        ///
        /// # Errors
        ///
        /// When the request cannot be sent, is refused, or is answered with something else than expected.
        #[inline]
        #vis fn send(&self, client: &#krate::Client) -> #krate::ResponseFuture<#response> { #body }
    }
}

/// `send_blocking`, with this body, for whoever has the feature.
pub(crate) fn expand_send_blocking(
    endpoint: &Endpoint,
    response: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let (krate, vis) = (&endpoint.krate, visibility(endpoint));
    quote! {
        #krate::if_blocking! {
            /// Sends the request, and waits for the decoded answer: for code without an async runtime.
            ///
            /// # Errors
            ///
            /// As `send`; and within an async runtime, which it would hold up.
            #[inline]
            #vis fn send_blocking(&self, client: &#krate::Client) -> #krate::Result<#response> { #body }
        }
    }
}

/// `request`, with this body.
pub(crate) fn expand_request(endpoint: &Endpoint, body: &TokenStream) -> TokenStream {
    let (krate, vis) = (&endpoint.krate, visibility(endpoint));
    quote_spanned! {at(endpoint.ident.span())=>
        /// Builds the request without sending it.
        ///
        /// # Errors
        ///
        /// When a value cannot be sent in its place.
        #[inline]
        #vis fn request(&self) -> #krate::Result<#krate::http::Request<#krate::Body>> { #body }
    }
}

/// `pages` and `items`, with these bodies, if the answer is a page.
pub(crate) fn expand_lists(
    endpoint: &Endpoint,
    pages: &TokenStream,
    items: &TokenStream,
) -> Option<TokenStream> {
    let Response::Page { cursor: Some(_), .. } = &endpoint.response else { return None };
    let (krate, vis) = (&endpoint.krate, visibility(endpoint));
    Some(quote_spanned! {at(endpoint.ident.span())=>
        /// All pages from this one on, each fetched when it is asked for.
        #[inline]
        #vis fn pages(self, client: &#krate::Client) -> #krate::Pages<Self> { #pages }

        /// The items of all pages from this one on, each page fetched when it is needed.
        #[inline]
        #vis fn items(self, client: &#krate::Client) -> #krate::Items<Self> { #items }
    })
}

/// The type that an answer is decoded into, unless it is wrong.
pub(crate) fn response(endpoint: &Endpoint) -> Option<TokenStream> {
    let krate = &endpoint.krate;
    match &endpoint.response {
        Response::Unknown => None,
        Response::Value => Some(quote!(#krate::Value)),
        Response::Page { ty, .. } => Some(quote!(#ty)),
        Response::Empty(ty)
        | Response::Json(ty)
        | Response::Bytes(ty)
        | Response::Download(ty)
        | Response::Redirect(ty) => Some(quote!(#ty)),
    }
}

/// Removes from an item of the wrong kind what only `#[endpoint]` understands.
pub(crate) fn strip(data: &mut Data, is_ours: &dyn Fn(&Attribute) -> bool) {
    let keep = |field: &mut syn::Field| field.attrs.retain(|attr| !is_ours(attr));
    match data {
        Data::Struct(data) => data.fields.iter_mut().for_each(keep),
        Data::Enum(data) => data.variants.iter_mut().flat_map(|it| &mut it.fields).for_each(keep),
        Data::Union(data) => data.fields.named.iter_mut().for_each(keep),
    }
}
