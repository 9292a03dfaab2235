//! The expansion of an [`Endpoint`] without mistakes. Cannot fail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Path, ext::IdentExt};

use crate::{
    model::{
        Encoded, Endpoint, Field, Files, Location, Media, Presence, Response, ResponseKind,
        RetryClass, Takes, Whole,
    },
    tokens::{at, ends},
    write::{
        documentation,
        guards::expand_guards,
        signatures::{self, Moved},
    },
};

/// The struct and its impls.
pub(crate) fn expand(endpoint: &Endpoint) -> TokenStream {
    let item = signatures::expand_struct(endpoint);
    let inherent = expand_inherent(endpoint);
    let implementation = expand_endpoint(endpoint);
    let paginated = expand_paginated(endpoint);
    let guards = expand_guards(endpoint);
    [item, inherent, implementation].into_iter().chain(paginated).chain(guards).collect()
}

fn expand_inherent(endpoint: &Endpoint) -> TokenStream {
    let krate = &endpoint.krate;
    let new = expand_new(endpoint);
    let setters = endpoint.optional().map(|field| expand_setter(endpoint, field));
    let response = quote!(<Self as #krate::Endpoint>::Response);
    let response = signatures::response(endpoint).unwrap_or(response);
    let send = signatures::expand_send(endpoint, &response, quote!(client.send(self)));
    let blocking = signatures::expand_send_blocking(endpoint, &response);
    let request = signatures::expand_request(endpoint, quote!(#krate::generated::build(self)));
    let pages = quote!(#krate::Pages::new(self, client));
    let items = quote!(#krate::Items::new(self, client));
    let lists = signatures::expand_lists(endpoint, &pages, &items);
    let functions = [new].into_iter().chain(setters).chain([send, blocking, request]).chain(lists);
    signatures::expand_inherent(endpoint, None, functions.collect())
}

fn expand_new(endpoint: &Endpoint) -> TokenStream {
    let krate = &endpoint.krate;
    let fields = endpoint.fields.iter().map(|field| {
        let (cfgs, ident) = (field.cfgs(), &field.ident);
        let value = match field.presence {
            Presence::Required => converted(krate, field),
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
        Presence::Patch => quote!(#krate::patch::IntoPatch::into_patch(#ident)),
        Presence::Required | Presence::Items => converted(krate, field),
    };
    let value = Moved::new(value);
    signatures::expand_setter(endpoint, field, quote!(self.#ident = #value; self))
}

/// The argument of a field's name as the field's value.
fn converted(krate: &Path, field: &Field) -> TokenStream {
    let ident = &field.ident;
    match field.takes {
        Takes::Exact => quote!(#ident),
        Takes::Convert => quote!(#krate::IntoValue::into_value(#ident)),
        Takes::Each(_) => {
            quote!(::core::iter::Iterator::collect(::core::iter::IntoIterator::into_iter(#ident)))
        }
        Takes::EachConvert(_) => quote! {
            ::core::iter::Iterator::collect(::core::iter::Iterator::map(
                ::core::iter::IntoIterator::into_iter(#ident),
                #krate::IntoValue::into_value,
            ))
        },
    }
}

fn expand_endpoint(endpoint: &Endpoint) -> TokenStream {
    let krate = &endpoint.krate;
    let response = signatures::response(endpoint).unwrap_or_else(|| quote!(()));
    let response = signatures::expand_response(endpoint, &response);
    let spec = Moved::new(expand_spec(endpoint));
    let writer = if endpoint.fields.is_empty() { quote!(_) } else { quote!(writer) };
    let calls = endpoint.encoded().map(|encoded| expand_call(krate, &encoded));
    let calls: Moved = calls.collect();
    let (argument, decoded) = expand_decode(endpoint);
    let items = quote! {
        #response

        const SPEC: &'static #krate::Spec = #spec;

        #[inline]
        fn encode(&self, #writer: &mut #krate::RequestWriter) { #calls }

        #[inline]
        fn decode(#argument: #krate::RawResponse) -> #krate::Result<Self::Response> { #decoded }
    };
    signatures::expand_impl(endpoint, "Endpoint", items)
}

/// The argument and the body of `decode`.
fn expand_decode(endpoint: &Endpoint) -> (TokenStream, TokenStream) {
    let krate = &endpoint.krate;
    let decoded = match (&endpoint.decode, &endpoint.response) {
        // A function of another type is one error, at its path.
        (Some(function), _) => quote! {
            let decode: fn(#krate::RawResponse) -> #krate::Result<Self::Response> = #function;
            decode(response)
        },
        (None, Response::Unknown | Response::Value) => quote!(response.json::<#krate::Value>()),
        (None, Response::Type(kind, ty)) => match kind {
            ResponseKind::Json => quote!(response.json::<#ty>()),
            ResponseKind::Bytes => quote!(::core::result::Result::Ok(response.into_body())),
            ResponseKind::Download => quote!(response.download()),
            ResponseKind::Redirect => quote!(response.redirect()),
            ResponseKind::Events(item) => quote!(response.events::<#item>()),
            ResponseKind::Lines(item) => quote!(response.lines::<#item>()),
            ResponseKind::Empty => return (quote!(_), quote!(::core::result::Result::Ok(()))),
        },
    };
    (quote!(response), decoded)
}

/// How the response is decoded, as the runtime names it; nothing for JSON.
fn response_kind(endpoint: &Endpoint) -> Option<&'static str> {
    let kind = match &endpoint.response {
        Response::Unknown | Response::Value => &ResponseKind::Json,
        Response::Type(kind, _) => kind,
    };
    match kind {
        ResponseKind::Json if endpoint.pagination.is_some() => Some("Page"),
        ResponseKind::Json | ResponseKind::Empty if endpoint.decode.is_some() => Some("Custom"),
        ResponseKind::Json => None,
        ResponseKind::Empty => Some("Empty"),
        ResponseKind::Bytes => Some("Bytes"),
        ResponseKind::Download => Some("Download"),
        ResponseKind::Redirect => Some("Redirect"),
        ResponseKind::Events(_) => Some("Events"),
        ResponseKind::Lines(_) => Some("Lines"),
    }
}

fn expand_spec(endpoint: &Endpoint) -> TokenStream {
    let (krate, path) = (&endpoint.krate, &endpoint.path);
    let name = endpoint.ident.unraw().to_string();
    let method = Ident::new(endpoint.method.name(), Span::call_site());
    let params = endpoint.encoded().map(|encoded| expand_param(&encoded));
    let params: Moved = params.collect();
    let params = (!endpoint.fields.is_empty()).then(|| Moved::new(quote!(.params(&[#params]))));
    let retry_class = endpoint.retry_class.map(|class| {
        let class = match class {
            RetryClass::Safe => quote!(Safe),
            RetryClass::Idempotent => quote!(Idempotent),
            RetryClass::Never => quote!(Never),
        };
        quote!(.retry_class(#krate::RetryClass::#class))
    });
    let auth = endpoint.without_auth.then(|| quote!(.without_auth()));
    let kind = response_kind(endpoint).map(|kind| Ident::new(kind, Span::call_site()));
    let kind = kind.map(|kind| quote!(.response_kind(#krate::ResponseKind::#kind)));
    let response = &endpoint.response_text;
    let text = documentation::text(String::new(), &endpoint.attrs);
    let root = endpoint.root.as_ref().map(|root| quote!(.root(#root)));
    let query = (!endpoint.query.is_empty()).then_some(&endpoint.query);
    let query = query.map(|query| quote!(.query(#query)));
    let headers = endpoint.headers.iter().map(|(name, value)| quote!((#name, #value),));
    let headers = (!endpoint.headers.is_empty()).then(|| quote!(.headers(&[#(#headers)*])));
    let spec = quote! {
        #krate::Spec::new(#name, #krate::Method::#method, #path).described(#response, #text)
        #root #query #headers #params #retry_class #auth #kind
    };
    with_content_type(endpoint, spec)
}

/// Adds the content type, if there is a body; under the conditions of its fields, if all have some.
fn with_content_type(endpoint: &Endpoint, spec: TokenStream) -> TokenStream {
    let spec = Moved::new(spec);
    let bodies: Vec<&Field> = endpoint.fields.iter().filter(|field| is_body(field)).collect();
    let Some(first) = bodies.first() else { return quote!(&#spec) };
    if bodies.iter().any(|field| field.cfgs().next().is_none()) {
        let media = endpoint.content_type.as_deref().unwrap_or(media_type(first));
        return quote!(&#spec.content_type(#media));
    }
    let steps = bodies.iter().map(|field| {
        let media = endpoint.content_type.as_deref().unwrap_or(media_type(field));
        let cfgs = field.cfgs();
        quote!(#(#cfgs)* let spec = spec.content_type(#media);)
    });
    quote!(&{ let spec = #spec; #(#steps)* spec })
}

const fn is_body(field: &Field) -> bool {
    matches!(field.location, Location::Body(_) | Location::WholeBody(_)) || field.also.is_some()
}

const fn media_type(field: &Field) -> &'static str {
    match (field.location, &field.also) {
        (Location::WholeBody(Whole::Bytes | Whole::Stream), _) => "application/octet-stream",
        (Location::Body(Media::Form), _) | (_, Some((Media::Form, _))) => {
            "application/x-www-form-urlencoded"
        }
        (Location::Body(Media::Multipart), _) | (_, Some((Media::Multipart, _))) => {
            "multipart/form-data"
        }
        _ => "application/json",
    }
}

/// A parameter in the form that `Params` of the runtime reads: a text, since a call costs rustc more.
fn expand_param(encoded: &Encoded<'_>) -> TokenStream {
    let Encoded { field, location, wire } = *encoded;
    let (sent, name) = match location {
        Location::Path => ("path", wire),
        Location::Query { .. } => ("query", wire),
        Location::Header => ("header", wire),
        Location::Body(_) => ("body", wire),
        Location::WholeBody(_) => ("body", ""),
    };
    let name = name.replace('\n', " ");
    let required = if field.presence == Presence::Required { "!" } else { "" };
    let flattened = if field.flatten { "*" } else { "" };
    let ty = &field.ty_text;
    let page = field.page.as_ref().filter(|_| location != Location::Path);
    let page = page.map(|(rule, _)| format!("@{}", rule.text())).unwrap_or_default();
    let text = format!("{sent}{required}{flattened}{page}\n{name}\n{ty}\n");
    let (cfgs, text) = (field.cfgs(), documentation::text(text, &field.attrs));
    quote!(#(#cfgs)* #text,)
}

/// The call that writes a field.
fn expand_call(krate: &Path, encoded: &Encoded<'_>) -> TokenStream {
    let field = encoded.field;
    let call = match &field.serialize_with {
        Some(function) if encoded.location != Location::Path => {
            expand_call_with(krate, encoded, function)
        }
        _ => expand_plain_call(encoded),
    };
    let cfgs: Vec<&Attribute> = field.cfgs().collect();
    if cfgs.is_empty() { call } else { quote!(#(#cfgs)* { #call }) }
}

/// The call that writes a field which a function serializes. As in serde, it takes the whole field, `Option` and all; of a
/// `Patch` it takes the value.
fn expand_call_with(krate: &Path, encoded: &Encoded<'_>, function: &Path) -> TokenStream {
    let (wire, named) = (encoded.wire, &encoded.field.ident);
    let call = writer_call(encoded, &quote!(&value));
    let write = |value: TokenStream| quote!(let value = writer.value(#wire, #function(#value, #krate::generated::ValueSerializer)); #call);
    match encoded.field.presence {
        Presence::Optional => {
            let write = write(quote!(&self.#named));
            quote!(if self.#named.is_some() { #write })
        }
        Presence::Patch => {
            // By value it is the same as a plain field.
            let field = quote!(writer.field(#wire, &value););
            quote! {
                match &self.#named {
                    #krate::Patch::Keep => {}
                    #krate::Patch::Clear => writer.patch::<#krate::Value>(#wire, &#krate::Patch::Clear),
                    #krate::Patch::Set(value) => {
                        let value = writer.value(#wire, #function(value, #krate::generated::ValueSerializer));
                        #field
                    }
                }
            }
        }
        Presence::Required | Presence::Items => {
            let write = write(quote!(&self.#named));
            quote!({ #write })
        }
    }
}

/// If the field's type lacks a trait, rustc blames the argument, so the argument has the span of the type: `value` that of
/// a single token, `value.0` that from the first token to the last.
fn expand_plain_call(encoded: &Encoded<'_>) -> TokenStream {
    let field = encoded.field;
    let named = &field.ident;
    let is_matched = field.presence == Presence::Optional && optional_call(encoded).is_none();
    if field.basic && !is_matched {
        // No trait is missing, so nothing will be blamed; and it is less code for rustc.
        return writer_call(encoded, &quote!(&self.#named));
    }
    let (start, end) = field.ends;
    let value = Ident::new("value", start);
    let call = if let Some(end) = end {
        let mut index = Literal::usize_unsuffixed(0);
        index.set_span(end);
        writer_call(encoded, &quote!(#value.#index))
    } else {
        writer_call(encoded, &value)
    };
    let call = Moved::new(call);
    match (is_matched, end.is_some()) {
        (false, false) => quote!({ let #value = &self.#named; #call }),
        (false, true) => quote!({ let #value = (&self.#named,); #call }),
        (true, false) => {
            quote!(if let ::core::option::Option::Some(#value) = &self.#named { #call })
        }
        (true, true) => quote! {
            if let ::core::option::Option::Some(#value) = &self.#named { let #value = (#value,); #call }
        },
    }
}

/// The method that takes the whole `Option`, if there is one: it is less code for rustc than an `if`.
fn optional_call(encoded: &Encoded<'_>) -> Option<Ident> {
    let name = match encoded.location {
        _ if encoded.field.presence != Presence::Optional
            || encoded.field.serialize_with.is_some() =>
        {
            return None;
        }
        Location::Query { comma: false } => "optional_query",
        Location::Body(Media::Json) => "optional_field",
        _ => return None,
    };
    Some(Ident::new(name, Span::call_site()))
}

fn writer_call(encoded: &Encoded<'_>, value: &dyn ToTokens) -> TokenStream {
    let Encoded { field, location, wire } = *encoded;
    if field.flatten {
        return match location {
            Location::Body(Media::Json) => quote!(writer.flatten(#wire, #value);),
            Location::Body(Media::Form) => quote!(writer.form_flatten(#wire, #value);),
            Location::Body(Media::Multipart) => quote!(writer.part_flatten(#wire, #value);),
            _ => quote!(writer.query_flatten(#wire, #value);),
        };
    }
    if let Some(method) = optional_call(encoded) {
        return quote!(writer.#method(#wire, #value););
    }
    match (location, field.presence) {
        (Location::Path, _) if field.several => quote!(writer.path_segments(#wire, #value);),
        (Location::Path, _) => quote!(writer.path(#wire, #value);),
        (Location::Query { comma: false }, _) => quote!(writer.query(#wire, #value);),
        (Location::Query { comma: true }, _) => quote!(writer.query_comma(#wire, #value);),
        (Location::Header, _) => {
            let name = wire.to_ascii_lowercase();
            quote!(writer.header(#name, #value);)
        }
        (Location::Body(Media::Form), _) => quote!(writer.form(#wire, #value);),
        (Location::Body(Media::Multipart), _) => match field.files {
            Some(Files::One) => quote!(writer.file(#wire, ::core::slice::from_ref(#value));),
            Some(Files::Several) => quote!(writer.file(#wire, #value);),
            None => quote!(writer.part(#wire, #value);),
        },
        (Location::Body(Media::Json), Presence::Patch) => quote!(writer.patch(#wire, #value);),
        (Location::Body(Media::Json), _) => quote!(writer.field(#wire, #value);),
        (Location::WholeBody(Whole::Json), _) => quote!(writer.body(#value);),
        (Location::WholeBody(Whole::Bytes), _) => quote!(writer.body_bytes(#value);),
        (Location::WholeBody(Whole::Stream), _) => quote!(writer.body_stream(#value);),
    }
}

fn expand_paginated(endpoint: &Endpoint) -> Option<TokenStream> {
    let pagination = endpoint.pagination.as_ref()?;
    let Field { ident, value, ends: (start, _), .. } = endpoint.fields.get(pagination.position)?;
    let position = quote_spanned!(at(*start)=> type Position = #value;);
    let body = quote!(&mut self.#ident);
    let items = signatures::expand_paginated(endpoint, pagination, &position, body);
    let size = pagination.size.and_then(|size| endpoint.fields.get(size)).map(|field| {
        // rustc blames the argument if the type has no size.
        let value = Ident::new("value", ends(&field.ty).0);
        let (krate, ident) = (&endpoint.krate, &field.ident);
        quote! {
            #[inline]
            fn page_size(&self) -> ::core::option::Option<u64> {
                let #value = &self.#ident;
                #krate::PageSize::page_size(#value)
            }
        }
    });
    Some(signatures::expand_impl(endpoint, "Paginated", quote!(#items #size)))
}
