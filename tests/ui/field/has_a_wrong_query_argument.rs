use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query(coma)]
    pub ids: Vec<u64>,
}

fn main() {}
