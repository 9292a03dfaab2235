//! The arrow and the response type.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitInt, LitStr, Token, Type, parse::ParseStream, parse_quote, token::Bracket};

use crate::read::{
    arguments::{Reader, ResponseType, rest, up_to_comma},
    types::source,
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
                "the response follows the path without a comma; write `{:?} -> {}`",
                self.written,
                source(&Type::Verbatim(ty))
            );
            self.errors.span(span, message);
        }
        if input.is_empty() || input.peek(Token![,]) {
            return ResponseType::None;
        }
        let Some((arrow, right)) = self.arrow() else {
            let found = up_to_comma(input);
            self.errors.at(
                found,
                "unexpected tokens after the path; write `-> Response`, and options after a comma",
            );
            return ResponseType::Unknown;
        };
        if input.is_empty() || input.peek(Token![,]) {
            self.errors.at(
                arrow,
                "the response type is missing; write `-> Response`, or remove the arrow",
            );
            return ResponseType::Unknown;
        }
        let start = input.fork();
        let Ok(ty) = input.parse::<Type>() else {
            let meant = self.no_type(&start);
            if meant.is_some() {
                up_to_comma(input);
            } else {
                rest(input);
            }
            return meant.map_or(ResponseType::Unknown, ResponseType::Type);
        };
        let ty = self.suffix(ty);
        if !right {
            let write = source(&ty);
            self.errors.at(arrow, format!("the response follows `->`; write `-> {write}`"));
        }
        ResponseType::Type(Box::new(ty))
    }

    /// Reports the syntax of other languages after a type, and returns the intended type.
    fn suffix(&mut self, ty: Type) -> Type {
        let input = self.input;
        let (message, meant) = if input.peek(Token![?]) {
            ("an optional response is an `Option`", parse_quote!(Option<#ty>))
        } else if input.peek(Bracket) {
            ("a list is a `Vec`", parse_quote!(Vec<#ty>))
        } else if input.peek(Token![|]) {
            ("a response has one type, and errors are always `plane_api::Error`", ty)
        } else {
            return ty;
        };
        let message = format!("{message}; write `-> {}`", source(&meant));
        self.errors.at(up_to_comma(input), message);
        meant
    }

    /// Reports tokens that are not a response type, and returns the intended type.
    fn no_type(&mut self, start: ParseStream<'_>) -> Option<Box<Type>> {
        let found = up_to_comma(start);
        if let Ok(literal) = syn::parse2::<LitStr>(found.clone()) {
            let write = literal.value();
            let message = format!("a type is written without quotes; write `-> {write}`");
            self.errors.at(&literal, message);
            return literal.parse().ok().map(Box::new);
        }
        if syn::parse2::<LitInt>(found.clone()).is_ok() {
            let message = "every 2xx status is a success; write `-> Response`, or `-> ()` to ignore the response body";
            self.errors.at(found, message);
            return Some(Box::new(parse_quote!(())));
        }
        self.errors.at(found, "incomplete response type; write `-> Response`");
        None
    }

    /// Consumes the arrow or the tokens in place of it. Returns whether it is the arrow.
    fn arrow(&self) -> Option<(TokenStream, bool)> {
        let input = self.input;
        if let Ok(arrow) = input.parse::<Token![->]>() {
            return Some((arrow.to_token_stream(), true));
        }
        let split = input.peek(Token![-]) && input.peek2(Token![>]);
        let length = if split || input.peek(Token![=>]) {
            2
        } else {
            usize::from(input.peek(Token![=]) || input.peek(Token![:]) && !input.peek(Token![::]))
        };
        let tokens = (0..length).map_while(|_| input.parse::<TokenTree>().ok()).collect();
        (length > 0).then_some((tokens, false))
    }
}
