use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub names: Vec<Patch<String>>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new([Patch::Clear]).send(client);
}

fn main() {}
