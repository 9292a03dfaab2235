use plane_api::endpoint;

#[endpoint(DELETE, "/customers/?force=:force" -> ())]
pub struct Request {
    pub force: Option<bool>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().force(true).send(client);
}

fn main() {}
