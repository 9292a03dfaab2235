pub type Name = String;

use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[query(comma)]
    pub name: Option<Name>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
