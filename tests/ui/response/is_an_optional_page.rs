use plane_api::{Cursor, Page, endpoint};

#[endpoint(GET, "/things/" -> Option<Page<String>>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
