use plane_api::endpoint;

#[endpoint(GET, "/users/" -> String, json(optional))]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
