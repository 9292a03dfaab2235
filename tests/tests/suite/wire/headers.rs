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
fn headers_are_displayed_and_left_out_when_unset() {
    assert_eq!(wire(&StartImport::new(1)), "POST /imports/\nx-attempt: 1\n\n");
    assert_eq!(
        wire(&StartImport::new(2).key("k")),
        "POST /imports/\nidempotency-key: k\nx-attempt: 2\n\n"
    );
    let error = StartImport::new(2).key("a\r\nHost: b").request().unwrap_err();
    assert!(
        error.to_string().contains("the header `idempotency-key` holds a control character"),
        "{error}"
    );
}
