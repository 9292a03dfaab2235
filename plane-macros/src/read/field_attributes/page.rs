//! `#[page]` and its rules.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, LitInt, Meta, Token,
    parse::{ParseStream, Parser},
};

use crate::{
    error::{Errors, did_you_mean, nearest},
    model::PageRule,
    read::field_attributes::own::value,
};

const RULES: [&str; 5] = ["number", "offset", "link", "last", "size"];
const USAGE: &str =
    "`#[page]` takes one of `number`, `offset`, `link`, `last` and `size`, or nothing";

/// Returns the rule for an unknown attribute of this name, if it was meant to be `#[page]`.
pub(super) fn meant_by(name: &str) -> Option<PageRule> {
    match name {
        "limit" | "size" | "per_page" | "page_size" => Some(PageRule::Size(None)),
        "cursor" | "offset" | "pagination" => Some(PageRule::Wrong),
        _ => nearest(name, ["page"]).map(|_| PageRule::Wrong),
    }
}

/// Reads the attribute. A wrong one may still be recognized as a size.
pub(super) fn read(attr: &Attribute, errors: &mut Errors) -> Option<PageRule> {
    let list = match &attr.meta {
        Meta::Path(_) => return Some(PageRule::Response),
        Meta::List(list) if !list.tokens.is_empty() => list,
        meta => {
            let found = value(meta);
            let word = found.to_string().replace('"', "");
            let write = if RULES.contains(&word.as_str()) { &*word } else { "number" };
            errors.at(found, format!("{USAGE}; write `#[page({write})]`"));
            return None;
        }
    };
    let parts = |input: ParseStream<'_>| {
        let name: Ident = input.parse()?;
        let number = input.parse::<Option<Token![=]>>()?.map(|_| input.parse::<LitInt>());
        Ok((name, number.transpose()?))
    };
    let Ok((name, number)) = parts.parse2(list.tokens.clone()) else {
        let near = first_word(&list.tokens);
        let number = number_in(list.tokens.clone()).filter(|_| near == "size");
        let number = number.map_or_else(String::new, |number| format!(" = {number}"));
        errors.at(&list.tokens, format!("{USAGE}; write `#[page({near}{number})]`"));
        return (near == "size").then_some(PageRule::Size(None));
    };
    let rule = name.to_string();
    let value = number.as_ref().map(|number| (number, number.base10_parse::<u64>()));
    let wrong = match (rule.as_str(), value) {
        ("number", None) => return Some(PageRule::Number(1)),
        ("number", Some((_, Ok(first @ (0 | 1))))) => return Some(PageRule::Number(first)),
        ("number", Some((number, _))) => (
            number.to_token_stream(),
            "the first page is number 1, or 0; write `number` or `number = 0`".to_owned(),
        ),
        ("size", None) => return Some(PageRule::Size(None)),
        ("size", Some((_, Ok(max @ 1..)))) => return Some(PageRule::Size(Some(max))),
        ("size", Some((number, _))) => {
            let message = "the largest page that the server allows has at least one entry; write `size = 100`";
            (number.to_token_stream(), message.to_owned())
        }
        ("offset", None) => return Some(PageRule::Offset),
        ("link", None) => return Some(PageRule::Link),
        ("last", None) => return Some(PageRule::Last),
        ("offset" | "link" | "last", Some((number, _))) => {
            (number.to_token_stream(), format!("`{rule}` takes no number; write `#[page({rule})]`"))
        }
        _ if matches!(rule.as_str(), "cursor" | "token" | "next" | "key" | "response") => {
            let message = format!(
                "unknown rule `{rule}`; {USAGE}; write `#[page]` if the response names the next position"
            );
            (name.to_token_stream(), message)
        }
        _ => {
            let near = did_you_mean(&rule, RULES);
            (name.to_token_stream(), format!("unknown rule `{rule}`; {USAGE}{near}"))
        }
    };
    errors.at(wrong.0, wrong.1);
    (rule == "size").then_some(PageRule::Size(None))
}

/// Returns the first number, at any depth.
fn number_in(tokens: TokenStream) -> Option<LitInt> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => number_in(group.stream()),
        TokenTree::Literal(literal) => syn::parse2(TokenTree::from(literal).into()).ok(),
        TokenTree::Ident(_) | TokenTree::Punct(_) => None,
    })
}

/// Returns the rule that was probably meant.
fn first_word(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    let word: String =
        text.trim_matches('"').chars().take_while(char::is_ascii_alphabetic).collect();
    if RULES.contains(&word.as_str()) { word } else { "number".to_owned() }
}
