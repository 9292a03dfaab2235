//! Schemas of the few types that are decoded by hand, or declared elsewhere.

use plane_api::openapi::schema_of;
use serde_json::{Value, json};

/// The lists of v1 that servers may also send as a bare array, which `Page` decodes.
pub(super) const RESPOND_WITH_ARRAYS: &[&str] = &["ListCycles", "ListMilestones"];

/// Returns the schema of a type, with its type argument if it has one.
pub(super) fn schema(name: &str, argument: &str) -> Option<Value> {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let argument = || schema_of(argument);
    let text = || json!({"type": "string"});
    Some(match name {
        "Timestamp" => json!({"type": "string", "format": "date-time"}),
        "Date" => json!({"type": "string", "format": "date"}),
        "Uuid" => json!({"type": "string", "format": "uuid"}),
        "CycleDate" => json!({
            "description": "First or last day of a cycle in a request. Of a time, the server keeps only the date.",
            "anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}],
        }),
        "Ref" => json!({
            "description": "The id of an object, or the object itself if it was requested with `expand`. An object without an id means that there is none.",
            "anyOf": [text(), argument(), {"type": "object", "properties": {"id": {"type": "null"}}}],
        }),
        "OneOrMany" => json!({
            "description": "One value or a list, depending on the request.",
            "anyOf": [argument(), {"type": "array", "items": argument()}],
        }),
        "Flat" => json!({
            "description": "A list that the server may have wrapped in another list.",
            "type": "array",
            "items": {"anyOf": [argument(), {"type": "array", "items": argument()}]},
        }),
        "BulkRow" => json!({
            "description": "What became of a row of a bulk request. A failed row has the members of a problem.",
            "type": "object",
            "required": ["index", "result"],
            "properties": {
                "index": {"type": "integer", "minimum": 0, "description": "Number of the row in the request, from 0."},
                "result": reference("BulkResult"),
                "id": schema_of(&format!("Option<{}>", argument_name(&argument()))),
                "type": schema_of("Option<ProblemType>"),
                "code": schema_of("Option<ErrorCode>"),
                "detail": schema_of("Option<String>"),
                "errors": schema_of("Option<Vec<FieldProblem>>"),
            },
        }),
        "HookConfig" => json!({"description": "Handler configuration. It may contain secrets."}),
        "ProjectMemberDetail" => json!({
            "description": "The membership, as documented, or the user, as sent by the Community Edition.",
            "anyOf": [reference("ProjectMembership"), reference("ProjectMember")],
        }),
        "WorkItemRelationRef" => json!({
            "description": "The other work item of a relation: its id as documented, an object as sent.",
            "anyOf": [reference("WorkItemId"), {
                "type": "object",
                "required": ["issue_id"],
                "properties": {"issue_id": reference("WorkItemId"), "project_id": schema_of("Option<ProjectId>")},
            }],
        }),
        "PropertyValue" => json!({
            "description": "Value of a property; its type depends on the type of the property.",
            "anyOf": [text(), {"type": "boolean"}, {"type": "number"}, schema_of("Vec<Option<String>>"), {"type": "object"}],
        }),
        "AgentRunActivityContent" => json!({
            "description": "Content of an activity.",
            "type": "object",
            "properties": {
                "type": reference("AgentRunActivityType"),
                "action": {"type": "string", "description": "Name of the tool, in an `action`."},
                "parameters": {"type": "object", "additionalProperties": text(), "description": "Arguments of the tool, in an `action`."},
                "body": {"type": "string", "description": "The text of all others."},
            },
        }),
        "Error" => json!({
            "description": "What the server says is wrong. Which members there are depends on the error; any other member is the name of a field, with what is wrong with it.",
            "type": "object",
            "properties": {
                "error": {"description": "One sentence for people."},
                "detail": {"description": "One sentence for people."},
                "message": {"description": "One sentence for people."},
                "error_message": {"description": "A word for programs, beside `error_code`."},
                "error_code": {"description": "A number for programs: 5900 means too many requests."},
                "code": {"description": "A word for programs."},
                "id": {"description": "Id of the object that exists already, in a conflict."},
                "non_field_errors": {"description": "What is wrong with the request as a whole."},
            },
            "additionalProperties": {},
        }),
        _ => return None,
    })
}

/// Returns the name in a reference.
fn argument_name(schema: &Value) -> &str {
    schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()).unwrap_or_default()
}

/// Adds the forms that the hand-written decoding of a type accepts.
pub(super) fn complete(name: &str, schema: &mut Value) {
    let style = match name {
        // Servers omit flags and cursors.
        "Page" if schema["properties"].get("results").is_some() => {
            schema["required"] = json!(["results"]);
            schema["description"] = json!("One page of a list.");
            return;
        }
        "CursorPage" => "cursor",
        "OffsetPage" => "offset",
        _ => return,
    };
    schema["properties"]["pagination"] = json!({
        "description": "The style of the page.",
        "type": "object",
        "required": ["style"],
        "properties": {"style": {"type": "string", "const": style}},
    });
    if let Some(required) = schema["required"].as_array_mut() {
        required.push(json!("pagination"));
    }
}
