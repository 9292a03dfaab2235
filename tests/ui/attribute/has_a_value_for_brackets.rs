use plane_api::endpoint;

#[endpoint(GET, "/customers/", brackets = true)]
pub struct Request {
    pub expand: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
