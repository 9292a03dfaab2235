use std::collections::BTreeMap;

use super::*;

const QUERY: Style = Style::query(ListStyle::Repeat);
const FORM: Style = Style::form(ListStyle::Repeat);

/// Keeps brackets unencoded.
fn pairs(style: Style, value: impl Serialize) -> Result<String, String> {
    let mut text = String::new();
    value.serialize(Pairs::new(&mut text, style, "k")).map_err(|error| error.0)?;
    Ok(text.replace("%5B", "[").replace("%5D", "]"))
}

fn repeated(value: impl Serialize) -> Result<String, String> {
    let mut query = String::new();
    value.serialize(Pairs::new(&mut query, QUERY, "k")).map_err(|error| error.0)?;
    Ok(query)
}

fn comma(value: impl Serialize) -> Result<String, String> {
    let mut query = "a=1".to_owned();
    value
        .serialize(Pairs::new(&mut query, Style::query(ListStyle::Comma), "k"))
        .map_err(|error| error.0)?;
    Ok(query)
}

fn form(value: impl Serialize) -> Result<String, String> {
    let mut form = String::new();
    value.serialize(Pairs::new(&mut form, FORM, "k")).map_err(|error| error.0)?;
    Ok(form)
}

#[derive(Serialize)]
enum Order {
    #[serde(rename = "-created_at")]
    Newest,
    By(u8),
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Line {
    price: &'static str,
    tax: Option<u8>,
    tags: Vec<&'static str>,
}

#[test]
fn scalars_are_written_as_they_print() {
    assert_eq!(repeated("a b&c=d").unwrap(), "k=a%20b%26c%3Dd");
    assert_eq!(repeated('é').unwrap(), "k=%C3%A9");
    assert_eq!(repeated(true).unwrap(), "k=true");
    assert_eq!(repeated(-7).unwrap(), "k=-7");
    assert_eq!(repeated(u128::MAX).unwrap(), format!("k={}", u128::MAX));
    assert_eq!(repeated(1.5).unwrap(), "k=1.5");
    assert_eq!(repeated(Order::Newest).unwrap(), "k=-created_at");
    assert_eq!(repeated(Unit).unwrap(), "k=Unit");
    assert_eq!(repeated(Some(1)).unwrap(), "k=1");
    assert_eq!(repeated("").unwrap(), "k=");
    assert_eq!(repeated(None::<u8>).unwrap(), "");
}

#[test]
fn lists_repeat_the_name_or_are_joined() {
    assert_eq!(repeated(["a", "b"]).unwrap(), "k=a&k=b");
    assert_eq!(repeated(Vec::<u8>::new()).unwrap(), "");
    assert_eq!(comma(["a", "b c"]).unwrap(), "a=1&k=a,b%20c");
    assert_eq!(comma((1, Some("x"), None::<u8>)).unwrap(), "a=1&k=1,x");
    assert_eq!(comma([None, Some("x"), None, Some("y")]).unwrap(), "a=1&k=x,y");
    assert_eq!(comma(Vec::<u8>::new()).unwrap(), "a=1");
    assert_eq!(comma("one").unwrap(), "a=1&k=one");
}

fn flat(style: Style, value: impl Serialize) -> Result<String, String> {
    const SPEC: &crate::spec::Spec =
        &crate::spec::Spec::new("Flat", http::Method::GET, "/").params(&["query\nname"]);
    let mut text = "a=1".to_owned();
    let mut names = Names::of_query(SPEC);
    flatten(&mut text, style, &mut names, &value).map_err(|error| error.0)?;
    Ok(text.replace("%5B", "[").replace("%5D", "]"))
}

#[test]
fn what_is_flat_has_no_name_of_its_own() {
    let line = Line { price: "p", tax: Some(2), tags: vec!["a", "b"] };
    let written = "a=1&price=p&tax=2&tags=a&tags=b";
    assert_eq!(flat(QUERY, &line).unwrap(), written);
    let map = BTreeMap::from([("x", Some(&line)), ("y", None)]);
    let nested = "a=1&x[price]=p&x[tax]=2&x[tags]=a&x[tags]=b";
    assert_eq!(flat(QUERY, &map).unwrap(), nested);
    assert_eq!(flat(FORM, &map).unwrap(), nested);
    assert_eq!(flat(FORM, None::<u8>).unwrap(), "a=1");
    assert_eq!(flat(FORM, Order::By(1)).unwrap(), "a=1&By=1");
    for error in [flat(QUERY, "text"), flat(FORM, [1]), flat(FORM, 1.5), flat(QUERY, Order::Newest)]
    {
        assert_eq!(error.unwrap_err(), "only a map or a struct can be flattened");
    }
}

#[test]
fn what_is_flat_repeats_no_name() {
    for name in ["name", "name[]", "name[x]"] {
        let error = flat(QUERY, BTreeMap::from([(name, 1)])).unwrap_err();
        assert!(error.starts_with("its entry `name` is also a declared parameter"), "{error}");
    }
    assert_eq!(flat(QUERY, BTreeMap::from([("name", None::<u8>)])).unwrap(), "a=1");
    assert_eq!(flat(QUERY, BTreeMap::from([("names", 1)])).unwrap(), "a=1&names=1");
    assert_eq!(
        flat(QUERY, BTreeMap::from([("b[x]", 1), ("b[y]", 2)])).unwrap(),
        "a=1&b[x]=1&b[y]=2"
    );
}

#[test]
fn brackets_are_behind_the_name_of_every_list() {
    let line = |price| Line { price, tax: None, tags: vec!["a", "b"] };
    for style in [Style::query(ListStyle::Brackets), Style::form(ListStyle::Brackets)] {
        assert_eq!(pairs(style, [1, 2]).unwrap(), "k[]=1&k[]=2");
        assert_eq!(pairs(style, "one").unwrap(), "k=one");
        assert_eq!(pairs(style, Vec::<u8>::new()).unwrap(), "");
        assert_eq!(pairs(style, [Some(1), None]).unwrap(), "k[]=1");
        assert_eq!(pairs(style, line("p")).unwrap(), "k[price]=p&k[tags][]=a&k[tags][]=b");
        assert_eq!(
            pairs(style, [line("p"), line("q")]).unwrap(),
            "k[0][price]=p&k[0][tags][]=a&k[0][tags][]=b&k[1][price]=q&k[1][tags][]=a&k[1][tags][]=b"
        );
        assert_eq!(pairs(style, [[1, 2], [3, 4]]).unwrap(), "k[0][]=1&k[0][]=2&k[1][]=3&k[1][]=4");
        assert_eq!(flat(style, line("p")).unwrap(), "a=1&price=p&tags[]=a&tags[]=b");
    }
}

#[test]
fn queries_nest_as_forms_do() {
    assert_eq!(pairs(QUERY, BTreeMap::from([("gte", 5), ("lt", 7)])).unwrap(), "k[gte]=5&k[lt]=7");
    let line = |price| Line { price, tax: None, tags: vec!["a", "b"] };
    assert_eq!(
        pairs(QUERY, [line("p"), line("q")]).unwrap(),
        "k[0][price]=p&k[0][tags]=a&k[0][tags]=b&k[1][price]=q&k[1][tags]=a&k[1][tags]=b"
    );
    let joined = Style::query(ListStyle::Comma);
    assert_eq!(pairs(joined, line("p")).unwrap(), "k[price]=p&k[tags]=a,b");
    let error = pairs(joined, [line("p")]).unwrap_err();
    assert_eq!(error, "a struct is not supported in a comma-separated list");
    let number: serde_json::Value = serde_json::from_str(r#"{"a": 1.50, "b": [7]}"#).unwrap();
    assert_eq!(pairs(QUERY, number).unwrap().replace("1.50", "1.5"), "k[a]=1.5&k[b]=7");
}

#[test]
fn forms_are_written_as_browsers_do_and_nest() {
    assert_eq!(form("a b&ö*~+").unwrap(), "k=a+b%26%C3%B6*%7E%2B");
    assert_eq!(form(["a", "b"]).unwrap(), "k=a&k=b");
    let map = BTreeMap::from([("x y", 1), ("z", 2)]);
    assert_eq!(form(&map).unwrap(), "k%5Bx+y%5D=1&k%5Bz%5D=2");
    assert_eq!(form(BTreeMap::from([(1, &map)])).unwrap().matches("k%5B1%5D%5B").count(), 2);
    let line = |price| Line { price, tax: None, tags: vec!["a", "b"] };
    assert_eq!(
        form([line("p"), line("q")]).unwrap().replace("%5B", "[").replace("%5D", "]"),
        "k[0][price]=p&k[0][tags]=a&k[0][tags]=b&k[1][price]=q&k[1][tags]=a&k[1][tags]=b"
    );
    assert_eq!(form(vec![vec![1]]).unwrap_err(), "a list within a list is not supported in a form");
    assert!(form(Order::By(1)).unwrap_err().ends_with("is not supported in a form"));
    assert!(form(BTreeMap::from([(vec![1], 1)])).unwrap_err().starts_with("a key of a map"));
}

#[test]
fn what_has_no_place_in_a_query_is_rejected() {
    assert!(repeated(vec![vec![1]]).unwrap_err().starts_with("a list within"));
    assert!(comma(vec![vec![1]]).unwrap_err().contains("a list within"));
    assert!(repeated(Order::By(1)).unwrap_err().starts_with("an enum variant"));
    assert!(repeated(f64::NAN).unwrap_err().starts_with("a number that is not finite"));
    assert!(comma(["a,b"]).unwrap_err().contains("must not contain a comma"));
    assert!(comma(["a", "b,c"]).unwrap_err().contains("must not contain a comma"));
}
