//! The values of options.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Path, Token, Type, parse::ParseStream};

use crate::{
    error::did_you_mean,
    model::RetryClass,
    read::{
        arguments::{Reader, is_end, names::option_after_signs, up_to_arrow},
        types::source,
    },
    tokens::mentions,
};

/// The values of `retry`, for one that does not say how often the server acts.
const RETRIED: &str = "`retry = safe` if the request changes nothing, `retry = idempotent` if it has the same effect when it \
                       is sent twice, or `retry = never`";

/// Returns a constant query that is written as the value of an option: `("name" = "value")`, `= "name=value"`.
fn as_query(found: &TokenStream) -> String {
    let text: String = found.to_string().chars().filter(|c| !" \"()".contains(*c)).collect();
    let query = text.trim_start_matches('=').replace(',', "&");
    if query.contains('=') { query } else { "name=value".to_owned() }
}

impl Reader<'_, '_> {
    /// Checks that an option has no value.
    pub(super) fn flag(&mut self, name: &Ident) -> bool {
        let found = up_to_arrow(self.input);
        if !found.is_empty() {
            let has = |option: &str| mentions(found.clone(), &|word| word == option);
            let is_text = found.to_string().contains('"');
            let write = match name.to_string().as_str() {
                option if is_off(&found) => {
                    &format!("remove `{option} {}`", found.to_string().trim())
                }
                "json" if has("optional") => "write `json = optional`",
                option @ ("form" | "multipart") if has("optional") => {
                    &format!("write `{option}`, since only a body of JSON can be optional")
                }
                "query" if has("comma") => "mark the list `#[query(comma)]`",
                "query" if has("brackets") => "mark the list `#[query(brackets)]`",
                "query" if is_text => &format!(
                    "for a constant query remove it, and write `\"{}?{}\"` as the path",
                    self.written,
                    as_query(&found)
                ),
                _ => &format!("write `{name}`"),
            };
            self.errors.at(found, format!("`{name}` takes no value; {write}"));
            return false;
        }
        true
    }

    /// Returns the value of an option that takes one of these.
    pub(super) fn choice(
        &mut self,
        name: &Ident,
        choices: &[&'static str],
    ) -> Option<&'static str> {
        let equals = self.input.parse::<Token![=]>().is_ok();
        let value = up_to_arrow(self.input);
        let text = value.to_string();
        let found = choices.iter().find(|choice| equals && **choice == text);
        if found.is_none() {
            let word = text.rsplit(':').next().unwrap_or_default();
            let quoted = word.trim_matches(['"', '(', ')', '=', ' ']).to_ascii_lowercase();
            let quoted = match &*quoted {
                _ if name == "retry" && is_off(&value) => "never",
                quoted => quoted,
            };
            let meant = choices.iter().filter(|choice| **choice == quoted);
            let meant: Vec<_> = meant.collect();
            let write = if meant.is_empty() { choices.iter().collect() } else { meant };
            let write: Vec<_> =
                write.into_iter().map(|choice| format!("`{name} = {choice}`")).collect();
            let is_on = matches!(quoted, "true" | "yes" | "always" | "on");
            let write = match &write[..] {
                _ if is_on && name == "retry" => RETRIED.to_owned(),
                [one] => one.clone(),
                [most @ .., last] => format!("{} or {last}", most.join(", ")),
                [] => String::new(),
            };
            let wrong = if value.is_empty() { name.to_token_stream() } else { value };
            let near = if name == "retry" && text.starts_with(|c: char| c.is_ascii_digit()) {
                "; the number of attempts is set on the client".to_owned()
            } else if name == "auth" && quoted != "none" {
                " to send no credentials, or remove the option: the client has the credentials"
                    .to_owned()
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

    pub(super) fn retry(&mut self, name: &Ident) -> Option<RetryClass> {
        Some(match self.choice(name, &["safe", "idempotent", "never"])? {
            "safe" => RetryClass::Safe,
            "idempotent" => RetryClass::Idempotent,
            _ => RetryClass::Never,
        })
    }

    /// Returns the value of an option that takes a path.
    pub(super) fn path_of<T>(
        &mut self,
        name: &Ident,
        parse: fn(ParseStream<'_>) -> syn::Result<T>,
        example: &str,
    ) -> Option<T> {
        let has_value = self.input.parse::<Token![=]>().is_ok();
        let ahead = self.input.fork();
        let is_path = has_value && ahead.call(parse).is_ok();
        if is_path && (is_end(&ahead) || option_after_signs(&ahead)) {
            return self.input.call(parse).ok();
        }
        let found = up_to_arrow(self.input);
        // Words without `::` between them are a path as well.
        let written = found.to_string().replace(" :: ", "::").replace(" ::", "::");
        let text = written.trim_matches(['=', ':', '(', ')', '"', ' ']);
        // A call, or the signs of another language.
        let text = text.split('(').next().unwrap_or(text).trim().replace([' ', '.'], "::");
        let meant = syn::parse_str::<Path>(&text)
            .ok()
            .map(|path| source(&Type::Verbatim(path.into_token_stream())));
        let known = decoded(&text).filter(|_| name == "decode");
        let message = if let Some(write) = known {
            format!("the option `{name}` takes the path of a function; {write}")
        } else if written.ends_with("::") {
            format!("the path in the option `{name}` is incomplete; write `{name} = {example}`")
        } else {
            let meant = meant.as_deref().unwrap_or(example);
            format!("the option `{name}` takes a path; write `{name} = {meant}`")
        };
        let wrong = if found.is_empty() { name.to_token_stream() } else { found };
        self.errors.at(wrong, message);
        None
    }
}

/// Returns `true` if a value turns an option off.
pub(super) fn is_off(value: &TokenStream) -> bool {
    let value = value.to_string().to_ascii_lowercase();
    let word = value.trim_matches(['"', '(', ')', '=', ' ']);
    matches!(word, "false" | "no" | "none" | "off" | "disabled" | "0")
}

/// Returns the code to write for a format in place of the path of a `decode` function.
pub(super) fn decoded(format: &str) -> Option<&'static str> {
    Some(match format {
        "text" | "string" | "plain" | "html" => {
            "write `-> String` with `decode = plane_api::RawResponse::text`"
        }
        "json" | "serde_json" => "remove it, since a response is decoded from JSON by default",
        "bytes" | "binary" | "raw" | "blob" => "write `-> plane_api::Bytes` without it",
        "stream" | "download" => "write `-> plane_api::Download` without it",
        _ => return None,
    })
}
