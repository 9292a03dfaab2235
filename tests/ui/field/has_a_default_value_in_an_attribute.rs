use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> String)]
pub struct Request {
    #[builder(default = 20)]
    pub per_page: u32,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().per_page(50).send(client);
}

fn main() {}
