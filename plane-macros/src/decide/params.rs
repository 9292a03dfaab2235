//! Which fields the path names: all or none.

use proc_macro2::Ident;
use syn::{LitStr, ext::IdentExt};

use crate::{
    decide::draft::Draft,
    error::{Errors, nearest},
    read::{
        path::{Template, point},
        types,
    },
};

/// How the path and the fields fit together.
pub(crate) enum Params {
    /// Something is wrong.
    Unknown,
    /// None is declared; these are to be added.
    Short(Vec<(Ident, bool)>),
    /// All are declared, in the order of the path.
    Declared(Vec<Ident>),
}

/// Finds the fields that the path names: all or none.
pub(crate) fn params(
    literal: Option<&LitStr>,
    template: Option<&Template>,
    drafts: &mut [Draft],
    errors: &mut Errors,
) -> Params {
    let (Some(literal), Some(template)) = (literal, template) else { return Params::Unknown };
    let mut declared = Vec::new();
    let mut missing = Vec::new();
    for param in template.params() {
        match drafts.iter_mut().find(|draft| draft.name == param.name) {
            Some(draft) => {
                draft.param = Some(param.several);
                declared.push(draft.ident.clone());
            }
            None => missing.push(param),
        }
    }
    let before = errors.count();
    missing.retain(|param| !reported_as_misspelt(&param.name, drafts, errors));
    if !declared.is_empty() && !missing.is_empty() {
        let names = missing.iter().map(|param| format!("`{}`", param.name)).collect::<Vec<_>>();
        let verb = if names.len() == 1 { "is" } else { "are" };
        let message = format!(
            "{} {verb} not declared, but `{}` is; declare all path parameters or none",
            names.join(" and "),
            declared[0].unraw()
        );
        let help = missing
            .iter()
            .map(|param| format!("`pub {}: String`", param.name))
            .collect::<Vec<_>>()
            .join(" and ");
        let spots: Vec<_> = missing.iter().map(|param| param.spot.clone()).collect();
        errors.at(literal, point(&message, &literal.value(), &spots, &format!("add {help}")));
    }
    if errors.count() > before {
        Params::Unknown
    } else if declared.is_empty() {
        let params = template.params();
        Params::Short(params.map(|param| (ident(&param.name, literal), param.several)).collect())
    } else {
        Params::Declared(declared)
    }
}

fn ident(name: &str, literal: &LitStr) -> Ident {
    // Keywords are fine as names of fields, but have to be written raw.
    syn::parse_str::<Ident>(name)
        .map_or_else(|_| Ident::new_raw(name, literal.span()), |_| Ident::new(name, literal.span()))
}

/// Reports a field that nearly has the name of a parameter: it was meant to be that.
fn reported_as_misspelt(param: &str, drafts: &[Draft], errors: &mut Errors) -> bool {
    let could_be = |draft: &&Draft| {
        let name = &draft.name;
        let wrapped = ["Option", "Vec", "Patch"]
            .iter()
            .any(|it| types::last(&draft.ty).is_some_and(|l| l.ident == it));
        let plural = name.strip_suffix('s') == Some(param) || param.strip_suffix('s') == Some(name);
        let marked = draft.marks.mark.is_some() || draft.marks.unclear;
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
