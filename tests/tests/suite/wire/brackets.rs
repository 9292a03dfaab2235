//! Lists with brackets after their names, and nested values in a query.

use plane_api::{FilePart, ListStyle};

use super::*;

#[derive(Debug, Clone, Default, Serialize)]
pub struct Range {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gte: Option<u32>,
    #[serde(rename = "lt", skip_serializing_if = "Option::is_none")]
    pub below: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Item {
    pub price: &'static str,
    pub tags: Vec<&'static str>,
}

/// A number, or a range of them.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Created {
    At(u32),
    In(Range),
}

#[endpoint(GET, "/things/")]
pub struct ListThings {
    pub created: Option<Created>,
    pub items: Vec<Item>,
    pub filter: Option<BTreeMap<String, Vec<u8>>>,
    #[query(comma)]
    pub fields: Option<BTreeMap<String, Vec<&'static str>>>,
    #[query(brackets)]
    pub expand: Vec<String>,
    #[query(brackets)]
    pub nested: Option<Vec<Item>>,
    #[flatten]
    pub more: BTreeMap<String, Value>,
}

/// Returns the request with decoded brackets.
fn target(request: &impl Endpoint) -> String {
    let text = wire(request).replace("%5B", "[").replace("%5D", "]");
    text.trim_end().to_owned()
}

fn item(price: &'static str) -> Item {
    Item { price, tags: vec!["a", "b"] }
}

fn map<T>(pairs: impl IntoIterator<Item = (&'static str, T)>) -> BTreeMap<String, T> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

#[test]
fn queries_nest_as_forms_do() {
    let all = || ListThings::new(map([]));
    assert_eq!(target(&all()), "GET /things/");
    assert_eq!(target(&all().created(Created::At(5))), "GET /things/?created=5");
    let range = Range { gte: Some(5), below: Some(7) };
    let request = all().created(Created::In(range)).items([item("x"), item("y")]);
    assert_eq!(
        target(&request),
        "GET /things/?created[gte]=5&created[lt]=7&items[0][price]=x&items[0][tags]=a&items[0][tags]=b\
         &items[1][price]=y&items[1][tags]=a&items[1][tags]=b"
    );
    assert!(wire(&request).contains("created%5Bgte%5D=5"), "brackets are encoded");
    let request = all().filter(map([("a b", vec![1, 2])])).fields(map([("thing", vec!["x", "y"])]));
    assert_eq!(target(&request), "GET /things/?filter[a%20b]=1&filter[a%20b]=2&fields[thing]=x,y");
    let more = serde_json::json!({"price": {"lt": 1.5}, "ids": [{"a": 18446744073709551615_u64}]});
    let more: BTreeMap<String, Value> = serde_json::from_value(more).unwrap();
    assert_eq!(
        target(&ListThings::new(more)),
        "GET /things/?ids[0][a]=18446744073709551615&price[lt]=1.5"
    );
}

#[test]
fn brackets_follow_the_names_of_a_fields_lists() {
    let request = ListThings::new(map([])).expand(["a", "b&c"]).nested([item("x")]);
    assert_eq!(
        target(&request),
        "GET /things/?expand[]=a&expand[]=b%26c&nested[0][price]=x&nested[0][tags][]=a&nested[0][tags][]=b"
    );
}

#[endpoint(GET, "/things/", brackets)]
pub struct SearchThings {
    pub expand: Vec<String>,
    pub id: Option<Vec<u8>>,
    pub limit: Option<u8>,
    #[query(comma)]
    pub fields: Vec<String>,
    pub matrix: Vec<Vec<u8>>,
    pub item: Option<Item>,
    #[flatten]
    pub more: BTreeMap<String, Vec<u8>>,
}

#[endpoint(POST, "/things/", form, brackets)]
pub struct PostForm {
    pub expand: Vec<String>,
    pub items: Vec<Item>,
    pub owner: Option<Item>,
    #[flatten]
    pub more: BTreeMap<String, Vec<u8>>,
    #[query]
    pub tag: Vec<String>,
}

#[endpoint(POST, "/things/", multipart, brackets)]
pub struct PostParts {
    pub include: Vec<String>,
    pub image: Vec<FilePart>,
    pub mask: Option<FilePart>,
}

#[endpoint(POST, "/things/", brackets)]
pub struct PostJson {
    pub labels: Vec<String>,
    #[query]
    pub tag: Vec<String>,
}

#[test]
fn the_option_is_for_all_lists_at_every_depth() {
    let request = SearchThings::new(map([("more", vec![1]), ("none", vec![])]))
        .expand(["a", "b"])
        .id([1, 2])
        .limit(9)
        .fields(["x", "y"])
        .matrix([vec![1, 2], vec![], vec![3]])
        .item(item("p"));
    assert_eq!(
        target(&request),
        "GET /things/?expand[]=a&expand[]=b&id[]=1&id[]=2&limit=9&fields=x,y&matrix[0][]=1&matrix[0][]=2&matrix[2][]=3\
         &item[price]=p&item[tags][]=a&item[tags][]=b&more[]=1"
    );
    let request = PostForm::new(map([("more", vec![1, 2])])).expand(["a"]).items([item("p")]);
    assert_eq!(
        target(&request.owner(item("q")).tag(["t"])),
        "POST /things/?tag[]=t\ncontent-type: application/x-www-form-urlencoded\n\nexpand[]=a&items[0][price]=p\
         &items[0][tags][]=a&items[0][tags][]=b&owner[price]=q&owner[tags][]=a&owner[tags][]=b&more[]=1&more[]=2"
    );
    let file = |name| FilePart::new(name, "x");
    let request =
        PostParts::new().include(["a", "b"]).image([file("1"), file("2")]).mask(file("3"));
    let request = request.request().unwrap();
    let body = std::str::from_utf8(request.body().as_bytes().unwrap()).unwrap();
    let names: Vec<_> =
        body.split("; name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(names, ["include[]", "include[]", "image[]", "image[]", "mask"]);
    let request = PostJson::new(["a"]).tag(["t"]);
    assert_eq!(
        target(&request),
        "POST /things/?tag[]=t\ncontent-type: application/json\n\n{\"labels\":[\"a\"]}"
    );
}

#[test]
fn the_description_has_the_style_of_every_list() {
    let styles = |spec: &plane_api::Spec| -> Vec<_> {
        spec.params.into_iter().map(|param| (param.name, param.list_style)).collect()
    };
    use ListStyle::{Brackets, Comma, Repeat};
    assert_eq!(
        styles(ListThings::SPEC),
        [
            ("created", Repeat),
            ("items", Repeat),
            ("filter", Repeat),
            ("fields", Comma),
            ("expand", Brackets),
            ("nested", Brackets),
            ("more", Repeat)
        ]
    );
    assert!(!ListThings::SPEC.brackets && SearchThings::SPEC.brackets);
    let all = styles(SearchThings::SPEC);
    assert!(all.iter().all(|(name, style)| (*style == Comma) == (*name == "fields")), "{all:?}");
    assert_eq!(styles(PostJson::SPEC), [("labels", Repeat), ("tag", Brackets)]);
}

#[test]
fn unsupported_values_are_errors_that_show_no_value() {
    #[endpoint(GET, "/things/")]
    pub struct Wrong {
        #[query(comma)]
        pub items: Vec<Item>,
        pub lists: Vec<Vec<&'static str>>,
    }
    let words = |request: Wrong| request.request().unwrap_err().to_string();
    assert_eq!(
        words(Wrong::new().items([item("sesame")])),
        "GET /things/: the query parameter `items` cannot be sent: a struct is not supported in a comma-separated list"
    );
    assert_eq!(
        words(Wrong::new().lists([vec!["sesame"]])),
        "GET /things/: the query parameter `lists` cannot be sent: a list within a list is not supported in a query"
    );
}
