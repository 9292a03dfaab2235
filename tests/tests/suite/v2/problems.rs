//! Problems reported by the server, in the format of RFC 9457.

use plane_api::{
    Auth, Client, Delivery, Error, Result, RetryPolicy, endpoint,
    v2::{
        labels::{CreateLabel, DeleteLabel, GetLabel, UpdateLabel, bulk::BulkDeleteLabels},
        problem::{ErrorCode, FieldErrorCode, Problem, ProblemType, is_batch_failed},
    },
};

use super::{client, json, servers};

const LABEL: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

async fn errors(status: u16, body: &str) -> Vec<Error> {
    let mut errors = Vec::new();
    for server in servers(Vec::new, &json(status, body)) {
        let request = GetLabel::new("acme", "ENG", LABEL);
        errors.push(request.send(&client(&server)).await.unwrap_err());
    }
    errors
}

#[tokio::test]
async fn a_problem_has_type_code_detail_and_fields_with_codes() {
    let body = r#"{"type": "invalid_request", "code": "invalid_request", "detail": "No.", "errors": [
        {"field": "name", "code": "required", "message": "This field is required."},
        {"field": "color", "code": "brand_new", "message": "Too blue."}]}"#;
    for error in errors(400, body).await {
        assert_eq!((error.code(), error.detail()), (Some("invalid_request"), Some("No.")));
        let fields: Vec<_> = error
            .field_errors()
            .iter()
            .map(|it| (it.field.as_str(), it.code.as_deref(), it.messages.join("|")))
            .collect();
        let required = "This field is required.".to_owned();
        let expected = [
            ("name", Some("required"), required),
            ("color", Some("brand_new"), "Too blue.".to_owned()),
        ];
        assert_eq!(fields, expected);

        let problem = Problem::of(&error).unwrap();
        assert_eq!(problem.r#type, Some(ProblemType::InvalidRequest));
        assert_eq!(problem.code, Some(ErrorCode::InvalidRequest));
        let codes: Vec<_> =
            problem.errors.unwrap().into_iter().map(|it| it.code.unwrap()).collect();
        assert_eq!(codes, [FieldErrorCode::Required, FieldErrorCode::from("brand_new")]);
    }
}

#[tokio::test]
async fn a_problem_without_a_sentence_says_nothing_of_fields() {
    for error in errors(409, r#"{"type": "conflict", "code": "conflict"}"#).await {
        assert!(error.field_errors().is_empty(), "{:?}", error.field_errors());
        assert_eq!(error.code(), Some("conflict"));
    }
}

#[tokio::test]
async fn modes_and_migrations_are_distinguished_from_other_conflicts() {
    let words = [
        ("states_managed_at_workspace", true, false),
        ("work_item_types_managed_at_workspace", true, false),
        ("work_item_types_managed_at_project", true, false),
        ("governance_migration_in_progress", false, true),
        ("conflict", false, false),
        ("never_seen_before", false, false),
    ];
    for (code, is_wrong_mode, is_migrating) in words {
        let body = format!(r#"{{"type": "conflict", "code": "{code}", "detail": "No."}}"#);
        for error in errors(409, &body).await {
            let problem = Problem::of(&error).unwrap();
            assert_eq!(problem.is_wrong_mode(), is_wrong_mode, "{code}");
            assert_eq!(problem.is_migrating(), is_migrating, "{code}");
            assert_eq!(problem.code.unwrap().as_str(), code);
            assert!(error.is_conflict() && !error.is_plan_required());
        }
    }
}

const MIGRATING: &str =
    r#"{"type": "conflict", "code": "governance_migration_in_progress", "detail": "Try later."}"#;

/// A request of each retry class.
async fn one_of_each(client: &Client) -> [Result<()>; 4] {
    [
        GetLabel::new("acme", "ENG", LABEL).send(client).await.map(drop),
        CreateLabel::new("acme", "ENG", "bug").send(client).await.map(drop),
        UpdateLabel::new("acme", "ENG", LABEL).name("bug").send(client).await.map(drop),
        DeleteLabel::new("acme", "ENG", LABEL).send(client).await,
    ]
}

/// The server rejects these requests before it acts, so each of them may be retried.
#[tokio::test]
async fn a_migration_that_passes_is_waited_for() {
    let label = format!(r#"{{"id": "{LABEL}"}}"#);
    let faults = || {
        let four = || [json(409, MIGRATING), json(409, MIGRATING), json(200, &label)];
        (0..4).flat_map(|_| four()).collect()
    };
    for server in servers(faults, &json(500, "")) {
        for result in one_of_each(&client(&server)).await {
            result.unwrap();
        }
        assert_eq!(server.requests().len(), 12);
    }
}

#[tokio::test]
async fn a_migration_that_does_not_pass_is_an_error_after_three_attempts() {
    for server in servers(Vec::new, &json(409, MIGRATING)) {
        for result in one_of_each(&client(&server)).await {
            let error = result.unwrap_err();
            assert_eq!((error.attempts(), error.delivery()), (3, Delivery::Rejected));
            assert!(Problem::of(&error).unwrap().is_migrating());
        }
        assert_eq!(server.requests().len(), 12);
        let builder = Client::plane().base_url(server.url()).api_key("key");
        let builder = match server.pem() {
            Some(pem) => builder.root_certificates(pem).system_root_certificates(false),
            None => builder,
        };
        for result in one_of_each(&builder.retry(RetryPolicy::never()).build().unwrap()).await {
            assert_eq!(result.unwrap_err().attempts(), 1);
        }
    }
}

/// The code of another API's conflict may mean anything.
#[tokio::test]
async fn other_conflicts_are_not_retried() {
    #[endpoint(POST, "/labels/")]
    struct CreateAny {}

    let other = r#"{"type": "conflict", "code": "conflict", "detail": "Try later."}"#;
    let within = r#"{"type": "conflict", "code": "batch_failed", "errors": [{"field": "items.0", "code": "governance_migration_in_progress"}]}"#;
    for (status, body) in [(409, other), (409, within), (400, MIGRATING), (403, MIGRATING)] {
        for server in servers(Vec::new, &json(status, body)) {
            for result in one_of_each(&client(&server)).await {
                assert_eq!(result.unwrap_err().attempts(), 1, "{status} {body}");
            }
        }
    }
    let [server, _] = servers(Vec::new, &json(409, MIGRATING)).try_into().unwrap();
    let any = Client::builder(server.url()).auth(Auth::none()).build().unwrap();
    assert_eq!(CreateAny::new().send(&any).await.unwrap_err().attempts(), 1);
}

/// The API root of v2 distinguishes the errors of both versions.
#[tokio::test]
async fn an_error_shows_the_path_with_its_own_api_root() {
    for server in servers(Vec::new, &json(404, r#"{"detail": "No."}"#)) {
        let client = client(&server);
        let error = UpdateLabel::new("acme", "ENG", LABEL).send(&client).await.unwrap_err();
        let path = "/workspaces/{workspace_slug}/projects/{project_id}/labels/{label_id}/";
        let start = format!("PATCH /api/v2{path} at ");
        assert!(error.to_string().starts_with(&start), "{error}");
        assert!(format!("{error:?}").contains(&format!("/api/v2{path}")), "{error:?}");
    }
    // Nothing was sent.
    let error = GetLabel::new("acme", "ENG", "a/b").request().unwrap_err().to_string();
    assert!(error.starts_with("GET /api/v2/workspaces/{workspace_slug}/projects/"), "{error}");
}

#[tokio::test]
async fn plans_routes_and_objects_are_distinguished() {
    let body = r#"{"type": "payment_required", "code": "payment_required", "detail": "No."}"#;
    assert!(errors(402, body).await.iter().all(Error::is_plan_required));
    let body = r#"{"type": "not_found", "code": "not_found", "detail": "No label matches."}"#;
    for error in errors(404, body).await {
        assert!(error.is_not_found() && !error.is_route_missing());
    }
    let html = "<html><title>404</title></html>";
    for error in errors(404, html).await {
        assert!(error.is_route_missing());
        assert_eq!(Problem::of(&error), None);
    }
}

#[tokio::test]
async fn what_is_no_problem_is_none_and_odd_fields_do_not_hide_the_code() {
    for body in [r#"{"detail": "No."}"#, "", "[]", "null", r#"{"error": "No."}"#, "<html>"] {
        for error in errors(400, body).await {
            assert_eq!(Problem::of(&error), None, "{body}");
        }
    }
    for fields in [r#"{"name": ["Blank."]}"#, r#""name""#, r#"[{"field": 7}]"#, "null"] {
        let body = format!(r#"{{"code": "invalid_request", "errors": {fields}}}"#);
        for error in errors(400, &body).await {
            let code = Problem::of(&error).unwrap().code;
            assert_eq!(code, Some(ErrorCode::InvalidRequest), "{body}");
        }
    }
}

#[tokio::test]
async fn a_batch_that_was_discarded_is_known_under_both_codes() {
    for (body, is_batch) in [
        (
            r#"{"type": "conflict", "code": "batch_failed", "detail": "No rows were written."}"#,
            true,
        ),
        (
            r#"{"type": "conflict", "code": "conflict", "detail": "No rows were written.",
                "errors": [{"field": "ids.1", "code": "not_found", "message": "No."}]}"#,
            true,
        ),
        (
            r#"{"type": "conflict", "code": "conflict", "detail": "No.",
                "errors": [{"field": "items.1.name", "code": "unique", "message": "No."}]}"#,
            true,
        ),
        (
            r#"{"type": "conflict", "code": "conflict", "detail": "No.",
                "errors": [{"field": "items", "code": "invalid", "message": "No."}]}"#,
            false,
        ),
        (r#"{"type": "conflict", "code": "states_managed_at_workspace", "detail": "No."}"#, false),
    ] {
        for server in servers(Vec::new, &json(409, body)) {
            let request = BulkDeleteLabels::new("acme", "ENG", [LABEL]).all_or_none(true);
            let error = request.send(&client(&server)).await.unwrap_err();
            assert_eq!(is_batch_failed(&error), is_batch, "{body}");
        }
    }
}
