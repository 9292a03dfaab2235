use plane_api::endpoint;

#[endpoint(GET, "/things/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: u32,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(1).send(client);
    let _ = Request::new().page(1).items(client);
}

fn main() {}
