use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(skip)]
    pub name: Option<String>,
}

fn main() {}
