//! Which fields the path names: all of its parameters or none.

use proc_macro2::Ident;
use quote::quote;
use syn::{LitStr, Type, Visibility, ext::IdentExt};

use crate::{
    decide::draft::{Draft, Parameter},
    error::{Errors, nearest},
    model::{Field, ListStyle, Location, Presence, Segments, Takes},
    read::{
        path::{Param, Template, point},
        types,
    },
    tokens::ends,
};

/// How the path and the fields fit together.
pub(crate) enum Parameters {
    /// Something is wrong, and reported.
    Unknown,
    /// None is declared; these are to be added, each with whether it takes several segments.
    Short(Vec<(Ident, bool)>),
    /// All are declared, in the order of the path.
    Declared(Vec<Ident>),
}

/// Finds the fields that the path names.
pub(crate) fn find(
    literal: Option<&LitStr>,
    template: Option<&Template>,
    drafts: &mut [Draft],
    errors: &mut Errors,
) -> Parameters {
    let (Some(literal), Some(template)) = (literal, template) else { return Parameters::Unknown };
    let mut declared = Vec::new();
    let mut missing = Vec::new();
    for param in template.params() {
        match drafts.iter_mut().find(|draft| draft.name == param.name) {
            Some(draft) => {
                draft.param = Some(Parameter { several: param.several, alone: param.alone });
                declared.push(draft.ident.clone());
            }
            None => missing.push(param),
        }
    }
    let before = errors.count();
    missing.retain(|param| !reported_as_misspelt(&param.name, drafts, errors));
    if let (Some(first), false) = (declared.first(), missing.is_empty()) {
        report_missing(literal, first, &missing, errors);
    }
    if errors.count() > before {
        Parameters::Unknown
    } else if declared.is_empty() {
        let params = template.params();
        Parameters::Short(
            params.map(|param| (ident(&param.name, literal), param.several)).collect(),
        )
    } else {
        Parameters::Declared(declared)
    }
}

fn report_missing(literal: &LitStr, declared: &Ident, missing: &[&Param], errors: &mut Errors) {
    let names = missing.iter().map(|param| format!("`{}`", param.name)).collect::<Vec<_>>();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!(
        "{} {verb} not declared, but `{}` is; declare all path parameters or none",
        names.join(" and "),
        declared.unraw()
    );
    let help = missing
        .iter()
        .map(|param| format!("`pub {}: String`", param.name))
        .collect::<Vec<_>>()
        .join(" and ");
    let spots: Vec<_> = missing.iter().map(|param| param.spot.clone()).collect();
    errors.at(literal, point(&message, &literal.value(), &spots, &format!("add {help}")));
}

fn ident(name: &str, literal: &LitStr) -> Ident {
    // Keywords are valid names of fields, but have to be written raw.
    syn::parse_str::<Ident>(name)
        .map_or_else(|_| Ident::new_raw(name, literal.span()), |_| Ident::new(name, literal.span()))
}

/// Reports a field whose name is nearly that of a parameter: it was meant to be the parameter.
fn reported_as_misspelt(param: &str, drafts: &[Draft], errors: &mut Errors) -> bool {
    let could_be = |draft: &&Draft| {
        let name = &draft.name;
        let wrapped = ["Option", "Vec", "Patch"]
            .iter()
            .any(|it| types::last(&draft.ty).is_some_and(|l| l.ident == it));
        let plural = name.strip_suffix('s') == Some(param) || param.strip_suffix('s') == Some(name);
        let marked = draft.attributes.own.is_some() || draft.attributes.unclear;
        let long = name.len() > 3 && param.len() > 3;
        long && draft.param.is_none()
            && !wrapped
            && !plural
            && !marked
            && nearest(name, [param]).is_some()
    };
    // One edit in five or more letters is a slip; `start_id` and `state_id` may be two things.
    let Some(draft) =
        drafts.iter().filter(could_be).find(|draft| draft.name.len().min(param.len()) > 4)
    else {
        return false;
    };
    let name = &draft.name;
    errors.at(&draft.ident, format!("`{name}` is not in the path\nhelp: did you mean `{param}`?"));
    true
}

impl Parameters {
    /// Adds the undeclared parameters to the fields, in front, and returns the indices of all parameters in the order of
    /// the path.
    pub(crate) fn put_into(self, fields: &mut Vec<Field>, vis: &Visibility) -> Vec<usize> {
        match self {
            Self::Short(names) => {
                let order = (0..names.len()).collect();
                let added = names.into_iter().map(|(name, several)| added(name, several, vis));
                fields.splice(0..0, added);
                order
            }
            Self::Declared(order) => order
                .iter()
                .filter_map(|name| fields.iter().position(|it| it.ident == *name))
                .collect(),
            Self::Unknown => Vec::new(),
        }
    }
}

/// The field of an undeclared path parameter.
fn added(name: Ident, several: bool, vis: &Visibility) -> Field {
    // Written out, so that it is this type whatever `String` means in scope.
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
        files: None,
        value: ty.clone(),
        ty,
        takes: Takes::Convert,
        settable: true,
    }
}
