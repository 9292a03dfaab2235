//! Mistakes in types that are known by their names.

use syn::{GenericArgument, Path, PathArguments, TraitBound, Type, TypeParamBound, parse_quote};

use super::{arguments_of, is_basic, is_crate, is_named, last, only_argument, path, peel, source};

/// Returns the mistake in the number of generic arguments of a type of the standard library, or of a `Patch` in this crate, and
/// the code to write. rustc would report it for each occurrence in the expansion.
pub(crate) fn arguments(ty: &Type, krate: Option<&Path>) -> Option<(String, String)> {
    const GENERIC: [(&str, &str); 13] = [
        ("Arc", "<T>"),
        ("BTreeMap", "<K, V>"),
        ("BTreeSet", "<T>"),
        ("Box", "<T>"),
        ("Cow", "<'a, T>"),
        ("HashMap", "<K, V>"),
        ("HashSet", "<T>"),
        ("Option", "<T>"),
        ("Patch", "<T>"),
        ("PhantomData", "<T>"),
        ("Rc", "<T>"),
        ("Vec", "<T>"),
        ("VecDeque", "<T>"),
    ];
    let path = path(ty)?;
    let last = path.segments.last()?;
    let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (name, arguments) = *GENERIC.iter().find(|(name, _)| last.ident == name)?;
    let is_known = match names[..] {
        [_] => true,
        [ref before @ .., "Patch"] => krate.is_some_and(|krate| is_crate(before, krate)),
        [first, ..] => first == "std" || first == "core",
        [] => false,
    };
    if !is_known {
        return None;
    }
    if matches!(last.arguments, PathArguments::Parenthesized(_)) {
        return None;
    }
    let types: Vec<&Type> = arguments_of(last).collect();
    // A further argument of a map or a list is its hasher or allocator, which has no basic type.
    let (found, ends_basic) = (types.len(), || types.last().is_some_and(|last| is_basic(last)));
    let message = match (found, name) {
        // Users have types of these names.
        (0, "Arc" | "Patch" | "Rc") if path.segments.len() == 1 => return None,
        (0, _) => format!("missing generic argument of `{name}`"),
        (2.., "Option" | "Patch" | "PhantomData") => {
            format!("`{name}` has one generic argument")
        }
        (1 | 3, "HashMap" | "BTreeMap") if found == 1 || ends_basic() => {
            format!("`{name}` has two generic arguments")
        }
        (2, "BTreeSet" | "Box" | "HashSet" | "Vec" | "VecDeque") if ends_basic() => {
            format!("`{name}` has one generic argument")
        }
        _ => return None,
    };
    Some((message, format!("{name}{arguments}")))
}

/// Returns `true` if a name without a path may be that of the user's own type, in spite of its arguments. rustc decides, and
/// reports a missing argument of these once.
pub(crate) fn may_be_own(ty: &Type) -> bool {
    let Some(path) = path(ty) else { return false };
    let is_one_of =
        |names: &[&str]| path.segments.iter().all(|it| names.iter().any(|name| it.ident == name));
    match only_argument(ty) {
        Some(_) => is_one_of(&["BTreeMap", "HashMap"]),
        None => path.get_ident().is_some() && !is_one_of(&["Cow", "Option", "PhantomData", "Vec"]),
    }
}

/// Returns the code to write if this is the name of the user's own type, unless it is written with a path.
pub(crate) fn or_own(ty: &Type) -> String {
    match path(ty).filter(|path| path.segments.len() == 1).and_then(|path| path.segments.last()) {
        Some(last) => format!(", or `self::{}` if it is your own type", last.ident),
        None => String::new(),
    }
}

/// Returns the mistake in the name of an `Option`, a `Vec` or a `Patch`, and the type that is meant. A path shows that it is
/// the user's own type, and so may every other capital letter.
pub(crate) fn name(ty: &Type, krate: &Path) -> Option<(&'static str, Type)> {
    let inner =
        only_argument(ty).filter(|_| path(ty).is_some_and(|path| path.segments.len() == 1))?;
    let is_capital = |ty| last(ty).is_some_and(|last| last.ident == "Optional");
    let within = name(inner, krate).filter(|_| !is_capital(inner));
    let meant = within.as_ref().map_or(inner, |(_, meant)| meant);
    Some(match &*last(ty)?.ident.to_string() {
        "Optional" | "option" | "Some" => {
            ("an optional field is an `Option`", parse_quote!(Option<#meant>))
        }
        "vec" => ("a list is a `Vec`", parse_quote!(Vec<#meant>)),
        "patch" => {
            ("a field that can be cleared is a `Patch`", parse_quote!(#krate::Patch<#meant>))
        }
        "Option" => (within.as_ref()?.0, parse_quote!(Option<#meant>)),
        "Vec" => (within.as_ref()?.0, parse_quote!(Vec<#meant>)),
        _ => return None,
    })
}

/// Returns the mistake in a type that has no size, and the type that is meant, if it is known.
pub(crate) fn size(ty: &Type) -> Option<(String, Option<Type>)> {
    const UNSIZED: &str = "this type has no known size; write";
    Some(match peel(ty) {
        Type::Path(path) if path.path.is_ident("str") => {
            (format!("{UNSIZED} `String` or `&'a str`"), Some(parse_quote!(String)))
        }
        Type::Slice(slice) => {
            let item = &slice.elem;
            let write = format!("{UNSIZED} `Vec<{}>`", source(item));
            (write, Some(parse_quote!(Vec<#item>)))
        }
        Type::TraitObject(_) if is_no_type(ty) => {
            let write = "write `plane_api::Value`, or the name of a type";
            (format!("`Serialize` cannot be a `dyn Trait`; {write}"), None)
        }
        Type::TraitObject(_) => (format!("{UNSIZED} the name of a type"), None),
        Type::ImplTrait(found) => {
            let message = "a field cannot be an `impl Trait`; write";
            match found.bounds.first().and_then(converted) {
                Some(meant) => {
                    let write = source(&meant);
                    (
                        format!("{message} `{write}`, and pass a value that converts into it"),
                        Some(meant),
                    )
                }
                None => {
                    let write = found.bounds.first().and_then(likely);
                    (
                        format!("{message} {}", write.as_deref().unwrap_or("the name of a type")),
                        None,
                    )
                }
            }
        }
        _ => return None,
    })
}

/// Returns the type to write instead of a trait, if it is probable. Callers may pass values of others.
fn likely(bound: &TypeParamBound) -> Option<String> {
    let TypeParamBound::Trait(TraitBound { path, .. }) = bound else { return None };
    let last = path.segments.last()?;
    let item = match &last.arguments {
        PathArguments::AngleBracketed(it) => it.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(item) => Some(&item.ty),
            _ => None,
        }),
        _ => None,
    };
    Some(match (&*last.ident.to_string(), item) {
        ("Display" | "ToString", _) => "`String`".to_owned(),
        ("AsRef", _)
            if only_argument(&parse_quote!(#path)).is_some_and(|it| is_named(it, "str")) =>
        {
            "`String`".to_owned()
        }
        ("IntoIterator" | "Iterator", Some(item)) => format!("`Vec<{}>`", source(item)),
        ("AsyncRead" | "Read" | "Stream", _) => "`plane_api::Body`".to_owned(),
        ("Serialize", _) => "`plane_api::Value`, or the name of a type".to_owned(),
        _ => return None,
    })
}

/// Returns the `T` of `Into<T>`.
fn converted(bound: &TypeParamBound) -> Option<Type> {
    let TypeParamBound::Trait(TraitBound { path, .. }) = bound else { return None };
    let is_into = path.segments.last().is_some_and(|last| last.ident == "Into");
    only_argument(&parse_quote!(#path)).filter(|_| is_into).cloned()
}

/// Returns `true` if the type is a mistake behind a pointer, too: an `impl Trait`, or serde's `Serialize` as a `dyn Trait`. The
/// same name without a path may be that of `erased_serde`.
pub(crate) fn is_no_type(ty: &Type) -> bool {
    let is_serde = |bound: &TypeParamBound| {
        let TypeParamBound::Trait(TraitBound { path, .. }) = bound else { return false };
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        names == ["serde", "Serialize"] || names == ["serde", "ser", "Serialize"]
    };
    match peel(ty) {
        Type::ImplTrait(_) => true,
        Type::TraitObject(found) => found.bounds.iter().any(is_serde),
        _ => false,
    }
}
