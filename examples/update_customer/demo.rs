//! Demonstrates an update from end to end on a sandbox.

use plane_api::{Client, Patch, sandbox::Sandbox};
use plane_examples::println;

use crate::api::{Api, Customer, Update};

/// An id that no customer has.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

pub(crate) async fn run(api: Api) -> Result<(), String> {
    let sandbox = Sandbox::start()
        .await
        .map_err(|error| format!("the sandbox cannot be started: {error}"))?;
    println!("No PLANE_API_KEY is set: this is a sandbox on {}.\n", sandbox.base_url());
    run_through(&sandbox, api).await.map_err(|error| error.to_string())
}

async fn run_through(sandbox: &Sandbox, api: Api) -> plane_api::Result<()> {
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
    let workspace = sandbox.workspace();
    let created = api.create(&client, workspace).await?;

    println!("before:   {}", api.get(&client, workspace, &created.id).await?);

    let update = |name: Option<&str>, email: Patch<&str>| Update {
        workspace: workspace.to_owned(),
        customer: created.id.clone(),
        name: name.map(str::to_owned),
        email: email.map(str::to_owned),
    };
    let after = api.update(&client, update(Some("Acme"), "ops@acme.example".into())).await?;
    println!("after:    {after}");
    println!(
        "Omitted fields are unchanged: stage is still {:?}.\n",
        after.stage.unwrap_or_default()
    );

    let cleared = api.update(&client, update(None, Patch::Clear)).await?;
    println!(
        "An explicit null clears a field: email is now {:?}, name is still {:?}.\n",
        cleared.email, cleared.name
    );

    explain(
        "An error names the invalid fields:",
        api.update(&client, update(Some(""), "nobody".into())).await,
    );
    let nobody = Update { customer: NOBODY.into(), ..update(Some("Acme"), Patch::Keep) };
    explain("Or the whole request is rejected:", api.update(&client, nobody).await);
    Ok(())
}

fn explain(title: &str, result: plane_api::Result<Customer>) {
    let Err(error) = result else {
        println!("The sandbox accepted an invalid request.");
        return;
    };
    println!("{title}\n  {error}");
    let status = error.status().map_or_else(|| "-".to_owned(), |status| status.to_string());
    println!("  status    {status}");
    println!("  delivery  {:?}", error.delivery());
    println!("  detail    {}", error.detail().unwrap_or("-"));
    for error in error.field_errors() {
        println!("  field     {}: {}", error.field, error.messages.join(" "));
    }
    println!();
}
