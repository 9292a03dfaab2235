use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Option<Box<Patch<String>>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name(Box::new(Patch::Clear)).send(client);
}

fn main() {}
