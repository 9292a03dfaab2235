//! Customers in both versions of Plane's API. Ids, clients and errors are the same for both; the models are not.

use std::fmt;

use plane_api::{Client, Patch, ids::CustomerId, v1, v2};

/// The version of Plane's API.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Api {
    V1,
    V2,
}

/// The values to update.
#[derive(Clone)]
pub(crate) struct Update {
    pub(crate) workspace: String,
    pub(crate) customer: CustomerId,
    pub(crate) name: Option<String>,
    pub(crate) email: Patch<String>,
}

/// The fields of a customer that are shown.
pub(crate) struct Customer {
    pub(crate) id: CustomerId,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) stage: Option<String>,
}

impl Api {
    pub(crate) async fn update(
        self,
        client: &Client,
        update: Update,
    ) -> plane_api::Result<Customer> {
        let Update { workspace, customer, name, email } = update;
        match self {
            Self::V1 => {
                let mut request = v1::customers::UpdateCustomer::new(workspace, customer);
                (request.name, request.email) = (name, email);
                request.send(client).await.map(Into::into)
            }
            Self::V2 => {
                let mut request = v2::customers::UpdateCustomer::new(workspace, customer);
                (request.name, request.email) = (name, email);
                request.send(client).await.map(Into::into)
            }
        }
    }

    pub(crate) async fn create(
        self,
        client: &Client,
        workspace: &str,
    ) -> plane_api::Result<Customer> {
        let (name, email, stage) = ("Acne", "old@acme.example", "lead");
        match self {
            Self::V1 => {
                let request = v1::customers::CreateCustomer::new(workspace, name);
                request.email(email).stage(stage).send(client).await.map(Into::into)
            }
            Self::V2 => {
                let request = v2::customers::CreateCustomer::new(workspace, name);
                request.email(email).stage(stage).send(client).await.map(Into::into)
            }
        }
    }

    pub(crate) async fn get(
        self,
        client: &Client,
        workspace: &str,
        id: &CustomerId,
    ) -> plane_api::Result<Customer> {
        match self {
            Self::V1 => {
                let request = v1::customers::GetCustomer::new(workspace, id);
                request.send(client).await.map(Into::into)
            }
            Self::V2 => {
                let request = v2::customers::GetCustomer::new(workspace, id);
                request.send(client).await.map(Into::into)
            }
        }
    }
}

impl From<v1::customers::Customer> for Customer {
    fn from(it: v1::customers::Customer) -> Self {
        Self { id: it.id, name: it.name, email: it.email, stage: it.stage }
    }
}

impl From<v2::customers::Customer> for Customer {
    fn from(it: v2::customers::Customer) -> Self {
        Self { id: it.id, name: it.name, email: it.email, stage: it.stage }
    }
}

impl fmt::Display for Customer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.id)?;
        writeln!(f, "  name    {}", self.name.as_deref().unwrap_or("-"))?;
        writeln!(f, "  email   {}", self.email.as_deref().unwrap_or("-"))?;
        write!(f, "  stage   {}", self.stage.as_deref().unwrap_or("-"))
    }
}
