//! Declares an endpoint and sends it.
//!
//! ```text
//! cargo run --example own_endpoint
//! ```

use plane_api::{Client, endpoint, sandbox::Sandbox};
use plane_examples::println;
use serde::Deserialize;

/// Updates a customer. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
#[derive(Debug, Clone)]
pub struct UpdateCustomer {
    /// Name of the customer.
    pub name: Option<String>,
    /// Email address of the customer.
    pub email: Option<String>,
}

/// Creates a customer. The response is any JSON.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/")]
#[derive(Debug, Clone)]
pub struct CreateCustomer {
    /// Name of the customer: required, so it is an argument of `new`.
    pub name: String,
}

/// The fields of a customer that this program uses.
#[derive(Debug, Deserialize)]
pub struct Customer {
    /// Id of the customer.
    pub id: String,
    /// Name of the customer.
    pub name: String,
    /// Email address of the customer.
    pub email: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Against a real server: `let client = Client::from_env()?;`
    let sandbox = Sandbox::start().await?;
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;

    let created = CreateCustomer::new(sandbox.workspace(), "Acne").send(&client).await?;
    let id = created["id"].as_str().unwrap_or_default();

    let customer = UpdateCustomer::new(sandbox.workspace(), id).name("Acme").send(&client).await?;
    println!("{customer:?}");
    Ok(())
}
