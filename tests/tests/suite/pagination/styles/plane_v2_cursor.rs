//! Plane v2, by cursor: a constant parameter chooses the style.

use super::*;

#[derive(Debug, Deserialize)]
pub struct CursorPage<T> {
    pub data: Vec<T>,
    pub has_more: bool,
    pub next_cursor: Option<Cursor>,
}

impl<T> Paged for CursorPage<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::more(self.has_more, &self.next_cursor)
    }
}

#[endpoint(GET, "/workspaces/<slug>/customers/?paginate=cursor" -> CursorPage<Thing>, root = "/api/v2")]
#[derive(Debug, Clone)]
pub struct ListCustomers {
    #[page]
    pub cursor: Option<Cursor>,
    pub per_page: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "cursor",
    request: |cursor| {
        let query =
            query(&[("paginate", Some("cursor")), ("cursor", cursor), ("per_page", Some("200"))]);
        format!("GET /api/v2/workspaces/acme/customers/{query}")
    },
    page: |page| {
        let more = page.next.is_some();
        (String::new(), json!({"data": page.things(), "has_more": more, "next_cursor": page.next}))
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListCustomers::new("acme").per_page(200));
