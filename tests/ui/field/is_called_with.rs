use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub with: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().with(1).send(client);
}

fn main() {}
