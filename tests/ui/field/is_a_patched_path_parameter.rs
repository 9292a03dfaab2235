use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/<id>/")]
pub struct Request {
    pub id: Patch<u64>,
}

fn main() {}
