//! The method, and the comma after it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{LitStr, Token, ext::IdentExt};

use crate::{
    error::did_you_mean,
    model::Method,
    read::arguments::{Reader, up_to_comma, usage},
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
        if method.is_none() {
            self.errors.at(&found, unknown(&text));
        }
        Some((method, found))
    }

    /// Reads a name, a path to one or a literal.
    fn method_tokens(&mut self) -> TokenStream {
        let input = self.input;
        let mut found = TokenStream::new();
        let mut more = !input.peek(Token![,]);
        while more && !input.is_empty() {
            let Ok(token) = input.parse::<TokenTree>() else { break };
            let colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
            found.extend([token]);
            more = input.peek(Token![::])
                || colon && (input.peek(Ident::peek_any) || input.peek(Token![:]));
        }
        found
    }

    /// Consumes the tokens between method and path, and returns whether a path may follow.
    pub(super) fn comma_before_path(&mut self, method: Option<Method>) -> bool {
        const ONE: &str = "an endpoint has one method; declare a struct for each";
        let input = self.input;
        if input.peek(Token![|]) {
            self.errors.at(up_to_comma(input), ONE);
        }
        if input.parse::<Token![,]>().is_err() {
            let span = input.span();
            // What is no method at all is reported already.
            if method.is_some() {
                let message = format!("missing comma between method and path, {}", usage(method));
                self.errors.span(span, message);
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

/// Returns the method in a name, a path or a literal, in any case: `Method::GET`, `"get"`, `GetMapping`, `HttpGet`.
pub(super) fn intended(text: &str) -> Option<Method> {
    let text = text.replace([' ', '[', ']', '"'], "");
    let word = text.rsplit([':', '.']).next()?.to_ascii_uppercase();
    let word = word.strip_suffix("MAPPING").unwrap_or(&word);
    Method::of(word.strip_prefix("HTTP").unwrap_or(word))
}

/// Returns the mistake in the text of a method.
fn unknown(text: &str) -> String {
    let Some(method) = intended(text) else {
        let names = || Method::ALL.into_iter().map(Method::name);
        let list = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let near = did_you_mean(&text.trim_matches('"').to_ascii_uppercase(), names());
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
