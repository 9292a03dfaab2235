use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body(json)]
    pub ids: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1]).send(client);
}

fn main() {}
