use plane_api::endpoint;

#[endpoint(POST, "/customers/", query)]
pub struct Request {
    #[body]
    pub tags: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["x"]).send(client);
}

fn main() {}
