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
    read::{
        arguments::Arguments,
        field_attributes::{declared::Declared, meta::value},
        types::is_named,
    },
};

const RULES: [&str; 5] = ["number", "offset", "link", "last", "size"];
const USAGE: &str =
    "`#[page]` takes one of `number`, `offset`, `link`, `last` and `size`, or nothing";

/// Returns the rule for an unknown attribute of this name, if it probably means `#[page]`.
pub(super) fn meant_by(name: &str) -> Option<PageRule> {
    match name {
        "limit" | "size" | "per_page" | "page_size" => Some(PageRule::Size(None)),
        "cursor" | "offset" | "pagination" | "paginate" | "paginated" | "page_number" => {
            Some(PageRule::Wrong)
        }
        _ => nearest(name, ["page"]).map(|_| PageRule::Wrong),
    }
}

/// Returns the attribute of a field with the position of a page, if a word says which: its name, or another attribute.
pub(crate) fn by_word(word: &str, arguments: &Arguments) -> Option<&'static str> {
    Some(match word {
        "page" | "page_number" | "page_no" | "page_num" => "`#[page(number)]`",
        "offset" | "skip" => "`#[page(offset)]`",
        // A bare array does not name the next page.
        "cursor" | "next_cursor" | "page_token" | "next_page_token" => {
            if arguments.has_bare_array() {
                "`#[page(link)]` or `#[page(last)]`"
            } else {
                "`#[page]`"
            }
        }
        _ => return None,
    })
}

/// Returns the code to write instead of an unknown attribute for a position.
pub(super) fn instead(word: &str, attr: &Attribute, field: Declared<'_>) -> Option<String> {
    const WORDS: [&str; 6] =
        ["cursor", "offset", "page_number", "pagination", "paginate", "paginated"];
    if !WORDS.contains(&word) {
        return None;
    }
    let arguments = attr.meta.require_list().map(|list| list.tokens.clone()).ok();
    if let Some((_, rule)) = arguments.filter(|it| !it.is_empty()).map(|it| meant(&it)) {
        return Some(format!("write `#[page({rule})]`"));
    }
    let write = by_word(word, field.arguments)
        .or_else(|| by_word(field.name, field.arguments))
        .unwrap_or("`#[page]`, `#[page(number)]`, `#[page(offset)]` or `#[page(size)]`");
    Some(format!("write {write}"))
}

/// Returns the rule for this argument of another attribute, and the attribute to write.
pub(super) fn in_query(word: &str, field: Declared<'_>) -> Option<(PageRule, &'static str)> {
    Some(match word {
        "page" if is_named(field.value(), "Cursor") => (PageRule::Wrong, "#[page]"),
        "page" | "page_number" | "number" => (PageRule::Wrong, "#[page(number)]"),
        "offset" => (PageRule::Wrong, "#[page(offset)]"),
        "cursor" | "token" => (PageRule::Wrong, "#[page]"),
        "limit" | "size" | "per_page" | "page_size" => (PageRule::Size(None), "#[page(size)]"),
        _ => return None,
    })
}

/// Reads the attribute. An invalid attribute may still be recognized as a size.
pub(super) fn read(attr: &Attribute, errors: &mut Errors) -> Option<PageRule> {
    let list = match &attr.meta {
        Meta::Path(_) => return Some(PageRule::Response),
        Meta::List(list) if !list.tokens.is_empty() => list,
        meta => {
            let found = value(meta);
            let word = found.to_string().replace('"', "");
            let write = match meta {
                Meta::List(_) => "#[page]".to_owned(),
                _ if RULES.contains(&word.as_str()) => format!("#[page({word})]"),
                _ => "#[page(number)]".to_owned(),
            };
            errors.at(found, format!("{USAGE}; write `{write}`"));
            return None;
        }
    };
    let parts = |input: ParseStream<'_>| {
        let name: Ident = input.parse()?;
        let number = input.parse::<Option<Token![=]>>()?.map(|_| input.parse::<LitInt>());
        Ok((name, number.transpose()?))
    };
    let Ok((name, number)) = parts.parse2(list.tokens.clone()) else {
        let (near, write) = meant(&list.tokens);
        let message = several(&list.tokens)
            .or_else(|| constant(&near, &list.tokens))
            .unwrap_or_else(|| format!("{USAGE}; write `#[page({write})]`"));
        errors.at(&list.tokens, message);
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
            let message = "the largest page that the server allows has at least one entry; write `size`, or the largest number";
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
        _ if alias(&rule).is_some() => {
            let (near, write) = meant(&list.tokens);
            let message = format!("unknown rule `{rule}`; {USAGE}; write `#[page({write})]`");
            errors.at(name, message);
            return (near == "size").then_some(PageRule::Size(None));
        }
        _ => {
            let near = did_you_mean(&rule, RULES);
            (name.to_token_stream(), format!("unknown rule `{rule}`; {USAGE}{near}"))
        }
    };
    errors.at(wrong.0, wrong.1);
    (rule == "size").then_some(PageRule::Size(None))
}

/// Returns the mistake of a rule and a size on one field.
fn several(tokens: &TokenStream) -> Option<String> {
    let text = tokens.to_string();
    let (first, second) = text.split_once(',')?;
    let (near, first) = meant(&first.parse().ok()?);
    let (other, second) = meant(&second.parse().ok()?);
    ((near == "size") != (other == "size")).then(|| {
        format!(
            "a field has either the position or the size of a page; write `#[page({first})]`, and mark the other field \
             `#[page({second})]`"
        )
    })
}

/// Returns the mistake of a constant in place of a number.
fn constant(rule: &str, tokens: &TokenStream) -> Option<String> {
    let text = tokens.to_string();
    let (_, value) = text.split_once('=')?;
    let is_name = value.trim_start().starts_with(|c: char| c.is_alphabetic() || c == '_');
    let write = match rule {
        "size" => "`#[page(size = 100)]` with the largest number, or `#[page(size)]`",
        "number" => "`#[page(number)]`, or `#[page(number = 0)]` if the first page is 0",
        _ => return None,
    };
    is_name.then(|| format!("`{}` is not written as a number; write {write}", value.trim()))
}

/// Returns the first number, at any depth.
fn number_in(tokens: TokenStream) -> Option<LitInt> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => number_in(group.stream()),
        TokenTree::Literal(literal) => syn::parse_str(literal.to_string().trim_matches('"')).ok(),
        TokenTree::Ident(_) | TokenTree::Punct(_) => None,
    })
}

/// Returns the intended rule, without and with its number.
fn meant(tokens: &TokenStream) -> (String, String) {
    let text = tokens.to_string();
    let is_word = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    let word: String = text.trim_matches('"').chars().take_while(is_word).collect();
    let rule = if RULES.contains(&&*word) { &*word } else { alias(&word).unwrap_or("number") };
    let number = number_in(tokens.clone()).map(|number| number.to_string());
    let number = number.filter(|number| match rule {
        "size" => !text.contains('-') && number != "0",
        "number" => matches!(&**number, "0" | "1"),
        _ => false,
    });
    let write = number.map_or_else(|| rule.to_owned(), |number| format!("{rule} = {number}"));
    (rule.to_owned(), write)
}

/// Returns the rule for a number that has another name.
fn alias(word: &str) -> Option<&'static str> {
    Some(match word {
        "start" | "first" | "from" | "base" | "index" | "page" | "start_at" | "num" | "no"
        | "page_no" | "page_num" | "page_number" => "number",
        "skip" => "offset",
        "last_id" | "last_item" | "last_entry" | "since_id" | "after_id" => "last",
        "max" | "max_size" | "limit" | "per_page" | "page_size" | "maximum" => "size",
        _ => return None,
    })
}
