//! Type parameters of the struct that are in no field.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Generics, Type, Visibility, ext::IdentExt, parse_quote};

use crate::{
    decide::parameters,
    error::Errors,
    model::{Field, Location, Takes},
};

/// Reports type parameters that are in no field, and adds fields for them: otherwise rustc would also report the uses of the struct.
pub(super) fn report(
    generics: &Generics,
    attrs: &[Attribute],
    vis: &Visibility,
    fields: &mut Vec<Field>,
    errors: &mut Errors,
) {
    let is_unused =
        |param: &&Ident| !fields.iter().any(|field| may_contain(field.ty.to_token_stream(), param));
    let params = generics.type_params().map(|param| &param.ident);
    let unused: Vec<&Ident> = params.filter(is_unused).collect();
    let [first, ..] = unused[..] else { return };
    if !attrs.iter().all(adds_no_fields) {
        return;
    }
    let names: Vec<String> = unused.iter().map(|param| format!("`{param}`")).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let mut written = Vec::new();
    for param in &unused {
        let name = name_for(param, fields);
        written.push(format!("`pub {name}: std::marker::PhantomData<{param}>`"));
        let ty: Type = parse_quote!(::core::marker::PhantomData<#param>);
        let field = parameters::added(name, false, Takes::Exact, vis);
        fields.push(Field { location: Location::Nowhere, value: ty.clone(), ty, ..field });
    }
    let write = written.join(" and ");
    errors.at(first, format!("{} {verb} in no field; add {write}", names.join(" and ")));
}

/// Returns a free name for a field of this type.
fn name_for(param: &Ident, fields: &[Field]) -> Ident {
    let name = param.to_string().to_lowercase();
    let free = |name: &Ident| !fields.iter().any(|field| field.ident.unraw() == *name);
    // The name may also be a keyword.
    let short = syn::parse_str(&name).ok().filter(free);
    short.unwrap_or_else(|| {
        Ident::new(&format!("{}_type", name.trim_start_matches("r#")), param.span())
    })
}

/// Returns `true` if a type mentions the parameter, or contains a macro, which may do so.
fn may_contain(tokens: TokenStream, param: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == *param,
        TokenTree::Punct(sign) => sign.as_char() == '!',
        TokenTree::Group(group) => may_contain(group.stream(), param),
        TokenTree::Literal(_) => false,
    })
}

/// Returns `true` unless the attribute may be a macro that adds fields.
fn adds_no_fields(attr: &Attribute) -> bool {
    const NAMES: [&str; 8] =
        ["allow", "deprecated", "derive", "doc", "expect", "must_use", "non_exhaustive", "serde"];
    NAMES.iter().any(|name| attr.path().is_ident(name))
}
