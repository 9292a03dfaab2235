//! [`Draft`]: a field before its location is decided.

use proc_macro2::Ident;
use quote::quote;
use syn::{
    Attribute, Data, Fields, Generics, LitStr, Path, Type, Visibility, ext::IdentExt, parse_quote,
};

use crate::{
    error::Errors,
    read::{
        arguments::Arguments,
        derives_above,
        field_attributes::{self, Attributes, Declared, Derives, FieldAttribute, SKIPPED},
        types::{self, Wrapper, within},
    },
    tokens::of_crate,
};

/// A field without a location yet.
pub(crate) struct Draft {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The identifier without `r#`.
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// The type in readable form.
    pub(crate) ty_text: String,
    pub(crate) attributes: Attributes,
    /// The report of the syntax of the type, or of a missing lifetime, if nothing else in the field is reported. Other reports
    /// have the final type.
    pub(crate) deferred: Option<syn::Error>,
    /// `true` if callers may set the field or pass it to `new`: a report changes its presence.
    pub(crate) presence_is_guess: bool,
    /// `true` if a mistake in its attributes or its type was reported.
    pub(crate) is_reported: bool,
    /// `true` if a serde derive reads the field's serde attributes.
    pub(crate) serde_stays: bool,
    /// The path parameter that the field fills, if any.
    pub(crate) param: Option<Parameter>,
}

/// A parameter of the path, as a field fills it.
#[derive(Clone, Copy)]
pub(crate) struct Parameter {
    /// `true` if its value consists of segments.
    pub(crate) several: bool,
    /// `true` if it is a whole segment.
    pub(crate) alone: bool,
}

impl Draft {
    /// Returns `true` if the field exists only under a condition.
    pub(crate) fn is_cfg(&self) -> bool {
        self.attributes.kept.iter().any(|attr| attr.path().is_ident("cfg"))
    }

    /// Returns `true` if it has `#[flatten]`.
    pub(crate) const fn is_flattened(&self) -> bool {
        matches!(
            self.attributes.own,
            Some((FieldAttribute::Flatten | FieldAttribute::FlattenQuery, _))
        )
    }

    /// Returns `true` if it has `#[path(body)]`.
    pub(crate) const fn is_path_body(&self) -> bool {
        matches!(self.attributes.own, Some((FieldAttribute::Path { body: true, .. }, _)))
    }

    /// Returns `true` if the field has one required value and no other location, so that it may be a path parameter.
    pub(crate) fn may_be_parameter(&self) -> bool {
        let Attributes { own, page, nullable, unclear, unclear_type, .. } = &self.attributes;
        let is_unmarked = own.is_none() && page.is_none() && nullable.is_none();
        let is_clear = !(*unclear || *unclear_type || self.is_cfg() || self.is_phantom());
        (is_unmarked || self.is_marked_parameter()) && is_clear && types::may_be_parameter(&self.ty)
    }

    /// Returns `true` if it has `#[path(slashes)]`.
    pub(crate) const fn is_with_slashes(&self) -> bool {
        matches!(self.attributes.own, Some((FieldAttribute::Path { slashes: true, .. }, _)))
    }

    /// Returns `true` if it has `#[path]` without arguments, which is reported.
    pub(crate) const fn is_called_parameter(&self) -> bool {
        matches!(
            self.attributes.own,
            Some((FieldAttribute::Path { body: false, slashes: false }, _))
        )
    }

    /// Returns `true` if it has `#[path(...)]`.
    pub(crate) const fn is_marked_parameter(&self) -> bool {
        matches!(self.attributes.own, Some((FieldAttribute::Path { .. }, _)))
    }

    /// Returns `true` if it has a `#[serde(rename)]` that has no effect on a path parameter.
    pub(crate) const fn has_rename(&self) -> bool {
        self.attributes.rename.is_some() && !self.serde_stays && !self.is_path_body()
    }

    /// Removes that, and returns `true` if there was one.
    pub(crate) fn take_rename(&mut self) -> bool {
        let has_rename = self.has_rename();
        self.attributes.rename.take_if(|_| has_rename);
        has_rename
    }

    /// Returns the name under which it is sent in the query, if it is not a parameter. `by_default` says that unmarked
    /// fields are sent there.
    pub(crate) fn queried_name(&self, by_default: bool) -> Option<String> {
        let is_queried = match &self.attributes.own {
            Some((FieldAttribute::Query(_), _)) => true,
            None => by_default && !self.attributes.unclear,
            Some(_) => false,
        };
        let rename = self.attributes.rename.as_ref().map(LitStr::value);
        is_queried.then(|| rename.unwrap_or_else(|| self.name.clone()))
    }

    /// Returns `true` if the field only serves the type parameters of the struct.
    pub(crate) fn is_phantom(&self) -> bool {
        self.param.is_none() && types::is_phantom(&self.ty)
    }
}

/// Returns the fields with parsed attributes, each name once.
pub(crate) fn drafts(
    data: Data,
    arguments: &Arguments,
    derives: Derives,
    above: &[Attribute],
    item: (&Ident, &Generics),
    krate: &Path,
    errors: &mut Errors,
) -> Vec<Draft> {
    let Data::Struct(data) = data else { return Vec::new() };
    let Fields::Named(fields) = data.fields else { return Vec::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    let item = (&*item.0.to_string(), item.1);
    for field in fields.named {
        let Some(ident) = field.ident else { continue };
        let before = errors.count();
        let name = ident.unraw().to_string();
        let declared = Declared { name: &name, ty: &field.ty, rename: None, derives, arguments };
        let mut attributes = field_attributes::of_field(field.attrs, declared, errors);
        let misread = errors.misread(&ident);
        let is_by_rustc = matches!(misread, Some(None));
        let before_type = errors.count();
        let proposed = proposed(&field.ty, krate, before, errors);
        let mut presence_is_guess =
            proposed.is_some() || is_bare(&field.ty) || is_presence_reported(before, errors);
        let ty = proposed.unwrap_or(field.ty);
        let mut ty_text = types::source(&ty);
        let (ty, is_guess) = checked(ty, &ty_text, item, krate, errors);
        attributes.unclear_type = is_guess;
        if errors.count() > before_type {
            ty_text = types::source(&ty);
            // A list that was written as a slice is optional in some locations.
            presence_is_guess |= types::last(&ty).is_some_and(|last| last.ident == "Vec");
        }
        // A function for serde may write them in any way.
        if ty_text.contains("Patch") && attributes.serialize_with.is_none() {
            attributes.unclear_type |= check_patches(&ty, krate, errors);
        }
        // The report of rustc may concern an attribute, and other mistakes may follow from it.
        if is_by_rustc {
            errors.truncate(before);
        }
        let serde_stays = derives.serde;
        let is_reported = is_by_rustc
            || errors.count() > before
            || !derives.foreign && is_reported_by_rustc(&attributes.kept, above);
        let draft = Draft {
            vis: field.vis,
            ident,
            name,
            ty,
            ty_text,
            attributes,
            deferred: misread.flatten(),
            presence_is_guess,
            is_reported,
            serde_stays,
            param: None,
        };
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

/// Returns `true` if a field has an attribute that nobody declares: neither the language, nor a derive or a macro on the
/// struct, other than the known derives.
fn is_reported_by_rustc(attrs: &[Attribute], above: &[Attribute]) -> bool {
    const LANGUAGE: [&str; 10] = [
        "allow",
        "cfg",
        "cfg_attr",
        "deny",
        "deprecated",
        "doc",
        "expect",
        "forbid",
        "serde",
        "warn",
    ];
    const ON_STRUCTS: [&str; 3] = ["derive", "must_use", "non_exhaustive"];
    let is_in = |attr: &Attribute, names: &[&str]| {
        attr.path().get_ident().is_none_or(|name| names.iter().any(|known| name == known))
    };
    let may_declare = |attr: &Attribute| {
        let is_known = is_in(attr, &LANGUAGE) || is_in(attr, &ON_STRUCTS);
        !is_known || attr.path().is_ident("cfg_attr") || attr.path().get_ident().is_none()
    };
    attrs.iter().any(|attr| !is_in(attr, &LANGUAGE))
        && !above.iter().any(may_declare)
        && derives_above::derives_above().is_empty()
}

/// Returns `true` if a report about the attributes changes whether callers pass the field: they do not if it is not meant to be
/// sent, and they do if it may be `null`.
fn is_presence_reported(before: usize, errors: &Errors) -> bool {
    errors.contain(before, SKIPPED) || errors.contain(before, "; write `#[nullable]`")
}

/// Returns `true` for an `Option` or a `Vec` without its argument, which may be the user's own type.
fn is_bare(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("Option") || path.path.is_ident("Vec"))
}

/// Returns the type that a report about the field's attributes proposes: callers use the field as if it had this type.
fn proposed(ty: &Type, krate: &Path, before: usize, errors: &Errors) -> Option<Type> {
    if errors.count() == before {
        return None;
    }
    let proposes = |code: &str| errors.contain(before, &format!("`{code}`"));
    let source = types::source(ty);
    if proposes(&format!("Option<{source}>")) {
        return Some(parse_quote!(Option<#ty>));
    }
    if proposes(&of_crate(krate, &format!("Patch<{source}>"))) {
        return Some(parse_quote!(#krate::Patch<#ty>));
    }
    let (_, value) = types::unwrap(ty, krate).filter(|(wrapper, _)| *wrapper != Wrapper::Vec)?;
    proposes(&types::source(value)).then(|| value.clone())
}

/// Reports a type that has no size or the wrong number of generic arguments. Returns the probable type, and whether it
/// is a guess.
fn checked(
    ty: Type,
    text: &str,
    (name, generics): (&str, &Generics),
    krate: &Path,
    errors: &mut Errors,
) -> (Type, bool) {
    // Most texts contain no such word.
    if ["Optional<", "option<", "Some<", "vec<", "patch<"].iter().any(|word| text.contains(word))
        && let Some((message, meant)) = types::wrong::name(&ty, krate)
    {
        let write = types::source(&meant).replace("::plane_api", "plane_api");
        errors.at(&ty, format!("{message}; write `{write}`"));
        return (meant, false);
    }
    if text.contains('_')
        && let Some(placeholder) = within::placeholder(&ty)
    {
        errors.at(placeholder, "`_` cannot be inferred in a field; write the type");
        return (unknown(&ty, generics, krate), true);
    }
    let wrapped = types::unwrap(&ty, krate);
    let value = wrapped.map_or(&ty, |(_, inner)| inner);
    let may_be_itself = text.contains(name) || text.contains("Self");
    if may_be_itself
        && !matches!(wrapped, Some((Wrapper::Vec, _)))
        && is_itself(value, name, generics)
    {
        errors.at(value, "a request cannot contain itself; write the name of another type");
        return (unknown(&ty, generics, krate), true);
    }
    for ty_or_value in [&ty, value] {
        if let Some((message, write)) = types::wrong::arguments(ty_or_value, Some(krate))
            && !types::wrong::may_be_own(ty_or_value)
        {
            let is_bare = types::last(ty_or_value).is_some_and(|last| last.arguments.is_none());
            let own = if is_bare { types::wrong::or_own(ty_or_value) } else { String::new() };
            errors.at(ty_or_value, format!("{message}; write `{write}`{own}"));
            return (unknown(&ty, generics, krate), true);
        }
    }
    checked_size(ty, text, generics, krate, errors)
}

/// Reports a type that has no size.
fn checked_size(
    ty: Type,
    text: &str,
    generics: &Generics,
    krate: &Path,
    errors: &mut Errors,
) -> (Type, bool) {
    // Most texts contain no such word, and their types need not be searched.
    if !["str", "[", "impl ", "dyn ", "+"].iter().any(|word| text.contains(word)) {
        return (ty, false);
    }
    let wrapped = types::unwrap(&ty, krate);
    let value = wrapped.map_or(&ty, |(_, inner)| inner);
    if let Some((message, instead)) = types::wrong::size(value) {
        errors.at(value, message);
        let Some(instead) = instead else { return (unknown(&ty, generics, krate), true) };
        let meant = match wrapped.map(|(wrapper, _)| wrapper) {
            Some(Wrapper::Option) => parse_quote!(Option<#instead>),
            Some(Wrapper::Patch) => parse_quote!(Patch<#instead>),
            Some(Wrapper::Vec) => parse_quote!(Vec<#instead>),
            None => instead,
        };
        return (meant, false);
    }
    let within = within::find_within(value, krate, &|ty, is_value| {
        let (message, _) = types::wrong::size(ty)?;
        (is_value || types::wrong::is_no_type(ty)).then_some((ty, message))
    });
    if let Some((found, message)) = within {
        errors.at(found, message);
        return (unknown(&ty, generics, krate), true);
    }
    (ty, false)
}

/// Returns `true` if the type is the struct itself.
fn is_itself(ty: &Type, name: &str, generics: &Generics) -> bool {
    let is_param = || generics.type_params().any(|param| param.ident == name);
    types::is_named(ty, "Self")
        || matches!(types::peel(ty), Type::Path(path) if path.path.is_ident(name)) && !is_param()
}

/// Returns the type of a field whose values are unknown, with the same presence. It uses the struct's parameters, so that
/// rustc does not report that they are unused.
fn unknown(ty: &Type, generics: &Generics, krate: &Path) -> Type {
    let lifetimes = generics.lifetimes().map(|param| &param.lifetime);
    let types = generics.type_params().map(|param| &param.ident);
    let value = if generics.params.is_empty() {
        quote!(())
    } else {
        quote!((::core::marker::PhantomData<fn(#(&#lifetimes (),)* #(*const #types),*)>,))
    };
    match types::last(ty).map(|last| last.ident.to_string()).as_deref() {
        // Users have types of these names.
        Some("Option") => parse_quote!(::std::option::Option<#value>),
        Some("Patch") => parse_quote!(#krate::Patch<#value>),
        Some("Vec") => parse_quote!(::std::vec::Vec<#value>),
        _ => parse_quote!(#value),
    }
}

/// Reports a `Patch` within another type, where `Patch::Keep` cannot be omitted, and returns `true` if there is one.
fn check_patches(ty: &Type, krate: &Path, errors: &mut Errors) -> bool {
    let Some((without, patch)) = within::without_patches(ty, krate) else { return false };
    let write = types::source(&without);
    let own = types::wrong::or_own(&patch);
    errors.at(patch, format!("only a field itself can be a `Patch`; write `{write}`{own}"));
    true
}
