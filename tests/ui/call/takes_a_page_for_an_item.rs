use plane_api::{Client, Cursor, Page, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/customers/" -> Page<Customer>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub async fn run(client: &Client) -> plane_api::Result<String> {
    let customer = Request::new().send(client).await?;
    Ok(customer.name)
}

fn main() {}
