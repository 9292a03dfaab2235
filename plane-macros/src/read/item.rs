//! The item below the attribute: a struct with named fields, or another item.

mod unreadable;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Data, DeriveInput, Field, Fields, Token,
    parse::{ParseStream, Parser, discouraged::Speculative},
    punctuated::Punctuated,
};

use crate::error::Errors;

/// The item below the attribute.
pub(crate) enum Item {
    /// A struct with named fields, or none.
    Struct(DeriveInput),
    /// Another type; reported.
    Type(DeriveInput),
    /// Not a type; reported.
    Other,
}

/// Reads the item, and reports it unless it is a struct with named fields.
pub(crate) fn read(tokens: &TokenStream, errors: &mut Errors) -> Item {
    const WRITE: &str = "write a struct with named fields";
    if is_statement(tokens) {
        // rustc itself reports attributes on statements.
        return Item::Other;
    }
    if let Some((word, what)) = other(tokens.clone()) {
        errors.at(
            word,
            format!("`#[endpoint]` describes a request as a struct, but this is {what}; {WRITE}"),
        );
        return Item::Other;
    }
    let mut item = match syn::parse2::<DeriveInput>(tokens.clone()) {
        Ok(item) => item,
        Err(error) => {
            return incomplete(tokens.clone(), error, errors).map_or(Item::Other, Item::Struct);
        }
    };
    let (word, what) = match &mut item.data {
        Data::Struct(data) => match &mut data.fields {
            Fields::Named(fields) => {
                fields.named.iter_mut().for_each(|field| unreadable::omit_default(field, errors));
                return Item::Struct(item);
            }
            Fields::Unit => return Item::Struct(item),
            Fields::Unnamed(fields) => (fields.to_token_stream(), "a tuple struct"),
        },
        Data::Enum(data) => (data.enum_token.to_token_stream(), "an enum"),
        Data::Union(data) => (data.union_token.to_token_stream(), "a union"),
    };
    errors.at(word, format!("`#[endpoint]` describes a request as a struct with named fields, but this is {what}; {WRITE}"));
    Item::Type(item)
}

fn is_statement(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().next().is_some_and(|first| first.to_string() == "let")
}

const FUNCTION: &str = "a function";

/// Returns the keyword of an item that is not a type, after its attributes and visibility.
fn other(tokens: TokenStream) -> Option<(Ident, &'static str)> {
    let is_mark = |token: Option<TokenTree>| token.is_some_and(|token| token.to_string() == "!");
    let mut start = tokens.clone().into_iter();
    if let (Some(TokenTree::Ident(word)), true) = (start.next(), is_mark(start.next())) {
        return Some((word, "a macro"));
    }
    tokens
        .into_iter()
        .find_map(|token| match token {
            TokenTree::Ident(word) if word != "pub" => Some(word),
            _ => None,
        })
        .and_then(|word| {
            let what = match word.to_string().as_str() {
                "fn" | "async" | "unsafe" | "extern" => FUNCTION,
                "trait" | "auto" => "a trait",
                "impl" => "an impl",
                "mod" => "a module",
                "type" => "a type alias",
                "const" | "static" => "a constant",
                "use" => "an import",
                _ => return None,
            };
            Some((word, what))
        })
}

/// Returns an item of another type. A function that is only declared gets a body, so that rustc does not report it, too.
pub(crate) fn with_body(tokens: TokenStream) -> TokenStream {
    let is_function = other(tokens.clone()).is_some_and(|(_, what)| what == FUNCTION);
    let mut item: Vec<TokenTree> = tokens.into_iter().collect();
    let is_end = |token: &mut TokenTree| is_function && token.to_string() == ";";
    match item.pop_if(is_end) {
        Some(_) => quote!(#[allow(unused_variables)] #(#item)* { loop {} }),
        None => item.into_iter().collect(),
    }
}

/// Returns a struct with a syntax error, with the fields that can be recognized: in an editor, one of them is still being
/// typed. The compiler has reported the error, unless it accepts the syntax.
fn incomplete(tokens: TokenStream, error: syn::Error, errors: &mut Errors) -> Option<DeriveInput> {
    let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let before: TokenStream =
        tokens.clone().into_iter().take_while(|token| !is_body(token)).collect();
    let Ok(mut item) = syn::parse2::<DeriveInput>(quote!(#before {})) else {
        errors.push(error);
        return None;
    };
    if let Data::Struct(data) = &mut item.data
        && let Fields::Named(fields) = &mut data.fields
        && let Some(TokenTree::Group(body)) = tokens.into_iter().find(is_body)
    {
        let read = |input: ParseStream<'_>| readable_fields(input, errors);
        fields.named = read.parse2(body.stream()).unwrap_or_default();
    }
    Some(item)
}

/// Parses the tokens up to `end` once more, because a fork does not report the rest of a group, such as `, 2` in `[u8, 2]`.
fn whole_field(input: ParseStream<'_>, end: ParseStream<'_>) -> syn::Result<Field> {
    let all = input.cursor().token_stream();
    let behind = end.cursor().token_stream().into_iter().count();
    let length = all.clone().into_iter().count().saturating_sub(behind);
    Field::parse_named.parse2(all.into_iter().take(length).collect())
}

/// Returns the fields that can be recognized.
fn readable_fields(
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<Punctuated<Field, Token![,]>> {
    let mut fields = Punctuated::new();
    while !input.is_empty() {
        let (ahead, other) = (input.fork(), input.fork());
        let whole = ahead.call(Field::parse_named).and_then(|_| whole_field(input, &ahead));
        // The compiler has reported a missing comma, and continues as if it were there.
        let is_next =
            ahead.peek(Token![pub]) || ahead.peek(Token![#]) || unreadable::starts_field(&ahead);
        if let Ok(mut field) = whole
            && (ahead.is_empty() || ahead.peek(Token![,]) || ahead.peek(Token![;]) || is_next)
        {
            unreadable::omit_default(&mut field, errors);
            fields.push(field);
            input.advance_to(&ahead);
        } else if let Ok(field) = unreadable::meant(&other, errors) {
            fields.push(field);
            input.advance_to(&other);
        } else {
            // The next field may follow without a comma. As a visibility, a half-typed `pub(in)` would be an error.
            input.parse::<Option<Token![pub]>>()?;
            while !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![pub]) {
                input.parse::<TokenTree>()?;
            }
        }
        if input.parse::<Option<Token![,]>>()?.is_none() {
            input.parse::<Option<Token![;]>>()?;
        }
    }
    Ok(fields)
}
