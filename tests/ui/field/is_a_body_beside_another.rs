use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body]
    pub one: Vec<u64>,
    #[body]
    pub two: Vec<u64>,
}

fn main() {}
