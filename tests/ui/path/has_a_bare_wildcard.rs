use plane_api::endpoint;

#[endpoint(GET, "/files/*")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a/b").send(client);
}

fn main() {}
