use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[pages(number)]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(2).send(client);
}

pub fn list(client: &plane_api::Client) {
    let _ = Request::new().items(client);
}

fn main() {}
