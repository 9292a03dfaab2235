use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[body]
    pub ids: Vec<u64>,
}

fn main() {}
