//! Options of other crates and languages, and what to write instead.

use proc_macro2::{TokenStream, TokenTree};

use crate::read::arguments::{
    constants::{headers_in, text},
    names::NAMES,
};

/// Returns the option that another library's option implies.
pub(super) fn implied(option: &str) -> Option<&'static str> {
    Some(match option {
        "headers" | "default_header" | "static_header" => "header",
        "file" | "files" | "upload" | "multipart_form" => "multipart",
        "params" | "query_params" | "queries" | "search" | "query_string" | "qs" => "query",
        "urlencoded" => "form",
        "replay" => "retry",
        "api_root" | "base" | "prefix" | "base_url" | "base_path" | "version" | "api_version"
        | "mount" | "namespace" => "root",
        _ => return None,
    })
}

/// Returns the option that a media type means, in any of its spellings: `form-data`, `multi-part`, `"multipart/form-data"`.
pub(super) fn media_type(found: &TokenStream) -> Option<&'static str> {
    let text = found.to_string();
    Some(match &*letters(&text) {
        "formdata" | "multipartformdata" => "multipart",
        "multipart" if !NAMES.contains(&text.trim_matches('"')) => "multipart",
        "formurlencoded" | "xwwwformurlencoded" | "applicationxwwwformurlencoded" => "form",
        "applicationjson" => "json",
        _ => return None,
    })
}

/// Returns the option that is the value of an unknown one.
pub(super) fn location_in(value: &TokenStream) -> Option<&'static str> {
    let word = letters(&value.to_string());
    let location = ["json", "form", "multipart", "query"].into_iter().find(|name| *name == word);
    location.or_else(|| media_type(value))
}

/// Returns `true` if other libraries name the body of a request like this.
pub(super) fn is_body(option: &str) -> bool {
    matches!(option, "body" | "data" | "payload" | "request" | "request_body")
}

/// Returns `true` if the option asks for pagination.
pub(super) fn is_pagination(option: &str) -> bool {
    advice(option).is_some_and(|it| it.contains("the position of a page"))
}

/// Returns the letters of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

/// Returns the code to write instead of another library's option or of a field attribute, with its value.
pub(super) fn own_words(option: &str, value: &TokenStream) -> Option<String> {
    let mut tokens =
        value.clone().into_iter().filter(|token| !matches!(token, TokenTree::Punct(_)));
    let only = tokens.next().filter(|_| tokens.next().is_none());
    let in_parentheses = matches!(&only, Some(TokenTree::Group(_)));
    let text = only.and_then(|only| text(&only.into()));
    match option {
        "headers" | "default_header" | "static_header" => {
            Some(format!("write `{}`", headers_in(value)?))
        }
        // Rocket's `data = "<customer>"`.
        option if is_body(option) => {
            let text = text?;
            let name = text.strip_prefix('<')?.strip_suffix('>')?;
            Some(format!("remove it, and mark the field `{name}` `#[body]`"))
        }
        "accept" | "produces" => Some(format!("write `header(\"Accept\" = {:?})`", text?)),
        "content_type" | "consumes" | "mime" if location_in(value).is_none() => {
            Some(format!("write `header(\"Content-Type\" = {:?})`", text?))
        }
        "version" | "api_version" | "api" | "api_root" | "base" | "prefix" | "base_path"
        | "mount" | "namespace" | "base_url" | "url" => root_of(option, &text?),
        "part" | "path" | "page" | "idempotency_key" if in_parentheses => {
            Some(format!("mark the field `#[{option}{value}]`"))
        }
        "rename" | "with" | "serialize_with" if text.is_some() && !in_parentheses => {
            Some(format!("write `#[serde({option} = {:?})]` on the field", text?))
        }
        _ => None,
    }
}

/// Returns the code to write for another library's option with a version, a path or a URL.
fn root_of(option: &str, value: &str) -> Option<String> {
    if let Some((_, rest)) = value.split_once("://") {
        let path = rest.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
        let root = if path.is_empty() {
            String::new()
        } else {
            format!(", and write `root = \"/{path}\"`")
        };
        return Some(format!("the base URL is set on the client; remove it{root}"));
    }
    let path = value.trim_matches('/');
    let root = match option {
        "version" | "api_version" | "api" if !path.contains('/') => {
            let sign = if path.starts_with(|c: char| c.is_ascii_digit()) { "v" } else { "" };
            format!("/api/{sign}{path}")
        }
        _ => format!("/{path}"),
    };
    Some(format!("write `root = {root:?}`"))
}

/// Returns the advice about a format in a request with a body: in other libraries it is that of the body.
pub(super) fn about_format(option: &str, value: &TokenStream) -> Option<String> {
    let value = value.to_string().replace(['=', '"', ' '], "").to_ascii_lowercase();
    let is_location =
        is_body(option) || advice(option).is_some_and(|it| it.contains("for another type of JSON"));
    let format =
        if is_location { value.rsplit('/').next()?.replace('-', "_") } else { option.to_owned() };
    let known = content_type(&format)?;
    let content_type = if is_location && value.contains('/') { &value } else { known };
    let message = format!(
        "for the body of the request declare `#[body] body: plane_api::Bytes`, and write `header(\"Content-Type\" = {content_type:?})`"
    );
    Some(match advice(&format).filter(|_| !is_location) {
        Some(response) => format!("{message}; for the response {response}"),
        None => message,
    })
}

fn content_type(format: &str) -> Option<&'static str> {
    Some(match format {
        "xml" | "soap" => "application/xml",
        "text" | "plain" => "text/plain",
        "html" => "text/html",
        "csv" => "text/csv",
        "yaml" | "yml" => "application/yaml",
        "bytes" | "binary" | "blob" | "raw" | "octet_stream" => "application/octet-stream",
        "ndjson" | "jsonl" => "application/x-ndjson",
        "protobuf" | "proto" | "grpc" => "application/x-protobuf",
        "msgpack" => "application/msgpack",
        _ => return None,
    })
}

/// Returns the code to write instead of an option of other libraries.
pub(super) fn advice(option: &str) -> Option<&'static str> {
    Some(match option {
        "no_auth" | "noauth" | "public" | "unauthenticated" | "anonymous" => "write `auth = none`",
        "security" | "authentication" | "authorization" | "bearer" | "basic_auth" | "token"
        | "api_key" => {
            "credentials are set on the client; write `auth = none` for a request without any"
        }
        option if is_body(option) => {
            "write `json`, or mark the field that is the whole body `#[body]`"
        }
        "format" | "content_type" | "consumes" | "mime" | "encoding" => {
            "write `json`, `form` or `multipart`, or `header(\"Content-Type\" = \"…\")` for another type of JSON"
        }
        "headers" | "accept" | "produces" => {
            "write `header(\"Name\" = \"value\")`, or declare a field and mark it `#[header(\"Name\")]`"
        }
        "optional" => "write `json = optional`",
        "nullable" => "mark the field `#[nullable]`",
        "flatten" => "mark the field `#[flatten]`",
        "part" => "mark the field `#[part(json)]` or `#[part(\"text/markdown\")]`",
        "path" => "path parameters are written `<name>` in the path",
        "slashes" => "mark the field `#[path(slashes)]`",
        "size" => "mark the field `#[page(size)]`",
        "number" | "offset" | "link" | "last" => {
            "mark the field with the position of a page, such as `#[page(number)]`"
        }
        "cookie" | "cookies" => "declare a field and mark it `#[header(\"Cookie\")]`",
        "patch" => "declare the field as `plane_api::Patch<T>`",
        "required" => "a field that is not an `Option` is required; remove it",
        "default" | "skip_serializing_if" | "skip_none" | "omit_none" | "skip_serializing_none" => {
            "an `Option` is omitted if it is `None`; remove it"
        }
        "skip" => "write `PhantomData`, or remove the field",
        "rename" => "write `#[serde(rename = \"name\")]` on the field",
        "with" | "serialize_with" => {
            "write `#[serde(serialize_with = \"path::to::function\")]` on the field"
        }
        "serde" => "write `#[serde(…)]` on the struct or the field",
        "params" | "query_params" | "queries" | "search" | "query_string" | "qs" => {
            "declare fields; write `query` to send the unmarked ones in the query"
        }
        "path_params" | "parameters" | "args" => {
            "path parameters are written `<name>` in the path, and other parameters are fields"
        }
        "file" | "files" | "upload" | "multipart_form" => "write `multipart`",
        "urlencoded" => "write `form`",
        "base_url" | "host" | "server" | "url" | "domain" | "scheme" => {
            "the base URL is set on the client; for another API root write `root = \"/api/v2\"`"
        }
        "v1" => "write `root = \"/api/v1\"`",
        "api_root" | "base" | "prefix" | "base_path" | "version" | "api_version" | "api" | "v2"
        | "mount" | "namespace" => "write `root = \"/api/v2\"`",
        "error" | "errors" | "err" | "error_type" | "error_response" => {
            "every request returns `plane_api::Error`; `Error::body` returns the body of a rejected request's response"
        }
        "status" | "status_code" | "success" | "success_status" | "expect" | "code" => {
            "every 2xx status is a success; to change that, write `decode = path::to::function`"
        }
        "page" | "pages" | "paged" | "paging" | "pageable" | "paginated" | "pagination"
        | "paginate" | "cursor" | "list" | "items" | "iter" => {
            "mark the field with the position of a page `#[page]`, `#[page(number)]`, `#[page(offset)]`, `#[page(link)]` or \
             `#[page(last)]`"
        }
        "stream" | "streaming" | "download" | "sse" => {
            "write `-> plane_api::Download`, `-> plane_api::Events<T>` or `-> plane_api::Lines<T>` after the path"
        }
        "text" | "plain" | "html" => {
            "write `-> String` after the path, and `decode = plane_api::RawResponse::text`"
        }
        "bytes" | "binary" | "blob" | "raw" | "octet_stream" => {
            "write `-> plane_api::Bytes` after the path"
        }
        "ndjson" | "jsonl" => "write `-> plane_api::Lines<T>` after the path",
        "csv" => {
            "write `decode = path::to::function`; for a list in the query mark it `#[query(comma)]`"
        }
        "xml" | "soap" | "yaml" | "yml" | "protobuf" | "proto" | "grpc" | "msgpack"
        | "deserialize_with" | "decode_with" | "deserialize" | "decoder" | "parse" | "parser"
        | "map" => "write `decode = path::to::function`",
        "envelope" | "unwrap" | "wrapper" | "data_path" | "data_key" | "root_key" | "json_path"
        | "pointer" | "extract" | "select" | "inner" => {
            "the response type is that of the whole JSON; write `decode = path::to::function` to return a part of it"
        }
        "arrays" | "array_format" | "list_format" | "collection_format" | "explode" => {
            "write `brackets` for lists as `name[]`, or mark a list `#[query(comma)]`"
        }
        "merge" | "merge_patch" => {
            "write `header(\"Content-Type\" = \"application/merge-patch+json\")`"
        }
        "user_agent" => "it is set on the client, with `ClientBuilder::user_agent`",
        "comma" => "mark a list `#[query(comma)]`",
        "replay" => "write `retry = safe`, `retry = idempotent` or `retry = never`",
        "rename_all" => "write `#[serde(rename_all = \"camelCase\")]` on the struct",
        "idempotency_key" | "idempotent" => {
            "mark a field `#[idempotency_key(\"Idempotency-Key\")]`, or write `retry = idempotent`"
        }
        "no_retry" | "noretry" | "no_retries" | "never_retry" => "write `retry = never`",
        "safe" | "never" => "write `retry = safe`, `retry = idempotent` or `retry = never`",
        "none" => "write `auth = none`",
        "retries" | "max_retries" | "attempts" | "max_attempts" => {
            "it is set on the client, or for one call with `Client::call`; write `retry = never` to send the request once"
        }
        "cache" | "cached" | "caching" => "responses are not cached; remove it",
        "timeout" | "backoff" | "rate_limit" | "proxy" => {
            "it is set on the client, or for one call with `Client::call`"
        }
        "name" | "tag" | "tags" | "summary" | "desc" | "description" | "doc" | "operation_id" => {
            "document the struct with `///`"
        }
        "deprecated" => "write `#[deprecated]` on the struct",
        "derive" => "write `#[derive(…)]` below `#[endpoint]`",
        "blocking" | "sync" | "async" | "builder" => {
            "`new`, setters and `send` always exist; `send_blocking` needs the feature `blocking` of `plane-api`"
        }
        "method" | "verb" => "the method is the first argument, without a name",
        "rank" | "scope" | "scopes" | "permission" | "permissions" | "guard" | "middleware"
        | "wrap" | "dependencies" => "it belongs to a server's route; remove it",
        "krate" | "crate_path" | "crate_name" => "write `crate = some::path`",
        _ => return None,
    })
}
