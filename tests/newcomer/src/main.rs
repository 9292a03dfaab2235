//! The declaration at the beginning of the documentation of `#[endpoint]`, pasted into a crate whose only dependencies
//! are `plane-api`, `serde` and `tokio`.

use plane_api::{Client, endpoint, sandbox::Sandbox};

/// Updates a customer. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
#[derive(Debug, Clone)]
pub struct UpdateCustomer {
    /// Name of the customer.
    pub name: Option<String>,
    /// Email address of the customer.
    pub email: Option<String>,
}

/// The fields of a customer that this program needs.
#[derive(Debug, serde::Deserialize)]
pub struct Customer {
    /// Name of the customer.
    pub name: String,
    /// Email address of the customer.
    pub email: Option<String>,
}

mod without_an_arrow {
    use plane_api::endpoint;

    /// Updates a customer. Unset fields are left unchanged.
    #[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/")]
    #[derive(Debug, Clone)]
    pub struct UpdateCustomer {
        /// Name of the customer.
        pub name: Option<String>,
        /// Email address of the customer.
        pub email: Option<String>,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start().await?;
    let client = Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build()?;
    let created = plane_api::v1::customers::CreateCustomer::new(sandbox.workspace(), "Acne")
        .send(&client)
        .await?;

    let update = UpdateCustomer::new(sandbox.workspace(), &created.id)
        .name("Acme")
        .email("ops@acme.example");
    let customer = update.send(&client).await?;
    assert_eq!(
        (customer.name.as_str(), customer.email.as_deref()),
        ("Acme", Some("ops@acme.example"))
    );

    let update =
        without_an_arrow::UpdateCustomer::new(sandbox.workspace(), &created.id).name("Acme Inc.");
    let customer = update.send(&client).await?;
    assert_eq!(
        (&customer["name"], &customer["email"]),
        (&"Acme Inc.".into(), &"ops@acme.example".into())
    );
    Ok(())
}

#[cfg(test)]
#[test]
fn what_is_pasted_runs() -> Result<(), Box<dyn std::error::Error>> {
    main()
}
