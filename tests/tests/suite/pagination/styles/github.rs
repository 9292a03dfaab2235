//! GitHub: a bare array, and the next page in `Link`.

use super::*;

#[endpoint(GET, "/repos/<owner>/<repo>/issues" -> Vec<Thing>)]
#[derive(Debug, Clone)]
pub struct ListIssues {
    #[page(link)]
    pub page: Option<u32>,
    pub per_page: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::Number(1),
    param: "page",
    request: |page| {
        format!("GET /repos/o/r/issues{}", query(&[("page", page), ("per_page", Some("100"))]))
    },
    page: |page| {
        let url = |number: &str, rel: &str| {
            format!(
                "<https://api.github.com/repositories/1/issues?per_page=100&page={number}>; rel=\"{rel}\""
            )
        };
        let next = page.next.as_deref().map(|next| url(next, "next"));
        let links: Vec<_> = next.into_iter().chain([url("1", "first")]).collect();
        (format!("Link: {}\r\n", links.join(", ")), json!(page.things()))
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListIssues::new("o", "r").per_page(100));
