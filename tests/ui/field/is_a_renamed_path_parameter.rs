use plane_api::endpoint;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    #[serde(rename = "x")]
    pub id: u64,
}

fn main() {}
