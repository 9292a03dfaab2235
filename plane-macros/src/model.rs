//! [`Endpoint`]: what a request is. Every rule is decided while it is built; nothing is looked up by name afterwards.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, Data, DeriveInput, Fields, GenericParam, Generics, LifetimeParam, Path, PathSegment,
    Token, Type, Visibility, ext::IdentExt,
};

use crate::{
    error::Errors,
    item::{at, own},
    marks::{self, Marks},
    params::{self, Params},
    parse::{Head, Media, Method},
    path::Template,
    place::{self, Draft},
    response::{self, Response},
    rules,
    types::{self, Takes, mentions},
};

/// One declared request.
pub(crate) struct Endpoint {
    pub(crate) attrs: Vec<Attribute>,
    /// The struct's visibility, as the macro's own word, so that no lint takes it for the user's.
    pub(crate) vis: Visibility,
    /// The user's `struct`.
    pub(crate) word: Token![struct],
    /// Where the struct ends.
    pub(crate) end: Span,
    pub(crate) ident: Ident,
    /// The place of the name, for the macro's own words.
    pub(crate) place: Span,
    pub(crate) generics: Generics,
    /// Whether it is declared without braces.
    pub(crate) unit: bool,
    /// All fields, in the order of the struct.
    pub(crate) fields: Vec<Field>,
    /// The fields that stand in the path, in its order, as indices of `fields`.
    pub(crate) path_order: Vec<usize>,
    pub(crate) krate: Path,
    pub(crate) method: Method,
    /// The path with its parameters in braces.
    pub(crate) path: String,
    pub(crate) response: Response,
    pub(crate) without_auth: bool,
    pub(crate) replay: Option<&'static str>,
    /// What only the types can tell, and the expansion therefore asserts.
    pub(crate) guards: Vec<Guard>,
    /// Whether anything is marked `#[deprecated]`, which the expansion uses without being to blame.
    pub(crate) deprecated: bool,
    /// A name for a type parameter that means nothing in the struct.
    pub(crate) kind: Ident,
    /// Whether the arguments of `new` are known. They always are if there are no mistakes.
    pub(crate) new_is_known: bool,
}

/// One field.
pub(crate) struct Field {
    /// The attributes that stay on the field.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) place: Place,
    /// The name on the wire.
    pub(crate) wire: String,
    /// Whether it is a path parameter of several segments.
    pub(crate) several: bool,
    /// Whether its entries are sent in its place.
    pub(crate) flatten: bool,
    /// How a path parameter is sent in the body as well, and under which name.
    pub(crate) also: Option<(Media, String)>,
    /// The function that serializes it.
    pub(crate) with: Option<Path>,
    pub(crate) presence: Presence,
    /// The type of what is sent: without the `Option` or `Patch` around it.
    pub(crate) value: Type,
    pub(crate) takes: Takes,
    /// Whether its name is free for a setter. It always is if there are no mistakes.
    pub(crate) settable: bool,
}

/// A field in one of the places where it goes: nearly always its only one.
pub(crate) struct Encoded<'a> {
    pub(crate) field: &'a Field,
    pub(crate) place: Place,
    pub(crate) wire: &'a str,
}

/// Where a field goes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Path,
    Query { comma: bool },
    Header,
    Body(Media),
    WholeBody(Whole),
}

/// How a whole body is written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Whole {
    Json,
    /// `Bytes`, as they are.
    Bytes,
    /// `Body`, as it is.
    Stream,
}

/// When a field is sent.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// An `Option`, if it is `Some`.
    Optional,
    /// A `Patch`, unless it is `Keep`.
    Patch,
    /// A list, unless it is empty.
    Items,
}

/// An assertion about a type.
pub(crate) enum Guard {
    /// The struct must not have got this trait before the path parameters were added.
    NotDerived(&'static str),
    /// The type must not be an alias of `Option` or `Patch`.
    NotAlias(Box<Type>),
}

impl Endpoint {
    /// The fields that `new` takes, in the order of its arguments.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let rest = self
            .fields
            .iter()
            .filter(|field| field.place != Place::Path && field.presence == Presence::Required);
        path.chain(rest)
    }

    /// The fields that have a setter.
    pub(crate) fn optional(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.presence != Presence::Required)
    }

    /// What is encoded, in this order: the path, then the fields as declared.
    pub(crate) fn encoded(&self) -> impl Iterator<Item = Encoded<'_>> {
        let path = self.path_order.iter().filter_map(|&index| self.fields.get(index));
        let path = path.map(|field| Encoded { field, place: Place::Path, wire: &field.wire });
        path.chain(self.fields.iter().filter_map(|field| {
            let (place, wire) = match (field.place, &field.also) {
                (Place::Path, also) => {
                    also.as_ref().map(|(media, wire)| (Place::Body(*media), wire))?
                }
                (place, _) => (place, &field.wire),
            };
            Some(Encoded { field, place, wire })
        }))
    }

    /// Builds the model of a struct, and reports all that is wrong with it.
    pub(crate) fn new(head: Head, mut item: DeriveInput, errors: &mut Errors) -> Self {
        declare_lifetimes(&mut item, errors);
        let krate = head.options.krate.clone().unwrap_or_else(default_crate);
        let (marks, serde_stays) = marks::of_struct(item.attrs, errors);
        let case = marks.rename_all.as_ref().and_then(|name| rules::case(name, errors));
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
        let type_params: Vec<&Ident> =
            item.generics.type_params().map(|param| &param.ident).collect();
        let before = errors.count();
        let placed = place::place(drafts, &head, case.as_ref(), &krate, &type_params, errors);
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
        let declared =
            if short { fields.get_mut(path_order.len()..) } else { Some(&mut fields[..]) };
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
        Self {
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
            response,
            without_auth: head.options.without_auth,
            replay: head.options.replay,
            guards,
            deprecated,
            kind,
            new_is_known,
        }
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

fn read_path(literal: &syn::LitStr, errors: &mut Errors) -> Option<Template> {
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
        let marks: Marks = marks::of_field(field.attrs, serde_stays, errors);
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
            (format!("`Vec<{}>`", response::source(item)), quote!(::std::vec::Vec<#item>))
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

impl Field {
    /// The name under which it stands in the body, if it does.
    pub(crate) fn body_name(&self) -> Option<&str> {
        match (self.place, &self.also) {
            (Place::Body(_), _) => Some(&self.wire),
            (_, Some((_, wire))) => Some(wire),
            _ => None,
        }
    }

    /// Whether the field is there under some condition only.
    pub(crate) fn cfgs(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }

    /// Where the type of what is sent starts and ends.
    pub(crate) fn ends(&self) -> (Span, Option<Span>) {
        types::ends(&self.value)
    }
}
