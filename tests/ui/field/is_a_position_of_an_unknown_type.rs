use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> plane_api::Page<String>)]
pub struct Request {
    #[page]
    pub cursor: Option<Position>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
