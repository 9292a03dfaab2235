use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> plane_api::Page<Vec<String>>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("c").send(client);
}

fn main() {}
