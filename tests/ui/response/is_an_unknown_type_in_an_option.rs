use plane_api::endpoint;

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoint(GET, "/customers/" -> Option<Customers>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
