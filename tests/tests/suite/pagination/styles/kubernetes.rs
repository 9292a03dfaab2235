//! Kubernetes: a token in the metadata, and entries whose ids are in theirs.

use super::*;

#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub items: Vec<T>,
    pub metadata: ListMeta,
}

#[derive(Debug, Deserialize)]
pub struct ListMeta {
    #[serde(rename = "continue")]
    pub token: Option<String>,
}

impl<T> Paged for List<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("items").id("metadata.uid");
    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.items
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(&self.metadata.token)
    }
}

#[endpoint(GET, "/namespaces/<namespace>/pods" -> List<Pod>, root = "/api/v1")]
#[derive(Debug, Clone)]
pub struct ListPods {
    #[page]
    #[serde(rename = "continue")]
    pub token: Option<String>,
    pub limit: Option<u32>,
}

#[derive(Debug, Deserialize)]
pub struct Pod {
    metadata: PodMeta,
}

#[derive(Debug, Deserialize)]
struct PodMeta {
    uid: String,
}

impl HasId for Pod {
    fn id(&self) -> u64 {
        self.metadata.uid.parse().unwrap()
    }
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "continue",
    request: |token| {
        format!(
            "GET /api/v1/namespaces/default/pods{}",
            query(&[("continue", token), ("limit", Some("500"))])
        )
    },
    page: |page| {
        let pods: Vec<_> = page
            .things()
            .into_iter()
            .map(|mut thing| match thing["id"].take() {
                Value::Number(id) => json!({"metadata": {"uid": id.to_string()}}),
                _ => thing,
            })
            .collect();
        let token = page.next.as_deref().unwrap_or_default();
        (String::new(), json!({"kind": "PodList", "metadata": {"continue": token}, "items": pods}))
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListPods::new("default").limit(500));
