//! Method, path and response in the syntax of other crates: by name, in another order, or in one literal.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    token::Paren,
};

use crate::{
    model::Method,
    read::{
        arguments::{Arguments, Reader, ResponseType, options::is_option, rest, up_to_comma},
        path::corrected,
        types::source,
    },
};

/// The messages about another argument in place of the method, and in place of the path.
const MISPLACED: [&str; 2] = ["the method comes first", "the path follows the method"];

const NAMED: &str = "method and path are written without names";

const CALLED: &str = "method and path are written without parentheses";

const NO_COMMA: &str = "missing comma between method and path";

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
        if is_named(&ahead) || is_call(&ahead) {
            return true;
        }
        let is_method =
            ahead.call(Ident::parse_any).is_ok_and(|word| method(&word.to_string()).is_some());
        if is_method && (ahead.peek(LitStr) || is_named(&ahead)) {
            return true;
        }
        is_method
            && ahead.parse::<Token![,]>().is_ok()
            && is_named(&ahead)
            && ahead.call(Ident::parse_any).is_ok_and(|word| !is_option(&word))
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

    /// Reads the arguments, and reports them as one mistake.
    pub(super) fn other_syntax(&mut self, arguments: &mut Arguments) {
        let mut found = Found::default();
        found.read(self.input);
        let path = found.path.as_ref().map(|path| corrected(&path.value()));
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
            Reader::new(input, errors).options(options);
            rest(input);
            Ok(())
        };
        if let Err(error) = read.parse2(found.options) {
            self.errors.push(error);
        }
    }
}

impl Found {
    /// Reads the arguments up to the end.
    fn read(&mut self, input: ParseStream<'_>) {
        for index in 0.. {
            if input.is_empty() {
                break;
            }
            self.argument(index, input);
            let _ = input.parse::<Token![,]>();
        }
    }

    /// Reads the argument of this index, up to the next comma.
    fn argument(&mut self, index: usize, input: ParseStream<'_>) {
        if is_named(input) {
            return self.named(input);
        }
        if is_call(input) {
            return self.call(input);
        }
        let word = input.fork().call(Ident::parse_any).ok();
        let is_method = word.as_ref().is_some_and(|word| method(&word.to_string()).is_some());
        if is_method && (input.peek2(LitStr) || input.peek2(Ident::peek_any)) {
            let _ = input.call(Ident::parse_any);
            self.method = self.method.or_else(|| method(&word?.to_string()));
            let wrong = input.fork().parse::<TokenTree>();
            self.report(wrong.map(ToTokens::into_token_stream).unwrap_or_default(), NO_COMMA);
            return self.argument(index, input);
        }
        let value = up_to_comma(input);
        match value.clone().into_iter().next() {
            Some(TokenTree::Literal(literal)) => {
                let text = syn::parse2::<LitStr>(literal.to_token_stream());
                let text = text.map(|text| text.value()).unwrap_or_default();
                let found = text.split_once(' ').and_then(|(word, _)| method(word));
                if found.is_some() {
                    self.method = found;
                    let message = "the method comes before the path, outside of the quotes";
                    self.report(literal.to_token_stream(), message);
                }
                self.report(literal.to_token_stream(), MISPLACED[0]);
                self.path_and_response(value);
            }
            Some(TokenTree::Ident(word)) if is_option(&word) => {
                self.options.extend(quote!(, #value));
                if let Some(message) = MISPLACED.get(index) {
                    self.report(word.into_token_stream(), message);
                }
            }
            Some(TokenTree::Ident(word)) if method(&word.to_string()).is_some() => {
                self.path_and_response(value);
            }
            Some(first) if method(&value.to_string()).is_none() => {
                self.report(first.into_token_stream(), MISPLACED[0]);
                self.response = self.response.take().or_else(|| ty(value));
            }
            Some(_) => self.method = self.method.or_else(|| method(&value.to_string())),
            None => {}
        }
    }

    /// Reads `name = value`.
    fn named(&mut self, input: ParseStream<'_>) {
        let (name, sign) = (input.call(Ident::parse_any), input.parse::<TokenTree>());
        let (Ok(name), Ok(sign)) = (name, sign) else { return };
        let value = up_to_comma(input);
        if is_option(&name) {
            return self.options.extend(quote!(, #name #sign #value));
        }
        self.report(quote!(#name #sign), NAMED);
        self.part(&name.to_string(), value);
    }

    /// Reads `name(value)`, and the response after it.
    fn call(&mut self, input: ParseStream<'_>) {
        let (name, group) = (input.call(Ident::parse_any), input.parse::<Group>());
        let (Ok(name), Ok(group)) = (name, group) else { return };
        self.report(quote!(#name #group), CALLED);
        self.part(&name.to_string(), group.stream());
        self.path_and_response(up_to_comma(input));
    }

    /// Stores a value under its name in another crate.
    fn part(&mut self, name: &str, value: TokenStream) {
        match name {
            "method" | "methods" | "verb" => self.method = method(&value.to_string()),
            "path" | "url" | "uri" | "route" | "endpoint" => self.path_and_response(value),
            "response" | "responses" | "returns" | "output" | "result" | "return_type" => {
                self.response = ty(value);
            }
            _ => {
                if let Some(method) = method(name) {
                    self.method = Some(method);
                    let read = |input: ParseStream<'_>| {
                        self.read(input);
                        Ok(())
                    };
                    // The error is ignored: the report covers the further arguments of other crates.
                    let _ = read.parse2(value);
                }
            }
        }
    }

    /// Reads a path, a method on either side of it, and an arrow.
    fn path_and_response(&mut self, value: TokenStream) {
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                if let Ok(path) = input.parse::<LitStr>() {
                    self.path.get_or_insert(path);
                } else if input.parse::<Token![->]>().is_ok() {
                    let ahead = input.fork();
                    if let Ok(ty) = ahead.parse::<Type>()
                        && let Ok(word) = ahead.call(Ident::parse_any)
                        && is_option(&word)
                    {
                        // A comma is missing there as well.
                        self.response = Some(ty);
                        self.options.extend(quote!(, #word));
                        rest(input);
                    } else {
                        self.response = ty(rest(input));
                    }
                } else if let Ok(word) = input.parse::<TokenTree>() {
                    self.method = self.method.or_else(|| method(&word.to_string()));
                }
            }
            Ok(())
        };
        let _ = read.parse2(value);
    }

    /// Keeps the first mistake.
    fn report(&mut self, wrong: TokenStream, message: &'static str) {
        if self.wrong.is_empty() {
            (self.wrong, self.message) = (wrong, message);
        }
    }
}

/// Returns `true` if `name =` or `name:` comes next.
fn is_named(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any)
        && (input.peek2(Token![=]) && !input.peek2(Token![=>])
            || input.peek2(Token![:]) && !input.peek2(Token![::]))
}

/// Returns `true` if `get(...)`, or another part of the arguments with parentheses, comes next.
fn is_call(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let word = ahead.call(Ident::parse_any).map(|word| word.to_string()).unwrap_or_default();
    let is_part = matches!(
        word.as_str(),
        "method" | "verb" | "path" | "url" | "uri" | "route" | "response" | "returns"
    );
    ahead.peek(Paren) && (is_part || method(&word).is_some())
}

/// Returns the method in a name, a path or a literal, in any case.
fn method(text: &str) -> Option<Method> {
    let text = text.replace([' ', '[', ']', '"'], "");
    let word = text.rsplit([':', '.']).next()?;
    Method::of(&word.to_ascii_uppercase())
}

/// Reads a type, with or without quotes.
fn ty(value: TokenStream) -> Option<Type> {
    match syn::parse2::<LitStr>(value.clone()) {
        Ok(literal) => literal.parse().ok(),
        Err(_) => syn::parse2(value).ok(),
    }
}
