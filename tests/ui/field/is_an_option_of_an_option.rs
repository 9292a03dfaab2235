use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Option<Option<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
