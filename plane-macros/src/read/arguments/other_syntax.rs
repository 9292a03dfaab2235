//! Method, path and response in the syntax of other crates: by name, in another order, or in one literal.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Token, Type,
    ext::IdentExt,
    parse::{ParseBuffer, ParseStream, Parser, discouraged::Speculative},
    token::Paren,
};

use crate::{
    model::Method,
    read::{
        arguments::{
            Arguments, Reader, ResponseType,
            method::intended,
            names::is_option,
            other_types::{intended as ty, is_response_name},
            response::split_at_arrow,
            rest, up_to_comma,
        },
        path::corrected,
        types::source,
    },
};

/// The messages about another argument in place of the method, and in place of the path.
const MISPLACED: [&str; 2] = ["the method comes first", "the path follows the method"];

const NAMED: &str = "method and path are written without names";

const CALLED: &str = "method and path are written without parentheses";

const EARLY_RESPONSE: &str = "the response follows the path";

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
        let input = self.input;
        if let Ok(literal) = input.fork().parse::<LitStr>() {
            return literal.value().contains('/');
        }
        let is_annotation = || !input.peek(Ident::peek_any) && call(&after_signs(input)).is_some();
        if is_named(input) || call(input).is_some() || is_annotation() {
            return true;
        }
        let ahead = input.fork();
        match ahead.parse::<TokenTree>() {
            Ok(TokenTree::Group(group)) => return !group.stream().is_empty(),
            Ok(TokenTree::Ident(word)) if intended(&word.to_string()).is_some() => {}
            _ => return self.is_in_another_order(),
        }
        // After the method.
        if ahead.peek(Token![->]) || is_named(&ahead) || path_after_signs(&ahead) {
            return true;
        }
        let after_comma = ahead.fork();
        if after_comma.parse::<Token![,]>().is_err() {
            return self.is_in_another_order();
        }
        if after_comma.peek(LitStr) {
            return false;
        }
        let is_part = is_named(&after_comma) || call(&after_comma).is_some();
        let name = after_comma.call(Ident::parse_any);
        is_part && name.is_ok_and(|name| !is_option(&name)) || self.is_in_another_order()
    }

    /// Returns `true` if an option or a type precedes the method or the path.
    fn is_in_another_order(&self) -> bool {
        let ahead = self.input.fork();
        let mut arguments = std::iter::from_fn(|| {
            let found = up_to_comma(&ahead);
            let _ = ahead.parse::<Token![,]>();
            (!found.is_empty()).then_some(found)
        });
        let (Some(first), Some(second)) = (arguments.next(), arguments.next()) else {
            return false;
        };
        let is_method = |tokens: &TokenStream| Method::of(&tokens.to_string()).is_some();
        let is_path = |tokens: TokenStream| {
            let first = tokens.into_iter().next().map(ToTokens::into_token_stream);
            let path = syn::parse2::<LitStr>(first.unwrap_or_default());
            path.is_ok_and(|path| path.value().contains('/'))
        };
        let is_argument = |tokens: TokenStream| {
            let word = syn::parse2::<Ident>(tokens.clone());
            let is_option = word.is_ok_and(|word| is_option(&word));
            is_option || is_type(tokens)
        };
        if is_method(&first) || intended(&first.to_string()).is_some() {
            let has_path = arguments.next().is_some_and(is_path);
            return has_path && !is_method(&second) && is_argument(second);
        }
        is_argument(first) && (is_method(&second) || is_path(second))
    }

    /// Reads the arguments, and reports them as one mistake.
    pub(super) fn other_syntax(&mut self, arguments: &mut Arguments) {
        let mut found = Found::default();
        let tokens = found.with_commas(rest(self.input));
        let read = |input: ParseStream<'_>| {
            found.read(input);
            Ok(())
        };
        let _ = read.parse2(tokens);
        if let Some((path, ty)) = found.path.as_ref().and_then(split_at_arrow) {
            found.path = Some(path);
            found.response.get_or_insert(ty);
        }
        let path = found.path.as_ref().map(|path| corrected(&path.value()));
        let usage = format!(
            "write `#[endpoint({}, {:?}{}{})]`",
            found.method.map_or("GET", Method::name),
            path.as_deref().unwrap_or("/path"),
            found.response.as_ref().map(|ty| format!(" -> {}", source(ty))).unwrap_or_default(),
            source(&Type::Verbatim(found.options.clone()))
        );
        self.errors.at(&found.wrong, format!("{}; {usage}", found.message));
        arguments.method = found.method;
        arguments.path =
            found.path.zip(path).map(|(literal, path)| LitStr::new(&path, literal.span()));
        arguments.response =
            found.response.map_or(ResponseType::None, |ty| ResponseType::Type(Box::new(ty)));
        let options = &mut arguments.options;
        let errors = &mut *self.errors;
        let method = found.method;
        let read = |input: ParseStream<'_>| {
            Reader { method, ..Reader::new(input, errors) }.options(options);
            rest(input);
            Ok(())
        };
        if let Err(error) = read.parse2(found.options) {
            self.errors.push(error);
        }
    }
}

impl Found {
    /// Returns the arguments with commas in place of semicolons.
    fn with_commas(&mut self, tokens: TokenStream) -> TokenStream {
        let replace = |token| match token {
            TokenTree::Punct(sign) if sign.as_char() == ';' => {
                self.report(sign.to_token_stream(), "arguments are separated by commas");
                Punct::new(',', Spacing::Alone).into()
            }
            token => token,
        };
        tokens.into_iter().map(replace).collect()
    }

    /// Reads the arguments up to the end.
    fn read(&mut self, input: ParseStream<'_>) {
        input.advance_to(&after_signs(input));
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
            return self.named(index, input);
        }
        let is_part =
            |name: &Ident| index == 0 || is_part(name) || intended(&name.to_string()).is_some();
        if let Some(name) = call(input).filter(is_part) {
            return self.call(&name, input);
        }
        let ahead = input.fork();
        let word = ahead.call(Ident::parse_any).ok();
        let meant = word.as_ref().and_then(|word| intended(&word.to_string()));
        if meant.is_some() && (ahead.peek(Ident::peek_any) || path_after_signs(&ahead)) {
            let _ = input.call(Ident::parse_any);
            self.method = self.method.or(meant);
            let wrong = input.fork().parse::<TokenTree>();
            self.report(wrong.map(ToTokens::into_token_stream).unwrap_or_default(), NO_COMMA);
            while matches!(input.fork().parse(), Ok(TokenTree::Punct(_))) {
                let _ = input.parse::<TokenTree>();
            }
            return self.argument(index, input);
        }
        if meant.is_some() && (ahead.peek(Token![->]) || ahead.peek(Token![<])) {
            let early = up_to_comma(&ahead);
            self.response = generic_argument(&early);
            self.report(early, EARLY_RESPONSE);
        }
        let value = up_to_comma(input);
        match value.clone().into_iter().next() {
            Some(TokenTree::Literal(literal)) => {
                let text = syn::parse2::<LitStr>(literal.to_token_stream());
                let text = text.map(|text| text.value()).unwrap_or_default();
                let found = text.split_once(' ').and_then(|(word, _)| intended(word));
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
            Some(TokenTree::Ident(word)) if intended(&word.to_string()).is_some() => {
                self.path_and_response(value);
            }
            Some(TokenTree::Group(group))
                if index == 0 || group.delimiter() == Delimiter::Brace =>
            {
                self.report(group.to_token_stream(), CALLED);
                self.part("", group.stream());
            }
            Some(_) if intended(&value.to_string()).is_none() => {
                self.report(value.clone(), MISPLACED[index.min(1)]);
                self.response = self.response.take().or_else(|| ty(value));
            }
            Some(_) => self.method = self.method.or_else(|| intended(&value.to_string())),
            None => {}
        }
    }

    /// Reads `name = value`.
    fn named(&mut self, index: usize, input: ParseStream<'_>) {
        let (name, sign) = (input.call(Ident::parse_any), input.parse::<TokenTree>());
        let (Ok(name), Ok(sign)) = (name, sign) else { return };
        let value = up_to_comma(input);
        if is_option(&name) {
            if index == 0 {
                self.report(quote!(#name #sign #value), MISPLACED[0]);
            }
            return self.options.extend(quote!(, #name #sign #value));
        }
        self.report(quote!(#name #sign), NAMED);
        self.part(&name.to_string(), value);
    }

    /// Reads `name(value)`, and the response after it.
    fn call(&mut self, name: &Ident, input: ParseStream<'_>) {
        let mut found = TokenStream::new();
        while let Ok(token) = input.parse::<TokenTree>() {
            found.extend([token.clone()]);
            if let TokenTree::Group(group) = token {
                self.report(found, CALLED);
                self.part(&name.to_string(), group.stream());
                break;
            }
        }
        let rest = up_to_comma(input);
        self.response = self.response.take().or_else(|| turbofish(&rest));
        self.path_and_response(rest);
    }

    /// Stores a value under its name in another crate.
    fn part(&mut self, name: &str, value: TokenStream) {
        match name {
            "method" | "methods" | "verb" => self.method = intended(&value.to_string()),
            _ if is_path_name(name) && syn::parse2::<LitStr>(value.clone()).is_ok() => {
                self.path_and_response(value);
            }
            _ if is_response_name(name) => self.response = ty(value),
            _ => {
                self.method = intended(name).or(self.method);
                let read = |input: ParseStream<'_>| {
                    self.read(input);
                    Ok(())
                };
                // The error is ignored: the report covers the further arguments of other crates.
                let _ = read.parse2(value);
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
                    self.method = self.method.or_else(|| intended(&word.to_string()));
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

/// Returns the name in `get(...)`, `client.get(...)` or `get!(...)`, if such a call comes next.
fn call(input: ParseStream<'_>) -> Option<Ident> {
    let ahead = input.fork();
    let mut name = ahead.call(Ident::parse_any).ok()?;
    while ahead.parse::<Token![.]>().is_ok() || ahead.parse::<Token![::]>().is_ok() {
        name = ahead.call(Ident::parse_any).ok()?;
    }
    let is_macro = ahead.parse::<Token![!]>().is_ok();
    let is_call = ahead.peek(Paren) && (!is_macro || intended(&name.to_string()).is_some());
    is_call.then_some(name)
}

/// Skips the signs before an annotation: `@GET("/path")`.
fn after_signs<'a>(input: ParseStream<'a>) -> ParseBuffer<'a> {
    let ahead = input.fork();
    while !ahead.peek(Token![,]) && matches!(ahead.fork().parse(), Ok(TokenTree::Punct(_))) {
        let _ = ahead.parse::<TokenTree>();
    }
    ahead
}

/// Returns the type in `.json::<T>()`.
fn turbofish(tokens: &TokenStream) -> Option<Type> {
    let is_call =
        |token: &TokenTree| !matches!(token, TokenTree::Punct(sign) if sign.as_char() == '<');
    let ahead = tokens.clone().into_iter().skip_while(is_call);
    let until = |token: &TokenTree| !matches!(token, TokenTree::Group(_));
    generic_argument(&ahead.take_while(until).collect())
}

/// Returns the type in `<T>`.
fn generic_argument(tokens: &TokenStream) -> Option<Type> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let [TokenTree::Punct(first), inner @ .., TokenTree::Punct(_)] = &tokens[..] else {
        return None;
    };
    if first.as_char() == '<' { ty(inner.iter().cloned().collect()) } else { None }
}

/// Returns `true` if a path comes next, after signs that are no comma.
fn path_after_signs(input: ParseStream<'_>) -> bool {
    after_signs(input).peek(LitStr)
}

/// Returns `true` if other crates name a part of the arguments like this.
fn is_part(name: &Ident) -> bool {
    let name = name.to_string().to_ascii_lowercase();
    is_path_name(&name) || is_response_name(&name) || matches!(&*name, "method" | "verb")
}

fn is_path_name(name: &str) -> bool {
    matches!(name, "path" | "url" | "uri" | "route" | "endpoint" | "value")
}

/// Returns `true` if the tokens are a type: a name in capitals and lower case, or arguments.
fn is_type(tokens: TokenStream) -> bool {
    let text = tokens.to_string();
    let is_name = text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase);
    (is_name || text.contains('<') || text.starts_with('-')) && ty(tokens).is_some()
}
