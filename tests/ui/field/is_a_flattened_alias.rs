pub type Name = String;

use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub extra: Option<Name>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().extra("x").send(client);
}

fn main() {}
