use plane_api::endpoint;

#[endpoint(GET, "/users/", header("X-Version" = "1\n2"))]
pub struct Request {
    pub name: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
