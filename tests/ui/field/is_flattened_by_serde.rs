use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(flatten)]
    pub more: std::collections::BTreeMap<String, String>,
}

fn main() {}
