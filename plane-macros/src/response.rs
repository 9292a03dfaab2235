//! What stands behind the arrow -> [`Response`].

use proc_macro2::Ident;
use quote::ToTokens;
use syn::Type;

use crate::{
    error::Errors,
    model::{Field, Place},
    parse,
    types::{is_named, last, lifetimes, only_argument, peel},
};

/// How a successful answer is read.
pub(crate) enum Response {
    /// Wrong, and reported.
    Unknown,
    /// Any JSON: no type was given.
    Value,
    /// Not at all: `()`.
    Empty(Type),
    /// As JSON.
    Json(Type),
    /// As it came.
    Bytes(Type),
    /// As a stream.
    Download(Type),
    /// As the target of a redirect.
    Redirect(Type),
    /// As one page of a list.
    Page { ty: Box<Type>, item: Box<Type>, cursor: Option<Ident> },
}

const BORROWS: &str =
    "a response is a type of its own that borrows nothing; write its name, such as `-> String`";

impl Response {
    /// The type as people write it.
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::Value => "Value".to_owned(),
            Self::Page { ty, .. } => source(ty),
            Self::Empty(ty)
            | Self::Json(ty)
            | Self::Bytes(ty)
            | Self::Download(ty)
            | Self::Redirect(ty) => source(ty),
        }
    }
}

/// Recognises the response type by its last segment.
pub(crate) fn of(written: parse::Response, fields: &[Field], errors: &mut Errors) -> Response {
    let ty = match written {
        parse::Response::None => return Response::Value,
        parse::Response::Unknown => return Response::Unknown,
        parse::Response::Type(ty) => *ty,
    };
    if let Some(lifetime) = lifetimes([&ty]).first() {
        errors.at(lifetime, BORROWS);
        return Response::Unknown;
    }
    let name = last(&ty).map(|last| last.ident.to_string()).unwrap_or_default();
    match (peel(&ty), name.as_str()) {
        (Type::Tuple(tuple), _) if tuple.elems.is_empty() => Response::Empty(ty),
        (
            Type::Reference(_)
            | Type::Slice(_)
            | Type::Infer(_)
            | Type::ImplTrait(_)
            | Type::TraitObject(_),
            _,
        ) => {
            errors.at(&ty, BORROWS);
            Response::Unknown
        }
        (_, "Bytes") if is_named(&ty, "Bytes") => Response::Bytes(ty),
        (_, "Redirect") if is_named(&ty, "Redirect") => Response::Redirect(ty),
        (_, "Download") if is_named(&ty, "Download") => Response::Download(ty),
        (_, "Result") => {
            errors.at(&ty, result_message(&ty));
            Response::Unknown
        }
        (_, "Page") => match only_argument(&ty).cloned() {
            Some(item) => page(ty, item, fields, errors),
            None => Response::Json(ty),
        },
        _ => Response::Json(ty),
    }
}

fn result_message(ty: &Type) -> String {
    use syn::{GenericArgument, PathArguments};
    let argument = last(ty).and_then(|last| match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        _ => None,
    });
    let write = match argument {
        Some(GenericArgument::Type(inner)) => format!("; write `-> {}`", source(inner)),
        _ => "; write the type of a successful answer".to_owned(),
    };
    format!("every request may fail, so a `Result` comes by itself{write}")
}

/// A type as people write it.
pub(crate) fn source(ty: &Type) -> String {
    let mut text = String::new();
    for word in ty.to_token_stream().to_string().split_whitespace() {
        let tight = text.ends_with(['<', '&', '(']) || text.ends_with("::");
        if !(text.is_empty()
            || tight
            || word.starts_with(['<', '>', ',', ')'])
            || word.starts_with("::"))
        {
            text.push(' ');
        }
        text.push_str(word);
    }
    // What is wrapped ends with a comma.
    text.replace(",>", ">")
}

/// A page needs a place in the request that says which one it is.
fn page(ty: Type, item: Type, fields: &[Field], errors: &mut Errors) -> Response {
    const WRITE: &str = "write `pub cursor: Option<Cursor>`";
    let Some(field) = fields.iter().find(|field| field.ident == "cursor") else {
        errors.at(&ty, format!("`Page` needs a field that says which page is wanted; {WRITE}"));
        return Response::Page { ty: Box::new(ty), item: Box::new(item), cursor: None };
    };
    let right =
        is_named(&field.value, "Cursor") && field.presence == crate::model::Presence::Optional;
    let problem = if field.place == Place::Path {
        Some("the cursor of a list cannot stand in its path")
    } else if field.cfgs().next().is_some() {
        Some("the cursor of a list is always there; remove `#[cfg]`")
    } else {
        None
    };
    if let Some(problem) = problem {
        errors.at(&field.ident, problem);
    } else if !right {
        errors.at(
            &field.ty,
            "under `Page`, the field `cursor` is an `Option<Cursor>`; write `Option<Cursor>`",
        );
    }
    let cursor = (right && problem.is_none()).then(|| field.ident.clone());
    Response::Page { ty: Box::new(ty), item: Box::new(item), cursor }
}
