//! Error bodies as APIs document them.

use super::read;

/// A body, its sentence, its code, and each field with its code and its message.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // AWS
    (r#"{"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message": "Table not found"}"#,
        "Table not found", "ResourceNotFoundException", &[]),
    (r#"{"__type": "AccessDeniedException", "Message": "It is denied."}"#, "It is denied.", "AccessDeniedException", &[]),
    (r#"{"Error": {"Code": "NoSuchKey", "Message": "There is no such key."}, "RequestId": "4442587FB7D0A2F9"}"#,
        "There is no such key.", "NoSuchKey", &[]),
    // ASP.NET
    (r#"{"Message": "The request is invalid.", "ModelState": {"user.Name": ["It is required."]}}"#,
        "The request is invalid.", "", &[("ModelState.user.Name", "", "It is required.")]),
    // OData
    (r#"{"odata.error": {"code": "Request_ResourceNotFound", "message": {"lang": "en", "value": "It does not exist."}}}"#,
        "It does not exist.", "Request_ResourceNotFound", &[]),
    (r#"{"error": {"code": "-1, System.ArgumentException", "message": {"lang": "en-US", "value": "It is bad."}}}"#,
        "It is bad.", "-1, System.ArgumentException", &[]),
    // Twilio
    (r#"{"code": 20404, "message": "It was not found", "more_info": "https://www.twilio.com/docs/errors/20404", "status": 404}"#,
        "It was not found", "20404", &[]),
    // Spring
    (r#"{"timestamp": "2026-01-02T03:04:05Z", "status": 404, "error": "Not Found", "path": "/users"}"#, "Not Found", "", &[]),
    (r#"{"timestamp": "2026-01-02T03:04:05Z", "status": 400, "error": "Bad Request", "message": "Validation failed", "path": "/users",
        "errors": [{"codes": ["NotBlank.user.name"], "arguments": [{"codes": ["user.name"], "defaultMessage": "name", "code": "name"}],
            "defaultMessage": "must not be blank", "objectName": "user", "field": "name", "rejectedValue": "", "code": "NotBlank"}]}"#,
        "Validation failed", "", &[("name", "NotBlank", "must not be blank")]),
    // NestJS
    (r#"{"statusCode": 400, "message": ["email must be an email", "name is empty"], "error": "Bad Request"}"#,
        "email must be an email name is empty", "", &[]),
    (r#"{"statusCode": 401, "message": "The token is over", "error": "Unauthorized"}"#, "The token is over", "Unauthorized", &[]),
    // Rails and Laravel, including the members that they add in development
    (r#"{"errors": {"name": ["can't be blank"]}}"#, "", "", &[("name", "", "can't be blank")]),
    (r##"{"status": 500, "error": "Internal Server Error", "exception": "#<RuntimeError>", "traces": {"Application Trace": [{"id": 0, "trace": "app/a.rb"}]}}"##,
        "Internal Server Error", "", &[]),
    (r#"{"message": "Server Error", "exception": "RuntimeException", "file": "/a.php", "line": 5, "trace": [{"file": "/b.php", "line": 1, "function": "f"}]}"#,
        "Server Error", "", &[]),
    (r#"{"message": "The data is invalid.", "errors": {"email": "It is taken.", "address": {"city": "It is unknown."}}}"#,
        "The data is invalid.", "", &[("address.city", "", "It is unknown."), ("email", "", "It is taken.")]),
    // Zendesk
    (r#"{"error": "RecordInvalid", "description": "Record validation errors", "details": {"email": [{"description": "Email is taken", "error": "DuplicateValue"}]}}"#,
        "Record validation errors", "RecordInvalid", &[("email", "DuplicateValue", "Email is taken")]),
    // Salesforce
    (r#"[{"message": "Required fields are missing", "errorCode": "REQUIRED_FIELD_MISSING", "fields": ["Name", "City"]}]"#,
        "", "", &[("Name", "REQUIRED_FIELD_MISSING", "Required fields are missing"), ("City", "REQUIRED_FIELD_MISSING", "Required fields are missing")]),
    (r#"[{"message": "Session expired", "errorCode": "INVALID_SESSION_ID", "fields": []}]"#, "Session expired", "INVALID_SESSION_ID", &[]),
    // Kubernetes
    (r#"{"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": "It is invalid", "reason": "Invalid",
        "details": {"name": "web", "kind": "Deployment", "causes": [{"reason": "FieldValueInvalid", "message": "must be positive", "field": "spec.replicas"}]}, "code": 422}"#,
        "It is invalid", "Invalid", &[("spec.replicas", "FieldValueInvalid", "must be positive")]),
    // Google, in the old and the new form
    (r#"{"error": {"errors": [{"domain": "global", "reason": "notFound", "message": "Not there"}], "code": 404, "message": "Not there"}}"#,
        "Not there", "notFound", &[]),
    (r#"{"error": {"code": 403, "message": "It is disabled.", "status": "PERMISSION_DENIED", "details": [
        {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SERVICE_DISABLED", "domain": "googleapis.com", "metadata": {"service": "a"}}]}}"#,
        "It is disabled.", "PERMISSION_DENIED", &[]),
    // PayPal
    (r#"{"name": "INVALID_REQUEST", "message": "It is not well-formed", "debug_id": "90957fca61718", "links": [{"href": "https://a.example", "rel": "help"}],
        "details": [{"field": "/units/0/amount", "value": "", "location": "body", "issue": "MISSING_PARAMETER", "description": "It is missing."}]}"#,
        "It is not well-formed", "INVALID_REQUEST", &[("units.0.amount", "MISSING_PARAMETER", "It is missing.")]),
    // Okta, Dropbox, Telegram, CouchDB, Elasticsearch, WeChat, Heroku, HubSpot
    (r#"{"errorCode": "E0000001", "errorSummary": "It failed: login", "errorLink": "E0000001", "errorId": "oae", "errorCauses": [{"errorSummary": "login: it is long"}]}"#,
        "It failed: login; login: it is long", "E0000001", &[]),
    (r#"{"error_summary": "path/not_found/..", "error": {".tag": "path", "path": {".tag": "not_found"}}}"#, "path/not_found/..", "", &[]),
    (r#"{"ok": false, "error_code": 401, "description": "Unauthorized"}"#, "Unauthorized", "401", &[]),
    (r#"{"error": "not_found", "reason": "missing"}"#, "missing", "not_found", &[]),
    (r#"{"error": {"root_cause": [], "type": "index_not_found_exception", "reason": "no such index [x]"}, "status": 404}"#,
        "no such index [x]", "index_not_found_exception", &[]),
    (r#"{"errcode": 40013, "errmsg": "invalid appid"}"#, "invalid appid", "40013", &[]),
    (r#"{"id": "not_found", "message": "It is not there."}"#, "It is not there.", "not_found", &[]),
    (r#"{"status": "error", "message": "It is bad", "correlationId": "a-b", "category": "VALIDATION_ERROR", "context": {"ids": "1"}}"#,
        "It is bad", "VALIDATION_ERROR", &[]),
    // Airtable, Bitbucket, PagerDuty, Facebook, OpenAI, JSON-RPC
    (r#"{"error": {"type": "NOT_FOUND"}}"#, "", "NOT_FOUND", &[]),
    (r#"{"type": "error", "error": {"message": "Bad request", "fields": {"src": ["It is required."]}}}"#,
        "Bad request", "", &[("src", "", "It is required.")]),
    (r#"{"error": {"message": "It is invalid", "code": 2001, "errors": ["The title is empty"]}}"#, "It is invalid; The title is empty", "2001", &[]),
    (r#"{"error": {"message": "It is over", "type": "OAuthException", "code": 190, "fbtrace_id": "a"}}"#, "It is over", "190", &[]),
    (r#"{"error": {"message": "It is wrong", "type": "invalid_request_error", "param": null, "code": null}}"#,
        "It is wrong", "invalid_request_error", &[]),
    (r#"{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": 1}"#, "Method not found", "-32601", &[]),
    // Mongoose
    (r#"{"message": "It failed", "errors": {"name": {"message": "It is required.", "name": "ValidatorError", "kind": "required", "path": "name", "value": ""}}}"#,
        "It failed", "", &[("name", "", "It is required.")]),
    // Other names for messages about a field
    (r#"{"errors": [{"field": "email", "error": "is not valid"}, {"field": "name", "error": "required"}]}"#,
        "", "", &[("email", "", "is not valid"), ("name", "required", "")]),
    // Extra information is not about fields
    (r#"{"error": "No.", "meta": {"request_id": "a"}}"#, "No.", "", &[]),
    (r#"{"code": "not_there", "request_id": "a"}"#, "", "not_there", &[]),
];

#[test]
fn what_apis_document_is_read() {
    for (body, detail, code, fields) in ROWS {
        let problem = read(body.as_bytes());
        let mut found: Vec<_> = problem
            .fields
            .iter()
            .map(|it| {
                (it.field.as_str(), it.code.as_deref().unwrap_or_default(), it.messages.join("|"))
            })
            .collect();
        let mut expected: Vec<_> = fields
            .iter()
            .map(|(field, code, message)| (*field, *code, (*message).to_owned()))
            .collect();
        // The order of members is not preserved.
        found.sort();
        expected.sort();
        let words = (problem.detail.unwrap_or_default(), problem.code.unwrap_or_default());
        assert_eq!(
            (words.0.as_str(), words.1.as_str(), found),
            (*detail, *code, expected),
            "{body}"
        );
    }
}
