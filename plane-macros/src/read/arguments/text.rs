//! A path that is not one string literal: literals of another type, or an expression that joins literals and variables.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, parse2};

/// The path that an expression means.
pub(super) struct Text {
    pub(super) value: String,
    pub(super) form: Form,
}

/// The form in which it is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// A string literal that the compiler has reported.
    Invalid,
    /// Another literal, or one in a macro.
    Other,
    /// Several literals, or a literal with variables.
    Joined,
}

impl Text {
    /// Returns the path in these tokens, if there is a literal among them.
    pub(super) fn of(tokens: &TokenStream) -> Option<Self> {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        match &tokens[..] {
            [TokenTree::Literal(literal)] => {
                let written = literal.to_string();
                match (literal_text(&tokens[0]), written.strip_prefix('"')) {
                    (Some(value), _) => Some(Self { value, form: Form::Other }),
                    (None, rest) => {
                        let value = rest?.trim_end_matches('"').to_owned();
                        Some(Self { value, form: Form::Invalid })
                    }
                }
            }
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(group)]
                if name == "concat" || name == "format" =>
            {
                let value = if name == "format" {
                    formatted(group.stream())?
                } else {
                    joined(group.stream())?
                };
                Some(Self { value, form: Form::Joined })
            }
            [TokenTree::Group(group)] => Self::of(&group.stream()),
            // Python's format string.
            [TokenTree::Ident(prefix), literal] if prefix == "f" => {
                Some(Self { value: literal_text(literal)?, form: Form::Joined })
            }
            [TokenTree::Literal(first), TokenTree::Literal(second)]
                if first.to_string() == second.to_string() =>
            {
                Some(Self { value: literal_text(&tokens[0])?, form: Form::Joined })
            }
            // Without quotes.
            [TokenTree::Punct(sign), ..] if sign.as_char() == '/' => {
                let value: String = tokens.iter().map(ToString::to_string).collect();
                Some(Self { value: value.replace(' ', ""), form: Form::Other })
            }
            _ => {
                let value = joined(tokens.into_iter().collect())?;
                Some(Self { value, form: Form::Joined })
            }
        }
    }
}

/// Returns the text between single quotes, which the compiler has reported.
pub(super) fn in_single_quotes(token: &TokenTree) -> Option<String> {
    let text = token.to_string();
    let text = text.strip_prefix('\'')?.strip_suffix('\'')?;
    (text.chars().count() > 1 && !text.starts_with('\\')).then(|| text.to_owned())
}

/// Returns the text of a literal.
fn literal_text(token: &TokenTree) -> Option<String> {
    match parse2::<Lit>(token.to_token_stream()).ok()? {
        Lit::Str(text) => Some(text.value()),
        Lit::ByteStr(bytes) => String::from_utf8(bytes.value()).ok(),
        Lit::Char(sign) => Some(sign.value().into()),
        Lit::CStr(text) => text.value().into_string().ok(),
        _ => None,
    }
}

/// Returns the text of literals, with variables between them as parameters. Method calls on them are ignored, and so are
/// constants.
fn joined(tokens: TokenStream) -> Option<String> {
    let (mut path, mut has_literal, mut follows_dot) = (String::new(), false, false);
    for token in tokens {
        match &token {
            TokenTree::Literal(_) => {
                path.push_str(&literal_text(&token)?);
                has_literal = true;
            }
            TokenTree::Ident(name) if !follows_dot => path.push_str(&parameter(&name.to_string())),
            _ => {}
        }
        follows_dot = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '.');
    }
    has_literal.then_some(path)
}

/// Returns the text of a format string, with its arguments as parameters.
fn formatted(tokens: TokenStream) -> Option<String> {
    let mut tokens = tokens.into_iter();
    let mut path = literal_text(&tokens.next()?)?;
    for token in tokens {
        if let TokenTree::Ident(name) = token {
            path = path.replacen("{}", &parameter(&name.to_string()), 1);
        }
    }
    Some(path)
}

/// Returns a variable as a parameter, and nothing for a constant.
fn parameter(name: &str) -> String {
    if name.contains(|c: char| c.is_ascii_lowercase()) {
        format!("<{name}>")
    } else {
        String::new()
    }
}
