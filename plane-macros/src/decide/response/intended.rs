//! Types that cannot be a response, and the types to write instead.

use std::{iter::Peekable, mem};

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree, token_stream::IntoIter};
use quote::{ToTokens, quote};
use syn::{
    GenericArgument, Path, PathArguments, PathSegment, ReturnType, Type, TypeParamBound,
    parse_quote,
};

use crate::{
    decide::response::in_result,
    read::types::{is_named, last, only_argument, peel, source},
    tokens::mentions,
};

/// The mistake of a stream of bytes.
pub(super) const BYTES: &str =
    "the body as a stream is a `Download`; write `-> plane_api::Download`";

/// Traits that no value is decoded as: not even a box of one, which users may implement for traits of their own.
const TRAITS: [&str; 14] = [
    "Any",
    "Clone",
    "Debug",
    "Default",
    "Deserialize",
    "DeserializeOwned",
    "Display",
    "Error",
    "IntoResponse",
    "Responder",
    "Send",
    "Serialize",
    "Sized",
    "Sync",
];

/// Returns the first `_` or `impl` in a type with arguments, or a `dyn` with one of the known traits.
pub(super) fn placeholder(tokens: TokenStream) -> Option<TokenTree> {
    let mut is_lifetime = false;
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let found = match &token {
            TokenTree::Group(group) => placeholder(group.stream()),
            TokenTree::Ident(word) if word == "dyn" => {
                is_known_trait(tokens.clone()).then_some(token.clone())
            }
            TokenTree::Ident(word) if !is_lifetime && (word == "_" || word == "impl") => {
                Some(token.clone())
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        is_lifetime = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '\'');
    }
    None
}

/// Returns `true` if the path at the start of the tokens is that of a known trait.
fn is_known_trait(tokens: impl Iterator<Item = TokenTree>) -> bool {
    let is_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(sign) => sign.as_char() == ':',
        _ => false,
    };
    let last = tokens.take_while(is_path).last();
    matches!(last, Some(TokenTree::Ident(last)) if TRAITS.iter().any(|name| last == name))
}

/// For a future, an iterator or a stream, by its trait, returns the mistake and the type to write if there is only one.
pub(super) fn of_trait(ty: &Type) -> Option<(String, Option<Box<Type>>)> {
    let (name, item) = trait_of(ty)?;
    let write = source(&item);
    Some(match &*name {
        "Future" | "IntoFuture" => {
            let message = format!(
                "a response is the output of a future, which `send` returns; write `-> {write}`"
            );
            (message, Some(Box::new(item)))
        }
        "Iterator" | "IntoIterator" => {
            let message =
                format!("a response is an owned type of known size; write `-> Vec<{write}>`");
            (message, Some(parse_quote!(Vec<#item>)))
        }
        "Stream" if is_named(&item, "Bytes") => (BYTES.to_owned(), None),
        "Stream" => {
            let message = format!(
                "a response is a type, not a trait; write `-> plane_api::Events<{write}>` for server-sent events, `-> plane_api::Lines<{write}>` for one JSON value per line, or `-> plane_api::Download` for the body as it arrives"
            );
            (message, None)
        }
        _ => return None,
    })
}

/// Returns `true` if the type is a stream of bytes of another crate, by its name and arguments.
pub(super) fn is_stream_of_bytes(ty: &Type) -> bool {
    let Some(last) = last(ty) else { return false };
    let name = last.ident.to_string();
    let is_boxed = matches!(&*name, "BoxStream" | "LocalBoxStream");
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return false };
    match arguments.args.first() {
        Some(GenericArgument::Type(item)) => {
            (is_boxed || name == "Stream") && arguments.args.len() == 1 && is_named(item, "Bytes")
        }
        // `futures` has a lifetime there.
        Some(GenericArgument::Lifetime(_)) => {
            is_boxed && mentions(ty.to_token_stream(), &|word| word == "Bytes")
        }
        _ => false,
    }
}

/// Returns the name and the item of a trait in an `impl`, a `dyn`, a box or a pin, or of a trait in place of a type.
fn trait_of(ty: &Type) -> Option<(String, Type)> {
    let bounds = match peel(ty) {
        Type::ImplTrait(ty) => &ty.bounds,
        Type::TraitObject(ty) => &ty.bounds,
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            return match &*last.ident.to_string() {
                "Box" | "Pin" => trait_of(only_argument(ty)?),
                // The prelude has the trait, so it is not the user's own type.
                "Future" if path.path.segments.len() == 1 && only_argument(ty).is_some() => {
                    Some(("Future".to_owned(), only_argument(ty)?.clone()))
                }
                _ => item_of(last),
            };
        }
        _ => return None,
    };
    bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => item_of(bound.path.segments.last()?),
        _ => None,
    })
}

/// Returns the name of a trait and the type after `Output =` or `Item =`.
fn item_of(last: &PathSegment) -> Option<(String, Type)> {
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let item = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(item) => Some(item.ty.clone()),
        _ => None,
    })?;
    Some((last.ident.to_string(), in_result(&item).unwrap_or(&item).clone()))
}

/// Returns the type that is probably meant by `impl` or `dyn` with its name.
pub(super) fn named(ty: &Type) -> Option<&Path> {
    let bounds = match peel(ty) {
        Type::ImplTrait(ty) => &ty.bounds,
        Type::TraitObject(ty) => &ty.bounds,
        _ => return None,
    };
    // Without `dyn`, the signs are between types.
    let is_sum = matches!(peel(ty), Type::TraitObject(ty) if ty.dyn_token.is_none());
    let Some(TypeParamBound::Trait(bound)) = bounds.first().filter(|_| bounds.len() == 1 || is_sum)
    else {
        return None;
    };
    let last = bound.path.segments.last()?;
    let mut traits = TRAITS.iter().chain(&["AsyncRead", "Future", "Iterator", "Read", "Stream"]);
    let is_trait = traits.any(|name| last.ident == name);
    (!is_trait && bound.lifetimes.is_none()).then_some(&bound.path)
}

/// Returns the owned type to write for a type that borrows or has no size, if it is known; `None` for other types.
pub(super) fn owned(ty: &Type) -> Option<Option<Type>> {
    match peel(ty) {
        Type::Reference(reference) => {
            let inner = &*reference.elem;
            Some(owned(inner).unwrap_or_else(|| Some(inner.clone())))
        }
        Type::Slice(slice) => {
            let item = &*slice.elem;
            let item = owned(item).flatten().unwrap_or_else(|| item.clone());
            Some(Some(parse_quote!(Vec<#item>)))
        }
        Type::Never(_) => Some(Some(parse_quote!(()))),
        Type::FnPtr(function) => match &function.output {
            ReturnType::Type(_, output) => Some(Some((**output).clone())),
            ReturnType::Default => Some(Some(parse_quote!(()))),
        },
        Type::Path(path) if path.path.is_ident("self") => Some(None),
        Type::Infer(_) | Type::ImplTrait(_) | Type::TraitObject(_) => Some(None),
        ty if is_named(ty, "str") => Some(Some(parse_quote!(String))),
        _ => None,
    }
}

/// Returns the type without the references in its arguments, and with owned types in place of those without a size, if
/// there are any.
pub(super) fn owned_within(ty: &Type) -> Option<Type> {
    let (Type::Path(_) | Type::Tuple(_) | Type::Array(_)) = peel(ty) else { return None };
    let tokens = ty.to_token_stream();
    let mut is_changed = false;
    let owned = without_references(tokens, &mut is_changed);
    if is_changed { syn::parse2(owned).ok() } else { None }
}

fn without_references(tokens: TokenStream, found: &mut bool) -> TokenStream {
    let mut owned = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    let (mut is_pointer, mut is_borrowed) = (false, false);
    while let Some(token) = tokens.next() {
        let was_borrowed = mem::take(&mut is_borrowed);
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '&' => {
                *found = true;
                is_borrowed = true;
                // A lifetime is two tokens.
                if tokens
                    .next_if(|it| matches!(it, TokenTree::Punct(it) if it.as_char() == '\''))
                    .is_some()
                {
                    tokens.next();
                }
                tokens.next_if(|it| matches!(it, TokenTree::Ident(it) if it == "mut"));
            }
            TokenTree::Ident(word) if word == "str" && (was_borrowed || !is_pointer) => {
                *found = true;
                owned.extend([TokenTree::from(Ident::new("String", word.span()))]);
            }
            TokenTree::Punct(sign) if sign.as_char() == '\'' => {
                // A lifetime.
                owned.extend([TokenTree::from(sign)]);
                owned.extend(tokens.next());
            }
            TokenTree::Ident(word) => {
                is_pointer = ["Box", "Rc", "Arc", "Cow"].iter().any(|name| word == name);
                match is_pointer.then(|| borrowed_in(&word, &mut tokens)).flatten() {
                    Some(borrowed) => {
                        *found = true;
                        owned = without_path(owned);
                        owned.extend(without_references(borrowed, found));
                    }
                    None => owned.extend([TokenTree::from(word)]),
                }
            }
            TokenTree::Group(group) => {
                let inner = without_references(group.stream(), found);
                // A reference to a slice is a list.
                if group.delimiter() == Delimiter::Bracket && !inner.to_string().contains(';') {
                    owned.extend(quote!(Vec<#inner>));
                } else {
                    owned.extend([TokenTree::from(Group::new(group.delimiter(), inner))]);
                }
            }
            token => owned.extend([token]),
        }
    }
    owned
}

/// Consumes the arguments of a `Cow` that borrows, and returns its type: `str` of `Cow<'_, str>`.
fn borrowed_in(name: &Ident, tokens: &mut Peekable<IntoIter>) -> Option<TokenStream> {
    let mut ahead = tokens.clone();
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for token in ahead.by_ref() {
        match &token {
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            TokenTree::Punct(sign) if sign.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        found.push(token);
        if depth == 0 {
            break;
        }
    }
    let borrowed = match &found[..] {
        // Without a lifetime, a sized type may be that of the user's own `Cow`.
        [_, TokenTree::Ident(word), _] if word == "str" => &found[1..2],
        [_, TokenTree::Group(_), _] => &found[1..2],
        [_, TokenTree::Punct(sign), TokenTree::Ident(lifetime), _, rest @ .., _]
            if sign.as_char() == '\'' && lifetime != "static" =>
        {
            rest
        }
        _ => return None,
    };
    if name != "Cow" {
        return None;
    }
    *tokens = ahead;
    Some(borrowed.iter().cloned().collect())
}

/// Returns the tokens before the path that they end with, such as `std::borrow::`.
fn without_path(tokens: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_colon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ':');
    while tokens.pop_if(|token| is_colon(token)).is_some() {
        tokens.pop_if(|token| matches!(token, TokenTree::Ident(_)));
    }
    tokens.into_iter().collect()
}

/// Returns the first `'_` in a type with arguments.
pub(super) fn hidden_lifetime(ty: &Type) -> Option<TokenTree> {
    fn within(tokens: TokenStream) -> Option<TokenTree> {
        let mut is_lifetime = false;
        tokens.into_iter().find_map(|token| match token {
            TokenTree::Group(group) => within(group.stream()),
            TokenTree::Ident(word) => (is_lifetime && word == "_").then(|| word.into()),
            token => {
                is_lifetime = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '\'');
                None
            }
        })
    }
    last(ty)
        .filter(|last| !last.arguments.is_none())
        .and_then(|last| within(last.arguments.to_token_stream()))
}

/// For a type of the runtime that is no response, returns the mistake and the type to write. A bare name may be the user's own
/// type.
pub(super) fn of_crate(ty: &Type, krate: &Path) -> Option<(String, Type)> {
    let argument = only_argument(ty)?;
    let Type::Path(path) = peel(ty) else { return None };
    let mut names: Vec<String> =
        path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let name = names.pop()?;
    let is_crate = krate.segments.iter().map(|segment| segment.ident.to_string()).eq(names.clone());
    if !is_crate && names != ["plane_api"] {
        return None;
    }
    let named = |name: &str| {
        let mut path = path.clone();
        if let Some(last) = path.path.segments.last_mut() {
            last.ident = Ident::new(name, last.ident.span());
        }
        Type::Path(path)
    };
    Some(match &*name {
        "Items" | "Pages" => (
            format!("`{name}` is returned by a method of a list, and a response is one page"),
            named("Page"),
        ),
        "Event" => ("server-sent events are a stream of `Event`s".to_owned(), named("Events")),
        "Call" | "ResponseFuture" => {
            (format!("`{name}` sends a request, and a response is its output"), argument.clone())
        }
        _ => return None,
    })
}
