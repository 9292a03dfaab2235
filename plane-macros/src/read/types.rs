//! What the macro can see of a type: its last path segment, through the groups that `macro_rules` puts around `$t:ty`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Lifetime, Path, PathArguments, PathSegment, Type};

use crate::model::{Files, Takes};

/// A type that says something about presence.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Wrapper {
    Option,
    Patch,
    Vec,
}

/// The type without groups and parentheses around it.
pub(crate) fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peel(&group.elem),
        Type::Paren(paren) => peel(&paren.elem),
        other => other,
    }
}

/// The path of a type that is one.
fn path(ty: &Type) -> Option<&Path> {
    match peel(ty) {
        Type::Path(path) if path.qself.is_none() => Some(&path.path),
        _ => None,
    }
}

/// The last segment of a type that is a path.
pub(crate) fn last(ty: &Type) -> Option<&PathSegment> {
    path(ty)?.segments.last()
}

/// Whether the type's last segment is this name, without arguments.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    last(ty).is_some_and(|last| last.ident == name && last.arguments.is_none())
}

/// The only type argument of the type's last segment.
pub(crate) fn only_argument(ty: &Type) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &last(ty)?.arguments else { return None };
    match arguments.args.iter().collect::<Vec<_>>()[..] {
        [GenericArgument::Type(ty)] => Some(ty),
        _ => None,
    }
}

/// Takes `Option<T>`, `Patch<T>` and `Vec<T>` apart, written bare or by their standard paths.
pub(crate) fn unwrap<'a>(ty: &'a Type, krate: &Path) -> Option<(Wrapper, &'a Type)> {
    let inner = only_argument(ty)?;
    let names: Vec<String> =
        path(ty)?.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let wrapper = match names[..] {
        ["Option"] | ["std" | "core", "option", "Option"] => Wrapper::Option,
        ["Vec"] | ["std" | "alloc", "vec", "Vec"] => Wrapper::Vec,
        ["Patch"] => Wrapper::Patch,
        [ref before @ .., "Patch"] if is_crate(before, krate) => Wrapper::Patch,
        _ => return None,
    };
    Some((wrapper, inner))
}

fn is_crate(names: &[&str], krate: &Path) -> bool {
    let names = names.strip_suffix(&["patch"]).unwrap_or(names);
    names == ["plane_api"]
        || krate.segments.iter().map(|segment| segment.ident.to_string()).eq(names.iter().copied())
}

/// What is wrong with a type of the standard library whose generic arguments are missing.
pub(crate) fn missing_arguments(ty: &Type) -> Option<String> {
    const GENERIC: [&str; 13] = [
        "Arc",
        "Box",
        "BTreeMap",
        "BTreeSet",
        "Cow",
        "HashMap",
        "HashSet",
        "Option",
        "Patch",
        "PhantomData",
        "Rc",
        "Vec",
        "VecDeque",
    ];
    let path = path(ty)?;
    let last = path.segments.last()?;
    let is_std = path.segments.len() == 1
        || path.segments.first().is_some_and(|first| first.ident == "std" || first.ident == "core");
    (is_std && last.arguments.is_none() && GENERIC.iter().any(|name| last.ident == name))
        .then(|| format!("missing generic argument of `{}`", last.ident))
}

const EXACT: [&str; 15] = [
    "bool", "char", "f32", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
    "u128", "usize",
];

/// How a value of the type is taken. `params` are the struct's type parameters.
pub(crate) fn takes(ty: &Type, krate: &Path, params: &[&Ident]) -> Takes {
    if let Some((Wrapper::Vec, item)) = unwrap(ty, krate) {
        return if converts(item) {
            Takes::EachConvert(item.clone())
        } else {
            Takes::Each(item.clone())
        };
    }
    let Some(path) = path(ty) else {
        // `<T as Trait>::Assoc` and macros may be anything; the rest is built in and infers best as it is.
        let anything = matches!(peel(ty), Type::Path(_) | Type::Macro(_) | Type::Verbatim(_));
        return if anything { Takes::Convert } else { Takes::Exact };
    };
    let exact = path
        .get_ident()
        .is_some_and(|name| EXACT.contains(&name.to_string().as_str()) || params.contains(&name));
    if exact { Takes::Exact } else { Takes::Convert }
}

/// Whether items of this type are worth an `Into`: strings and ids, which callers have as `&str`.
fn converts(item: &Type) -> bool {
    last(item).is_some_and(|last| {
        let name = last.ident.to_string();
        matches!(name.as_str(), "String" | "Cow") || name.ends_with("Id")
    })
}

/// Whether the type is surely one value: an alias of a list has some other name.
pub(crate) fn is_scalar(ty: &Type) -> bool {
    is_basic(ty) || last(ty).is_some_and(|last| last.ident.to_string().ends_with("Id"))
}

/// Whether the type is a string, a number or a Boolean, by its name: it can be sent in every location.
pub(crate) fn is_basic(ty: &Type) -> bool {
    last(ty).is_some_and(|last| {
        let name = last.ident.to_string();
        EXACT.contains(&name.as_str()) || matches!(name.as_str(), "f64" | "String")
    })
}

/// Whether the type may be an alias of `Option` or `Patch`: its name is not one whose meaning is known.
pub(crate) fn may_be_alias(ty: &Type) -> bool {
    const KNOWN: [&str; 12] = [
        "Box", "BTreeMap", "BTreeSet", "Bytes", "Cow", "Cursor", "HashMap", "HashSet", "Option",
        "Patch", "Value", "Vec",
    ];
    last(ty).is_some_and(|last| !is_scalar(ty) && !KNOWN.contains(&last.ident.to_string().as_str()))
}

/// Whether the type is bytes, by its name.
pub(crate) fn is_bytes(ty: &Type) -> bool {
    match peel(ty) {
        Type::Reference(reference) => is_bytes(&reference.elem),
        Type::Slice(slice) => is_named(&slice.elem, "u8"),
        Type::Array(array) => is_named(&array.elem, "u8"),
        ty if is_named(ty, "Bytes") || is_named(ty, "Body") => true,
        ty => {
            let is_wrapper =
                last(ty).is_some_and(|last| last.ident == "Vec" || last.ident == "Box");
            let item = only_argument(ty).filter(|_| is_wrapper);
            item.is_some_and(|item| is_named(item, "u8") || is_bytes(item))
        }
    }
}

/// Recognises `FilePart` and `Vec<FilePart>` by their names.
pub(crate) fn files(ty: &Type) -> Option<Files> {
    if is_named(ty, "FilePart") {
        return Some(Files::One);
    }
    let is_list = last(ty).is_some_and(|last| last.ident == "Vec");
    let file = only_argument(ty).filter(|item| is_list && is_named(item, "FilePart"));
    file.map(|_| Files::Several)
}

/// A type as people write it.
pub(crate) fn source(ty: &Type) -> String {
    let mut text = String::new();
    for word in ty.to_token_stream().to_string().split_whitespace() {
        let tight = text.ends_with(['<', '&', '(']) || text.ends_with("::");
        if !(text.is_empty()
            || tight
            || word.starts_with(['<', '>', ',', ')'])
            || word.starts_with("::"))
        {
            text.push(' ');
        }
        text.push_str(word);
    }
    // What is wrapped ends with a comma.
    text.replace(",>", ">")
}

/// The lifetimes that are used and not bound by a `for<...>`, each once.
pub(crate) fn lifetimes<'a>(types: impl IntoIterator<Item = &'a Type>) -> Vec<Lifetime> {
    let mut found = Vec::new();
    let mut bound = Vec::new();
    for ty in types.into_iter().filter(|ty| !is_plain(ty)) {
        collect_lifetimes(ty.to_token_stream(), &mut found, &mut bound);
    }
    found.retain(|lifetime| !bound.contains(lifetime));
    found
}

/// Whether the type is made of names alone, as nearly all are.
fn is_plain(ty: &Type) -> bool {
    path(ty).is_some_and(|path| {
        path.segments.iter().all(|segment| match &segment.arguments {
            PathArguments::None => true,
            PathArguments::AngleBracketed(arguments) => arguments
                .args
                .iter()
                .all(|argument| matches!(argument, GenericArgument::Type(ty) if is_plain(ty))),
            PathArguments::Parenthesized(_) => false,
        })
    })
}

fn collect_lifetimes(tokens: TokenStream, found: &mut Vec<Lifetime>, bound: &mut Vec<Lifetime>) {
    let mut tokens = tokens.into_iter();
    let mut binder = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) => binder = word == "for",
            TokenTree::Group(group) => collect_lifetimes(group.stream(), found, bound),
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                let Some(TokenTree::Ident(ident)) = tokens.next() else { continue };
                let lifetime = Lifetime { apostrophe: punct.span(), ident };
                let list = if binder { &mut *bound } else { &mut *found };
                if lifetime.ident != "static" && lifetime.ident != "_" && !list.contains(&lifetime)
                {
                    list.push(lifetime);
                }
            }
            TokenTree::Punct(punct) => binder &= punct.as_char() != '>',
            TokenTree::Literal(_) => {}
        }
    }
}
