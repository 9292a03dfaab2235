use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: (Patch<String>, u8),
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new((Patch::Clear, 1)).send(client);
}

fn main() {}
