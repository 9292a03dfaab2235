use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub send: Option<bool>,
}

fn main() {}
