use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: Option<bool>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(true).send(client);
}

fn main() {}
