use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    #[path]
    pub id: u64,
}

fn main() {}
