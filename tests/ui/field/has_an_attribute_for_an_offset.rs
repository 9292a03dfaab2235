use plane_api::endpoint;

#[endpoint(GET, "/users" -> Vec<String>)]
pub struct Request {
    #[offset]
    pub offset: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().items(client);
    let _ = Request::new().send(client);
}

fn main() {}
