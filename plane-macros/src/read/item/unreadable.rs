//! Fields that the parser rejects. rustc accepts some of them, such as `x: Option(String)` or a length that is a block, so
//! none may be lost without an error. Of others, rustc has reported the syntax, and the field is kept as it was meant.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
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
};

/// Consumes a field and returns it as it was meant, if its name and its type can be recognized.
pub(super) fn meant(input: ParseStream<'_>, errors: &mut Errors) -> Result<Field> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    let ident = name(input)?;
    let is_optional = input.parse::<Option<Token![?]>>()?.is_some();
    input.parse::<Option<Token![:]>>()?;
    let ty = type_of(up_to_next(input)?, errors)?;
    let ty = if is_optional { optional(ty) } else { ty };
    let mut field = Field::parse_named.parse2(quote!(#(#attrs)* #vis #ident: ()))?;
    field.ty = ty;
    Ok(field)
}

fn optional(ty: Type) -> Type {
    if matches!(&ty, Type::Path(path) if path.path.segments.iter().any(|it| it.ident == "Option")) {
        return ty;
    }
    parse_quote!(Option<#ty>)
}

/// Reads a name that may be a keyword, or contain hyphens. rustc reports both.
fn name(input: ParseStream<'_>) -> Result<Ident> {
    let mut first = input.call(Ident::parse_any)?;
    // A word of other declarations, such as `mut`, or `unsafe`.
    if input.peek(syn::Ident) && syn::parse_str::<Ident>(&first.to_string()).is_err() {
        first = input.parse()?;
    }
    let mut name = first.to_string();
    while input.parse::<Option<Token![-]>>()?.is_some() {
        name = format!("{name}_{}", input.call(Ident::parse_any)?);
    }
    let mut ident: Ident =
        syn::parse_str(&name).or_else(|_| syn::parse_str(&format!("r#{name}")))?;
    ident.set_span(first.span());
    Ok(ident)
}

/// Consumes the tokens up to the next field.
fn up_to_next(input: ParseStream<'_>) -> Result<TokenStream> {
    let (mut found, mut depth, mut is_arrow) = (TokenStream::new(), 0, false);
    while !(input.is_empty() || input.peek(Token![pub]) || input.peek(Token![#])) {
        let is_separator = input.peek(Token![,]) || input.peek(Token![;]);
        if depth <= 0 && (is_separator || !found.is_empty() && starts_field(input)) {
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

/// Returns the type that is meant. Reports what rustc accepts as syntax.
fn type_of(mut tokens: TokenStream, errors: &mut Errors) -> Result<Type> {
    if let Ok(ty) = syn::parse2(tokens.clone()) {
        return Ok(ty);
    }
    let mut all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    if all.last().is_some_and(|last| is_sign(last, '?')) {
        all.pop();
        return type_of(all.into_iter().collect(), errors).map(optional);
    }
    // The parser knows few expressions.
    if syn::parse2::<Type>(with_simple_lengths(tokens.clone())).is_ok() {
        return Ok(Type::Verbatim(tokens));
    }
    let (mut message, found) = (None, tokens.clone());
    let meant = corrected(tokens, &mut message);
    if let Ok(ty) = syn::parse2::<Type>(meant.clone()) {
        if let Some(message) = message {
            errors.at(found, format!("{message}; write `{}`", source(&ty)));
        }
        return Ok(ty);
    }
    // rustc reports the tokens after a type.
    tokens = meant;
    let start = |input: ParseStream<'_>| {
        let ty = input.parse::<Type>()?;
        input.parse::<TokenStream>()?;
        Ok(ty)
    };
    start.parse2(tokens)
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
            TokenTree::Ident(name) => {
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

/// Returns the generic arguments for the arguments in parentheses after a name.
fn generic(name: &Ident, group: &Group, message: &mut Option<&'static str>) -> TokenStream {
    let types = Punctuated::<Type, Token![,]>::parse_terminated;
    let mut inside = None;
    let arguments = corrected(group.stream(), &mut inside);
    let Ok(types) = types.parse2(arguments) else {
        // rustc reports what is not a type, such as the number in `String(50)`.
        return TokenStream::new();
    };
    let is_basic = syn::parse2(quote!(#name)).is_ok_and(|ty| is_basic(&ty));
    if types.is_empty() || is_basic {
        message.get_or_insert("a type is written without parentheses");
        return TokenStream::new();
    }
    message.get_or_insert("generic arguments are written in `<…>`");
    let sign = |sign| {
        let mut sign = Punct::new(sign, Spacing::Alone);
        sign.set_span(Span::call_site().located_at(group.span()));
        sign
    };
    let (open, close) = (sign('<'), sign('>'));
    quote!(#open #types #close)
}
