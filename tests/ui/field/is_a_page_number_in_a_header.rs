use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    #[header("X-Page")]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(1).send(client);
}

fn main() {}
