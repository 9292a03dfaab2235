use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(default)]
    pub name: Option<String>,
}

fn main() {}
