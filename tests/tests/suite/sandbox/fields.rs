//! Allowed values of a body, and the messages of rejections.

use plane_api::sandbox::Sandbox;
use serde_json::{Value, json};

use super::wire::{CUSTOMERS, call, customer, get, patch, post, send};

#[tokio::test]
async fn a_name_is_required() {
    let sandbox = Sandbox::start().await.unwrap();
    for (body, reason) in [
        (json!({}), "This field is required."),
        (json!({ "email": "a@acme.example" }), "This field is required."),
        (json!({ "name": "" }), "This field may not be blank."),
        (json!({ "name": "   " }), "This field may not be blank."),
        (json!({ "name": null }), "This field may not be null."),
        (json!({ "name": ["Acme"] }), "Not a valid string."),
        (json!({ "name": "n".repeat(256) }), "Ensure this field has no more than 255 characters."),
        (json!({ "name": "a\0b" }), "Null characters are not allowed."),
    ] {
        post(&sandbox, CUSTOMERS, body).await.is(400, &json!({ "name": [reason] }));
    }
    assert_eq!(post(&sandbox, CUSTOMERS, json!({ "name": "n".repeat(255) })).await.status, 201);
    let no_body = call(&sandbox, "POST", CUSTOMERS, b"").await;
    no_body.is(400, &json!({ "name": ["This field is required."] }));
}

#[tokio::test]
async fn everything_that_is_wrong_is_reported_together_and_nothing_is_kept() {
    let sandbox = Sandbox::start().await.unwrap();
    let wrong = json!({
        "email": "nobody",
        "website_url": "acme",
        "employees": "many",
        "stage": true,
        "archived_at": "01/02/2026",
        "created_by": "q",
        "external_id": "x".repeat(256),
    });
    let mut reasons = json!({
        "email": ["Enter a valid email address."],
        "website_url": ["Enter a valid URL."],
        "employees": ["A valid integer is required."],
        "stage": ["Not a valid string."],
        "archived_at": ["Datetime has wrong format. Use one of these formats instead: \
            YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."],
        "created_by": ["\u{201c}q\u{201d} is not a valid UUID."],
        "external_id": ["Ensure this field has no more than 255 characters."],
    });
    let created = post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await;
    let path = customer(&created.id());
    patch(&sandbox, &path, wrong.clone()).await.is(400, &reasons);
    get(&sandbox, &path).await.is(200, &created.json());

    reasons["name"] = json!(["This field is required."]);
    post(&sandbox, CUSTOMERS, wrong).await.is(400, &reasons);
    assert_eq!(get(&sandbox, CUSTOMERS).await.json()["total_count"], 1);
}

#[tokio::test]
async fn unknown_and_read_only_fields_are_ignored() {
    let sandbox = Sandbox::start().await.unwrap();
    let created = post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await;
    let body = json!({
        "nonsense": 1,
        "id": "mine",
        "created_at": 5,
        "updated_at": "x",
        "deleted_at": "2024-01-01T00:00:00Z",
        "workspace": "x",
        "customer_request_count": 9,
        "logo_url": "x",
        "description_binary": "x",
    });
    let updated = patch(&sandbox, &customer(&created.id()), body).await;
    let mut expected = created.json();
    expected["updated_at"] = updated.json()["updated_at"].clone();
    expected["updated_by"] = created.json()["created_by"].clone();
    assert_ne!(expected["updated_at"], "x");
    updated.is(200, &expected);
}

#[tokio::test]
async fn a_body_has_to_be_a_json_object() {
    let sandbox = Sandbox::start().await.unwrap();
    let path = customer(&post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await.id());
    let not_a_dictionary = |kind| format!("Invalid data. Expected a dictionary, but got {kind}.");
    for (body, reason) in [
        ("[1]", not_a_dictionary("list")),
        ("\"hello\"", not_a_dictionary("str")),
        ("1", not_a_dictionary("int")),
        ("1.5", not_a_dictionary("float")),
        ("true", not_a_dictionary("bool")),
        ("null", String::from("No data provided")),
    ] {
        let rejected = json!({ "non_field_errors": [reason] });
        call(&sandbox, "POST", CUSTOMERS, body.as_bytes()).await.is(400, &rejected);
        call(&sandbox, "PATCH", &path, body.as_bytes()).await.is(400, &rejected);
    }
}

#[tokio::test]
async fn malformed_json_is_a_400_that_says_where() {
    let sandbox = Sandbox::start().await.unwrap();
    for (body, place) in [
        ("{\"name\": ", "line 1 column 10 (char 9)"),
        ("{\"name\": x}", "line 1 column 10 (char 9)"),
        ("{\n  \"name\": x}", "line 2 column 11 (char 12)"),
        ("\n", "line 2 column 1 (char 1)"),
    ] {
        let text = format!("JSON parse error - Expecting value: {place}");
        call(&sandbox, "POST", CUSTOMERS, body.as_bytes())
            .await
            .is(400, &json!({ "detail": text }));
    }
    assert_eq!(call(&sandbox, "POST", CUSTOMERS, b"{\"name\": \"\xff\"}").await.status, 400);
}

#[tokio::test]
async fn a_body_needs_a_json_content_type() {
    let sandbox = Sandbox::start().await.unwrap();
    let key = ("X-Api-Key", sandbox.api_key());
    let body = br#"{"name": "Acme"}"#;
    let rejected = |media_type: &str| -> Value {
        json!({ "detail": format!("Unsupported media type \"{media_type}\" in request.") })
    };
    send(&sandbox, "POST", CUSTOMERS, &[key], body).await.is(415, &rejected(""));
    for media_type in ["text/plain", "application/x-www-form-urlencoded"] {
        let headers = [key, ("Content-Type", media_type)];
        send(&sandbox, "POST", CUSTOMERS, &headers, body).await.is(415, &rejected(media_type));
    }
    let headers = [key, ("Content-Type", "Application/JSON; charset=utf-8")];
    assert_eq!(send(&sandbox, "POST", CUSTOMERS, &headers, body).await.status, 201);
}

#[tokio::test]
async fn a_body_over_5_mib_is_413_and_recorded() {
    let sandbox = Sandbox::start().await.unwrap();
    let detail = "The size of the request body exceeds the maximum allowed size.";
    let rejected = json!({ "error": "REQUEST_BODY_TOO_LARGE", "detail": detail });
    for size in [5 * 1024 * 1024 + 1, 20 * 1024 * 1024] {
        call(&sandbox, "POST", CUSTOMERS, &vec![b' '; size]).await.is(413, &rejected);
    }
    assert_eq!(
        sandbox.requests().iter().map(|seen| seen.status.as_u16()).collect::<Vec<_>>(),
        [413, 413]
    );
}
