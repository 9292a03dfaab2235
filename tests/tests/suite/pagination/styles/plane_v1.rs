//! Plane v1: predictable cursors, and the crate's own envelope.

use super::*;

#[endpoint(GET, "/workspaces/<slug>/customers/" -> Page<Thing>)]
#[derive(Debug, Clone)]
pub struct ListCustomers {
    pub cursor: Option<Cursor>,
    pub per_page: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::PlaneCursor,
    param: "cursor",
    request: |cursor| {
        let cursor = cursor.map(|cursor| cursor.replace(':', "%3A"));
        let query = query(&[("cursor", cursor.as_deref()), ("per_page", Some("100"))]);
        format!("GET /workspaces/acme/customers/{query}")
    },
    page: |page| {
        let more = page.next.is_some();
        // The last page has a cursor too.
        let next = page.next.clone().unwrap_or_else(|| format!("{SIZE}:99:0"));
        let pages = page.total.div_ceil(SIZE);
        let body = json!({"results": page.things(), "next_cursor": next, "next_page_results": more,
            "total_pages": pages, "total_results": page.total, "total_count": page.total});
        (String::new(), body)
    },
    has_total: true,
    is_predictable: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListCustomers::new("acme").per_page(100));
