use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub id: Vec<u64>,
}

fn main() {}
