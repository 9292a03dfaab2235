use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub name: String,
    pub name: String,
}

fn main() {}
