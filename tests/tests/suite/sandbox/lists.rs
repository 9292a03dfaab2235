//! Pages, cursors, order and sparse responses.

use plane_api::sandbox::Sandbox;
use serde_json::{Value, json};

use super::wire::{CUSTOMERS, customer, get, post};

async fn with_customers(bodies: impl IntoIterator<Item = Value>) -> Sandbox {
    let sandbox = Sandbox::start().await.unwrap();
    for body in bodies {
        assert_eq!(post(&sandbox, CUSTOMERS, body).await.status, 201);
    }
    sandbox
}

async fn with(count: usize) -> Sandbox {
    with_customers((1..=count).map(|number| json!({ "name": number.to_string() }))).await
}

async fn list(sandbox: &Sandbox, query: &str) -> Value {
    let reply = get(sandbox, &format!("{CUSTOMERS}?{query}")).await;
    assert_eq!(reply.status, 200, "{query}: {}", reply.body);
    reply.json()
}

fn names(page: &Value) -> Vec<&str> {
    page["results"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_empty_list_is_a_whole_envelope() {
    let sandbox = with(0).await;
    get(&sandbox, CUSTOMERS).await.is(
        200,
        &json!({
            "grouped_by": null,
            "sub_grouped_by": null,
            "total_count": 0,
            "next_cursor": "20:1:0",
            "prev_cursor": "20:-1:1",
            "next_page_results": false,
            "prev_page_results": false,
            "count": 0,
            "total_pages": 0,
            "total_results": 0,
            "extra_stats": null,
            "results": [],
        }),
    );
}

#[tokio::test]
async fn a_list_holds_whole_customers_and_20_of_them() {
    let sandbox = with(21).await;
    let page = list(&sandbox, "").await;
    assert_eq!((&page["count"], &page["total_results"]), (&json!(20), &json!(21)));
    let newest = &page["results"][0];
    get(&sandbox, &customer(newest["id"].as_str().unwrap())).await.is(200, newest);
}

#[tokio::test]
async fn cursors_lead_through_all_pages_and_back() {
    let sandbox = with(5).await;
    let walk = [
        ("per_page=2", vec!["5", "4"], "2:1:0", "2:-1:1", true, false),
        ("per_page=2&cursor=2:1:0", vec!["3", "2"], "2:2:0", "2:0:1", true, true),
        ("per_page=2&cursor=2:2:0", vec!["1"], "2:3:0", "2:1:1", false, true),
        ("per_page=2&cursor=2:3:0", vec![], "2:4:0", "2:2:1", false, true),
        ("per_page=2&cursor=2:0:1", vec!["5", "4"], "2:1:0", "2:-1:1", true, false),
    ];
    for (query, shown, next, prev, has_next, has_prev) in walk {
        let page = list(&sandbox, query).await;
        assert_eq!(names(&page), shown, "{query}");
        let expected = json!([next, prev, has_next, has_prev, shown.len(), 3, 5, 5]);
        let fields = [
            "next_cursor",
            "prev_cursor",
            "next_page_results",
            "prev_page_results",
            "count",
            "total_pages",
            "total_results",
            "total_count",
        ];
        assert_eq!(json!(fields.map(|field| &page[field])), expected, "{query}");
    }
}

#[tokio::test]
async fn the_page_size_in_a_cursor_is_not_used() {
    let sandbox = with(5).await;
    assert_eq!(names(&list(&sandbox, "per_page=3&cursor=10.5:1:0").await), ["2", "1"]);
}

#[tokio::test]
async fn bad_paging_is_rejected() {
    let sandbox = with(1).await;
    for (query, detail) in [
        ("per_page=abc", "Invalid per_page parameter."),
        ("per_page=", "Invalid per_page parameter."),
        ("per_page=101", "Invalid per_page value. Cannot exceed 100."),
        ("cursor=", "Invalid cursor parameter."),
        ("cursor=1:2", "Invalid cursor parameter."),
        ("cursor=1:2:0:0", "Invalid cursor parameter."),
        ("cursor=100:x:0", "Invalid cursor parameter."),
        ("cursor=x:0:0", "Invalid cursor parameter."),
        ("cursor=100:0:x", "Invalid cursor parameter."),
        ("cursor=20:-1:1", "Error in parsing"),
    ] {
        let reply = get(&sandbox, &format!("{CUSTOMERS}?{query}")).await;
        reply.is(400, &json!({ "detail": detail }));
    }
    for query in ["per_page=0", "per_page=-1", "order_by=nonsense", "order_by=-nonsense"] {
        let reply = get(&sandbox, &format!("{CUSTOMERS}?{query}")).await;
        reply.is(500, &json!({ "error": "Something went wrong please try again later" }));
    }
    assert_eq!(names(&list(&sandbox, "per_page=100").await), ["1"]);
    assert_eq!(list(&sandbox, "per_page=100&cursor=100:9223372036854775807:0").await["count"], 0);
}

#[tokio::test]
async fn lists_can_be_ordered_with_nulls_last() {
    let sandbox = with_customers([
        json!({ "name": "b", "employees": 10 }),
        json!({ "name": "c", "employees": 9 }),
        json!({ "name": "a" }),
        json!({ "name": "d", "employees": 9 }),
    ])
    .await;
    for (order_by, expected) in [
        ("", ["d", "a", "c", "b"]),
        ("name", ["a", "b", "c", "d"]),
        ("-name", ["d", "c", "b", "a"]),
        ("created_at", ["b", "c", "a", "d"]),
        ("employees", ["d", "c", "b", "a"]),
        ("-employees", ["b", "d", "c", "a"]),
    ] {
        assert_eq!(
            names(&list(&sandbox, &format!("order_by={order_by}")).await),
            expected,
            "{order_by}"
        );
    }
}

#[tokio::test]
async fn responses_can_be_limited_to_some_fields() {
    let sandbox = with(1).await;
    let page = list(&sandbox, "fields=id,name,nonsense").await;
    let id = "00000000-0000-4000-8000-000000000003";
    assert_eq!(page["results"], json!([{ "id": id, "name": "1" }]));
    let one = get(&sandbox, &format!("{}?fields=name", customer(id))).await;
    one.is(200, &json!({ "name": "1" }));
    let all = list(&sandbox, "fields=,,").await;
    assert_eq!(all["results"][0].as_object().unwrap().len(), 26);
}

#[tokio::test]
async fn other_parameters_are_ignored_and_the_last_of_several_counts() {
    let sandbox = with(3).await;
    let page = list(&sandbox, "name=1&limit=1&offset=2&per_page=2&per_page=1").await;
    assert_eq!((names(&page), &page["total_count"]), (vec!["3"], &json!(3)));
}
