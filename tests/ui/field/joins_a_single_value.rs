use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query(comma)]
    pub id: u64,
}

fn main() {}
