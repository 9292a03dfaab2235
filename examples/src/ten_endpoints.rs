//! Calls ten endpoints of API v2. A test (`tests/tests/suite/linked.rs`) checks that the program contains no others.

use plane_api::{
    Client, Error, RetryPolicy,
    v2::{
        customers::{CreateCustomer, GetCustomer, UpdateCustomer},
        labels::{ListLabels, UpdateLabel},
        projects::summary::GetProjectSummary,
        states::ListStates,
        work_items::{CreateWorkItem, GetWorkItem, ListWorkItems},
    },
};

const WORKSPACE: &str = "acme";
const PROJECT: &str = "ENG";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    // No server listens there.
    let builder = Client::plane().base_url("http://127.0.0.1:1").api_key("key");
    let client = builder.retry(RetryPolicy::never()).build()?;
    let failures = [
        CreateCustomer::new(WORKSPACE, "Acme").send(&client).await.err(),
        GetCustomer::new(WORKSPACE, "7").send(&client).await.err(),
        UpdateCustomer::new(WORKSPACE, "7").name("Acme").send(&client).await.err(),
        ListLabels::new(WORKSPACE, PROJECT).send(&client).await.err(),
        UpdateLabel::new(WORKSPACE, PROJECT, "7").name("bug").send(&client).await.err(),
        GetProjectSummary::new(WORKSPACE, PROJECT).send(&client).await.err(),
        ListStates::new(WORKSPACE, PROJECT).send(&client).await.err(),
        CreateWorkItem::new(WORKSPACE, PROJECT, "A bug").send(&client).await.err(),
        GetWorkItem::new(WORKSPACE, PROJECT, "7").send(&client).await.err(),
        ListWorkItems::new(WORKSPACE, PROJECT).send(&client).await.err(),
    ];
    println!("called {} endpoints", failures.into_iter().flatten().count());
    Ok(())
}
