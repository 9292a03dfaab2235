use plane_api::endpoint;

#[endpoint(POST, "/users/" -> String)]
pub struct Request {
    pub name: Optional<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
