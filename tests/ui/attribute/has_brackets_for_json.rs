use plane_api::endpoint;

#[endpoint(POST, "/customers/", brackets)]
pub struct Request {
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["x"]).send(client);
}

fn main() {}
