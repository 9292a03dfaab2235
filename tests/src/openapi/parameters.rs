//! Parameters: in the path, the query, headers and cookies.

use serde_json::Value;

use super::{
    Feature, Uses,
    document::{Document, list, text},
};

/// Returns the parameters of an operation and of its path. The operation's replace those with the same name and
/// location.
pub(super) fn of<'a>(
    document: &Document<'a>,
    item: &'a Value,
    operation: &'a Value,
) -> Vec<&'a Value> {
    let mut found: Vec<&Value> = Vec::new();
    for parameter in list(item, "parameters").chain(list(operation, "parameters")) {
        let parameter = document.resolve(parameter);
        let key = |it: &Value| (text(it, "in").to_owned(), text(it, "name").to_owned());
        found.retain(|other| key(other) != key(parameter));
        found.push(parameter);
    }
    found
}

/// Measures the path and its parameters.
pub(super) fn path(document: &Document<'_>, path: &str, parameters: &[&Value], uses: &mut Uses) {
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    if !fragment.is_empty() {
        uses.add(Feature::PathFragment, fragment);
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    if !query.is_empty() {
        uses.add(Feature::PathQuery, query);
    }
    if path == "/api/v1" || path.starts_with("/api/v1/") {
        uses.add(Feature::PathRoot, path);
    }
    let inner = path.trim_start_matches('/');
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let is_odd = |segment: &str| matches!(segment, "" | "." | "..");
    if path.starts_with("//") || !inner.is_empty() && inner.split('/').any(is_odd) {
        uses.add(Feature::PathEmptySegment, path);
    }
    let mut seen = Vec::new();
    for (at, _) in path.match_indices('{') {
        let Some(name) = path[at + 1..].split('}').next() else { continue };
        let end = at + name.len() + 2;
        let alone =
            path[..at].ends_with('/') && (end >= path.len() || path[end..].starts_with('/'));
        let several = name.starts_with('+');
        let name = name.trim_start_matches('+');
        if seen.contains(&name) {
            uses.add(Feature::PathTwice, name);
            continue;
        }
        seen.push(name);
        let is_it = |it: &&&Value| {
            text(it, "in") == "path" && text(it, "name").trim_start_matches('+') == name
        };
        let parameter = parameters.iter().find(is_it).map_or(&Value::Null, |it| *it);
        path_parameter(document, (name, parameter), (several, alone), uses);
    }
}

fn path_parameter<'a>(
    document: &Document<'a>,
    (name, parameter): (&str, &'a Value),
    (several, alone): (bool, bool),
    uses: &mut Uses,
) {
    let marked = |key| parameter.get(key) == Some(&Value::Bool(true));
    if is_content(parameter, name, uses) {
        return;
    }
    let shape = document.shape(parameter.get("schema").unwrap_or(&Value::Null));
    uses.add(
        match text(parameter, "style") {
            _ if shape.object || shape.is_list() => Feature::PathList,
            _ if several || marked("x-multi-segment") || marked("allowReserved") => {
                Feature::PathSlashes
            }
            "label" | "matrix" => Feature::PathPrefixed,
            _ if alone => Feature::PathParameter,
            _ => Feature::PathPart,
        },
        name,
    );
}

/// Returns `true` if a parameter has a media type (`content`) instead of a schema.
fn is_content(parameter: &Value, name: &str, uses: &mut Uses) -> bool {
    let Some(media) =
        parameter.get("content").and_then(Value::as_object).and_then(|it| it.keys().next())
    else {
        return false;
    };
    let is_json = media.contains("json");
    uses.add(if is_json { Feature::ParameterJson } else { Feature::ParameterContent }, name);
    true
}

/// Measures a parameter that is not in the path.
pub(super) fn other<'a>(
    document: &Document<'a>,
    parameter: &'a Value,
    method: &str,
    uses: &mut Uses,
) {
    let name = text(parameter, "name");
    match text(parameter, "in") {
        "path" => {}
        "query" => query(document, (name, parameter), method, uses),
        "header" => header(document, name, parameter, uses),
        "cookie" => uses.add(Feature::Cookie, name),
        // A reference without a target, or a location of a later version of OpenAPI.
        _ => uses.add(Feature::Unresolved, name),
    }
}

const POSITIONS: [&str; 11] = [
    "page",
    "offset",
    "cursor",
    "after",
    "starting_after",
    "page_token",
    "pageToken",
    "next_token",
    "page[number]",
    "page[offset]",
    "page[cursor]",
];

fn query<'a>(
    document: &Document<'a>,
    (name, parameter): (&str, &'a Value),
    method: &str,
    uses: &mut Uses,
) {
    if method == "get" && POSITIONS.contains(&name) {
        uses.add(Feature::Pagination, name);
    }
    if is_content(parameter, name, uses) {
        return;
    }
    let marked = |key| parameter.get(key) == Some(&Value::Bool(true));
    let schema = parameter.get("schema").unwrap_or(&Value::Null);
    let shape = document.shape(schema);
    let style = text(parameter, "style");
    let explode =
        parameter.get("explode").and_then(Value::as_bool).unwrap_or(matches!(style, "" | "form"));
    if marked("allowReserved") && shape.text {
        uses.add(Feature::QueryReserved, name);
    }
    if marked("allowEmptyValue") {
        uses.add(Feature::QueryEmpty, name);
    }
    if usize::from(shape.scalar) + usize::from(shape.object) + usize::from(shape.is_list()) > 1 {
        uses.add(Feature::QueryUnion, name);
    }
    if shape.scalar || shape.file {
        uses.add(Feature::QueryValue, name);
    }
    if shape.object {
        uses.add(
            match style {
                "deepObject" => Feature::QueryDeepObject,
                _ if explode => Feature::QueryObject,
                _ => Feature::QueryObjectJoined,
            },
            name,
        );
        let nested = document.properties(schema).into_iter().any(|property| {
            let inner = document.shape(property.schema);
            inner.object || inner.is_list()
        });
        if nested {
            uses.add(Feature::QueryOpen, name);
        }
    }
    if shape.list_of_objects || shape.list_of_lists {
        uses.add(Feature::QueryOpen, name);
    }
    if shape.list || shape.list_of_files {
        uses.add(
            match style {
                _ if name.ends_with("[]") => Feature::QueryBrackets,
                "deepObject" => Feature::QueryOpen,
                _ if explode => Feature::QueryList,
                "spaceDelimited" | "pipeDelimited" => Feature::QueryDelimited,
                _ => Feature::QueryComma,
            },
            name,
        );
    }
}

fn header<'a>(document: &Document<'a>, name: &str, parameter: &'a Value, uses: &mut Uses) {
    match name.to_ascii_lowercase().as_str() {
        "accept" | "authorization" | "content-type" => {
            return uses.add(Feature::HeaderIgnored, name);
        }
        "host" | "content-length" | "transfer-encoding" | "connection" => {
            return uses.add(Feature::HeaderTransport, name);
        }
        "x-api-key" => return uses.add(Feature::HeaderCredential, name),
        "upgrade" => return uses.add(Feature::ResponseUpgrade, name),
        "idempotency-key" => return uses.add(Feature::HeaderKey, name),
        _ => {}
    }
    if is_content(parameter, name, uses) {
        return;
    }
    let schema = document.resolve(parameter.get("schema").unwrap_or(&Value::Null));
    let shape = document.shape(schema);
    let is_constant = schema.get("const").is_some() || list(schema, "enum").count() == 1;
    let required = parameter.get("required") == Some(&Value::Bool(true));
    uses.add(
        match shape {
            _ if shape.object || shape.list_of_objects || shape.list_of_lists => {
                Feature::HeaderObject
            }
            _ if shape.is_list() => Feature::HeaderList,
            _ if is_constant && required => Feature::HeaderConstant,
            _ => Feature::HeaderValue,
        },
        name,
    );
}
