//! Decides where each field is sent, and under which name.

mod kinds;

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Attribute, Path, Type, ext::IdentExt};

use crate::{
    decide::{case::Case, draft::Draft, presence, rules},
    error::Errors,
    model::{Field, Guard, Location, Media, Presence, Takes, Whole},
    read::{
        arguments::{Arguments, Unmarked},
        field_attributes::FieldAttribute,
        types::{Wrapper, is_basic, is_named, may_be_alias, recognized, takes, unwrap},
    },
    tokens::ends,
};

/// The fields with their locations.
pub(crate) struct Located {
    pub(crate) fields: Vec<Field>,
    pub(crate) guards: Vec<Guard>,
    /// `true` if the arguments of `new` are known.
    pub(crate) presences_are_known: bool,
}

/// Decides the location of every field.
pub(crate) fn locate(
    drafts: Vec<Draft>,
    arguments: &Arguments,
    path_is_right: bool,
    case: Option<&Case>,
    krate: &Path,
    type_params: &[&Ident],
    errors: &mut Errors,
) -> Located {
    // A field may be a parameter of a path that cannot be read.
    let is_option_missing = drafts.iter().any(|draft| draft.attributes.asks_for_option);
    let delete_was_reported = !path_is_right || is_option_missing;
    let mut locator = Locator {
        arguments,
        path_is_right,
        case,
        krate,
        type_params,
        errors,
        delete_was_reported,
        lacks_multipart: kinds::lacks_multipart(&drafts, arguments),
        part_was_reported: false,
        body_was_reported: false,
    };
    let mut located = Located { fields: Vec::new(), guards: Vec::new(), presences_are_known: true };
    for mut draft in drafts {
        let deferred = draft.deferred.take();
        // What follows from a mistake in the field, or contradicts its report, is not reported.
        let (before, is_reported) = (locator.errors.count(), draft.is_reported);
        let asserted = located.guards.len();
        let (mut field, known) = locator.field(draft, &mut located.guards);
        if let Some(report) = deferred {
            locator.errors.push(report);
        }
        field.is_reported = is_reported || locator.errors.count() > before;
        locator.errors.truncate(before + usize::from(!is_reported));
        located.presences_are_known &= known;
        let alias = field.presence == Presence::Required
            && field.location != Location::Nowhere
            && may_be_alias(&field.ty);
        if alias && field.cfgs().next().is_none() {
            located.guards.push(Guard::NotAlias(Box::new(field.ty.clone())));
        }
        // The assertions are outside of the struct, where `Self` has no meaning.
        if field.ty_text.contains("Self") {
            located.guards.truncate(asserted);
        }
        located.fields.push(field);
    }
    located
}

fn is_wrapped(draft: &Draft, krate: &Path) -> bool {
    unwrap(&draft.ty, krate).is_some()
}

struct Locator<'a> {
    arguments: &'a Arguments,
    path_is_right: bool,
    case: Option<&'a Case>,
    krate: &'a Path,
    type_params: &'a [&'a Ident],
    errors: &'a mut Errors,
    delete_was_reported: bool,
    /// `true` if parts are declared without `multipart`, so that the location of unmarked fields is unknown.
    lacks_multipart: bool,
    part_was_reported: bool,
    body_was_reported: bool,
}

impl Locator<'_> {
    /// Returns the field, and whether its presence is known.
    fn field(&mut self, draft: Draft, guards: &mut Vec<Guard>) -> (Field, bool) {
        let location = self.location(&draft);
        let is_located = location.is_some() && !draft.attributes.unclear;
        let location = location.unwrap_or(Location::Body(Media::Json));
        let before = self.errors.count();
        let (presence, value) = if is_located {
            presence::decide(&draft, location, self.krate, self.errors)
        } else {
            presence::likely(&draft, self.krate)
        };
        // An `Option` is never an argument, unless it is nullable, and most other types always are. A list depends on
        // its location.
        let is_right = is_located && self.errors.count() == before;
        let is_list = matches!(unwrap(&draft.ty, self.krate), Some((Wrapper::Vec, _)));
        let known = is_right || !is_list && draft.attributes.nullable.is_none();
        // Callers may pass an optional path parameter to `new`, or set it.
        let known = known && (location != Location::Path || !is_wrapped(&draft, self.krate));
        let is_unclear = draft.attributes.unclear_type
            || self.errors.contain(before, presence::NO_FILE)
            || self.errors.contain(before, presence::NO_BYTES);
        let known = known && !(is_unclear && presence == Presence::Required);
        let known = known && !draft.presence_is_guess;
        // The type of the setter's argument is unknown.
        let is_nested = !is_right
            && matches!(presence, Presence::Optional | Presence::Patch)
            && matches!(unwrap(&value, self.krate), Some((Wrapper::Option | Wrapper::Patch, _)));
        guards.extend(presence::guards(&draft, location, &value));
        let wire = self.wire(&draft, location);
        let also = self.also(&draft);
        self.check_serialize_with(&draft, location);
        let flatten = draft.is_flattened();
        let segments = self.segments(&draft);
        let list = self.list_style(&draft, location, &value);
        let part = self.part(&draft, location);
        let idempotency_key = self.idempotency_key(&draft, presence, &value);
        let Draft { vis, ident, ty, ty_text, attributes, .. } = draft;
        let field = Field {
            attrs: attributes.kept,
            vis,
            ident,
            // An added path parameter and one that is declared the same way have the same text.
            ty_text: ty_text.trim_start_matches("::std::string::").to_owned(),
            ty,
            location,
            wire,
            segments,
            list,
            part,
            idempotency_key,
            flatten,
            page: attributes.page,
            also,
            serialize_with: attributes.serialize_with,
            presence,
            takes: if is_unclear || is_nested {
                Takes::Anything
            } else {
                takes(&value, self.krate, self.type_params)
            },
            ends: ends(&value),
            basic: is_basic(&value),
            recognized: recognized(&value),
            value,
            settable: true,
            is_reported: false,
        };
        let known = known && !presence::lacks_option(&field);
        (field, known)
    }

    fn location(&mut self, draft: &Draft) -> Option<Location> {
        if draft.param.is_some() {
            self.check_parameter(draft);
            return Some(Location::Path);
        }
        if draft.is_phantom() {
            kinds::check_phantom(draft, self.errors);
            return Some(Location::Nowhere);
        }
        match &draft.attributes.own {
            Some((FieldAttribute::Query(_) | FieldAttribute::FlattenQuery, _)) => {
                Some(Location::Query)
            }
            Some((FieldAttribute::Header(name) | FieldAttribute::IdempotencyKey(name), _)) => {
                let before = self.errors.count();
                rules::header_name(name, self.errors);
                (self.errors.count() == before).then_some(Location::Header)
            }
            Some((FieldAttribute::Body, attr)) => Some(self.whole_body(&draft.ty, attr)),
            // The parameters of a wrong path may be other ones.
            Some((FieldAttribute::Path { .. }, _)) if !self.path_is_right => None,
            Some((FieldAttribute::Path { body, .. }, attr)) => {
                let name = &draft.name;
                let message = if *body {
                    format!(
                        "the path has no parameter `<{name}>`; add it to the path, or remove `#[path(body)]`"
                    )
                } else {
                    format!(
                        "the path has no parameter `<{name}>`; add it to the path, or remove `#[path(slashes)]`"
                    )
                };
                self.errors.at(attr, message);
                None
            }
            Some((FieldAttribute::Flatten | FieldAttribute::Part(_), _)) | None => {
                self.unmarked(draft)
            }
        }
    }

    /// Reports attributes on a path parameter: it is always sent in the path, and in addition only in the body.
    fn check_parameter(&mut self, draft: &Draft) {
        if let Some((found, attr)) = &draft.attributes.own
            && !matches!(found, FieldAttribute::Path { .. })
        {
            let name = &draft.name;
            let found = attr.path().to_token_stream();
            let message =
                format!("`{name}` is a path parameter; remove `#[{found}]`, or rename the field");
            self.errors.at(attr, message);
        }
        if let Some(cfg) = draft.attributes.kept.iter().find(|attr| attr.path().is_ident("cfg")) {
            self.errors.at(cfg, "a path parameter is always sent; remove `#[cfg]`");
        }
    }

    /// Returns the location of a field with `#[body]`.
    fn whole_body(&mut self, ty: &Type, attr: &Attribute) -> Location {
        let wrapped = unwrap(ty, self.krate).filter(|(wrapper, _)| *wrapper != Wrapper::Vec);
        let value = wrapped.map_or(ty, |(_, inner)| inner);
        let message = kinds::body_without_room(value, self.arguments);
        if let Some(message) = message.filter(|_| !self.body_was_reported) {
            self.body_was_reported = true;
            self.errors.at(attr, message);
        }
        Location::WholeBody(match value {
            value if is_named(value, "Bytes") || is_named(value, "Body") => Whole::Named,
            _ => Whole::Json,
        })
    }

    /// Returns `true` if the location of unmarked fields, or of this one, is unknown because of a mistake.
    const fn is_unclear(&self, draft: &Draft) -> bool {
        draft.attributes.unclear
            || self.arguments.method.is_none()
            || self.arguments.options.is_unclear
            || self.lacks_multipart
    }

    /// Returns the location of unmarked fields.
    fn unmarked(&mut self, draft: &Draft) -> Option<Location> {
        if self.is_unclear(draft) {
            return None;
        }
        let Some(unmarked) = self.arguments.unmarked() else {
            self.report_delete(draft);
            return None;
        };
        Some(match unmarked {
            Unmarked::Query => Location::Query,
            Unmarked::Body(media) => Location::Body(media),
        })
    }

    /// Reports an unmarked field that has no location, once.
    fn report_delete(&mut self, draft: &Draft) {
        if draft.is_reported {
            return;
        }
        if !self.delete_was_reported {
            let name = draft.ident.unraw();
            let mut message = "`DELETE` has no default location for unmarked fields; add the option `json` or `query` after the path".to_owned();
            if draft.may_be_parameter() {
                message.push_str(&format!(", or write `<{name}>` in the path"));
            }
            self.errors.at(&draft.ident, message);
        }
        self.delete_was_reported = true;
    }

    /// Returns the body location of a path parameter with `#[path(body)]`.
    fn also(&mut self, draft: &Draft) -> Option<(Media, String)> {
        let (Some(_), Some((FieldAttribute::Path { body: true, .. }, attr))) =
            (draft.param, &draft.attributes.own)
        else {
            return None;
        };
        if self.is_unclear(draft) {
            return None;
        }
        let unmarked = self.arguments.unmarked();
        let Some(Unmarked::Body(media)) = unmarked else {
            if unmarked.is_some() || !self.delete_was_reported {
                self.errors.at(attr, kinds::path_body_without_body(self.arguments));
            }
            self.delete_was_reported |= unmarked.is_none();
            return None;
        };
        let wire = self.wire(draft, Location::Body(media));
        Some((media, wire))
    }

    /// Reports a serializer on a value that is not serialized.
    fn check_serialize_with(&mut self, draft: &Draft, location: Location) {
        const DISPLAY: &str = "remove it, and write a type whose `Display` writes the value";
        let Some(function) =
            draft.attributes.serialize_with.as_ref().filter(|_| !draft.serde_stays)
        else {
            return;
        };
        let (what, help) = match location {
            Location::Path if draft.is_path_body() => return,
            Location::Path => ("a path parameter", DISPLAY),
            Location::Header => ("a header", DISPLAY),
            Location::Nowhere => ("`PhantomData`", "remove it"),
            Location::WholeBody(Whole::Named) => ("a body of bytes", "remove it"),
            _ => return,
        };
        self.errors.at(
            function,
            format!("{what} is not serialized with serde, so the function has no effect; {help}"),
        );
    }

    /// Returns the name on the wire.
    fn wire(&mut self, draft: &Draft, location: Location) -> String {
        let name = draft.name.clone();
        let named_elsewhere = match location {
            _ if draft.is_flattened() => Some("a flattened field has no name"),
            Location::Path if draft.is_path_body() || !self.path_is_right => return name,
            Location::Query | Location::Body(_) => None,
            Location::Nowhere => Some("`PhantomData` is not sent and needs no name"),
            Location::Path => Some("a path parameter is named in the path"),
            Location::Header => Some("the header's name is given in its attribute"),
            Location::WholeBody(_) => Some("a whole body has no name"),
        };
        match (&draft.attributes.rename, named_elsewhere, &draft.attributes.own) {
            (Some(rename), Some(why), _) if !draft.serde_stays => {
                self.errors.at(rename, format!("{why}; remove `#[serde(rename)]`"));
                name
            }
            (
                _,
                Some(_),
                Some((FieldAttribute::Header(name) | FieldAttribute::IdempotencyKey(name), _)),
            ) => name.value(),
            (_, Some(_), _) => name,
            (Some(rename), None, _) => rename.value(),
            (None, None, _) => self.case.map_or(name.clone(), |case| case.apply(&name)),
        }
    }
}
