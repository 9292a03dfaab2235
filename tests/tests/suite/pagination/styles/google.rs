//! Google: a token, and empty pages in between.

use super::*;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Files {
    #[serde(default)]
    pub files: Vec<Thing>,
    pub next_page_token: Option<String>,
}

impl Paged for Files {
    type Item = Thing;
    const ENTRIES: Entries = Entries::at("files");
    fn entries(&mut self) -> &mut Vec<Thing> {
        &mut self.files
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(&self.next_page_token)
    }
}

#[endpoint(GET, "/drive/v3/files" -> Files)]
#[derive(Debug, Clone)]
#[serde(rename_all = "camelCase")]
pub struct ListFiles {
    #[page]
    pub page_token: Option<String>,
    pub page_size: Option<u32>,
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "pageToken",
    request: |token| {
        format!("GET /drive/v3/files{}", query(&[("pageToken", token), ("pageSize", Some("1000"))]))
    },
    page: |page| {
        let mut body = json!({"kind": "drive#fileList"});
        if !page.ids.is_empty() {
            body["files"] = json!(page.things());
        }
        if let Some(next) = &page.next {
            body["nextPageToken"] = json!(next);
        }
        (String::new(), body)
    },
    has_empty_pages: true,
    ..Style::DEFAULT
};

style_tests!(STYLE, ListFiles::new().page_size(1000));
