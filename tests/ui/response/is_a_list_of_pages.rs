use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Vec<Page<String>>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("c").send(client);
}

fn main() {}
