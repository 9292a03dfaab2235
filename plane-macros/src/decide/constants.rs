//! Constant headers and the constant query: checks that no field is sent under their names.

use syn::ext::IdentExt;

use crate::{
    decide::rules,
    error::Errors,
    model::{Field, Location, Media},
    read::{
        arguments::Arguments,
        path::{Template, decoded},
    },
};

/// Returns the constant headers, except `Content-Type`.
#[derive(Default)]
pub(crate) struct Constants {
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) content_type: Option<String>,
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
            if let Some(message) = wrong_content_type(fields).filter(|_| fields_are_right) {
                errors.at(&header.name, message);
            }
            constants.content_type = Some(value);
        } else {
            constants.headers.push((name, value));
        }
    }
    if fields_are_right {
        clashes(&constants, template, fields, errors);
    }
    constants
}

/// Bodies of fields other than JSON have one fixed type, and a request without a body has none.
fn wrong_content_type(fields: &[Field]) -> Option<&'static str> {
    let mut bodies = fields.iter().filter_map(|field| match (field.location, &field.also) {
        (Location::Body(media), _) => Some(media),
        (_, Some((media, _))) => Some(*media),
        (Location::WholeBody(_), _) => Some(Media::Json),
        _ => None,
    });
    match bodies.next() {
        Some(Media::Json) => None,
        Some(Media::Form | Media::Multipart) => {
            Some("`Content-Type` follows from the option `form` or `multipart`; remove the header")
        }
        None => Some("this request has no body and needs no `Content-Type`; remove the header"),
    }
}

/// Reports fields whose name is that of a constant.
fn clashes(
    constants: &Constants,
    template: Option<&Template>,
    fields: &[Field],
    errors: &mut Errors,
) {
    let query = template.map(|template| template.query.as_str()).unwrap_or_default();
    let names: Vec<String> =
        query.split('&').map(|pair| decoded(pair.split('=').next().unwrap_or_default())).collect();
    for field in fields.iter().filter(|field| !field.flatten) {
        let (sent, wire) = (field.ident.unraw(), &field.wire);
        let location = match field.location {
            Location::Query if names.contains(wire) => "the query behind the path",
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
