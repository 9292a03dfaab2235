use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(with = "hex")]
    pub hash: String,
}

fn main() {}
