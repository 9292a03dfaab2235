use plane_api::{Client, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/customers/<id>/" -> Customer)]
pub struct Request {}

pub async fn run(client: &Client) -> String {
    let customer = Request::new("1").send(client).unwrap();
    customer.name
}

fn main() {}
