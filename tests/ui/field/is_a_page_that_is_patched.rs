use plane_api::endpoint;

#[endpoint(POST, "/customers/" -> Vec<String>)]
pub struct Request {
    #[page(number)]
    pub page: plane_api::Patch<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(1).send(client);
}

fn main() {}
