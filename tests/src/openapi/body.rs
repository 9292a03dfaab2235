//! Bodies of requests.

use serde_json::{Map, Value};

use super::{
    Feature, Uses,
    document::{Document, Property, Shape, text},
};

/// Measures the body of a request: the best of its media types.
pub(super) fn request<'a>(document: &Document<'a>, body: &'a Value, uses: &mut Uses) {
    let required = body.get("required") == Some(&Value::Bool(true));
    let Some(content) = body.get("content").and_then(Value::as_object) else { return };
    if is_empty(document, body) {
        return uses.add(Feature::BodyEmpty, "body");
    }
    if content.len() > 1 {
        uses.add(Feature::BodyAlternatives, "body");
    }
    uses.best(content.iter().map(|(media, described)| {
        let mut way = Uses::default();
        media_type(document, media, (described, required), &mut way);
        way
    }));
}

/// Returns `true` if nothing can be sent in a body, and none is required.
pub(super) fn is_empty<'a>(document: &Document<'a>, body: &'a Value) -> bool {
    let content = body.get("content").and_then(Value::as_object);
    let mut schemas =
        content.into_iter().flatten().map(|(_, media)| media.get("schema").unwrap_or(&Value::Null));
    let has_nothing = |schema: &'a Value| {
        document.shape(schema) == Shape { object: true, ..Shape::default() }
            && document.properties(schema).is_empty()
            && !document.is_open(schema)
            && document.resolve(schema).get("properties").is_some()
    };
    body.get("required") != Some(&Value::Bool(true)) && schemas.all(has_nothing)
}

/// Returns `true` if a media type is JSON.
pub(super) fn is_json(essence: &str) -> bool {
    essence.ends_with("+json") || matches!(essence, "application/json" | "text/json")
}

/// Returns the media type in lower case and without parameters.
pub(super) fn essence(media: &str) -> String {
    media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn media_type<'a>(
    document: &Document<'a>,
    media: &str,
    (described, required): (&'a Value, bool),
    uses: &mut Uses,
) {
    let essence = essence(media);
    let schema = described.get("schema").unwrap_or(&Value::Null);
    let encoding = described.get("encoding").and_then(Value::as_object);
    let shape = document.shape(schema);
    let is_structured = shape.object || shape.list || shape.list_of_objects || shape.list_of_lists;
    match essence.as_str() {
        "application/x-www-form-urlencoded" | "multipart/form-data" => {
            let properties = document.properties(schema);
            let is_form = essence.starts_with("application");
            // An optional form is no special case: without fields, it is sent as an empty form.
            if !is_form && !required && !properties.iter().any(|property| property.required) {
                uses.add(Feature::PartsOptional, media);
            }
            uses.add(if is_form { Feature::Form } else { Feature::Multipart }, media);
            if document.is_open(schema) {
                uses.add(Feature::BodyOpen, media);
            }
            let field = if is_form { form_field } else { part };
            for property in &properties {
                field(document, property, encoding.and_then(|it| it.get(property.name)), uses);
            }
        }
        _ if is_json(&essence) => json(document, media, (schema, required), uses),
        _ if essence.starts_with("multipart/") => uses.add(Feature::BodyMultipart, media),
        _ if is_structured => uses.add(Feature::BodyEncoded, media),
        _ if essence.starts_with("text/")
            || essence.ends_with("xml")
            || essence.ends_with("yaml") =>
        {
            uses.add(Feature::BodyText, media);
        }
        _ => uses.add(Feature::BodyBytes, media),
    }
}

fn json<'a>(
    document: &Document<'a>,
    media: &str,
    (schema, required): (&'a Value, bool),
    uses: &mut Uses,
) {
    if essence(media) != media || media != "application/json" {
        uses.add(Feature::BodyDialect, media);
    }
    let shape = document.shape(schema);
    if shape.null {
        uses.add(Feature::BodyNull, media);
    }
    let resolved = document.resolve(schema);
    let is_union = resolved.get("oneOf").is_some() || resolved.get("anyOf").is_some();
    if !shape.object || shape.scalar || shape.is_list() || is_union {
        uses.add(Feature::BodyWhole, media);
        if !required {
            uses.add(Feature::BodyOptionalWhole, media);
        }
        return;
    }
    uses.add(Feature::BodyJson, media);
    if document.is_open(schema) {
        uses.add(Feature::BodyOpen, media);
    }
    let properties = document.properties(schema);
    for property in &properties {
        if document.shape(property.schema).null {
            let feature =
                if property.required { Feature::BodyNullable } else { Feature::BodyPatch };
            uses.add(feature, property.name);
        }
    }
    match (required, properties.iter().any(|property| property.required)) {
        (false, false) => uses.add(Feature::BodyOptional, media),
        (false, true) => uses.add(Feature::BodyOptionalWhole, media),
        _ => {}
    }
}

fn form_field<'a>(
    document: &Document<'a>,
    property: &Property<'a>,
    encoding: Option<&'a Value>,
    uses: &mut Uses,
) {
    let name = property.name;
    let shape = document.shape(property.schema);
    let encoding = encoding.unwrap_or(&Value::Null);
    let style = text(encoding, "style");
    let explode = encoding.get("explode").and_then(Value::as_bool);
    let has_style = !style.is_empty() || explode.is_some();
    let explode = explode.unwrap_or(matches!(style, "" | "form"));
    let content_type = essence(text(encoding, "contentType"));
    if encoding.get("allowReserved") == Some(&Value::Bool(true)) && shape.text {
        uses.add(Feature::FormReserved, name);
    }
    if !has_style && is_json(&content_type) {
        return uses.add(Feature::FormJson, name);
    }
    if shape.object || shape.list_of_objects || shape.list_of_lists {
        uses.add(
            match style {
                "deepObject" if shape.object && !shape.list_of_objects => Feature::FormNested,
                "deepObject" => Feature::FormBrackets,
                // Without a style, OpenAPI encodes the value as JSON.
                "" if !has_style => Feature::FormJson,
                _ if explode && shape.object => Feature::BodyOpen,
                _ => Feature::FormJoined,
            },
            name,
        );
    }
    if shape.list {
        uses.add(
            match style {
                _ if name.ends_with("[]") => Feature::FormBrackets,
                "deepObject" => Feature::FormBrackets,
                _ if explode => Feature::Form,
                _ => Feature::FormJoined,
            },
            name,
        );
    }
}

fn part<'a>(
    document: &Document<'a>,
    property: &Property<'a>,
    encoding: Option<&'a Value>,
    uses: &mut Uses,
) {
    let name = property.name;
    let shape = document.shape(property.schema);
    let encoding = encoding.unwrap_or(&Value::Null);
    let empty = Map::new();
    let headers = encoding.get("headers").and_then(Value::as_object).unwrap_or(&empty);
    if headers.keys().any(|header| !header.eq_ignore_ascii_case("content-type")) {
        uses.add(Feature::PartHeaders, name);
    }
    let content_type = text(encoding, "contentType");
    let is_file = shape.file || shape.list_of_files;
    if is_file {
        uses.add(Feature::PartFile, name);
    }
    if !content_type.is_empty() && (is_file || !is_json(&essence(content_type))) {
        return uses.add(Feature::PartType, name);
    }
    if encoding.get("style").is_some() || encoding.get("explode").is_some() {
        return uses.add(Feature::PartNested, name);
    }
    if shape.list_of_objects || shape.list_of_lists || shape.list && !content_type.is_empty() {
        uses.add(Feature::PartJsonList, name);
    }
    if shape.object && shape.scalar {
        return uses.add(Feature::PartUnion, name);
    }
    if shape.object || !is_file && !content_type.is_empty() && !shape.is_list() {
        uses.add(Feature::PartJson, name);
    }
}
