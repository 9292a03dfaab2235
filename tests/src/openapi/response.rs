//! Responses, security and servers.

use serde_json::{Map, Value};

use super::{
    Feature, Uses,
    body::{essence, is_json},
    document::{Document, list, text},
};

/// Measures the successful responses.
pub(super) fn of<'a>(document: &Document<'a>, operation: &'a Value, uses: &mut Uses) {
    let empty = Map::new();
    let responses = operation.get("responses").and_then(Value::as_object).unwrap_or(&empty);
    let with =
        |prefix: char| responses.iter().filter(move |(status, _)| status.starts_with(prefix));
    let mut successes: Vec<(&str, &Value)> =
        with('2').map(|(status, response)| (&**status, document.resolve(response))).collect();
    if responses.contains_key("101") || operation.get("x-dropshot-websocket").is_some() {
        uses.add(Feature::ResponseUpgrade, "101");
    }
    let mut redirects = 0;
    for (status, _) in with('3').filter(|(status, _)| *status != "304") {
        redirects += 1;
        if !successes.is_empty() {
            let is_result = matches!(&**status, "300" | "302" | "303" | "3XX");
            uses.add(
                if is_result { Feature::ResponseFound } else { Feature::ResponseMoved },
                status,
            );
        }
    }
    if responses.contains_key("304") {
        uses.add(Feature::ResponseMoved, "304");
    }
    if successes.is_empty() && redirects > 0 {
        return uses.add(Feature::ResponseRedirect, "3xx");
    }
    if successes.is_empty() {
        successes.extend(
            responses.get("default").map(|response| ("default", document.resolve(response))),
        );
    }
    if successes
        .iter()
        .any(|(_, response)| response.get("headers").is_some_and(|it| it != &Value::Null))
    {
        uses.add(Feature::ResponseHeaders, "headers");
    }
    statuses(&successes, uses);
    for (status, response) in successes {
        content(document, status, response, uses);
    }
}

/// Measures the differences between several statuses.
fn statuses(successes: &[(&str, &Value)], uses: &mut Uses) {
    let schema = |response: &Value| {
        let content = response.get("content").and_then(Value::as_object)?;
        // Equal schemas count once, whether a description repeats them or refers to them.
        content.values().next().map(|media| media.get("schema").cloned().unwrap_or_default())
    };
    let mut schemas: Vec<Value> = Vec::new();
    for found in successes.iter().filter_map(|(_, response)| schema(response)) {
        if !schemas.contains(&found) {
            schemas.push(found);
        }
    }
    let without = successes.iter().filter(|(_, response)| schema(response).is_none()).count();
    if schemas.len() > 1 {
        uses.add(Feature::ResponseStatuses, "2xx");
    } else if schemas.len() == 1 && without > 0 {
        uses.add(Feature::ResponseOptional, "2xx");
    }
}

fn content<'a>(document: &Document<'a>, status: &str, response: &'a Value, uses: &mut Uses) {
    let content =
        response.get("content").and_then(Value::as_object).filter(|content| !content.is_empty());
    let Some(content) = content else { return uses.add(Feature::ResponseEmpty, status) };
    if content.len() > 1 {
        uses.add(Feature::ResponseAlternatives, status);
    }
    uses.best(content.iter().map(|(media, described)| {
        let mut way = Uses::default();
        let schema = described.get("schema").unwrap_or(&Value::Null);
        let shape = document.shape(schema);
        let is_structured = shape.object || shape.is_list();
        let essence = essence(media);
        let feature = match essence.as_str() {
            _ if is_json(&essence) => Feature::ResponseJson,
            "text/event-stream" => Feature::ResponseEvents,
            "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/x-json-stream"
            | "application/json-lines" => Feature::ResponseLines,
            "application/json-seq" => Feature::ResponseEncoded,
            _ if essence.starts_with("multipart/") => Feature::ResponseEncoded,
            "*/*" if is_structured => Feature::ResponseJson,
            _ if is_structured => Feature::ResponseEncoded,
            _ if essence.starts_with("text/") || essence.ends_with("xml") => Feature::ResponseText,
            _ => Feature::ResponseBytes,
        };
        way.add(feature, status);
        way
    }));
}

/// Measures the authentication of the request: the best of the alternatives.
pub(super) fn security(document: &Document<'_>, operation: &Value, uses: &mut Uses) {
    let of = operation.get("security").or_else(|| document.root.get("security"));
    let Some(alternatives) = of.and_then(Value::as_array) else { return };
    if alternatives.is_empty() {
        return uses.add(Feature::SecurityNone, "security");
    }
    uses.best(alternatives.iter().map(|schemes| {
        let mut way = Uses::default();
        let empty = Map::new();
        let schemes = schemes.as_object().unwrap_or(&empty);
        if schemes.is_empty() {
            way.add(Feature::SecurityNone, "security");
        }
        if schemes.len() > 1 {
            way.add(Feature::SecuritySeveral, "security");
        }
        for name in schemes.keys() {
            let scheme =
                document.root.pointer("/components/securitySchemes").and_then(|it| it.get(name));
            let scheme = document.resolve(scheme.unwrap_or(&Value::Null));
            let feature = match (text(scheme, "type"), text(scheme, "in")) {
                ("apiKey", "query") => Feature::SecurityQuery,
                ("apiKey", _) => Feature::SecurityHeader,
                ("mutualTLS", _) => Feature::SecurityCertificate,
                ("oauth2" | "openIdConnect", _) => Feature::SecurityBearer,
                ("http", _) if text(scheme, "scheme").eq_ignore_ascii_case("bearer") => {
                    Feature::SecurityBearer
                }
                ("http", _) if text(scheme, "scheme").eq_ignore_ascii_case("basic") => {
                    Feature::SecurityBasic
                }
                _ => Feature::SecurityOther,
            };
            way.add(feature, name);
        }
        way
    }));
}

/// Measures servers that only apply to the operation or its path.
pub(super) fn servers(item: &Value, operation: &Value, uses: &mut Uses) {
    let of = if operation.get("servers").is_some() { operation } else { item };
    if let Some(server) = list(of, "servers").next() {
        let url = text(server, "url");
        uses.add(
            if url.starts_with('/') { Feature::ServerRoot } else { Feature::ServerOther },
            url,
        );
    }
}
