use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/<customer_id>/")]
pub struct Request {
    pub name: Patch<String>,
}

pub fn run() {
    let _ = Request::new("acme").name(5);
}

fn main() {}
