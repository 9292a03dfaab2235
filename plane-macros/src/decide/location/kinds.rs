//! The details of a field in its location: slashes in a path parameter, the style of a list, the type of a part, an
//! idempotency key.

use quote::ToTokens;
use syn::Type;

use super::Locator;
use crate::{
    decide::draft::Draft,
    error::Errors,
    model::{ListStyle, Location, Media, PartType, Presence, Segments},
    read::{
        arguments::Server,
        field_attributes::FieldAttribute,
        types::{Wrapper, is_named, source, unwrap},
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
        if location != Location::Body(Media::Multipart) {
            if self.arguments.method.is_some() {
                let message = "`#[part]` is a part of a multipart body; add the option `multipart` after the path, or remove `#[part]`";
                self.errors.at(attr, message);
            }
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
