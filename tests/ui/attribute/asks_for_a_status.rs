use plane_api::endpoint;

#[endpoint(POST, "/customers/", status = 201)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
