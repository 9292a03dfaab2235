use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query[comma]]
    pub ids: Vec<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().ids([1]).send(client);
}

fn main() {}
