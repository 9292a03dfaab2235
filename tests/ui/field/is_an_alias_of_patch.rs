use plane_api::endpoint;

use plane_api::Patch as Change;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Change<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(plane_api::Patch::Keep).send(client);
}

fn main() {}
