//! [`Facts`]: the compared parts of an operation.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::openapi::{
    document::{Document, list, text},
    parameters,
};

/// The compared parts of an operation.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Its name in the document.
    pub(super) name: String,
    /// Whether the document describes it as a paginated list.
    pub(super) is_list: bool,
    pub(super) query: BTreeMap<String, Member>,
    pub(super) headers: BTreeMap<String, Member>,
    /// The fields of the body, if there is one.
    pub(super) body: Option<BTreeMap<String, Member>>,
    /// The fields of the response's object, or of its items, if they are described.
    pub(super) response: Option<BTreeMap<String, Member>>,
}

/// A parameter, or a field of an object.
#[derive(Debug, Default, Clone)]
pub(super) struct Member {
    pub(super) required: bool,
    /// Whether it may be `null`; `None` if it may be anything.
    pub(super) nullable: Option<bool>,
    /// The values of an enum, as text.
    pub(super) values: BTreeSet<String>,
}

/// Maximum number of nested schemas that are followed.
const MAX_DEPTH: usize = 8;

/// Returns the operations of a document by method and path. The path is without its API root, and its parameters have
/// no names.
pub(super) fn operations(document: &Value) -> Result<BTreeMap<String, Facts>, String> {
    crate::openapi::check(document)?;
    let resolver = Document::new(document);
    let empty = Map::new();
    let paths = document.get("paths").and_then(Value::as_object).unwrap_or(&empty);
    let server = list(document, "servers").next().map_or("", |server| text(server, "url"));
    let mut found = BTreeMap::new();
    for (path, item) in paths {
        let item = resolver.resolve(item);
        for method in ["get", "head", "post", "put", "patch", "delete", "options"] {
            if let Some(operation) = item.get(method) {
                let route =
                    format!("{} {}", method.to_uppercase(), shape(&below_root(server, path)));
                found.insert(route, facts(&resolver, item, operation));
            }
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

fn facts<'a>(document: &Document<'a>, item: &'a Value, operation: &'a Value) -> Facts {
    let mut facts = Facts { name: text(operation, "operationId").to_owned(), ..Facts::default() };
    facts.is_list = operation.get("x-pagination").is_some();
    for parameter in parameters::of(document, item, operation) {
        let name = text(parameter, "name");
        let schema = parameter.get("schema").unwrap_or(&Value::Null);
        let mut member = member(document, schema);
        member.required = parameter.get("required") == Some(&Value::Bool(true));
        member.nullable = None;
        match text(parameter, "in") {
            "query" => _ = facts.query.insert(name.to_owned(), member),
            "header" if !is_of_client(name) => {
                facts.headers.insert(name.to_ascii_lowercase(), member);
            }
            _ => {}
        }
    }
    if let Some(schema) = operation.get("requestBody").and_then(|body| content(document, body)) {
        facts.body = Some(members(document, object(document, schema)));
    }
    let responses = operation.get("responses").and_then(Value::as_object);
    let success = responses.into_iter().flatten().filter(|(status, _)| status.starts_with('2'));
    let schema = success.into_iter().find_map(|(_, response)| content(document, response));
    let fields = schema.map(|schema| members(document, entry(document, schema)));
    facts.response = fields.filter(|fields| !fields.is_empty());
    facts
}

/// Returns `true` for headers that a client sends anyway.
fn is_of_client(name: &str) -> bool {
    ["accept", "authorization", "content-type", "x-api-key"]
        .iter()
        .any(|it| name.eq_ignore_ascii_case(it))
}

/// Returns the schema of a body or a response: the JSON one, if there are several.
fn content<'a>(document: &Document<'a>, of: &'a Value) -> Option<&'a Value> {
    let content = document.resolve(of).get("content")?.as_object()?;
    let json = content.iter().find(|(media, _)| media.contains("json"));
    json.or_else(|| content.iter().next())?.1.get("schema")
}

/// Returns the object itself, or the object in the items of a list.
fn object<'a>(document: &Document<'a>, schema: &'a Value) -> &'a Value {
    let resolved = document.resolve(schema);
    resolved.get("items").map_or(resolved, |items| document.resolve(items))
}

/// Returns the object of a response: for a page, that of its items.
fn entry<'a>(document: &Document<'a>, schema: &'a Value) -> &'a Value {
    let schema = object(document, schema);
    let entries = document.properties(schema).into_iter().find(|property| {
        matches!(property.name, "data" | "results")
            && document.resolve(property.schema).get("items").is_some()
    });
    entries.map_or(schema, |entries| object(document, entries.schema))
}

/// Returns the fields of an object, and those of each of its alternatives.
fn members<'a>(document: &Document<'a>, schema: &'a Value) -> BTreeMap<String, Member> {
    let mut found = BTreeMap::new();
    for property in document.properties(schema) {
        let mut member = member(document, property.schema);
        member.required = property.required;
        found.insert(property.name.to_owned(), member);
    }
    for part in ["anyOf", "oneOf"].into_iter().flat_map(|key| list(schema, key)) {
        for property in document.properties(object(document, part)) {
            found
                .entry(property.name.to_owned())
                .or_insert_with(|| member(document, property.schema));
        }
    }
    found
}

fn member<'a>(document: &Document<'a>, schema: &'a Value) -> Member {
    let is_any = ["type", "$ref", "anyOf", "oneOf", "allOf", "enum", "const"]
        .iter()
        .all(|keyword| schema.get(keyword).is_none());
    let nullable = (!is_any).then(|| document.shape(schema).null);
    let mut member = Member { nullable, ..Member::default() };
    values(document, schema, MAX_DEPTH, &mut member.values);
    member
}

/// Collects the values of an enum, wherever a schema lists them: in its parts, and in the items of a list.
fn values<'a>(
    document: &Document<'a>,
    schema: &'a Value,
    depth: usize,
    found: &mut BTreeSet<String>,
) {
    let schema = document.resolve(schema);
    if depth == 0 {
        return;
    }
    for value in list(schema, "enum").chain(schema.get("const")).filter(|value| !value.is_null()) {
        found.insert(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    }
    for part in ["allOf", "anyOf", "oneOf"].into_iter().flat_map(|key| list(schema, key)) {
        values(document, part, depth - 1, found);
    }
    if let Some(items) = schema.get("items") {
        values(document, items, depth - 1, found);
    }
}
