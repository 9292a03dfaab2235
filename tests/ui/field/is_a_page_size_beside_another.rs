use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
    #[page(size)]
    pub limit: Option<u32>,
    #[page(size)]
    pub size: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(1).send(client);
}

fn main() {}
