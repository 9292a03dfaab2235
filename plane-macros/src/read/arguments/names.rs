//! The names of the options.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{LitStr, Token, ext::IdentExt, parse::ParseStream};

use crate::error::nearest;

pub(super) const NAMES: [&str; 11] = [
    "json",
    "form",
    "multipart",
    "query",
    "brackets",
    "auth",
    "retry",
    "root",
    "header",
    "decode",
    "crate",
];
/// For messages.
pub(super) const OPTIONS: &str = "the options are `json`, `form`, `multipart`, `query`, `brackets`, `auth = none`, `retry = ...`, `root = ...`, `header(...)`, `decode = ...` and `crate = ...`";

/// Returns the option in a literal, behind a sign or in brackets.
pub(super) fn option_in(found: TokenStream) -> Option<Ident> {
    let is_sign = |token: &TokenTree| matches!(token, TokenTree::Punct(_));
    let mut tokens = found.into_iter().skip_while(is_sign);
    let (first, None) = (tokens.next()?, tokens.next()) else { return None };
    let span = first.span();
    let word = match first {
        TokenTree::Group(group) => return option_in(group.stream()),
        TokenTree::Literal(_) => syn::parse2::<LitStr>(first.into()).ok()?.value(),
        word => word.to_string(),
    };
    NAMES.contains(&&*word).then(|| Ident::new(&word, span))
}

/// Returns the name of an option of another language in our form: `base_url` for `baseUrl`. A type keeps its name.
pub(super) fn in_snake_case(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && name.starts_with(char::is_lowercase) {
            words.push('_');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}

/// Returns the option that is misspelt, or half-typed.
pub(super) fn intended_option(word: &str) -> Option<&'static str> {
    let mut started = NAMES.into_iter().filter(|name| word.len() > 1 && name.starts_with(word));
    nearest(word, NAMES).or_else(|| started.next().filter(|_| started.next().is_none()))
}

/// Returns `true` if the name is an option.
pub(super) fn is_option(word: &Ident) -> bool {
    NAMES.iter().any(|name| word == name)
}

/// Returns `true` if an option comes next, misspelt or not.
pub(super) fn starts_option(input: ParseStream<'_>) -> bool {
    let word = input.fork().call(Ident::parse_any).map(|word| word.to_string());
    word.is_ok_and(|word| word.starts_with(char::is_lowercase) && nearest(&word, NAMES).is_some())
}

/// Returns `true` if an option comes next, or signs in place of a comma and then an option.
pub(super) fn option_after_signs(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    while matches!(ahead.fork().parse(), Ok(TokenTree::Punct(sign)) if !matches!(sign.as_char(), '=' | ':' | '.' | '<' | ','))
    {
        let _ = ahead.parse::<TokenTree>();
    }
    // `crate` is the start of a path as well.
    ahead.call(Ident::parse_any).is_ok_and(|word| is_option(&word)) && !ahead.peek(Token![::])
}

/// Returns the name of the header in a constant such as `http::header::IF_MATCH`, and other text as it is.
pub(crate) fn constant(text: &str) -> String {
    let name = text.rsplit("::").next().unwrap_or_default();
    let is_constant = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    if is_constant { in_title_case(name) } else { text.to_owned() }
}

/// Returns a name as headers are written: `If-Match` for `if_match`.
pub(crate) fn in_title_case(name: &str) -> String {
    let words = name.split('_').filter(|word| !word.is_empty()).map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
    });
    words.collect::<Vec<_>>().join("-")
}
