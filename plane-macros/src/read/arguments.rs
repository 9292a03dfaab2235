//! The attribute's tokens -> [`Arguments`].

mod advice;
mod below;
mod constants;
mod method;
mod names;
mod options;
mod other_syntax;
mod other_types;
mod response;
mod text;
mod values;

use std::mem;

pub(crate) use self::{
    constants::ConstantHeader,
    names::{constant, in_title_case},
};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{
    Attribute, Lit, LitStr, Path, Token, Type, TypePath,
    parse::{ParseStream, Parser},
};

use self::{
    names::option_after_signs,
    text::{Form, Text},
};
use crate::{
    error::Errors,
    model::{Media, Method, RetryClass},
    read::{path::corrected, types::last},
};

/// The arguments of `#[endpoint(...)]`, as far as they are valid.
pub(crate) struct Arguments {
    pub(crate) server: Server,
    pub(crate) method: Option<Method>,
    pub(crate) path: Option<LitStr>,
    pub(crate) response: ResponseType,
    pub(crate) options: Options,
}

/// The relevant behaviour of the server of an endpoint.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Server {
    Any,
    /// It decodes paths before it routes.
    RoutesDecoded,
}

/// The type after the arrow.
#[derive(Default)]
pub(crate) enum ResponseType {
    /// No arrow.
    #[default]
    None,
    /// As written.
    Type(Box<Type>),
    /// The type could not be parsed, or a mistake precedes it.
    Unknown,
}

/// The options after the path.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) unmarked: Option<(Unmarked, Ident)>,
    /// `true` if the location was guessed from an unknown option.
    pub(crate) is_guess: bool,
    /// `true` if the location is unknown because of a mistake in the options. Reported.
    pub(crate) is_unclear: bool,
    pub(crate) optional_body: bool,
    pub(crate) brackets: Option<Ident>,
    pub(crate) without_auth: bool,
    pub(crate) retry: Option<RetryClass>,
    /// The endpoint's API root.
    pub(crate) root: Option<LitStr>,
    /// `true` if the root contains parameters, which callers may pass. Reported.
    pub(crate) has_root_parameters: bool,
    pub(crate) headers: Vec<ConstantHeader>,
    /// The function that decodes the response.
    pub(crate) decode: Option<TypePath>,
    pub(crate) krate: Option<Path>,
    /// An unknown option for pagination, with its report and advice, until the fields are known.
    pub(crate) paginated: Option<(Ident, String, String)>,
    /// The response that does not follow the path. Reported.
    pub(crate) late_response: ResponseType,
}

/// The location of unmarked fields, if an option sets it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Unmarked {
    Query,
    Body(Media),
}

impl Arguments {
    /// Returns the location of unmarked fields, if there is one.
    pub(crate) fn unmarked(&self) -> Option<Unmarked> {
        match (&self.options.unmarked, self.method?) {
            (Some((unmarked, _)), _) => Some(*unmarked),
            (None, Method::Get | Method::Head | Method::Options) => Some(Unmarked::Query),
            (None, Method::Post | Method::Put | Method::Patch) => Some(Unmarked::Body(Media::Json)),
            (None, Method::Delete) => None,
        }
    }

    /// Returns `true` if the response is a `Vec`.
    pub(crate) fn has_bare_array(&self) -> bool {
        let ResponseType::Type(ty) = &self.response else { return false };
        last(ty).is_some_and(|last| last.ident == "Vec")
    }

    /// Returns `true` if the path seems to have this parameter, in the syntax of any framework.
    pub(crate) fn has_parameter(&self, name: &str) -> bool {
        let path = self.path.as_ref().map(LitStr::value).unwrap_or_default();
        let is_name = |text: &str| {
            let rest = text.trim_start_matches('.').strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        path.split(['<', '{', ':', '*']).skip(1).any(is_name)
    }

    /// Returns the parameter of the path, if there is one.
    pub(crate) fn only_parameter(&self) -> Option<String> {
        let path = self.path.as_ref()?.value();
        match path.split('<').collect::<Vec<_>>()[..] {
            [_, after] => after.split_once('>').map(|(name, _)| name.trim_matches('.').to_owned()),
            _ => None,
        }
    }
}

/// Returns an example for a mistake that leaves nothing but the method. It compiles as it stands.
fn usage(method: Option<Method>) -> String {
    format!("as in `#[endpoint({}, \"/path\" -> String)]`", method.map_or("GET", Method::name))
}

/// Reads the arguments. Without any, they may be in one of the attributes below.
pub(crate) fn read(
    tokens: TokenStream,
    server: Server,
    below: &mut Vec<Attribute>,
    errors: &mut Errors,
) -> Arguments {
    let mut arguments = Arguments {
        server,
        method: None,
        path: None,
        response: ResponseType::Unknown,
        options: Options::default(),
    };
    if tokens.is_empty() {
        if let Some((method, path)) = below::take(below, errors) {
            (arguments.method, arguments.path) = (Some(method), Some(path));
            return arguments;
        }
        errors.span(
            Span::call_site(),
            format!("`#[endpoint]` needs a method and a path, {}", usage(None)),
        );
        return arguments;
    }
    let read = |input: ParseStream<'_>| {
        Reader::new(input, errors).arguments(&mut arguments);
        rest(input);
        Ok(())
    };
    if let Err(error) = read.parse2(tokens) {
        errors.push(error);
    }
    arguments
}

/// Takes the remaining tokens.
fn rest(input: ParseStream<'_>) -> TokenStream {
    std::iter::from_fn(|| if input.is_empty() { None } else { input.parse::<TokenTree>().ok() })
        .collect()
}

/// Consumes the tokens before the next comma, apart from commas between the arguments of a type.
fn up_to_comma(input: ParseStream<'_>) -> TokenStream {
    let ahead = input.fork();
    let (mut depth, mut count, mut first, mut before) = (0_usize, 0, None, ' ');
    while let Ok(token) = ahead.parse::<TokenTree>() {
        let sign = if let TokenTree::Punct(sign) = &token { sign.as_char() } else { ' ' };
        match sign {
            ',' if depth == 0 => break,
            ',' => first = first.or(Some(count)),
            '<' => depth += 1,
            '>' if before != '-' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (before, count) = (sign, count + 1);
    }
    // A `<` without its `>` opens nothing.
    let count = first.filter(|_| depth > 0).unwrap_or(count);
    (0..count).map_while(|_| input.parse::<TokenTree>().ok()).collect()
}

/// Consumes the tokens before the next comma, semicolon, arrow, or option without a comma.
fn up_to_arrow(input: ParseStream<'_>) -> TokenStream {
    let mut found = TokenStream::new();
    let mut was_sign = false;
    while !is_end(input) && (was_sign || !option_after_signs(input)) {
        let Ok(token) = input.parse::<TokenTree>() else { break };
        was_sign = matches!(token, TokenTree::Punct(_));
        found.extend([token]);
    }
    found
}

fn is_end(input: ParseStream<'_>) -> bool {
    let is_arrow = input.peek(Token![->]) || input.peek(Token![=>]);
    input.is_empty() || input.peek(Token![,]) || input.peek(Token![;]) || is_arrow
}

struct Reader<'a, 'b> {
    input: ParseStream<'a>,
    errors: &'b mut Errors,
    method: Option<Method>,
    /// The path as it is written, for the code to write instead.
    written: String,
    /// `true` if the response precedes the options.
    has_response: bool,
}

/// Returns the `#[doc]` of a doc comment, if the tokens start with one.
fn documentation(tokens: &TokenStream) -> Option<TokenStream> {
    let start: Vec<TokenTree> = tokens.clone().into_iter().take(2).collect();
    let [TokenTree::Punct(sign), TokenTree::Group(group)] = &start[..] else { return None };
    let is_doc = group.stream().into_iter().next().is_some_and(|word| word.to_string() == "doc");
    (sign.as_char() == '#' && is_doc).then(|| start.into_iter().collect())
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(input: ParseStream<'a>, errors: &'b mut Errors) -> Self {
        Self { input, errors, method: None, written: "/path".to_owned(), has_response: false }
    }
}

impl Reader<'_, '_> {
    /// Reads from left to right, up to a mistake that makes the rest unreadable.
    fn arguments(&mut self, arguments: &mut Arguments) {
        if self.is_other_syntax() {
            return self.other_syntax(arguments);
        }
        let before = self.errors.count();
        let Some((method, found)) = self.method() else { return };
        (arguments.method, self.method) = (method, method);
        if self.input.is_empty() {
            // The code to write has the right method, too.
            let meant = method.or_else(|| method::intended(&found.to_string()));
            if meant.is_some() {
                self.errors.truncate(before);
                self.errors.at(&found, format!("the path is missing; write one, {}", usage(meant)));
            }
            return;
        }
        if !self.comma_before_path(method) {
            return;
        }
        arguments.path = self.path(method);
        let in_path = self.response_in_path(&mut arguments.path);
        if let Some(path) = &arguments.path {
            self.written = path.value();
        }
        if arguments.path.is_none() && self.input.is_empty() {
            return;
        }
        arguments.response = self.response();
        self.has_response = !matches!(arguments.response, ResponseType::None);
        if self.input.is_empty() && matches!(arguments.response, ResponseType::Unknown) {
            // It is half-typed, and the options are still missing.
            (arguments.options.is_guess, arguments.options.is_unclear) = (true, true);
        }
        self.options(&mut arguments.options);
        if !self.has_response {
            let late = mem::take(&mut arguments.options.late_response);
            arguments.response = in_path.map_or(late, ResponseType::Type);
        }
    }

    fn path(&mut self, method: Option<Method>) -> Option<LitStr> {
        let input = self.input;
        if input.peek(LitStr) && !(input.peek2(Lit) || input.peek2(Token![+])) {
            return input.parse().ok();
        }
        let (span, found) = (input.span(), up_to_arrow(input));
        if found.is_empty() {
            self.errors.span(span, format!("the path is missing; write one, {}", usage(method)));
            return None;
        }
        if let Some(documentation) = documentation(&found) {
            let message = "documentation belongs above the attribute; write `//` for a comment";
            self.errors.at(documentation, message);
            return found.into_iter().last().and_then(|last| syn::parse2(last.into()).ok());
        }
        let Some(text) = Text::of(&found) else {
            let message = "the path must be a string literal, such as `\"/users/me/\"`";
            self.errors.at(found, message);
            return None;
        };
        let path = corrected(&text.value);
        match text.form {
            Form::Invalid => {}
            Form::Other => {
                let message = format!("the path must be a string literal; write `{path:?}`");
                self.errors.at(&found, message);
            }
            Form::Joined => {
                self.errors.at(&found, format!("a path is one literal; write `{path:?}`"));
            }
        }
        Some(LitStr::new(&path, span))
    }
}
