use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String, brackets = false)]
pub struct Request {
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
