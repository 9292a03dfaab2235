use plane_api::endpoint;

#[endpoint(PUT, "/customers/", brackets)]
pub struct Request {
    #[body]
    pub tags: Vec<String>,
    #[header("X-Tags")]
    pub more: Vec<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["x"]).more(["y"]).send(client);
}

fn main() {}
