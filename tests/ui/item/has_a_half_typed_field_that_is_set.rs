use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> String)]
pub struct Request {
    pub name: Option<String>,
    pub size
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").size(1).send(client);
}

fn main() {}
