//! No value of a path parameter can address anything except its own segment. The fuzz target `path` tests this for any
//! value.

use std::fmt;

use plane_api::{
    Delivery, Endpoint, ErrorKind, Method, RawResponse, RequestWriter, Result, Spec, Value,
    endpoint,
};
use proptest::prelude::*;

#[endpoint(GET, "/workspaces/<slug>/items/<project>-<sequence>/<last>/")]
pub struct GetItem {}

#[endpoint(GET, "/files/<path..>")]
pub struct GetFile<P: fmt::Display> {
    pub path: P,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ordinary_values_are_sent(slug in "[\\PC&&[^/\\\\%.]]{1,20}") {
        prop_assert!(GetItem::new(slug.as_str(), "P", "1", "x").request().is_ok());
    }
}

/// The maximum length of a value.
const LIMIT: usize = 8 << 10;

#[test]
fn values_that_are_too_long_are_not_sent() {
    // Decoding it level by level would take minutes.
    let nested = "%".to_owned() + &"25".repeat(512 << 10);
    for value in ["x".repeat(LIMIT + 1), nested, "a/".repeat(LIMIT)] {
        let item = GetItem::new("slug", "P", "1", value.as_str()).request();
        let joined = GetItem::new("slug", value.as_str(), "1", "x").request();
        let file = GetFile::new(value.as_str()).request();
        for (request, name) in [(item, "last"), (joined, "project"), (file, "path")] {
            let error = request.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
            let message = error.to_string();
            assert!(
                message.contains(&format!("`{name}`")) && message.contains("longer than 8 KiB"),
                "{message}"
            );
        }
    }
    GetItem::new("slug", "x".repeat(LIMIT), "x".repeat(LIMIT), "x".repeat(LIMIT))
        .request()
        .unwrap();
    GetFile::new("a/".repeat(LIMIT / 2 - 1) + "bc").request().unwrap();
}

#[test]
fn an_endless_value_is_stopped_while_it_is_written() {
    struct Endless;
    impl fmt::Display for Endless {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            loop {
                f.write_str("endless/")?;
            }
        }
    }
    let error = GetFile::new(Endless).request().unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    assert!(error.to_string().contains("longer than 8 KiB"), "{error}");
}

#[test]
fn pieces_that_are_harmless_alone_are_rejected_as_one_segment() {
    let nested = "%".to_owned() + &"25".repeat(LIMIT / 2 - 1);
    let cases = [
        // Together with the `-` between them, these values must be harmless.
        ("%2", "5"),
        ("a%2", "f"),
        (nested.as_str(), "2f"),
    ];
    for (project, sequence) in cases {
        assert!(GetItem::new("slug", project, sequence, "x").request().is_ok(), "{project}");
    }

    // The attribute rejects parameters without a separator, so this one is written by hand.
    struct GetJoined<'a>(&'a str, &'a str);

    impl Endpoint for GetJoined<'_> {
        type Response = Value;
        const SPEC: &'static Spec =
            &Spec::new("GetJoined", Method::GET, "/items/{project}{sequence}");

        fn encode(&self, writer: &mut RequestWriter) {
            writer.path("project", self.0);
            writer.path("sequence", self.1);
        }

        fn decode(response: RawResponse) -> Result<Value> {
            response.json()
        }
    }

    for (project, sequence) in [("%2", "f"), ("%", "2f"), ("%c2%", "85"), (nested.as_str(), "2f")] {
        let error = plane_api::generated::build(&GetJoined(project, sequence)).unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    }
}
