use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[header("X-Price")]
    #[serde(with = "cents")]
    pub price: f64,
}

fn main() {}
