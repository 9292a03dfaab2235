//! The expansion of an [`Endpoint`] without mistakes. Cannot fail.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Path};

use crate::{
    model::{
        Encoded, Endpoint, Field, Files, ListStyle, Location, Media, PartType, Presence, Response,
        ResponseKind, Segments, Takes, Whole,
    },
    tokens::{at, end_of, ends, start_of},
    write::{
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
        Presence::Patch => quote!(#krate::patch::IntoPatch::into_patch(#ident)),
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
    let writes = endpoint.encoded().next().is_some();
    let writer = if writes { quote!(writer) } else { quote!(_) };
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
    signatures::expand_impl(endpoint, "Endpoint", items)
}

/// Returns the argument and the body of `decode`.
fn expand_decode(endpoint: &Endpoint) -> (TokenStream, TokenStream) {
    let krate = &endpoint.krate;
    let own = quote!(Self::Response);
    let decoded = match (&endpoint.decode, &endpoint.response) {
        // A function of another type causes one error, at its path.
        (Some(function), _) => quote! {
            let decode: fn(#krate::RawResponse) -> #krate::Result<Self::Response> = #function;
            decode(response)
        },
        (None, Response::Unknown | Response::Wrong(_) | Response::Value) => {
            quote!(response.json::<#krate::Value>())
        }
        (None, Response::Type(kind, ty)) => match kind {
            ResponseKind::Json => {
                // If the type were written again, rustc would report an invalid one twice. It reports these tokens
                // instead.
                let (start, end) = ends(ty);
                let own = quote_spanned!(start_of(start)=> Self);
                let response = Ident::new("Response", end_of(end.unwrap_or(start)));
                quote!(response.json::<#own::#response>())
            }
            ResponseKind::Bytes | ResponseKind::Download | ResponseKind::Redirect => {
                signatures::recognized(krate, &own, &quote!(decode(response)))
            }
            // An item without its own arguments would be reported twice.
            ResponseKind::Events(_) if !endpoint.names_response => {
                signatures::recognized(krate, &own, &quote!(decode(response)))
            }
            ResponseKind::Events(item) | ResponseKind::Lines(item) => {
                signatures::recognized(krate, &own, &quote!(stream::<#item>(response)))
            }
            ResponseKind::Empty => return (quote!(_), quote!(::core::result::Result::Ok(()))),
        },
    };
    (quote!(response), decoded)
}

/// Returns the call that writes a field.
fn expand_call(krate: &Path, encoded: &Encoded<'_>) -> TokenStream {
    let field = encoded.field;
    let mut call = match &field.serialize_with {
        Some(function) if encoded.location != Location::Path => {
            expand_call_with(krate, encoded, function)
        }
        _ => expand_plain_call(encoded),
    };
    if encoded.location == Location::WholeBody(Whole::Named) || is_own_file(encoded) {
        call = quote!({
            #[allow(unused_imports)]
            use #krate::checks::{Own as _, named};
            #call
        });
    }
    let cfgs: Vec<&Attribute> = field.cfgs().collect();
    if cfgs.is_empty() { call } else { quote!(#(#cfgs)* { #call }) }
}

/// Returns the call that writes a field with a serialization function. As in serde, the function takes the whole field,
/// including an `Option`. For a `Patch`, it takes the value.
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
            // The value is sent like that of a required field.
            let is_whole = encoded.location == Location::WholeBody(Whole::Json);
            let (clear, set) = if is_whole {
                (quote!(writer.body(&#krate::Value::Null)), quote!(writer.body(&value);))
            } else {
                let clear = quote!(writer.patch::<#krate::Value>(#wire, &#krate::Patch::Clear));
                (clear, quote!(writer.field(#wire, &value);))
            };
            quote! {
                match &self.#named {
                    #krate::Patch::Keep => {}
                    #krate::Patch::Clear => #clear,
                    #krate::Patch::Set(value) => {
                        let value = writer.value(#wire, #function(value, #krate::generated::ValueSerializer));
                        #set
                    }
                }
            }
        }
        Presence::Items if field_is_json_part(encoded.field) => {
            let write = write(quote!(&self.#named));
            quote!(if !self.#named.is_empty() { #write })
        }
        Presence::Required | Presence::Nullable | Presence::Items => {
            let write = write(quote!(&self.#named));
            quote!({ #write })
        }
    }
}

/// Returns the value in parentheses with the span of a user's token. rustc reports the token. An editor sees no token
/// for the parentheses, so it does not take the user's token for the value.
fn in_place_of(token: Span, value: &Ident) -> Group {
    let mut group = Group::new(Delimiter::Parenthesis, value.to_token_stream());
    group.set_span(token);
    group
}

/// If the field's type lacks a trait, rustc reports the argument, so the argument has the span of the type. `(value)` has
/// the span of a single token, `value.0` the span from the first token to the last.
fn expand_plain_call(encoded: &Encoded<'_>) -> TokenStream {
    let field = encoded.field;
    let named = &field.ident;
    if field_is_json_part(field) && field.presence == Presence::Items {
        // An empty list is omitted, and as JSON it would be `[]`.
        let call = writer_call(encoded, &quote!(&self.#named));
        return quote!(if !self.#named.is_empty() { #call });
    }
    let is_matched = is_matched(encoded);
    if field.basic && !is_matched {
        // A basic type lacks no trait, so rustc reports nothing, and has less code to compile.
        return writer_call(encoded, &quote!(&self.#named));
    }
    let (start, end) = field.ends;
    let value = Ident::new("value", start_of(start));
    let call = if let Some(end) = end {
        let mut index = Literal::usize_unsuffixed(0);
        index.set_span(end_of(end));
        writer_call(encoded, &quote!(#value.#index))
    } else {
        writer_call(encoded, &in_place_of(start, &value))
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

const fn field_is_json_part(field: &Field) -> bool {
    matches!(field.part, Some(PartType::Json))
}

/// Returns `true` if an `Option` is matched because no method takes it whole.
fn is_matched(encoded: &Encoded<'_>) -> bool {
    encoded.field.presence == Presence::Optional && optional_call(encoded).is_none()
}

/// Returns `true` if the field is a member of JSON and has the type name of a file.
fn is_own_file(encoded: &Encoded<'_>) -> bool {
    let Encoded { field, location, .. } = encoded;
    *location == Location::Body(Media::Json)
        && field.files.is_some()
        && field.presence != Presence::Patch
        && !field.flatten
        && field.serialize_with.is_none()
}

/// Returns the method that takes the whole `Option`, if there is one. It is less code for rustc than an `if`.
fn optional_call(encoded: &Encoded<'_>) -> Option<Ident> {
    let name = match encoded.location {
        _ if encoded.field.presence != Presence::Optional
            || encoded.field.flatten
            || encoded.field.serialize_with.is_some()
            || is_own_file(encoded) =>
        {
            return None;
        }
        Location::Query if !is_query_of_its_own(encoded.field) => "optional_query",
        Location::Header if encoded.field.idempotency_key => "idempotency_key",
        Location::Body(Media::Json) => "optional_field",
        _ => return None,
    };
    Some(Ident::new(name, Span::call_site()))
}

/// Returns `true` if the field itself sets the form of its list in the query.
const fn is_query_of_its_own(field: &Field) -> bool {
    matches!(field.list, ListStyle::Comma | ListStyle::Brackets)
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
        let wire = if location == Location::Header { &*wire.to_ascii_lowercase() } else { wire };
        return quote!(writer.#method(#wire, #value););
    }
    match (location, field.presence) {
        (Location::Path, _) => match field.segments {
            Segments::One => quote!(writer.path(#wire, #value);),
            Segments::Slashes => quote!(writer.path_slashes(#wire, #value);),
            Segments::Several => quote!(writer.path_segments(#wire, #value);),
        },
        (Location::Query, _) => match field.list {
            ListStyle::Repeat => quote!(writer.query(#wire, #value);),
            ListStyle::Comma => quote!(writer.query_comma(#wire, #value);),
            ListStyle::Brackets => quote!(writer.query_brackets(#wire, #value);),
        },
        (Location::Header, _) => {
            let name = wire.to_ascii_lowercase();
            match field.list {
                ListStyle::Comma => quote!(writer.header_list(#name, #value);),
                _ => quote!(writer.header(#name, #value);),
            }
        }
        (Location::Body(Media::Form), _) => quote!(writer.form(#wire, #value);),
        (Location::Body(Media::Multipart), _) => match field.files {
            Some(Files::One) => quote!(writer.file(#wire, ::core::slice::from_ref(#value));),
            Some(Files::Several) => {
                let has_brackets = field.list != ListStyle::Brackets || wire.ends_with("[]");
                let brackets = if has_brackets { "" } else { "[]" };
                let wire = format!("{wire}{brackets}");
                quote!(writer.file(#wire, #value);)
            }
            None => match &field.part {
                None => quote!(writer.part(#wire, #value);),
                Some(PartType::Json) => quote!(writer.part_json(#wire, #value);),
                Some(PartType::Text(media)) => quote!(writer.part_as(#wire, #media, #value);),
            },
        },
        (Location::Body(Media::Json), Presence::Patch) => quote!(writer.patch(#wire, #value);),
        (Location::Body(Media::Json), _) if is_own_file(encoded) => {
            // rustc reports the method if the type is not the user's own.
            let method = Ident::new("field", at(field.ends.0));
            quote!(named(#value).#method(writer, #wire, #value);)
        }
        (Location::Body(Media::Json), _) => quote!(writer.field(#wire, #value);),
        (Location::WholeBody(Whole::Json), Presence::Patch) => quote!(writer.body_patch(#value);),
        (Location::WholeBody(Whole::Json), _) => quote!(writer.body(#value);),
        (Location::WholeBody(Whole::Named), _) => quote!(named(#value).body(writer, #value);),
        (Location::Nowhere, _) => TokenStream::new(),
    }
}

fn expand_paginated(endpoint: &Endpoint) -> Option<TokenStream> {
    let pagination = endpoint.pagination.as_ref()?;
    let Field { ident, value, ends: (start, _), .. } = endpoint.fields.get(pagination.position)?;
    let position = signatures::expand_type(*start, "Position", value);
    let body = quote!(&mut self.#ident);
    let items = signatures::expand_paginated(endpoint, pagination, &position, body);
    let size = pagination.size.and_then(|size| endpoint.fields.get(size)).map(|field| {
        // rustc reports the argument if the type has no size.
        let (start, _) = ends(&field.ty);
        let value = Ident::new("value", start_of(start));
        let argument = in_place_of(start, &value);
        let (krate, ident) = (&endpoint.krate, &field.ident);
        quote! {
            #[inline]
            #[allow(unused_parens, clippy::double_parens)]
            fn page_size(&self) -> ::core::option::Option<u64> {
                let #value = &self.#ident;
                #krate::PageSize::page_size(#argument)
            }
        }
    });
    Some(signatures::expand_impl(endpoint, "Paginated", quote!(#items #size)))
}
