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
    let request = Request::new();
    let _ = (request.items(client), request.pages(client));
}

fn main() {}
