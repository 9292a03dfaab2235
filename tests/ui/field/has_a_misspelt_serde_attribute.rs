use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[serde(renam = "x")]
    pub name: Option<String>,
}

fn main() {}
