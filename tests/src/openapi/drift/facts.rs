//! [`Facts`]: the compared parts of an operation.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::openapi::{
    body::{essence, is_json},
    document::{Document, list, text},
    parameters,
};

/// The compared parts of an operation.
#[derive(Debug, Default)]
pub(super) struct Facts<'a> {
    /// Its name in the document.
    pub(super) name: &'a str,
    /// `true` if the document describes it as a paginated list.
    pub(super) is_list: bool,
    /// The path parameters, in the order of the path.
    pub(super) path: Vec<Param<'a>>,
    /// The other parameters, by location and name.
    pub(super) params: BTreeMap<(&'a str, String), Param<'a>>,
    pub(super) body: Option<Body<'a>>,
    pub(super) response: Response<'a>,
    /// `Some(true)` if it can be called without credentials, `None` if the document does not say.
    pub(super) is_public: Option<bool>,
    /// The scopes that a token needs, and their alternatives.
    pub(super) scopes: BTreeSet<BTreeSet<&'a str>>,
    /// References of its parameters, its body and its responses that have no target.
    pub(super) missing: BTreeSet<String>,
}

/// A parameter outside the body.
#[derive(Debug)]
pub(super) struct Param<'a> {
    pub(super) name: &'a str,
    pub(super) required: bool,
    pub(super) schema: &'a Value,
    /// The form of lists and objects.
    pub(super) style: String,
}

/// The body of a request.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) required: bool,
    /// The described content, by media type.
    pub(super) content: BTreeMap<String, &'a Value>,
}

/// The successful responses.
#[derive(Debug, Default)]
pub(super) struct Response<'a> {
    /// The schemas by media type, of all statuses.
    pub(super) content: BTreeMap<String, Vec<&'a Value>>,
    /// `true` if there is a success without a body.
    pub(super) is_empty: bool,
    pub(super) is_redirect: bool,
}

impl Response<'_> {
    /// Names the content, as in `application/json or no body`.
    pub(super) fn name(&self) -> String {
        let mut parts: Vec<String> = self.content.keys().map(|it| format!("`{it}`")).collect();
        parts.extend(self.is_empty.then(|| "no body".to_owned()));
        parts.extend(self.is_redirect.then(|| "a redirect".to_owned()));
        if parts.is_empty() { "no success".to_owned() } else { parts.join(" or ") }
    }
}

/// Returns the operations of a document by method and path. The path is without its API root, and its parameters have
/// no names.
pub(super) fn operations<'a>(
    document: &Document<'a>,
) -> Result<BTreeMap<String, Facts<'a>>, String> {
    crate::openapi::check(document.root)?;
    let paths = document.root.get("paths").and_then(Value::as_object);
    let paths = paths.filter(|paths| !paths.is_empty()).ok_or(
        "the document describes no paths: its member `paths` is missing or empty; is it the whole document?",
    )?;
    let server = list(document.root, "servers").next().map_or("", |server| text(server, "url"));
    let mut found = BTreeMap::new();
    for (path, item) in paths {
        let item = document.resolve(item);
        for method in ["get", "head", "post", "put", "patch", "delete", "options"] {
            if let Some(operation) = item.get(method) {
                let route =
                    format!("{} {}", method.to_uppercase(), shape(&below_root(server, path)));
                found.insert(route, facts(document, path, item, operation));
            }
        }
        // Without the target, the operations are unknown.
        if let Some(target) = document.unresolved.take().first() {
            return Err(format!(
                "the path `{path}` refers to `{target}`, which the document does not contain"
            ));
        }
    }
    Ok(found)
}

/// Returns a path without `/api/v1` or `/api/v2`, which the document has in its paths or in the URL of its server.
fn below_root(server: &str, path: &str) -> String {
    let server = server.split_once("://").map_or(server, |(_, rest)| rest);
    let base = server.split_once('/').map_or("", |(_, base)| base);
    let full = format!("/{}{path}", base.trim_end_matches('/')).replace("//", "/");
    let below = ["/api/v1/", "/api/v2/"].iter().find_map(|root| full.split_once(*root));
    below.map_or_else(|| path.to_owned(), |(_, below)| format!("/{below}"))
}

/// Returns a path with unnamed parameters.
fn shape(path: &str) -> String {
    let mut parts = path.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape += "{}";
        shape += part.split_once('}').map_or("", |(_, rest)| rest);
    }
    shape
}

fn facts<'a>(
    document: &Document<'a>,
    path: &'a str,
    item: &'a Value,
    operation: &'a Value,
) -> Facts<'a> {
    let mut facts = Facts {
        name: text(operation, "operationId"),
        is_list: operation.get("x-pagination").is_some(),
        response: response(document, operation),
        ..Facts::default()
    };
    let parameters = parameters::of(document, item, operation);
    for template in path.split('{').skip(1).filter_map(|part| part.split('}').next()) {
        let is_it = |it: &&&Value| text(it, "in") == "path" && text(it, "name") == template;
        let described = parameters.iter().find(is_it).copied().unwrap_or(&Value::Null);
        facts.path.push(Param { name: template, ..param(described) });
    }
    for parameter in parameters {
        let (location, param) = (text(parameter, "in"), param(parameter));
        let name = match location {
            "header" if is_of_client(param.name) => continue,
            "header" => param.name.to_ascii_lowercase(),
            "query" | "cookie" => param.name.to_owned(),
            _ => continue,
        };
        facts.params.insert((location, name), param);
    }
    let body = operation.get("requestBody").map(|body| document.resolve(body));
    facts.body = body.filter(|body| !body.is_null()).map(|body| Body {
        required: body.get("required") == Some(&Value::Bool(true)),
        content: content(body).map(|(media, described)| (essence(media), described)).collect(),
    });
    let security = operation.get("security").or_else(|| document.root.get("security"));
    if let Some(alternatives) = security.and_then(Value::as_array) {
        let is_empty = |it: &Value| it.as_object().is_some_and(Map::is_empty);
        facts.is_public = Some(alternatives.is_empty() || alternatives.iter().any(is_empty));
        let scopes = alternatives.iter().filter_map(Value::as_object).map(|schemes| {
            schemes.values().filter_map(Value::as_array).flatten().filter_map(Value::as_str)
        });
        facts.scopes = scopes.map(Iterator::collect).collect();
        facts.scopes.retain(|scopes: &BTreeSet<_>| !scopes.is_empty());
    }
    facts.missing = document.unresolved.take();
    facts
}

fn param(parameter: &Value) -> Param<'_> {
    let content = content(parameter).next();
    let schema = parameter.get("schema").or_else(|| content?.1.get("schema"));
    let style = match content {
        Some((media, _)) => format!("`{media}`"),
        None => style(parameter, text(parameter, "in") != "header"),
    };
    Param {
        name: text(parameter, "name"),
        required: parameter.get("required") == Some(&Value::Bool(true)),
        schema: schema.unwrap_or(&Value::Null),
        style,
    }
}

/// Names how lists and objects are written: by a parameter, or by the encoding of a form.
pub(super) fn style(of: &Value, explodes: bool) -> String {
    let explode = of.get("explode").and_then(Value::as_bool);
    match text(of, "style") {
        "" | "form" if explode.unwrap_or(explodes) => "repeated".to_owned(),
        "" | "form" | "simple" => "separated by commas".to_owned(),
        "deepObject" => "with names in brackets".to_owned(),
        other => format!("in the style `{other}`"),
    }
}

/// Returns `true` for headers that a client sends anyway.
fn is_of_client(name: &str) -> bool {
    ["accept", "authorization", "content-type", "x-api-key"]
        .iter()
        .any(|it| name.eq_ignore_ascii_case(it))
}

fn content(of: &Value) -> impl Iterator<Item = (&String, &Value)> {
    of.get("content").and_then(Value::as_object).into_iter().flatten()
}

/// Returns the successful responses. Redirects count only if there are no others.
fn response<'a>(document: &Document<'a>, operation: &'a Value) -> Response<'a> {
    let mut found = Response::default();
    let responses = operation.get("responses").and_then(Value::as_object);
    for (status, described) in responses.into_iter().flatten() {
        let described = document.resolve(described);
        let mut contents = content(described).peekable();
        match status.as_bytes().first() {
            Some(b'3') if !matches!(status.as_str(), "304") => found.is_redirect = true,
            Some(b'2') if contents.peek().is_none() => found.is_empty |= !described.is_null(),
            Some(b'2') => {
                for (media, content) in contents {
                    let schema = content.get("schema").unwrap_or(&Value::Null);
                    found.content.entry(essence(media)).or_default().push(schema);
                }
            }
            _ => {}
        }
    }
    found.is_redirect &= found.content.is_empty() && !found.is_empty;
    found
}

/// Returns `true` if content with the described media type is decoded like content with the declared one.
pub(super) fn is_decoded_alike(declared: &str, described: &str) -> bool {
    let is_lines = |media: &str| {
        ["jsonl", "ndjson", "json-lines", "jsonlines", "json-stream"]
            .iter()
            .any(|it| media.ends_with(it))
    };
    declared == described
        || matches!(described, "*/*" | "application/*")
        || is_json(declared) && is_json(described)
        || is_lines(declared) && is_lines(described)
        || declared == "application/octet-stream" && !is_json(described)
}
