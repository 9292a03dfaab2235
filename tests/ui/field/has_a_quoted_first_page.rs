use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(number = "1")]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(2).send(client);
    let _ = Request::new().items(client);
}

fn main() {}
