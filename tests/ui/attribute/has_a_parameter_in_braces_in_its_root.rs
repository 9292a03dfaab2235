use plane_api::endpoint;

#[endpoint(GET, "/users/" -> String, root = "/{tenant}/api")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("acme").send(client);
}

fn main() {}
