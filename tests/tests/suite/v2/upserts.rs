//! An upsert reports whether it created the object, and is not retried if the server may have acted.

use plane_api::{Delivery, Endpoint, RetryClass, v2::customers::UpsertCustomer};
use plane_tests::faults::Fault;

use super::{client, lines, servers};

const BODY: &str = r#"{"id": "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "name": "Acme"}"#;

fn request() -> UpsertCustomer {
    UpsertCustomer::new("acme", "Acme", "crm", "7")
}

#[tokio::test]
async fn the_header_says_what_was_done_and_without_it_the_status() {
    for (status, header, is_created) in [
        (201, "", true),
        (200, "", false),
        (201, "X-Plane-Upsert: created\r\n", true),
        (200, "X-Plane-Upsert: updated\r\n", false),
        // Plane documents the header as the result.
        (200, "X-Plane-Upsert: created\r\n", true),
        (201, "X-Plane-Upsert: updated\r\n", false),
        // An unknown value is ignored.
        (201, "X-Plane-Upsert: replaced\r\n", true),
    ] {
        let then = Fault::Answer(plane_tests::answer(status, header, BODY));
        for server in servers(Vec::new, &then) {
            let upserted = request().send(&client(&server)).await.unwrap();
            assert_eq!(upserted.is_created, is_created, "{status} {header}");
            assert_eq!(upserted.object.name.as_deref(), Some("Acme"));
            let requests = server.requests();
            assert_eq!(requests.len(), 1);
            if let Some(lines) = lines(&server) {
                assert_eq!(lines, ["POST /api/v2/workspaces/acme/customers/upsert/"]);
            }
            let body = r#"{"name":"Acme","external_source":"crm","external_id":"7"}"#;
            assert_eq!(requests[0].text(), body);
        }
    }
}

#[tokio::test]
async fn an_upsert_that_may_have_run_is_not_sent_again() {
    assert_eq!(UpsertCustomer::SPEC.retry_class, RetryClass::Never);
    for server in servers(Vec::new, &Fault::Reset) {
        let error = request().send(&client(&server)).await.unwrap_err();
        assert_eq!(error.delivery(), Delivery::Unknown);
        assert_eq!(server.requests().len(), 1);
    }
}
