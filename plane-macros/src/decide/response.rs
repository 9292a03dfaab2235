//! The type behind the arrow -> [`Response`].

use syn::Type;

use crate::{
    error::Errors,
    model::{Field, Location, Presence, Response},
    read::{
        arguments::ResponseType,
        types::{is_named, last, lifetimes, only_argument, peel, source},
    },
};

const BORROWS: &str =
    "a response is a type of its own that borrows nothing; write its name, such as `-> String`";

/// Recognises the response type by its last segment.
pub(crate) fn decide(written: ResponseType, fields: &[Field], errors: &mut Errors) -> Response {
    let ty = match written {
        ResponseType::None => return Response::Value,
        ResponseType::Unknown => return Response::Unknown,
        ResponseType::Type(ty) => *ty,
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

/// The response type as people write it.
pub(crate) fn text(response: &Response) -> String {
    match response {
        Response::Unknown => String::new(),
        Response::Value => "Value".to_owned(),
        Response::Page { ty, .. } => source(ty),
        Response::Empty(ty)
        | Response::Json(ty)
        | Response::Bytes(ty)
        | Response::Download(ty)
        | Response::Redirect(ty) => source(ty),
    }
}

/// A page needs a field in the request that says which page it is.
fn page(ty: Type, item: Type, fields: &[Field], errors: &mut Errors) -> Response {
    const WRITE: &str = "write `pub cursor: Option<Cursor>`";
    let Some(field) = fields.iter().find(|field| field.ident == "cursor") else {
        errors.at(&ty, format!("`Page` needs a field that says which page is wanted; {WRITE}"));
        return Response::Page { ty: Box::new(ty), item: Box::new(item), cursor: None };
    };
    let right = is_named(&field.value, "Cursor") && field.presence == Presence::Optional;
    let problem = if field.location == Location::Path {
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
