//! The description of a request.

use super::*;

#[endpoint(GET, "/a" -> Page<Thing>)]
pub struct ListThings {
    pub cursor: Option<Cursor>,
}

#[endpoint(GET, "/a" -> Bytes)]
pub struct GetBytes {}

#[endpoint(GET, "/a" -> Redirect)]
pub struct GetRedirect {}

#[endpoint(GET, "/a" -> ())]
pub struct GetNothing {}

#[endpoint(HEAD, "/a")]
pub struct HeadThing {}

#[endpoint(OPTIONS, "/a", auth = none)]
pub struct ThingOptions {}

#[endpoint(POST, "/a", retry = idempotent)]
pub struct Repeatable {
    #[header("X-Key")]
    pub key: String,
    pub name: Option<String>,
    #[query]
    pub on: bool,
}

#[test]
fn the_spec_describes_request_and_response() {
    assert_eq!(ListThings::SPEC.response_kind, ResponseKind::Page);
    assert_eq!(GetBytes::SPEC.response_kind, ResponseKind::Bytes);
    assert_eq!(GetRedirect::SPEC.response_kind, ResponseKind::Redirect);
    assert_eq!(GetNothing::SPEC.response_kind, ResponseKind::Empty);
    assert_eq!(HeadThing::SPEC.response_kind, ResponseKind::Json);
    assert_eq!((ThingOptions::SPEC.auth, ListThings::SPEC.auth), (false, true));
    let replays = [
        ListThings::SPEC.retry_class,
        Repeatable::SPEC.retry_class,
        bodies::Trigger::SPEC.retry_class,
    ];
    assert_eq!(replays, [RetryClass::Safe, RetryClass::Idempotent, RetryClass::Never]);

    let spec = Repeatable::SPEC;
    assert_eq!((spec.name, spec.method.as_str(), spec.path), ("Repeatable", "POST", "/a"));
    assert_eq!(spec.content_type, Some("application/json"));
    let params: Vec<_> =
        spec.params.into_iter().map(|param| (param.name, param.location, param.required)).collect();
    assert_eq!(
        params,
        [
            ("X-Key", ParamLocation::Header, true),
            ("name", ParamLocation::Body, false),
            ("on", ParamLocation::Query, true)
        ]
    );
    let spec = paths::ShortForm::SPEC;
    assert_eq!(spec.path, "/workspaces/{workspace_slug}/customers/{customer_id}/");
    assert_eq!(spec.params.into_iter().nth(1).unwrap().name, "customer_id");
}
