//! Which field goes where, and when.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Path, Type};

use crate::{
    decide::{case::Case, draft::Draft, rules},
    error::Errors,
    model::{Field, Guard, Media, Method, Place, Presence, Whole},
    read::{
        arguments::{Head, Unmarked},
        field_attributes::Mark,
        types::{
            Wrapper, files, is_basic, is_named, is_scalar, may_be_alias, source, takes, unwrap,
        },
    },
    tokens::ends,
};

/// The fields in their places.
pub(crate) struct Placed {
    pub(crate) fields: Vec<Field>,
    pub(crate) guards: Vec<Guard>,
    /// Whether it is known of every field if it is an argument of `new`.
    pub(crate) sizes_are_known: bool,
}

/// Gives every field its place.
pub(crate) fn place(
    drafts: Vec<Draft>,
    head: &Head,
    case: Option<&Case>,
    krate: &Path,
    type_params: &[&Ident],
    errors: &mut Errors,
) -> Placed {
    let mut placing =
        Placing { head, case, krate, type_params, errors, delete_was_reported: false };
    let mut placed = Placed { fields: Vec::new(), guards: Vec::new(), sizes_are_known: true };
    for draft in drafts {
        let (field, known) = placing.field(draft);
        placed.sizes_are_known &= known;
        let alias = field.presence == Presence::Required && may_be_alias(&field.ty);
        if alias && field.cfgs().next().is_none() {
            placed.guards.push(Guard::NotAlias(Box::new(field.ty.clone())));
        }
        placed.fields.push(field);
    }
    placed
}

struct Placing<'a> {
    head: &'a Head,
    case: Option<&'a Case>,
    krate: &'a Path,
    type_params: &'a [&'a Ident],
    errors: &'a mut Errors,
    delete_was_reported: bool,
}

impl Placing<'_> {
    /// The field, and whether it is known when it is sent.
    fn field(&mut self, draft: Draft) -> (Field, bool) {
        let place = self.place(&draft);
        let mut known = place.is_some() && !draft.marks.unclear;
        let place = place.unwrap_or(Place::Body(Media::Json));
        let before = self.errors.count();
        let (presence, value) =
            if known { self.presence(&draft, place) } else { self.likely_presence(&draft) };
        known &= self.errors.count() == before;
        let wire = self.wire(&draft, place);
        let also = self.also(&draft);
        let flatten = matches!(draft.marks.mark, Some((Mark::Flatten, _)));
        self.check_with(&draft, place);
        let takes = takes(&value, self.krate, self.type_params);
        let is_part = place == Place::Body(Media::Multipart);
        let Draft { vis, ident, ty, marks, param, .. } = draft;
        (
            Field {
                attrs: marks.kept,
                vis,
                ident,
                // The `String` of the short form is written out, so that nothing in scope is in its way; what is written
                // out like it reads the same.
                text: source(&ty).trim_start_matches("::std::string::").to_owned(),
                ends: ends(&value),
                basic: is_basic(&value),
                files: if is_part { files(&value) } else { None },
                ty,
                place,
                wire,
                several: param == Some(true),
                flatten,
                also,
                with: marks.with,
                presence,
                value,
                takes,
                settable: true,
            },
            known,
        )
    }

    fn place(&mut self, draft: &Draft) -> Option<Place> {
        if draft.param.is_some() {
            if let Some((mark, attr)) = &draft.marks.mark
                && !matches!(mark, Mark::PathBody)
            {
                let name = &draft.name;
                let mark = attr.path().to_token_stream();
                let message = format!(
                    "`{name}` goes to the path; remove `#[{mark}]`, or give the field another name"
                );
                self.errors.at(attr, message);
            }
            if let Some(cfg) = draft.marks.kept.iter().find(|attr| attr.path().is_ident("cfg")) {
                self.errors.at(cfg, "a path parameter is always there; remove `#[cfg]`");
            }
            return Some(Place::Path);
        }
        match &draft.marks.mark {
            Some((Mark::Query { comma }, _)) => Some(Place::Query { comma: *comma }),
            Some((Mark::Header(name), _)) => {
                rules::header_name(name, self.errors);
                Some(Place::Header)
            }
            Some((Mark::Body, attr)) => {
                if let Some(method @ (Method::Get | Method::Head)) = self.head.method {
                    let method = method.name();
                    let message =
                        format!("`{method}` has no body; write `#[query]`, or another method");
                    self.errors.at(attr, message);
                }
                if let Some((Unmarked::Body(Media::Form | Media::Multipart), option)) =
                    &self.head.options.unmarked
                {
                    let message = format!(
                        "`{option}` is made of fields, and `#[body]` is the whole body; write `#[flatten]`, or remove `{option}`"
                    );
                    self.errors.at(attr, message);
                }
                let value = unwrap(&draft.ty, self.krate).map_or(&draft.ty, |(_, inner)| inner);
                Some(Place::WholeBody(match value {
                    value if is_named(value, "Bytes") => Whole::Bytes,
                    value if is_named(value, "Body") => Whole::Stream,
                    _ => Whole::Json,
                }))
            }
            Some((Mark::PathBody, attr)) => {
                let name = &draft.name;
                let message = format!(
                    "the path has no `<{name}>`, so `{name}` cannot go to both; add it to the path, or remove `#[path(body)]`"
                );
                self.errors.at(attr, message);
                None
            }
            Some((Mark::Flatten, _)) | None => self.unmarked(draft),
        }
    }

    /// How a path parameter that is marked `#[path(body)]` is sent in the body.
    fn also(&mut self, draft: &Draft) -> Option<(Media, String)> {
        let (Some(_), Some((Mark::PathBody, attr))) = (draft.param, &draft.marks.mark) else {
            return None;
        };
        match self.unmarked(draft)? {
            Place::Body(media) => {
                let wire = self.wire(draft, Place::Body(media));
                Some((media, wire))
            }
            _ => {
                let message = "this request has no body for `#[path(body)]`; add the option `json`, or remove the mark";
                self.errors.at(attr, message);
                None
            }
        }
    }

    /// What is not serialized cannot be serialized otherwise.
    fn check_with(&mut self, draft: &Draft, place: Place) {
        let Some(with) = draft.marks.with.as_ref().filter(|_| !draft.serde_stays) else { return };
        let what = match place {
            Place::Path if self.is_also(draft) => return,
            Place::Path => "a path parameter",
            Place::Header => "a header",
            Place::WholeBody(Whole::Bytes | Whole::Stream) => "a body of bytes",
            Place::Body(_) if files(&draft.ty).is_some() => "a file",
            _ => return,
        };
        self.errors.at(
            with,
            format!(
                "{what} is not written with serde, so that `with` has nothing to do; remove it"
            ),
        );
    }

    fn is_also(&self, draft: &Draft) -> bool {
        matches!(draft.marks.mark, Some((Mark::PathBody, _)))
    }

    fn unmarked(&mut self, draft: &Draft) -> Option<Place> {
        if draft.marks.unclear {
            return None;
        }
        let place = match (&self.head.options.unmarked, self.head.method?) {
            (Some((place, _)), _) => *place,
            (None, Method::Get | Method::Head | Method::Options) => Unmarked::Query,
            (None, Method::Post | Method::Put | Method::Patch) => Unmarked::Body(Media::Json),
            (None, Method::Delete) => {
                if !self.delete_was_reported {
                    let message = "`DELETE` does not say where unmarked fields go; add the option `json` or `query` behind the path";
                    self.errors.at(&draft.ident, message);
                }
                self.delete_was_reported = true;
                return None;
            }
        };
        Some(match place {
            Unmarked::Query => Place::Query { comma: false },
            Unmarked::Body(media) => Place::Body(media),
        })
    }

    fn presence(&mut self, draft: &Draft, place: Place) -> (Presence, Type) {
        let ty = &draft.ty;
        let unwrapped = unwrap(ty, self.krate);
        let value = unwrapped
            .filter(|(wrapper, _)| *wrapper != Wrapper::Vec)
            .map_or(ty, |(_, inner)| inner);
        if place != Place::Body(Media::Multipart) && files(value).is_some() {
            let message = "a `FilePart` is a part of a multipart body; add the option `multipart` behind the path, or send the file alone as a `Body`";
            self.errors.at(ty, message);
        }
        let Some((wrapper, inner)) = unwrapped else {
            self.check_comma(draft, ty, place);
            return (Presence::Required, ty.clone());
        };
        if place == Place::Path {
            let write = source(inner);
            self.errors.at(
                ty,
                format!("a path parameter is always sent, and is one value; write `{write}`"),
            );
            return (Presence::Required, ty.clone());
        }
        if matches!(draft.marks.mark, Some((Mark::Flatten, _))) {
            let write = source(inner);
            let message = match wrapper {
                Wrapper::Vec => {
                    "a list has no entries to flatten; write a map or a struct".to_owned()
                }
                _ => format!(
                    "`#[flatten]` takes a map or a struct, which may be empty; write `{write}`"
                ),
            };
            self.errors.at(ty, message);
            return (Presence::Required, ty.clone());
        }
        match wrapper {
            Wrapper::Option | Wrapper::Patch => {
                self.check_nesting(wrapper, inner, draft, place);
                if wrapper == Wrapper::Patch && place != Place::Body(Media::Json) {
                    let write = source(inner);
                    let message = format!(
                        "`Patch` tells `null` from absent, which only a field of a JSON body can; write `Option<{write}>`"
                    );
                    self.errors.at(ty, message);
                }
                self.check_comma(draft, inner, place);
                (
                    if wrapper == Wrapper::Option { Presence::Optional } else { Presence::Patch },
                    inner.clone(),
                )
            }
            Wrapper::Vec
                if matches!(
                    place,
                    Place::Query { .. } | Place::Body(Media::Form | Media::Multipart)
                ) =>
            {
                (Presence::Items, ty.clone())
            }
            Wrapper::Vec => (Presence::Required, ty.clone()),
        }
    }

    /// What the type says of a field whose place is wrong.
    fn likely_presence(&self, draft: &Draft) -> (Presence, Type) {
        match unwrap(&draft.ty, self.krate) {
            Some((Wrapper::Option, inner)) => (Presence::Optional, inner.clone()),
            Some((Wrapper::Patch, inner)) => (Presence::Patch, inner.clone()),
            _ => (Presence::Required, draft.ty.clone()),
        }
    }

    fn check_nesting(&mut self, outer: Wrapper, inner: &Type, draft: &Draft, place: Place) {
        let Some((second @ (Wrapper::Option | Wrapper::Patch), innermost)) =
            unwrap(inner, self.krate)
        else {
            return;
        };
        let (value, outer) = (source(innermost), format!("{outer:?}"));
        let message = if place == Place::Body(Media::Json) {
            format!(
                "`{outer}<{second:?}<{value}>>` says twice that there may be nothing; write `Patch<{value}>` to leave out, clear or set"
            )
        } else {
            format!(
                "`{outer}<{second:?}<{value}>>` says twice that there may be nothing; write `Option<{value}>`"
            )
        };
        self.errors.at(&draft.ty, message);
    }

    fn check_comma(&mut self, draft: &Draft, value: &Type, place: Place) {
        if let (Place::Query { comma: true }, Some((_, attr))) = (place, &draft.marks.mark)
            && is_scalar(value)
        {
            let write = source(value);
            self.errors.at(
                attr,
                format!("`comma` joins the items of a list; write `#[query]`, or a `Vec<{write}>`"),
            );
        }
    }

    fn wire(&mut self, draft: &Draft, place: Place) -> String {
        let name = draft.name.clone();
        let named_elsewhere = match place {
            _ if matches!(draft.marks.mark, Some((Mark::Flatten, _))) => {
                Some("what is flattened has no name of its own")
            }
            Place::Path if self.is_also(draft) => return name,
            Place::Query { .. } | Place::Body(_) => None,
            Place::Path => Some("a path parameter is named in the path"),
            Place::Header => Some("a header is named in its mark"),
            Place::WholeBody(_) => Some("a whole body has no name"),
        };
        match (&draft.marks.rename, named_elsewhere, &draft.marks.mark) {
            (Some(rename), Some(why), _) if !draft.serde_stays => {
                self.errors.at(rename, format!("{why}; remove `#[serde(rename)]`"));
                name
            }
            (_, Some(_), Some((Mark::Header(header), _))) => header.value(),
            (_, Some(_), _) => name,
            (Some(rename), None, _) => rename.value(),
            (None, None, _) => self.case.map_or(name.clone(), |case| case.apply(&name)),
        }
    }
}
