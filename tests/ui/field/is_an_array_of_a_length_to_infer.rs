use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub sizes: Option<[u8; _]>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().sizes([1, 2]).send(client);
}

fn main() {}
