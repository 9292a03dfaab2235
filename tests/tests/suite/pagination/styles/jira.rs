//! Jira: an offset and a total.

use super::*;

#[derive(Debug, Deserialize)]
pub struct Search {
    pub issues: Vec<Thing>,
    pub total: u64,
}

impl Paged for Search {
    type Item = Thing;
    const ENTRIES: Entries = Entries::at("issues");
    fn entries(&mut self) -> &mut Vec<Thing> {
        &mut self.issues
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::by_rule().total(self.total)
    }
}

#[endpoint(GET, "/rest/api/2/search" -> Search)]
#[derive(Debug, Clone)]
#[serde(rename_all = "camelCase")]
pub struct SearchIssues {
    #[page(offset)]
    pub start_at: Option<u64>,
    #[page(size)]
    pub max_results: Option<u32>,
}

pub const STYLE: Style = Style {
    kind: Kind::Offset,
    param: "startAt",
    request: |start| {
        format!(
            "GET /rest/api/2/search{}",
            query(&[("startAt", start), ("maxResults", Some("1000"))])
        )
    },
    page: |page| {
        let size = page.ids.len();
        let body = json!({"startAt": page.start, "maxResults": size, "total": page.total, "issues": page.things()});
        (String::new(), body)
    },
    has_total: true,
    is_predictable: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, SearchIssues::new().max_results(1000));
