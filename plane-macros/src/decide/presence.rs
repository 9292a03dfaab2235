//! Decides when each field is sent: its presence, and the type of its value.

use syn::{Path, Type, parse_quote};

use crate::{
    decide::draft::Draft,
    error::Errors,
    model::{Field, Guard, Location, Media, PageRule, PartType, Presence, Whole},
    read::{
        field_attributes::FieldAttribute,
        types::{Wrapper, is_bytes, is_file, is_of_user, may_be_file_path, source, unwrap, wrong},
    },
    tokens::of_crate,
};

/// Returns the presence of a field in its location. Reports types that this location cannot send.
pub(crate) fn decide(
    draft: &Draft,
    location: Location,
    krate: &Path,
    errors: &mut Errors,
) -> (Presence, Type) {
    let ty = &draft.ty;
    let unwrapped = unwrap(ty, krate);
    let value =
        unwrapped.filter(|(wrapper, _)| *wrapper != Wrapper::Vec).map_or(ty, |(_, inner)| inner);
    if location == Location::Nowhere {
        return (Presence::Required, ty.clone());
    }
    check_bytes(draft, location, value, krate, errors);
    let Some((wrapper, inner)) = unwrapped else {
        if let Some(attr) = &draft.attributes.nullable {
            errors.at(attr, not_nullable(draft, location));
        }
        return (Presence::Required, ty.clone());
    };
    if let Some((presence, value)) = nullable(draft, location, wrapper, inner, krate, errors) {
        return (presence, value);
    }
    if let Some(message) = never_absent(draft, location, wrapper, inner) {
        // Either the page attribute or the path is wrong, which is reported elsewhere if the request is a list.
        if location != Location::Path || draft.attributes.page.is_none() {
            errors.at(ty, message);
        }
        let is_param = location == Location::Path;
        return if is_param { (Presence::Required, ty.clone()) } else { likely(draft, krate) };
    }
    match wrapper {
        Wrapper::Option | Wrapper::Patch => {
            check_nesting(wrapper, inner, draft, location, krate, errors);
            if wrapper == Wrapper::Patch && !is_json(location) {
                let write = source(inner);
                let message = format!(
                    "only a field of a JSON body can be a `Patch`; write `Option<{write}>`"
                );
                errors.at(ty, message);
            }
            let is_option = wrapper == Wrapper::Option;
            (if is_option { Presence::Optional } else { Presence::Patch }, inner.clone())
        }
        Wrapper::Vec => match location {
            Location::Query | Location::Header | Location::Body(Media::Form | Media::Multipart) => {
                (Presence::Items, ty.clone())
            }
            _ => (Presence::Required, ty.clone()),
        },
    }
}

/// Returns the presence that the type suggests, for a field whose location is invalid.
pub(crate) fn likely(draft: &Draft, krate: &Path) -> (Presence, Type) {
    match unwrap(&draft.ty, krate) {
        Some((Wrapper::Option, inner)) if draft.attributes.nullable.is_some() => {
            (Presence::Nullable, inner.clone())
        }
        Some((Wrapper::Option, inner)) => (Presence::Optional, inner.clone()),
        Some((Wrapper::Patch, inner)) => (Presence::Patch, inner.clone()),
        _ => (Presence::Required, draft.ty.clone()),
    }
}

/// Returns `true` if the field must be an `Option`, and is none, which is reported.
pub(crate) fn lacks_option(field: &Field) -> bool {
    let rule = field.page.as_ref().map(|(rule, _)| rule);
    let is_position = rule.is_some_and(|rule| !matches!(rule, PageRule::Size(_)));
    let is_sent = !matches!(field.location, Location::Path | Location::Nowhere);
    field.presence == Presence::Required && is_sent && (is_position || field.idempotency_key)
}

/// Makes a field an `Option`, after the report that it must be one.
pub(crate) fn correct(field: &mut Field) {
    if lacks_option(field) {
        let ty = &field.ty;
        field.ty = parse_quote!(Option<#ty>);
        field.presence = Presence::Optional;
    }
}

/// Returns the presence of a field with `#[nullable]`.
fn nullable(
    draft: &Draft,
    location: Location,
    wrapper: Wrapper,
    inner: &Type,
    krate: &Path,
    errors: &mut Errors,
) -> Option<(Presence, Type)> {
    let attr = draft.attributes.nullable.as_ref()?;
    let message = match wrapper {
        _ if !is_json_field(draft, location) => not_nullable(draft, location),
        Wrapper::Option => {
            check_nesting(wrapper, inner, draft, location, krate, errors);
            return Some((Presence::Nullable, inner.clone()));
        }
        Wrapper::Patch => "a `Patch` can already be `null`; remove `#[nullable]`".to_owned(),
        Wrapper::Vec => not_nullable(draft, location),
    };
    errors.at(attr, message);
    Some(likely(draft, krate))
}

/// Returns `true` if the field can be `null`: it is sent in JSON, and separately.
fn is_json_field(draft: &Draft, location: Location) -> bool {
    is_json(location) && !draft.is_flattened()
}

const fn is_json(location: Location) -> bool {
    matches!(location, Location::Body(Media::Json) | Location::WholeBody(Whole::Json))
}

/// Returns the reason why a field that is not an `Option` in a JSON body cannot be `null`.
fn not_nullable(draft: &Draft, location: Location) -> String {
    if !is_json_field(draft, location) {
        return "only a field of a JSON body can be `null`; remove `#[nullable]`".to_owned();
    }
    let write = source(&draft.ty);
    format!("`#[nullable]` sends an `Option` that is `None` as `null`; write `Option<{write}>`")
}

/// Returns the mistake in a wrapped type whose value is always sent.
fn never_absent(
    draft: &Draft,
    location: Location,
    wrapper: Wrapper,
    inner: &Type,
) -> Option<String> {
    if location == Location::Path {
        let write = source(inner);
        return Some(format!("a path parameter is always sent, and is one value; write `{write}`"));
    }
    match wrapper {
        _ if !draft.is_flattened() => None,
        Wrapper::Option => None,
        Wrapper::Vec => {
            Some("a list has no entries to flatten; write a map or a struct".to_owned())
        }
        Wrapper::Patch => {
            let write = source(inner);
            Some(format!("a flattened field cannot be `null`; write `Option<{write}>`"))
        }
    }
}

fn check_nesting(
    outer: Wrapper,
    inner: &Type,
    draft: &Draft,
    location: Location,
    krate: &Path,
    errors: &mut Errors,
) {
    let Some((second @ (Wrapper::Option | Wrapper::Patch), innermost)) = unwrap(inner, krate)
    else {
        return;
    };
    let value = source(innermost);
    let remove = match &draft.attributes.adapters[..] {
        [] => String::new(),
        [one] => format!(", and remove `{one}`"),
        [first @ .., last] => format!(", and remove `{}` and `{last}`", first.join("`, `")),
    };
    let written = match (outer, second) {
        (Wrapper::Patch, _) => Some(&draft.ty),
        (_, Wrapper::Patch) => Some(inner),
        _ => None,
    };
    let own = written.map(wrong::or_own).unwrap_or_default();
    let help = if location == Location::Body(Media::Json) {
        let written = written.and_then(|ty| Some(source(ty).split_once('<')?.0.to_owned()));
        let patch = written.unwrap_or_else(|| of_crate(krate, "Patch"));
        format!("write `{patch}<{value}>` to omit, clear or set the field{remove}")
    } else {
        format!("write `Option<{value}>`{remove}")
    };
    errors
        .at(&draft.ty, format!("`{outer:?}<{second:?}<{value}>>` is optional twice; {help}{own}"));
}

/// The mistake of a file that is not sent as one: callers may pass a value of the type to write.
pub(crate) const NO_FILE: &str = "is not sent as a file";
/// The same of bytes.
pub(crate) const NO_BYTES: &str = "would be sent as a JSON list of numbers";

/// Reports bytes. In a multipart body they are probably a file, or a list of numbers; a whole body of bytes is `Bytes`;
/// a path would be sent as text.
fn check_bytes(draft: &Draft, location: Location, value: &Type, krate: &Path, errors: &mut Errors) {
    if draft.attributes.serialize_with.is_some() || is_of_user(value, krate) {
        return;
    }
    let is_json = matches!(draft.attributes.own, Some((FieldAttribute::Part(PartType::Json), _)));
    let found = || source(value);
    let of_crate = |name: &str| of_crate(krate, name);
    let message = match location {
        Location::Body(Media::Multipart) if !is_json && is_bytes(value) => format!(
            "`{}` {NO_FILE}; write `{}`, or `#[part(json)]` for a list of numbers",
            found(),
            of_crate("FilePart")
        ),
        Location::Body(Media::Multipart) if !is_json && is_file(value) => {
            format!("`{}` {NO_FILE}; write `{}`", found(), of_crate("FilePart"))
        }
        Location::WholeBody(Whole::Json) if is_bytes(value) => {
            format!("`{}` {NO_BYTES}; write `{}` to send the bytes", found(), of_crate("Bytes"))
        }
        Location::WholeBody(Whole::Json) if is_file(value) => {
            format!(
                "`{}` {NO_FILE}; write `{}`, or `{}`",
                found(),
                of_crate("Body"),
                of_crate("Bytes")
            )
        }
        _ => return,
    };
    errors.at(value, message);
}

/// Returns the assertions about the type of a field's value. The name of a type is not enough, because users have types
/// called `String`, `Id` or `Path`.
pub(crate) fn guards(draft: &Draft, location: Location, value: &Type) -> Vec<Guard> {
    let mut guards = Vec::new();
    let ty = || Box::new(value.clone());
    if draft.param.is_some() || draft.is_cfg() || draft.attributes.serialize_with.is_some() {
        return guards;
    }
    match (&draft.attributes.own, location) {
        _ if draft.is_flattened() => guards.push(Guard::HasEntries(ty())),
        (Some((FieldAttribute::Query(Some(_)), _)), _) => guards.push(Guard::IsList(ty())),
        (None, Location::Body(Media::Multipart)) | (_, Location::WholeBody(Whole::Json))
            if may_be_file_path(value) =>
        {
            guards.push(Guard::NotFile(ty()));
        }
        _ => {}
    }
    guards
}
