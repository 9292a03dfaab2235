use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub with: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
