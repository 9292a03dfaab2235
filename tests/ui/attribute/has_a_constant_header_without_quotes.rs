use plane_api::endpoint;

#[endpoint(GET, "/customers/", header(X-Api-Version = "2"))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
