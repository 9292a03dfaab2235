//! Notion: a `POST` with the cursor in its JSON body.

use super::*;

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub results: Vec<T>,
    pub has_more: bool,
    pub next_cursor: Option<String>,
}

impl<T> Paged for List<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("results");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.results
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::more(self.has_more, &self.next_cursor)
    }
}

#[endpoint(POST, "/v1/databases/<id>/query" -> List<Thing>, retry = safe)]
#[derive(Debug, Clone)]
pub struct QueryDatabase {
    #[page]
    pub start_cursor: Option<String>,
    pub page_size: Option<u8>,
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "start_cursor",
    request: |cursor| {
        let cursor =
            cursor.map(|cursor| format!(r#""start_cursor":"{cursor}","#)).unwrap_or_default();
        let body = format!(r#"{{{cursor}"page_size":100}}"#);
        let head = format!("content-type: application/json\ncontent-length: {}", body.len());
        format!("POST /v1/databases/d/query\n{head}\n{body}")
    },
    page: |page| {
        let more = page.next.is_some();
        (
            String::new(),
            json!({"results": page.things(), "has_more": more, "next_cursor": page.next}),
        )
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, QueryDatabase::new("d").page_size(100));
