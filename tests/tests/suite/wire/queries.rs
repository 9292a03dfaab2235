//! Queries.

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
fn unset_fields_are_omitted() {
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
fn a_query_can_be_sent_beside_a_body() {
    assert_eq!(
        wire(&Both::new(true, "n")),
        "POST /things/?dry_run=true\ncontent-type: application/json\n\n{\"name\":\"n\"}"
    );
}

#[test]
fn unsupported_values_are_errors() {
    #[derive(Serialize)]
    enum Wrong {
        Holds(u8),
    }
    #[endpoint(GET, "/things/")]
    struct Mapped {
        filter: BTreeMap<String, Wrong>,
    }
    let error = Mapped::new(BTreeMap::from([("a".to_owned(), Wrong::Holds(1))])).request();
    assert_eq!(
        error.unwrap_err().to_string(),
        "GET /things/: the query parameter `filter` cannot be sent: an enum variant with a value is not supported in a query"
    );
}

/// A value that is written by a serializer of its own is not omitted.
#[test]
fn values_of_any_kind_are_written() {
    struct Bytes(&'static [u8]);
    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(self.0)
        }
    }
    struct Shown(u8);
    impl Serialize for Shown {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(&format_args!("no. {}", self.0))
        }
    }
    #[endpoint(GET, "/things/")]
    struct Kinds {
        ratio: f32,
        raw: Bytes,
        shown: Shown,
    }
    let request = Kinds::new(0.5, Bytes(b"a b"), Shown(7));
    assert_eq!(wire(&request), "GET /things/?ratio=0.5&raw=a%20b&shown=no.%207\n\n");
    assert!(Kinds::new(f32::NAN, Bytes(b""), Shown(7)).request().is_err());
    assert!(Kinds::new(0.5, Bytes(b"\xff"), Shown(7)).request().is_err());
}
