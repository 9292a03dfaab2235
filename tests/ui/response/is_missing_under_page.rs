use plane_api::endpoint;

#[endpoint(GET, "/things/")]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
