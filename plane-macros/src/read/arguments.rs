//! The attribute's tokens -> [`Head`].

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    LitStr, Path, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

use crate::{
    error::{Errors, did_you_mean},
    model::{Media, Method, Replay},
    read::types::source,
};

mod options;

/// What stands between the parentheses of `#[endpoint(...)]`, as far as it is right.
pub(crate) struct Head {
    pub(crate) method: Option<Method>,
    pub(crate) path: Option<LitStr>,
    pub(crate) response: Response,
    pub(crate) options: Options,
}

/// What stands behind the arrow.
pub(crate) enum Response {
    /// No arrow.
    None,
    /// A type.
    Type(Box<Type>),
    /// Nothing that could be read, or nothing that could be reached.
    Unknown,
}

/// The words behind the path.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) unmarked: Option<(Unmarked, Ident)>,
    pub(crate) without_auth: bool,
    pub(crate) replay: Option<Replay>,
    pub(crate) krate: Option<Path>,
}

/// Where unmarked fields go, if the head says so.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Unmarked {
    Query,
    Body(Media),
}

const USAGE: &str = "write `#[endpoint(GET, \"/path\" -> Response)]`";

/// Reads the head.
pub(crate) fn head(tokens: TokenStream, errors: &mut Errors) -> Head {
    let mut head =
        Head { method: None, path: None, response: Response::Unknown, options: Options::default() };
    if tokens.is_empty() {
        errors.span(Span::call_site(), format!("`#[endpoint]` needs a method and a path; {USAGE}"));
        return head;
    }
    let read = |input: ParseStream<'_>| {
        Reader { input, errors: &mut *errors, named: false }.head(&mut head);
        rest(input);
        Ok(())
    };
    if let Err(error) = read.parse2(tokens) {
        errors.push(error);
    }
    head
}

/// Takes all that is left.
fn rest(input: ParseStream<'_>) -> TokenStream {
    std::iter::from_fn(|| if input.is_empty() { None } else { input.parse::<TokenTree>().ok() })
        .collect()
}

/// Takes what stands before the next comma.
fn up_to_comma(input: ParseStream<'_>) -> TokenStream {
    let more = || !input.is_empty() && !input.peek(Token![,]);
    std::iter::from_fn(|| if more() { input.parse::<TokenTree>().ok() } else { None }).collect()
}

struct Reader<'a, 'b> {
    input: ParseStream<'a>,
    errors: &'b mut Errors,
    /// Whether method or path were given by name, which is reported once.
    named: bool,
}

impl Reader<'_, '_> {
    /// Reads from left to right, up to a place from where nothing can be told any more.
    fn head(&mut self, head: &mut Head) {
        let Some((method, found)) = self.method() else { return };
        head.method = method;
        if self.input.is_empty() {
            return self.errors.at(found, format!("the path is missing; {USAGE}"));
        }
        if !self.comma_before_path() {
            return;
        }
        let Some(path) = self.path() else { return };
        head.path = Some(path);
        head.response = self.response();
        self.options(&mut head.options);
    }

    /// Takes what stands between method and path, and says whether a path may follow.
    fn comma_before_path(&mut self) -> bool {
        const ONE: &str = "an endpoint has one method; declare a struct for each";
        let input = self.input;
        if input.peek(Token![|]) {
            self.errors.at(up_to_comma(input), ONE);
        } else if input.peek(Token![->]) {
            let message = format!("the response stands behind the path; {USAGE}");
            self.errors.at(up_to_comma(input), message);
        }
        if input.parse::<Token![,]>().is_err() {
            let span = input.span();
            self.errors.span(span, format!("a comma stands between method and path; {USAGE}"));
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

    /// Takes a method that stands where the path should.
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

    /// Takes `name =` or `name:`, with which method and path are not written.
    fn name(&mut self, name: &str) {
        let ahead = self.input.fork();
        let named = ahead.parse::<Ident>().is_ok_and(|word| word == name)
            && (ahead.peek(Token![=]) || ahead.peek(Token![:]) && !ahead.peek(Token![::]));
        if !named {
            return;
        }
        let found = [self.input.parse::<TokenTree>(), self.input.parse::<TokenTree>()];
        if !self.named {
            let found: TokenStream = found.into_iter().flatten().collect();
            self.errors.at(found, format!("method and path are written without names; {USAGE}"));
        }
        self.named = true;
    }

    /// Reads the method and its tokens: nothing if it is not there, no method if it is wrong.
    fn method(&mut self) -> Option<(Option<Method>, TokenStream)> {
        let input = self.input;
        if let Ok(literal) = input.fork().parse::<LitStr>()
            && literal.value().starts_with('/')
        {
            self.errors.at(literal, format!("the method comes first; {USAGE}"));
            return None;
        }
        self.name("method");
        let found = self.method_tokens();
        if found.is_empty() {
            self.errors.span(input.span(), format!("the method comes first; {USAGE}"));
            return None;
        }
        let text = found.to_string().replace(' ', "");
        let method = Method::of(&text);
        if method.is_none() {
            let bare = text
                .rsplit(':')
                .next()
                .unwrap_or(&text)
                .trim()
                .trim_matches('"')
                .to_ascii_uppercase();
            let names = || Method::ALL.into_iter().map(Method::name);
            let message = match Method::of(&bare) {
                Some(_) if text.starts_with('"') => {
                    format!("a method is written without quotes; write `{bare}`")
                }
                Some(_) if text.contains(':') => {
                    format!("a method is written by its name alone; write `{bare}`")
                }
                Some(_) => format!("a method is written in upper case; write `{bare}`"),
                None => {
                    let names =
                        names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                    format!("unknown method `{text}`; the methods are {names}")
                }
            };
            let help = if Method::of(&bare).is_some() {
                String::new()
            } else {
                did_you_mean(&bare, names())
            };
            self.errors.at(&found, message + &help);
        }
        Some((method, found))
    }

    /// A name, a path to one or a literal.
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

    fn path(&mut self) -> Option<LitStr> {
        self.name("path");
        if self.input.peek(LitStr) {
            return self.input.parse().ok();
        }
        let message = "the path is a string literal, such as `\"/users/me/\"`";
        if self.input.is_empty() {
            self.errors.span(self.input.span(), format!("the path is missing; {USAGE}"));
        } else {
            self.errors.at(up_to_comma(self.input), message);
        }
        None
    }

    fn response(&mut self) -> Response {
        let input = self.input;
        if input.peek(Token![,]) && input.peek2(Token![->]) {
            let span = input.span();
            self.errors.span(
                span,
                "the response follows the path without a comma; write `\"/path\" -> Response`",
            );
            let _ = input.parse::<Token![,]>();
        }
        if input.is_empty() || input.peek(Token![,]) {
            return Response::None;
        }
        let Some((arrow, right)) = self.arrow() else {
            let found = up_to_comma(input);
            self.errors
                .at(found, "after the path come `-> Response` and options, each behind a comma");
            return Response::Unknown;
        };
        if input.is_empty() || input.peek(Token![,]) {
            self.errors.at(
                arrow,
                "the response type is missing; write `-> Response`, or leave the arrow out",
            );
            return Response::Unknown;
        }
        let start = input.fork();
        let Ok(ty) = input.parse::<Type>() else {
            self.no_type(&start);
            rest(input);
            return Response::Unknown;
        };
        if !right {
            let write = source(&ty);
            self.errors.at(arrow, format!("a response stands behind `->`; write `-> {write}`"));
        }
        Response::Type(Box::new(ty))
    }

    /// Reports what stands where the response should, and is no type.
    fn no_type(&mut self, start: ParseStream<'_>) {
        if let Ok(literal) = start.fork().parse::<LitStr>() {
            let write = literal.value();
            let message = format!("a type is written without quotes; write `-> {write}`");
            self.errors.at(literal, message);
        } else {
            let message = "this is not a whole type; write `-> Response`";
            self.errors.at(up_to_comma(start), message);
        }
    }

    /// Takes the arrow, or what is written instead of it, and whether it is the arrow.
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
