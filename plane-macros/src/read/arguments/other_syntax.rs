//! Method, path and response as other crates write them: by name, in another order, or in one literal.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

use crate::{
    model::Method,
    read::{
        arguments::{Arguments, Reader, ResponseType, options::is_option, rest, up_to_comma},
        path::Template,
        types::source,
    },
};

/// The messages about another argument in place of the method, and in place of the path.
const MISPLACED: [&str; 2] = ["the method comes first", "the path follows the method"];

const NAMED: &str = "method and path are written without names";

/// The arguments that were found.
#[derive(Default)]
struct Found {
    /// The tokens that the report points at.
    wrong: TokenStream,
    message: &'static str,
    method: Option<Method>,
    path: Option<LitStr>,
    response: Option<Type>,
    options: TokenStream,
}

impl Reader<'_, '_> {
    /// Returns `true` if the arguments start in the syntax of another crate.
    pub(super) fn is_other_syntax(&self) -> bool {
        let ahead = self.input.fork();
        if let Ok(literal) = ahead.parse::<LitStr>() {
            return literal.value().contains('/');
        }
        if is_named(&ahead) {
            return true;
        }
        let is_method =
            ahead.call(Ident::parse_any).is_ok_and(|word| method(&word.to_string()).is_some());
        is_method
            && ahead.parse::<Token![,]>().is_ok()
            && is_named(&ahead)
            && ahead.call(Ident::parse_any).is_ok_and(|word| !is_option(&word) && word != "path")
            || is_method && self.is_method_before_named_path()
            || self.is_in_another_order()
    }

    /// Returns `true` if an option or a type precedes the method, or an option precedes the path.
    fn is_in_another_order(&self) -> bool {
        let ahead = self.input.fork();
        let mut arguments = std::iter::from_fn(|| {
            let found: Vec<TokenTree> = up_to_comma(&ahead).into_iter().collect();
            ahead.parse::<Token![,]>().is_ok().then_some(found)
        });
        let word = |tokens: &[TokenTree]| match tokens {
            [TokenTree::Ident(word)] => Some(word.clone()),
            _ => None,
        };
        let (Some(first), Some(second)) = (arguments.next(), arguments.next()) else {
            return false;
        };
        let is_method = |word: &Ident| Method::of(&word.to_string()).is_some();
        let is_type = |word: &Ident| {
            let text = word.to_string();
            text.starts_with(char::is_uppercase) && text.chars().any(char::is_lowercase)
        };
        match (word(&first), word(&second)) {
            (Some(first), Some(second)) if is_method(&second) => {
                is_option(&first) || is_type(&first) && method(&first.to_string()).is_none()
            }
            (Some(first), Some(second)) if is_method(&first) => {
                is_option(&second) && ahead.peek(LitStr)
            }
            _ => false,
        }
    }

    /// Returns `true` for `get, path = "/a", more`: `GET, path = "/a"` alone is almost right.
    fn is_method_before_named_path(&self) -> bool {
        let ahead = self.input.fork();
        let word = ahead.call(Ident::parse_any).map(|word| word.to_string()).unwrap_or_default();
        ahead.parse::<Token![,]>().is_ok() && is_named(&ahead) && Method::of(&word).is_none()
    }

    /// Reads the arguments, and reports them as one mistake.
    pub(super) fn other_syntax(&mut self, arguments: &mut Arguments) {
        let mut found = Found::default();
        for index in 0.. {
            if self.input.is_empty() {
                break;
            }
            self.other_argument(index, &mut found);
            let _ = self.input.parse::<Token![,]>();
        }
        let path = found.path.as_ref().map(|path| Template::read(&path.value(), false).corrected);
        let usage = format!(
            "write `#[endpoint({}, {:?}{}{})]`",
            found.method.map_or("GET", Method::name),
            path.as_deref().unwrap_or("/path"),
            found.response.as_ref().map(|ty| format!(" -> {}", source(ty))).unwrap_or_default(),
            found.options
        );
        self.errors.at(&found.wrong, format!("{}; {usage}", found.message));
        arguments.method = found.method;
        arguments.path =
            found.path.zip(path).map(|(literal, path)| LitStr::new(&path, literal.span()));
        arguments.response =
            found.response.map_or(ResponseType::None, |ty| ResponseType::Type(Box::new(ty)));
        let options = &mut arguments.options;
        let errors = &mut *self.errors;
        let read = |input: ParseStream<'_>| {
            Reader { input, errors, named: true }.options(options);
            rest(input);
            Ok(())
        };
        if let Err(error) = read.parse2(found.options) {
            self.errors.push(error);
        }
    }

    /// Reads the argument of this index, up to the next comma.
    fn other_argument(&self, index: usize, found: &mut Found) {
        let input = self.input;
        if is_named(input) {
            let (name, sign) = (input.call(Ident::parse_any), input.parse::<TokenTree>());
            let (Ok(name), Ok(sign)) = (name, sign) else { return };
            let value = up_to_comma(input);
            let is_known = match name.to_string().as_str() {
                "method" | "verb" => {
                    found.method = method(&value.to_string());
                    true
                }
                "path" | "url" | "uri" | "route" | "endpoint" => {
                    path_and_response(value, found);
                    true
                }
                "response" | "responses" | "returns" | "output" | "result" | "return_type" => {
                    found.response = ty(value);
                    true
                }
                _ if is_option(&name) => {
                    found.options.extend(quote!(, #name #sign #value));
                    false
                }
                // The report covers the further arguments of other crates.
                _ => true,
            };
            if is_known {
                report(found, quote!(#name #sign), NAMED);
            }
            return;
        }
        let value = up_to_comma(input);
        let first = value.clone().into_iter().next();
        if let Some(TokenTree::Literal(literal)) = &first {
            let text = syn::parse2::<LitStr>(literal.to_token_stream());
            let text = text.map(|text| text.value()).unwrap_or_default();
            let message = match text.split_once(' ').and_then(|(word, _)| method(word)) {
                Some(method) => {
                    found.method = Some(method);
                    "the method comes before the path, outside of the quotes"
                }
                None => "the method comes first",
            };
            report(found, literal.to_token_stream(), message);
            return path_and_response(value, found);
        }
        match first {
            Some(TokenTree::Ident(word)) if is_option(&word) => {
                found.options.extend(quote!(, #value));
                if let Some(message) = MISPLACED.get(index) {
                    report(found, word.into_token_stream(), message);
                }
            }
            Some(first) if method(&value.to_string()).is_none() => {
                found.response = found.response.take().or_else(|| ty(value));
                report(found, first.into_token_stream(), MISPLACED[0]);
            }
            Some(first) => {
                found.method = found.method.or_else(|| method(&value.to_string()));
                let ahead = input.fork();
                if ahead.parse::<Token![,]>().is_ok() && is_named(&ahead) {
                    report(found, first.into_token_stream(), NAMED);
                }
            }
            None => {}
        }
    }
}

/// Keeps the first mistake.
fn report(found: &mut Found, wrong: TokenStream, message: &'static str) {
    if found.wrong.is_empty() {
        (found.wrong, found.message) = (wrong, message);
    }
}

/// Returns `true` if `name =` or `name:` comes next.
fn is_named(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any)
        && (input.peek2(Token![=]) && !input.peek2(Token![=>])
            || input.peek2(Token![:]) && !input.peek2(Token![::]))
}

/// Returns the method in a name, a path or a literal, in any case.
fn method(text: &str) -> Option<Method> {
    let text = text.replace(' ', "");
    let word = text.rsplit([':', '.']).next()?.trim_matches('"');
    Method::of(&word.to_ascii_uppercase())
}

fn path_and_response(value: TokenStream, found: &mut Found) {
    let read = |input: ParseStream<'_>| {
        let path = input.parse::<LitStr>().ok();
        let has_arrow = input.parse::<Token![->]>().is_ok();
        Ok((path, rest(input), has_arrow))
    };
    if let Ok((path, rest, has_arrow)) = read.parse2(value) {
        let is_path = path.is_some() && found.path.is_none();
        if is_path {
            found.path = path;
        }
        if has_arrow {
            found.response = ty(rest);
        }
    }
}

/// Reads a type, with or without quotes.
fn ty(value: TokenStream) -> Option<Type> {
    match syn::parse2::<LitStr>(value.clone()) {
        Ok(literal) => literal.parse().ok(),
        Err(_) => syn::parse2(value).ok(),
    }
}
