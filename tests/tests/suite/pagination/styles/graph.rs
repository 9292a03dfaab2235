//! Microsoft Graph: the URL of the next page in the body, whose query replaces the query of the request.

use super::*;

#[derive(Debug, Deserialize)]
pub struct Collection<T> {
    pub value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    pub next_link: Option<String>,
}

impl<T> Paged for Collection<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("value");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.value
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::url(&self.next_link).replacing_query()
    }
}

#[endpoint(GET, "/v1.0/users" -> Collection<Thing>)]
#[derive(Debug, Clone)]
pub struct ListUsers {
    #[page]
    #[serde(rename = "$skiptoken")]
    pub skip_token: Option<String>,
    #[serde(rename = "$top")]
    pub top: Option<u32>,
    #[serde(rename = "$filter")]
    pub filter: Option<String>,
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "%24skiptoken",
    // The filter is part of the token, and the page size differs.
    request: |token| match token {
        None => "GET /v1.0/users?%24top=999&%24filter=a%20eq%201".to_owned(),
        Some(token) => format!("GET /v1.0/users?%24top=50&%24skiptoken={token}"),
    },
    page: |page| {
        let url = |next| {
            format!("https://graph.microsoft.com/v1.0/users?$top=50&$skiptoken={next}&$unknown=1")
        };
        let mut body = json!({"@odata.context": "…", "value": page.things()});
        if let Some(next) = &page.next {
            body["@odata.nextLink"] = json!(url(next));
        }
        (String::new(), body)
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListUsers::new().top(999).filter("a eq 1"));
