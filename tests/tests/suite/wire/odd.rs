//! Unusual declarations that users may try.

use std::{collections::BTreeMap, marker::PhantomData};

use plane_api::{FilePart, Id};

use super::*;

#[derive(Debug, Clone, Serialize)]
pub struct Inner {
    pub none: Option<u8>,
    pub empty: Vec<u8>,
    pub pair: (u8, &'static str),
    pub word: Word,
    pub new: New,
    pub list: List,
    pub unit: (),
    pub deeper: Option<Box<Inner>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    TwoWords,
}

#[derive(Debug, Clone, Serialize)]
pub struct New(pub Option<u8>);

#[derive(Debug, Clone, Serialize)]
pub struct List(pub Vec<Option<u8>>);

#[derive(Debug, Clone, Serialize)]
pub struct Empty {}

#[endpoint(GET, "/things/")]
pub struct Query {
    pub inner: Option<Inner>,
    pub list: Vec<Option<Word>>,
    pub pairs: Vec<(u8, u8)>,
    pub map: Option<BTreeMap<Word, Option<u8>>>,
    pub nested: Option<BTreeMap<u8, BTreeMap<bool, Vec<u8>>>>,
    pub empty: Option<Empty>,
    pub wrapped: Option<New>,
}

fn inner(deeper: Option<Box<Inner>>) -> Inner {
    Inner {
        none: None,
        empty: vec![],
        pair: (1, "a&b"),
        word: Word::TwoWords,
        new: New(Some(2)),
        list: List(vec![Some(3), None, Some(4)]),
        unit: (),
        deeper,
    }
}

fn target(request: &impl Endpoint) -> String {
    wire(request).trim_end().replace("%5B", "[").replace("%5D", "]")
}

#[test]
fn queries_nest_whatever_serializes() {
    let flat = |at: &str| {
        format!(
            "{at}[pair]=1&{at}[pair]=a%26b&{at}[word]=two_words&{at}[new]=2&{at}[list]=3&{at}[list]=4"
        )
    };
    let request = Query::new().inner(inner(Some(Box::new(inner(None)))));
    let expected = format!("GET /things/?{}&{}", flat("inner"), flat("inner[deeper]"));
    assert_eq!(target(&request), expected);
    let request = Query::new().list([None, Some(Word::TwoWords)]);
    assert_eq!(target(&request), "GET /things/?list=two_words");
    let request = Query::new().map(BTreeMap::from([(Word::TwoWords, Some(1))]));
    assert_eq!(target(&request), "GET /things/?map[two_words]=1");
    let nested = BTreeMap::from([(1, BTreeMap::from([(true, vec![2, 3]), (false, vec![])]))]);
    assert_eq!(
        target(&Query::new().nested(nested)),
        "GET /things/?nested[1][true]=2&nested[1][true]=3"
    );
    let nothing = Query::new().map(BTreeMap::from([(Word::TwoWords, None)])).empty(Empty {});
    assert_eq!(target(&nothing.wrapped(New(None)).list([None])), "GET /things/");
    assert!(Query::new().pairs([(1, 2)]).request().is_err(), "a list within a list");
}

#[endpoint(POST, "/things/", form, brackets)]
pub struct Renamed {
    #[serde(rename = "expand[]")]
    pub expand: Vec<String>,
    pub owner: Option<BTreeMap<&'static str, Vec<u8>>>,
    #[query]
    #[serde(rename = "ids[]")]
    pub ids: Vec<u8>,
    #[query(brackets)]
    #[serde(rename = "a[b][]")]
    pub deep: Option<Vec<u8>>,
}

#[endpoint(POST, "/things/", multipart, brackets)]
pub struct RenamedParts {
    #[serde(rename = "image[]")]
    pub images: Vec<FilePart>,
    #[serde(rename = "tag[]")]
    pub tags: Vec<u16>,
}

#[test]
fn a_name_that_has_its_brackets_gets_no_others() {
    let request = Renamed::new().expand(["a", "b"]).ids([1, 2]).deep([3]);
    let request = request.owner(BTreeMap::from([("x", vec![4])]));
    assert_eq!(
        target(&request),
        "POST /things/?ids[]=1&ids[]=2&a[b][]=3\ncontent-type: application/x-www-form-urlencoded\n\n\
         expand[]=a&expand[]=b&owner[x][]=4"
    );
    let file = |name| FilePart::new(name, "x");
    let request = RenamedParts::new().images([file("1"), file("2")]).tags([7]).request().unwrap();
    let body = std::str::from_utf8(request.body().as_bytes().unwrap()).unwrap();
    let names: Vec<_> =
        body.split("; name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(names, ["image[]", "image[]", "tag[]"]);
}

/// A flattened map and a field whose names differ only in case, or by a space.
#[endpoint(POST, "/things/")]
#[serde(rename_all = "PascalCase")]
pub struct Cased {
    pub owner_id: Option<u8>,
    #[flatten]
    pub more: BTreeMap<&'static str, u8>,
    #[query]
    #[flatten]
    pub filters: BTreeMap<&'static str, u8>,
}

#[derive(Clone, Copy)]
pub struct NotEvenDebug;

#[endpoint(POST, "/<id>/", json)]
pub struct Generic<'a, T: Clone, U, const N: usize>
where
    U: Serialize,
{
    pub id: Id<T>,
    _tag: PhantomData<fn(T) -> &'a U>,
    pub value: U,
    pub other: PhantomData<[T; N]>,
    pub name: Option<&'a str>,
}

#[test]
fn generic_requests_with_phantoms_are_requests() {
    let request = Generic::<NotEvenDebug, u8, 2>::new("x", 1).name("n");
    assert!(wire(&request).ends_with("\n\n{\"value\":1,\"name\":\"n\"}"));
    assert!(wire(&request).starts_with("POST /x/\n"));
}

#[test]
fn names_that_differ_in_case_are_two() {
    let with = |name| Cased::new(BTreeMap::from([(name, 1)]), BTreeMap::new()).owner_id(2);
    assert!(wire(&with("ownerid")).ends_with(r#"{"OwnerId":2,"ownerid":1}"#));
    assert!(wire(&with("owner_id")).ends_with(r#"{"OwnerId":2,"owner_id":1}"#));
    assert!(with("OwnerId").request().is_err());
    assert!(wire(&with("Owner\\u0049d")).ends_with(r#"{"OwnerId":2,"Owner\\u0049d":1}"#));
    // One is in the query, the other in the body.
    let request = Cased::new(BTreeMap::new(), BTreeMap::from([("OwnerId", 1)])).owner_id(2);
    assert!(wire(&request).starts_with("POST /things/?OwnerId=1\n"));
}
