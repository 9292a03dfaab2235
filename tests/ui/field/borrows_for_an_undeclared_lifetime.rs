use plane_api::endpoint;

#[endpoint(POST, "/users/")]
pub struct Request {
    pub name: Option<&'a str>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
