use plane_api::endpoint;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: plane_api::Patch,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
