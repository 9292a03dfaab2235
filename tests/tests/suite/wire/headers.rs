//! Headers.

use super::*;

#[endpoint(POST, "/imports/" -> ())]
pub struct StartImport {
    #[header("Idempotency-Key")]
    pub key: Option<String>,
    #[header("X-Attempt")]
    pub attempt: u32,
}

#[test]
fn headers_are_displayed_and_omitted_when_unset() {
    assert_eq!(wire(&StartImport::new(1)), "POST /imports/\nx-attempt: 1\n\n");
    assert_eq!(
        wire(&StartImport::new(2).key("k")),
        "POST /imports/\nidempotency-key: k\nx-attempt: 2\n\n"
    );
    let error = StartImport::new(2).key("a\r\nHost: b").request().unwrap_err();
    assert!(
        error.to_string().contains("the header `idempotency-key` contains a control character"),
        "{error}"
    );
}

#[endpoint(GET, "/things/" -> ())]
pub struct GetThings {
    #[header("OpenAI-Beta")]
    pub beta: Vec<String>,
    #[header("X-Ids")]
    pub ids: Option<Vec<u32>>,
    #[header("X-Keys")]
    pub keys: Vec<plane_api::Secret>,
}

#[test]
fn lists_in_headers_are_joined_by_commas() {
    assert_eq!(wire(&GetThings::new()), "GET /things/\n\n");
    assert_eq!(wire(&GetThings::new().ids([])), "GET /things/\n\n");
    let request = GetThings::new()
        .beta(["assistants=v2", "realtime=v1"])
        .ids([1, 2])
        .keys(["k1", "k2"].map(plane_api::Secret::from));
    assert_eq!(
        wire(&request),
        "GET /things/\nopenai-beta: assistants=v2,realtime=v1\nx-ids: 1,2\nx-keys: k1,k2\n\n"
    );
    let headers = request.request().unwrap().into_parts().0.headers;
    assert!(headers["x-keys"].is_sensitive() && !headers["x-ids"].is_sensitive());
    let error = GetThings::new().beta(["a,b"]).request().unwrap_err().to_string();
    assert!(error.ends_with("a comma-separated list item must not contain a comma"), "{error}");
    let error = GetThings::new().beta(["a", "b\r\nHost: c"]).request().unwrap_err().to_string();
    assert!(error.contains("the header `openai-beta` contains a control character"), "{error}");
    let params: Vec<_> = GetThings::SPEC.params.into_iter().collect();
    assert!(params.iter().all(|it| it.list_style == plane_api::ListStyle::Comma && !it.required));
}
