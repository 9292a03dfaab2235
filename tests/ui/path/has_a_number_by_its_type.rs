use plane_api::endpoint;

#[endpoint(GET, "/customers/<id: u64>/" -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(5).send(client);
}

fn main() {}
