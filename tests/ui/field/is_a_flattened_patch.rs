#[derive(serde::Serialize)]
pub struct Extra {
    pub a: u32,
}

use plane_api::endpoint;

#[endpoint(POST, "/customers/")]
pub struct Request {
    #[flatten]
    pub extra: plane_api::Patch<Extra>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().extra(Extra { a: 1 }).send(client);
}

fn main() {}
