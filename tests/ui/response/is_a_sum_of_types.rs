use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/" -> Customer + Contact)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("1").send(client);
}

fn main() {}
