use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Vec<String>, paginated)]
pub struct Request {
    pub page: Option<u32>,
    pub per_page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().per_page(5).items(client);
    let _ = Request::new().send(client);
}

fn main() {}
