use plane_api::endpoint;

#[endpoint(GET, "/projects/<slug: String>/<id: u64>/" -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x", 5).send(client);
}

fn main() {}
