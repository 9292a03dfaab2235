//! The type behind the arrow -> [`Response`].

use syn::Type;

use crate::{
    error::Errors,
    model::{Response, ResponseKind},
    read::{
        arguments::ResponseType,
        types::{is_named, last, lifetimes, only_argument, peel, source},
    },
};

const BORROWS: &str =
    "a response is a type of its own that borrows nothing; write its name, such as `-> String`";

/// Recognises the response type by its last segment.
pub(crate) fn decide(written: ResponseType, errors: &mut Errors) -> Response {
    let ty = match written {
        ResponseType::None => return Response::Value,
        ResponseType::Unknown => return Response::Unknown,
        ResponseType::Type(ty) => ty,
    };
    if let Some(lifetime) = lifetimes([&*ty]).first() {
        errors.at(lifetime, BORROWS);
        return Response::Unknown;
    }
    let name = last(&ty).map(|last| last.ident.to_string()).unwrap_or_default();
    match (peel(&ty), name.as_str()) {
        (Type::Tuple(tuple), _) if tuple.elems.is_empty() => {
            Response::Type(ResponseKind::Empty, ty)
        }
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
        (_, "Bytes") if is_named(&ty, "Bytes") => Response::Type(ResponseKind::Bytes, ty),
        (_, "Redirect") if is_named(&ty, "Redirect") => Response::Type(ResponseKind::Redirect, ty),
        (_, "Download") if is_named(&ty, "Download") => Response::Type(ResponseKind::Download, ty),
        (_, "Events" | "Lines") if only_argument(&ty).is_some() => stream(&name, ty),
        (_, "Result") => {
            errors.at(&ty, result_message(&ty));
            Response::Unknown
        }
        (_, "Option") if page_in(&ty).is_some() => {
            let page = page_in(&ty).map(source).unwrap_or_default();
            errors.at(&ty, format!("an empty list is a page, too; write `-> {page}`"));
            Response::Type(ResponseKind::Json, ty)
        }
        _ => Response::Type(ResponseKind::Json, ty),
    }
}

/// A stream of items of the type's argument.
fn stream(name: &str, ty: Box<Type>) -> Response {
    let kind = only_argument(&ty).cloned().map(Box::new).map(|item| match name {
        "Events" => ResponseKind::Events(item),
        _ => ResponseKind::Lines(item),
    });
    Response::Type(kind.unwrap_or(ResponseKind::Json), ty)
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
        Response::Type(_, ty) => source(ty),
    }
}

/// The page in an `Option`.
fn page_in(ty: &Type) -> Option<&Type> {
    only_argument(ty).filter(|inner| {
        last(inner).is_some_and(|last| last.ident == "Page") && only_argument(inner).is_some()
    })
}
