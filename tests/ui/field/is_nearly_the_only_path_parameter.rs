use plane_api::endpoint;

#[endpoint(GET, "/customers/<customer_id>/")]
pub struct Request {
    pub costumer_id: String,
}

fn main() {}
