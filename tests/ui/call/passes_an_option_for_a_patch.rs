use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Patch<String>,
}

fn main() {
    let name: Option<String> = None;
    let _ = Request::new().name(name);
}
