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

pub async fn run() -> plane_api::Result<Customer> {
    let client = Client::from_env();
    Request::new("1").name("x").send(&client).await
}

fn main() {}
