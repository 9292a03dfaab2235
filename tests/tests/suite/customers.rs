//! Plane's customers: the shipped requests and model against the sandbox, over real sockets.

use plane_api::{
    Client, Delivery, Patch, RateLimit, RetryPolicy,
    http::StatusCode,
    ids::CustomerId,
    sandbox::Sandbox,
    v1::customers::{
        CreateCustomer, Customer, DeleteCustomer, DeleteCustomerByExternalId, GetCustomer,
        ListCustomers, UpdateCustomer,
        requests::{
            CreateCustomerRequest, DeleteCustomerRequest, GetCustomerRequest, ListCustomerRequests,
            UpdateCustomerRequest,
        },
    },
};
use serde_json::json;

use super::responses::decode_all;

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn a_customer_lives_from_create_to_delete() {
    let (sandbox, client) = sandbox().await;
    let workspace = sandbox.workspace();

    let created = CreateCustomer::new(workspace, "Acne")
        .email("old@acme.example")
        .description(json!({"type": "doc"}))
        .employees(12)
        .revenue("1000.50")
        .external_id("7")
        .external_source("crm")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(created.name.as_deref(), Some("Acne"));
    assert_eq!((created.employees, created.revenue.as_deref()), (Some(12), Some("1000.50")));

    let got = GetCustomer::new(workspace, &created.id).send(&client).await.unwrap();
    assert_eq!(got, created);

    let updated =
        UpdateCustomer::new(workspace, &created.id).name("Acme").send(&client).await.unwrap();
    assert_eq!(updated.name.as_deref(), Some("Acme"));
    assert_eq!(updated.email, created.email, "unset fields are left unchanged");
    assert!(updated.updated_at >= created.updated_at);

    let cleared = UpdateCustomer::new(workspace, &created.id)
        .email(Patch::Clear)
        .send(&client)
        .await
        .unwrap();
    assert_eq!((cleared.email, cleared.name.as_deref()), (None, Some("Acme")));
    let unchanged = UpdateCustomer::new(workspace, &created.id).send(&client).await.unwrap();
    assert_eq!((unchanged.email, unchanged.name.as_deref()), (None, Some("Acme")));

    let page = ListCustomers::new(workspace).per_page(10).send(&client).await.unwrap();
    assert_eq!(
        (page.results.len(), page.next_page_results, page.total_results),
        (1, false, Some(1))
    );

    DeleteCustomer::new(workspace, &created.id).send(&client).await.unwrap();
    let error = GetCustomer::new(workspace, &created.id).send(&client).await.unwrap_err();
    assert!(error.is_not_found() && !error.is_route_missing(), "{error}");

    let methods: Vec<_> =
        sandbox.requests().iter().map(|request| request.method.to_string()).collect();
    assert_eq!(methods, ["POST", "GET", "PATCH", "PATCH", "PATCH", "GET", "DELETE", "GET"]);
}

#[tokio::test]
async fn a_customer_is_deleted_by_its_external_reference() {
    let (sandbox, client) = sandbox().await;
    let create =
        CreateCustomer::new(sandbox.workspace(), "Acme").external_source("crm").external_id("7");
    let created = create.send(&client).await.unwrap();
    let again = create.clone().email("ops@acme.example").send(&client).await.unwrap();
    assert_eq!(again.id, created.id, "a second create overwrites it");

    let delete = DeleteCustomerByExternalId::new(sandbox.workspace(), "crm", "7");
    delete.send(&client).await.unwrap();
    assert!(delete.send(&client).await.unwrap_err().is_not_found());
    assert_eq!(sandbox.requests()[2].query.as_deref(), Some("external_source=crm&external_id=7"));
}

#[tokio::test]
async fn a_customer_request_lives_from_create_to_delete() {
    let (sandbox, client) = sandbox().await;
    let workspace = sandbox.workspace();
    let customer = CreateCustomer::new(workspace, "Acme").send(&client).await.unwrap().id;
    let create = CreateCustomerRequest::new(workspace, &customer, "Export")
        .description(json!({"type": "doc"}))
        .link("https://support.example/7")
        .work_item_ids(["00000000-0000-4000-8000-00000000000a"]);
    let created = create.send(&client).await.unwrap();
    assert_eq!(created.customer.as_ref(), Some(&customer));
    assert_eq!(created.work_item_ids.as_ref().map(Vec::len), Some(1));
    let id = created.id.clone().unwrap();
    let get = GetCustomerRequest::new(workspace, &customer, &id);
    assert_eq!(get.send(&client).await.unwrap(), created);
    let update = UpdateCustomerRequest::new(workspace, &customer, &id).link(Patch::Clear);
    let updated = update.send(&client).await.unwrap();
    assert_eq!((updated.link, updated.description), (None, created.description));
    let list = ListCustomerRequests::new(workspace, &customer);
    assert_eq!(list.send(&client).await.unwrap().results.len(), 1);
    DeleteCustomerRequest::new(workspace, &customer, &id).send(&client).await.unwrap();
    assert!(get.send(&client).await.unwrap_err().is_not_found());
    let nobody = ListCustomerRequests::new(workspace, "00000000-0000-4000-8000-00000000000a");
    assert!(nobody.send(&client).await.unwrap_err().is_forbidden());
}

#[tokio::test]
async fn a_list_is_paginated_page_by_page_and_item_by_item() {
    let (sandbox, client) = sandbox().await;
    for name in ["a", "b", "c", "d", "e"] {
        CreateCustomer::new(sandbox.workspace(), name).send(&client).await.unwrap();
    }
    let list = ListCustomers::new(sandbox.workspace()).per_page(2);
    let name = |customer: Customer| customer.name.unwrap();

    let mut pages = list.clone().pages(&client);
    assert_eq!((pages.total(), pages.cursor()), (None, None));
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().results.len());
        assert_eq!(pages.total(), Some(5));
    }
    assert_eq!(sizes, [2, 2, 1]);

    let mut items = list.clone().items(&client);
    let mut names = Vec::new();
    while let Some(customer) = items.next().await {
        names.push(name(customer.unwrap()));
    }
    assert_eq!(names, ["e", "d", "c", "b", "a"], "newest first");

    let mut items = list.clone().items(&client);
    for _ in 0..3 {
        items.next().await.unwrap().unwrap();
    }
    let stored = serde_json::to_string(items.cursor().unwrap()).unwrap();
    let cursor: plane_api::Cursor = serde_json::from_str(&stored).unwrap();
    let mut resumed = list.items(&client).from(cursor);
    assert_eq!(name(resumed.next().await.unwrap().unwrap()), "c", "the first item of the page");
}

#[tokio::test]
async fn a_rejected_update_is_explained_and_changes_nothing() {
    let (sandbox, client) = sandbox().await;
    let created = CreateCustomer::new(sandbox.workspace(), "Acme").send(&client).await.unwrap();
    let update = UpdateCustomer::new(sandbox.workspace(), &created.id);
    let error = update.name("").email("nobody").send(&client).await.unwrap_err();
    assert_eq!(
        (error.status(), error.delivery()),
        (Some(StatusCode::BAD_REQUEST), Delivery::Rejected)
    );
    let mut messages: Vec<_> = error
        .field_errors()
        .iter()
        .map(|error| (error.field.as_str(), error.messages[0].as_str()))
        .collect();
    messages.sort_unstable();
    assert_eq!(
        messages,
        [("email", "Enter a valid email address."), ("name", "This field may not be blank.")]
    );
    assert_eq!(
        GetCustomer::new(sandbox.workspace(), &created.id).send(&client).await.unwrap(),
        created
    );
}

#[tokio::test]
async fn a_wrong_key_a_wrong_workspace_and_a_malformed_id_are_told_apart() {
    let (sandbox, client) = sandbox().await;
    let stranger = Client::plane().base_url(sandbox.base_url()).api_key("other").build().unwrap();
    let list = ListCustomers::new(sandbox.workspace());
    assert!(list.send(&stranger).await.unwrap_err().is_unauthorized());
    assert!(ListCustomers::new("other").send(&client).await.unwrap_err().is_forbidden());
    let error =
        GetCustomer::new(sandbox.workspace(), "not-a-uuid").send(&client).await.unwrap_err();
    assert!(error.is_route_missing(), "{error}");
}

#[tokio::test]
async fn a_rate_limit_is_reported_with_its_delay() {
    let sandbox = Sandbox::builder().rate_limit(1).start().await.unwrap();
    let client = Client::plane()
        .base_url(sandbox.base_url())
        .api_key(sandbox.api_key())
        .retry(RetryPolicy::never())
        .rate_limit(RateLimit::Off)
        .build()
        .unwrap();
    let list = ListCustomers::new(sandbox.workspace());
    let (_, meta) = client.call(&list).with_meta().await.unwrap();
    assert_eq!(meta.headers()["x-ratelimit-remaining"], "0");
    let error = list.send(&client).await.unwrap_err();
    assert!(error.is_rate_limited() && error.retry_after().unwrap().as_secs() > 0, "{error}");
    assert_eq!((error.code(), error.delivery()), (Some("5900"), Delivery::Rejected));
}

#[test]
fn no_value_of_a_known_response_is_lost() {
    let decoded = decode_all::<Customer>(|path| matches!(path, ["customers"] | ["customers", _]));
    assert_eq!(decoded, 4);
}

#[test]
fn the_smallest_documented_response_decodes() {
    let json = r#"{"id": "resource-uuid", "created_at": "2024-01-01T00:00:00Z"}"#;
    let customer: Customer = serde_json::from_str(json).unwrap();
    assert_eq!(customer.id, "resource-uuid");
    assert_eq!(customer.created_at.to_string(), "2024-01-01T00:00:00Z");
    assert_eq!(customer.name, None);
}

#[test]
fn ids_are_kept_unchanged() {
    let uuid = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    for text in [
        uuid,
        "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
        "6ba7b8109dad11d180b400c04fd430c8",
        "",
        "resource-uuid",
    ] {
        let id = CustomerId::from(text);
        assert_eq!((id.to_string().as_str(), String::from(&id).as_str()), (text, text));
        assert_eq!(id.as_uuid().is_some(), text == uuid);
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("{text:?}"));
        assert_eq!(serde_json::from_str::<CustomerId>(&format!("{text:?}")).unwrap(), id);
    }
    assert_eq!(CustomerId::from(uuid::Uuid::parse_str(uuid).unwrap()), uuid);
    assert_eq!(serde_json::from_str::<CustomerId>("7").unwrap(), "7");
    let mut ids: Vec<_> = ["b", uuid, "7", "6c"].map(CustomerId::from).into();
    ids.sort();
    assert_eq!(ids, [uuid, "6c", "7", "b"], "in the order of the text");
}
