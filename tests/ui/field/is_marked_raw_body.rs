use plane_api::{Bytes, endpoint};

#[endpoint(POST, "/files/" -> String)]
pub struct Request {
    #[raw_body]
    pub content: Bytes,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("a,b").send(client);
}

fn main() {}
