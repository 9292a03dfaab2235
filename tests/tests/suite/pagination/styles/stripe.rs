//! Stripe: `has_more`, and the id of the last entry as the next position.

use super::*;

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub data: Vec<T>,
    pub has_more: bool,
}

impl<T> Paged for List<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }
    fn next(&self, context: &PageContext<'_>) -> NextPage {
        NextPage::more(self.has_more, context.last_id())
    }
}

#[endpoint(GET, "/v1/customers" -> List<Thing>)]
#[derive(Debug, Clone)]
pub struct ListCustomers {
    #[page]
    pub starting_after: Option<String>,
    pub limit: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::LastId,
    param: "starting_after",
    request: |after| {
        format!("GET /v1/customers{}", query(&[("starting_after", after), ("limit", Some("100"))]))
    },
    page: |page| {
        let body =
            json!({"object": "list", "data": page.things(), "has_more": page.next.is_some()});
        (String::new(), body)
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListCustomers::new().limit(100));
