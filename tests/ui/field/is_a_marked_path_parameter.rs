use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    #[query]
    pub id: u64,
}

fn main() {}
