use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("X-API-Key")]
    pub value: String,
}

fn main() {}
