//! Turns the syntax into the model, and reports contradictions.

pub(crate) mod case;
mod constants;
mod draft;
mod location;
mod pagination;
mod parameters;
mod presence;
mod response;
mod rules;
mod unused;

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};
use syn::{
    Attribute, Data, DeriveInput, Fields, GenericParam, Generics, Lifetime, LifetimeParam, LitStr,
    Path, PathSegment, Token, spanned::Spanned,
};

use self::draft::Draft;
use crate::{
    error::Errors,
    model::{Endpoint, Field, Method, Presence},
    read::{
        arguments::{Arguments, Server, Unmarked},
        field_attributes,
        path::{Context, Reading, Template},
        types,
    },
    tokens::{at, mentions, of_functions, own, start_of},
};

/// Builds the model of a struct, and reports all mistakes in it.
pub(crate) fn endpoint(
    arguments: Arguments,
    mut item: DeriveInput,
    errors: &mut Errors,
) -> Endpoint {
    if let Some(krate) = &arguments.options.krate {
        errors.set_crate(krate);
    }
    let krate = arguments.options.krate.clone().unwrap_or_else(default_crate);
    let (attributes, derives) = field_attributes::of_struct(item.attrs, errors);
    let case = attributes.rename_all.as_ref().and_then(|name| case::read(name, errors));
    let (struct_token, end, unit) = shape(&item.ident, &item.data);
    let mut drafts = draft::drafts(
        item.data,
        &arguments,
        derives,
        &attributes.kept,
        (&item.ident, &item.generics),
        &krate,
        errors,
    );
    pagination::report_option(&arguments, &drafts, errors);
    pagination::report_on_struct(&attributes, &arguments, &drafts, errors);
    declare_lifetimes(&mut drafts, &item.ident, &mut item.generics, errors);

    let literal = arguments.path.as_ref();
    let before = errors.count();
    let reading = literal.map(|literal| read_path(literal, &arguments, &drafts));
    let parameters =
        parameters::find(literal, reading.as_ref(), &mut drafts, arguments.method, errors);
    let template = reading.map(|reading| reading.template);
    let mut new_is_known = parameters.are_known && !arguments.options.has_root_parameters;
    let type_params: Vec<&Ident> = item.generics.type_params().map(|param| &param.ident).collect();
    let path_is_right = literal.is_some() && errors.count() == before;
    let before = errors.count();
    let located = location::locate(
        drafts,
        &arguments,
        path_is_right,
        case.as_ref(),
        &krate,
        &type_params,
        errors,
    );
    new_is_known &= located.presences_are_known;
    rules::body_option(&arguments, errors);
    rules::fields(&located.fields, arguments.method, errors, before);
    let fields_are_right = errors.count() == before;
    let options = &arguments.options;
    if fields_are_right && options.optional_body && !options.is_guess {
        rules::optional_body(&located.fields, errors);
        new_is_known &= errors.count() == before;
    }
    if fields_are_right && arguments.method.is_some() {
        rules::brackets(&located.fields, arguments.options.brackets.is_some(), errors);
        if parameters.is_short() && new_is_known {
            rules::renamed_parameters(&located.fields, &parameters.names(), errors);
        }
    }
    new_is_known &= !parameters.may_be_fields;
    let constants =
        constants::decide(&arguments, template.as_ref(), &located.fields, fields_are_right, errors);

    let is_asked = arguments.options.paginated.is_some() || attributes.page.is_some();
    let (mut fields, mut guards) = (located.fields, located.guards);
    guards.extend(constants.guard(&fields));
    let short = parameters.is_short();
    let path_order = parameters.put_into(&mut fields, &item.vis);
    let before = errors.count();
    let mut response =
        response::decide(arguments.response, arguments.method, &arguments.options, &krate, errors);
    let response_is_right = errors.count() == before;
    guards.extend(response::guard(&response, arguments.options.decode.is_some()));
    let known = (fields_are_right, response_is_right, is_asked);
    let pagination = pagination::decide(&mut fields, &mut response, known, errors);
    if !errors.is_empty() {
        fields.iter_mut().for_each(presence::correct);
    }
    let is_list = pagination.is_some();
    let declared = if short { fields.get_mut(path_order.len()..) } else { Some(&mut fields[..]) };
    rules::names(declared.unwrap_or_default(), is_list, errors);
    if let (true, Some(literal), Some(template)) = (short, literal, &template)
        && template.is_right
    {
        rules::parameter_names(literal, template, is_list, errors);
    }
    // The fields may be missing because of another mistake.
    if errors.is_empty() {
        rules::useless_options(&arguments.options, &fields, errors);
    }
    if errors.is_empty() {
        unused::report(&item.generics, &attributes.kept, &item.vis, &mut fields, errors);
    }
    let mut is_derived_above = false;
    if short && !path_order.is_empty() {
        is_derived_above = rules::derives_above(&fields, &path_order, errors);
        guards.extend(rules::derives(&attributes.kept));
    }
    Endpoint {
        missing_of_list: pagination::missing(&fields, &response).filter(|_| !is_list),
        type_param: unused_name(&fields, &item.generics),
        deprecated: is_deprecated(&attributes.kept)
            || fields.iter().any(|field| is_deprecated(&field.attrs)),
        attrs: attributes.kept,
        functions_vis: of_functions(&item.vis),
        vis: own(item.vis),
        struct_token,
        end,
        span: at(start_of(item.ident.span())),
        ident: item.ident,
        generics: item.generics,
        unit: unit && fields.is_empty(),
        fields,
        path_order,
        krate,
        method: arguments.method.unwrap_or(Method::Get),
        root: arguments.options.root.map(|root| root.value()),
        headers: constants.headers,
        content_type: constants.content_type,
        query: template.as_ref().map(|template| template.query.clone()).unwrap_or_default(),
        path: template.map_or_else(|| "/".to_owned(), |template| template.in_braces()),
        response_text: response::text(&response),
        may_be_beside_body: response::may_be_beside_body(&response),
        names_response: !response::may_lack_arguments(&response),
        response,
        decode: arguments.options.decode,
        pagination,
        optional_body: arguments.options.optional_body,
        brackets: arguments.options.brackets.is_some(),
        routes_decoded: arguments.server == Server::RoutesDecoded,
        without_auth: arguments.options.without_auth,
        retry_class: arguments.options.retry,
        guards,
        is_derived_above,
        new_is_known,
    }
}

/// Reports undeclared lifetimes, and declares them, so that rustc does not report every use of them. A missing one is
/// reported only if nothing else in the field is.
fn declare_lifetimes(
    drafts: &mut [Draft],
    name: &Ident,
    generics: &mut Generics,
    errors: &mut Errors,
) {
    for draft in &mut *drafts {
        if let Some(written) = types::with_lifetimes(&draft.ty) {
            let write = types::source(&written);
            let message = format!("missing lifetime; write `{write}` and `struct {name}<'a>`");
            draft.deferred = Some(syn::Error::new_spanned(&draft.ty, message));
            draft.ty = written;
            draft.ty_text = write;
            add_lifetime(generics, Lifetime::new("'a", draft.ty.span()));
        }
    }
    let used = types::lifetimes(drafts.iter().map(|draft| &draft.ty));
    for lifetime in &used {
        if !add_lifetime(generics, lifetime.clone()) {
            continue;
        }
        let message = match unused_lifetime(generics, &used) {
            Some(meant) => {
                format!(
                    "`{lifetime}` is not declared; write `{meant}`, or `struct {name}<{lifetime}>`"
                )
            }
            None => format!("`{lifetime}` is not declared; write `struct {name}<{lifetime}>`"),
        };
        errors.at(lifetime, message);
    }
}

/// Removes a declared lifetime that no field uses, and returns it: another one is used in place of it.
fn unused_lifetime(generics: &mut Generics, used: &[Lifetime]) -> Option<Lifetime> {
    let is_unused = |param: &&LifetimeParam| {
        param.bounds.is_empty() && !used.iter().any(|it| it.ident == param.lifetime.ident)
    };
    let lifetime = generics.lifetimes().find(is_unused)?.lifetime.clone();
    if generics.where_clause.is_some() {
        return None;
    }
    let params = std::mem::take(&mut generics.params).into_iter();
    let is_kept = |param: &GenericParam| !matches!(param, GenericParam::Lifetime(it) if it.lifetime == lifetime);
    generics.params = params.filter(is_kept).collect();
    Some(lifetime)
}

/// Declares a lifetime, unless it is already declared.
fn add_lifetime(generics: &mut Generics, lifetime: Lifetime) -> bool {
    let is_new = !generics.lifetimes().any(|param| param.lifetime.ident == lifetime.ident);
    if is_new {
        generics.params.insert(0, GenericParam::Lifetime(LifetimeParam::new(lifetime)));
    }
    is_new
}

fn default_crate() -> Path {
    let segment = PathSegment::from(Ident::new("plane_api", Span::call_site()));
    let mut path = Path::from(segment);
    path.leading_colon = Some(Default::default());
    path
}

/// Returns the keyword `struct`, the end of the struct, and whether it has no braces.
fn shape(ident: &Ident, data: &Data) -> (Token![struct], Span, bool) {
    match data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => (data.struct_token, fields.brace_token.span.join(), false),
            _ => (data.struct_token, ident.span(), true),
        },
        _ => (Default::default(), ident.span(), false),
    }
}

/// Reads the path. Its mistakes are reported when its parameters are known.
fn read_path(literal: &LitStr, arguments: &Arguments, drafts: &[Draft]) -> Reading {
    let root = arguments.options.root.as_ref().map(LitStr::value);
    let unmarked = arguments.options.unmarked.as_ref().map(|(unmarked, _)| *unmarked);
    let has_body = match (unmarked, arguments.method) {
        (Some(unmarked), _) => unmarked != Unmarked::Query,
        (None, method) => {
            matches!(method, Some(Method::Post | Method::Put | Method::Patch))
        }
    };
    let path = literal.value();
    let fields: Vec<&str> = drafts.iter().map(|draft| &*draft.name).collect();
    let is_marked = drafts.iter().any(Draft::is_marked_parameter);
    let is_free = |draft: &&Draft| {
        draft.may_be_parameter()
            && (draft.is_marked_parameter() || !is_marked)
            && !path.contains(&format!("<{}>", draft.name))
    };
    let free: Vec<&str> = drafts.iter().filter(is_free).map(|draft| &*draft.name).collect();
    let queried = drafts.iter().filter(|_| path.contains('?'));
    let queried: Vec<String> = queried.filter_map(|draft| draft.queried_name(!has_body)).collect();
    let context = Context {
        queried: &queried,
        root: root.as_deref(),
        routes_decoded: arguments.server == Server::RoutesDecoded,
        has_body,
        needs_marks: unmarked.is_none() && arguments.method == Some(Method::Delete),
        has_location: unmarked.is_some(),
        fields: &fields,
        free: &free,
        is_marked,
    };
    Template::read(&path, context)
}

/// Returns `Kind`, or a similar name if the struct uses `Kind`.
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

/// Returns `true` if these attributes deprecate something, maybe under a condition.
pub(crate) fn is_deprecated(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        let behind_cfg =
            |attr: &Attribute| mentions(attr.meta.to_token_stream(), &|word| word == "deprecated");
        attr.path().is_ident("deprecated") || (attr.path().is_ident("cfg_attr") && behind_cfg(attr))
    })
}
