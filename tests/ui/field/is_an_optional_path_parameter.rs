use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub id: Option<u64>,
}

fn main() {}
