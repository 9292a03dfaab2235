//! Customers of API v2, with the same store as v1.

use plane_api::{
    Client, Delivery, ErrorKind, Patch,
    ids::WorkItemId,
    sandbox::Sandbox,
    v1,
    v2::customers::{
        CreateCustomer, CustomerField, CustomerOrder, DeleteCustomer, GetCustomer, ListCustomers,
        ManageCustomerWorkItems, UpdateCustomer, UpsertCustomer,
    },
    v2::problem::{ErrorCode, FieldErrorCode, Problem},
};

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn a_customer_of_one_version_is_one_of_the_other() {
    let (sandbox, client) = sandbox().await;
    let workspace = sandbox.workspace();
    let created = CreateCustomer::new(workspace, "Acne")
        .email("old@acme.example")
        .description_html("<p>Old.</p>")
        .send(&client)
        .await
        .unwrap();
    let old = v1::customers::GetCustomer::new(workspace, &created.id).send(&client).await.unwrap();
    assert_eq!(
        (old.name.as_deref(), old.email.as_deref()),
        (Some("Acne"), Some("old@acme.example"))
    );
    assert_eq!(old.created_by, created.created_by_id);

    v1::customers::UpdateCustomer::new(workspace, &created.id)
        .name("Acme")
        .send(&client)
        .await
        .unwrap();
    let update = UpdateCustomer::new(workspace, &created.id).email(Patch::Clear);
    let updated = update.fields([CustomerField::Name]).send(&client).await.unwrap();
    assert_eq!((updated.name.as_deref(), updated.created_at), (Some("Acme"), None));
    let got = GetCustomer::new(workspace, &created.id).send(&client).await.unwrap();
    assert_eq!((got.email, got.description_html.as_deref()), (None, Some("<p>Old.</p>")));

    DeleteCustomer::new(workspace, &created.id).send(&client).await.unwrap();
    let error = GetCustomer::new(workspace, &created.id).send(&client).await.unwrap_err();
    assert!(error.is_not_found() && !error.is_route_missing(), "{error}");
    assert_eq!(Problem::of(&error).unwrap().code, Some(ErrorCode::NotFound));
    let paths: Vec<String> = sandbox.requests().iter().map(|it| it.path.clone()).collect();
    assert!(paths[0].starts_with("/api/v2/") && paths[1].starts_with("/api/v1/"), "{paths:?}");
}

#[tokio::test]
async fn an_upsert_creates_once_and_updates_then() {
    let (sandbox, client) = sandbox().await;
    let upsert = UpsertCustomer::new(sandbox.workspace(), "Acne", "crm", "7");
    let first = upsert.clone().stage("lead").send(&client).await.unwrap();
    assert!(first.is_created);
    let second =
        UpsertCustomer::new(sandbox.workspace(), "Acme", "crm", "7").send(&client).await.unwrap();
    assert!(!second.is_created);
    assert_eq!(second.object.id, first.object.id);
    assert_eq!(
        (second.object.name.as_deref(), second.object.stage.as_deref()),
        (Some("Acme"), Some("lead"))
    );

    let create =
        CreateCustomer::new(sandbox.workspace(), "Other").external_source("crm").external_id("7");
    let error = create.send(&client).await.unwrap_err();
    assert!(error.is_conflict(), "{error}");
    assert_eq!(error.delivery(), Delivery::Rejected);
    // Unlike in v1, names need not be unique.
    CreateCustomer::new(sandbox.workspace(), "Acme").send(&client).await.unwrap();
    assert_eq!(
        ListCustomers::new(sandbox.workspace()).items(&client).collect(10).await.unwrap().len(),
        2
    );
}

#[tokio::test]
async fn lists_are_filtered_sorted_and_paginated_by_cursor() {
    let (sandbox, client) = sandbox().await;
    for n in 0..7 {
        let create = CreateCustomer::new(sandbox.workspace(), format!("Customer {n}"));
        let stage = if n % 2 == 0 { "lead" } else { "won" };
        create.stage(stage).description_html("<p>Long.</p>").send(&client).await.unwrap();
    }
    let list = ListCustomers::new(sandbox.workspace()).per_page(2).order_by(CustomerOrder::Name);
    let names = |customers: Vec<plane_api::v2::customers::Customer>| -> Vec<String> {
        customers.into_iter().map(|it| it.name.unwrap().replace("Customer ", "")).collect()
    };
    let all = list.clone().items(&client).collect(100).await.unwrap();
    assert!(all.iter().all(|customer| customer.description_html.is_none()));
    assert_eq!(names(all), ["0", "1", "2", "3", "4", "5", "6"]);
    let leads = list.clone().stage("lead").order_by(CustomerOrder::NameDesc);
    assert_eq!(names(leads.items(&client).collect(100).await.unwrap()), ["6", "4", "2", "0"]);
    let found = list.clone().search("ER 3").fields([CustomerField::All]);
    let found = found.items(&client).collect(100).await.unwrap();
    assert_eq!(found[0].description_html.as_deref(), Some("<p>Long.</p>"));

    // A deletion during pagination moves no other item out of the list.
    let mut items = list.clone().items(&client);
    let first = items.next().await.unwrap().unwrap();
    items.next().await.unwrap().unwrap();
    DeleteCustomer::new(sandbox.workspace(), first.id).send(&client).await.unwrap();
    assert_eq!(names(items.collect(100).await.unwrap()), ["2", "3", "4", "5", "6"]);

    let error = list.cursor("broken").send(&client).await.unwrap_err();
    assert_eq!(error.field_errors()[0].field, "cursor");
}

#[tokio::test]
async fn rejections_are_problems() {
    let (sandbox, client) = sandbox().await;
    let create = CreateCustomer::new(sandbox.workspace(), "").email("nobody");
    let error = create.send(&client).await.unwrap_err();
    let content_type = error.headers().unwrap().get_all("content-type").iter().collect::<Vec<_>>();
    assert_eq!(content_type, ["application/problem+json"]);
    let problem = Problem::of(&error).unwrap();
    assert_eq!(problem.code, Some(ErrorCode::InvalidRequest));
    let mut fields: Vec<_> = error.field_errors().iter().map(|it| it.field.as_str()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["email", "name"]);

    let unknown = GetCustomer::new(sandbox.workspace(), "00000000-0000-4000-8000-000000000000");
    let error =
        unknown.clone().fields([CustomerField::from("titel")]).send(&client).await.unwrap_err();
    assert_eq!(error.field_errors()[0].code.as_deref(), Some(FieldErrorCode::Invalid.as_str()));
    // A workspace that the key cannot see is not found, rather than forbidden.
    let error = ListCustomers::new("other").send(&client).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");

    let other = Client::plane().base_url(sandbox.base_url()).api_key("other").build().unwrap();
    let error = unknown.send(&other).await.unwrap_err();
    assert!(error.is_unauthorized() && error.kind() == ErrorKind::Status, "{error}");
}

#[tokio::test]
async fn work_items_of_a_customer_are_added_and_removed() {
    let (sandbox, client) = sandbox().await;
    let workspace = sandbox.workspace();
    let customer = CreateCustomer::new(workspace, "Acme").send(&client).await.unwrap().id;
    let ids = |numbers: std::ops::Range<u32>| -> Vec<WorkItemId> {
        numbers.map(|n| WorkItemId::from(format!("00000000-0000-4000-8000-{n:012}"))).collect()
    };
    let manage = ManageCustomerWorkItems::new(workspace, &customer);
    let managed = manage.clone().add(ids(0..3)).send(&client).await.unwrap();
    assert_eq!((managed.added, managed.removed), (ids(0..3), Vec::new()));
    let managed = manage.clone().add(ids(2..4)).remove(ids(0..1)).send(&client).await.unwrap();
    assert_eq!((managed.added, managed.removed), (ids(3..4), ids(0..1)));
    let nothing = manage.clone().add(ids(1..2)).remove(ids(0..1)).send(&client).await.unwrap();
    assert_eq!((nothing.added, nothing.removed), (Vec::new(), Vec::new()));

    let error = manage.clone().add(ids(0..101)).send(&client).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), &*error.field_errors()[0].field), (400, "add"));
    let error = manage.clone().remove(["7"]).send(&client).await.unwrap_err();
    assert_eq!(error.field_errors()[0].field, "remove");
    DeleteCustomer::new(workspace, &customer).send(&client).await.unwrap();
    let error = manage.send(&client).await.unwrap_err();
    assert!(error.is_not_found() && !error.is_route_missing(), "{error}");
}
