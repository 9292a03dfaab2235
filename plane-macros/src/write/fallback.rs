//! The expansion next to errors: the struct, and stubs with the same signatures, so that nothing else is reported.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use crate::{
    error::{Errors, Report},
    model::{Endpoint, Field, Response, Takes},
    write::signatures,
};

/// Returns the errors, the struct and its stubs. An `item` that is not a struct is emitted instead of the struct.
pub(crate) fn expand(
    endpoint: &Endpoint,
    item: Option<&dyn ToTokens>,
    mut errors: Errors,
) -> TokenStream {
    let krate = &endpoint.krate;
    let item = item.map_or_else(|| signatures::expand_struct(endpoint), ToTokens::to_token_stream);
    // If rustc accepts what cannot be read, contrary to expectation, it compiles no request that would not be sent.
    let never = if errors.count() == 0 {
        quote!(const { ::core::panic!("`#[endpoint]` cannot read this struct") })
    } else {
        quote!(loop {})
    };
    let projected = quote!(<Self as #krate::Endpoint>::Response);
    let known = signatures::response(endpoint);
    let new = signatures::expand_new(endpoint, never.clone());
    let mut report = None;
    let (response, alias) = match known {
        Some(ty) => signatures::expand_response(endpoint, &ty),
        None => {
            report = errors.take_as_type();
            (expand_unknown_response(endpoint, report.as_ref()), None)
        }
    };
    // Without a report, there is no type for an unknown `new`.
    let new = if endpoint.new_is_known || errors.count() == 0 && report.is_none() {
        new
    } else {
        // A report that is expanded twice is two errors, so an unknown response represents both.
        let taken = if report.is_none() { errors.take_as_type() } else { None };
        let ty = taken.as_ref().map_or(&projected, Report::as_type).clone();
        report = report.or(taken);
        expand_unknown_new(endpoint, &new, &ty)
    };
    let mut reports: Vec<Report> = report.into_iter().collect();
    let setters = endpoint.optional().filter(|field| field.settable).map(|field| {
        let setter = signatures::expand_setter(endpoint, field, never.clone());
        // Under a condition, the report could be lost.
        let is_unknown = matches!(field.takes, Takes::Anything) && field.cfgs().next().is_none();
        let Some(report) = is_unknown.then(|| errors.take_as_type()).flatten() else {
            return setter;
        };
        let unknown = expand_unknown_setter(endpoint, field, &setter, &report);
        reports.push(report);
        unknown
    });
    let setters: TokenStream = setters.collect();
    let send = signatures::expand_send(endpoint, &projected, never.clone());
    let send = or_setter(endpoint, "send", send, &mut errors, &mut reports);
    let blocking = signatures::expand_send_blocking(endpoint, &projected);
    let request = signatures::expand_request(endpoint, never.clone());
    let request = or_setter(endpoint, "request", request, &mut errors, &mut reports);
    let reports = reports.into_iter().map(Report::for_editors);
    let lists = signatures::expand_lists(endpoint, &never, &never);
    // This uses the import of the response type.
    let wrong = match &endpoint.response {
        Response::Wrong(ty) => Some(quote!(#[doc(hidden)] fn __response(_: #ty) {})),
        _ => None,
    };
    let inherent = signatures::expand_inherent(
        endpoint,
        Some(quote!(#[allow(unused_mut, unused_variables)])),
        quote!(#new #setters #send #request #lists #wrong),
    );
    let implementation = expand_endpoint(endpoint, &response, alias);
    let missing = signatures::expand_missing_lists(endpoint);
    let paginated = expand_paginated(endpoint);
    let errors = errors.finish();
    quote!(#(#reports)* #errors #item #inherent #blocking #implementation #missing #paginated)
}

/// Returns the response type that only an editor may guess.
fn expand_unknown_response(endpoint: &Endpoint, report: Option<&Report>) -> TokenStream {
    let krate = &endpoint.krate;
    let (guess, _) = signatures::expand_response(endpoint, &quote!(#krate::Value));
    let Some(report) = report else { return guess };
    let (unknown, _) = signatures::expand_response(endpoint, report.as_type());
    quote!(#[cfg(miri)] #guess #[cfg(not(miri))] #unknown)
}

/// Returns `new` with arguments that only an editor may guess.
fn expand_unknown_new(endpoint: &Endpoint, guess: &TokenStream, ty: &TokenStream) -> TokenStream {
    let vis = &endpoint.functions_vis;
    quote! {
        #[cfg(miri)] #guess
        #[cfg(not(miri))]
        #[allow(missing_docs, non_upper_case_globals)] #vis const new: #ty = loop {};
    }
}

/// Returns a setter whose argument only an editor may guess. Its type is in an impl that the report leaves undecided, so any
/// argument will do, also one that infers nothing, such as `None`.
fn expand_unknown_setter(
    endpoint: &Endpoint,
    field: &Field,
    guess: &TokenStream,
    report: &Report,
) -> TokenStream {
    let Endpoint { krate, functions_vis: vis, .. } = endpoint;
    let (name, ty) = (&field.ident, report.as_type());
    quote! {
        #[cfg(miri)] #guess
        #[cfg(not(miri))]
        #[allow(missing_docs)] #vis fn #name(self, _: <#ty as #krate::Endpoint>::Response) -> Self { loop {} }
    }
}

/// Returns the method, or one of unknown arguments and result if an optional field has its name: callers also set the field.
fn or_setter(
    endpoint: &Endpoint,
    name: &str,
    method: TokenStream,
    errors: &mut Errors,
    reports: &mut Vec<Report>,
) -> TokenStream {
    let is_set = endpoint.optional().any(|field| !field.settable && field.ident == name);
    let Some(report) = is_set.then(|| errors.take_as_type()).flatten() else { return method };
    let Endpoint { vis, type_param, .. } = endpoint;
    let (name, ty) = (format_ident!("{name}"), report.as_type());
    let unknown = quote! {
        #[cfg(miri)] #method
        #[cfg(not(miri))]
        #[allow(missing_docs)] #vis fn #name<#type_param>(&self, _: #type_param) -> #ty { loop {} }
    };
    reports.push(report);
    unknown
}

fn expand_endpoint(
    endpoint: &Endpoint,
    response: &TokenStream,
    alias: Option<TokenStream>,
) -> TokenStream {
    let krate = &endpoint.krate;
    let items = quote! {
        #response
        const SPEC: &'static #krate::Spec = &#krate::Spec::new("", #krate::Method::GET, "/");
        fn encode(&self, _: &mut #krate::RequestWriter) {}
        fn decode(_: #krate::RawResponse) -> #krate::Result<Self::Response> { loop {} }
    };
    signatures::expand_impl(endpoint, "Endpoint", alias, items)
}

fn expand_paginated(endpoint: &Endpoint) -> Option<TokenStream> {
    let pagination = endpoint.pagination.as_ref()?;
    let krate = &endpoint.krate;
    // The field's own type may be the mistake.
    let position = quote!(type Position = #krate::Cursor;);
    let items = signatures::expand_paginated(endpoint, pagination, &position, quote!(loop {}));
    Some(signatures::expand_impl(endpoint, "Paginated", None, items))
}
