use plane_api::endpoint;

#[endpoint(GET, "/users/<id:u64>/posts/<id:u64>/" -> String)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("7", "8").send(client);
}

fn main() {}
