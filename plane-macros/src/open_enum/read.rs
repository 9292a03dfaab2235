//! Reads the enums, and continues behind each mistake.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{
    Attribute, Error, Generics, Ident, Lit, LitStr, Result, Token, Visibility, braced,
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
    let error = Error::new(input.span(), format!("`open_enum!` takes enums; {SYNTAX}"));
    if !is_similar {
        return Err(error);
    }
    errors.push(error);
    if is_other {
        input.parse::<TokenTree>()?;
    }
    Ok(!is_other)
}

/// Reads a variant and the comma behind it.
fn draft(content: ParseStream<'_>, errors: &mut Errors) -> Result<Draft> {
    let attrs = content.call(Attribute::parse_outer)?;
    let name: Ident = content.parse().map_err(|error| match content.fork().parse::<LitStr>() {
        Ok(word) => nameless(&word),
        Err(_) => Error::new(error.span(), "a variant has a name; write `Name = \"value\"`"),
    })?;
    let value = value(content)?;
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
    Ok(Draft { attrs, name, value })
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

/// Returns the report of a string without a name.
fn nameless(word: &LitStr) -> Error {
    let parts = word.value();
    let parts = parts.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let name: String = parts.map(case::capitalised).collect();
    let name = if syn::parse_str::<Ident>(&name).is_ok() { name } else { "Name".to_owned() };
    Error::new(word.span(), format!("a variant has a name; write `{name} = {:?}`", word.value()))
}

/// Reads the tokens in front of the next comma or semicolon.
fn rest(content: ParseStream<'_>) -> Result<TokenStream> {
    let mut rest = TokenStream::new();
    while !(content.is_empty() || content.peek(Token![,]) || content.peek(Token![;])) {
        rest.extend([content.parse::<TokenTree>()?]);
    }
    Ok(rest)
}

/// Reads the remaining tokens, so that no error reports them.
fn skip(input: ParseStream<'_>) {
    let _: Result<TokenStream> = input.parse();
}
