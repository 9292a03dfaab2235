use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
#[serde(deny_unknown_fields)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
