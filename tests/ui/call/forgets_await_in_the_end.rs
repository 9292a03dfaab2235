use plane_api::{Client, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {
    pub name: String,
}

#[endpoint(PATCH, "/customers/<id>/" -> Customer)]
pub struct Request {
    pub name: Option<String>,
    pub size: Option<u32>,
}

pub async fn run(client: &Client) -> plane_api::Result<Customer> {
    Request::new("1").name("x").send(client)
}

fn main() {}
