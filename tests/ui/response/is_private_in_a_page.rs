use plane_api::{Cursor, Page, endpoint};

#[derive(serde::Deserialize)]
struct Customer;

#[endpoint(GET, "/customers/" -> Page<Customer>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
