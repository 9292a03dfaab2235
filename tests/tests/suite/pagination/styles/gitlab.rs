//! GitLab: a bare array, and headers that say how long the list is.

use super::*;

#[endpoint(GET, "/projects/<id>/issues" -> Vec<Thing>)]
#[derive(Debug, Clone)]
pub struct ListIssues {
    #[page(number)]
    pub page: Option<u32>,
    pub per_page: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::Number(1),
    param: "page",
    request: |page| {
        format!("GET /projects/7/issues{}", query(&[("page", page), ("per_page", Some("100"))]))
    },
    page: |page| {
        let next = page.next.as_deref().unwrap_or_default();
        let pages = page.total.div_ceil(SIZE);
        let total = page.total;
        (
            format!("X-Next-Page: {next}\r\nX-Total: {total}\r\nX-Total-Pages: {pages}\r\n"),
            json!(page.things()),
        )
    },
    has_total: true,
    is_predictable: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListIssues::new("7").per_page(100));
