//! Slack: a cursor within `response_metadata`, empty at the end.

use super::*;

#[derive(Debug, Deserialize)]
pub struct Members {
    pub members: Vec<Thing>,
    pub response_metadata: Metadata,
}

#[derive(Debug, Deserialize)]
pub struct Metadata {
    pub next_cursor: String,
}

impl Paged for Members {
    type Item = Thing;
    const ENTRIES: Entries = Entries::at("members");
    fn entries(&mut self) -> &mut Vec<Thing> {
        &mut self.members
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(&self.response_metadata.next_cursor)
    }
}

#[endpoint(GET, "/users.list" -> Members)]
#[derive(Debug, Clone)]
pub struct ListUsers {
    #[page]
    pub cursor: Option<String>,
    pub limit: Option<u16>,
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "cursor",
    request: |cursor| {
        format!("GET /users.list{}", query(&[("cursor", cursor), ("limit", Some("200"))]))
    },
    page: |page| {
        let next = page.next.as_deref().unwrap_or_default();
        let metadata = json!({"next_cursor": next});
        (
            String::new(),
            json!({"ok": true, "members": page.things(), "response_metadata": metadata}),
        )
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListUsers::new().limit(200));
