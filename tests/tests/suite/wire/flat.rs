//! Flattened entries, values in two locations, and custom serializers.

use serde::Serializer;

use super::*;

#[derive(Debug, Clone, Serialize)]
pub struct Extra {
    pub color: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u8>,
}

const EXTRA: Extra = Extra { color: "red", size: None };

#[endpoint(POST, "/things/")]
pub struct CreateThing {
    #[flatten]
    pub first: BTreeMap<String, Value>,
    pub name: Option<String>,
    #[serde(flatten)]
    pub extra: Extra,
}

#[endpoint(GET, "/things/")]
pub struct FilterThings {
    pub search: Option<String>,
    #[flatten]
    pub filters: BTreeMap<String, Vec<u8>>,
    #[flatten]
    pub extra: Extra,
}

#[endpoint(POST, "/things/", form)]
pub struct FormThing {
    #[flatten]
    pub extra: BTreeMap<String, Extra>,
}

fn map<T>(pairs: impl IntoIterator<Item = (&'static str, T)>) -> BTreeMap<String, T> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

#[test]
fn flattened_entries_are_in_the_order_of_the_fields() {
    const HEAD: &str = "POST /things/\ncontent-type: application/json\n\n";
    let request = CreateThing::new(map([("a", Value::from(1)), ("b", Value::Null)]), EXTRA);
    assert_eq!(
        wire(&request.name("n")),
        format!(r#"{HEAD}{{"a":1,"b":null,"name":"n","color":"red"}}"#)
    );
    let request = CreateThing::new(BTreeMap::new(), Extra { size: Some(2), ..EXTRA });
    assert_eq!(wire(&request), format!(r#"{HEAD}{{"color":"red","size":2}}"#));

    #[endpoint(POST, "/things/")]
    struct OnlyFlat {
        #[flatten]
        a: BTreeMap<String, u8>,
        #[flatten]
        b: BTreeMap<String, u8>,
        c: Option<u8>,
    }
    assert_eq!(wire(&OnlyFlat::new(map([]), map([]))), format!("{HEAD}{{}}"));
    assert_eq!(wire(&OnlyFlat::new(map([]), map([("x", 1)]))), format!(r#"{HEAD}{{"x":1}}"#));
    assert_eq!(
        wire(&OnlyFlat::new(map([("x", 1)]), map([])).c(2)),
        format!(r#"{HEAD}{{"x":1,"c":2}}"#)
    );
    let spec = CreateThing::SPEC;
    assert_eq!(
        spec.params.into_iter().map(|it| it.flatten).collect::<Vec<_>>(),
        [true, false, true]
    );
}

#[test]
fn entries_join_the_query_and_forms() {
    let request = FilterThings::new(map([("state", vec![1, 2]), ("none", vec![])]), EXTRA);
    assert_eq!(wire(&request.search("s")), "GET /things/?search=s&state=1&state=2&color=red\n\n");
    assert_eq!(
        wire(&FormThing::new(map([("k", EXTRA)]))),
        "POST /things/\ncontent-type: application/x-www-form-urlencoded\n\nk%5Bcolor%5D=red"
    );
}

#[test]
fn values_without_entries_cannot_be_flattened() {
    #[endpoint(POST, "/things/")]
    struct Flat<T>
    where
        T: Serialize,
    {
        name: u8,
        #[flatten]
        rest: T,
    }
    for error in [
        Flat::new(1, "text").request().unwrap_err(),
        Flat::new(1, [1, 2]).request().unwrap_err(),
        Flat::new(1, 7).request().unwrap_err(),
    ] {
        assert_eq!(
            error.to_string(),
            "POST /things/: `rest` cannot be sent: only a map or a struct can be flattened"
        );
    }
    assert!(wire(&Flat::new(1, ())).ends_with("\n\n{\"name\":1}"), "a unit has no entries");
}

#[endpoint(PATCH, "/things/<id>/")]
#[serde(rename_all = "camelCase")]
pub struct Flattened<A, B>
where
    A: Serialize,
    B: Serialize,
{
    pub id: u8,
    pub due_date: Option<u8>,
    #[serde(rename = "kind")]
    pub r#type: Patch<u8>,
    #[flatten]
    pub a: A,
    #[flatten]
    pub b: B,
    #[query]
    pub mode: Option<u8>,
}

#[endpoint(POST, "/things/?beta=true", query)]
pub struct FlatQuery<A, B>
where
    A: Serialize,
    B: Serialize,
{
    pub limit: Option<u8>,
    pub tags: Vec<u8>,
    #[flatten]
    pub a: A,
    #[flatten]
    pub b: B,
}

#[endpoint(POST, "/things/", form)]
pub struct FlatForm<A, B>
where
    A: Serialize,
    B: Serialize,
{
    pub limit: Option<u8>,
    pub tags: Vec<u8>,
    #[flatten]
    pub a: A,
    #[flatten]
    pub b: B,
}

#[endpoint(POST, "/things/", multipart)]
pub struct FlatParts<A, B>
where
    A: Serialize,
    B: Serialize,
{
    pub limit: Option<u8>,
    pub tags: Vec<u16>,
    #[flatten]
    pub a: A,
    #[flatten]
    pub b: B,
}

#[derive(Clone, Serialize)]
pub struct Renamed {
    #[serde(rename = "dueDate")]
    pub date: u8,
}

/// A struct whose entries come from a map within it.
#[derive(Clone, Serialize)]
pub struct Deep {
    #[serde(flatten)]
    pub map: BTreeMap<String, u8>,
}

/// Asserts that the request is rejected, with this message.
fn rejected<E: Endpoint>(request: &E, words: &str) {
    let error = plane_api::generated::build(request).unwrap_err();
    assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
    assert!(error.to_string().contains(words), "{error}");
}

#[test]
fn entries_that_repeat_a_declared_name_are_rejected() {
    let none = || map::<u8>([]);
    let one = |name| map([(name, 1)]);
    // Names on the wire are compared, whether or not the field is set, and wherever the entry comes from.
    for name in ["dueDate", "kind"] {
        let words = format!("its entry `{name}` is also a declared parameter");
        rejected(&Flattened::new(1, one(name), none()), &format!("`a` cannot be sent: {words}"));
        rejected(
            &Flattened::new(1, none(), one(name)).due_date(2),
            &format!("`b` cannot be sent: {words}"),
        );
        rejected(&Flattened::new(1, Deep { map: one(name) }, ()), &words);
        rejected(&Flattened::new(1, Value::from_iter([(name, 1)]), ()), &words);
    }
    rejected(
        &Flattened::new(1, Renamed { date: 1 }, ()),
        "its entry `dueDate` is also a declared parameter",
    );
    // Names of Rust fields, and names in another location, are allowed.
    for name in ["due_date", "type", "mode", "id", "a", "b", "due[Date]", "dueDate[x]"] {
        assert!(wire(&Flattened::new(1, one(name), ())).ends_with(&format!(r#"{{"{name}":1}}"#)));
    }
    for name in ["limit", "tags", "tags[]", "limit[x]"] {
        rejected(&FlatQuery::new(one(name), none()), "is also a declared parameter");
        rejected(&FlatQuery::new(none(), one(name)).limit(1), "is also a declared parameter");
        rejected(&FlatForm::new(one(name), none()).tags([1]), "is also a declared parameter");
        rejected(&FlatParts::new(none(), one(name)), "is also a declared parameter");
    }
    rejected(&FlatQuery::new(one("beta"), none()), "its entry `beta` is also a declared parameter");
    rejected(
        &FlatQuery::new(map([("limit", map([("x", 1)]))]), ()),
        "its entry `limit` is also a declared parameter",
    );
    // An omitted field repeats no name.
    let omitted = FlatQuery::new(map([("limit", None), ("x", Some(1))]), ()).limit(2);
    assert!(wire(&omitted).starts_with("POST /things/?beta=true&limit=2&x=1\n"));
}

#[test]
fn entries_that_repeat_each_other_are_rejected() {
    let words = "`b` cannot be sent: another flattened entry has the same name";
    let one = || map([("x", 1)]);
    rejected(&Flattened::new(1, one(), one()), words);
    rejected(&Flattened::new(1, EXTRA, map([("color", 1)])), words);
    rejected(&FlatForm::new(one(), Value::from_iter([("x", 1)])), words);
    rejected(&FlatParts::new(one(), Deep { map: one() }), words);
    rejected(&FlatQuery::new(one(), one()), "another flattened entry has the same name");
    let error = FlatQuery::new(map([("sesame", 1)]), map([("sesame", 1)])).request().unwrap_err();
    assert!(!error.to_string().contains("sesame"), "{error}");
    assert!(FlatQuery::new(map([("r[a]", 1)]), map([("r[b]", 1)])).request().is_ok());
    let both = Flattened::new(1, one(), map([("y", 1)])).due_date(3);
    assert!(wire(&both).ends_with(r#"{"dueDate":3,"x":1,"y":1}"#));
}

#[endpoint(PUT, "/things/<id>/")]
pub struct PutThing {
    pub name: String,
    #[path(body)]
    #[serde(rename = "thing_id")]
    pub id: u64,
    pub more: Option<u8>,
}

#[test]
fn a_path_parameter_can_be_sent_in_the_body_too() {
    assert_eq!(
        wire(&PutThing::new(7, "n")),
        "PUT /things/7/\ncontent-type: application/json\n\n{\"name\":\"n\",\"thing_id\":7}"
    );
    let params: Vec<_> =
        PutThing::SPEC.params.into_iter().map(|it| (it.name, it.location)).collect();
    let body = |name| (name, ParamLocation::Body);
    assert_eq!(params, [("id", ParamLocation::Path), body("name"), body("thing_id"), body("more")]);

    #[endpoint(POST, "/things/<id>/")]
    struct Alone {
        #[path(body)]
        id: u64,
    }
    assert!(wire(&Alone::new(1)).ends_with("\ncontent-type: application/json\n\n{\"id\":1}"));
}

mod cents {
    use super::Serializer;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(euros: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{:.0}", euros * 100.0))
    }

    pub(super) fn optional<S: Serializer>(
        euros: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match euros {
            Some(euros) => serialize(euros, serializer),
            None => Err(serde::ser::Error::custom("it is left out before")),
        }
    }
}

#[endpoint(PATCH, "/things/<id>/")]
pub struct Priced {
    pub id: u8,
    #[serde(with = "cents")]
    pub price: f64,
    #[query]
    #[serde(serialize_with = "cents::optional", rename = "min")]
    pub minimum: Option<f64>,
    #[serde(with = "cents")]
    pub rebate: Patch<f64>,
}

#[test]
fn a_field_can_have_its_own_serializer() {
    const HEAD: &str = "content-type: application/json\n\n";
    assert_eq!(
        wire(&Priced::new(1, 1.5)),
        format!("PATCH /things/1/\n{HEAD}{{\"price\":\"150\"}}")
    );
    assert_eq!(
        wire(&Priced::new(1, 1.5).minimum(2.0).rebate(0.1)),
        format!("PATCH /things/1/?min=200\n{HEAD}{{\"price\":\"150\",\"rebate\":\"10\"}}")
    );
    assert!(wire(&Priced::new(1, 1.5).rebate(Patch::Clear)).ends_with(r#","rebate":null}"#));
}

#[test]
fn entries_within_an_option_or_a_newtype_join_the_query() {
    #[derive(Serialize)]
    struct Wrapped(Option<BTreeMap<String, u8>>);
    #[endpoint(GET, "/things/")]
    struct Wraps {
        #[flatten]
        wrapped: Wrapped,
        #[flatten]
        optional: Option<BTreeMap<String, u8>>,
    }
    let request = Wraps::new(Wrapped(Some(map([("a", 1)])))).optional(map([("b", 2)]));
    assert_eq!(wire(&request), "GET /things/?a=1&b=2\n\n");
}
