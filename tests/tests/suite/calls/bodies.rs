//! Error bodies of Plane and of other APIs: a message, a code, and messages about fields.

use super::*;

async fn rejection(status: u16, body: &str) -> Error {
    super::rejection(json(status, body)).await
}

/// Message, code, and each field with its code and its message.
type Read<'a> = (Option<&'a str>, Option<&'a str>, Vec<(&'a str, Option<&'a str>, String)>);

fn read(error: &Error) -> Read<'_> {
    let fields = error
        .field_errors()
        .iter()
        .map(|it| (it.field.as_str(), it.code.as_deref(), it.messages.join("|")));
    (error.detail(), error.code(), fields.collect())
}

fn field<'a>(
    name: &'a str,
    code: Option<&'a str>,
    message: &str,
) -> (&'a str, Option<&'a str>, String) {
    (name, code, message.to_owned())
}

#[tokio::test]
async fn plane_has_eleven_shapes_of_error_bodies() {
    for (body, detail, code) in [
        (r#"{"detail": "Not found."}"#, Some("Not found."), None),
        (r#"{"error": "No such cycle"}"#, Some("No such cycle"), None),
        (r#"{"error": "It exists", "code": "DUPLICATE"}"#, Some("It exists"), Some("DUPLICATE")),
        (
            r#"{"error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED"}"#,
            Some("RATE_LIMIT_EXCEEDED"),
            Some("5900"),
        ),
        (
            r#"{"message": "It is over", "code": "CYCLE_COMPLETED"}"#,
            Some("It is over"),
            Some("CYCLE_COMPLETED"),
        ),
        (r#"{"non_field_errors": ["One.", "Two."]}"#, Some("One. Two."), None),
        (
            r#"{"detail": "The size of the request is 6 MB", "error": "REQUEST_BODY_TOO_LARGE"}"#,
            Some("The size of the request is 6 MB"),
            Some("REQUEST_BODY_TOO_LARGE"),
        ),
        ("<html><h1>Bad Gateway</h1></html>", None, None),
        ("", None, None),
    ] {
        assert_eq!(read(&rejection(400, body).await), (detail, code, vec![]), "{body}");
    }
    for (body, name, message) in [
        (r#"{"name": ["Blank.", "Long."]}"#, "name", "Blank.|Long."),
        (r#"{"labels": {"0": ["Bad."]}}"#, "labels.0", "Bad."),
        (r#"{"name": "Taken"}"#, "name", "Taken"),
        (r#"{"error": {"name": ["Blank."]}}"#, "name", "Blank."),
        (r#"{"detail": ["Required."], "errors": ["Required."]}"#, "detail", "Required."),
    ] {
        let error = rejection(400, body).await;
        assert_eq!((error.detail(), error.code()), (None, None), "{body}");
        assert_eq!(read(&error).2[0], field(name, None, message), "{body}");
    }
}

#[tokio::test]
async fn a_list_of_errors_without_fields_is_a_sentence_and_a_code() {
    let cloudflare = r#"{"success": false, "errors": [{"code": 1001, "message": "Invalid zone identifier"}], "messages": [], "result": null}"#;
    let error = rejection(400, cloudflare).await;
    assert_eq!(read(&error), (Some("Invalid zone identifier"), Some("1001"), vec![]));
    let two = r#"{"errors": [{"code": "a", "message": "One"}, {"code": "b", "message": "Two."}, {"message": "Three"}]}"#;
    assert_eq!(read(&rejection(400, two).await), (Some("One; Two. Three"), Some("a"), vec![]));
    let graphql = r#"{"errors": [{"message": "No such thing", "path": ["thing", 0], "locations": [], "extensions": {"code": "NOT_FOUND"}}]}"#;
    assert_eq!(
        read(&rejection(404, graphql).await),
        (Some("No such thing"), Some("NOT_FOUND"), vec![])
    );
    let salesforce = r#"[{"message": "Session expired", "errorCode": "INVALID_SESSION_ID"}]"#;
    assert_eq!(
        read(&rejection(401, salesforce).await),
        (Some("Session expired"), Some("INVALID_SESSION_ID"), vec![])
    );
    let words = r#"{"errors": ["Name is blank", "Email is taken"]}"#;
    assert_eq!(
        read(&rejection(400, words).await),
        (Some("Name is blank Email is taken"), None, vec![])
    );
}

#[tokio::test]
async fn google_and_azure_wrap_the_error() {
    let google = r#"{"error": {"code": 404, "message": "No such file.", "status": "NOT_FOUND"}}"#;
    assert_eq!(
        read(&rejection(404, google).await),
        (Some("No such file."), Some("NOT_FOUND"), vec![])
    );
    let number = r#"{"error": {"code": 404, "message": "No such file."}}"#;
    assert_eq!(rejection(404, number).await.code(), Some("404"));
    let violations = r#"{"error": {"code": 400, "message": "Bad request.", "status": "INVALID_ARGUMENT", "details": [
        {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [{"field": "user.name", "description": "It is blank"}]}]}}"#;
    let error = rejection(400, violations).await;
    let expected = vec![field("user.name", None, "It is blank")];
    assert_eq!(read(&error), (Some("Bad request."), Some("INVALID_ARGUMENT"), expected));
    let azure = r#"{"error": {"code": "BadArgument", "message": "Two errors", "details": [{"code": "NullValue", "target": "Phone", "message": "Phone is null"}], "innererror": {"date": "2026-01-01"}}}"#;
    let expected = vec![field("Phone", Some("NullValue"), "Phone is null")];
    assert_eq!(
        read(&rejection(400, azure).await),
        (Some("Two errors"), Some("BadArgument"), expected)
    );
    let anthropic =
        r#"{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}"#;
    assert_eq!(
        read(&rejection(529, anthropic).await),
        (Some("Overloaded"), Some("overloaded_error"), vec![])
    );
}

#[tokio::test]
async fn stripe_names_the_parameter() {
    let declined = r#"{"error": {"type": "card_error", "code": "card_declined", "message": "Your card was declined.",
        "payment_intent": {"id": "pi_1", "payment_method_types": ["card"]}}}"#;
    let error = rejection(402, declined).await;
    assert_eq!(read(&error), (Some("Your card was declined."), Some("card_declined"), vec![]));
    let invalid = r#"{"error": {"type": "invalid_request_error", "code": "parameter_missing", "param": "amount", "message": "It is missing."}}"#;
    let error = rejection(400, invalid).await;
    let expected = vec![field("amount", Some("parameter_missing"), "It is missing.")];
    assert_eq!(read(&error), (Some("It is missing."), Some("parameter_missing"), expected));
    assert_eq!(words(&error), "400 Bad Request: It is missing.; amount", "once");
    let untyped = r#"{"error": {"type": "invalid_request_error", "message": "It is not there."}}"#;
    assert_eq!(rejection(404, untyped).await.code(), Some("invalid_request_error"));
}

#[tokio::test]
async fn json_api_points_to_its_fields() {
    let body = r#"{"errors": [
        {"status": "422", "code": "too_short", "title": "Invalid attribute", "detail": "It is too short.", "source": {"pointer": "/data/attributes/name"}},
        {"status": "422", "title": "Invalid parameter", "source": {"parameter": "page"}}]}"#;
    let error = rejection(422, body).await;
    let expected = vec![
        field("data.attributes.name", Some("too_short"), "It is too short."),
        field("page", None, "Invalid parameter"),
    ];
    assert_eq!(read(&error), (Some("Invalid attribute"), None, expected));
    let body = r#"{"errors": [{"status": "404", "title": "Not found", "detail": "There is no such article."}]}"#;
    assert_eq!(
        read(&rejection(404, body).await),
        (Some("There is no such article."), None, vec![])
    );
}

#[tokio::test]
async fn problems_of_rfc_9457_have_titles_and_fields() {
    let body = r##"{"type": "https://example.net/validation", "title": "Your request is not valid.", "status": 422,
        "errors": [{"detail": "must be a positive integer", "pointer": "#/age"}, {"detail": "must be green or red", "pointer": "#/profile/color", "code": "color"}]}"##;
    let error = rejection(422, body).await;
    let expected = vec![
        field("age", None, "must be a positive integer"),
        field("profile.color", Some("color"), "must be green or red"),
    ];
    assert_eq!(read(&error), (Some("Your request is not valid."), None, expected));
    let body = r#"{"type": "about:blank", "title": "Forbidden", "status": 403, "detail": "Your balance is 30."}"#;
    assert_eq!(read(&rejection(403, body).await), (Some("Your balance is 30."), None, vec![]));
    let body = r#"{"title": "One or more errors.", "status": 400, "errors": {"Name": ["It is required."]}}"#;
    let expected = vec![field("Name", None, "It is required.")];
    assert_eq!(read(&rejection(400, body).await), (Some("One or more errors."), None, expected));
    let body = r#"{"type": "https://example.net/v", "title": "Not valid.", "invalid-params": [{"name": "age", "reason": "must be positive"}]}"#;
    let expected = vec![field("age", None, "must be positive")];
    assert_eq!(read(&rejection(400, body).await), (Some("Not valid."), None, expected));
}

#[tokio::test]
async fn github_has_codes_of_fields() {
    let body = r#"{"message": "Validation Failed", "errors": [{"resource": "Issue", "field": "title", "code": "missing_field"}],
        "documentation_url": "https://docs.github.com/", "status": "422"}"#;
    let error = rejection(422, body).await;
    let expected = vec![field("title", Some("missing_field"), "")];
    assert_eq!(read(&error), (Some("Validation Failed"), None, expected));
    assert_eq!(words(&error), "422 Unprocessable Entity: Validation Failed; title: missing_field");
    let body = r#"{"message": "Validation Failed", "errors": [{"resource": "PullRequest", "code": "custom", "message": "No commits between a and b"}]}"#;
    let error = rejection(422, body).await;
    assert_eq!(
        read(&error),
        (Some("Validation Failed; No commits between a and b"), Some("custom"), vec![])
    );
}

#[tokio::test]
async fn fields_of_other_frameworks_are_named() {
    let laravel = r#"{"message": "The data is invalid.", "errors": {"email": ["It is taken."]}}"#;
    let expected = vec![field("email", None, "It is taken.")];
    assert_eq!(
        read(&rejection(422, laravel).await),
        (Some("The data is invalid."), None, expected)
    );
    let fast_api = r#"{"detail": [{"loc": ["body", "items", 0, "name"], "msg": "field required", "type": "value_error.missing"}]}"#;
    let expected = vec![field("items.0.name", Some("value_error.missing"), "field required")];
    assert_eq!(read(&rejection(422, fast_api).await), (None, None, expected));
    let discord = r#"{"code": 50035, "message": "Invalid Form Body", "errors": {"name": {"_errors": [{"code": "BASE_TYPE_REQUIRED", "message": "It is required"}]}}}"#;
    let expected = vec![field("name", Some("BASE_TYPE_REQUIRED"), "It is required")];
    assert_eq!(
        read(&rejection(400, discord).await),
        (Some("Invalid Form Body"), Some("50035"), expected)
    );
    let jira = r#"{"errorMessages": [], "errors": {"summary": "Give a summary."}}"#;
    assert_eq!(
        read(&rejection(400, jira).await),
        (None, None, vec![field("summary", None, "Give a summary.")])
    );
    let git_lab = r#"{"message": {"title": ["can't be blank"]}}"#;
    assert_eq!(
        read(&rejection(400, git_lab).await),
        (None, None, vec![field("title", None, "can't be blank")])
    );
}

#[tokio::test]
async fn text_around_an_error_body_is_ignored() {
    let error = rejection(400, "\u{feff} {\"detail\": \"No.\"}\r\n").await;
    assert_eq!(error.detail(), Some("No."));
    assert_eq!(error.body::<Value>().unwrap()["detail"], "No.");
}

#[tokio::test]
async fn an_error_with_a_hundred_fields_shows_ten() {
    let body = |count: usize| {
        let fields = (0..count).map(|at| format!(r#""f{at:03}": ["It is wrong.\nReally."]"#));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    };
    let error = rejection(400, &body(100)).await;
    let text = error.to_string();
    assert_eq!(error.field_errors().len(), 100);
    assert_eq!(text.matches("It is wrong.").count(), 10);
    assert!(text.ends_with("; and 90 more fields") && !text.contains('\n'), "{text}");
    assert!(rejection(400, &body(11)).await.to_string().ends_with("; and 1 more field"));
    assert!(!rejection(400, &body(10)).await.to_string().contains("more field"));
}
