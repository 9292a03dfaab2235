use plane_api::{Page, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoint(GET, "/customers/" -> plane_api::Result<Page<Customer>>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
