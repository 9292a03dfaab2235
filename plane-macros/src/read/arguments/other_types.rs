//! Response types in the syntax of other languages and crates, and the types to write instead.

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitInt, LitStr, Token, Type,
    parse::{ParseStream, discouraged::Speculative},
    parse_quote,
};

use crate::{
    read::{
        arguments::{
            Reader, ResponseType, names::starts_option, text::in_single_quotes, up_to_comma,
        },
        types::{arguments_of, last, peel, source, wrong},
    },
    tokens::mentions,
};

/// The tokens of a mistake, and its message.
type Wrong = Option<(TokenStream, String)>;

impl Reader<'_, '_> {
    /// Consumes the tokens after a type up to the next comma, and returns the intended type.
    pub(super) fn suffix(&self, ty: Type) -> (Type, Wrong) {
        let input = self.input;
        if let Some(list) = listed(&ty) {
            return (list, Some((ty.into_token_stream(), "a list is a `Vec`".to_owned())));
        }
        let is_end = input.is_empty() || input.peek(Token![,]) || input.peek(Token![->]);
        if is_end || input.peek(Token![;]) || input.peek(Token![=>]) || starts_option(input) {
            return (ty, None);
        }
        let found = up_to_comma(input);
        if let Some(meant) = with_arguments(&ty, &found) {
            return (meant, Some((found, "generic arguments are written in `<…>`".to_owned())));
        }
        let is_null =
            |word: &Ident| ["null", "None", "undefined", "nil"].iter().any(|name| word == name);
        if mentions(found.clone(), &is_null) || found.to_string().replace(' ', "") == "|()" {
            let message = "an optional response is an `Option`".to_owned();
            // Python's `Union[Thing, None]`.
            let ty = first_in_union(&ty, &found).unwrap_or(ty);
            return (parse_quote!(Option<#ty>), Some((found, message)));
        }
        if let Some(meant) = named(&found) {
            let mut wrong = ty.into_token_stream();
            wrong.extend(found);
            return (meant, Some((wrong, "a response has no name".to_owned())));
        }
        let (message, meant) = match found.clone().into_iter().next() {
            Some(TokenTree::Group(group)) => in_delimiters(ty, &group),
            Some(TokenTree::Punct(sign)) => match sign.as_char() {
                '?' => ("an optional response is an `Option`", parse_quote!(Option<#ty>)),
                '|' => ("a response has one type, and errors are always `plane_api::Error`", ty),
                '>' => ("`>` has no matching `<`", ty),
                _ => return (ty, Some((found.clone(), unexpected(&found)))),
            },
            _ => return (ty, Some((found.clone(), unexpected(&found)))),
        };
        (meant, Some((found, message.to_owned())))
    }

    /// Reports tokens that are not a response type, and returns the intended type.
    pub(super) fn no_type(&mut self, found: TokenStream, has_arrow: bool) -> ResponseType {
        if let Some(text) = found.clone().into_iter().next().as_ref().and_then(in_single_quotes) {
            let ty = syn::parse_str(&text).map(ResponseType::Type);
            return ty.unwrap_or(ResponseType::Unknown);
        }
        let (wrong, message, meant) = if let Some(ty) = beside_status(found.clone()) {
            let Some(ty) = ty.or_else(|| self.type_after_comma()) else {
                let message = "every 2xx status is a success; write the type of the response body, or `-> ()` to ignore it";
                self.errors.at(found, message);
                return ResponseType::Type(Box::new(parse_quote!(())));
            };
            (found.clone(), "every 2xx status is a success".to_owned(), Some(ty))
        } else if let Ok(literal) = syn::parse2::<LitStr>(found.clone()) {
            let message = "a type is written without quotes".to_owned();
            (found.clone(), message, literal.parse().ok())
        } else if let Some(ty) = self.unclosed(&found) {
            let message = format!("`<` has no matching `>`; write `-> {}`", source(&ty));
            self.errors.at(found, message);
            // The rest of it is missing, too.
            let is_whole = !lacks_arguments(&ty);
            return if is_whole { ResponseType::Type(Box::new(ty)) } else { ResponseType::Unknown };
        } else if let Some(ty) = intended(found.clone()) {
            (found.clone(), "a type is written without braces".to_owned(), Some(ty))
        } else if let Some((ty, rest)) = prefix(&found).filter(|(_, rest)| !is_half_typed(rest)) {
            (rest.clone(), unexpected(&rest), Some(ty))
        } else {
            (found.clone(), String::new(), None)
        };
        let Some(ty) = meant else {
            let message = if has_fields(found.clone()) {
                "a response is a named type; declare a struct with these fields, and write its name"
            } else if has_arrow {
                "incomplete response type; write a type, such as `-> String`"
            } else {
                "unexpected tokens after the path; the response follows an arrow, such as `-> String`, and options follow a comma"
            };
            self.errors.at(found, message);
            return ResponseType::Unknown;
        };
        self.errors.at(wrong, format!("{message}; write `-> {}`", source(&ty)));
        ResponseType::Type(Box::new(ty))
    }
}

impl Reader<'_, '_> {
    /// Returns the type with the closing brackets that it lacks, and consumes its second argument.
    fn unclosed(&self, found: &TokenStream) -> Option<Type> {
        let ty = unclosed(found)?;
        let ahead = self.input.fork();
        if !lacks_arguments(&ty) || ahead.parse::<Token![,]>().is_err() || starts_option(&ahead) {
            return Some(ty);
        }
        let second = up_to_comma(&ahead);
        let Some(whole) = unclosed(&quote!(#found, #second)) else { return Some(ty) };
        self.input.advance_to(&ahead);
        Some(whole)
    }
}

/// Returns the type with the tokens after it as its argument: `Vec T`, `Option T>`.
fn with_arguments(ty: &Type, found: &TokenStream) -> Option<Type> {
    wrong::arguments(ty, None)?;
    let first = found.clone().into_iter().next();
    if !matches!(first, Some(TokenTree::Ident(_))) {
        return None;
    }
    let is_sign = |token: &TokenTree| matches!(token, TokenTree::Punct(_));
    let mut tokens: Vec<TokenTree> = found.clone().into_iter().collect();
    while tokens.len() > 1
        && tokens.last().is_some_and(is_sign)
        && syn::parse2::<Type>(tokens.iter().cloned().collect()).is_err()
    {
        tokens.pop();
    }
    let inner: Type = syn::parse2(tokens.into_iter().collect()).ok()?;
    let is_same = last(&inner)?.ident == last(ty)?.ident;
    // The type may have empty arguments.
    if is_same { Some(inner) } else { syn::parse2(quote!(#ty<#inner>)).ok() }
}

/// Returns the type after the colon of `thing: T`.
fn named(found: &TokenStream) -> Option<Type> {
    let mut tokens = found.clone().into_iter();
    let is_colon = matches!(tokens.next()?, TokenTree::Punct(sign) if sign.as_char() == ':');
    intended(tokens.collect()).filter(|_| is_colon)
}

fn first_in_union(ty: &Type, found: &TokenStream) -> Option<Type> {
    let group = found.clone().into_iter().next();
    let Some(TokenTree::Group(group)) =
        group.filter(|_| last(ty).is_some_and(|it| it.ident == "Union"))
    else {
        return None;
    };
    first_argument(group.stream())
}

/// Returns the type before the first comma.
fn first_argument(tokens: TokenStream) -> Option<Type> {
    let first = |input: ParseStream<'_>| {
        let first = up_to_comma(input);
        super::rest(input);
        Ok(first)
    };
    syn::parse::Parser::parse2(first, tokens).ok().and_then(intended)
}

/// Returns the list that `vec![T]` means.
fn listed(ty: &Type) -> Option<Type> {
    let Type::Macro(list) = ty else { return None };
    let item: Type = list.mac.parse_body().ok()?;
    list.mac.path.is_ident("vec").then(|| parse_quote!(Vec<#item>))
}

/// Returns `true` if a type continues with these tokens.
fn is_half_typed(rest: &TokenStream) -> bool {
    let first = rest.clone().into_iter().next();
    matches!(first, Some(TokenTree::Punct(sign)) if matches!(sign.as_char(), '<' | ':'))
}

fn unexpected(found: &TokenStream) -> String {
    format!("unexpected `{}` after the response type", source(&Type::Verbatim(found.clone())))
}

/// Returns the type beside a status, if there is a status: `201 => T`, `(201, T)`.
fn beside_status(found: TokenStream) -> Option<Option<Type>> {
    let mut tokens: Vec<TokenTree> = found.into_iter().collect();
    if let [TokenTree::Group(group)] = &tokens[..] {
        return beside_status(group.stream());
    }
    let is_status = |token: &TokenTree| syn::parse2::<LitInt>(token.into_token_stream()).is_ok();
    let at = tokens.iter().position(is_status)?;
    tokens.remove(at);
    let is_sign = |token: &TokenTree| matches!(token, TokenTree::Punct(_));
    let rest = tokens.into_iter().skip_while(is_sign).collect();
    Some(first_argument(rest))
}

/// Returns the mistake in a group after a type, and the intended type: `Vec[Thing]`, `Json(Thing)`, `Thing {}`.
fn in_delimiters(ty: Type, group: &Group) -> (&'static str, Type) {
    let argument = intended(group.stream());
    let name = last(&ty).filter(|last| last.arguments.is_none());
    let name = name.map(|last| last.ident.to_string()).unwrap_or_default();
    let is_list = group.delimiter() == Delimiter::Bracket;
    match (&*name, argument) {
        ("u8" | "byte" | "bytes", None) if is_list => {
            ("the bytes of a body are `Bytes`", parse_quote!(plane_api::Bytes))
        }
        ("List" | "list" | "Array" | "Sequence" | "vector", Some(argument)) if is_list => {
            ("a list is a `Vec`", parse_quote!(Vec<#argument>))
        }
        ("dict" | "Dict" | "Mapping", None) if is_list => {
            let values = group.stream().into_iter().skip_while(|token| token.to_string() != ",");
            let value = intended(values.skip(1).collect()).unwrap_or_else(|| parse_quote!(String));
            let map = parse_quote!(std::collections::HashMap<String, #value>);
            ("a map is a `HashMap`", map)
        }
        ("Optional" | "Maybe" | "Nullable", Some(argument)) => {
            ("an optional response is an `Option`", parse_quote!(Option<#argument>))
        }
        (
            "Vec" | "Option" | "Box" | "Page" | "Events" | "Lines" | "HashMap" | "BTreeMap"
            | "HashSet" | "BTreeSet",
            Some(_),
        ) => {
            let arguments = group.stream();
            let generic = syn::parse2(quote!(#ty<#arguments>));
            ("generic arguments are written in `<…>`", generic.unwrap_or(ty))
        }
        (_, _) if is_list => ("a list is a `Vec`", parse_quote!(Vec<#ty>)),
        (name, Some(argument))
            if matches!(name, "Json" | "Ok" | "Some" | "Result" | "Response" | "Success")
                || name.starts_with(char::is_lowercase) =>
        {
            ("a response type is written without parentheses", argument)
        }
        _ if group.delimiter() == Delimiter::Brace => {
            ("a response type is written without its fields", ty)
        }
        _ => ("a response type is written without parentheses", ty),
    }
}

/// Reads a type with or without quotes, behind `=`, `:` or an arrow, in parentheses, or as `body = T` within them.
pub(super) fn intended(found: TokenStream) -> Option<Type> {
    let mut tokens: Vec<TokenTree> = found.into_iter().collect();
    while let Some(first) = tokens.first() {
        if let Ok(ty) = syn::parse2::<Type>(tokens.iter().cloned().collect()) {
            return Some(match peel(&ty) {
                Type::Slice(slice) => {
                    let item = &slice.elem;
                    parse_quote!(Vec<#item>)
                }
                ty => ty.clone(),
            });
        }
        match (first, &tokens[1..]) {
            (TokenTree::Literal(literal), []) => {
                let literal = syn::parse2::<LitStr>(literal.to_token_stream()).ok()?;
                return intended(literal.parse().ok()?);
            }
            (TokenTree::Ident(name), [TokenTree::Group(group)])
                if group.delimiter() == Delimiter::Bracket =>
            {
                let ty = syn::parse2(name.to_token_stream()).ok()?;
                return Some(in_delimiters(ty, group).1);
            }
            (TokenTree::Group(group), []) => return in_group(group),
            (TokenTree::Punct(_), _) => tokens.remove(0),
            _ => return None,
        };
    }
    None
}

/// Returns the type in a group, or that of `body = T` at any depth in it.
fn in_group(group: &Group) -> Option<Type> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    if let Some(ty) = syn::parse2(group.stream()).ok().filter(|_| !tokens.is_empty()) {
        return Some(ty);
    }
    let is_body = |pair: &[TokenTree]| {
        matches!(pair, [TokenTree::Ident(name), TokenTree::Punct(sign)]
            if is_response(name) && matches!(sign.as_char(), '=' | ':'))
    };
    if let Some(at) = tokens.windows(2).position(is_body) {
        let read = |input: ParseStream<'_>| {
            let value = up_to_comma(input);
            super::rest(input);
            Ok(value)
        };
        let value = tokens[at + 2..].iter().cloned().collect();
        return syn::parse::Parser::parse2(read, value).ok().and_then(intended);
    }
    tokens.iter().find_map(|token| match token {
        TokenTree::Group(group) => in_group(group),
        _ => None,
    })
}

/// Returns `true` if other crates name the response type like this.
pub(super) fn is_response(name: &Ident) -> bool {
    let name = name.to_string().to_ascii_lowercase();
    is_response_name(&name)
        || matches!(&*name, "body" | "json" | "type" | "ty" | "model" | "schema" | "content")
}

/// Returns `true` if the name cannot mean anything but the response.
pub(super) fn is_response_name(name: &str) -> bool {
    matches!(
        name,
        "response"
            | "responses"
            | "response_model"
            | "response_type"
            | "returns"
            | "return_type"
            | "return"
            | "output"
            | "result"
            | "ret"
    )
}

/// Returns `true` if a type of the standard library, or one in its arguments, has too few arguments.
fn lacks_arguments(ty: &Type) -> bool {
    let mut arguments = last(ty).into_iter().flat_map(arguments_of);
    wrong::arguments(ty, None).is_some() || arguments.any(lacks_arguments)
}

/// Returns the type with the closing brackets that it lacks.
fn unclosed(found: &TokenStream) -> Option<Type> {
    let is_open =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '<');
    let count = found.clone().into_iter().filter(is_open).count();
    // An empty list of arguments would be a type as well.
    if found.clone().into_iter().last().is_some_and(|token| is_open(&token)) {
        return None;
    }
    let mut closed = found.clone();
    (0..count).find_map(|_| {
        closed.extend(quote!(>));
        syn::parse2(closed.clone()).ok()
    })
}

/// Splits the longest type off that the tokens start with.
fn prefix(found: &TokenStream) -> Option<(Type, TokenStream)> {
    let tokens: Vec<TokenTree> = found.clone().into_iter().collect();
    let is_open =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '<');
    (1..tokens.len()).rev().find_map(|length| {
        let (ty, rest) = tokens.split_at(length);
        // The arguments of a type are a part of it.
        let is_rest = rest.len() == 1 || !rest.first().is_some_and(is_open);
        let ty = syn::parse2(ty.iter().cloned().collect()).ok().filter(|_| is_rest)?;
        Some((ty, rest.iter().cloned().collect()))
    })
}

/// Returns `true` if there are fields in braces at any depth.
pub(super) fn has_fields(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => {
            let start: Vec<TokenTree> = group.stream().into_iter().take(2).collect();
            let is_field = matches!(&start[..], [TokenTree::Ident(_), TokenTree::Punct(sign)]
                if sign.as_char() == ':' && sign.spacing() == Spacing::Alone);
            is_field && group.delimiter() == Delimiter::Brace || has_fields(group.stream())
        }
        _ => false,
    })
}
