use plane_api::endpoint;

#[endpoint(GET, "/customers/", json)]
pub struct Request {
    pub name: String,
}

fn main() {}
