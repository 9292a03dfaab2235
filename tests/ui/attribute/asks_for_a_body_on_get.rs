use plane_api::endpoint;

#[endpoint(GET, "/customers/", json)]
pub struct Request {
    pub name: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").send(client);
}

fn main() {}
