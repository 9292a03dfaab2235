use plane_api::endpoint;

#[endpoint(GET, "/users/{id}/posts/{id}/" -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("7", "8").send(client);
}

fn main() {}
