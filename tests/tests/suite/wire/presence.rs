//! Bodies that are omitted, fields that are `null`, fields that are not sent, and `with`.

use std::marker::PhantomData;

use super::*;

#[endpoint(POST, "/things/<id>/archive" -> (), json = optional)]
pub struct Archive {
    pub reason: Option<String>,
    pub until: Patch<u8>,
    #[flatten]
    pub more: BTreeMap<String, u8>,
    #[query]
    pub quiet: Option<bool>,
}

#[endpoint(DELETE, "/things/<id>" -> (), json = optional, header("Content-Type" = "application/merge-patch+json"))]
pub struct Delete {
    pub reason: Option<String>,
}

#[test]
fn an_optional_body_is_omitted_with_its_type() {
    let archive = || Archive::new("7", BTreeMap::new());
    assert_eq!(wire(&archive()), "POST /things/7/archive\n\n");
    assert_eq!(wire(&archive().quiet(true)), "POST /things/7/archive?quiet=true\n\n");
    const HEAD: &str = "POST /things/7/archive\ncontent-type: application/json\n\n";
    assert_eq!(wire(&archive().reason("x")), format!(r#"{HEAD}{{"reason":"x"}}"#));
    assert_eq!(wire(&archive().until(Patch::Clear)), format!(r#"{HEAD}{{"until":null}}"#));
    let more = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(wire(&Archive::new("7", more)), format!(r#"{HEAD}{{"a":1}}"#));
    assert_eq!(wire(&Delete::new("7")), "DELETE /things/7\n\n");
    let merge = "DELETE /things/7\ncontent-type: application/merge-patch+json\n\n";
    assert_eq!(wire(&Delete::new("7").reason("x")), format!(r#"{merge}{{"reason":"x"}}"#));
    let spec = Archive::SPEC;
    assert_eq!((spec.optional_body, spec.content_type), (true, Some("application/json")));
}

mod cents {
    use serde::Serializer;

    pub(super) fn serialize<S: Serializer>(
        value: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.serialize_str(&format!("{:.0}", value * 100.0)),
            None => serializer.serialize_none(),
        }
    }
}

#[endpoint(POST, "/things")]
#[derive(Debug, Clone, PartialEq)]
pub struct CreateThing<T>
where
    T: Serialize,
{
    #[nullable]
    pub parent: Option<String>,
    pub name: String,
    #[nullable]
    #[serde(rename = "ownerIds")]
    pub owners: ::core::option::Option<Vec<T>>,
    #[nullable]
    #[serde(with = "cents")]
    pub price: Option<f64>,
}

#[test]
fn nullable_fields_are_always_sent() {
    let head = "POST /things\ncontent-type: application/json\n\n";
    assert_eq!(
        wire(&CreateThing::<u8>::new(None, "n", None, None)),
        format!(r#"{head}{{"parent":null,"name":"n","ownerIds":null,"price":null}}"#)
    );
    let mut request = CreateThing::new(Some("p".to_owned()), "n", Some(vec![1, 2]), Some(1.5));
    assert_eq!(
        wire(&request),
        format!(r#"{head}{{"parent":"p","name":"n","ownerIds":[1,2],"price":"150"}}"#)
    );
    request.parent = None;
    assert!(wire(&request).contains(r#""parent":null"#));
    let params = <CreateThing<u8> as Endpoint>::SPEC.params.into_iter();
    let params: Vec<_> = params.map(|it| (it.name, it.required, it.nullable)).collect();
    assert_eq!(
        params,
        [
            ("parent", true, true),
            ("name", true, false),
            ("ownerIds", true, true),
            ("price", true, true)
        ]
    );
}

#[endpoint(GET, "/things/<id>")]
#[derive(Debug, Clone)]
pub struct GetThing<'a, T> {
    pub id: u64,
    pub of: PhantomData<(&'a u8, T)>,
    pub expand: Option<String>,
    _private: PhantomData<fn() -> T>,
}

/// A declaration without sent fields need not say where fields are sent.
#[endpoint(DELETE, "/things/<id>" -> ())]
pub struct DeleteThing<T> {
    _of: ::core::marker::PhantomData<T>,
}

#[endpoint(POST, "/things/archive" -> ())]
pub struct ArchiveAll<T> {
    pub of: PhantomData<T>,
}

#[test]
fn phantom_data_is_not_sent() {
    assert_eq!(wire(&GetThing::<'_, String>::new(7).expand("x")), "GET /things/7?expand=x\n\n");
    assert_eq!(wire(&DeleteThing::<u8>::new("7")), "DELETE /things/7\n\n");
    assert_eq!(wire(&ArchiveAll::<u8>::new()), "POST /things/archive\n\n");
    let names: Vec<_> =
        <GetThing<'_, u8> as Endpoint>::SPEC.params.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["id", "expand"]);
    assert_eq!(<ArchiveAll<u8> as Endpoint>::SPEC.content_type, None);
}

#[test]
fn fields_are_set_in_a_chain() {
    let reason = Some("because".to_owned());
    let request = Archive::new("7", BTreeMap::new())
        .with(|it| it.reason = reason.clone())
        .with(|it| {
            it.more.insert("a".to_owned(), 1);
        })
        .quiet(true);
    assert_eq!(
        wire(&request),
        "POST /things/7/archive?quiet=true\ncontent-type: application/json\n\n{\"reason\":\"because\",\"a\":1}"
    );
    let request = GetThing::<'_, u8>::new(7).with(|it| (it.id, it.expand) = (8, None));
    assert_eq!(wire(&request), "GET /things/8\n\n");
}

#[endpoint(PUT, "/things/<id>/label" -> ())]
pub struct SetLabel {
    #[body]
    #[nullable]
    pub label: Option<String>,
}

#[endpoint(PUT, "/things/<id>/labels" -> ())]
pub struct SetLabels {
    #[body]
    pub labels: Patch<Vec<String>>,
}

mod words {
    use serde::Serializer;

    pub(super) fn serialize<S: Serializer>(words: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{words:?}"))
    }
}

#[endpoint(PUT, "/things/<id>/words" -> ())]
pub struct SetWords {
    #[body]
    #[serde(with = "words")]
    pub words: Patch<Vec<u8>>,
}

#[test]
fn a_whole_body_can_be_null() {
    let head = |name| format!("PUT /things/7/{name}\ncontent-type: application/json\n\n");
    assert_eq!(wire(&SetLabel::new("7", None)), head("label") + "null");
    assert_eq!(wire(&SetLabel::new("7", Some("x".to_owned()))), head("label") + "\"x\"");
    assert_eq!(wire(&SetLabels::new("7")), "PUT /things/7/labels\n\n");
    assert_eq!(wire(&SetLabels::new("7").labels(Patch::Clear)), head("labels") + "null");
    assert_eq!(
        wire(&SetLabels::new("7").labels(vec!["x".to_owned()])),
        head("labels") + r#"["x"]"#
    );
    assert_eq!(wire(&SetWords::new("7")), "PUT /things/7/words\n\n");
    assert_eq!(wire(&SetWords::new("7").words(Patch::Clear)), head("words") + "null");
    assert_eq!(wire(&SetWords::new("7").words(vec![1])), head("words") + "\"[1]\"");
    let label = SetLabel::SPEC.params.into_iter().next_back().unwrap();
    assert_eq!((label.name, label.required, label.nullable), ("", true, true));
}
