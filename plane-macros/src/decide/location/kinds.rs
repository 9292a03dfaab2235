//! The details of a field in its location: slashes in a path parameter, the style of a list, the type of a part, an
//! idempotency key.

use quote::ToTokens;
use syn::Type;

use super::Locator;
use crate::{
    decide::draft::Draft,
    error::Errors,
    model::{ListStyle, Location, Media, Method, PartType, Presence, Recognized, Segments},
    read::{
        arguments::{Arguments, Server, Unmarked},
        field_attributes::FieldAttribute,
        types::{self, Wrapper, is_bytes, is_named, is_scalar, last, recognized, source, unwrap},
    },
};

impl Locator<'_> {
    /// Returns the form of a path parameter.
    pub(super) fn segments(&mut self, draft: &Draft) -> Segments {
        let Some(param) = draft.param else { return Segments::One };
        let Some((FieldAttribute::Path { slashes: true, .. }, attr)) = &draft.attributes.own else {
            return if param.several { Segments::Several } else { Segments::One };
        };
        let name = &draft.name;
        let message = if self.arguments.server == Server::RoutesDecoded {
            "this server decodes a path before it routes, so no encoding makes a slash safe; remove `slashes`"
                .to_owned()
        } else if param.several {
            format!(
                "`<{name}..>` takes slashes as they are; write `<{name}>` in the path to encode them, or remove `slashes`"
            )
        } else if !param.alone {
            format!(
                "a parameter with slashes must be a whole segment, but `<{name}>` is a part of one; put `/` around it, or remove `slashes`"
            )
        } else {
            return Segments::Slashes;
        };
        self.errors.at(attr, message);
        Segments::One
    }

    /// Returns the form of a list.
    pub(super) fn list_style(&self, draft: &Draft, location: Location, value: &Type) -> ListStyle {
        let is_list = || matches!(unwrap(value, self.krate), Some((Wrapper::Vec, _)));
        match (location, &draft.attributes.own) {
            (Location::Query, Some((FieldAttribute::Query(Some(style)), _))) => *style,
            (Location::Query | Location::Body(Media::Form | Media::Multipart), _)
                if self.arguments.options.brackets.is_some() =>
            {
                ListStyle::Brackets
            }
            (Location::Header, _) if is_list() => ListStyle::Comma,
            _ => ListStyle::Repeat,
        }
    }

    /// Returns the type of a part of a multipart body, if it is declared.
    pub(super) fn part(&mut self, draft: &Draft, location: Location) -> Option<PartType> {
        let Some((FieldAttribute::Part(part), attr)) = &draft.attributes.own else { return None };
        // If the path names the field, or its location is unknown, another error is reported.
        if draft.param.is_some() || draft.attributes.unclear || draft.is_phantom() {
            return None;
        }
        if self.lacks_multipart {
            if !self.part_was_reported {
                self.errors.at(attr, part_outside_of_multipart(self.arguments));
            }
            self.part_was_reported = true;
        }
        if location != Location::Body(Media::Multipart) {
            return None;
        }
        Some(part.clone())
    }

    /// Returns `true` if the field is an idempotency key.
    pub(super) fn idempotency_key(
        &mut self,
        draft: &Draft,
        presence: Presence,
        value: &Type,
    ) -> bool {
        let own = &draft.attributes.own;
        let is_key = matches!(own, Some((FieldAttribute::IdempotencyKey(_), _)));
        if !is_key || draft.param.is_some() || draft.is_phantom() {
            return false;
        }
        if presence != Presence::Optional || !is_named(value, "String") {
            let message =
                "an idempotency key is generated if it is not set; write `Option<String>`";
            self.errors.at(&draft.ty, message);
        }
        true
    }
}

/// Returns `true` if a field is declared as a part, but the body is not.
pub(super) fn lacks_multipart(drafts: &[Draft], arguments: &Arguments) -> bool {
    let is_part = |draft: &Draft| {
        let is_sent = draft.param.is_none() && !draft.attributes.unclear && !draft.is_phantom();
        is_sent && matches!(draft.attributes.own, Some((FieldAttribute::Part(_), _)))
    };
    let location = arguments.options.unmarked.as_ref().map(|(unmarked, _)| *unmarked);
    // A misspelt option may be the missing one.
    let is_clear = !arguments.options.is_unclear && !arguments.options.is_guess;
    let is_known = arguments.method.is_some() && is_clear;
    is_known && location != Some(Unmarked::Body(Media::Multipart)) && drafts.iter().any(is_part)
}

fn part_outside_of_multipart(arguments: &Arguments) -> String {
    let what = "`#[part]` is a part of a multipart body";
    match (&arguments.options.unmarked, arguments.method) {
        (_, Some(method @ (Method::Get | Method::Head))) => {
            let method = method.name();
            format!("{what}, and `{method}` has no body; write another method, or remove `#[part]`")
        }
        (Some((_, option)), _) => {
            format!(
                "{what}; write the option `multipart` instead of `{option}`, or remove `#[part]`"
            )
        }
        _ => format!("{what}; add the option `multipart` after the path, or remove `#[part]`"),
    }
}

/// Returns the mistake in `#[path(body)]` if the request has no body of fields.
pub(super) fn path_body_without_body(arguments: &Arguments) -> String {
    match (arguments.method, &arguments.options.unmarked) {
        (Some(method @ (Method::Get | Method::Head)), _) => {
            format!("`{}` has no body; remove `#[path(body)]`", method.name())
        }
        (_, Some((_, option))) => format!(
            "`{option}` leaves the body empty; write `json` instead of `{option}`, or remove `#[path(body)]`"
        ),
        (_, None) => "this request has no body for `#[path(body)]`; add the option `json` after the path, or remove the attribute".to_owned(),
    }
}

/// Returns the mistake in a whole body if the request has none, or one that is made of fields.
pub(super) fn body_without_room(value: &Type, arguments: &Arguments) -> Option<String> {
    let is_file = recognized(value) == Some(Recognized::File);
    let is_bytes = recognized(value).is_some() || is_bytes(value) || types::is_file(value);
    if let Some(method @ (Method::Get | Method::Head)) = arguments.method {
        let method = method.name();
        let write = if is_file {
            "another method, and the option `multipart` instead of `#[body]`"
        } else if is_bytes {
            "another method"
        } else {
            "`#[query]`, or another method"
        };
        return Some(format!("`{method}` has no body; write {write}"));
    }
    let Some((Unmarked::Body(media @ (Media::Form | Media::Multipart)), option)) =
        arguments.options.unmarked.as_ref().filter(|_| !arguments.options.is_guess)
    else {
        return None;
    };
    let is_list = matches!(last(value), Some(last) if last.ident == "Vec");
    let write = match media {
        Media::Multipart if is_file => "remove `#[body]`".to_owned(),
        Media::Multipart if is_bytes => {
            "remove `#[body]`, and declare the field as a `plane_api::FilePart`".to_owned()
        }
        _ if is_file => format!("write `multipart` instead of `{option}`, and remove `#[body]`"),
        _ if recognized(value).is_some() => format!("remove `{option}`"),
        _ if is_bytes => format!("remove `{option}`, and declare the field as `plane_api::Bytes`"),
        _ if is_list || is_scalar(value) => format!("remove `#[body]`, or `{option}`"),
        _ => format!("write `#[flatten]`, or remove `{option}`"),
    };
    Some(format!("`{option}` is made of fields, but `#[body]` is the whole body; {write}"))
}

/// Reports attributes on a field that is not sent.
pub(super) fn check_phantom(draft: &Draft, errors: &mut Errors) {
    let attributes = &draft.attributes;
    let own = attributes.own.as_ref().map(|(_, attr)| attr);
    let page = attributes.page.as_ref().map(|(_, attr)| attr);
    if let Some(attr) = own.or(page).or(attributes.nullable.as_ref()) {
        let (found, ty) = (attr.path().to_token_stream(), source(&draft.ty));
        errors.at(attr, format!("`{ty}` is not sent; remove `#[{found}]`"));
    }
}
