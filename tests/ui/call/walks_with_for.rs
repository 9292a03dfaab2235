use plane_api::{Client, Cursor, Page, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/customers/" -> Page<Customer>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub async fn run(client: &Client) {
    for customer in Request::new().items(client) {
        let _ = customer;
    }
}

fn main() {}
