use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub names: Vec<String, u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(["x"]).send(client);
}

fn main() {}
