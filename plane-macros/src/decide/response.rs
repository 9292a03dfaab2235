//! The type after the arrow -> [`Response`].

mod beside_body;
mod intended;

use quote::ToTokens;
use syn::{GenericArgument, Path, PathArguments, Type, parse_quote};

use self::intended::{
    BYTES, hidden_lifetime, is_stream_of_bytes, named, of_crate, of_trait, owned, owned_within,
    placeholder,
};
use crate::{
    error::Errors,
    model::{Guard, Method, Response, ResponseKind},
    read::{
        arguments::{Options, ResponseType},
        types::{
            Wrapper, is_bytes, is_named, is_of_user, last, lifetimes, only_argument, peel, source,
            unwrap, wrong,
        },
    },
    tokens::mentions,
};

/// Recognizes the response type by its last segment.
pub(crate) fn decide(
    written: ResponseType,
    method: Option<Method>,
    options: &Options,
    krate: &Path,
    errors: &mut Errors,
) -> Response {
    let has_decode = options.decode.is_some();
    match written {
        ResponseType::None => Response::Value,
        ResponseType::Unknown => Response::Unknown,
        // The user's function may return anything, and a type may be the user's own.
        ResponseType::Type(ty) if is_result(&ty) && (has_decode || is_of_user(&ty, krate)) => {
            Response::Type(ResponseKind::Json, ty)
        }
        ResponseType::Type(ty) if has_decode && is_object(&ty) => {
            Response::Type(ResponseKind::Json, ty)
        }
        ResponseType::Type(ty) if has_decode => of_type(ty, krate, errors),
        ResponseType::Type(ty) => {
            let before = errors.count();
            let response = not_in_body(&ty, krate, errors)
                .unwrap_or_else(|| of_type(ty.clone(), krate, errors));
            if errors.count() > before {
                return response;
            }
            if method == Some(Method::Head) && needs_body(&response) {
                let (name, write) = ("a response to `HEAD` has no body", source(&ty));
                let message = format!(
                    "{name}; write `-> ()`, or `-> {write}, decode = path::to::function` to read its headers"
                );
                errors.at(&ty, message);
            } else if is_list_of_bytes(&ty, krate) {
                let (found, write) =
                    (source(&ty), "write `-> plane_api::Bytes` for the bytes of the body");
                let message = format!("`{found}` is decoded from a JSON list of numbers; {write}");
                errors.at(&ty, message);
            }
            response
        }
    }
}

/// Returns `true` if an empty body cannot be decoded, or never contains anything.
fn needs_body(response: &Response) -> bool {
    let Response::Type(kind, ty) = response else { return false };
    match kind {
        // They decode an empty body as `null`.
        ResponseKind::Json => {
            !last(ty).is_some_and(|last| last.ident == "Option" || last.ident == "Value")
        }
        ResponseKind::Events(_) | ResponseKind::Lines(_) => true,
        _ => false,
    }
}

/// Returns `true` for a trait object behind a pointer, which a function can return.
fn is_object(ty: &Type) -> bool {
    let is_pointer = matches!(peel(ty), Type::Path(_) | Type::Tuple(_));
    is_pointer
        && mentions(ty.to_token_stream(), &|word| word == "dyn")
        && lifetimes([ty]).is_empty()
        && owned_within(ty).is_none()
}

fn is_result(ty: &Type) -> bool {
    last(ty).is_some_and(|last| last.ident == "Result")
}

/// Returns the rule for the type that only the compiler can check.
pub(crate) fn guard(response: &Response, has_decode: bool) -> Option<Guard> {
    let Response::Type(ResponseKind::Json, ty) = response else { return None };
    let name = last(ty).filter(|last| !has_decode && !last.arguments.is_none())?;
    if name.ident == "Result" {
        return Some(Guard::NotResult(ty.clone()));
    }
    // It may be the user's own page.
    let item = only_argument(ty).filter(|_| name.ident == "Page")?;
    let is_list = last(item).is_some_and(|item| item.ident == "Vec");
    is_list.then(|| Guard::NotNested(ty.clone()))
}

/// Returns `true` if the type is a list of bytes, or an `Option` of one.
fn is_list_of_bytes(ty: &Type, krate: &Path) -> bool {
    let value = unwrap(ty, krate).filter(|(wrapper, _)| *wrapper == Wrapper::Option);
    let value = value.map_or(ty, |(_, inner)| inner);
    let is_byte = |ty: &Type| match peel(ty) {
        Type::Slice(slice) => is_named(&slice.elem, "u8"),
        ty => is_named(ty, "u8") && last(value).is_some_and(|last| last.ident == "Vec"),
    };
    let is_list = last(value).is_some_and(|last| last.ident == "Vec" || last.ident == "Box");
    is_list && only_argument(value).is_some_and(is_byte) && !is_of_user(value, krate)
}

fn of_type(ty: Box<Type>, krate: &Path, errors: &mut Errors) -> Response {
    if matches!(peel(&ty), Type::Slice(_) | Type::Reference(_)) && is_bytes(&ty) {
        errors.at(&ty, "the bytes of a body are `Bytes`; write `-> plane_api::Bytes`");
        return Response::Unknown;
    }
    let is_trait = matches!(peel(&ty), Type::ImplTrait(_) | Type::TraitObject(_));
    if let Some(wrong) = placeholder(ty.to_token_stream()).filter(|_| !is_trait) {
        let message = match &*wrong.to_string() {
            "_" => "`_` cannot be inferred in a response; write the type in place of it",
            "dyn" => {
                "a response contains types, not traits; write the name of a type, or `plane_api::Value` for any JSON"
            }
            _ => "a response contains types, not traits; write the type in place of it",
        };
        errors.at(&wrong, message);
        return Response::Unknown;
    }
    if let Some((message, meant)) = of_trait(&ty) {
        errors.at(&ty, message);
        return meant
            .map_or(Response::Unknown, |meant| of_type(meant, krate, &mut Errors::default()));
    }
    if let Some(owned) = owned(&ty) {
        let write = match &owned {
            Some(owned) => format!("; write `-> {}`", source(owned)),
            None => {
                let name = named(&ty).map(|path| source(&Type::Verbatim(path.to_token_stream())));
                format!("; write its name, such as `-> {}`", name.as_deref().unwrap_or("String"))
            }
        };
        errors.at(&ty, format!("a response is an owned type of known size{write}"));
        return owned.map_or(Response::Unknown, |owned| {
            of_type(Box::new(owned), krate, &mut Errors::default())
        });
    }
    if let Some(owned) = owned_within(&ty) {
        let is_borrowed = source(&ty).contains('&');
        let kind = if is_borrowed { "type, without references" } else { "type of known size" };
        errors.at(&ty, format!("a response is an owned {kind}; write `-> {}`", source(&owned)));
        return of_type(Box::new(owned), krate, &mut Errors::default());
    }
    let lifetime = lifetimes([&*ty]).first().map(ToTokens::to_token_stream);
    if let Some(lifetime) = lifetime.or_else(|| hidden_lifetime(&ty).map(Into::into)) {
        let message = "a response has no lifetimes; write owned types in its fields, such as `String` for `&str`, and remove the lifetime";
        errors.at(lifetime, message);
        return Response::Unknown;
    }
    let name = last(&ty).map(|last| last.ident.to_string()).unwrap_or_default();
    match (peel(&ty), name.as_str()) {
        (Type::Tuple(tuple), _) if tuple.elems.is_empty() => {
            Response::Type(ResponseKind::Empty, ty)
        }
        // The prelude has the variant.
        (Type::Path(path), "None") if path.path.is_ident("None") => {
            let own = wrong::or_own(&ty);
            errors.at(&ty, format!("a response without a value is `()`; write `-> ()`{own}"));
            Response::Type(ResponseKind::Empty, Box::new(parse_quote!(())))
        }
        (_, "Bytes") if is_named(&ty, "Bytes") => Response::Type(ResponseKind::Bytes, ty),
        (_, "Redirect") if is_named(&ty, "Redirect") => Response::Type(ResponseKind::Redirect, ty),
        (_, "Download") if is_named(&ty, "Download") => Response::Type(ResponseKind::Download, ty),
        (_, "Events" | "Lines") if only_argument(&ty).is_some() => stream(&name, ty),
        (_, "Result") if last(&ty).is_some_and(|last| !last.arguments.is_none()) => {
            result(&ty, krate, errors)
        }
        (_, "Option" | "Vec" | "Page") if page_in(&ty, krate).is_some() => {
            let page = page_in(&ty, krate).cloned().unwrap_or_else(|| (*ty).clone());
            let write = source(&page);
            let why = match name.as_str() {
                "Option" => "a page without items is a page as well",
                _ => "a response is one page, and `items` returns the items of all pages",
            };
            errors.at(&ty, format!("{why}; write `-> {write}`"));
            Response::Type(ResponseKind::Json, Box::new(page))
        }
        _ => {
            // rustc reports missing arguments, if it is not the user's own type.
            let is_bare = last(&ty).is_some_and(|last| last.arguments.is_none());
            if let Some((message, write)) = wrong::arguments(&ty, None)
                && !is_bare
                && !wrong::may_be_own(&ty)
            {
                errors.at(&ty, format!("{message}; write `-> {write}`"));
                return Response::Unknown;
            }
            Response::Type(ResponseKind::Json, ty)
        }
    }
}

/// Reports a `Result`: every request returns one. The response is its `Ok` type.
fn result(ty: &Type, krate: &Path, errors: &mut Errors) -> Response {
    const MESSAGE: &str = "every request returns a `Result`";
    let Some(inner) = in_result(ty) else {
        errors.at(ty, format!("{MESSAGE}; write the type in it, such as `-> String`"));
        return Response::Unknown;
    };
    let Some(body) = beside_body::body_in(inner) else {
        errors.at(ty, format!("{MESSAGE}; write the type of the body, such as `-> String`"));
        return Response::Unknown;
    };
    errors.at(ty, format!("{MESSAGE}; write `-> {}`", source(&body)));
    of_type(Box::new(body), krate, &mut Errors::default())
}

/// Returns the `Ok` type of a `Result`.
fn in_result(ty: &Type) -> Option<&Type> {
    let last = last(ty).filter(|last| last.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}

/// Returns a stream of items of the type's argument.
fn stream(name: &str, ty: Box<Type>) -> Response {
    let kind = only_argument(&ty).cloned().map(Box::new).map(|item| match name {
        "Events" => ResponseKind::Events(item),
        _ => ResponseKind::Lines(item),
    });
    Response::Type(kind.unwrap_or(ResponseKind::Json), ty)
}

/// Returns `true` if the type has the name of one of the runtime's types and another number of arguments. It may be the
/// user's own type.
pub(crate) fn may_lack_arguments(response: &Response) -> bool {
    let Response::Type(_, ty) = response else { return false };
    let Some(last) = last(ty) else { return false };
    match last.ident.to_string().as_str() {
        "Events" if only_argument(ty).is_some_and(|item| is_named(item, "Event")) => true,
        "Page" | "Events" | "Lines" => only_argument(ty).is_none(),
        "Result" => last.arguments.is_none(),
        _ if last.arguments.is_none() && wrong::arguments(ty, None).is_some() => true,
        // A type of another crate may have arguments.
        "Bytes" | "Download" | "Redirect" => true,
        _ => false,
    }
}

/// Returns `true` if the type has the name of a response, of a part of one that is not its body, or of a part of a request.
pub(crate) fn may_be_beside_body(response: &Response) -> bool {
    let Response::Type(ResponseKind::Json, ty) = response else { return false };
    ["RawResponse", "StatusCode", "HeaderMap", "FilePart"].iter().any(|name| is_named(ty, name))
}

/// Returns the response type in readable form.
pub(crate) fn text(response: &Response) -> String {
    match response {
        Response::Unknown | Response::Wrong(_) => String::new(),
        Response::Value => "Value".to_owned(),
        Response::Type(_, ty) => source(ty),
    }
}

/// Reports a type that is not decoded from a body without a `decode` function.
fn not_in_body(ty: &Type, krate: &Path, errors: &mut Errors) -> Option<Response> {
    if is_stream_of_bytes(ty) && !is_of_user(ty, krate) {
        errors.at(ty, BYTES);
        return Some(Response::Unknown);
    }
    if let Some(body) = stream_in(ty, krate) {
        let (write, name) = (source(body), last(body)?.ident.to_string());
        let outer = last(ty)?.ident.to_string();
        let message = match outer.as_str() {
            "Option" => format!("`{name}` is not JSON, and is not optional; write `-> {write}`"),
            "Events" | "Lines" if name == "Bytes" => format!(
                "`{outer}` decodes each item from JSON, and `{name}` is not JSON; write `-> plane_api::Download` for the bytes as they arrive, or `-> {write}`"
            ),
            _ => format!(
                "`{outer}` is decoded from JSON, and `{name}` is not JSON; write `-> {write}`"
            ),
        };
        errors.at(ty, message);
        // A stream has other methods than its item.
        return Some(if matches!(outer.as_str(), "Events" | "Lines") {
            Response::Wrong(Box::new(ty.clone()))
        } else {
            of_type(Box::new(body.clone()), krate, &mut Errors::default())
        });
    }
    if let Some((message, meant)) = of_crate(ty, krate) {
        errors.at(ty, format!("{message}; write `-> {}`", source(&meant)));
        return Some(of_type(Box::new(meant), krate, &mut Errors::default()));
    }
    let message = beside_body::mistake(ty)?;
    errors.at(ty, message);
    // The types in it may exist in the crate that they are copied from only.
    Some(Response::Unknown)
}

/// Returns the body in an `Option` that is not decoded as JSON.
fn stream_in<'a>(ty: &'a Type, krate: &Path) -> Option<&'a Type> {
    only_argument(ty).filter(|inner| !is_of_user(inner, krate)).filter(|inner| {
        ["Bytes", "Download", "Redirect"].iter().any(|name| is_named(inner, name))
            || ["Events", "Lines"].iter().any(|name| {
                last(inner).is_some_and(|last| last.ident == name) && only_argument(inner).is_some()
            })
    })
}

/// Returns the page in an `Option`.
fn page_in<'a>(ty: &'a Type, krate: &Path) -> Option<&'a Type> {
    only_argument(ty).filter(|inner| !is_of_user(inner, krate)).filter(|inner| {
        last(inner).is_some_and(|last| last.ident == "Page") && only_argument(inner).is_some()
    })
}
