//! Reads the enums, and continues behind each mistake.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use syn::{
    Attribute, Error, Generics, Ident, Lit, LitStr, Result, Token, Visibility, braced,
    ext::IdentExt,
    parse::{ParseStream, discouraged::Speculative},
    token::Brace,
};

use crate::{decide::case, error::Errors};

const SYNTAX: &str = "write `enum Name { Variant = \"value\" }`";

/// An enum as it is written.
pub(super) struct Written {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) drafts: Vec<Draft>,
}

/// A variant as it is written.
pub(super) struct Draft {
    pub(super) attrs: Vec<Attribute>,
    /// The tokens in place of the name, which is then a guess.
    pub(super) unnamed: Option<TokenStream>,
    pub(super) name: Ident,
    pub(super) value: Value,
}

/// The tokens behind the name of a variant.
pub(super) enum Value {
    /// The string behind `=`.
    String(LitStr),
    /// Another literal behind `=`.
    Literal(Lit),
    /// Anything else, or nothing.
    Other(TokenStream),
}

/// Reads the next enum, if there is one. The input is empty afterwards if it cannot be read.
pub(super) fn open_enum(input: ParseStream<'_>, errors: &mut Errors) -> Option<Written> {
    if input.is_empty() {
        return None;
    }
    let item = item(input, errors);
    item.map_err(|error| {
        errors.push(error);
        skip(input);
    })
    .ok()
}

fn item(input: ParseStream<'_>, errors: &mut Errors) -> Result<Written> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    let start = input.span();
    let is_enum = keyword(input, errors)?;
    let wrong = |before: Span, message: &str| {
        let span = if input.is_empty() { before } else { input.span() };
        Error::new(span, format!("{message}; {SYNTAX}"))
    };
    let name: Ident = input.parse().map_err(|_| wrong(start, "missing name of the enum"))?;
    if input.peek(Token![<]) {
        let generics: Generics = input.parse()?;
        errors.at(generics, "an enum of strings has no generics; remove them");
    }
    if !input.peek(Brace) {
        return Err(wrong(name.span(), "missing variants"));
    }
    let content;
    let braces = braced!(content in input);
    if !is_enum {
        skip(&content);
    }
    let before = errors.count();
    let mut drafts = Vec::new();
    while !content.is_empty() {
        match draft(&content, errors) {
            Ok(draft) => drafts.push(draft),
            Err(error) => {
                errors.push(error);
                skip(&content);
            }
        }
    }
    if drafts.is_empty() && errors.count() == before && is_enum {
        errors.span(braces.span.join(), "missing variants; write `{ Variant = \"value\" }`");
    }
    input.parse::<Option<Token![;]>>()?;
    Ok(Written { attrs, vis, name, drafts })
}

/// Reads `enum`, and returns `true` unless it is another keyword. Without one, the rest is read like that of an enum if it looks
/// like one.
fn keyword(input: ParseStream<'_>, errors: &mut Errors) -> Result<bool> {
    if input.peek(Token![enum]) {
        input.parse::<Token![enum]>()?;
        return Ok(true);
    }
    let fork = input.fork();
    let is_other = fork.peek(Token![struct]) || fork.peek(Token![union]);
    if is_other {
        fork.parse::<TokenTree>()?;
    }
    let is_similar = fork.parse::<Ident>().is_ok() && fork.peek(Brace);
    // A struct has fields with types.
    let is_colon =
        |token: TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ':');
    let body = fork.parse::<Group>().map(|group| group.stream()).unwrap_or_default();
    let is_enum = is_similar && !body.is_empty() && !body.into_iter().any(is_colon);
    let write = if is_other && is_enum { "write `enum`" } else { SYNTAX };
    let error = Error::new(input.span(), format!("`open_enum!` takes enums; {write}"));
    if !is_similar {
        return Err(error);
    }
    errors.push(error);
    if is_other {
        input.parse::<TokenTree>()?;
    }
    Ok(is_enum || !is_other)
}

/// Reads a variant and the comma behind it.
fn draft(content: ParseStream<'_>, errors: &mut Errors) -> Result<Draft> {
    let attrs = content.call(Attribute::parse_outer)?;
    let (unnamed, (name, value)) = match unnamed(content) {
        Some(tokens) => (Some(tokens.clone()), guessed(tokens, rest(content)?)),
        None => {
            let message = "a variant has a name; write `Name = \"value\"`";
            let name = content.parse().map_err(|error: Error| Error::new(error.span(), message))?;
            (None, (name, value(content)?))
        }
    };
    if content.peek(Token![;]) {
        let semicolon = content.parse::<Token![;]>()?;
        errors.once(semicolon, "a comma separates variants; write `,`".to_owned());
    } else if content.peek(Token![,]) {
        content.parse::<Token![,]>()?;
    } else if !content.is_empty() {
        let next = content.fork().parse::<TokenTree>()?;
        if matches!(next, TokenTree::Ident(_)) || content.peek(Token![#]) {
            errors.at(next, "missing comma in front of this variant; write `,`");
        } else {
            let rest = rest(content)?;
            errors.at(rest, "a variant is one string; remove what follows it");
            content.parse::<Option<Token![,]>>()?;
        }
    }
    Ok(Draft { attrs, unnamed, name, value })
}

fn value(content: ParseStream<'_>) -> Result<Value> {
    let is_other = content.peek(Token![=>]) || content.peek(Token![==]);
    if !content.peek(Token![=]) || is_other {
        return rest(content).map(Value::Other);
    }
    let fork = content.fork();
    fork.parse::<Token![=]>()?;
    if !fork.peek(Lit) {
        return rest(content).map(Value::Other);
    }
    content.advance_to(&fork);
    Ok(match content.parse()? {
        Lit::Str(word) => Value::String(word),
        other => Value::Literal(other),
    })
}

/// Reads the words or the string in place of a name, if there is one: `in-review`, `type`, `"bug"`.
fn unnamed(content: ParseStream<'_>) -> Option<TokenStream> {
    let ahead = content.fork();
    let is_name = ahead.parse::<Ident>().is_ok() && !ahead.peek(Token![-]);
    if is_name || !(content.peek(LitStr) || content.peek(Ident::peek_any)) {
        return None;
    }
    let mut found = TokenStream::new();
    while !(content.is_empty() || is_end(content) || content.peek(Token![=])) {
        found.extend([content.parse::<TokenTree>().ok()?]);
        if content.peek(Token![=>]) || content.peek(Token![:]) {
            break;
        }
    }
    Some(found)
}

/// Returns the probable name and string of a variant, from the tokens in place of its name and those behind them.
fn guessed(unnamed: TokenStream, rest: TokenStream) -> (Ident, Value) {
    let span = unnamed.clone().into_iter().next().map_or_else(Span::call_site, |it| it.span());
    let literal = |token: TokenTree| syn::parse2::<LitStr>(token.into()).ok();
    let is_name = |token: TokenTree| syn::parse2::<Ident>(token.into()).ok();
    let quoted = unnamed.clone().into_iter().find_map(literal);
    let text = quoted.as_ref().map_or_else(|| unnamed.to_string().replace(' ', ""), LitStr::value);
    // As in `"bug" => Bug`.
    let name = quoted.as_ref().and_then(|_| rest.clone().into_iter().find_map(is_name));
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let pascal: String = parts.map(case::capitalised).collect();
    let name = name.or_else(|| syn::parse_str(&pascal).ok());
    let word = quoted.or_else(|| rest.into_iter().find_map(literal));
    let word = word.unwrap_or_else(|| LitStr::new(&text, span));
    (name.unwrap_or_else(|| Ident::new("Name", span)), Value::String(word))
}

fn is_end(content: ParseStream<'_>) -> bool {
    content.peek(Token![,]) || content.peek(Token![;])
}

/// Reads the tokens in front of the next comma or semicolon.
fn rest(content: ParseStream<'_>) -> Result<TokenStream> {
    let mut rest = TokenStream::new();
    while !(content.is_empty() || is_end(content)) {
        rest.extend([content.parse::<TokenTree>()?]);
    }
    Ok(rest)
}

/// Reads the remaining tokens, so that no error reports them.
fn skip(input: ParseStream<'_>) {
    let _: Result<TokenStream> = input.parse();
}
