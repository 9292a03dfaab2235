use plane_api::endpoint;

#[endpoint(GET, "/users/?page&per_page")]
pub struct Request {
    pub page: Option<u32>,
    pub per_page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(1).per_page(2).send(client);
}

fn main() {}
