use plane_api::endpoint;

#[endpoint(GET, "/customers/<kind><id>/")]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a", "1").send(client);
}

fn main() {}
