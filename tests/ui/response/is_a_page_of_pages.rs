use plane_api::{Cursor, Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<Page<String>>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().items(client);
    let _ = Request::new().send(client);
}

fn main() {}
