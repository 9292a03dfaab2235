//! The options behind the path.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Path, Token, Type,
    ext::IdentExt,
    parse::{Parse, ParseStream},
};

use crate::{
    error::did_you_mean,
    model::{Media, RetryClass},
    read::{
        arguments::{Options, Reader, Unmarked, up_to_comma},
        types::source,
    },
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
            if self.errors.count() == before && seen.contains(&name) && name != "header" {
                self.errors.at(&name, format!("the option `{name}` is given twice; remove one"));
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
                if self.flag(name) {
                    let unmarked = match option {
                        "json" => Unmarked::Body(Media::Json),
                        "form" => Unmarked::Body(Media::Form),
                        "multipart" => Unmarked::Body(Media::Multipart),
                        _ => Unmarked::Query,
                    };
                    self.unmarked(unmarked, name, options);
                }
            }
            "brackets" => options.brackets = self.flag(name),
            "auth" => options.without_auth = self.choice(name, &["none"]).is_some(),
            "retry" => options.retry = self.retry(name),
            "root" => options.root = self.root(name),
            "header" => options.headers.extend(self.constant_header(name)),
            "decode" => {
                options.decode = self.path_of(name, Path::parse, "path::to::function");
            }
            "crate" => options.krate = self.path_of(name, Path::parse_mod_style, "some::path"),
            other => {
                let value = up_to_comma(self.input);
                self.unknown_option(other, name, &value);
            }
        }
    }

    fn unknown_option(&mut self, option: &str, name: &Ident, value: &TokenStream) {
        let response = matches!(option, "response" | "returns" | "output");
        if response || option.starts_with(|c: char| c.is_uppercase()) {
            let found = quote!(#name #value);
            let ty =
                if response { value.clone().into_iter().skip(1).collect() } else { found.clone() };
            let write = source(&Type::Verbatim(ty));
            let message =
                format!("a response stands behind the path; write `\"/path\" -> {write}`");
            return self.errors.at(found, message);
        }
        let help = advice(option)
            .map_or_else(|| did_you_mean(option, NAMES), |advice| format!("\nhelp: {advice}"));
        self.errors.at(name, format!("unknown option `{option}`; {OPTIONS}{help}"));
    }

    fn unmarked(&mut self, unmarked: Unmarked, name: &Ident, options: &mut Options) {
        match &options.unmarked {
            Some((other, before)) if *other != unmarked && before != name => {
                let message = format!(
                    "`{before}` and `{name}` both say where unmarked fields go; keep one of them"
                );
                self.errors.at(name, message);
            }
            Some(_) => {}
            None => options.unmarked = Some((unmarked, name.clone())),
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

    /// The value of an option that takes one of these.
    fn choice(&mut self, name: &Ident, choices: &[&'static str]) -> Option<&'static str> {
        let equals = self.input.parse::<Token![=]>().is_ok();
        let value = up_to_comma(self.input);
        let text = value.to_string();
        let found = choices.iter().find(|choice| equals && **choice == text);
        if found.is_none() {
            let write =
                choices.iter().map(|choice| format!("`{name} = {choice}`")).collect::<Vec<_>>();
            let write = match &write[..] {
                [one] => one.clone(),
                [most @ .., last] => format!("{} or {last}", most.join(", ")),
                [] => String::new(),
            };
            let wrong = if value.is_empty() { name.to_token_stream() } else { value };
            let near = if choices.len() > 1 {
                did_you_mean(&text, choices.iter().copied())
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

    fn retry(&mut self, name: &Ident) -> Option<RetryClass> {
        Some(match self.choice(name, &["safe", "idempotent", "never"])? {
            "safe" => RetryClass::Safe,
            "idempotent" => RetryClass::Idempotent,
            _ => RetryClass::Never,
        })
    }

    /// The value of an option that takes a path.
    fn path_of(
        &mut self,
        name: &Ident,
        parse: fn(ParseStream<'_>) -> syn::Result<Path>,
        example: &str,
    ) -> Option<Path> {
        let path = match self.input.parse::<Token![=]>() {
            Ok(_) => self.input.fork().call(parse).ok(),
            Err(_) => None,
        };
        let found = up_to_comma(self.input);
        let path = path.filter(|path| path.to_token_stream().to_string() == found.to_string());
        if path.is_none() {
            let wrong = if found.is_empty() { name.to_token_stream() } else { found };
            let message = format!("the option `{name}` takes a path; write `{name} = {example}`");
            self.errors.at(wrong, message);
        }
        path
    }
}

/// What to write instead of an option that other libraries have.
fn advice(option: &str) -> Option<&'static str> {
    Some(match option {
        "no_auth" | "noauth" | "public" => "write `auth = none`",
        "body" => "write `json`, or mark the field that is the whole body `#[body]`",
        "headers" => {
            "write `header(\"Name\" = \"value\")`, or declare a field and mark it `#[header(\"Name\")]`"
        }
        "optional" => "write `json = optional`",
        "api_root" | "base" | "prefix" => "write `root = \"/api/v2\"`",
        "page" | "pages" | "paginated" => {
            "mark the field that says which page `#[page]`, or with a rule such as `#[page(number)]`"
        }
        "timeout" | "retry" | "retries" => {
            "it is set on the client, or for one call with `Client::call`"
        }
        _ => return None,
    })
}
