mod dto {
    pub type Result<T> = std::result::Result<T, String>;
}

use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> dto::Result<String>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
