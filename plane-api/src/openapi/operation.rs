//! One endpoint as an operation.

use serde_json::{Map, Value, json};

use super::{
    markdown::markdown,
    types::{file, nullable, schema_of, within},
};
use crate::spec::{ListStyle, Param, ParamLocation, ResponseKind, RetryClass, Spec};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// Describes an endpoint as an operation.
pub(super) fn describe(spec: &Spec) -> Value {
    let docs = markdown(spec.docs);
    let mut operation = json!({"operationId": spec.name, "responses": responses(spec)});
    let summary = summary(&docs);
    if !summary.is_empty() {
        operation["summary"] = json!(summary);
    }
    if summary.len() + 1 < docs.len() {
        operation["description"] = json!(docs);
    }
    let parameters = parameters(spec);
    if !parameters.is_empty() {
        operation["parameters"] = json!(parameters);
    }
    if let Some(content_type) = spec.content_type {
        operation["requestBody"] = body(spec, content_type);
    }
    if !spec.auth {
        operation["security"] = json!([]);
    }
    if let Some(pagination) = pagination(spec) {
        operation["x-pagination"] = pagination;
    }
    if spec.retry_class != RetryClass::of(&spec.method) {
        operation["x-retry"] = json!(match spec.retry_class {
            RetryClass::Safe => "safe",
            RetryClass::Idempotent => "idempotent",
            RetryClass::Never => "never",
        });
    }
    operation
}

/// Returns the first sentence, without its full stop.
fn summary(docs: &str) -> &str {
    let line = docs.lines().next().unwrap_or_default();
    let end = line.find(". ").unwrap_or(line.len());
    line[..end].trim_end_matches('.')
}

/// Returns the parameters outside the body. OpenAPI derives the headers `Accept` and `Content-Type` from the content.
fn parameters(spec: &Spec) -> Vec<Value> {
    let is_sent_otherwise =
        |name: &str| ["accept", "content-type"].iter().any(|it| name.eq_ignore_ascii_case(it));
    let constant = |location: &str, name: &str, value: &str| json!({"in": location, "name": name, "required": true, "schema": {"type": "string", "const": value}});
    let mut found: Vec<Value> = Vec::new();
    for (name, value) in spec.headers.iter().filter(|(name, _)| !is_sent_otherwise(name)) {
        found.push(constant("header", name, value));
    }
    for (name, value) in url::form_urlencoded::parse(spec.query.as_bytes()) {
        found.push(constant("query", &name, &value));
    }
    for param in spec.params {
        let is_header = param.location == ParamLocation::Header;
        if param.location != ParamLocation::Body && !(is_header && is_sent_otherwise(param.name)) {
            found.push(parameter(spec, &param));
        }
    }
    found
}

fn parameter(spec: &Spec, param: &Param) -> Value {
    let location = match param.location {
        ParamLocation::Path => "path",
        ParamLocation::Header => "header",
        _ => "query",
    };
    let schema = value_schema(param);
    let mut described = json!({"in": location, "name": param.name, "schema": schema});
    if param.required || location == "path" {
        described["required"] = json!(true);
    }
    let docs = markdown(param.docs);
    if !docs.is_empty() {
        described["description"] = json!(docs);
    }
    if location == "query" {
        if described["schema"]["type"] == "array" {
            match style(spec, param) {
                ListStyle::Repeat => {}
                ListStyle::Comma => described["explode"] = json!(false),
                ListStyle::Brackets => described["name"] = json!(format!("{}[]", param.name)),
            }
        }
        if described["schema"]["type"] == "object" && !param.flatten {
            described["style"] = json!("deepObject");
            described["explode"] = json!(true);
        }
    }
    described
}

fn style(spec: &Spec, param: &Param) -> ListStyle {
    if spec.brackets && param.list_style == ListStyle::Repeat {
        ListStyle::Brackets
    } else {
        param.list_style
    }
}

/// Returns the schema of a parameter's value, if it is sent.
fn value_schema(param: &Param) -> Value {
    match within(param.ty, "Option") {
        Some(inner) if param.nullable => nullable(schema_of(inner)),
        Some(inner) => schema_of(inner),
        None => schema_of(param.ty),
    }
}

fn body(spec: &Spec, content_type: &str) -> Value {
    let params = || spec.params.into_iter().filter(|param| param.location == ParamLocation::Body);
    if let Some(whole) = params().find(|param| param.name.is_empty() && !param.flatten) {
        let mut body = json!({"content": {content_type: {"schema": value_schema(&whole)}}});
        if whole.required {
            body["required"] = json!(true);
        }
        let docs = markdown(whole.docs);
        if !docs.is_empty() {
            body["description"] = json!(docs);
        }
        return body;
    }
    let (mut properties, mut required) = (Map::new(), Vec::new());
    let (mut encoding, mut flattened) = (Map::new(), Vec::new());
    for param in params() {
        let mut schema = value_schema(&param);
        if param.flatten {
            flattened.push(schema);
            continue;
        }
        let mut name = param.name.to_owned();
        let is_list = schema["type"] == "array";
        if content_type != JSON && is_list {
            match style(spec, &param) {
                ListStyle::Brackets => name += "[]",
                ListStyle::Comma if content_type == FORM => {
                    encoding.insert(name.clone(), json!({"style": "form", "explode": false}));
                }
                _ => {}
            }
        }
        if content_type == FORM && schema["type"] == "object" {
            encoding.insert(name.clone(), json!({"style": "deepObject", "explode": true}));
        }
        if let Some(part) = param.part {
            encoding.insert(name.clone(), json!({"contentType": part}));
        }
        let docs = markdown(param.docs);
        if !docs.is_empty() {
            schema["description"] = json!(docs);
        }
        if param.required {
            required.push(name.clone());
        }
        properties.insert(name, schema);
    }
    let mut schema = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    for other in flattened {
        match other.get("additionalProperties") {
            Some(values) => schema["additionalProperties"] = values.clone(),
            None => schema = json!({"allOf": [schema, other]}),
        }
    }
    let mut content = json!({"schema": schema});
    if !encoding.is_empty() {
        content["encoding"] = json!(encoding);
    }
    let mut body = json!({"content": {content_type: content}});
    if !spec.optional_body {
        body["required"] = json!(true);
    }
    body
}

fn responses(spec: &Spec) -> Value {
    let success = |media: &str, schema: Value| json!({"description": "Success.", "content": {media: {"schema": schema}}});
    let empty = || json!({"description": "Success, without a body."});
    // A declaration does not name the status: every success is decoded the same way.
    match spec.response_kind {
        ResponseKind::Empty => json!({"2XX": empty()}),
        ResponseKind::Redirect => json!({"3XX": {
            "description": "The location of the result.",
            "headers": {"Location": {"required": true, "schema": {"type": "string"}}},
        }}),
        ResponseKind::Bytes | ResponseKind::Download => {
            json!({"2XX": success("application/octet-stream", file())})
        }
        ResponseKind::Events => json!({"2XX": success("text/event-stream", items(spec))}),
        ResponseKind::Lines => json!({"2XX": success("application/jsonl", items(spec))}),
        ResponseKind::Custom => {
            let description = format!("Success: decoded as `{}`.", spec.response);
            json!({"2XX": {"description": description, "content": {"*/*": {}}}})
        }
        ResponseKind::Json | ResponseKind::Page => match within(spec.response, "Option") {
            Some(inner) => json!({"2XX": success(JSON, schema_of(inner)), "204": empty()}),
            None if spec.response.is_empty() => json!({"2XX": success(JSON, json!({}))}),
            None => json!({"2XX": success(JSON, schema_of(spec.response))}),
        },
    }
}

/// Returns the type of a stream's values: the argument of its type.
fn items(spec: &Spec) -> Value {
    let inner = ["Events", "Lines"].into_iter().find_map(|stream| within(spec.response, stream));
    inner.map_or_else(|| json!({}), schema_of)
}

/// Describes the parameters that paginate a list, and the source of the next position.
fn pagination(spec: &Spec) -> Option<Value> {
    use crate::spec::PageRule;

    let mut found = json!({});
    for param in spec.params {
        let rule = match param.page {
            None => continue,
            Some(PageRule::Size(_)) => {
                found["size"] = json!(param.name);
                continue;
            }
            Some(PageRule::Response) => "response",
            Some(PageRule::Number(_)) => "number",
            Some(PageRule::Offset) => "offset",
            Some(PageRule::Link) => "link",
            Some(PageRule::Last) => "last",
        };
        found["position"] = json!(param.name);
        found["next"] = json!(rule);
    }
    found.get("position").is_some().then_some(found)
}

/// Renames the parameters in the path.
pub(super) fn rename_path_params(operation: &mut Value, from: &[String], to: &[String]) {
    let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten().filter(|it| it["in"] == "path") {
        let at = from.iter().position(|name| parameter["name"] == name.as_str());
        if let Some(name) = at.and_then(|at| to.get(at)) {
            parameter["name"] = json!(name);
        }
    }
}

/// Merges another operation with the same method and path into the first. The result accepts and returns everything
/// that either of them does.
pub(super) fn merge(first: &mut Value, other: Value) {
    let (name, summary) = (&other["operationId"], other["summary"].as_str().unwrap_or_default());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut docs = text(first.get("description").unwrap_or(&first["summary"]));
    docs += &format!("\n\n`{}`: {summary}.", text(name));
    first["description"] = json!(docs.trim_start());
    if first.get("x-also").is_none() {
        first["x-also"] = json!([]);
    }
    if let Some(also) = first["x-also"].as_array_mut() {
        also.push(name.clone());
    }
    merge_parameters(first, &other);
    for key in ["requestBody", "responses"] {
        match (first.get_mut(key), other.get(key)) {
            (Some(first), Some(other)) => merge_contents(first, other),
            // If only one operation has a body, the body is optional.
            (Some(body), None) if key == "requestBody" => body["required"] = json!(false),
            (None, Some(body)) => {
                first[key] = body.clone();
                first[key]["required"] = json!(false);
            }
            _ => {}
        }
    }
}

/// Merges the parameters. A parameter is required if both operations require it.
fn merge_parameters(first: &mut Value, other: &Value) {
    let key = |it: &Value| (it["in"].clone(), it["name"].clone());
    let of = |it: &Value| it["parameters"].as_array().cloned().unwrap_or_default();
    let (mut merged, others) = (of(first), of(other));
    for parameter in &mut merged {
        if !others.iter().any(|it| key(it) == key(parameter) && it["required"] == true) {
            parameter.as_object_mut().map(|it| it.remove("required"));
        }
    }
    for mut parameter in others {
        if !merged.iter().any(|it| key(it) == key(&parameter)) {
            parameter.as_object_mut().map(|it| it.remove("required"));
            merged.push(parameter);
        }
    }
    if !merged.is_empty() {
        first["parameters"] = json!(merged);
    }
}

/// Merges the values of equal keys; two schemas become alternatives.
fn merge_contents(first: &mut Value, other: &Value) {
    let (Some(fields), Some(others)) = (first.as_object_mut(), other.as_object()) else { return };
    for (key, other) in others {
        let Some(first) = fields.get_mut(key) else {
            fields.insert(key.clone(), other.clone());
            continue;
        };
        match key.as_str() {
            "schema" if first != other => {
                *first = json!({"anyOf": [first.clone(), other.clone()]});
            }
            "required" => *first = json!(*first == true && *other == true),
            _ => merge_contents(first, other),
        }
    }
}
