use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub name: Option,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
