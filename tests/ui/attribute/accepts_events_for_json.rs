use plane_api::endpoint;

#[endpoint(GET, "/users/" -> Vec<u64>, header("Accept" = "text/event-stream"))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
