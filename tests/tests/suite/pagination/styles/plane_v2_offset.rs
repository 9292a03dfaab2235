//! Plane v2, by offset: the response names the next offset.

use super::*;

#[derive(Debug, Deserialize)]
pub struct OffsetPage<T> {
    pub data: Vec<T>,
    pub next: Option<u64>,
    pub total_count: Option<u64>,
}

impl<T> Paged for OffsetPage<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(self.next).total(self.total_count)
    }
}

#[endpoint(GET, "/workspaces/<slug>/states/" -> OffsetPage<Thing>, root = "/api/v2")]
#[derive(Debug, Clone)]
pub struct ListStates {
    #[page(offset)]
    pub offset: Option<u32>,
    pub per_page: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::Offset,
    param: "offset",
    request: |offset| {
        format!(
            "GET /api/v2/workspaces/acme/states/{}",
            query(&[("offset", offset), ("per_page", Some("200"))])
        )
    },
    page: |page| {
        let next: Option<u64> = page.next.as_deref().map(|next| next.parse().unwrap());
        let previous = page.start.checked_sub(SIZE);
        let body = json!({"data": page.things(), "next": next, "previous": previous, "total_count": page.total});
        (String::new(), body)
    },
    has_total: true,
    is_predictable: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListStates::new("acme").per_page(200));
