use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> plane_api::Page<String>)]
pub struct Request {
    pub cursor: Option<plane_api::Cursor>,
    #[page(offset)]
    pub offset: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().offset(1).send(client);
}

fn main() {}
