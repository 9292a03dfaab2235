//! Discord: a bare array, newest first; the id of the last entry is the next position.

use super::*;

#[endpoint(GET, "/channels/<channel_id>/messages" -> Vec<Thing>)]
#[derive(Debug, Clone)]
pub struct ListMessages {
    #[page(last)]
    pub before: Option<String>,
    #[page(size)]
    pub limit: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::LastId,
    param: "before",
    request: |before| {
        format!("GET /channels/7/messages{}", query(&[("before", before), ("limit", Some("100"))]))
    },
    page: |page| (String::new(), json!(page.things())),
    is_descending: true,
    ends_with_an_empty_page: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListMessages::new("7").limit(100));
