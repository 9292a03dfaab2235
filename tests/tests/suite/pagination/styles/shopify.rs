//! Shopify: `Link` with a `page_info`, which does not allow filters in the same request.

use super::*;

#[derive(Debug, Deserialize)]
pub struct Products {
    pub products: Vec<Thing>,
}

impl Paged for Products {
    type Item = Thing;
    const ENTRIES: Entries = Entries::at("products");
    fn entries(&mut self) -> &mut Vec<Thing> {
        &mut self.products
    }
    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::by_rule().replacing_query()
    }
}

#[endpoint(GET, "/admin/api/2026-10/products.json" -> Products)]
#[derive(Debug, Clone)]
pub struct ListProducts {
    #[page(link)]
    pub page_info: Option<String>,
    pub limit: Option<u8>,
    pub vendor: Option<String>,
}

pub const STYLE: Style = Style {
    kind: Kind::Token,
    param: "page_info",
    request: |info| {
        let query = match info {
            None => "limit=250&vendor=Acme%20%26%20Co".to_owned(),
            Some(info) => format!("limit=250&page_info={info}"),
        };
        format!("GET /admin/api/2026-10/products.json?{query}")
    },
    page: |page| {
        let link = |next: &String| {
            let url = "https://acme.myshopify.com/admin/api/2026-10/products.json";
            format!("Link: <{url}?limit=250&page_info={next}>; rel=\"next\"\r\n")
        };
        (page.next.as_ref().map(link).unwrap_or_default(), json!({"products": page.things()}))
    },
    ..Style::DEFAULT
};

style_tests!(STYLE, ListProducts::new().limit(250).vendor("Acme & Co"));
