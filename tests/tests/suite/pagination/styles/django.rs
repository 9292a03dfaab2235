//! Django REST framework: the URL of the next page, and a count.

use super::*;

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub results: Vec<T>,
    pub next: Option<String>,
    pub count: Option<u64>,
}

impl<T> Paged for List<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("results");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.results
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::url(&self.next).total(self.count)
    }
}

#[endpoint(GET, "/things/" -> List<Thing>)]
#[derive(Debug, Clone)]
pub struct ListThings {
    #[page(number)]
    pub page: Option<u32>,
}

pub const STYLE: Style = Style {
    kind: Kind::Number(1),
    param: "page",
    request: |page| format!("GET /things/{}", query(&[("page", page)])),
    page: |page| {
        // Behind a proxy that hides scheme and host, the server's URLs are wrong.
        let url = |next: &String| format!("http://backend.internal:8000/things/?page={next}");
        let next = page.next.as_ref().map(url);
        (
            String::new(),
            json!({"count": page.total, "next": next, "previous": null, "results": page.things()}),
        )
    },
    has_total: true,
    is_predictable: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListThings::new());
