//! Fields that the parser rejects. rustc accepts some of them, such as `x: Option(String)` or a length that is a block, so
//! none may be lost without an error. Of others, rustc has reported the syntax, and the field is kept as it was meant, or with
//! a guess of its type.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{
    Attribute, Field, Result, Token, Type, Visibility,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    parse_quote,
    punctuated::Punctuated,
};

use crate::{
    error::Errors,
    read::types::{is_basic, source},
    tokens::mentions,
};

/// Consumes a field and returns it as it was meant, if its name can be recognized.
pub(super) fn meant(input: ParseStream<'_>, errors: &mut Errors) -> Result<Field> {
    let (mut attrs, mut is_misread) = (Vec::new(), false);
    attributes(input, &mut attrs, &mut is_misread)?;
    let vis: Visibility = input.parse()?;
    attributes(input, &mut attrs, &mut is_misread)?;
    let ident = name(input)?;
    let is_optional = input.parse::<Option<Token![?]>>()?.is_some();
    let has_colon = input.parse::<Option<Token![:]>>()?.is_some();
    if input.parse::<Option<Token![->]>>()?.is_none() {
        input.parse::<Option<Token![=]>>()?;
    }
    let tokens = up_to_next(input, has_colon)?;
    let ty = type_of(tokens.clone(), &ident, errors);
    if is_misread || is_optional || !has_colon || ty.is_none() {
        errors.note_misread(&ident, None);
    }
    let ty = ty.unwrap_or_else(|| guessed(tokens, has_colon));
    let ty = if is_optional { optional(ty) } else { ty };
    let mut field = Field::parse_named.parse2(quote!(#(#attrs)* #vis #ident: ()))?;
    field.ty = ty;
    Ok(field)
}

/// Parses attributes. Those that the parser rejects are kept as they were meant: `#[query, comma]` as `#[query(comma)]`.
fn attributes(
    input: ParseStream<'_>,
    attrs: &mut Vec<Attribute>,
    is_misread: &mut bool,
) -> Result<()> {
    while let Some(pound) = input.parse::<Option<Token![#]>>()? {
        let group: Group = input.parse()?;
        match Attribute::parse_outer.parse2(quote!(#pound #group)) {
            Ok(read) => attrs.extend(read),
            Err(_) => {
                *is_misread = true;
                let mut tokens = group.stream().into_iter();
                let name = tokens.next();
                let is_argument = |token: &TokenTree| !matches!(token, TokenTree::Punct(_));
                let arguments: TokenStream =
                    tokens.skip_while(|token| !is_argument(token)).collect();
                let arguments = (!arguments.is_empty()).then(|| quote!((#arguments)));
                let meant = quote!(#pound [#name #arguments]);
                attrs.extend(Attribute::parse_outer.parse2(meant).unwrap_or_default());
            }
        }
    }
    Ok(())
}

/// Makes a field with a default value optional, as it is meant. rustc has reported the value.
pub(super) fn omit_default(field: &mut Field, errors: &mut Errors) {
    if let (Some(_), Some(ident)) = (field.default.take(), &field.ident) {
        errors.note_misread(ident, None);
        field.ty = optional(field.ty.clone());
    }
}

fn optional(ty: Type) -> Type {
    let is_absent = |name: &Ident| name == "Option" || name == "Patch";
    if matches!(&ty, Type::Path(path) if path.path.segments.iter().any(|it| is_absent(&it.ident))) {
        return ty;
    }
    parse_quote!(Option<#ty>)
}

/// Reads a name that may be a keyword, in quotes, or contain hyphens. rustc reports all of them. An item is not a field.
fn name(input: ParseStream<'_>) -> Result<Ident> {
    const ITEMS: [&str; 7] = ["const", "enum", "fn", "static", "struct", "type", "use"];
    if let Some(literal) = input.parse::<Option<Literal>>()? {
        let text = literal.to_string().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        let name = text.trim_matches('_');
        let start = if name.starts_with(|c: char| c.is_ascii_digit()) { "_" } else { "" };
        return syn::parse_str(&format!("{start}{name}"));
    }
    let mut first = input.call(Ident::parse_any)?;
    let is_macro = input.peek(Token![!]) && !input.peek2(Token![:]);
    if is_macro || input.peek(syn::Ident) && ITEMS.iter().any(|item| first == item) {
        return Err(input.error("an item"));
    }
    // A word of other declarations, such as `mut`, or `unsafe`.
    if input.peek(syn::Ident) && syn::parse_str::<Ident>(&first.to_string()).is_err() {
        first = input.parse()?;
    }
    let mut name = first.to_string();
    while !input.peek(Token![->]) && input.parse::<Option<Token![-]>>()?.is_some() {
        name = format!("{name}_{}", input.call(Ident::parse_any)?);
    }
    let mut ident: Ident =
        syn::parse_str(&name).or_else(|_| syn::parse_str(&format!("r#{name}")))?;
    ident.set_span(first.span());
    Ok(ident)
}

/// Returns a type to be inferred, in the `Option`, `Patch` or `Vec` that is written. A field without the name of a type, or
/// with half a path, becomes optional, so that calls of `new` remain right.
fn guessed(tokens: TokenStream, has_colon: bool) -> Type {
    const OPTIONAL: [&str; 6] = ["None", "Option", "Optional", "nil", "null", "undefined"];
    let is_written =
        |names: &[&str]| mentions(tokens.clone(), &|word| names.iter().any(|name| word == name));
    let is_open = tokens.clone().into_iter().last().is_none_or(|last| is_sign(&last, ':'));
    let names_nothing = |token| match token {
        TokenTree::Punct(_) => true,
        // A default value.
        TokenTree::Literal(_) => !has_colon,
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Ident(word) => word == "enum" || word == "struct",
    };
    if is_written(&["Patch"]) {
        parse_quote!(Patch<_>)
    } else if is_written(&OPTIONAL) {
        parse_quote!(Option<_>)
    } else if is_written(&["Vec"]) {
        parse_quote!(Vec<_>)
    } else if is_open || tokens.into_iter().all(names_nothing) {
        parse_quote!(Option<_>)
    } else {
        parse_quote!(_)
    }
}

/// Consumes the tokens up to the next field.
fn up_to_next(input: ParseStream<'_>, has_colon: bool) -> Result<TokenStream> {
    let (mut found, mut depth, mut is_arrow) = (TokenStream::new(), 0, false);
    while !(input.is_empty() || input.peek(Token![pub]) || input.peek(Token![#])) {
        let is_separator = input.peek(Token![,]) || input.peek(Token![;]);
        let may_end = !has_colon || !found.is_empty();
        if depth <= 0 && (is_separator || may_end && starts_field(input)) {
            break;
        }
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(sign) = &token {
            match sign.as_char() {
                '<' => depth += 1,
                '>' if !is_arrow => depth -= 1,
                _ => {}
            }
            is_arrow = matches!(sign.as_char(), '-' | '=');
        }
        found.extend([token]);
    }
    Ok(found)
}

/// Returns `true` if a name and a colon follow.
pub(super) fn starts_field(input: ParseStream<'_>) -> bool {
    input.peek(syn::Ident) && input.peek2(Token![:]) && !input.peek2(Token![::])
}

/// Returns the type that is meant, if it is known. Reports what rustc accepts as syntax.
fn type_of(tokens: TokenStream, field: &Ident, errors: &mut Errors) -> Option<Type> {
    if let Ok(ty) = syn::parse2(tokens.clone()) {
        return Some(ty);
    }
    let mut all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    if all.last().is_some_and(|last| is_sign(last, '?')) {
        all.pop();
        errors.note_misread(field, None);
        return type_of(all.into_iter().collect(), field, errors).map(optional);
    }
    if let Some(item) = listed(&all) {
        errors.note_misread(field, None);
        return type_of(item, field, errors).map(|item| parse_quote!(Vec<#item>));
    }
    if infers_length(tokens.clone()) {
        errors.at(tokens, "`_` cannot be inferred in a field; write the length");
        return None;
    }
    // The parser knows few expressions.
    if syn::parse2::<Type>(with_simple_lengths(tokens.clone())).is_ok() {
        return Some(Type::Verbatim(tokens));
    }
    let (mut message, found) = (None, tokens.clone());
    let meant = corrected(tokens, &mut message);
    let Ok(ty) = syn::parse2::<Type>(meant.clone()) else {
        let ty = before_default(meant, errors)?;
        errors.note_misread(field, None);
        return Some(optional(ty));
    };
    if let Some(message) = message {
        let is_reported = message == REPORTED;
        let message = format!("{message}; write `{}`", source(&ty));
        let report = syn::Error::new_spanned(found, message);
        errors.note_misread(field, (!is_reported).then_some(report));
    }
    Some(ty)
}

/// Returns the item of a list in another language: `T[]` or `[]T`.
fn listed(tokens: &[TokenTree]) -> Option<TokenStream> {
    let is_list = |token: &TokenTree| matches!(token, TokenTree::Group(it) if it.delimiter() == Delimiter::Bracket && it.stream().is_empty());
    let item = match tokens {
        [item @ .., list] if !item.is_empty() && is_list(list) => item,
        [list, item @ ..] if !item.is_empty() && is_list(list) => item,
        _ => return None,
    };
    Some(item.iter().cloned().collect())
}

/// Returns the type of a field with a default value. rustc has reported other tokens after a type, and all other types, except
/// some that start with a keyword.
fn before_default(tokens: TokenStream, errors: &mut Errors) -> Option<Type> {
    const KEYWORDS: [&str; 6] = ["dyn", "extern", "fn", "for", "impl", "unsafe"];
    let start = |input: ParseStream<'_>| {
        let ty = input.parse::<Type>()?;
        input.parse::<Token![=]>()?;
        input.parse::<TokenStream>()?;
        Ok(ty)
    };
    let ty = start.parse2(tokens.clone()).ok();
    if ty.is_none() && mentions(tokens.clone(), &|word| KEYWORDS.iter().any(|it| word == it)) {
        errors.at(tokens, "this is not a type that can be sent; write the name of a type");
    }
    ty
}

/// Returns `true` if the length of an array is `_`.
fn infers_length(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_length = matches!(&tokens[..], [.., semicolon, last] if is_sign(semicolon, ';') && last.to_string() == "_");
    let is_inside = |token: &TokenTree| match token {
        TokenTree::Group(group) if group.delimiter() != Delimiter::Brace => {
            infers_length(group.stream())
        }
        _ => false,
    };
    is_length || tokens.iter().any(is_inside)
}

/// Returns the type with `0` for the length of each array.
fn with_simple_lengths(tokens: TokenStream) -> TokenStream {
    let mut simple = TokenStream::new();
    for token in tokens {
        let TokenTree::Group(group) = &token else {
            simple.extend([token]);
            continue;
        };
        let mut inner: Vec<TokenTree> = with_simple_lengths(group.stream()).into_iter().collect();
        // A length that is still being typed ends with an operator, or is missing.
        let is_whole = inner.last().is_some_and(|last| !matches!(last, TokenTree::Punct(_)));
        let length = inner.iter().position(|token| is_sign(token, ';')).filter(|_| is_whole);
        if let Some(length) = length {
            inner.truncate(length + 1);
            inner.push(Literal::usize_unsuffixed(0).into());
        }
        let inner = inner.into_iter().collect();
        simple.extend([TokenTree::from(Group::new(group.delimiter(), inner))]);
    }
    simple
}

/// Instead of a message: rustc has reported the mistake.
const REPORTED: &str = "";

/// Returns the type with `Name<…>` for `Name(…)`, and `Option<T>` for `?T`, and the first of these mistakes.
fn corrected(tokens: TokenStream, message: &mut Option<&'static str>) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut meant = TokenStream::new();
    let mut before = None;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                match before.take() {
                    Some(name) => meant.extend(generic(&name, &group, message)),
                    None => {
                        let inner = corrected(group.stream(), message);
                        meant.extend([TokenTree::from(Group::new(group.delimiter(), inner))]);
                    }
                }
            }
            TokenTree::Punct(sign) if sign.as_char() == '?' => {
                message.get_or_insert("an optional field is an `Option`");
                let mut depth = 0;
                let inner = std::iter::from_fn(|| {
                    let next = tokens
                        .next_if(|next| depth > 0 || !(is_sign(next, ',') || is_sign(next, '>')))?;
                    depth += i32::from(is_sign(&next, '<')) - i32::from(is_sign(&next, '>'));
                    Some(next)
                });
                let inner = corrected(inner.collect(), message);
                meant.extend(quote!(Option<#inner>));
            }
            TokenTree::Ident(name) if name.to_string().starts_with("Fn") => {
                // A trait: the caller reports that it has no size.
                if meant.is_empty() {
                    meant.extend(quote_spanned!(name.span()=> dyn));
                }
                meant.extend([name]);
                before = None;
            }
            TokenTree::Ident(mut name) => {
                if matches!(tokens.peek(), Some(TokenTree::Group(_))) {
                    name = type_named(&name);
                }
                before = Some(name.clone());
                meant.extend([name]);
            }
            // `Name::(…)`
            TokenTree::Punct(sign) if sign.as_char() == ':' && before.is_some() => {
                let mut colons = vec![TokenTree::from(sign)];
                colons.extend(tokens.next_if(|next| next.to_string() == ":"));
                if !matches!(tokens.peek(), Some(TokenTree::Group(_))) {
                    before = None;
                    meant.extend(colons);
                }
            }
            token => {
                before = None;
                meant.extend([token]);
            }
        }
    }
    meant
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Returns the name of the type that is meant by a name before parentheses.
fn type_named(name: &Ident) -> Ident {
    let meant = match name.to_string().as_str() {
        "Some" => "Option",
        "str" => "String",
        _ => return name.clone(),
    };
    Ident::new(meant, name.span())
}

/// Returns the generic arguments for the arguments in parentheses after a name.
fn generic(name: &Ident, group: &Group, message: &mut Option<&'static str>) -> TokenStream {
    let types = Punctuated::<Type, Token![,]>::parse_terminated;
    let mut inside = None;
    let arguments = corrected(group.stream(), &mut inside);
    let Ok(types) = types.parse2(arguments) else {
        // What is not a type, such as the number in `String(50)`.
        message.get_or_insert(REPORTED);
        return TokenStream::new();
    };
    let is_basic = syn::parse2(quote!(#name)).is_ok_and(|ty| is_basic(&ty));
    if types.is_empty() || is_basic {
        message.get_or_insert("a type is written without parentheses");
        return TokenStream::new();
    }
    message.get_or_insert("generic arguments are written in `<…>`");
    let sign = |sign, span| {
        let mut sign = Punct::new(sign, Spacing::Alone);
        sign.set_span(span);
        sign
    };
    let (open, close) = (sign('<', group.span_open()), sign('>', group.span_close()));
    quote!(#open #types #close)
}
