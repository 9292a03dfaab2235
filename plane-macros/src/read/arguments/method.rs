//! The method, and the comma after it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{LitStr, Token, ext::IdentExt, parse::ParseStream};

use crate::{
    error::did_you_mean,
    model::Method,
    read::arguments::{
        Reader,
        text::{Text, in_single_quotes},
        up_to_arrow, up_to_comma, usage,
    },
};

impl Reader<'_, '_> {
    /// Reads the method and its tokens: nothing if it is missing, no method if it is invalid.
    pub(super) fn method(&mut self) -> Option<(Option<Method>, TokenStream)> {
        let input = self.input;
        let comma = input.span();
        if input.peek(Token![,]) && input.peek2(Ident::peek_any) {
            let _ = input.parse::<Token![,]>();
            self.errors.span(comma, "unexpected comma before the method; remove it");
        }
        let found = self.method_tokens();
        if found.is_empty() {
            self.errors.span(input.span(), format!("the method comes first, {}", usage(None)));
            return None;
        }
        let text = found.to_string().replace(' ', "");
        let method = Method::of(&text);
        if method.is_some() {
            return Some((method, found));
        }
        let first = found.clone().into_iter().next();
        if let Some(text) = first.as_ref().and_then(in_single_quotes) {
            return Some((intended(&text), found));
        }
        self.errors.at(&found, unknown(&text));
        Some((None, found))
    }

    /// Reads a name, a path to one or a literal.
    fn method_tokens(&mut self) -> TokenStream {
        let input = self.input;
        let mut found = TokenStream::new();
        let mut more = !input.peek(Token![,]);
        while more && !input.is_empty() {
            let Ok(token) = input.parse::<TokenTree>() else { break };
            let colon =
                matches!(&token, TokenTree::Punct(punct) if matches!(punct.as_char(), ':' | '.'));
            found.extend([token]);
            more = input.peek(Token![::])
                || input.peek(Token![.])
                || colon && (input.peek(Ident::peek_any) || input.peek(Token![:]));
        }
        found
    }

    /// Consumes the tokens between method and path, and returns whether a path may follow.
    pub(super) fn comma_before_path(&mut self, method: Option<Method>) -> bool {
        const ONE: &str = "an endpoint has one method; declare a struct for each";
        let input = self.input;
        if !input.peek(Token![,]) && is_other_method(input) {
            self.errors.at(up_to_comma(input), ONE);
        }
        if input.parse::<Token![,]>().is_err() {
            let span = input.span();
            // What is no method at all is reported already.
            if method.is_some() {
                let path = Text::of(&up_to_arrow(&input.fork())).filter(|_| input.peek(Token![/]));
                let how = path.map_or_else(
                    || usage(method),
                    |path| format!("and quotes around the path; write `, {:?}`", path.value),
                );
                self.errors.span(span, format!("missing comma between method and path, {how}"));
            }
            if !input.peek(LitStr) {
                let _ = input.parse::<TokenTree>();
            }
            return input.peek(LitStr);
        }
        if input.peek(Token![,]) {
            self.errors.span(input.span(), "two commas in a row; remove one");
            while input.parse::<Token![,]>().is_ok() {}
        }
        while let Some(second) = self.second_method() {
            self.errors.at(second, ONE);
        }
        true
    }

    /// Consumes a second method, written in place of the path.
    fn second_method(&self) -> Option<Ident> {
        let ahead = self.input.fork();
        let found = ahead.parse::<Ident>().ok()?;
        let is_method = Method::of(&found.to_string()).is_some();
        if !is_method || ahead.parse::<Token![,]>().is_err() {
            return None;
        }
        let _ = (self.input.parse::<Ident>(), self.input.parse::<Token![,]>());
        Some(found)
    }
}

/// Returns `true` if another method follows the first one, with or without a sign before it.
fn is_other_method(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let is_sign =
        matches!(ahead.fork().parse(), Ok(TokenTree::Punct(sign)) if sign.as_char() != ',');
    let sign = if is_sign { ahead.parse::<TokenTree>().ok() } else { None };
    sign.is_some_and(|sign| sign.to_string() == "|")
        || ahead.parse::<Ident>().is_ok_and(|word| Method::of(&word.to_string()).is_some())
}

/// Returns the method in a name, a path or a literal, in any case: `Method::GET`, `"get"`, `GetMapping`, `HttpGet`.
pub(super) fn intended(text: &str) -> Option<Method> {
    let text = text.replace([' ', '[', ']', '"'], "");
    let word = text.rsplit([':', '.']).next()?.to_ascii_uppercase();
    let word = word.strip_suffix("MAPPING").unwrap_or(&word);
    Method::of(word.strip_prefix("HTTP").unwrap_or(word))
}

/// Returns the method for what a request does.
fn synonym(word: &str) -> Option<&'static str> {
    Some(match word {
        "DEL" | "REMOVE" | "DESTROY" => "DELETE",
        "UPDATE" | "EDIT" | "MODIFY" => "PATCH",
        "CREATE" | "ADD" | "INSERT" | "SUBMIT" => "POST",
        "LIST" | "READ" | "FETCH" | "RETRIEVE" => "GET",
        "REPLACE" | "UPSERT" => "PUT",
        _ => return None,
    })
}

/// Returns the mistake in the text of a method.
fn unknown(text: &str) -> String {
    let Some(method) = intended(text) else {
        let names = || Method::ALL.into_iter().map(Method::name);
        let list = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let word = text.trim_matches('"').to_ascii_uppercase();
        let near = did_you_mean(synonym(&word).unwrap_or(&word), names());
        return format!("unknown method `{text}`; the methods are {list}{near}");
    };
    let name = method.name();
    let how = if text.starts_with('"') {
        "without quotes"
    } else if !text.eq_ignore_ascii_case(name) {
        "by its name alone"
    } else {
        "in upper case"
    };
    format!("a method is written {how}; write `{name}`")
}
