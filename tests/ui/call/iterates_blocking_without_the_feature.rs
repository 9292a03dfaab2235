use plane_api::{Cursor, Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<String>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub fn run(client: &plane_api::Client) {
    for customer in Request::new().items(client).blocking() {
        drop(customer);
    }
}

fn main() {}
