//! Queries and forms.

use std::collections::BTreeMap;

use plane_api::{Delivery, endpoint};
use url::form_urlencoded;

#[endpoint(GET, "/things/")]
struct ListThings {
    search: Option<String>,
    labels: Vec<String>,
    #[query(comma)]
    expand: Vec<String>,
    #[flatten]
    filters: BTreeMap<String, String>,
}

#[endpoint(POST, "/things/", form)]
struct CreateThing {
    name: Option<String>,
    labels: Vec<String>,
    #[flatten]
    more: BTreeMap<String, String>,
}

/// The lines of the input are a value, a label, an item of a list joined by commas, the key and the value of an entry of a
/// map, and more labels. A server that decodes the query or the form finds exactly these.
pub fn query(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let mut lines = text.split('\n');
    let mut next = || lines.next().unwrap_or("x").to_owned();
    let (search, label, item, key, value) = (next(), next(), next(), next(), next());
    let labels: Vec<_> = std::iter::once(label).chain(lines.map(str::to_owned)).collect();
    // The names of other fields are in use.
    let is_free = !["search", "name", "labels", "expand"].contains(&&*key);
    let more: BTreeMap<_, _> = is_free.then_some((key, value)).into_iter().collect();

    let expand = vec![item.clone(), "last".to_owned()];
    let request =
        ListThings::new(more.clone()).search(&*search).labels(labels.clone()).expand(expand);
    match request.request() {
        Ok(request) => {
            let query = request.uri().query().unwrap();
            assert!(query.bytes().all(is_of_query), "{query}");
            let mut expected = vec![("search".to_owned(), search.clone())];
            expected.extend(labels.iter().map(|label| ("labels".to_owned(), label.clone())));
            expected.push(("expand".to_owned(), format!("{item},last")));
            expected.extend(more.clone());
            assert_eq!(pairs(query.as_bytes()), expected);
        }
        Err(error) => {
            assert_eq!(error.delivery(), Delivery::NotSent);
            let is_long = text.len() > 4 << 10;
            assert!(
                item.contains(',') || item.is_empty() || is_long,
                "rejected without need: {error}"
            );
        }
    }

    let request = CreateThing::new(more.clone()).name(&*search).labels(labels.clone());
    let request = request.request().unwrap();
    let form = request.body().as_bytes().unwrap();
    assert!(form.iter().all(|byte| is_of_query(*byte)));
    let mut expected = vec![("name".to_owned(), search)];
    expected.extend(labels.into_iter().map(|label| ("labels".to_owned(), label)));
    expected.extend(more);
    assert_eq!(pairs(form), expected);
}

fn pairs(text: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(text).into_owned().collect()
}

/// Returns `true` if a byte may be part of a query (RFC 3986, 3.4).
fn is_of_query(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?%".contains(&byte)
}
