use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    #[body]
    pub content: &[u8],
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(b"x").send(client);
}

fn main() {}
