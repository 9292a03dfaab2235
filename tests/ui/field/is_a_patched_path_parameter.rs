use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/<id>/")]
pub struct Request {
    pub id: Patch<u64>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).send(client);
}

fn main() {}
