use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
