//! What was written -> the model. Reports what does not fit together.

mod case;
mod draft;
mod location;
mod params;
mod response;
mod rules;

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, Data, DeriveInput, Fields, GenericParam, Generics, LifetimeParam, LitStr, Path,
    PathSegment, Type, Visibility, ext::IdentExt,
};

use crate::{
    decide::{draft::Draft, params::Params},
    error::Errors,
    model::{Endpoint, Field, Method, Place, Presence, Takes},
    read::{
        arguments::Head,
        field_attributes::{self, Marks},
        path::Template,
        types,
    },
    tokens::{at, ends, mentions, own},
};

/// Builds the model of a struct, and reports all that is wrong with it.
pub(crate) fn endpoint(head: Head, mut item: DeriveInput, errors: &mut Errors) -> Endpoint {
    declare_lifetimes(&mut item, errors);
    let krate = head.options.krate.clone().unwrap_or_else(default_crate);
    let (marks, serde_stays) = field_attributes::of_struct(item.attrs, errors);
    let case = marks.rename_all.as_ref().and_then(|name| case::case(name, errors));
    let (word, unit, end) = match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => (data.struct_token, false, fields.brace_token.span.join()),
            _ => (data.struct_token, true, item.ident.span()),
        },
        _ => (Default::default(), false, item.ident.span()),
    };
    let mut drafts = drafts(item.data, serde_stays, errors);

    let template = head.path.as_ref().and_then(|literal| read_path(literal, errors));
    let params = params::params(head.path.as_ref(), template.as_ref(), &mut drafts, errors);
    let mut new_is_known = !matches!(params, Params::Unknown);
    let type_params: Vec<&Ident> = item.generics.type_params().map(|param| &param.ident).collect();
    let before = errors.count();
    let placed = location::place(drafts, &head, case.as_ref(), &krate, &type_params, errors);
    new_is_known &= placed.sizes_are_known;
    rules::body_option(&head, errors);
    rules::fields(&placed.fields, head.method, errors, before);

    let mut fields = placed.fields;
    let mut path_order = Vec::new();
    let short = matches!(params, Params::Short(_));
    match params {
        Params::Short(names) => {
            path_order = (0..names.len()).collect();
            let added =
                names.into_iter().map(|(name, several)| short_form(name, several, &item.vis));
            fields.splice(0..0, added);
        }
        Params::Declared(order) => {
            path_order = order
                .iter()
                .filter_map(|name| fields.iter().position(|it| it.ident == *name))
                .collect();
        }
        Params::Unknown => {}
    }
    let response = response::of(head.response, &fields, errors);
    let declared = if short { fields.get_mut(path_order.len()..) } else { Some(&mut fields[..]) };
    rules::names(declared.unwrap_or_default(), &response, errors);
    if let (true, Some(literal), Some(template)) = (short, &head.path, &template) {
        rules::param_names(literal, template, &response, errors);
    }
    let mut guards = placed.guards;
    if short && !path_order.is_empty() {
        guards.extend(rules::derives(&marks.kept));
    }
    let kind = unused_name(&fields, &item.generics);
    let deprecated =
        is_deprecated(&marks.kept) || fields.iter().any(|field| is_deprecated(&field.attrs));
    Endpoint {
        attrs: marks.kept,
        vis: own(item.vis),
        word,
        end,
        place: at(item.ident.span()),
        ident: item.ident,
        generics: item.generics,
        unit: unit && fields.is_empty(),
        fields,
        path_order,
        krate,
        method: head.method.unwrap_or(Method::Get),
        path: template.map_or_else(|| "/".to_owned(), |template| template.in_braces()),
        response_text: response::written(&response),
        response,
        without_auth: head.options.without_auth,
        replay: head.options.replay,
        guards,
        deprecated,
        kind,
        new_is_known,
    }
}

/// Reports lifetimes that are not declared, and declares them, so that rustc says nothing of every use of them.
fn declare_lifetimes(item: &mut DeriveInput, errors: &mut Errors) {
    let Data::Struct(data) = &item.data else { return };
    for lifetime in types::lifetimes(data.fields.iter().map(|field| &field.ty)) {
        if item.generics.lifetimes().any(|param| param.lifetime.ident == lifetime.ident) {
            continue;
        }
        let name = &item.ident;
        errors.at(
            &lifetime,
            format!("`{lifetime}` is not declared; write `struct {name}<{lifetime}>`"),
        );
        item.generics.params.insert(0, GenericParam::Lifetime(LifetimeParam::new(lifetime)));
    }
}

fn default_crate() -> Path {
    let segment = PathSegment::from(Ident::new("plane_api", Span::call_site()));
    let mut path = Path::from(segment);
    path.leading_colon = Some(Default::default());
    path
}

/// `Kind`, or something like it if that means something already.
fn unused_name(fields: &[Field], generics: &Generics) -> Ident {
    let mut name = "Kind".to_owned();
    let used = |name: &str| {
        let patches = fields.iter().filter(|field| field.presence == Presence::Patch);
        let mut types =
            patches.map(|field| field.ty.to_token_stream()).chain([generics.to_token_stream()]);
        types.any(|tokens| mentions(tokens, &|word| word == name))
    };
    while used(&name) {
        name.push('_');
    }
    format_ident!("{name}")
}

fn is_deprecated(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        let behind_cfg =
            |attr: &Attribute| mentions(attr.meta.to_token_stream(), &|word| word == "deprecated");
        attr.path().is_ident("deprecated") || (attr.path().is_ident("cfg_attr") && behind_cfg(attr))
    })
}

fn read_path(literal: &LitStr, errors: &mut Errors) -> Option<Template> {
    match Template::parse(literal) {
        Ok(template) => Some(template),
        Err(mistakes) => {
            for mistake in mistakes {
                errors.at(literal, mistake.show(&literal.value()));
            }
            None
        }
    }
}

/// The fields with their attributes read, each name once.
fn drafts(data: Data, serde_stays: bool, errors: &mut Errors) -> Vec<Draft> {
    let Data::Struct(data) = data else { return Vec::new() };
    let Fields::Named(fields) = data.fields else { return Vec::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    for field in fields.named {
        let Some(ident) = field.ident else { continue };
        let marks: Marks = field_attributes::of_field(field.attrs, serde_stays, errors);
        let ty = sized(field.ty, errors);
        let name = ident.unraw().to_string();
        let draft = Draft { vis: field.vis, ident, name, ty, marks, serde_stays, param: None };
        let twin = drafts
            .iter()
            .any(|other| other.name == draft.name && !(other.is_cfg() || draft.is_cfg()));
        if twin {
            errors.at(
                &draft.ident,
                format!("the field `{}` is declared twice; remove one", draft.ident),
            );
        } else {
            drafts.push(draft);
        }
    }
    drafts
}

/// Reports a type that has no size, and takes one that has.
fn sized(ty: Type, errors: &mut Errors) -> Type {
    let string = || quote!(::std::string::String);
    let (write, instead) = match types::peel(&ty) {
        Type::Path(path) if path.path.is_ident("str") => {
            ("`String`, or `&'a str`".to_owned(), string())
        }
        Type::Slice(slice) => {
            let item = &slice.elem;
            (format!("`Vec<{}>`", types::source(item)), quote!(::std::vec::Vec<#item>))
        }
        Type::TraitObject(_) | Type::ImplTrait(_) => ("the name of a type".to_owned(), string()),
        _ => return ty,
    };
    errors.at(&ty, format!("a field holds a value of known size; write {write}"));
    Type::Verbatim(instead)
}

/// A field that stands for an undeclared path parameter.
fn short_form(name: Ident, several: bool, vis: &Visibility) -> Field {
    let ty = Type::Verbatim(quote!(::std::string::String));
    Field {
        attrs: Vec::new(),
        vis: vis.clone(),
        wire: name.unraw().to_string(),
        ident: name,
        text: "String".to_owned(),
        ends: ends(&ty),
        basic: false,
        files: None,
        ty: ty.clone(),
        place: Place::Path,
        several,
        flatten: false,
        also: None,
        with: None,
        presence: Presence::Required,
        value: ty,
        takes: Takes::Convert,
        settable: true,
    }
}
