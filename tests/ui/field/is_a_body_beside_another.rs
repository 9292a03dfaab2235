use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[body]
    pub one: Vec<u64>,
    #[body]
    pub two: Vec<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([1], [1]).send(client);
}

fn main() {}
