use plane_api::endpoint;

#[endpoint(GET, "/users" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
    #[page(size = MAX)]
    pub per_page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().items(client);
    let _ = Request::new().send(client);
}

fn main() {}
