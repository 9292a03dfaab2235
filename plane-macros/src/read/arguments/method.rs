//! The method, and the comma after it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{LitStr, Token, Type, ext::IdentExt};

use crate::{
    error::did_you_mean,
    model::Method,
    read::{
        arguments::{Reader, up_to_comma, usage},
        types::source,
    },
};

impl Reader<'_, '_> {
    /// Reads the method and its tokens: nothing if it is missing, no method if it is invalid.
    pub(super) fn method(&mut self) -> Option<(Option<Method>, TokenStream)> {
        let input = self.input;
        let found = self.method_tokens();
        if found.is_empty() {
            self.errors.span(input.span(), format!("the method comes first; {}", usage(None)));
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
        } else if input.peek(Token![->]) {
            let found = up_to_comma(input);
            let ty = found.clone().into_iter().skip(2).collect();
            let ahead = input.fork();
            let path = ahead.parse::<Token![,]>().and_then(|_| ahead.parse::<LitStr>());
            let write = match path {
                Ok(path) => format!(
                    "write `#[endpoint({}, {:?} -> {})]`",
                    method.map_or("GET", Method::name),
                    path.value(),
                    source(&Type::Verbatim(ty))
                ),
                Err(_) => usage(method),
            };
            self.errors.at(found, format!("the response follows the path; {write}"));
        }
        if input.parse::<Token![,]>().is_err() {
            let span = input.span();
            let message = format!("missing comma between method and path; {}", usage(method));
            self.errors.span(span, message);
            if !input.peek(LitStr) {
                let _ = input.parse::<TokenTree>();
            }
            return input.peek(LitStr);
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

/// Returns the mistake in the text of a method.
fn unknown(text: &str) -> String {
    let bare =
        text.rsplit(':').next().unwrap_or(text).trim().trim_matches('"').to_ascii_uppercase();
    if Method::of(&bare).is_none() {
        let names = || Method::ALL.into_iter().map(Method::name);
        let list = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let near = did_you_mean(&bare, names());
        return format!("unknown method `{text}`; the methods are {list}{near}");
    }
    let how = if text.starts_with('"') {
        "without quotes"
    } else if text.contains(':') {
        "by its name alone"
    } else {
        "in upper case"
    };
    format!("a method is written {how}; write `{bare}`")
}
