//! The options `root = "/api/v2"` and `header("Name" = "value")`, whose values are sent with every request.

use std::mem;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, LitStr, Token, parse::Parser};

use crate::read::{
    arguments::{Reader, up_to_arrow},
    path::{is_path_char, point},
};

/// A header whose value is the same in every request.
pub(crate) struct ConstantHeader {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

impl Reader<'_, '_> {
    /// The endpoint's API root, without a slash at the end.
    pub(super) fn root(&mut self, name: &Ident) -> Option<LitStr> {
        let equals = self.input.parse::<Token![=]>().is_ok();
        let found = up_to_arrow(self.input);
        let literal = syn::parse2::<LitStr>(found.clone()).ok().filter(|_| equals);
        let Some(literal) = literal else {
            let wrong = if found.is_empty() { name.to_token_stream() } else { found };
            self.errors.at(wrong, "the option `root` takes a path; write `root = \"/api/v2\"`");
            return None;
        };
        let root = literal.value();
        if let Some((at, message, help)) = wrong_root(&root) {
            self.errors.at(&literal, point(message, &root, &[at], &help));
            return None;
        }
        Some(LitStr::new(root.trim_end_matches('/'), literal.span()))
    }

    /// Reads a constant header.
    pub(super) fn constant_header(&mut self, name: &Ident) -> Option<ConstantHeader> {
        let found = up_to_arrow(self.input);
        let (name_written, value_written) = strings(found.clone());
        let name_written = name_written.unwrap_or_else(|| "Name".to_owned());
        let value_written = value_written.unwrap_or_else(|| "value".to_owned());
        let usage = format!("write `header({name_written:?} = {value_written:?})`");
        let mut tokens = found.clone().into_iter();
        let (Some(TokenTree::Group(group)), None) = (tokens.next(), tokens.next()) else {
            let wrong = if found.is_empty() { name.to_token_stream() } else { found };
            self.errors.at(wrong, format!("a constant header has a name and a value; {usage}"));
            return None;
        };
        let read = |input: syn::parse::ParseStream<'_>| {
            let name = input.parse::<LitStr>()?;
            input.parse::<Token![=]>()?;
            let value = input.parse::<LitStr>()?;
            input.parse::<Option<Token![,]>>()?;
            Ok(ConstantHeader { name, value })
        };
        let Ok(header) = read.parse2(group.stream()) else {
            let message = format!(
                "a constant header has a name and a value, both strings; {usage}\nhelp: a value that differs between requests is a field marked `#[header({name_written:?})]`"
            );
            let wrong = if group.stream().is_empty() { found } else { group.stream() };
            self.errors.at(wrong_value(&group).unwrap_or(wrong), message);
            return None;
        };
        let is_sendable = |c: char| c == '\t' || (' '..='~').contains(&c);
        let value = header.value.value();
        if value.is_empty() || !value.chars().all(is_sendable) || value.trim() != value {
            let message = "the value of a header is visible ASCII, without spaces around it";
            self.errors.at(&header.value, message);
            return None;
        }
        Some(header)
    }
}

/// Returns the value after `"Name" =`, which is then the only mistake.
fn wrong_value(group: &Group) -> Option<TokenStream> {
    let mut tokens = group.stream().into_iter();
    syn::parse2::<LitStr>(tokens.next()?.into()).ok()?;
    let is_equals = matches!(tokens.next()?, TokenTree::Punct(sign) if sign.as_char() == '=');
    let value: TokenStream = tokens.collect();
    (is_equals && !value.is_empty()).then_some(value)
}

/// Returns the name and the value in the tokens, as far as they exist: two strings, or both in one.
pub(super) fn strings(found: TokenStream) -> (Option<String>, Option<String>) {
    let tokens = found.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => group.stream().into_iter().collect::<Vec<_>>(),
        token => Vec::from([token]),
    });
    let text = |token: TokenTree| match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        TokenTree::Literal(literal) => match syn::parse2::<Lit>(literal.to_token_stream()) {
            Ok(Lit::Str(text)) => Some(text.value()),
            Ok(Lit::Int(_) | Lit::Float(_)) => Some(literal.to_string()),
            _ => None,
        },
        _ => None,
    };
    // A name without quotes is several words.
    let (mut texts, mut is_dash) = (Vec::<String>::new(), false);
    for token in tokens {
        let was_dash = mem::replace(
            &mut is_dash,
            matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '-'),
        );
        match (text(token).filter(|text| !text.is_empty()), texts.last_mut()) {
            (Some(text), Some(last)) if was_dash => *last += &format!("-{text}"),
            (Some(text), _) => texts.push(text),
            (None, _) => {}
        }
    }
    let mut texts = texts.into_iter();
    let (first, second) = (texts.next(), texts.next());
    let parts = first.as_ref().and_then(|text| text.split_once([':', '=']));
    let parts = parts.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
    match parts {
        Some((name, value)) => (Some(name), second.or(Some(value))),
        None => (first, second),
    }
}

/// Returns the mistake in an API root: its spot, the message, and the text to write instead.
fn wrong_root(root: &str) -> Option<(std::ops::Range<usize>, &'static str, String)> {
    let write = |better: &str| format!("write `root = \"{better}\"`");
    if let Some((_, rest)) = root.split_once("://") {
        let path = rest.find('/').map_or("/", |at| &rest[at..]);
        let message = "an API root is a path; scheme and host are those of the client";
        return Some((0..root.len(), message, write(path)));
    }
    if !root.starts_with('/') {
        return Some((0..1, "an API root starts with `/`", write(&format!("/{root}"))));
    }
    if let Some(at) = root.find("//") {
        return Some((at..at + 2, "an API root has no empty segments", String::new()));
    }
    let is_dots = |segment: &str| matches!(segment, "." | "..");
    if root.split('/').any(is_dots) {
        return Some((0..root.len(), "an API root has no `.` and `..` segments", String::new()));
    }
    let at = root.find(|c| c != '/' && !is_path_char(c))?;
    let end = at + root[at..].chars().next().map_or(1, char::len_utf8);
    let message = match &root[at..end] {
        "<" => "an API root has no parameters; put them in the path",
        "?" => "an API root has no query; put it after the path",
        _ => "invalid character in an API root",
    };
    Some((at..end, message, String::new()))
}
