//! The options after the path.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Path, Token, Type,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

use crate::{
    error::{Errors, did_you_mean, nearest},
    model::{Media, RetryClass},
    read::{
        arguments::{Options, Reader, Unmarked, constants::strings, up_to_arrow, up_to_comma},
        types::source,
    },
    tokens::mentions,
};

const NAMES: [&str; 11] = [
    "json",
    "form",
    "multipart",
    "query",
    "brackets",
    "auth",
    "retry",
    "root",
    "header",
    "decode",
    "crate",
];
const OPTIONS: &str = "the options are `json`, `form`, `multipart`, `query`, `brackets`, `auth = none`, `retry = ...`, `root = ...`, `header(...)`, `decode = ...` and `crate = ...`";

impl Reader<'_, '_> {
    /// Reads the options up to the end.
    pub(super) fn options(&mut self, options: &mut Options) {
        let mut seen: Vec<Ident> = Vec::new();
        while !self.input.is_empty() {
            if self.input.peek(Token![->]) {
                self.late_response(options, true);
                continue;
            }
            if self.input.parse::<Token![,]>().is_err() {
                let found = up_to_comma(self.input);
                self.errors.at(found, "missing comma before an option");
                continue;
            }
            if self.input.is_empty() {
                return;
            }
            if self.input.peek(Token![,]) {
                self.errors.span(self.input.span(), "two commas in a row; remove one");
                continue;
            }
            let Ok(name) = self.input.call(Ident::parse_any) else {
                let found = up_to_comma(self.input);
                let word = syn::parse2::<LitStr>(found.clone()).map(|it| it.value());
                match NAMES.iter().find(|name| word.as_ref().is_ok_and(|word| word == *name)) {
                    Some(meant) => {
                        let message =
                            format!("an option is written without quotes; write `{meant}`");
                        self.errors.at(&found, message);
                        let span = found.into_iter().next().map(|token| token.span());
                        let name = Ident::new(meant, span.unwrap_or_else(Span::call_site));
                        self.guess(meant, &name, options);
                    }
                    None => self.errors.at(found, format!("expected an option; {OPTIONS}")),
                }
                continue;
            };
            let before = self.errors.count();
            self.option(&name, options);
            if self.errors.count() == before && seen.contains(&name) && name != "header" {
                self.errors.at(&name, format!("the option `{name}` is repeated; remove one"));
            }
            seen.push(name);
        }
    }

    fn option(&mut self, name: &Ident, options: &mut Options) {
        match name.to_string().as_str() {
            "json" if self.input.peek(Token![=]) => {
                options.optional_body = self.choice(name, &["optional"]).is_some();
                self.unmarked(Unmarked::Body(Media::Json), name, options);
            }
            option @ ("json" | "form" | "multipart" | "query") => {
                self.flag(name);
                let unmarked = match option {
                    "json" => Unmarked::Body(Media::Json),
                    "form" => Unmarked::Body(Media::Form),
                    "multipart" => Unmarked::Body(Media::Multipart),
                    _ => Unmarked::Query,
                };
                self.unmarked(unmarked, name, options);
            }
            "brackets" => options.brackets = self.flag(name).then(|| name.clone()),
            "auth" => options.without_auth = self.choice(name, &["none"]).is_some(),
            "retry" => options.retry = self.retry(name),
            "root" => {
                let root = self.root(name);
                // An invalid root still counts: the path is not relative to the client's.
                options.root = root.or_else(|| Some(LitStr::new("", name.span())));
            }
            "header" => options.headers.extend(self.constant_header(name)),
            "decode" => {
                options.decode = self.path_of(name, Path::parse, "path::to::function");
            }
            "crate" => options.krate = self.path_of(name, Path::parse_mod_style, "some::path"),
            other => self.unknown_option(other, name, options),
        }
    }

    /// Reports an unknown option. A misspelt option is treated as the intended one, so that the missing option is not
    /// reported as well.
    fn unknown_option(&mut self, option: &str, name: &Ident, options: &mut Options) {
        let lower = option.to_ascii_lowercase();
        if let Some(known) = NAMES.iter().find(|known| **known == lower && option != lower)
            && !self.input.peek(Token![<])
        {
            self.errors.at(name, format!("an option is written in lower case; write `{known}`"));
            return self.guess(known, name, options);
        }
        let (response, is_type) = (
            matches!(
                option,
                "response"
                    | "responses"
                    | "response_model"
                    | "response_type"
                    | "returns"
                    | "return_type"
                    | "return"
                    | "output"
                    | "result"
                    | "ret"
            ),
            option.starts_with(|c: char| c.is_uppercase()),
        );
        if response || is_type {
            let value = up_to_comma(self.input);
            let found = quote!(#name #value);
            let ty = if response { value.into_iter().skip(1).collect() } else { found.clone() };
            let write = source(&Type::Verbatim(ty));
            let message = if self.has_response {
                format!("an endpoint has one response type; remove `{write}`")
            } else {
                format!("the response follows the path; write `{:?} -> {write}`", self.written)
            };
            return self.errors.at(found, message);
        }
        let near = nearest(option, NAMES).filter(|_| advice(option).is_none());
        let meant = implied(option).or(near);
        let ahead = self.input.fork();
        let value = up_to_arrow(&ahead);
        let help = match (own_words(option, value).or(advice(option).map(str::to_owned)), near) {
            (Some(advice), _) => format!("\nhelp: {advice}"),
            (None, Some(near)) => format!("\nhelp: did you mean `{near}`?"),
            (None, None) => String::new(),
        };
        self.errors.at(name, format!("unknown option `{option}`; {OPTIONS}{help}"));
        if let Some(meant) = meant {
            self.guess(meant, name, options);
        }
        up_to_arrow(self.input);
        if self.input.peek(Token![->]) {
            self.late_response(options, false);
        }
    }

    /// Reads the intended option, without further reports.
    fn guess(&self, meant: &str, name: &Ident, options: &mut Options) {
        let mut ignored = Errors::default();
        Reader::new(self.input, &mut ignored).option(&Ident::new(meant, name.span()), options);
        options.is_guess = true;
    }

    /// Consumes an arrow after an option, and the type after it.
    fn late_response(&mut self, options: &mut Options, is_reported: bool) {
        let found = up_to_comma(self.input);
        let ty: TokenStream = found.clone().into_iter().skip(2).collect();
        let ty = syn::parse2::<Type>(ty).ok();
        if is_reported {
            let write = ty.as_ref().map_or_else(|| "Response".to_owned(), source);
            let message = format!(
                "the response follows the path, before the options; write `{:?} -> {write}`",
                self.written
            );
            self.errors.at(found, message);
        }
        options.late_response = ty.map(Box::new);
    }

    fn unmarked(&mut self, unmarked: Unmarked, name: &Ident, options: &mut Options) {
        match &options.unmarked {
            Some((other, before)) if *other != unmarked && before != name => {
                let message = format!(
                    "`{before}` and `{name}` both set the location of unmarked fields; keep one of them"
                );
                self.errors.at(name, message);
            }
            Some(_) => {}
            None => options.unmarked = Some((unmarked, name.clone())),
        }
    }

    /// Checks that an option has no value.
    fn flag(&mut self, name: &Ident) -> bool {
        let found = up_to_arrow(self.input);
        if let Some(TokenTree::Ident(next)) = found.clone().into_iter().next() {
            let message = format!("missing comma between options; write `{name}, {next}`");
            self.errors.at(found, message);
            return true;
        }
        if !found.is_empty() {
            let is_optional = mentions(found.clone(), &|word| word == "optional");
            let write = match name.to_string().as_str() {
                "json" if is_optional => "write `json = optional`",
                "query" => {
                    "write `query`, and a constant query after the path: `\"/path?name=value\"`"
                }
                _ => &format!("write `{name}`"),
            };
            self.errors.at(found, format!("`{name}` takes no value; {write}"));
            return false;
        }
        true
    }

    /// Returns the value of an option that takes one of these.
    fn choice(&mut self, name: &Ident, choices: &[&'static str]) -> Option<&'static str> {
        let equals = self.input.parse::<Token![=]>().is_ok();
        let value = up_to_arrow(self.input);
        let text = value.to_string();
        let found = choices.iter().find(|choice| equals && **choice == text);
        if found.is_none() {
            let quoted = text.trim_matches(['"', '(', ')']).to_ascii_lowercase();
            let meant = choices.iter().filter(|choice| **choice == quoted);
            let meant: Vec<_> = meant.collect();
            let write = if meant.is_empty() { choices.iter().collect() } else { meant };
            let write: Vec<_> =
                write.into_iter().map(|choice| format!("`{name} = {choice}`")).collect();
            let write = match &write[..] {
                [one] => one.clone(),
                [most @ .., last] => format!("{} or {last}", most.join(", ")),
                [] => String::new(),
            };
            let wrong = if value.is_empty() { name.to_token_stream() } else { value };
            let near = if name == "retry" && text.starts_with(|c: char| c.is_ascii_digit()) {
                "; the number of attempts is set on the client".to_owned()
            } else if write.contains(',') {
                did_you_mean(&text, choices.iter().copied())
            } else {
                String::new()
            };
            self.errors
                .at(wrong, format!("invalid value of the option `{name}`; write {write}{near}"));
        }
        found.copied()
    }

    fn retry(&mut self, name: &Ident) -> Option<RetryClass> {
        Some(match self.choice(name, &["safe", "idempotent", "never"])? {
            "safe" => RetryClass::Safe,
            "idempotent" => RetryClass::Idempotent,
            _ => RetryClass::Never,
        })
    }

    /// Returns the value of an option that takes a path.
    fn path_of(
        &mut self,
        name: &Ident,
        parse: fn(ParseStream<'_>) -> syn::Result<Path>,
        example: &str,
    ) -> Option<Path> {
        let has_value = self.input.parse::<Token![=]>().is_ok();
        let ahead = self.input.fork();
        let is_end = || ahead.is_empty() || ahead.peek(Token![,]) || ahead.peek(Token![->]);
        if has_value && ahead.call(parse).is_ok() && is_end() {
            return self.input.call(parse).ok();
        }
        let found = up_to_arrow(self.input);
        let text = found.to_string();
        let text = text.trim_matches(['=', '(', ')', '"', ' ']);
        let meant = syn::parse_str::<Path>(text)
            .ok()
            .map(|path| source(&Type::Verbatim(path.into_token_stream())));
        let meant = meant.as_deref().unwrap_or(example);
        let wrong = if found.is_empty() { name.to_token_stream() } else { found };
        let message = format!("the option `{name}` takes a path; write `{name} = {meant}`");
        self.errors.at(wrong, message);
        None
    }
}

/// Returns `true` if the name is an option.
pub(super) fn is_option(word: &Ident) -> bool {
    NAMES.iter().any(|name| word == name)
}

/// Returns the option that another library's option implies.
fn implied(option: &str) -> Option<&'static str> {
    Some(match option {
        "format" | "body" | "optional" | "data" => "json",
        "file" | "files" | "upload" | "multipart_form" | "form_data" => "multipart",
        "params" | "query_params" | "search" => "query",
        "urlencoded" | "form_urlencoded" | "form_url_encoded" => "form",
        "replay" => "retry",
        "api_root" | "base" | "prefix" | "base_url" | "base_path" | "version" => "root",
        _ => return None,
    })
}

/// Returns the code to write instead of another library's option, with its value.
fn own_words(option: &str, value: TokenStream) -> Option<String> {
    let (name, text) = strings(value);
    match option {
        "headers" | "default_header" | "static_header" => {
            Some(format!("write `header({:?} = {:?})`", name?, text?))
        }
        "api_root" | "base" | "prefix" | "base_path" | "version" | "api_version" => {
            let root = format!("/{}", name?.trim_matches('/'));
            Some(format!("write `root = {root:?}`"))
        }
        _ => None,
    }
}

/// Returns the code to write instead of an option of other libraries.
fn advice(option: &str) -> Option<&'static str> {
    Some(match option {
        "no_auth" | "noauth" | "public" | "unauthenticated" | "anonymous" => "write `auth = none`",
        "security" | "bearer" | "basic_auth" | "token" | "api_key" => {
            "credentials are set on the client; write `auth = none` for a request without any"
        }
        "body" | "data" | "payload" => {
            "write `json`, or mark the field that is the whole body `#[body]`"
        }
        "format" | "content_type" | "consumes" | "mime" | "encoding" => {
            "write `json`, `form` or `multipart`, or `header(\"Content-Type\" = \"…\")` for another type of JSON"
        }
        "headers" | "accept" | "produces" => {
            "write `header(\"Name\" = \"value\")`, or declare a field and mark it `#[header(\"Name\")]`"
        }
        "optional" => "write `json = optional`",
        "params" | "query_params" | "search" => {
            "declare fields; write `query` to send the unmarked ones in the query"
        }
        "path_params" | "parameters" | "args" => {
            "path parameters are written `<name>` in the path, and other parameters are fields"
        }
        "file" | "files" | "upload" | "multipart_form" | "form_data" => "write `multipart`",
        "urlencoded" | "form_urlencoded" | "form_url_encoded" => "write `form`",
        "base_url" | "host" | "server" | "url" | "domain" | "scheme" => {
            "the base URL is set on the client; for another API root write `root = \"/api/v2\"`"
        }
        "api_root" | "base" | "prefix" | "base_path" | "version" | "api_version" => {
            "write `root = \"/api/v2\"`"
        }
        "error" | "errors" | "err" | "error_type" | "error_response" => {
            "every request returns `plane_api::Error`; `Error::body` returns the body of a rejected request's response"
        }
        "status" | "status_code" | "success" | "success_status" | "expect" | "code" => {
            "every 2xx status is a success; to change that, write `decode = path::to::function`"
        }
        "page" | "pages" | "paginated" | "pagination" | "paginate" | "cursor" => {
            "mark the field with the position of a page `#[page]`, `#[page(number)]`, `#[page(offset)]`, `#[page(link)]` or \
             `#[page(last)]`"
        }
        "stream" | "streaming" | "download" | "sse" => {
            "write `-> Download`, `-> Events<T>` or `-> Lines<T>` after the path"
        }
        "text" | "xml" | "deserialize_with" | "parse" | "parser" | "map" => {
            "write `decode = path::to::function`"
        }
        "comma" | "csv" => "mark a list `#[query(comma)]`",
        "replay" => "write `retry = safe`, `retry = idempotent` or `retry = never`",
        "rename_all" => "write `#[serde(rename_all = \"camelCase\")]` on the struct",
        "idempotency_key" | "idempotent" => {
            "mark a field `#[idempotency_key(\"Idempotency-Key\")]`, or write `retry = idempotent`"
        }
        "safe" | "never" => "write `retry = safe`, `retry = idempotent` or `retry = never`",
        "none" => "write `auth = none`",
        "timeout" | "retries" | "max_retries" | "backoff" | "rate_limit" | "cache" | "proxy" => {
            "it is set on the client, or for one call with `Client::call`"
        }
        "name" | "tag" | "tags" | "summary" | "description" | "doc" | "operation_id" => {
            "document the struct with `///`"
        }
        "deprecated" => "write `#[deprecated]` on the struct",
        "blocking" | "sync" | "async" | "builder" | "derive" => {
            "`new`, setters and `send` always exist; `send_blocking` needs the feature `blocking` of `plane-api`"
        }
        "rank" | "guard" | "middleware" | "wrap" | "dependencies" => {
            "it belongs to a server's route; remove it"
        }
        "krate" | "crate_path" | "crate_name" => "write `crate = some::path`",
        _ => return None,
    })
}
