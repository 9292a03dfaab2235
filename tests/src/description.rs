//! The OpenAPI documents of the catalogues: `plane-api/openapi/v1.json` and `v2.json`.
//!
//! The operations come from `plane_api::openapi`, as for any API. The rest is added here: schemas, from the sources;
//! errors, tags, scopes, and Plane's servers.

mod by_hand;
mod print;
mod schemas;

use std::{collections::BTreeMap, error::Error, path::PathBuf};

use plane_api::{
    openapi::{Api, markdown, schema_of},
    registry::{self, Entry},
};
use serde_json::{Map, Value, json};

pub use self::print::print;
use self::schemas::Schemas;
use crate::declarations::{Source, sources};

/// The versions of Plane's API.
pub const VERSIONS: [&str; 2] = ["v1", "v2"];

/// The start of a reference to the schema of a page of v1.
const PAGE: &str = "#/components/schemas/Page_";

/// Returns the file of a version in the repository.
#[must_use]
pub fn file(version: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../plane-api/openapi/{version}.json"))
}

/// Returns the document of a version: `v1` or `v2`.
///
/// # Errors
///
/// Returns an error if the sources cannot be read, or contain a type without a schema.
pub fn document(version: &str) -> Result<Value, Box<dyn Error>> {
    let mut endpoints: Vec<&Entry> =
        registry::endpoints().filter(|entry| entry.api == version).collect();
    // If endpoints share a route, the one with the fewest required parameters names the operation: the list.
    endpoints.sort_by_key(|entry| entry.spec.params.into_iter().filter(|it| it.required).count());
    let root = format!("/api/{version}");
    let api = Api {
        title: &format!("Plane REST API {version}"),
        version,
        server: "https://api.plane.so",
        api_root: &root,
    };
    let specs: Vec<_> = endpoints.iter().map(|entry| entry.spec).collect();
    let mut document = api.document(&specs);
    let modules: BTreeMap<&str, &str> =
        endpoints.iter().map(|entry| (entry.spec.name, entry.module)).collect();
    let sources = sources(version)?;

    document["info"]["description"] = json!(format!(
        "Generated from the declarations in `plane-api/src/plane/{version}/`. Enums are open: servers may send \
         values that are not listed. Objects may have fields that are not described."
    ));
    document["servers"][0]["description"] =
        json!("Plane Cloud. A self-hosted server has the same paths.");
    document["security"] = json!([{"apiKey": []}, {"bearer": []}]);
    document["tags"] = json!(tags(&sources, &modules));
    let paths = document["paths"].as_object_mut();
    for operation in paths.into_iter().flat_map(Map::values_mut).flat_map(operations) {
        complete(operation, &modules);
    }
    document["components"]["securitySchemes"] = json!({
        "apiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key",
            "description": "An API key of a user or a workspace. Scopes do not limit it."},
        "bearer": {"type": "http", "scheme": "bearer",
            "description": "An access token of an app. An operation lists the scopes that the token needs."},
    });
    document["components"]["responses"] = errors(version);
    document["components"]["schemas"] = json!({});
    let schemas = Schemas::new(version, &sources)?;
    let described = schemas.describe(&document)?;
    document["components"]["schemas"] = Value::Object(described);
    Ok(document)
}

fn operations(item: &mut Value) -> impl Iterator<Item = &mut Value> {
    item.as_object_mut().into_iter().flat_map(Map::values_mut)
}

/// Returns the modules with endpoints, and their documentation up to its first example.
fn tags(sources: &[Source], modules: &BTreeMap<&str, &str>) -> Vec<Value> {
    let has_endpoints =
        |source: &&Source| modules.values().any(|it| *it == source.module.replace('/', "::"));
    let tag = |source: &Source| {
        let docs = source.text.lines().map_while(|line| line.strip_prefix("//!"));
        let docs = docs.map(|line| line.strip_prefix(' ').unwrap_or(line));
        let docs: Vec<_> =
            docs.take_while(|line| !line.starts_with("```") && !line.starts_with('#')).collect();
        json!({"name": tag_of(&source.module), "description": without_methods(&markdown(&docs.join("\n")))})
    };
    sources.iter().filter(has_endpoints).map(tag).collect()
}

/// Removes the names of our methods in parentheses, as in "lacks these routes (`Error::is_route_missing`)".
fn without_methods(text: &str) -> String {
    let mut parts = text.split(" (`Error::");
    let mut out = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| out += part.split_once(')').map_or("", |(_, rest)| rest));
    out
}

fn tag_of(module: &str) -> String {
    module.replace(['/', ':'], ".").replace("..", ".")
}

/// Adds facts to an operation that its declaration does not express in types.
fn complete(operation: &mut Value, modules: &BTreeMap<&str, &str>) {
    let name = operation["operationId"].as_str().unwrap_or_default().to_owned();
    operation["tags"] = json!([tag_of(modules.get(&*name).copied().unwrap_or_default())]);
    let docs = operation.get("description").unwrap_or(&operation["summary"]);
    let alternatives = scopes(docs.as_str().unwrap_or_default());
    if !alternatives.is_empty() {
        let bearer = alternatives.iter().map(|scopes| json!({"bearer": scopes}));
        operation["security"] = [json!({"apiKey": []})].into_iter().chain(bearer).collect();
    }
    let responses = &mut operation["responses"];
    // The status and a header contain the result of an upsert; the body is the object.
    let upserted = responses["2XX"]["description"].as_str().and_then(|text| {
        let (_, object) = text.split_once("`Upserted<")?;
        object.split('>').next().map(schema_of)
    });
    if let Some(object) = upserted {
        let done = |what: &str| {
            json!({
                "description": format!("The object was {what}."),
                "headers": {"X-Plane-Upsert": {"schema": {"type": "string", "const": what}}},
                "content": {"application/json": {"schema": object}},
            })
        };
        *responses = json!({"200": done("updated"), "201": done("created")});
    }
    if by_hand::RESPOND_WITH_ARRAYS.contains(&name.as_str()) {
        let schema = &mut responses["2XX"]["content"]["application/json"]["schema"];
        let page = schema["$ref"].as_str().and_then(|it| it.strip_prefix(PAGE));
        if let Some(items) = page.map(schema_of) {
            *schema = json!({"anyOf": [*schema, {"type": "array", "items": items}]});
        }
    }
    responses["429"] = json!({"$ref": "#/components/responses/RateLimited"});
    responses["default"] = json!({"$ref": "#/components/responses/Error"});
}

/// Returns the scopes that a token needs, according to the documentation: "Needs the scope `a`", or one of several:
/// "`a` or `b`".
fn scopes(docs: &str) -> Vec<Vec<&str>> {
    let Some(start) = docs.find("Needs the scope") else { return Vec::new() };
    let sentence = docs[start..].lines().next().unwrap_or_default();
    let sentence = sentence.split(". ").next().unwrap_or_default();
    let found: Vec<&str> = sentence.split('`').skip(1).step_by(2).collect();
    if sentence.contains("` or `") {
        found.into_iter().map(|scope| vec![scope]).collect()
    } else {
        vec![found]
    }
}

fn errors(version: &str) -> Value {
    let (media, schema) = match version {
        "v2" => ("application/problem+json", "Problem"),
        _ => ("application/json", "Error"),
    };
    let content = json!({media: {"schema": {"$ref": format!("#/components/schemas/{schema}")}}});
    json!({
        "Error": {"description": "The request was rejected, or the server failed.", "content": content},
        "RateLimited": {
            "description": "Too many requests.",
            "headers": {"Retry-After": {"description": "Seconds until the next request may be sent.", "schema": {"type": "integer", "minimum": 0}}},
            "content": content,
        },
    })
}
