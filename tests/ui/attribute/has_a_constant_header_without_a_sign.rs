use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String, header("X-A" "1"))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
