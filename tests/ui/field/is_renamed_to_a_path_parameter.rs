use plane_api::endpoint;

#[endpoint(GET, "/workspaces/<slug>/")]
pub struct Request {
    #[serde(rename = "slug")]
    pub workspace: String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("acme", "acme").send(client);
}

fn main() {}
