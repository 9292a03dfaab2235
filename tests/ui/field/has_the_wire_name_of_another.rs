use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub name: String,
    #[serde(rename = "name")]
    pub title: String,
}

fn main() {}
