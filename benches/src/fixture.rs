//! The measured responses, and the types of hand-written code.

use std::{collections::VecDeque, future::Future};

use plane_api::v1::customers::Customer;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Failure;

/// Entries per page.
pub const PER_PAGE: usize = 100;
/// Pages of the list.
pub const PAGES: usize = 100;

/// A customer of about 1 KiB.
#[must_use]
pub fn customer(number: usize) -> String {
    let id = format!("{number:08x}-9dad-11d1-80b4-00c04fd430c8");
    let user = "16c61a3a-512a-48ac-b0be-b6b46fe6f430";
    json!({
        "id": id,
        "created_at": "2025-05-08T10:20:30.123456Z",
        "updated_at": "2025-06-08T10:20:30.123456Z",
        "deleted_at": null,
        "name": format!("Customer number {number}"),
        "description": {},
        "description_html": "<p>An organisation that a workspace works for, described at some length.</p>",
        "description_stripped": "An organisation that a workspace works for, described at some length.",
        "description_binary": null,
        "email": "contact@customer.example",
        "website_url": "https://customer.example/about",
        "logo_props": {"emoji": {"value": "128640"}, "in_use": "emoji"},
        "domain": "Manufacturing",
        "employees": 1200,
        "stage": "active",
        "contract_status": "signed",
        "revenue": "1250000.00",
        "archived_at": null,
        "customer_request_count": 7,
        "external_source": "crm",
        "external_id": "0012x000ABC",
        "created_by": user,
        "updated_by": user,
        "workspace": "cd4ab5a2-1a5f-4516-a6c6-8da1a9fa5be4",
    })
    .to_string()
}

/// A page of about 100 KiB.
#[must_use]
pub fn page(page: usize) -> String {
    let customers: Vec<_> = (0..PER_PAGE).map(|entry| customer(page * PER_PAGE + entry)).collect();
    let (next, is_last) = (page + 1, page + 1 == PAGES);
    format!(
        r#"{{"grouped_by":null,"sub_grouped_by":null,"total_count":{total},"next_cursor":"{PER_PAGE}:{next}:0","prev_cursor":"{PER_PAGE}:{previous}:1","next_page_results":{more},"prev_page_results":{less},"count":{PER_PAGE},"total_pages":{PAGES},"total_results":{total},"extra_stats":null,"results":[{customers}]}}"#,
        total = PAGES * PER_PAGE,
        previous = page as i64 - 1,
        more = !is_last,
        less = page > 0,
        customers = customers.join(","),
    )
}

/// A page of 100 work items, as the Community Edition sends them.
#[must_use]
pub fn work_items() -> String {
    let (user, project) =
        ("16c61a3a-512a-48ac-b0be-b6b46fe6f430", "f3dd2f7e-0f31-4c1d-9a4d-1d1a3f1d1f0e");
    let work_items: Vec<_> = (0..PER_PAGE)
        .map(|number| {
            json!({
                "id": format!("{number:08x}-9dad-11d1-80b4-00c04fd430c8"),
                "type_id": null,
                "created_at": "2026-11-25T10:20:30.123456Z",
                "updated_at": "2026-11-25T10:20:30.123456Z",
                "deleted_at": null,
                "point": 3,
                "name": format!("Work item number {number}"),
                "description_json": {"type": "doc"},
                "description_html": "<p>Something to do, described at some length.</p>",
                "description_stripped": "Something to do, described at some length.",
                "description_binary": null,
                "priority": "high",
                "start_date": "2026-11-25",
                "target_date": "2026-12-25",
                "sequence_id": number + 1,
                "sort_order": 65535.0,
                "completed_at": null,
                "archived_at": null,
                "last_activity_at": "2026-11-25T10:20:30.123456Z",
                "is_draft": false,
                "external_source": "github",
                "external_id": number.to_string(),
                "created_by": user,
                "updated_by": user,
                "project": project,
                "workspace": "cd4ab5a2-1a5f-4516-a6c6-8da1a9fa5be4",
                "parent": null,
                "state": "067b88e5-304b-4221-ba09-94340dcc36e5",
                "estimate_point": null,
                "type": null,
                "assignees": [user],
                "labels": [project, user],
            })
            .to_string()
        })
        .collect();
    format!(r#"{{"total_count":100,"count":100,"results":[{}]}}"#, work_items.join(","))
}

/// The body of W1 in hand-written code.
#[derive(Debug, Default, Serialize)]
#[allow(missing_docs, reason = "they are the fields of `ours::Update`")]
pub struct UpdateBody<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employees: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<&'a str>,
}

impl UpdateBody<'static> {
    /// Two of the fields.
    #[must_use]
    pub fn two() -> Self {
        Self { name: Some("Acme"), stage: Some("active"), ..Self::default() }
    }
}

/// The page of W2 in hand-written code.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "they are Plane's")]
pub struct PlainPage {
    pub results: Vec<Customer>,
    pub next_cursor: Option<String>,
    pub prev_cursor: Option<String>,
    pub next_page_results: bool,
    pub prev_page_results: bool,
    pub count: u64,
    pub total_pages: u64,
    pub total_results: u64,
    pub total_count: u64,
    pub grouped_by: Option<String>,
    pub sub_grouped_by: Option<String>,
    pub extra_stats: Option<Value>,
}

/// Hand-written pagination: cursors are predicted, and several requests run at a time, in order.
///
/// # Errors
///
/// Returns an error if a page cannot be fetched.
pub async fn paginate<F>(
    pages: usize,
    concurrency: usize,
    page: impl Fn(usize) -> F,
) -> Result<usize, Failure>
where
    F: Future<Output = Result<PlainPage, Failure>> + Send + 'static,
{
    let mut ahead = VecDeque::new();
    let (mut next, mut count) = (0, 0);
    loop {
        while ahead.len() < concurrency && next < pages {
            ahead.push_back(tokio::spawn(page(next)));
            next += 1;
        }
        let Some(page) = ahead.pop_front() else { return Ok(count) };
        count += page.await??.results.len();
    }
}
