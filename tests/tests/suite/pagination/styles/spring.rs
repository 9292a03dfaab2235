//! Spring: page numbers that start at 0.

use super::*;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SpringPage<T> {
    pub content: Vec<T>,
    pub total_elements: u64,
    pub total_pages: u64,
}

impl<T> Paged for SpringPage<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("content");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.content
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::by_rule().total(self.total_elements).pages(self.total_pages)
    }
}

#[endpoint(GET, "/orders" -> SpringPage<Thing>)]
#[derive(Debug, Clone)]
pub struct ListOrders {
    #[page(number = 0)]
    pub page: Option<u32>,
    pub size: Option<u32>,
}

pub const STYLE: Style = Style {
    kind: Kind::Number(0),
    param: "page",
    request: |page| format!("GET /orders{}", query(&[("page", page), ("size", Some("2000"))])),
    page: |page| {
        let pages = page.total.div_ceil(SIZE);
        (
            String::new(),
            json!({"content": page.things(), "totalElements": page.total, "totalPages": pages}),
        )
    },
    has_total: true,
    is_predictable: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListOrders::new().size(2000));
