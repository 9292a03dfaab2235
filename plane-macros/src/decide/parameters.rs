//! Finds the fields that fill the path's parameters: all of them or none.

use std::ops::Range;

use proc_macro2::Ident;
use quote::quote;
use syn::{LitStr, Type, Visibility, ext::IdentExt};

use crate::{
    decide::draft::{Draft, Parameter},
    error::{Errors, nearest},
    model::{Field, ListStyle, Location, Method, Presence, Segments, Takes},
    read::{
        path::{Param, Reading, Template, point, singular},
        types,
    },
    tokens::{at, ends},
};

/// The advice about a path parameter that has another name in serde.
const REMOVE_RENAME: &str = ", and remove `#[serde(rename)]`";

/// The relation between the path and the fields.
pub(crate) struct Parameters {
    /// All parameters, in the order of the path.
    order: Vec<Ident>,
    /// The parameters that no field declares, each with whether it takes several segments.
    missing: Vec<(Ident, bool)>,
    /// `true` if the path is written without mistakes.
    is_right: bool,
    /// `true` if these are all. Always `true` if there are no mistakes.
    pub(crate) are_known: bool,
    /// `true` if callers may pass a field in place of one of them, if there are mistakes.
    pub(crate) may_be_fields: bool,
}

impl Parameters {
    /// Returns the names of all parameters.
    pub(crate) fn names(&self) -> Vec<String> {
        self.order.iter().map(|name| name.unraw().to_string()).collect()
    }

    /// Returns `true` if none is declared.
    pub(crate) const fn is_short(&self) -> bool {
        self.missing.len() == self.order.len()
    }
}

/// Finds the fields that the path names.
pub(crate) fn find(
    literal: Option<&LitStr>,
    reading: Option<&Reading>,
    drafts: &mut [Draft],
    method: Option<Method>,
    errors: &mut Errors,
) -> Parameters {
    let mut found = Parameters {
        order: Vec::new(),
        missing: Vec::new(),
        is_right: false,
        are_known: false,
        may_be_fields: false,
    };
    let (Some(literal), Some(reading)) = (literal, reading) else { return found };
    let template = &reading.template;
    found.is_right = template.is_right;
    // Callers may already pass the parameters of a path that is not written yet.
    found.are_known = template.is_clear && !literal.value().is_empty();
    let mut missing = Vec::new();
    // The parameters of a corrected path that are written as their fields demand.
    let mut rewritten = Vec::new();
    let mut misnamed = Vec::new();
    let mut has_rename = false;
    for param in template.params() {
        let meant = |draft: &Draft| draft.attributes.parameter.as_ref() == Some(&param.name);
        let mut draft = drafts.iter().position(|draft| draft.name == param.name);
        draft = draft.or_else(|| drafts.iter().position(meant));
        // The name of an unclear parameter is not the user's.
        if draft.is_none() && template.is_clear {
            draft = called_parameter(drafts, template)
                .or_else(|| misspelt(param, drafts, template, &mut misnamed, errors))
                .or_else(|| renamed(param, literal, drafts, template, method, &mut misnamed));
            // The field may be unrelated after all.
            found.are_known &= draft.is_none();
        }
        let ident = match draft.and_then(|index| drafts.get_mut(index)) {
            Some(draft) => {
                // The report of the path, or of the field's name, says to remove it.
                if draft.name != param.name || !template.is_right {
                    has_rename |= draft.take_rename();
                }
                let several = param.several && (template.is_right || !draft.is_with_slashes());
                draft.param = Some(Parameter { several, alone: param.alone });
                let dots = if several { ".." } else { "" };
                rewritten.push((param.spot.clone(), format!("<{}{dots}>", draft.name)));
                draft.ident.clone()
            }
            None => {
                missing.push(param);
                let ident = ident(&param.name, literal);
                found.missing.push((ident.clone(), param.several));
                ident
            }
        };
        found.order.push(ident);
    }
    let declared = drafts.iter().find(|draft| draft.param.is_some());
    let declared = declared.filter(|_| !missing.is_empty());
    // Callers may already pass the missing parameters.
    found.are_known &= declared.is_none();
    // Unmarked fields of a `DELETE` may be a mistake, too.
    if !template.is_right || method == Some(Method::Delete) {
        found.may_be_fields = missing.iter().any(|param| resembles_field(param, drafts));
    }
    if template.is_right {
        report_misnamed(literal, &misnamed, errors);
        let is_reported = drafts.iter().any(|draft| draft.is_called_parameter());
        if let Some(first) = declared.filter(|_| !is_reported) {
            let free: Vec<&str> = drafts
                .iter()
                .filter(|draft| draft.param.is_none() && draft.may_be_parameter())
                .map(|draft| &*draft.name)
                .collect();
            report_missing(literal, &first.ident, &missing, &free, errors);
        }
        return found;
    }
    let mut corrected = reading.corrected.clone();
    for (spot, written) in rewritten.into_iter().rev() {
        corrected.replace_range(spot, &written);
    }
    let mut more = declared.map(|_| format!("; add {}", as_fields(&missing))).unwrap_or_default();
    more += if has_rename { REMOVE_RENAME } else { "" };
    let report = reading.report(&literal.value(), &corrected, &more);
    errors.at(literal, report.unwrap_or_default());
    found
}

/// Returns `true` if a field may be meant for this parameter: `id` for `{ids}`.
fn resembles_field(param: &Param, drafts: &[Draft]) -> bool {
    let is_near = |name: &str| {
        name.contains(&param.name)
            || param.name.contains(name)
            || nearest(name, [&*param.name]).is_some()
    };
    let is_free = |draft: &Draft| draft.param.is_none() && draft.may_be_parameter();
    drafts.iter().any(|draft| is_free(draft) && is_near(&draft.name))
}

/// Returns the fields to add.
fn as_fields(missing: &[&Param]) -> String {
    let fields = missing.iter().map(|param| format!("`pub {}: String`", param.name));
    fields.collect::<Vec<_>>().join(" and ")
}

/// Reports parameters that no field declares. The `free` fields may be parameters.
fn report_missing(
    literal: &LitStr,
    declared: &Ident,
    missing: &[&Param],
    free: &[&str],
    errors: &mut Errors,
) {
    let names = missing.iter().map(|param| format!("`{}`", param.name)).collect::<Vec<_>>();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!(
        "{} {verb} not declared, but `{}` is; declare all path parameters or none",
        names.join(" and "),
        declared.unraw()
    );
    let spots: Vec<_> = missing.iter().map(|param| param.spot.clone()).collect();
    // `repos` for `<repo>`: only the user knows whether they are the same.
    let near = missing.iter().find_map(|param| {
        let is_near = |name: &&&str| {
            name.strip_suffix('s') == Some(&param.name)
                || param.name.strip_suffix('s') == Some(name)
        };
        free.iter().find(is_near)
    });
    let or = near.map(|name| format!(", or write `<{name}>` if the field `{name}` is meant"));
    let help = format!("add {}{}", as_fields(missing), or.unwrap_or_default());
    errors.at(literal, point(&message, &literal.value(), &spots, &help));
}

fn ident(name: &str, literal: &LitStr) -> Ident {
    let has_capitals = name.contains(|c: char| c.is_ascii_uppercase());
    // The lint about capitals would suggest to replace the whole path, so the name is not the user's.
    let span = if has_capitals { at(literal.span()) } else { literal.span() };
    // Keywords are valid names of fields, but must be written raw. `gen` is one since the edition of 2024.
    if name != "gen" && syn::parse_str::<Ident>(name).is_ok() {
        Ident::new(name, span)
    } else {
        Ident::new_raw(name, span)
    }
}

/// Returns a field that its attribute declares as a parameter, but that has another name. Reported.
fn called_parameter(drafts: &[Draft], template: &Template) -> Option<usize> {
    let is_named = |draft: &Draft| template.params().any(|param| param.name == draft.name);
    let is_free = |draft: &Draft| draft.param.is_none() && types::may_be_parameter(&draft.ty);
    drafts
        .iter()
        .position(|draft| draft.is_called_parameter() && is_free(draft) && !is_named(draft))
}

/// Reports a field whose name is almost the name of a parameter: it is probably the parameter.
fn misspelt(
    wanted: &Param,
    drafts: &[Draft],
    template: &Template,
    misnamed: &mut Vec<Misnamed>,
    errors: &mut Errors,
) -> Option<usize> {
    let param = &*wanted.name;
    let could_be = |draft: &Draft| {
        let name = &draft.name;
        let wrapped = ["Option", "Vec", "Patch"]
            .iter()
            .any(|it| types::last(&draft.ty).is_some_and(|l| l.ident == it));
        // Names may differ in case, and by the `_` that some users write after a keyword.
        if is_same_name(name, param) && draft.attributes.own.is_none() && !wrapped {
            return !template.params().any(|other| other.name == *name);
        }
        let plural = name.strip_suffix('s') == Some(param) || param.strip_suffix('s') == Some(name);
        let marked = draft.attributes.own.is_some() || draft.attributes.unclear;
        // One edit in five or more letters is a typing error; `start_id` and `state_id` may be different.
        let long = name.len() > 4 && param.len() > 4;
        let is_param = draft.param.is_some() || template.params().any(|other| other.name == *name);
        // `project_id` in a body may be another project than `<project>`.
        let is_longer = |long: &str, short: &str| {
            long.strip_prefix(short).is_some_and(|rest| rest.starts_with('_'))
        };
        let is_other = plural || is_longer(name, param) || is_longer(param, name);
        long && !is_param && !wrapped && !is_other && !marked && nearest(name, [param]).is_some()
    };
    let index = drafts.iter().position(could_be)?;
    let draft = drafts.get(index)?;
    let name = &draft.name;
    if is_in_another_case(param, name) {
        misnamed.push(Misnamed::new(wanted, draft));
    } else if template.is_right {
        // The name of a corrected path is a guess.
        let raw = if syn::parse_str::<Ident>(param).is_err() { "r#" } else { "" };
        let rename = if draft.has_rename() { ", without `#[serde(rename)]`" } else { "" };
        let message =
            format!("`{name}` is not in the path\nhelp: did you mean `{raw}{param}`{rename}?");
        errors.at(&draft.ident, message);
    }
    Some(index)
}

/// Returns `true` if a parameter in `camelCase` names the field in `snake_case`.
fn is_in_another_case(param: &str, field: &str) -> bool {
    let has_capitals = |name: &str| name.contains(|c: char| c.is_ascii_uppercase());
    has_capitals(param) && !has_capitals(field) && is_same_name(field, param)
}

/// A parameter and its field, which has another name.
struct Misnamed {
    param: String,
    field: String,
    spot: Range<usize>,
    /// The parameter with the name of the field.
    written: String,
    is_in_another_case: bool,
    has_rename: bool,
}

impl Misnamed {
    fn new(param: &Param, draft: &Draft) -> Self {
        Self {
            param: param.name.clone(),
            field: draft.name.clone(),
            spot: param.spot.clone(),
            written: format!("<{}{}>", draft.name, if param.several { ".." } else { "" }),
            is_in_another_case: is_in_another_case(&param.name, &draft.name),
            has_rename: draft.has_rename(),
        }
    }
}

/// Reports all parameters whose fields have other names, since one corrected path serves all of them.
fn report_misnamed(literal: &LitStr, misnamed: &[Misnamed], errors: &mut Errors) {
    let [first, ..] = misnamed else { return };
    let Misnamed { param, field, .. } = first;
    let message = if first.is_in_another_case {
        format!("path parameter `{param}` is the field `{field}`, in another case")
    } else {
        format!("path parameter `{param}` and field `{field}` have different names")
    };
    let path = literal.value();
    let mut corrected = path.clone();
    for it in misnamed.iter().rev() {
        corrected.replace_range(it.spot.clone(), &it.written);
    }
    let mut help = format!("write `{corrected}`");
    if misnamed.len() == 1 && !first.is_in_another_case {
        help = format!("{help}, or rename the field to `{param}`");
    }
    if misnamed.iter().any(|it| it.has_rename) {
        help.push_str(REMOVE_RENAME);
    }
    let spots: Vec<_> = misnamed.iter().map(|it| it.spot.clone()).collect();
    errors.at(literal, point(&message, &path, &spots, &help));
}

/// Finds a field that is probably the parameter, under a longer or shorter name: `issue_id` for `<issue>`.
fn renamed(
    param: &Param,
    literal: &LitStr,
    drafts: &[Draft],
    template: &Template,
    method: Option<Method>,
    misnamed: &mut Vec<Misnamed>,
) -> Option<usize> {
    // A field of a body may have such a name without being the parameter.
    let has_body = matches!(method, Some(Method::Post | Method::Put | Method::Patch));
    let path = literal.value();
    let before = path.get(..param.spot.start)?.trim_end_matches('/').rsplit('/').next()?;
    let thing = singular(before).replace('-', "_");
    let could_be = |draft: &Draft| {
        let (name, other) = (&*draft.name, &*param.name);
        let is_id = |word: &str| matches!(word, "id" | "slug" | "key" | "uuid" | "number");
        let longer = |long: &str, short: &str| {
            long.strip_prefix(short).and_then(|rest| rest.strip_prefix('_')).is_some_and(is_id)
        };
        // Nothing in front of the parameter says whose id it is.
        let of_thing = |long: &str, short: &str| {
            is_id(short)
                && long.strip_suffix(short).is_some_and(|own| {
                    thing.is_empty() && own.ends_with('_') || own == format!("{thing}_")
                })
        };
        let is_single = types::is_scalar(&draft.ty) && draft.attributes.own.is_none();
        let is_free = !template.params().any(|it| it.name == *name) && draft.param.is_none();
        let is_near = longer(name, other)
            || longer(other, name)
            || of_thing(name, other)
            || of_thing(other, name);
        let is_sent = draft.attributes.rename.as_ref().is_some_and(|it| it.value() == *other);
        is_single && is_free && (is_near || is_sent)
    };
    let is_declared = template.params().any(|it| drafts.iter().any(|draft| draft.name == it.name));
    if has_body && !is_declared {
        return None;
    }
    let index = drafts.iter().position(could_be)?;
    let draft = drafts.get(index)?;
    misnamed.push(Misnamed::new(param, draft));
    Some(index)
}

/// Returns `true` if two names consist of the same letters, and differ only in case and underscores.
fn is_same_name(name: &str, other: &str) -> bool {
    let letters = |name: &str| name.replace('_', "").to_ascii_lowercase();
    name != other && letters(name) == letters(other)
}

impl Parameters {
    /// Adds the undeclared parameters before the fields, and returns the indices of all parameters in the order of the
    /// path.
    pub(crate) fn put_into(self, fields: &mut Vec<Field>, vis: &Visibility) -> Vec<usize> {
        // Callers may pass a number where a wrong path says so: `{id:int}`.
        let takes = if self.is_right { Takes::Convert } else { Takes::Anything };
        let missing = self.missing.into_iter();
        let added = missing.map(|(name, several)| added(name, several, takes.clone(), vis));
        fields.splice(0..0, added);
        let index = |name: &Ident| fields.iter().position(|field| field.ident == *name);
        self.order.iter().filter_map(index).collect()
    }
}

/// Creates the field of an undeclared path parameter.
pub(super) fn added(name: Ident, several: bool, takes: Takes, vis: &Visibility) -> Field {
    // Written out, so that it is this type regardless of the meaning of `String` in scope.
    let ty = Type::Verbatim(quote!(::std::string::String));
    Field {
        attrs: Vec::new(),
        vis: vis.clone(),
        wire: name.unraw().to_string(),
        ident: name,
        ty_text: "String".to_owned(),
        location: Location::Path,
        segments: if several { Segments::Several } else { Segments::One },
        list: ListStyle::Repeat,
        part: None,
        idempotency_key: false,
        flatten: false,
        page: None,
        also: None,
        serialize_with: None,
        presence: Presence::Required,
        ends: ends(&ty),
        basic: false,
        recognized: None,
        value: ty.clone(),
        ty,
        takes,
        settable: true,
        is_reported: false,
    }
}
