//! Types, recognized by their last path segment. Groups that `macro_rules` puts around `$t:ty` are removed.

pub(crate) mod within;
pub(crate) mod wrong;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericArgument, Lifetime, Path, PathArguments, PathSegment, Type};

use crate::{
    model::{Recognized, Takes},
    tokens::mentions,
};

/// A type that decides about presence.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Wrapper {
    Option,
    Patch,
    Vec,
}

/// Returns the type without groups and parentheses around it.
pub(crate) fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peel(&group.elem),
        Type::Paren(paren) => peel(&paren.elem),
        other => other,
    }
}

/// Returns the path of a type that is one.
fn path(ty: &Type) -> Option<&Path> {
    match peel(ty) {
        Type::Path(path) if path.qself.is_none() => Some(&path.path),
        _ => None,
    }
}

/// Returns the last segment of a type that is a path.
pub(crate) fn last(ty: &Type) -> Option<&PathSegment> {
    path(ty)?.segments.last()
}

/// Returns `true` if the type's last segment is this name, without arguments.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    last(ty).is_some_and(|last| last.ident == name && last.arguments.is_none())
}

/// Returns the only type argument of the type's last segment.
pub(crate) fn only_argument(ty: &Type) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &last(ty)?.arguments else { return None };
    match arguments.args.iter().collect::<Vec<_>>()[..] {
        [GenericArgument::Type(ty)] => Some(ty),
        _ => None,
    }
}

/// Returns the types in the generic arguments of a path segment.
pub(crate) fn arguments_of(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Splits `Option<T>`, `Patch<T>` and `Vec<T>`, written bare or with their standard paths.
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

/// Returns `true` if the type is an `Option` in an `Option`.
pub(crate) fn is_optional_twice(ty: &Type) -> bool {
    let krate = Path::from(PathSegment::from(Ident::new("plane_api", Span::call_site())));
    let within = |ty| unwrap(ty, &krate).filter(|(wrapper, _)| *wrapper == Wrapper::Option);
    within(ty).and_then(|(_, inner)| within(inner)).is_some()
}

fn is_crate(names: &[&str], krate: &Path) -> bool {
    let names = names.strip_suffix(&["patch"]).unwrap_or(names);
    names == ["plane_api"]
        || krate.segments.iter().map(|segment| segment.ident.to_string()).eq(names.iter().copied())
}

const EXACT: [&str; 15] = [
    "bool", "char", "f32", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
    "u128", "usize",
];

/// Returns the form in which a value of the type is taken. `params` are the struct's type parameters.
pub(crate) fn takes(ty: &Type, krate: &Path, params: &[&Ident]) -> Takes {
    if let Some((Wrapper::Vec, item)) = unwrap(ty, krate) {
        return if converts(item) {
            Takes::EachConvert(item.clone())
        } else {
            Takes::Each(item.clone())
        };
    }
    let Some(path) = path(ty) else {
        // `<T as Trait>::Assoc` and macros may be anything; other syntax is built in and infers best unchanged.
        let anything = matches!(peel(ty), Type::Path(_) | Type::Macro(_) | Type::Verbatim(_));
        return if anything { Takes::Convert } else { Takes::Exact };
    };
    let exact = path
        .get_ident()
        .is_some_and(|name| EXACT.contains(&name.to_string().as_str()) || params.contains(&name));
    if exact { Takes::Exact } else { Takes::Convert }
}

/// Returns `true` if items of this type are converted with `Into`: strings and ids, which callers have as `&str`.
fn converts(item: &Type) -> bool {
    last(item).is_some_and(|last| {
        let name = last.ident.to_string();
        matches!(name.as_str(), "String" | "Cow") || name.ends_with("Id")
    })
}

/// Returns `true` if the type is probably one value, by its name.
pub(crate) fn is_scalar(ty: &Type) -> bool {
    is_basic(ty) || last(ty).is_some_and(|last| last.ident.to_string().ends_with("Id"))
}

/// Returns `true` if the type is a string, a number or a Boolean, by its name: it can be sent in every location.
pub(crate) fn is_basic(ty: &Type) -> bool {
    last(ty).is_some_and(|last| {
        let name = last.ident.to_string();
        EXACT.contains(&name.as_str()) || matches!(name.as_str(), "f64" | "String")
    })
}

/// Returns `true` if the type may be that of a path parameter, by its name.
pub(crate) fn may_be_parameter(ty: &Type) -> bool {
    const OTHERS: [&str; 6] = ["Body", "Bytes", "Cursor", "FilePart", "Path", "Value"];
    let is_single = |last: &PathSegment| {
        last.arguments.is_none() && !OTHERS.contains(&last.ident.to_string().as_str())
    };
    match peel(ty) {
        Type::Reference(reference) => may_be_parameter(&reference.elem),
        _ => is_scalar(ty) || last(ty).is_some_and(is_single),
    }
}

/// Returns `true` if the type may be an alias of `Option` or `Patch`: its name has no fixed meaning.
pub(crate) fn may_be_alias(ty: &Type) -> bool {
    const KNOWN: [&str; 12] = [
        "Box", "BTreeMap", "BTreeSet", "Bytes", "Cow", "Cursor", "HashMap", "HashSet", "Option",
        "Patch", "Value", "Vec",
    ];
    matches!(ty, Type::Macro(_))
        || last(ty)
            .is_some_and(|last| !is_scalar(ty) && !KNOWN.contains(&last.ident.to_string().as_str()))
}

/// Returns `true` if the type is written with a path of the user: its last segment has no fixed meaning.
pub(crate) fn is_of_user(ty: &Type, krate: &Path) -> bool {
    const KNOWN: [&str; 13] = [
        "std",
        "core",
        "alloc",
        "plane_api",
        "bytes",
        "tokio",
        "anyhow",
        "eyre",
        "color_eyre",
        "io",
        "reqwest",
        "axum",
        "actix_web",
    ];
    path(ty).is_some_and(|path| {
        let is_known = path.segments.first().is_some_and(|first| {
            KNOWN.iter().any(|name| first.ident == name)
                || krate.segments.first().is_some_and(|krate| krate.ident == first.ident)
        });
        path.segments.len() > 1 && !is_known
    })
}

/// Returns `true` for `PhantomData`. Without its argument, a path within the user's crate is that of the user's own type.
pub(crate) fn is_phantom(ty: &Type) -> bool {
    let is_within = |path: &Path| {
        path.segments
            .first()
            .is_some_and(|first| ["crate", "self", "super"].iter().any(|word| first.ident == word))
    };
    last(ty).is_some_and(|last| last.ident == "PhantomData")
        && !(is_named(ty, "PhantomData") && path(ty).is_some_and(is_within))
}

/// Returns `true` if the type is bytes, by its name.
pub(crate) fn is_bytes(ty: &Type) -> bool {
    match peel(ty) {
        Type::Reference(reference) => is_bytes(&reference.elem),
        Type::Slice(slice) => is_named(&slice.elem, "u8"),
        Type::Array(array) => is_named(&array.elem, "u8"),
        ty => {
            let is_wrapper =
                last(ty).is_some_and(|last| last.ident == "Vec" || last.ident == "Box");
            let item = only_argument(ty).filter(|_| is_wrapper);
            item.is_some_and(|item| is_named(item, "u8") || is_bytes(item))
        }
    }
}

/// Returns `true` if the type is an open file, by its path.
pub(crate) fn is_file(ty: &Type) -> bool {
    path(ty).is_some_and(|path| {
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        matches!(names[..], ["fs", "File"] | ["std" | "tokio", "fs", "File"])
    })
}

/// Returns `true` if the type may be the path of a file, or may contain one.
pub(crate) fn may_be_file_path(ty: &Type) -> bool {
    mentions(ty.to_token_stream(), &|word| word == "Path" || word == "PathBuf")
}

/// Recognizes `FilePart`, `Bytes` and `Body`, references to them and lists of them, by their names.
pub(crate) fn recognized(ty: &Type) -> Option<Recognized> {
    let value = match peel(ty) {
        Type::Reference(reference) => &reference.elem,
        ty => {
            let is_list = last(ty).is_some_and(|last| last.ident == "Vec");
            only_argument(ty).filter(|_| is_list).unwrap_or(ty)
        }
    };
    match &*last(value).filter(|last| last.arguments.is_none())?.ident.to_string() {
        "FilePart" => Some(Recognized::File),
        "Bytes" | "Body" => Some(Recognized::Bytes),
        _ => None,
    }
}

/// Returns a type in readable form.
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
    // A wrapped type ends with a comma.
    text.replace(",>", ">")
}

/// Returns the lifetimes that are used and not bound by a `for<...>`, each once.
pub(crate) fn lifetimes<'a>(types: impl IntoIterator<Item = &'a Type>) -> Vec<Lifetime> {
    let mut found = Vec::new();
    let mut bound = Vec::new();
    for ty in types.into_iter().filter(|ty| !is_plain(ty)) {
        collect_lifetimes(ty.to_token_stream(), &mut found, &mut bound);
    }
    found.retain(|lifetime| !bound.contains(lifetime));
    found
}

/// Returns `true` if the type consists only of names, as nearly all do.
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

/// Returns the type with the lifetime `'a` for each `'_`, and in each reference and `Cow` that lacks one, if there are any.
pub(crate) fn with_lifetimes(ty: &Type) -> Option<Type> {
    if is_plain(ty) && !names_cow(ty) {
        return None;
    }
    // In function types, lifetimes may be omitted.
    if mentions(ty.to_token_stream(), &|word| word == "fn" || word == "dyn") {
        return None;
    }
    let mut is_added = false;
    let tokens = add_lifetimes(ty.to_token_stream(), &mut is_added);
    if is_added { syn::parse2(tokens).ok() } else { None }
}

/// Returns `true` if a type that consists of names contains a `Cow`.
fn names_cow(ty: &Type) -> bool {
    path(ty).is_some_and(|path| {
        path.segments.iter().any(|segment| match &segment.arguments {
            _ if segment.ident == "Cow" => true,
            PathArguments::AngleBracketed(arguments) => arguments
                .args
                .iter()
                .any(|argument| matches!(argument, GenericArgument::Type(ty) if names_cow(ty))),
            _ => false,
        })
    })
}

fn add_lifetimes(tokens: TokenStream, is_added: &mut bool) -> TokenStream {
    let is_sign = |token: Option<&TokenTree>, sign: char| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    let mut added = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_reference = is_sign(Some(&token), '&');
        if is_sign(Some(&token), '\'')
            && let Some(anonymous) = tokens.next_if(|next| next.to_string() == "_")
        {
            added.extend([token, Ident::new("a", anonymous.span()).into()]);
            *is_added = true;
            continue;
        }
        let is_cow = matches!(&token, TokenTree::Ident(word) if word == "Cow");
        match token {
            TokenTree::Group(group) => {
                let inner = add_lifetimes(group.stream(), is_added);
                let mut inner = Group::new(group.delimiter(), inner);
                inner.set_span(group.span());
                added.extend([TokenTree::from(inner)]);
            }
            token => added.extend([token]),
        }
        if is_cow && is_sign(tokens.peek(), '<') {
            added.extend(tokens.next());
        } else if !is_reference {
            continue;
        }
        if !is_sign(tokens.peek(), '\'') {
            added.extend(if is_cow { quote!('a,) } else { quote!('a) });
            *is_added = true;
        }
    }
    added
}
