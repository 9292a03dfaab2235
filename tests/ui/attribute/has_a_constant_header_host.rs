use plane_api::endpoint;

#[endpoint(GET, "/customers/", header("Host" = "example.com"))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
