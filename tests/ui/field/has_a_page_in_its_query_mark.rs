use plane_api::endpoint;

#[endpoint(GET, "/users/" -> Vec<String>)]
pub struct Request {
    #[query(page)]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().page(1).items(client);
    let _ = Request::new().send(client);
}

fn main() {}
