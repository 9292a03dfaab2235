use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body(json)]
    pub ids: Vec<u64>,
}

fn main() {}
