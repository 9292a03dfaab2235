use plane_api::{Cursor, Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub cursor: Option<Cursor>,
    pub pages: Option<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("c").send(client);
}

fn main() {}
