use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub more: std::collections::BTreeMap<String, String>,
}

fn main() {}
