use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/<customer_id>/")]
pub struct Request {
    pub employees: Patch<u32>,
}

pub fn run() {
    let _ = Request::new("acme").employees("5");
}

fn main() {}
