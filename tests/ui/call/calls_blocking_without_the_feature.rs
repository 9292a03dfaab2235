use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = client.call(&Request::new()).send_blocking();
}

fn main() {}
