//! The calls that write the fields of a request. The names of local values are unlikely: a pattern with the name of a
//! constant of the user would be that constant.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Path, spanned::Spanned};

use crate::{
    model::{
        Encoded, Field, ListStyle, Location, Media, PartType, Presence, Recognized, Segments, Whole,
    },
    tokens::{at, end_of, start_of},
    write::signatures::Moved,
};

/// Returns the call that writes a field.
pub(super) fn expand_call(krate: &Path, encoded: &Encoded<'_>) -> TokenStream {
    let field = encoded.field;
    let mut call = match &field.serialize_with {
        Some(function) if encoded.location != Location::Path => {
            expand_call_with(krate, encoded, function)
        }
        _ => expand_plain_call(krate, encoded),
    };
    if let Some(check) = check(encoded) {
        let names = match check {
            Check::WholeBody => quote!({Own as _, named}),
            _ => quote!({OwnValue as _, named_bytes, named_file}),
        };
        call = quote!({
            #[allow(unused_imports)]
            use #krate::checks::#names;
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
    let call = writer_call(encoded, &quote!(&__value));
    // rustc reports the string that names the function.
    let span = at(function.span());
    let located = |mut token: TokenTree| {
        token.set_span(token.span().located_at(span));
        token
    };
    let located_krate: TokenStream = krate.to_token_stream().into_iter().map(located).collect();
    let serialized = |value: TokenStream| {
        let krate = &located_krate;
        let called = quote_spanned!(span=> #function(#value, #krate::generated::ValueSerializer));
        let result = quote_spanned!(span=> #krate::checks::Serialized::result(#called));
        quote!(let __value = __writer.value(#wire, #result);)
    };
    let write = |value: TokenStream| {
        let serialized = serialized(value);
        quote!(#serialized #call)
    };
    let whole = quote_spanned!(span=> &self.#named);
    match encoded.field.presence {
        Presence::Optional => {
            let write = write(whole);
            quote!(if ::core::option::Option::is_some(&self.#named) { #write })
        }
        Presence::Patch => {
            // The value is sent like that of a required field.
            let is_whole = encoded.location == Location::WholeBody(Whole::Json);
            let (clear, set) = if is_whole {
                (quote!(__writer.body(&#krate::Value::Null)), quote!(__writer.body(&__value);))
            } else {
                let clear = quote!(__writer.patch::<#krate::Value>(#wire, &#krate::Patch::Clear));
                (clear, quote!(__writer.field(#wire, &__value);))
            };
            let serialized = serialized(quote_spanned!(span=> __value));
            quote! {
                match &self.#named {
                    #krate::Patch::Keep => {}
                    #krate::Patch::Clear => #clear,
                    #krate::Patch::Set(__value) => {
                        #serialized
                        #set
                    }
                }
            }
        }
        Presence::Items if field_is_json_part(encoded.field) => {
            let write = write(whole);
            quote!(if !::std::vec::Vec::is_empty(&self.#named) { #write })
        }
        Presence::Required | Presence::Nullable | Presence::Items => {
            let write = write(whole);
            quote!({ #write })
        }
    }
}

/// Returns the check of a pointer, which the compiler converts to a pointer to an object of the trait. The expression has the
/// span of the type between these tokens, so rustc reports the type.
pub(super) fn expand_rule(
    krate: &Path,
    rule: &str,
    (start, end): (Span, Option<Span>),
    pointer: &TokenStream,
) -> TokenStream {
    let rule = Ident::new(rule, Span::call_site());
    let mut group = Group::new(Delimiter::Parenthesis, quote!(#pointer,));
    group.set_span(start_of(start));
    let mut index = Literal::usize_unsuffixed(0);
    index.set_span(end_of(end.unwrap_or(start)));
    quote!(let _: *const (dyn #krate::checks::#rule + '_) = #group.#index;)
}

/// Returns the value in parentheses with the span of a user's token. rustc reports the token. An editor sees no token
/// for the parentheses, so it does not take the user's token for the value.
pub(super) fn in_place_of(token: Span, value: &Ident) -> Group {
    let mut group = Group::new(Delimiter::Parenthesis, value.to_token_stream());
    group.set_span(token);
    group
}

/// If the field's type lacks a trait, rustc reports the argument, so the argument has the span of the type. `(value)` has
/// the span of a single token, `value.0` the span from the first token to the last.
fn expand_plain_call(krate: &Path, encoded: &Encoded<'_>) -> TokenStream {
    let field = encoded.field;
    let named = &field.ident;
    let is_matched = is_matched(encoded);
    if field.basic && !is_matched {
        // A basic type lacks no trait, so rustc reports nothing, and has less code to compile.
        return writer_call(encoded, &quote!(&self.#named));
    }
    let (start, end) = field.ends;
    let value = Ident::new("__value", start_of(start));
    let argument = if let Some(end) = end {
        let mut index = Literal::usize_unsuffixed(0);
        index.set_span(end_of(end));
        quote!(#value.#index)
    } else {
        in_place_of(start, &value).into_token_stream()
    };
    let mut call = writer_call(encoded, &argument);
    if let Some(check) = check(encoded) {
        let named = type_of_value(field);
        if check != Check::Part && check != Check::WholeBody {
            let checked = quote!(#named(#argument).value(#argument));
            let checked = if end.is_some() { quote!((#checked,)) } else { checked };
            call = quote!(let #value = #checked; #call);
        }
        if let Some(rule) = check.rule(field.recognized) {
            let rule = expand_rule(krate, rule, field.ends, &quote!(#named(#argument).located()));
            call = quote!(#rule #call);
        }
    }
    if field_is_json_part(field) && field.presence == Presence::Items {
        // An empty list is omitted, and as JSON it would be `[]`.
        call = quote!(if !::std::vec::Vec::is_empty(&self.#named) { #call });
    }
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
pub(super) fn is_matched(encoded: &Encoded<'_>) -> bool {
    encoded.field.presence == Presence::Optional && optional_call(encoded).is_none()
}

/// The check of a type that has the name of one of the runtime's types.
#[derive(Clone, Copy, PartialEq)]
enum Check {
    /// The value: a rule fails for the runtime's type, and a value of the user's own type is unchanged.
    Value,
    /// The same for the value of a part with a declared type.
    PartValue,
    /// A part: a method writes both, each in its way.
    Part,
    /// A whole body: the same.
    WholeBody,
}

impl Check {
    /// Returns the rule that the runtime's type breaks.
    const fn rule(self, recognized: Option<Recognized>) -> Option<&'static str> {
        match (self, recognized) {
            (Self::Value, Some(Recognized::Bytes)) => Some("AsWholeBody"),
            (Self::Value, _) => Some("InMultipart"),
            (Self::PartValue | Self::Part, Some(Recognized::Bytes)) => Some("AsFile"),
            (Self::PartValue, _) => Some("WithoutPart"),
            (Self::Part | Self::WholeBody, _) => None,
        }
    }
}

/// Returns the check of a field that is serialized.
fn check(encoded: &Encoded<'_>) -> Option<Check> {
    let Encoded { field, location, .. } = encoded;
    if field.serialize_with.is_some() {
        return None;
    }
    match (location, &field.part, field.recognized?) {
        (Location::Path | Location::Header | Location::Nowhere, ..) => None,
        // A list of numbers, if a feature of its crate permits it.
        (_, Some(PartType::Json), Recognized::Bytes) => None,
        (_, Some(_), _) => Some(Check::PartValue),
        (Location::WholeBody(Whole::Named), ..) => Some(Check::WholeBody),
        (Location::Body(Media::Multipart), ..) if !field.flatten => Some(Check::Part),
        _ => Some(Check::Value),
    }
}

/// Returns the function that returns the type of the field's value, for its check.
fn type_of_value(field: &Field) -> Ident {
    let name = match field.recognized {
        Some(Recognized::Bytes) => "named_bytes",
        Some(Recognized::File) | None => "named_file",
    };
    Ident::new(name, Span::call_site())
}

/// Returns the method that takes the whole `Option`, if there is one. It is less code for rustc than an `if`.
fn optional_call(encoded: &Encoded<'_>) -> Option<Ident> {
    let name = match encoded.location {
        _ if encoded.field.presence != Presence::Optional
            || encoded.field.flatten
            || encoded.field.serialize_with.is_some()
            || check(encoded).is_some() =>
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
            Location::Body(Media::Json) => quote!(__writer.flatten(#wire, #value);),
            Location::Body(Media::Form) => quote!(__writer.form_flatten(#wire, #value);),
            Location::Body(Media::Multipart) => quote!(__writer.part_flatten(#wire, #value);),
            _ => quote!(__writer.query_flatten(#wire, #value);),
        };
    }
    if let Some(method) = optional_call(encoded) {
        let wire = if location == Location::Header { &*wire.to_ascii_lowercase() } else { wire };
        return quote!(__writer.#method(#wire, #value););
    }
    match (location, field.presence) {
        (Location::Path, _) => match field.segments {
            Segments::One => quote!(__writer.path(#wire, #value);),
            Segments::Slashes => quote!(__writer.path_slashes(#wire, #value);),
            Segments::Several => quote!(__writer.path_segments(#wire, #value);),
        },
        (Location::Query, _) => match field.list {
            ListStyle::Repeat => quote!(__writer.query(#wire, #value);),
            ListStyle::Comma => quote!(__writer.query_comma(#wire, #value);),
            ListStyle::Brackets => quote!(__writer.query_brackets(#wire, #value);),
        },
        (Location::Header, _) => {
            let name = wire.to_ascii_lowercase();
            match field.list {
                ListStyle::Comma => quote!(__writer.header_list(#name, #value);),
                _ => quote!(__writer.header(#name, #value);),
            }
        }
        (Location::Body(Media::Form), _) => quote!(__writer.form(#wire, #value);),
        (Location::Body(Media::Multipart), _) => match &field.part {
            None if check(encoded).is_some() => {
                let named = type_of_value(field);
                quote!(#named(#value).part(__writer, #wire, #value);)
            }
            None => quote!(__writer.part(#wire, #value);),
            Some(PartType::Json) => quote!(__writer.part_json(#wire, #value);),
            Some(PartType::Text(media)) => quote!(__writer.part_as(#wire, #media, #value);),
        },
        (Location::Body(Media::Json), Presence::Patch) => quote!(__writer.patch(#wire, #value);),
        (Location::Body(Media::Json), _) => quote!(__writer.field(#wire, #value);),
        (Location::WholeBody(Whole::Json), Presence::Patch) => quote!(__writer.body_patch(#value);),
        (Location::WholeBody(Whole::Json), _) => quote!(__writer.body(#value);),
        (Location::WholeBody(Whole::Named), _) => quote!(named(#value).body(__writer, #value);),
        (Location::Nowhere, _) => TokenStream::new(),
    }
}
