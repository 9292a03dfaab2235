use plane_api::endpoint;

use plane_api::Patch as Change;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Change<String>,
}

fn main() {}
