//! What each kind of field and answer looks like on the wire: method, path, query, headers and body, to the byte.

use std::{borrow::Cow, collections::BTreeMap};

use plane_api::{
    AnswerKind, Bytes, Cursor, Endpoint, Id, Page, Patch, Place, Redirect, Replay, Result, Value,
    endpoint,
};
use serde::{Deserialize, Serialize};

/// `PATCH /a/b?c=d`, its headers, one a line, an empty line and the body.
fn wire<E: Endpoint>(request: &E) -> String {
    render(plane_api::build(request))
}

fn render(request: Result<http::Request<plane_api::Body>>) -> String {
    let (parts, body) = request.unwrap().into_parts();
    let mut text = format!("{} {}\n", parts.method, parts.uri);
    for (name, value) in &parts.headers {
        text += &format!("{name}: {}\n", value.to_str().unwrap());
    }
    text += "\n";
    text + std::str::from_utf8(body.as_bytes().unwrap()).unwrap()
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Thing {
    pub id: u64,
}

mod paths {
    use super::*;

    #[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Thing)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct ShortForm {
        pub name: Option<String>,
        pub email: Option<String>,
    }

    #[endpoint(GET, "/items/<project>-<sequence>.<kind>")]
    pub struct Several<'a> {
        pub kind: Kind,
        pub sequence: u64,
        pub project: &'a str,
    }

    pub enum Kind {
        Json,
    }

    impl std::fmt::Display for Kind {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            match self {
                Self::Json => f.write_str("json"),
            }
        }
    }

    #[endpoint(GET, "/")]
    pub struct Root {}

    #[endpoint(GET, "/plain")]
    pub struct Unit;

    #[test]
    fn undeclared_parameters_are_added_as_strings() {
        let request = ShortForm::new("acme", "7").name("Acme");
        assert_eq!(request.workspace_slug, "acme");
        assert_eq!(
            wire(&request),
            "PATCH /workspaces/acme/customers/7/\ncontent-type: application/json\n\n{\"name\":\"Acme\"}"
        );
        assert_eq!(render(request.request()), wire(&request));
        assert_eq!(request.clone(), request);
        assert_ne!(
            request,
            ShortForm::new("other", "7").name("Acme"),
            "a derive sees the parameters"
        );
    }

    #[test]
    fn declared_parameters_have_their_own_types_and_the_order_of_the_path() {
        assert_eq!(
            wire(&Several::new("K/X".trim_end_matches("/X"), 7, Kind::Json)),
            "GET /items/K-7.json\n\n"
        );
        assert_eq!(wire(&Root::new()), "GET /\n\n");
        assert_eq!(wire(&Unit::new()), "GET /plain\n\n");
    }

    #[test]
    fn values_are_percent_encoded() {
        let request = ShortForm::new("Größe 1?#", "100%");
        assert!(
            wire(&request)
                .starts_with("PATCH /workspaces/Gr%C3%B6%C3%9Fe%201%3F%23/customers/100%25/\n"),
            "{}",
            wire(&request)
        );
    }

    #[test]
    fn a_value_that_cannot_be_sent_is_an_error_that_names_it() {
        let error = plane_api::build(&ShortForm::new("acme", "../projects")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "PATCH /workspaces/{workspace_slug}/customers/{customer_id}/: the path parameter `customer_id` holds a \
             slash or a backslash, which would address something else"
        );
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
    }
}

mod queries {
    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Order {
        CreatedAt,
    }

    #[endpoint(GET, "/things/" -> Vec<Thing>)]
    pub struct ListThings {
        pub search: String,
        pub order: Option<Order>,
        pub labels: Vec<String>,
        #[query(comma)]
        pub expand: Vec<Cow<'static, str>>,
        #[query(comma)]
        pub ids: Option<Vec<u8>>,
        pub limit: Option<u32>,
        pub ratio: Option<f64>,
        pub r#type: Option<char>,
        #[serde(rename = "page[size]")]
        pub page_size: Option<u8>,
    }

    #[endpoint(POST, "/things/", query)]
    pub struct PostQuery {
        pub dry_run: Option<bool>,
    }

    #[endpoint(POST, "/things/")]
    pub struct Both {
        #[query]
        pub dry_run: bool,
        pub name: String,
    }

    #[test]
    fn what_is_not_set_is_left_out() {
        assert_eq!(wire(&ListThings::new("a b")), "GET /things/?search=a%20b\n\n");
        assert_eq!(wire(&PostQuery::new()), "POST /things/\n\n");
    }

    #[test]
    fn lists_repeat_or_are_joined() {
        let request = ListThings::new("")
            .order(Order::CreatedAt)
            .labels(["x", "y&z"])
            .expand(["state", "labels"])
            .ids([1, 2])
            .limit(20)
            .ratio(0.5)
            .r#type('t')
            .page_size(9);
        assert_eq!(
            wire(&request),
            "GET /things/?search=&order=created_at&labels=x&labels=y%26z&expand=state,labels&ids=1,2&limit=20\
             &ratio=0.5&type=t&page%5Bsize%5D=9\n\n"
        );
    }

    #[test]
    fn a_query_can_stand_beside_a_body() {
        assert_eq!(
            wire(&Both::new(true, "n")),
            "POST /things/?dry_run=true\ncontent-type: application/json\n\n{\"name\":\"n\"}"
        );
    }

    #[test]
    fn what_has_no_place_in_a_query_is_an_error() {
        #[endpoint(GET, "/things/")]
        pub struct Mapped {
            pub filter: BTreeMap<String, u8>,
        }
        let error = Mapped::new(BTreeMap::from([("a".to_owned(), 1)])).request().unwrap_err();
        assert_eq!(
            error.to_string(),
            "GET /things/: the query parameter `filter` cannot be sent: a map has no place in a query"
        );
    }
}

mod headers {
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
}

mod bodies {
    use super::*;

    #[endpoint(PATCH, "/things/<id>/")]
    #[derive(Default)]
    pub struct UpdateThing<'a> {
        pub id: u64,
        pub name: Option<&'a str>,
        pub email: Patch<String>,
        pub count: Patch<u32>,
        pub ratio: Patch<f64>,
        pub tags: Patch<Vec<String>>,
        pub numbers: Patch<Vec<i16>>,
        pub parent: Patch<Id<Thing>>,
        pub r#type: Option<String>,
        #[serde(rename = "is-\"done\"")]
        pub done: Option<bool>,
        pub more: Option<BTreeMap<String, Value>>,
    }

    const HEAD: &str = "PATCH /things/1/\ncontent-type: application/json\n\n";

    fn body(request: &UpdateThing<'_>) -> String {
        wire(request).strip_prefix(HEAD).unwrap().to_owned()
    }

    #[test]
    fn nothing_set_is_an_empty_object() {
        assert_eq!(body(&UpdateThing::new(1)), "{}");
    }

    #[test]
    fn a_patch_is_left_out_null_or_a_value() {
        assert_eq!(
            body(&UpdateThing::new(1).email(Patch::Clear).count(3)),
            r#"{"email":null,"count":3}"#
        );
        assert_eq!(body(&UpdateThing::new(1).email("x").count(Patch::Keep)), r#"{"email":"x"}"#);
        assert_eq!(body(&UpdateThing::new(1).email(Patch::or_clear(None))), r#"{"email":null}"#);
        assert_eq!(
            body(&UpdateThing::new(1).ratio(3).parent("p")),
            r#"{"ratio":3.0,"parent":"p"}"#
        );
        assert_eq!(
            body(&UpdateThing::new(1).tags(["a", "b"]).numbers([1, 2])),
            r#"{"tags":["a","b"],"numbers":[1,2]}"#
        );
        assert_eq!(
            body(&UpdateThing::new(1).tags(Patch::Clear).numbers(Patch::Set(vec![]))),
            r#"{"tags":null,"numbers":[]}"#
        );
    }

    #[test]
    fn names_are_those_of_the_wire() {
        assert_eq!(
            body(&UpdateThing::new(1).name("n").r#type("t").done(true)),
            r#"{"name":"n","type":"t","is-\"done\"":true}"#
        );
    }

    #[test]
    fn a_field_can_be_set_from_an_option() {
        let mut request = UpdateThing::new(1);
        request.name = None;
        request.more = Some(BTreeMap::from([("k".to_owned(), Value::Null)]));
        assert_eq!(body(&request), r#"{"more":{"k":null}}"#);
    }

    #[test]
    fn what_cannot_be_json_is_an_error() {
        #[endpoint(POST, "/things/")]
        pub struct Bad {
            pub map: BTreeMap<Vec<u8>, u8>,
        }
        let error = Bad::new(BTreeMap::from([(vec![1], 1)])).request().unwrap_err();
        assert_eq!(error.to_string(), "POST /things/: `map` cannot be written as JSON");
    }

    #[endpoint(PUT, "/things/")]
    pub struct PutList {
        #[body]
        pub things: Vec<u8>,
    }

    #[endpoint(PUT, "/blob/")]
    pub struct PutBlob {
        #[body]
        pub blob: Bytes,
    }

    #[endpoint(POST, "/maybe/")]
    pub struct Maybe {
        #[body]
        pub value: Option<String>,
    }

    #[endpoint(DELETE, "/things/" -> (), json)]
    pub struct DeleteThings {
        pub ids: Vec<u64>,
    }

    #[endpoint(POST, "/trigger/" -> ())]
    pub struct Trigger {}

    #[test]
    fn a_field_can_be_the_whole_body() {
        assert_eq!(
            wire(&PutList::new([1, 2])),
            "PUT /things/\ncontent-type: application/json\n\n[1,2]"
        );
        assert_eq!(
            wire(&PutBlob::new(&b"raw"[..])),
            "PUT /blob/\ncontent-type: application/octet-stream\n\nraw"
        );
        assert_eq!(wire(&Maybe::new()), "POST /maybe/\n\n");
        assert_eq!(
            wire(&Maybe::new().value("v")),
            "POST /maybe/\ncontent-type: application/json\n\n\"v\""
        );
        assert_eq!(wire(&Trigger::new()), "POST /trigger/\n\n", "no body field, no body");
    }

    #[test]
    fn a_delete_can_have_a_body() {
        assert_eq!(
            wire(&DeleteThings::new([7])),
            "DELETE /things/\ncontent-type: application/json\n\n{\"ids\":[7]}"
        );
    }

    #[endpoint(POST, "/things/")]
    #[serde(rename_all = "camelCase")]
    pub struct Renamed {
        pub first_name: String,
        #[serde(rename = "LAST")]
        pub last_name: String,
    }

    #[test]
    fn names_can_be_renamed_together() {
        assert!(wire(&Renamed::new("a", "b")).ends_with(r#"{"firstName":"a","LAST":"b"}"#));
    }
}

mod answers {
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

    #[endpoint(POST, "/a", replay = idempotent)]
    pub struct Repeatable {
        #[header("X-Key")]
        pub key: String,
        pub name: Option<String>,
        #[query]
        pub on: bool,
    }

    #[test]
    fn the_spec_says_what_comes_back_and_what_goes() {
        assert_eq!(ListThings::SPEC.answer, AnswerKind::Page);
        assert_eq!(GetBytes::SPEC.answer, AnswerKind::Bytes);
        assert_eq!(GetRedirect::SPEC.answer, AnswerKind::Redirect);
        assert_eq!(GetNothing::SPEC.answer, AnswerKind::Empty);
        assert_eq!(HeadThing::SPEC.answer, AnswerKind::Json);
        assert_eq!((ThingOptions::SPEC.auth, ListThings::SPEC.auth), (false, true));
        let replays =
            [ListThings::SPEC.replay, Repeatable::SPEC.replay, bodies::Trigger::SPEC.replay];
        assert_eq!(replays, [Replay::Safe, Replay::Idempotent, Replay::Never]);

        let spec = Repeatable::SPEC;
        assert_eq!((spec.name, spec.method.as_str(), spec.path), ("Repeatable", "POST", "/a"));
        assert_eq!(spec.content_type, Some("application/json"));
        let params: Vec<_> =
            spec.params.iter().map(|param| (param.name, param.place, param.required)).collect();
        assert_eq!(
            params,
            [
                ("X-Key", Place::Header, true),
                ("name", Place::Body, false),
                ("on", Place::Query, true)
            ]
        );
        let spec = paths::ShortForm::SPEC;
        assert_eq!(spec.path, "/workspaces/{workspace_slug}/customers/{customer_id}/");
        assert_eq!(spec.params[1].name, "customer_id");
    }
}
