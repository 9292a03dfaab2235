use plane_api::endpoint;

#[endpoint(GET, "/users/{id: u64}" -> ())]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(7).send(client);
}

fn main() {}
