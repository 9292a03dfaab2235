//! Types of servers and HTTP clients that contain more than a body.

use syn::{Type, parse_quote};

use crate::read::types::{is_bytes, is_named, last, only_argument, peel, source};

/// Returns the mistake of a type that is not decoded from a body without a `decode` function.
pub(super) fn mistake(ty: &Type) -> Option<String> {
    let is_wrong = match peel(ty) {
        Type::Tuple(tuple) => tuple.elems.iter().any(|ty| is_part(ty, false)),
        ty => is_part(ty, true) || is_json_of_server(ty),
    };
    if !is_wrong {
        return None;
    }
    let found = last(ty).map(|last| last.ident.to_string());
    let help = match (body_in(ty), found.as_deref()) {
        (Some(body), Some("Json")) => format!("write `-> {}`", source(&body)),
        (Some(body), _) => format!(
            "write `-> {}`; for status and headers write `-> {}, decode = path::to::function`",
            source(&body),
            source(&without_json(ty))
        ),
        (None, Some("Response" | "HttpResponse" | "RawResponse")) => {
            "write the type of the body, such as `-> String`; for status and headers write `-> plane_api::RawResponse, decode = Ok`".to_owned()
        }
        (None, _) => format!(
            "for status and headers write `-> {}, decode = path::to::function`, or `-> ()` if any success will do",
            source(ty)
        ),
    };
    Some(format!("a response is decoded from its body; {help}"))
}

/// Returns the type of the body in a response of a server or of an HTTP client, if it is known: `T` for `Json<T>`,
/// `http::Response<T>` and `(StatusCode, Json<T>)`. Another type is that of the body.
pub(super) fn body_in(ty: &Type) -> Option<Type> {
    let name = last(ty).map(|last| last.ident.to_string());
    match (peel(ty), name.as_deref()) {
        (Type::Tuple(tuple), _) if tuple.elems.iter().any(|ty| is_part(ty, false)) => {
            let mut bodies = tuple.elems.iter().filter(|ty| !is_part(ty, false));
            bodies.next().filter(|_| bodies.next().is_none()).and_then(body_in)
        }
        (_, Some("Json")) if only_argument(ty).is_some() => only_argument(ty).cloned(),
        (_, Some("HttpResponse" | "StatusCode" | "HeaderMap")) => None,
        (ty, _) if is_part(ty, true) => {
            let body = only_argument(ty).filter(|body| !is_named(body, "Body"))?;
            Some(if is_bytes(body) { parse_quote!(plane_api::Bytes) } else { body.clone() })
        }
        (ty, _) => Some(ty.clone()),
    }
}

/// Returns a tuple with the types of their contents in place of `Json<T>`.
fn without_json(ty: &Type) -> Type {
    let Type::Tuple(tuple) = peel(ty) else { return ty.clone() };
    let mut tuple = tuple.clone();
    for element in &mut tuple.elems {
        if let Some(inner) = only_argument(element).filter(|_| is_json(element)).cloned() {
            *element = inner;
        }
    }
    Type::Tuple(tuple)
}

fn is_json(ty: &Type) -> bool {
    last(ty).is_some_and(|last| last.ident == "Json")
}

/// Returns `true` if the type is the status, the headers, or all of a response. Without a path it may be the user's own
/// type if it is alone: the compiler decides.
fn is_part(ty: &Type, is_alone: bool) -> bool {
    let names = names(ty);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let is_http = |before: &[&str]| {
        let is_http = |name: &&str| {
            matches!(
                *name,
                "http" | "reqwest" | "plane_api" | "axum" | "actix_web" | "hyper" | "surf" | "ureq"
            )
        };
        before.last().map_or(!is_alone, is_http)
    };
    match names[..] {
        // A path within the user's crate.
        ["crate" | "self" | "super", ..] => false,
        [ref before @ .., "StatusCode" | "HeaderMap" | "RawResponse"] => is_http(before),
        [ref before @ .., "Response" | "HttpResponse"] => !before.is_empty() && is_http(before),
        _ => false,
    }
}

/// Returns `true` if the type is a `Json<T>` that cannot be deserialized, by its path.
fn is_json_of_server(ty: &Type) -> bool {
    let names = names(ty);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    matches!(names[..], ["axum" | "actix_web", .., "Json"]) && only_argument(ty).is_some()
}

/// Returns the names in the path of a type.
fn names(ty: &Type) -> Vec<String> {
    let Type::Path(path) = peel(ty) else { return Vec::new() };
    path.path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}
