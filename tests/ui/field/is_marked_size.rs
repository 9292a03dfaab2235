use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
    #[size]
    pub per_page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().per_page(20).send(client);
}

fn main() {}
