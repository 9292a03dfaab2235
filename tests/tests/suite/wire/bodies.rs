//! Bodies.

use plane_api::{Method, RawResponse, RequestWriter, Spec};

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
fn a_patch_is_omitted_null_or_a_value() {
    assert_eq!(
        body(&UpdateThing::new(1).email(Patch::Clear).count(3)),
        r#"{"email":null,"count":3}"#
    );
    assert_eq!(body(&UpdateThing::new(1).email("x").count(Patch::Keep)), r#"{"email":"x"}"#);
    assert_eq!(body(&UpdateThing::new(1).email(Patch::or_clear(None))), r#"{"email":null}"#);
    assert_eq!(body(&UpdateThing::new(1).ratio(3).parent("p")), r#"{"ratio":3.0,"parent":"p"}"#);
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
fn values_that_json_cannot_represent_are_errors() {
    #[endpoint(POST, "/things/")]
    pub struct Bad {
        pub map: BTreeMap<Vec<u8>, u8>,
    }
    let error = Bad::new(BTreeMap::from([(vec![1], 1)])).request().unwrap_err();
    assert_eq!(error.to_string(), "POST /things/: `map` cannot be serialized as JSON");
}

#[endpoint(PUT, "/things/")]
pub struct PutList {
    #[body]
    pub things: Vec<u16>,
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

#[test]
fn a_number_that_json_cannot_say_is_not_sent_as_null() {
    #[endpoint(PATCH, "/things/")]
    #[derive(Default)]
    struct Numbers {
        plain: f64,
        optional: Option<f32>,
        patched: Patch<f64>,
        list: Option<Vec<f64>>,
        nested: Option<BTreeMap<String, Vec<f32>>>,
    }
    let nested = BTreeMap::from([("k".to_owned(), vec![f32::NAN])]);
    for (name, request) in [
        ("plain", Numbers::new(f64::NAN)),
        ("optional", Numbers::new(1.0).optional(f32::INFINITY)),
        ("patched", Numbers::new(1.0).patched(f64::NEG_INFINITY)),
        ("list", Numbers::new(1.0).list([1.0, f64::NAN])),
        ("nested", Numbers::new(1.0).nested(nested)),
    ] {
        let error = request.request().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "PATCH /things/: `{name}` contains a number that is not finite, which JSON does not support"
            )
        );
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
    }
    #[endpoint(PUT, "/things/")]
    struct Whole {
        #[body]
        number: f64,
    }
    assert!(Whole::new(f64::NAN).request().is_err());
    assert!(wire(&Whole::new(0.5)).ends_with("0.5"));
}

#[test]
fn fields_that_are_not_described_are_an_object_too() {
    struct ByHand(Option<u8>);

    impl Endpoint for ByHand {
        type Response = Value;
        const SPEC: &'static Spec =
            &Spec::new("ByHand", Method::PUT, "/things/").content_type("application/json");

        fn encode(&self, writer: &mut RequestWriter) {
            writer.optional_field("count", &self.0);
        }

        fn decode(answer: RawResponse) -> Result<Value> {
            answer.json()
        }
    }

    let sent = "PUT /things/\ncontent-type: application/json\n\n{\"count\":1}";
    assert_eq!(wire(&ByHand(Some(1))), sent);
    // The description does not mention fields.
    assert_eq!(wire(&ByHand(None)), "PUT /things/\n\n");
}

/// A `null` would erase data, so a `Keep` that nothing omits is rejected before the request is sent.
#[test]
fn an_unset_patch_inside_of_a_value_is_no_null() {
    #[derive(Debug, Clone, serde::Serialize)]
    pub struct Careless {
        pub name: Patch<String>,
    }

    #[derive(Debug, Clone, serde::Serialize)]
    pub struct Careful {
        #[serde(skip_serializing_if = "Patch::is_keep")]
        pub name: Patch<String>,
    }

    /// A type of the user's, into which the attribute does not look.
    #[derive(Debug, Clone, serde::Serialize)]
    pub struct Own<T>(pub T);

    #[endpoint(PATCH, "/things/1" -> ())]
    pub struct UpdateInside {
        pub list: Option<Own<Vec<Patch<u8>>>>,
        pub boxed: Option<Own<Box<Patch<u8>>>>,
        pub map: Option<Own<BTreeMap<String, Patch<u8>>>>,
        pub pair: Option<Own<(Patch<u8>, u8)>>,
        pub careless: Option<Careless>,
        pub careful: Option<Careful>,
    }

    let request = UpdateInside::new;
    let json = |request: UpdateInside| {
        let request = request.request().unwrap();
        String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap()
    };
    for request in [
        request().list(Own(vec![Patch::Set(1), Patch::Keep])),
        request().boxed(Own(Box::new(Patch::Keep))),
        request().map(Own(BTreeMap::from([("a".to_owned(), Patch::Keep)]))),
        request().pair(Own((Patch::Keep, 1))),
        request().careless(Careless { name: Patch::Keep }),
    ] {
        let error = request.request().unwrap_err();
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert!(cause.starts_with("`Patch::Keep` has no value; omit it"), "{cause}");
    }
    let cleared =
        request().list(Own(vec![Patch::Set(1), Patch::Clear])).pair(Own((Patch::Clear, 1)));
    assert_eq!(json(cleared), r#"{"list":[1,null],"pair":[null,1]}"#);
    assert_eq!(json(request().careful(Careful { name: Patch::Keep })), r#"{"careful":{}}"#);
}
