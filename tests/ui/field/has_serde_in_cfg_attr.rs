use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[cfg_attr(all(), serde(rename = "x"))]
    pub name: Option<String>,
}

fn main() {}
