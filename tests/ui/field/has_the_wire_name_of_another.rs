use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub name: String,
    #[serde(rename = "name")]
    pub title: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x", "x").send(client);
}

fn main() {}
