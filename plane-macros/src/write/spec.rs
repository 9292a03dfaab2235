//! `SPEC`: the description of a request as data.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use crate::{
    model::{
        Encoded, Endpoint, Field, ListStyle, Location, Media, Method, PartType, Presence, Response,
        ResponseKind, RetryClass, Segments, Whole,
    },
    write::{
        documentation,
        signatures::{Moved, recognized},
    },
};

/// Returns the description of a request.
pub(crate) fn expand_spec(endpoint: &Endpoint) -> TokenStream {
    let (krate, path) = (&endpoint.krate, &endpoint.path);
    let name = endpoint.ident.unraw().to_string();
    let method = Ident::new(endpoint.method.name(), Span::call_site());
    let params = endpoint.encoded().map(|encoded| expand_param(&encoded));
    let params: Moved = params.collect();
    let has_params = endpoint.encoded().next().is_some();
    let params = has_params.then(|| Moved::new(quote!(.params(&[#params]))));
    let retry_class = endpoint.retry_class.map(|class| {
        let class = match class {
            RetryClass::Safe => quote!(Safe),
            RetryClass::Idempotent => quote!(Idempotent),
            RetryClass::Never => quote!(Never),
        };
        quote!(.retry_class(#krate::RetryClass::#class))
    });
    let optional_body = endpoint.optional_body.then(|| quote!(.optional_body()));
    let brackets = endpoint.brackets.then(|| quote!(.brackets()));
    let routes_decoded = endpoint.routes_decoded.then(|| quote!(.routes_decoded()));
    let auth = endpoint.without_auth.then(|| quote!(.without_auth()));
    let kind = response_kind(endpoint).map(|kind| {
        let is_recognized = matches!(kind, "Bytes" | "Download" | "Redirect" | "Events" | "Lines");
        let kind = Ident::new(kind, Span::call_site());
        if is_recognized {
            recognized(krate, &quote!(<Self as #krate::Endpoint>::Response), &quote!(KIND))
        } else {
            quote!(#krate::ResponseKind::#kind)
        }
    });
    let kind = kind.map(|kind| quote!(.response_kind(#kind)));
    let response = &endpoint.response_text;
    let text = documentation::text(String::new(), &endpoint.attrs);
    let root = endpoint.root.as_ref().map(|root| quote!(.root(#root)));
    let query = (!endpoint.query.is_empty()).then_some(&endpoint.query);
    let query = query.map(|query| quote!(.query(#query)));
    let headers = endpoint.headers.iter().map(|(name, value)| quote!((#name, #value),));
    let headers = (!endpoint.headers.is_empty()).then(|| quote!(.headers(&[#(#headers)*])));
    let spec = quote! {
        #krate::Spec::new(#name, #krate::Method::#method, #path).described(#response, #text)
        #root #query #headers #params #retry_class #auth #kind #optional_body #brackets #routes_decoded
    };
    with_conditions(endpoint, spec)
}

/// Returns the runtime's name for the decoding of the response; nothing for JSON.
fn response_kind(endpoint: &Endpoint) -> Option<&'static str> {
    let kind = match &endpoint.response {
        Response::Unknown | Response::Wrong(_) | Response::Value => &ResponseKind::Json,
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

/// Returns a parameter as the text that `Params` of the runtime parses. A text costs rustc less than a call.
fn expand_param(encoded: &Encoded<'_>) -> TokenStream {
    let Encoded { field, location, wire } = *encoded;
    let (sent, name) = match location {
        Location::Path => ("path", wire),
        Location::Query => ("query", wire),
        Location::Header => ("header", wire),
        Location::Body(_) => ("body", wire),
        Location::WholeBody(_) | Location::Nowhere => ("body", ""),
    };
    let name = name.replace('\n', " ");
    let marks = marks(field, location);
    // The value of a path parameter that is sent in the body as well, which has another name there if it is renamed.
    let twin = field.also.as_ref().filter(|_| location != Location::Path);
    let twin = twin.map(|_| format!("={}", field.wire)).unwrap_or_default();
    let ty = &field.ty_text;
    let page = field.page.as_ref().filter(|_| location != Location::Path);
    let page = page.map(|(rule, _)| format!("@{}", rule.text())).unwrap_or_default();
    let part = match &field.part {
        None => "",
        Some(PartType::Json) => ";application/json",
        Some(PartType::Text(media)) => &format!(";{media}"),
    };
    let text = format!("{sent}{marks}{twin}{page}{part}\n{name}\n{ty}\n");
    let (cfgs, text) = (field.cfgs(), documentation::text(text, &field.attrs));
    quote!(#(#cfgs)* #text,)
}

/// Returns the properties of a parameter apart from its location, in the characters of `Params`.
fn marks(field: &Field, location: Location) -> String {
    let mut marks = String::new();
    if field.is_required() {
        marks.push('!');
    }
    if field.flatten {
        marks.push('*');
    }
    match field.list {
        ListStyle::Repeat => {}
        ListStyle::Comma => marks.push(','),
        ListStyle::Brackets => marks.push('['),
    }
    if location == Location::Path && field.segments == Segments::Slashes {
        marks.push('/');
    }
    if field.presence == Presence::Nullable {
        marks.push('?');
    }
    if field.idempotency_key {
        marks.push('#');
    }
    if field.serialize_with.is_some() && location != Location::Path {
        marks.push('~');
    }
    if matches!(field.part, Some(PartType::Json)) {
        marks.push('{');
    }
    marks
}

/// Adds the consequences of single fields: the content type if there is a body, and the retry class if there is an
/// idempotency key. If all these fields have conditions, so do the consequences.
fn with_conditions(endpoint: &Endpoint, mut spec: TokenStream) -> TokenStream {
    let krate = &endpoint.krate;
    let bodies: Vec<&Field> = endpoint.fields.iter().filter(|field| is_body(field)).collect();
    let content_type = |field: &Field| {
        let media = match (&endpoint.content_type, field.location) {
            (Some(media), _) => media.to_token_stream(),
            (None, Location::WholeBody(Whole::Named)) => {
                recognized(krate, &field.value.to_token_stream(), &quote!(MEDIA))
            }
            (None, _) => media_type(field).to_token_stream(),
        };
        quote!(.content_type(#media))
    };
    let keys = endpoint.fields.iter().filter(|field| {
        let is_implied = endpoint.retry_class.is_none()
            && matches!(endpoint.method, Method::Post | Method::Patch);
        field.idempotency_key && is_implied
    });
    let keys: Vec<&Field> = keys.collect();
    let retry_class = |_: &Field| quote!(.retry_class(#krate::RetryClass::Idempotent));
    let mut steps = Vec::new();
    add(&bodies, content_type, &mut spec, &mut steps);
    add(&keys, retry_class, &mut spec, &mut steps);
    let spec = Moved::new(spec);
    if steps.is_empty() {
        return quote!(&#spec);
    }
    quote!(&{ let spec = #spec; #(#steps)* spec })
}

/// Adds a call that follows from any of these fields: to the chain, or as statements with the conditions of the fields.
fn add(
    fields: &[&Field],
    call: impl Fn(&Field) -> TokenStream,
    chain: &mut TokenStream,
    steps: &mut Vec<TokenStream>,
) {
    if fields.iter().any(|field| field.cfgs().next().is_none()) {
        chain.extend(fields.first().map(|field| call(field)));
        return;
    }
    for field in fields {
        let (cfgs, call) = (field.cfgs(), call(field));
        steps.push(quote!(#(#cfgs)* let spec = spec #call;));
    }
}

const fn is_body(field: &Field) -> bool {
    matches!(field.location, Location::Body(_) | Location::WholeBody(_)) || field.also.is_some()
}

const fn media_type(field: &Field) -> &'static str {
    match (field.location, &field.also) {
        (Location::Body(Media::Form), _) | (_, Some((Media::Form, _))) => {
            "application/x-www-form-urlencoded"
        }
        (Location::Body(Media::Multipart), _) | (_, Some((Media::Multipart, _))) => {
            "multipart/form-data"
        }
        _ => "application/json",
    }
}
