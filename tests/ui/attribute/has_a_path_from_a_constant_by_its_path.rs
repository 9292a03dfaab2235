use plane_api::endpoint;

pub const PATH: &str = "/users/";

#[endpoint(GET, crate::PATH -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
