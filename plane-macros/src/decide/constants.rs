//! Constant headers and the constant query. Checks that no field is sent under their names.

use syn::ext::IdentExt;

use crate::{
    decide::rules,
    error::Errors,
    model::{Field, Guard, Location, Media, Method, Whole},
    read::{
        arguments::{Arguments, ResponseType},
        path::{Template, decoded},
        types::{last, only_argument, source},
    },
};

/// The constant headers, and the constant `Content-Type`.
#[derive(Default)]
pub(crate) struct Constants {
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) content_type: Option<String>,
}

impl Constants {
    /// Returns the assertion that the body is no text, if the content type says that it is: text in quotes is not.
    pub(crate) fn guard(&self, fields: &[Field]) -> Option<Guard> {
        let content_type = self.content_type.as_ref()?.to_ascii_lowercase();
        if !content_type.starts_with("text/") || content_type.contains("json") {
            return None;
        }
        let is_body = |field: &&Field| field.location == Location::WholeBody(Whole::Json);
        let body = fields.iter().filter(is_body).find(|field| field.serialize_with.is_none())?;
        Some(Guard::NotText(Box::new(body.value.clone())))
    }
}

/// Checks the constants against each other and, if these are valid, against the fields.
pub(crate) fn decide(
    arguments: &Arguments,
    template: Option<&Template>,
    fields: &[Field],
    fields_are_right: bool,
    errors: &mut Errors,
) -> Constants {
    let mut constants = Constants::default();
    for header in &arguments.options.headers {
        let before = errors.count();
        rules::header_name(&header.name, errors);
        if errors.count() > before {
            continue;
        }
        let name = header.name.value().to_ascii_lowercase();
        let value = header.value.value();
        let twin = constants.headers.iter().any(|(other, _)| *other == name)
            || name == "content-type" && constants.content_type.is_some();
        if twin {
            let message = format!("the header `{}` is repeated; remove one", header.name.value());
            errors.at(&header.name, message);
        } else if name == "content-type" {
            match wrong_content_type(fields, &value).filter(|_| fields_are_right) {
                Some((true, message)) => errors.at(&header.name, message),
                Some((false, message)) => errors.at(&header.value, message),
                None => {}
            }
            constants.content_type = Some(value);
        } else {
            let wrong = wrong_value(fields, &name, &value).filter(|_| fields_are_right);
            let is_accept = name == "accept" && errors.is_empty();
            let wrong_accept = || wrong_accept(arguments, &value).filter(|_| is_accept);
            if let Some(message) = wrong.map(str::to_owned).or_else(wrong_accept) {
                errors.at(&header.value, message);
            }
            constants.headers.push((name, value));
        }
    }
    if fields_are_right {
        clashes(&constants, template, fields, errors);
    }
    constants
}

/// Returns the mistake in the constant `Content-Type`, and whether the header itself is wrong. Forms and multipart
/// bodies have one fixed type, a request without a body has none, and a JSON body can have any JSON type.
fn wrong_content_type(fields: &[Field], value: &str) -> Option<(bool, String)> {
    let mut bodies = fields.iter().filter_map(|field| match (field.location, &field.also) {
        (Location::Body(media), _) => Some(Some(media)),
        (_, Some((media, _))) => Some(Some(*media)),
        (Location::WholeBody(Whole::Json), _) => Some(Some(Media::Json)),
        (Location::WholeBody(_), _) => Some(None),
        _ => None,
    });
    let message = match bodies.next() {
        Some(Some(Media::Form | Media::Multipart)) => {
            "`Content-Type` is set by the option `form` or `multipart`; remove the header"
        }
        // The location of a reported field is unknown.
        None if fields.iter().any(|field| field.is_reported) => return None,
        None => "this request has no body and needs no `Content-Type`; remove the header",
        Some(_) if !value.contains('/') => {
            let message = "a content type has two parts; write `application/json`";
            return Some((false, message.to_owned()));
        }
        Some(None) => return None,
        Some(Some(Media::Json)) => {
            let instead = instead_of_json(value)?;
            return Some((false, format!("the body is sent as JSON, not as `{value}`; {instead}")));
        }
    };
    Some((true, message.to_owned()))
}

/// Returns the mistake in the value of another constant header.
fn wrong_value(fields: &[Field], name: &str, value: &str) -> Option<&'static str> {
    let is_raw = |field: &Field| matches!(field.location, Location::WholeBody(Whole::Named));
    match name {
        "accept" if !value.contains('/') => {
            Some("a content type has two parts; write `application/json`")
        }
        "content-encoding" if value != "identity" && !fields.iter().any(is_raw) => {
            Some("only a whole body of `Bytes` or `Body` can be sent encoded; remove the header")
        }
        _ => None,
    }
}

/// Returns the mistake in an `Accept` without any JSON type beside a response that is decoded from JSON.
fn wrong_accept(arguments: &Arguments, value: &str) -> Option<String> {
    const OTHERS: [&str; 7] =
        ["Bytes", "Download", "Redirect", "Events", "Lines", "RawResponse", "Result"];
    let name = match &arguments.response {
        _ if arguments.options.decode.is_some() || arguments.method == Some(Method::Head) => {
            return None;
        }
        ResponseType::Unknown => return None,
        ResponseType::None => "T".to_owned(),
        ResponseType::Type(ty) => match last(ty) {
            // `Vec<u8>` is reported on its own.
            Some(last) if last.ident == "Vec" => {
                only_argument(ty).map(source).filter(|item| item != "u8")?
            }
            Some(last) if !OTHERS.iter().any(|name| last.ident == name) => source(ty),
            _ => return None,
        },
    };
    let types = value.to_ascii_lowercase();
    let essences: Vec<&str> =
        types.split(',').map(|part| part.split(';').next().unwrap_or_default().trim()).collect();
    let is_text =
        |essence: &str| essence.starts_with("text/") || instead_of_json(essence).is_some();
    let write = match essences[..] {
        _ if name == "String" && essences.iter().all(|essence| is_text(essence)) => {
            "write `-> String, decode = plane_api::RawResponse::text`".to_owned()
        }
        ["text/event-stream"] => format!("write `-> plane_api::Events<{name}>`"),
        ["application/x-ndjson" | "application/ndjson" | "application/jsonl"] => {
            format!("write `-> plane_api::Lines<{name}>`")
        }
        _ if essences.iter().all(|essence| instead_of_json(essence).is_some()) => {
            "write `-> plane_api::Bytes`, or `decode = path::to::function`".to_owned()
        }
        _ => return None,
    };
    Some(format!("the response is decoded from JSON, not from `{value}`; {write}"))
}

/// Returns the code to write if the type certainly is not a JSON type. `text/plain` is allowed: some servers take JSON
/// under this name.
fn instead_of_json(content_type: &str) -> Option<&'static str> {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (kind, format) = essence.split_once('/')?;
    match (kind, format) {
        ("application", "x-www-form-urlencoded") => {
            Some("write the option `form` instead of the header")
        }
        ("multipart", "form-data") => Some("write the option `multipart` instead of the header"),
        ("multipart" | "image" | "audio" | "video", _)
        | ("text", "csv" | "html" | "xml")
        | (
            "application",
            "xml" | "octet-stream" | "pdf" | "zip" | "gzip" | "ndjson" | "x-ndjson" | "jsonl",
        ) => Some("remove the header, or declare a field `#[body] body: plane_api::Bytes`"),
        (_, format) if format.ends_with("+xml") => {
            Some("remove the header, or declare a field `#[body] body: plane_api::Bytes`")
        }
        _ => None,
    }
}

/// Reports fields that have the name of a constant.
fn clashes(
    constants: &Constants,
    template: Option<&Template>,
    fields: &[Field],
    errors: &mut Errors,
) {
    let query = template.map(|template| template.query.as_str()).unwrap_or_default();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let names: Vec<String> =
        pairs.map(|pair| decoded(pair.split('=').next().unwrap_or_default())).collect();
    for field in fields.iter().filter(|field| !field.flatten && !field.is_reported) {
        let (sent, wire) = (field.ident.unraw(), &field.wire);
        let location = match field.location {
            Location::Query if names.contains(wire) => "the query after the path",
            Location::Header
                if constants.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(wire))
                    || constants.content_type.is_some()
                        && wire.eq_ignore_ascii_case("content-type") =>
            {
                "a constant header"
            }
            _ => continue,
        };
        let message =
            format!("`{sent}` and {location} are both sent as `{wire}`; remove one of them");
        errors.at(&field.ident, message);
    }
}
