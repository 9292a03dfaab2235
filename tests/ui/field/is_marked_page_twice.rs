use plane_api::endpoint;

#[endpoint(GET, "/things/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    #[page(offset)]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
