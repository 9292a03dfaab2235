//! Values in the forms that servers send, with and without the features of `serde_json` that other crates may enable:
//! `--features shared-features`.

use plane_api::{
    Client, Cursor, Delivery, ErrorKind, Id, Page, Patch, Ref, Value, endpoint,
    ids::{ProjectId, WorkItemId},
    v1::{
        common::{Flat, OneOrMany},
        customers::Customer,
        cycles::Cycle,
        projects::members::ProjectMemberDetail,
        users::User,
        work_items::{
            UpdateWorkItem, WorkItem, comments::CreateWorkItemComment,
            property_values::PropertyValue, relations::WorkItemRelations,
        },
    },
};
use plane_tests::{Server, json};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

fn decode<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn text(value: impl ToString) -> String {
    value.to_string()
}

#[test]
fn a_whole_number_with_a_fraction_of_zero_is_an_integer() {
    let item: WorkItem = decode(r#"{"id": "w", "sequence_id": 7.0, "point": 3.0}"#);
    assert_eq!((item.sequence_id, item.point), (Some(7), Some(3)));
    let page: Page<WorkItem> = decode(r#"{"results": [], "count": 0.0, "total_results": 12.0}"#);
    assert_eq!((page.count, page.total_results), (Some(0), Some(12)));
    assert!(serde_json::from_str::<WorkItem>(r#"{"id": "w", "point": 3.5}"#).is_err());
    assert!(serde_json::from_str::<Page<Value>>(r#"{"results": [], "count": -1.0}"#).is_err());
}

#[test]
fn null_is_an_empty_list_and_no_item() {
    let page: Page<WorkItem> = decode(r#"{"results": null}"#);
    assert_eq!(page.results, []);
    // A `null` entry counts as an entry that cannot be decoded.
    assert!(serde_json::from_str::<Page<WorkItem>>(r#"{"results": [null, {"id": "w"}]}"#).is_err());
    // Without a list, the response is not a page.
    assert!(serde_json::from_str::<Page<WorkItem>>(r#"{"next_cursor": "100:1:0"}"#).is_err());

    let item: WorkItem = decode(r#"{"id": "w", "assignees": [null, "u"], "labels": null}"#);
    assert_eq!(
        item.assignees.unwrap().iter().map(|user| text(user.id())).collect::<Vec<_>>(),
        ["u"]
    );
    assert_eq!(item.labels, None);
    let relations: WorkItemRelations = decode(r#"{"blocking": [null, "w", {"issue_id": "x"}]}"#);
    assert_eq!(relations.blocking.unwrap().len(), 2);
    assert_eq!(decode::<OneOrMany<User>>("null"), OneOrMany::Many(vec![]));
    assert_eq!(decode::<OneOrMany<User>>(r#"[null, {"id": "u"}]"#).into_vec().len(), 1);
    assert_eq!(decode::<Flat<User>>(r#"[[{"id": "u"}, null], null]"#).0.len(), 1);
}

#[endpoint(GET, "/list/" -> Vec<User>)]
#[derive(Clone)]
struct ListUsers {
    #[page(number)]
    page: Option<u64>,
}

#[endpoint(GET, "/object/" -> User)]
struct GetUser {}

#[tokio::test]
async fn a_body_of_null_is_an_empty_list_and_no_object() {
    let server = Server::start(|_| json(200, " null\n")).await.unwrap();
    let client = Client::plane().base_url(server.url()).api_key("key").build().unwrap();
    assert_eq!(ListUsers::new().send(&client).await.unwrap(), []);
    assert_eq!(ListUsers::new().items(&client).collect(9).await.unwrap(), []);
    let error = GetUser::new().send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);

    let server = Server::start(|_| json(200, "")).await.unwrap();
    let client = Client::plane().base_url(server.url()).api_key("key").build().unwrap();
    let error = ListUsers::new().send(&client).await.unwrap_err();
    assert!(error.to_string().contains("the response is empty"), "{error}");
}

#[test]
fn an_empty_string_is_no_number() {
    let item: WorkItem = decode(r#"{"id": "w", "sequence_id": "", "point": 1e1, "parent": ""}"#);
    assert_eq!((item.sequence_id, item.point, item.parent), (None, Some(10), None));
}

#[test]
fn dates_and_times_are_interchangeable() {
    let cycle: Cycle = decode(r#"{"id": "c", "start_date": "2024-12-09", "end_date": ""}"#);
    assert_eq!(cycle.start_date.map(text).as_deref(), Some("2024-12-09T00:00:00Z"));
    assert_eq!(cycle.end_date, None);
    let item: WorkItem = decode(
        r#"{"id": "w", "created_at": "2026-01-02T03:04:05", "target_date": "2026-01-02T23:30:00-05:00",
            "start_date": "", "archived_at": "2026-01-02T03:04:05.678Z", "completed_at": "0000-00-00"}"#,
    );
    assert_eq!((item.created_at, item.start_date, item.completed_at), (None, None, None));
    assert_eq!(item.target_date.map(text).as_deref(), Some("2026-01-03"));
    assert_eq!(item.archived_at.map(text).as_deref(), Some("2026-01-02"));
}

#[test]
fn a_reference_is_an_id_an_object_or_none() {
    for (json, id) in [
        (r#""p""#, Some("p")),
        ("7", Some("7")),
        ("7.0", Some("7")),
        ("-7", Some("-7")),
        (r#"{"id": "p", "name": "n"}"#, Some("p")),
        (r#"{"name": "n", "id": 7}"#, Some("7")),
        (
            r#"{"name": "n", "id": "6ba7b810-9dad-11d1-80b4-00c04fd430c8"}"#,
            Some("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        ),
        ("1e2", Some("100")),
        ("-0.0", Some("0")),
        ("null", None),
        (r#""""#, None),
        (r#"{"id": "", "name": "n"}"#, None),
        ("{}", None),
        (r#"{"name": "n", "created_at": null}"#, None),
        (r#"{"id": null, "name": "n"}"#, None),
        (r#"{"name": "n", "id": null}"#, None),
    ] {
        let item: WorkItem = decode(&format!(r#"{{"id": "w", "project": {json}}}"#));
        let project = item.project;
        assert_eq!(project.as_ref().map(|project| text(project.id())).as_deref(), id, "{json}");
        let name =
            project.as_ref().and_then(Ref::as_object).and_then(|project| project.name.as_deref());
        assert_eq!(name, json.contains("name").then_some("n").filter(|_| id.is_some()), "{json}");
    }
    for json in ["7.5", "true", "[]", r#"{"id": []}"#, r#"{"id": "p", "name": 1}"#, "1.5e0"] {
        let json = format!(r#"{{"id": "w", "project": {json}}}"#);
        assert!(serde_json::from_str::<WorkItem>(&json).is_err(), "{json}");
    }
    let error = serde_json::from_str::<Ref<User>>("{}").unwrap_err().to_string();
    assert!(error.contains("missing field `id`"), "{error}");
}

#[test]
fn a_reference_is_accepted_as_an_id() {
    let item: WorkItem = decode(r#"{"id": "w", "project": {"id": "p"}, "parent": "x"}"#);
    let (parent, project) = (item.parent.clone().unwrap(), item.project.clone().unwrap());
    let (id, other) = (WorkItemId::from("x"), ProjectId::from("x"));
    assert_eq!(parent, id);
    assert_eq!(id, parent);
    assert_eq!(parent, *"x");
    assert!(project != other);
    assert_eq!(CreateWorkItemComment::new("acme", &project, &item.id).project_id, "p");
    assert_eq!(CreateWorkItemComment::new("acme", &item.project, &item.id).project_id, "p");
    let update = UpdateWorkItem::new("acme", project, &parent).parent(parent.id());
    assert_eq!((&update.project_id, &update.work_item_id), (&"p".into(), &"x".into()));

    let request = CreateWorkItemComment::new("acme", item.project, item.id);
    assert_eq!((request.project_id, request.work_item_id), ("p".into(), "w".into()));
}

/// An id in every location.
mod with_an_id {
    use super::*;

    #[endpoint(POST, "/things/<id>/")]
    pub(super) struct InPath {
        id: ProjectId,
    }

    #[endpoint(GET, "/files/<id..>")]
    pub(super) struct InSegments {
        id: ProjectId,
    }

    #[endpoint(GET, "/things/")]
    pub(super) struct InQuery {
        id: Option<ProjectId>,
        #[query(comma)]
        joined: Vec<ProjectId>,
        many: Vec<ProjectId>,
    }

    #[endpoint(POST, "/things/")]
    pub(super) struct InBody {
        #[header("X-Project")]
        header: Option<ProjectId>,
        #[header("X-Text")]
        text: Option<Text>,
        id: Option<ProjectId>,
        patch: Patch<ProjectId>,
        many: Option<Vec<ProjectId>>,
        nested: Option<Nested>,
        #[serde(serialize_with = "as_text")]
        through: Option<ProjectId>,
    }

    #[endpoint(POST, "/things/")]
    pub(super) struct InFlat {
        #[flatten]
        flat: Nested,
    }

    #[endpoint(POST, "/things/", form)]
    pub(super) struct InForm {
        id: Option<ProjectId>,
        nested: Option<Nested>,
    }

    #[endpoint(POST, "/things/", multipart)]
    pub(super) struct InParts {
        id: Option<ProjectId>,
    }

    #[endpoint(PUT, "/things/")]
    pub(super) struct AsBody {
        #[body]
        ids: Vec<ProjectId>,
    }

    #[derive(Clone, Serialize)]
    pub(super) struct Nested {
        pub(super) of: ProjectId,
    }

    /// Text that contains an id.
    pub(super) struct Text(pub(super) ProjectId);

    impl std::fmt::Display for Text {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "project {}", self.0)
        }
    }

    #[allow(clippy::ref_option, reason = "serde's signature")]
    fn as_text<S: serde::Serializer>(
        id: &Option<ProjectId>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(id.as_ref().unwrap())
    }
}

#[tokio::test]
async fn an_absent_reference_reaches_no_server() {
    use with_an_id::{
        AsBody, InBody, InFlat, InForm, InParts, InPath, InQuery, InSegments, Nested, Text,
    };

    let server = Server::start(|_| json(200, "{}")).await.unwrap();
    let client = Client::plane().base_url(server.url()).api_key("key").build().unwrap();
    let item: WorkItem = decode(r#"{"id": "w"}"#);
    let none = || item.project.clone();
    let id = || ProjectId::from(none());
    let body = InBody::new;
    macro_rules! rejected {
        ($($request:expr => $name:literal,)+) => {$(
            let error = $request.send(&client).await.unwrap_err();
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
            let text = error.to_string();
            assert!(text.contains($name) && text.contains("empty id"), "{text}");
            assert!(text.contains("an unset reference"), "{text}");
        )+};
    }
    rejected! {
        CreateWorkItemComment::new("acme", none(), &item.id) => "path parameter `project_id`",
        CreateWorkItemComment::new("acme", &item.project, &item.id) => "path parameter `project_id`",
        UpdateWorkItem::new("acme", "p", "w").parent(item.parent.clone()) => "`parent`",
        InPath::new(none()) => "path parameter `id`",
        InSegments::new(none()) => "path parameter `id`",
        InQuery::new().id(none()) => "query parameter `id`",
        InQuery::new().joined([none()]) => "query parameter `joined`",
        InQuery::new().joined([ProjectId::from("p"), id()]) => "query parameter `joined`",
        InQuery::new().many([none()]) => "query parameter `many`",
        body().header(none()) => "header `x-project`",
        body().text(Text(id())) => "header `x-text`",
        body().id(none()) => "`id`",
        body().patch(none()) => "`patch`",
        body().many([ProjectId::from("p"), id()]) => "`many`",
        body().nested(Nested { of: id() }) => "`nested`",
        body().through(none()) => "a value of the request",
        InFlat::new(Nested { of: id() }) => "`flat`",
        InForm::new().id(none()) => "`id`",
        InForm::new().nested(Nested { of: id() }) => "`nested`",
        InParts::new().id(none()) => "`id`",
        AsBody::new([id()]) => "`body`",
        body().id("") => "`id`",
    }
    assert_eq!(server.requests().len(), 0);

    // The next request of the thread is unaffected, and so is code outside of requests.
    body().id("p").send(&client).await.unwrap();
    assert_eq!(server.requests().len(), 1);
    assert_eq!(json!({ "id": id() }), json!({ "id": "" }));
    assert_eq!(id().to_string(), "");
}

#[test]
fn a_value_that_cannot_be_displayed_is_no_header() {
    struct Broken;

    impl std::fmt::Display for Broken {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }

    #[endpoint(GET, "/")]
    struct Get {
        #[header("X-Broken")]
        broken: Broken,
    }

    let error = Get::new(Broken).request().unwrap_err().to_string();
    assert!(error.contains("the header `x-broken` cannot be formatted"), "{error}");
}

/// Decoding and encoding work the same for all features of `serde_json`.
mod with_shared_features {
    use super::*;

    #[endpoint(POST, "/form", form)]
    struct Form<T: Serialize> {
        v: T,
    }

    #[endpoint(GET, "/query")]
    struct Query<T: Serialize> {
        v: T,
        #[query(comma)]
        many: Vec<T>,
    }

    fn form<T: Serialize + Send + Sync>(v: T) -> String {
        let request = Form::new(v).request().unwrap();
        String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap()
    }

    #[test]
    fn numbers_are_numbers_in_forms_and_queries() {
        assert_eq!(form(json!({"x": 1.5})), "v%5Bx%5D=1.5");
        assert_eq!(form(json!([1, {"y": -2}])), "v=1&v%5B1%5D%5By%5D=-2");
        assert_eq!(form(json!(7)), "v=7");
        assert_eq!(form(PropertyValue::Number(1.5)), "v=1.5");
        assert_eq!(form(PropertyValue::Other(json!([1]))), "v=1");
        let query = Query::new(json!(1.5)).many([json!(1), json!(2.5)]).request().unwrap();
        assert_eq!(query.uri().query(), Some("v=1.5&many=1,2.5"));
    }

    #[test]
    fn every_value_of_a_property_survives_a_round_trip() {
        for (json, value) in [
            (r#""x""#, PropertyValue::Text("x".into())),
            ("true", PropertyValue::Boolean(true)),
            ("7", PropertyValue::Integer(7)),
            ("12.5", PropertyValue::Number(12.5)),
            (r#"["a","b"]"#, PropertyValue::Many(vec!["a".into(), "b".into()])),
            (
                r#"{"description_html":"<p>x</p>"}"#,
                PropertyValue::RichText { description_html: "<p>x</p>".into() },
            ),
            (r#"{"n":1.5}"#, PropertyValue::Other(json!({"n": 1.5}))),
            ("[1,2]", PropertyValue::Other(json!([1, 2]))),
            ("18446744073709551615", PropertyValue::Other(json!(u64::MAX))),
            ("-9223372036854775808", PropertyValue::Integer(i64::MIN)),
        ] {
            assert_eq!(decode::<PropertyValue>(json), value, "{json}");
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
        assert_eq!(decode::<PropertyValue>("7.0"), PropertyValue::Number(7.0));
        assert_eq!(decode::<PropertyValue>("1e2"), PropertyValue::Number(100.0));
        assert_eq!(decode::<PropertyValue>(r#"[null,"a"]"#), PropertyValue::Many(vec!["a".into()]));
    }

    #[test]
    fn one_or_many_hold_numbers() {
        assert_eq!(decode::<OneOrMany<f64>>("1.5"), OneOrMany::One(1.5));
        assert_eq!(decode::<OneOrMany<i64>>("[1, -2]"), OneOrMany::Many(vec![1, -2]));
        let item =
            decode::<OneOrMany<WorkItem>>(r#"{"id": "w", "sequence_id": 7, "sort_order": 1.5}"#);
        assert_eq!(item.into_vec()[0].sequence_id, Some(7));
        assert_eq!(decode::<Flat<f64>>("[1.5, [2.5]]").0, [1.5, 2.5]);
    }

    #[test]
    fn ids_may_be_numbers() {
        assert_eq!(decode::<Id<()>>("7"), "7");
        assert_eq!(decode::<Id<()>>("-7"), "-7");
        assert_eq!(decode::<Id<()>>("7.0"), "7");
        assert_eq!(decode::<Id<()>>("18446744073709551615"), "18446744073709551615");
        assert_eq!(decode::<Id<()>>("1e2"), "100");
        assert_eq!(decode::<Id<()>>("-2.0e1"), "-20");
        assert_eq!(decode::<Id<()>>("0"), "0");
        assert_eq!(decode::<Id<()>>("-0"), "0");
        assert_eq!(decode::<Id<()>>("-0.0"), "0");
        for json in ["1e300", "1.5e0", "1e-1", "7.5", "{}", r#"{"a": "7"}"#, "[]", "true", "null"] {
            assert!(serde_json::from_str::<Id<()>>(json).is_err(), "{json}");
        }
        let item: WorkItem =
            decode(r#"{"id": 7, "estimate_point": 3, "assignees": [1, {"id": 2}]}"#);
        assert_eq!((item.id, item.estimate_point.unwrap().id()), ("7".into(), &"3".into()));
        assert_eq!(item.assignees.unwrap().len(), 2);
        let value = json!({"id": 7, "state": 7, "sequence_id": 7});
        assert_eq!(serde_json::from_value::<WorkItem>(value).unwrap().id, "7");
    }

    #[test]
    fn models_with_numbers_decode() {
        let detail = decode(r#"{"id": "m", "member": "u", "role": 20}"#);
        assert!(matches!(detail, ProjectMemberDetail::Membership(_)), "{detail:?}");
        let detail = decode(r#"{"id": "u", "role": 20.0, "display_name": "alice"}"#);
        assert!(matches!(detail, ProjectMemberDetail::User(_)), "{detail:?}");
        let customer: Customer = decode(
            r#"{"id": "c", "created_at": "2026-01-02T03:04:05Z", "employees": 5, "logo_props": {"in_use": "emoji"}, "description": {"n": 1.5}}"#,
        );
        assert_eq!((customer.employees, customer.description), (Some(5), Some(json!({"n": 1.5}))));
    }

    #[endpoint(GET, "/entries/" -> Page<Value>)]
    #[derive(Clone)]
    struct ListEntries {
        cursor: Option<Cursor>,
    }

    #[tokio::test]
    async fn entries_with_numeric_ids_are_told_from_each_other() {
        // Entry 2 moved to the next page in between.
        let server = Server::start(|request| {
            let first = !request.line().contains("cursor");
            let (results, more) = if first {
                ("[{\"id\":1},{\"id\":2}]", true)
            } else {
                ("[{\"id\":2},{\"id\":3}]", false)
            };
            json(
                200,
                &format!(
                    r#"{{"results":{results},"next_cursor":"2:1:0","next_page_results":{more}}}"#
                ),
            )
        });
        let server = server.await.unwrap();
        let client = Client::builder(server.url()).api_key("key").build().unwrap();
        let entries = ListEntries::new().items(&client).collect(9).await.unwrap();
        let ids: Vec<_> = entries.iter().map(|entry| entry["id"].to_string()).collect();
        assert_eq!(ids, ["1", "2", "3"]);
    }

    #[test]
    fn the_features_are_on_when_they_are_asked_for() {
        let digits = "0.1000000000000000055511151231257827";
        let kept = decode::<Value>(digits).to_string();
        assert_eq!(kept == digits, cfg!(feature = "shared-features"));
    }
}
