//! The signatures of what is generated: the same with a body, and as a stub beside errors.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Attribute, Data, Visibility};

use crate::{
    docs,
    model::{Endpoint, Field, Presence},
    response::Response,
    types::Takes,
};

/// The struct, with its marks gone and its path parameters in it.
pub(crate) fn expand_struct(endpoint: &Endpoint) -> TokenStream {
    let Endpoint { attrs, vis, ident, generics, fields, .. } = endpoint;
    let docs = docs::opening(endpoint);
    let must_use = (!attrs.iter().any(|attr| attr.path().is_ident("must_use")))
        .then(|| quote!(#[must_use = "a request does nothing until it is sent"]));
    let fields = fields.iter().map(|field| {
        let Field { attrs, vis, ident, ty, .. } = field;
        let docs = docs::place(field);
        quote!(#(#attrs)* #docs #vis #ident: #ty)
    });
    let where_clause = &generics.where_clause;
    let head = quote!(#docs #(#attrs)* #must_use #vis struct #ident #generics #where_clause);
    if endpoint.unit { quote!(#head;) } else { quote!(#head { #(#fields),* }) }
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
    quote! {
        #[allow(dead_code, clippy::new_without_default, clippy::too_many_arguments)]
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
    quote! {
        #[automatically_derived]
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
    let ours = |span: Span| Span::call_site().located_at(span);
    match &mut vis {
        Visibility::Public(token) => token.span = ours(token.span),
        Visibility::Restricted(restricted) => {
            restricted.pub_token.span = ours(restricted.pub_token.span);
        }
        Visibility::Inherited => {}
    }
    vis
}

/// `new`, with this body.
pub(crate) fn expand_new(endpoint: &Endpoint, body: &TokenStream) -> TokenStream {
    let vis = visibility(endpoint);
    let docs = docs::new(endpoint);
    let arguments = endpoint.required().map(|field| {
        let (cfgs, ident, ty) = (field.cfgs(), &field.ident, argument(field));
        quote!(#(#cfgs)* #ident: #ty)
    });
    quote!(#docs #[inline] #[must_use] #vis fn new(#(#arguments),*) -> Self { #body })
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
        (None, argument(field))
    };
    quote!(#docs #(#attrs)* #[inline] #[must_use] #vis fn #ident #params (mut self, #ident: #ty) -> Self { #body })
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
fn argument(field: &Field) -> TokenStream {
    let value = &field.value;
    match &field.takes {
        Takes::Exact => quote!(#value),
        Takes::Convert => quote!(impl ::core::convert::Into<#value>),
        Takes::Each(item) => quote!(impl ::core::iter::IntoIterator<Item = #item>),
        Takes::EachConvert(item) => {
            quote!(impl ::core::iter::IntoIterator<Item: ::core::convert::Into<#item>>)
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
    quote! {
        /// Sends the request, and decodes the answer.
        ///
        /// # Errors
        ///
        /// When the request cannot be sent, is refused, or is answered with something else than expected.
        #[inline]
        #vis fn send(&self, client: &#krate::Client) -> #krate::ResponseFuture<#response> { #body }
    }
}

/// `request`, with this body.
pub(crate) fn expand_request(endpoint: &Endpoint, body: &TokenStream) -> TokenStream {
    let (krate, vis) = (&endpoint.krate, visibility(endpoint));
    quote! {
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
    Some(quote! {
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
        Response::Empty(ty) | Response::Json(ty) | Response::Bytes(ty) | Response::Redirect(ty) => {
            Some(quote!(#ty))
        }
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
