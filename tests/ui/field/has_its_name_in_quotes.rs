use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub "name": String,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("Acme").send(client);
}

fn main() {}
