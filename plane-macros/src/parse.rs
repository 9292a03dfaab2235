//! The attribute's tokens -> [`Head`].

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Path, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

use crate::{
    error::{Errors, did_you_mean},
    response::source,
};

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
    pub(crate) replay: Option<&'static str>,
    pub(crate) krate: Option<Path>,
}

/// Where unmarked fields go, if the head says so.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Unmarked {
    Query,
    Body(Media),
}

/// How the fields of a body are written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Media {
    Json,
    Form,
    Multipart,
}

/// The HTTP methods that can be declared.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Method {
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options,
}

impl Method {
    const ALL: [Self; 7] =
        [Self::Get, Self::Head, Self::Post, Self::Put, Self::Patch, Self::Delete, Self::Options];

    /// The name in the head, on the wire, and of the constant.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
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

    fn options(&mut self, options: &mut Options) {
        let mut seen: Vec<Ident> = Vec::new();
        while !self.input.is_empty() {
            if self.input.parse::<Token![,]>().is_err() {
                let found = up_to_comma(self.input);
                self.errors.at(found, "a comma stands in front of an option");
                continue;
            }
            if self.input.is_empty() {
                return;
            }
            if self.input.peek(Token![,]) {
                self.errors
                    .span(self.input.span(), "nothing stands between two commas; remove one");
                continue;
            }
            let Ok(name) = self.input.call(Ident::parse_any) else {
                let found = up_to_comma(self.input);
                self.errors.at(found, format!("an option is a word; {OPTIONS}"));
                continue;
            };
            let before = self.errors.count();
            self.option(&name, options);
            if self.errors.count() == before && seen.contains(&name) {
                self.errors.at(&name, format!("the option `{name}` is given twice; remove one"));
            }
            seen.push(name);
        }
    }

    fn option(&mut self, name: &Ident, options: &mut Options) {
        match name.to_string().as_str() {
            word @ ("json" | "form" | "multipart" | "query") => {
                if self.flag(name) {
                    let place = match word {
                        "json" => Unmarked::Body(Media::Json),
                        "form" => Unmarked::Body(Media::Form),
                        "multipart" => Unmarked::Body(Media::Multipart),
                        _ => Unmarked::Query,
                    };
                    self.unmarked(place, name, options);
                }
            }
            "auth" => options.without_auth = self.word(name, &["none"]).is_some(),
            "replay" => options.replay = self.word(name, &["safe", "idempotent", "never"]),
            "crate" => options.krate = self.krate(name),
            word => {
                let value = up_to_comma(self.input);
                self.unknown_option(word, name, &value);
            }
        }
    }

    fn unknown_option(&mut self, word: &str, name: &Ident, value: &TokenStream) {
        let response = matches!(word, "response" | "returns" | "output");
        if response || word.starts_with(|c: char| c.is_uppercase()) {
            let found = quote!(#name #value);
            let ty =
                if response { value.clone().into_iter().skip(1).collect() } else { found.clone() };
            let write = source(&Type::Verbatim(ty));
            let message =
                format!("a response stands behind the path; write `\"/path\" -> {write}`");
            return self.errors.at(found, message);
        }
        let help = advice(word)
            .map_or_else(|| did_you_mean(word, NAMES), |advice| format!("\nhelp: {advice}"));
        self.errors.at(name, format!("unknown option `{word}`; {OPTIONS}{help}"));
    }

    fn unmarked(&mut self, place: Unmarked, name: &Ident, options: &mut Options) {
        match &options.unmarked {
            Some((other, before)) if *other != place && before != name => {
                let message = format!(
                    "`{before}` and `{name}` both say where unmarked fields go; keep one of them"
                );
                self.errors.at(name, message);
            }
            Some(_) => {}
            None => options.unmarked = Some((place, name.clone())),
        }
    }

    /// Whether an option has no value, as it should.
    fn flag(&mut self, name: &Ident) -> bool {
        let found = up_to_comma(self.input);
        if let Some(TokenTree::Ident(next)) = found.clone().into_iter().next() {
            let message = format!("a comma stands between options; write `{name}, {next}`");
            self.errors.at(found, message);
            return true;
        }
        if !found.is_empty() {
            self.errors.at(found, format!("`{name}` takes no value; write `{name}`"));
            return false;
        }
        true
    }

    /// The value of an option that is one of these words.
    fn word(&mut self, name: &Ident, words: &[&'static str]) -> Option<&'static str> {
        let equals = self.input.parse::<Token![=]>().is_ok();
        let value = up_to_comma(self.input);
        let text = value.to_string();
        let found = words.iter().find(|word| equals && **word == text);
        if found.is_none() {
            let write = words.iter().map(|word| format!("`{name} = {word}`")).collect::<Vec<_>>();
            let write = match &write[..] {
                [one] => one.clone(),
                [most @ .., last] => format!("{} or {last}", most.join(", ")),
                [] => String::new(),
            };
            let wrong = if value.is_empty() { name.to_token_stream() } else { value };
            let near = if words.len() > 1 {
                did_you_mean(&text, words.iter().copied())
            } else {
                String::new()
            };
            self.errors.at(
                wrong,
                format!("the option `{name}` takes one of a few words; write {write}{near}"),
            );
        }
        found.copied()
    }

    fn krate(&mut self, name: &Ident) -> Option<Path> {
        let path = match self.input.parse::<Token![=]>() {
            Ok(_) => self.input.fork().call(Path::parse_mod_style).ok(),
            Err(_) => None,
        };
        let found = up_to_comma(self.input);
        let path = path.filter(|path| path.to_token_stream().to_string() == found.to_string());
        if path.is_none() {
            let wrong = if found.is_empty() { name.to_token_stream() } else { found };
            self.errors.at(wrong, "the option `crate` takes a path; write `crate = some::path`");
        }
        path
    }
}

const NAMES: [&str; 7] = ["json", "form", "multipart", "query", "auth", "replay", "crate"];
const OPTIONS: &str = "the options are `json`, `form`, `multipart`, `query`, `auth = none`, `replay = ...` and `crate = ...`";

/// What is written instead of an option that others have.
fn advice(word: &str) -> Option<&'static str> {
    Some(match word {
        "no_auth" | "noauth" | "public" => "write `auth = none`",
        "body" => "write `json`, or mark the field that is the whole body `#[body]`",
        "header" | "headers" => "declare a field and mark it `#[header(\"X-Name\")]`",
        "page" | "pages" | "paginated" => "a list is told by its response; write `-> Page<T>`",
        "timeout" | "retry" | "retries" => {
            "it is set on the client, or for one call with `Client::call`"
        }
        _ => return None,
    })
}
