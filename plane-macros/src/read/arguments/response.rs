//! The arrow and the response type.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    LitStr, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, discouraged::Speculative},
};

use crate::{
    read::{
        arguments::{
            Reader, ResponseType,
            names::starts_option,
            other_types::{has_fields, intended},
            up_to_comma,
        },
        path::corrected,
        types::source,
    },
    tokens::mentions,
};

impl Reader<'_, '_> {
    /// Reads the arrow and the type after it.
    pub(super) fn response(&mut self) -> ResponseType {
        let input = self.input;
        if input.peek(Token![,]) && input.peek2(Token![->]) {
            let span = input.span();
            let _ = input.parse::<Token![,]>();
            let ty: TokenStream = up_to_comma(&input.fork()).into_iter().skip(2).collect();
            let message = format!(
                "the response follows the path without a comma; {}",
                self.write_response(intended(ty).as_ref())
            );
            self.errors.span(span, message);
        }
        if input.is_empty() || input.peek(Token![,]) || starts_option(input) {
            return ResponseType::None;
        }
        let (arrow, is_right) = self.arrow();
        let span = input.span();
        if let Some(ty) = self.type_after_comma() {
            let message =
                format!("the response follows `->` without a comma; write `-> {}`", source(&ty));
            self.errors.span(span, message);
            return ResponseType::Type(Box::new(ty));
        }
        if input.is_empty() || input.peek(Token![,]) {
            let message =
                "the response type is missing; write it, such as `-> String`, or remove the arrow";
            self.errors.at(arrow, message);
            return ResponseType::Unknown;
        }
        // A fork, because a group that is read up to a mistake is an error of its own.
        let ahead = input.fork();
        let ty = ahead
            .parse::<Type>()
            .ok()
            .filter(|ty| is_plain(ty) || !has_fields(ty.to_token_stream()))
            .filter(|_| !is_half_path(&ahead));
        let Some(ty) = ty else {
            let found = up_to_comma(input);
            return self.no_type(found, !arrow.is_empty());
        };
        input.advance_to(&ahead);
        let written = (!is_right).then(|| ty.to_token_stream());
        let (ty, wrong) = self.suffix(ty);
        if let Some(written) = written {
            let ty = intended(ty.to_token_stream()).unwrap_or(ty);
            let wrong = if arrow.is_empty() { written } else { arrow };
            let message = format!("the response follows `->`; write `-> {}`", source(&ty));
            self.errors.at(wrong, message);
            return ResponseType::Type(Box::new(ty));
        }
        if let Some((tokens, message)) = wrong {
            self.errors.at(tokens, format!("{message}; write `-> {}`", source(&ty)));
            // It need not be in scope under this name.
            if mentions(ty.to_token_stream(), &|word| word == "plane_api") {
                return ResponseType::Unknown;
            }
        }
        ResponseType::Type(Box::new(ty))
    }

    /// Consumes a comma and a type that is the last argument or precedes another comma.
    pub(super) fn type_after_comma(&self) -> Option<Type> {
        let ahead = self.input.fork();
        ahead.parse::<Token![,]>().ok().filter(|_| !starts_option(&ahead))?;
        let ty = ahead.parse::<Type>().ok()?;
        (ahead.is_empty() || ahead.peek(Token![,])).then(|| {
            self.input.advance_to(&ahead);
            ty
        })
    }

    /// Reports an arrow and a type in the quotes of the path, and removes them from the path.
    pub(super) fn response_in_path(&mut self, path: &mut Option<LitStr>) -> Option<Box<Type>> {
        let literal = path.as_ref()?;
        let (start, ty) = split_at_arrow(literal)?;
        let message = format!(
            "the response follows the path, outside of the quotes; write `{:?} -> {}`",
            start.value(),
            source(&ty)
        );
        self.errors.at(literal, message);
        *path = Some(start);
        Some(Box::new(ty))
    }

    /// Consumes the arrow, or the signs and words in place of it. Returns whether it is the arrow.
    fn arrow(&self) -> (TokenStream, bool) {
        let input = self.input;
        let mut found = TokenStream::new();
        let mut is_right = false;
        if let Ok(arrow) = input.parse::<Token![->]>() {
            found.extend(arrow.to_token_stream());
            is_right = true;
        }
        while self.is_before_type() {
            is_right = false;
            found.extend(input.parse::<TokenTree>());
        }
        (found, is_right)
    }

    /// Returns `true` if a sign or a word comes next that is not the start of a type, such as the `as` in `as Thing`.
    fn is_before_type(&self) -> bool {
        let (input, ahead) = (self.input, self.input.fork());
        match ahead.parse::<TokenTree>() {
            Ok(TokenTree::Punct(sign)) if sign.as_char() == '!' => ahead.peek(Ident::peek_any),
            Ok(TokenTree::Punct(sign)) if sign.as_char() != ',' => {
                input.fork().parse::<Type>().is_err()
            }
            Ok(TokenTree::Ident(word)) => {
                let is_type = word == "dyn" || word == "impl";
                let next = ahead.call(Ident::parse_any).map(|next| next.to_string());
                let is_name = next.is_ok_and(|next| next.starts_with(char::is_uppercase));
                is_name && !is_type && word.to_string().starts_with(char::is_lowercase)
            }
            _ => false,
        }
    }

    /// Returns the code to write for a response in another place.
    pub(super) fn write_response(&self, ty: Option<&Type>) -> String {
        let path = corrected(&self.written);
        match ty {
            Some(ty) => format!("write `{path:?} -> {}`", source(ty)),
            None => format!("write a type after an arrow, such as `{path:?} -> String`"),
        }
    }
}

/// Splits a path with an arrow and a type in its quotes.
pub(super) fn split_at_arrow(literal: &LitStr) -> Option<(LitStr, Type)> {
    let text = literal.value();
    let (path, ty) = text.split_once("->")?;
    let ty = syn::parse_str(ty.trim()).ok()?;
    Some((LitStr::new(&corrected(path.trim_end()), literal.span()), ty))
}

/// Returns `true` if one colon of two comes next, at the end.
fn is_half_path(input: ParseStream<'_>) -> bool {
    input.peek(Token![:]) && !input.peek(Token![::]) && {
        let ahead = input.fork();
        ahead.parse::<Token![:]>().is_ok() && (ahead.is_empty() || ahead.peek(Token![,]))
    }
}

/// Returns `true` for a name without arguments, which has no fields in it.
fn is_plain(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.get_ident().is_some())
}
